#include "ui/theme.h"

#include "ui/page.h"

#include <cmath>

namespace theme_test {

using namespace jibiao;
using namespace page_test;
using ui::theme::Palette;

namespace {

/// WCAG 2: relative luminance.
double luminance(ImU32 color) {
    const auto channel = [color](unsigned shift) {
        const double value = (color >> shift & 0xFF) / 255.0;
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(IM_COL32_R_SHIFT) + 0.7152 * channel(IM_COL32_G_SHIFT) +
           0.0722 * channel(IM_COL32_B_SHIFT);
}
double contrast(ImU32 a, ImU32 b) {
    const double light = std::max(luminance(a), luminance(b));
    const double dark = std::min(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
}

struct Pair {
    ImU32 on, ground;
};

/// What is written, and where.
std::vector<Pair> texts(const Palette& p) {
    std::vector<Pair> pairs = {{p.primary_text, p.primary},
                               {p.primary_text, p.primary_hover},
                               {p.bar_text, p.bar},
                               {p.bar_text, p.bar_hover},
                               {p.bar_text, p.message},
                               {p.bar_text, p.message_failed},
                               {p.bar_quiet, p.bar},
                               {p.bar_quiet, p.bar_hover},
                               {p.bar_failed, p.bar},
                               {p.card, p.error.strong},
                               {p.done, p.page},
                               {p.ink, p.table_head}};
    for (const ImU32 ground :
         {p.page, p.card, p.hover, p.accent_pale, p.error.pale, p.warning.pale, p.hint.pale}) {
        pairs.push_back({p.ink, ground});
        pairs.push_back({p.quiet, ground});
    }
    for (const ImU32 ground : {p.page, p.card, p.hover})
        pairs.push_back({p.accent, ground});
    for (const ui::theme::Tint& tint : {p.error, p.warning, p.hint}) {
        for (const ImU32 ground : {tint.pale, p.card, p.page})
            pairs.push_back({tint.strong, ground});
    }
    return pairs;
}

/// What one finds a control by, and the ring around what has the keyboard.
std::vector<Pair> lines(const Palette& p) {
    std::vector<Pair> pairs = {
        {p.field_line, p.page},      {p.field_line, p.card},   {p.bar_line, p.bar},
        {p.primary_text, p.primary}, {p.bar_text, p.bar},      {p.bar_text, p.bar_hover},
        {p.bar_text, p.message},     {p.card, p.error.strong}, {p.card, p.warning.strong}};
    for (const ImU32 ground :
         {p.page, p.card, p.hover, p.accent_pale, p.table_head, p.error.pale, p.warning.pale, p.hint.pale})
        pairs.push_back({p.accent, ground});
    return pairs;
}

/// What was drawn, all of it.
std::uint64_t picture() {
    std::uint64_t hash = 14695981039346656037u;
    const auto add = [&hash](const void* bytes, std::size_t size) {
        for (std::size_t i = 0; i < size; ++i)
            hash = (hash ^ static_cast<const unsigned char*>(bytes)[i]) * 1099511628211u;
    };
    for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists)
        add(list->VtxBuffer.Data, static_cast<std::size_t>(list->VtxBuffer.size_in_bytes()));
    return hash;
}

bool takes_keyboard(const Node& node) {
    switch (node.role) {
    case Role::button:
    case Role::textbox:
    case Role::combobox:
    case Role::option:
    case Role::heading:
    case Role::dialog:
        return true;
    default:
        return false;
    }
}

/// Everything that can have the keyboard shows that it has it.
void check_focus(Page& page) {
    std::vector<std::string> ids;
    for (const Node& node : page.machine.tree()) {
        if (takes_keyboard(node) && !node.disabled)
            ids.push_back(node.id);
    }
    REQUIRE(ids.size() > 3);
    for (const std::string& id : ids) {
        CAPTURE(id);
        page.machine.focus_by_user(id);
        page.settle(); // It scrolls into view.
        const std::uint64_t with = picture();
        page.machine.focus_by_user("");
        page.settle();
        CHECK(picture() != with);
    }
}

} // namespace

TEST_CASE("in every palette what is written can be read, and controls can be found") {
    for (const bool dark : {false, true}) {
        for (const bool more : {false, true}) {
            const Palette& palette = ui::theme::palette_of({.dark = dark, .more_contrast = more});
            CAPTURE(dark);
            CAPTURE(more);
            for (const Pair& pair : texts(palette)) {
                CAPTURE(pair.on);
                CAPTURE(pair.ground);
                CHECK(contrast(pair.on, pair.ground) >= (more ? 7 : 4.5));
            }
            for (const Pair& pair : lines(palette)) {
                CAPTURE(pair.on);
                CAPTURE(pair.ground);
                CHECK(contrast(pair.on, pair.ground) >= 3);
            }
            if (more)
                CHECK(contrast(palette.line, palette.card) >= 3);
        }
    }
}

TEST_CASE("another look is drawn at once, fields too") {
    Page page;
    const std::uint64_t light = picture();
    const std::string name = page.id_of({Field::name, page.project().id});
    const std::uint32_t ink = page.machine.find(name)->style.color;
    page.machine.set_look({.dark = true});
    page.settle();
    CHECK(picture() != light);
    CHECK(page.machine.find(name)->style.color != ink);
    CHECK(contrast(page.machine.find(name)->style.color, page.machine.find(name)->style.background) >= 4.5);
}

TEST_CASE("whatever has the keyboard shows it") {
    Page page;
    check_focus(page);
    page.show(app::Page::texts);
    check_focus(page);
}

TEST_CASE("in dialogs, the list of choices and a narrow window too") {
    Page page;
    page.machine.resize({.width = 400, .height = 900, .scale = 1, .coarse_pointer = true});
    page.settle();
    check_focus(page);
    page.press("more");
    check_focus(page);
    page.command("escape");
    page.press(ui::choice_id("form"));
    check_focus(page);
}

TEST_CASE("before anything is open too, and in dark colours") {
    Page page{Book{}};
    page.machine.set_look({.dark = true, .more_contrast = true});
    page.settle();
    check_focus(page);
}

} // namespace theme_test
