#include "app/commands.h"
#include "app/library.h"
#include "app/target_reading.h"
#include "base/words.h"
#include "templates/offers.h"
#include "ui/theme.h"
#include "ui/views/form_parts.h"
#include "ui/views/grid.h"
#include "ui/views/views.h"
#include "ui/widgets/widgets.h"

namespace jibiao::ui {
namespace {

/// How much room a column wants, next to the others.
float weight_of(Field field) {
    switch (field) {
    case Field::level1:
        return 1.25f;
    case Field::level2:
        return 1.55f;
    case Field::comparator:
        return 0.7f;
    case Field::target_value:
    case Field::target_unit:
        return 1.45f;
    case Field::description:
    case Field::indicator_name:
        return 1.6f;
    case Field::explanation:
        return 2.4f;
    default:
        return 1.5f;
    }
}

/// Narrower, its cells could not be hit or read: then the table scrolls sideways.
std::vector<float> least_widths(const Frame& frame) {
    std::vector<float> widths;
    for (const Field field : frame.form.indicator_columns)
        widths.push_back(weight_of(field) * (frame.coarse ? frame.at_least(66) : 40));
    return widths;
}

/// What a row is: its categories and its name.
std::size_t naming_columns(const Template& form) {
    std::size_t count = 0;
    for (const Field field : form.indicator_columns) {
        if (field != Field::level1 && field != Field::level2 && field != Field::indicator_name)
            break;
        ++count;
    }
    return count;
}

/// A category of level 2 says which level 1 it belongs to.
edit::Edit choose(const Template& form, const Indicator& row, Field field, const std::string& text) {
    edit::Edit edit = edit::set_text({field, row.id}, text, word("选择"));
    const Level1* parent = nullptr;
    if (field == Field::level2 && row.level1.empty() && form.find_level2(text, &parent))
        edit.operations.push_back(edit::SetText{{Field::level1, row.id}, parent->name});
    return edit;
}

/// Tables have many columns, so their text is a little smaller and closer than the form's.
FieldLook cell_look(const Frame& frame, Field field) {
    return {.multiline = true,
            .one_line = true,
            .takes_table = true,
            .framed = false,
            .dense = true,
            .offers = has_offers(frame.form, field)};
}

/// What a blank target may look like, where the row's name is the library's.
std::string hint_of(const Frame& frame, const Indicator& row, Field field) {
    const platform::Later* later = frame.machine.later();
    if (field != Field::target_value || !row.target.text.empty() || !frame.state.library || !later)
        return "";
    const LibraryEntry* entry = app::entry_called(*later, *frame.state.library, row.name.text);
    return entry ? app::target_hint(*later, *entry) : "";
}

void draw_cell(Frame& frame, const Indicator& row, Field field, const Rect& place, const std::string& name) {
    const FieldRef at{field, row.id};
    const Cell& cell = *cell_of(row, field);
    FieldLook look = cell_look(frame, field);
    look.placeholder = hint_of(frame, row, field);
    if (!look.offers)
        return text_field(frame, at, cell, place, name, look);
    const auto texts = [&] { return offers(frame.form, field, &row); };
    if (const auto picked = field_with_choices(frame, at, cell, place, name, look, texts))
        frame.wish(app::Apply{choose(frame.form, row, field, texts().at(*picked))});
}

float draw_indicators(Frame& frame, const Project& project, float x, float y, float width) {
    const auto row_name = [](std::size_t row) { return fill(tr("指标 {1}"), {std::to_string(row + 1)}); };
    const auto draw = [&](std::size_t row, Field field, const Rect& place, const std::string& name) {
        draw_cell(frame, project.indicators[row], field, place, name);
    };
    const auto reading = [&](std::size_t row, Field field) {
        const bool is_target = field == Field::target_value;
        return is_target ? app::reading_of(target_of(project.indicators[row])) : "";
    };
    const auto is_nameless = [&](std::size_t row, Field field) {
        return field == Field::indicator_name && project.indicators[row].name.text.empty();
    };
    const GridLook look{.id = "table/" + std::to_string(project.id),
                        .node = "indicators",
                        .name = std::string(tr("绩效指标")),
                        .preference = "columns/" + frame.form.id,
                        .least = least_widths(frame),
                        .head_lines = 2,
                        .frozen = naming_columns(frame.form),
                        .row_name = row_name,
                        .cell_look = [&](std::size_t, Field field) { return cell_look(frame, field); },
                        .draw_cell = draw,
                        .reading = reading,
                        .command = "library",
                        .offers_command = is_nameless};
    return draw_grid(frame, grid_of(frame.form, project), look, x, y, width);
}

} // namespace

float draw_indicator_table(Frame& frame, const Project& project, float x, float y, float width) {
    const TextLook title{theme::text_size, frame.colors.ink, true};
    const std::string text =
        fill(frame.state.only_findings ? tr("绩效指标 {1} 行（只列出有问题的）") : tr("绩效指标 {1} 行"),
             {std::to_string(project.indicators.size())});
    const FieldRef table{Field::indicators, project.id};
    heading(frame, frame.id_of(table), x + 4, y + 4, width - 8, text, 3, title);
    frame.reveal_if_wanted(frame.id_of(table), {x, y, width, 40});
    y += frame.line_height(title) + 12;
    std::size_t banner = 0;
    for (const check::Finding* finding : frame.findings_at(table)) {
        const theme::Tint tint = frame.colors.of(finding->severity);
        const TextLook look{theme::text_size, tint.strong};
        const float height = frame.paragraph_height(width - 48, finding->message, look) + 12;
        frame.fill({x, y, width, height}, tint.pale, theme::radius);
        frame.node("banner/" + std::to_string(++banner) + "/" + frame.id_of(table), Role::text,
                   finding->message, {x, y, width, height});
        severity_icon(frame, x + 12, y + 9, 16, finding->severity);
        frame.paragraph(x + 36, y + 6, width - 48, finding->message, look);
        y += height + 6;
    }

    const float side = frame.control_height();
    y = draw_indicators(frame, project, x, y, width) + 8;
    const std::string add(tr("＋ 增加指标"));
    if (button(frame, "add-indicator", {x, y, button_width(frame, add), side}, add,
               {ButtonKind::quiet, true, std::string(tr("增加指标"))}))
        frame.wish(app::AddIndicator{project.id, project.indicators.size()});
    float behind = x + button_width(frame, add) + 8;
    const auto place = [&](std::string_view label) {
        const float wide = button_width(frame, label);
        behind += wide + 8;
        return Rect{behind - wide - 8, y, wide, side};
    };
    const app::Command& library = app::command("library");
    if (button(frame, "open-library", place(app::name_of(library)), app::name_of(library),
               {.kind = ButtonKind::quiet, .keys = library.keys}))
        frame.wish(app::ShowLibrary{});
    if (frame.state.only_findings) {
        const std::string all = fill(tr("显示全部 {1} 行"), {std::to_string(project.indicators.size())});
        if (button(frame, "show-all-rows", place(all), all))
            frame.wish(app::ToggleOnlyFindings{});
    }
    draw_copy_button(frame, table, std::string(tr("绩效指标")), behind, y);
    return y + side;
}

} // namespace jibiao::ui
