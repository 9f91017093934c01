#include "app/library.h"
#include "app/own_books.h"
#include "base/words.h"
#include "ui/theme.h"
#include "ui/views/later_dialogs.h"
#include "ui/views/views.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/widgets.h"

#include <algorithm>

namespace jibiao::ui {
namespace {

constexpr float entry_gap = 8;
constexpr float side_by_side = 620; ///< Width from which search and filters stand in one row.
constexpr const char* any_choice = word("全部");

TextLook entry_name_look(const Frame& frame) {
    return {theme::text_size, frame.colors.ink, true};
}
TextLook entry_text_look(const Frame& frame) {
    return {theme::small_size, frame.colors.ink};
}
TextLook entry_quiet_look(const Frame& frame) {
    return {theme::small_size, frame.colors.quiet};
}

/// The row at the cursor in the table that is shown.
const Indicator* current_row(const Frame& frame) {
    const Project* project = frame.state.shown_project();
    return project ? project->indicators.find(frame.state.selection.cursor.row) : nullptr;
}

// ---- head ----

std::vector<std::string> fields_of(const app::Library& library, bool has_own) {
    std::vector<std::string> fields{std::string(tr(any_choice))};
    if (has_own)
        fields.emplace_back(tr(app::own_field));
    for (const LibraryEntry& entry : library.entries) {
        if (fields.back() != entry.field)
            fields.push_back(entry.field);
    }
    return fields;
}

std::vector<std::string> category_words() {
    std::vector<std::string> words{std::string(tr(any_choice))};
    for (const CategoryKind kind : library_categories())
        words.emplace_back(category_word(kind));
    return words;
}

void draw_library_filters(Frame& frame, const app::Library& library, bool has_own, float x, float y,
                          float width) {
    app::LibrarySearch& search = frame.view.library;
    const float category_width = std::min(150.0f, (width - entry_gap) / 2);
    const float height = frame.control_height();
    const auto fields = [&] { return fields_of(library, has_own); };
    if (const auto picked =
            choice(frame, choice_id("library-field"), {x, y, width - category_width - entry_gap, height},
                   {.name = std::string(tr("领域")),
                    .value = std::string(search.field.empty() ? tr(any_choice) : tr(search.field)),
                    .label = std::string(tr("领域："))},
                   fields)) {
        search.field = *picked == 0 ? "" : has_own && *picked == 1 ? app::own_field : fields().at(*picked);
    }
    const std::string category(category_word(search.category));
    if (const auto picked = choice(frame, choice_id("library-category"),
                                   {x + width - category_width, y, category_width, height},
                                   {.name = std::string(tr("类别")),
                                    .value = std::string(category.empty() ? tr(any_choice) : category),
                                    .label = std::string(tr("类别："))},
                                   category_words))
        search.category = category_of_word(category_words().at(*picked));
}

bool is_one_row(float width) {
    return width >= side_by_side;
}

float library_head_height(const Frame& frame, float width) {
    return (is_one_row(width) ? 1 : 2) * (frame.control_height() + entry_gap) +
           frame.line_height(entry_quiet_look(frame)) + entry_gap;
}

void draw_library_head(Frame& frame, const app::Library& library, bool has_own, const std::string& said,
                       const Rect& rect) {
    const float height = frame.control_height();
    const bool one_row = is_one_row(rect.w);
    const float search = one_row ? rect.w * 0.45f : rect.w;
    const std::string hint(library.pinyin.empty() ? tr("按汉字查找") : tr("按汉字、拼音或首字母查找"));
    plain_field(frame, std::string(library_search_node), frame.view.library.text,
                {rect.x, rect.y, search, height}, tr("查找指标"), {.placeholder = hint});
    if (one_row)
        draw_library_filters(frame, library, has_own, rect.x + search + entry_gap, rect.y,
                             rect.w - search - entry_gap);
    else
        draw_library_filters(frame, library, has_own, rect.x, rect.y + height + entry_gap, rect.w);
    const float y = rect.y + rect.h - entry_gap - frame.line_height(entry_quiet_look(frame));
    frame.node("library-count", Role::status, said,
               {rect.x, y, rect.w, frame.line_height(entry_quiet_look(frame))});
    frame.text_cut(rect.x, y, rect.w, said, entry_quiet_look(frame));
}

// ---- entries ----

float library_entry_height(const Frame& frame) {
    return frame.line_height(entry_name_look(frame)) + 2 * frame.line_height(entry_text_look(frame)) + 14;
}

std::string origin_of(const LibraryEntry& entry) {
    std::string text(category_word(entry.category));
    text.append(text.empty() ? "" : " · ").append(entry.own ? tr(entry.field) : entry.field);
    if (!entry.book.empty())
        text += " · " + entry.book;
    if (entry.uses > 1)
        text += fill(tr(" · {1} 份表用过"), {std::to_string(entry.uses)});
    if (!entry.basis.empty())
        text += fill(tr(" · 依据：{1}"), {entry.basis});
    return text;
}

/// True when it was chosen.
bool draw_library_entry(Frame& frame, const LibraryEntry& entry, const std::string& hint,
                        const std::string& id, const Rect& rect) {
    frame.reveal_if_wanted(id, rect);
    platform::Node& node = frame.node(id, Role::option, entry.name, rect);
    const std::string origin = origin_of(entry);
    node.description =
        (hint.empty() ? "" : fill(tr("{1}。"), {hint})) + fill(tr("{1}。{2}"), {entry.description, origin});
    const Frame::Press press = frame.press(id, rect);
    if (press.hovered || press.held || frame.has_focus(id))
        frame.fill(rect, frame.colors.hover);
    if (frame.has_focus(id))
        frame.outline(rect, frame.colors.accent, theme::radius, 2);
    const float x = rect.x + dialog_pad;
    const float width = rect.w - 2 * dialog_pad;
    const float right = hint.empty() ? 0 : frame.text_width(hint, entry_text_look(frame)) + entry_gap;
    float y = rect.y + 7;
    frame.text_cut(x, y, width - right, entry.name, entry_name_look(frame));
    frame.text(x + width - right + entry_gap, y, hint, entry_text_look(frame));
    y += frame.line_height(entry_name_look(frame));
    frame.text_cut(x, y, width, entry.description, entry_text_look(frame));
    y += frame.line_height(entry_text_look(frame));
    frame.text_cut(x, y, width, origin, entry_quiet_look(frame));
    frame.fill({rect.x, rect.y + rect.h - frame.hairline(), rect.w, frame.hairline()}, frame.colors.line);
    const bool activated = frame.activated(id);
    return press.clicked || activated;
}

/// Returns the y below.
float draw_entries(const platform::Later& later, Frame& frame, const std::vector<const LibraryEntry*>& found,
                   const Frame::Area& area) {
    const float height = library_entry_height(frame);
    const float all = static_cast<float>(found.size()) * height;
    frame.begin_group("library-list", Role::list, tr("指标"), {area.x, area.y, area.width, all});
    for (std::size_t i = 0; i < found.size(); ++i) {
        const Rect rect{area.x, area.y + static_cast<float>(i) * height, area.width, height};
        if (!frame.is_near(rect, 0))
            continue;
        const LibraryEntry& entry = *found[i];
        if (draw_library_entry(frame, entry, app::target_hint(later, entry),
                               "library/" + entry.name + (entry.own ? "/own" : ""), rect))
            frame.wish(app::UseEntry{frame.state.project, frame.state.selection.cursor.row, entry});
    }
    frame.end_group();
    return area.y + all;
}

/// Words in the middle, and one thing to do about it; returns the y below.
float draw_library_notice(Frame& frame, const Frame::Area& area, std::string_view text, const char* id,
                          std::string_view label, bool& pressed) {
    const float width = area.width - 2 * dialog_pad;
    const float height = frame.paragraph_height(width, text, entry_quiet_look(frame));
    float y = area.y + theme::gap;
    frame.node("library-notice", Role::text, text, {area.x + dialog_pad, y, width, height});
    frame.paragraph(area.x + dialog_pad, y, width, text, entry_quiet_look(frame));
    y += height + entry_gap;
    if (!label.empty()) {
        pressed = button(frame, id,
                         {area.x + dialog_pad, y, button_width(frame, label), frame.control_height()}, label);
        y += frame.control_height() + entry_gap;
    }
    return y;
}

float draw_no_entries(Frame& frame, const Frame::Area& area) {
    app::LibrarySearch& search = frame.view.library;
    const bool narrowed = !search.field.empty() || search.category != CategoryKind::none;
    bool pressed = false;
    const float y = draw_library_notice(frame, area,
                                        narrowed ? tr("在选定的领域和类别里没有找到。")
                                                 : tr("没有找到。请换一个词，或少打几个字。"),
                                        "library-widen", narrowed ? tr("在全部指标里查找") : "", pressed);
    if (pressed) {
        search.field.clear();
        search.category = CategoryKind::none;
        frame.view.focus_wanted = library_search_node;
        frame.machine.wake(2);
    }
    return y;
}

float draw_absence(Frame& frame, const app::Library& library, const Frame::Area& area) {
    bool pressed = false;
    const bool failed = !library.failure.empty();
    const float y = draw_library_notice(frame, area, failed ? tr(library.failure) : tr("正在加载…"),
                                        "library-again", failed ? tr("再试一次") : "", pressed);
    if (pressed)
        frame.wish(app::FetchLibrary{});
    return y;
}

/// Looked for when something has changed, not in every frame.
const ViewState::LibraryHits& hits_of(const platform::Later& later, Frame& frame,
                                      const std::shared_ptr<const app::Library>& shelf,
                                      const app::LibrarySearch& search) {
    ViewState::LibraryHits& hits = frame.view.library_hits;
    const edit::Document& document = frame.state.document;
    const std::array<std::uint64_t, 2> book{document.revision(), document.generation()};
    const app::OwnBooks& others = frame.state.own_books;
    // All at once: with each book the list would move under the finger.
    const bool are_read =
        others.beside == frame.state.books.open && others.reading.empty() && others.waiting.empty();
    const std::size_t version = are_read ? others.version : 0;
    if (hits.book != book || hits.shelf != shelf || hits.own_version != version) {
        hits.own = app::merge_own(later, app::own_entries(later, document.book(), frame.form, *shelf),
                                  are_read ? others.entries : std::vector<LibraryEntry>());
        hits.own_version = version;
        hits.book = book;
        hits.shelf = shelf;
    } else if (hits.search == search) {
        return hits;
    }
    hits.found = app::find_entries(later, *shelf, hits.own, search);
    hits.search = search;
    return hits;
}

} // namespace

void draw_library(const platform::Later& later, Frame& frame) {
    if (const app::Library* known = frame.state.library.get();
        !known || (known->entries.empty() && known->failure.empty() && !known->is_coming))
        frame.wish(app::FetchLibrary{});
    if (frame.state.library && !frame.state.library->entries.empty() &&
        !std::exchange(frame.view.reads_own_books, true))
        frame.wish(app::ReadOwnBooks{});
    const auto shelf = frame.state.library ? frame.state.library : std::make_shared<const app::Library>();
    const app::Library& library = *shelf;
    const Indicator* row = current_row(frame);
    app::LibrarySearch search = frame.view.library;
    search.favourite = row ? category_of(frame.form, *row) : CategoryKind::none;
    const ViewState::LibraryHits& hits = hits_of(later, frame, shelf, search);
    const auto& found = hits.found;

    const float width = std::min(760.0f, frame.room.w - 16);
    const Dialog dialog = begin_dialog(frame, {.title = std::string(tr("指标库")),
                                               .width = width,
                                               .content = 480,
                                               .head = library_head_height(frame, width - 2 * dialog_pad)});
    const std::string said =
        library.entries.empty() ? "" : fill(tr("共 {1} 条"), {std::to_string(found.size())});
    draw_library_head(frame, library, !hits.own.empty(), said, dialog.head);
    const Frame::Area area = dialog.begin_body(frame);
    if (library.entries.empty())
        frame.end_scroll(area, draw_absence(frame, library, area));
    else if (found.empty())
        frame.end_scroll(area, draw_no_entries(frame, area));
    else
        frame.end_scroll(area, draw_entries(later, frame, found, area));
    end_dialog(frame, dialog);
}

} // namespace jibiao::ui
