#include "app/overview.h"
#include "base/words.h"
#include "ui/theme.h"
#include "ui/views/views.h"
#include "ui/widgets/widgets.h"

#include <algorithm>

namespace jibiao::ui {
namespace pictures_view {
namespace {

using app::Picture;

constexpr float pad = 16;
constexpr float plot_height = 220;
/// Narrower tables have the bar beneath the name.
constexpr float least_beside = 620;
constexpr float most_width = 980;

TextLook text_look(const Frame& frame) {
    return {theme::dense_size, frame.colors.ink};
}
TextLook head_look(const Frame& frame) {
    return {theme::small_size, frame.colors.quiet, true};
}

/// For lengths on the screen only; the numbers that are written stay exact.
float drawn(Decimal value) {
    return static_cast<float>(static_cast<double>(value.millionths()) / 1e6);
}

/// The parts of a bar differ in pattern, not only in colour: full, striped, empty.
void draw_part(Frame& frame, const Rect& rect, std::size_t part, ImU32 color) {
    if (rect.w <= 0)
        return;
    if (part == 0)
        return frame.fill(rect, color);
    frame.outline(rect, color);
    constexpr float step = 5;
    for (float x = rect.x + step; part == 1 && x < rect.x + rect.w - 1; x += step)
        frame.fill({x, rect.y, 2, rect.h}, color);
}
ImU32 color_of(const Frame& frame, const Picture& picture, std::size_t part) {
    if (picture.key != "findings")
        return frame.colors.accent;
    constexpr check::Severity severities[] = {check::Severity::error, check::Severity::warning,
                                              check::Severity::hint};
    return frame.colors.of(severities[part]).strong;
}

float legend_height(const Frame& frame, const Picture& picture) {
    return picture.parts.size() < 2 ? 0 : frame.line_height(text_look(frame)) + 8;
}
void draw_legend(Frame& frame, const Picture& picture, float x, float y) {
    const TextLook look = text_look(frame);
    for (std::size_t part = 0; picture.parts.size() > 1 && part < picture.parts.size(); ++part) {
        const float line = frame.line_height(look);
        draw_part(frame, {x, y + (line - 12) / 2, 24, 12}, part, color_of(frame, picture, part));
        frame.text(x + 30, y, picture.parts[part], look);
        frame.node("legend/" + picture.key + "/" + std::to_string(part), Role::text, picture.parts[part],
                   {x, y, 30 + frame.text_width(picture.parts[part], look), line});
        x += 30 + frame.text_width(picture.parts[part], look) + 20;
    }
}

// ---- the table that is every picture ----

struct Sheet {
    const Picture& picture;
    Rect rect;                 ///< Of its rows and its head.
    float head = 0, row = 0;   ///< Heights.
    float name = 0;            ///< Width.
    std::vector<float> widths; ///< Of the columns, at the right.
    bool beside = true;        ///< Bars stand beside the names.
    float most = 0;            ///< The longest bar's value.

    float columns() const {
        float width = 0;
        for (const float one : widths)
            width += one;
        return width;
    }
};

Sheet sheet_of(const Frame& frame, const Picture& picture, float x, float y, float width) {
    Sheet sheet{picture, {x, y, width, 0}};
    for (std::size_t i = 0; i < picture.columns.size(); ++i) {
        float widest = frame.text_width(picture.columns[i], head_look(frame));
        for (const Picture::Row& row : picture.rows)
            widest = std::max(widest, frame.text_width(row.texts[i], text_look(frame)));
        sheet.widths.push_back(std::min(widest + 18, width / 3));
    }
    const bool bars = picture.kind == Picture::Kind::bars;
    sheet.beside = bars && width >= least_beside;
    sheet.name = sheet.beside ? std::min(300.0f, width * 0.34f) : width - sheet.columns();
    for (const Picture::Row& row : picture.rows) {
        float sum = 0;
        for (const auto& value : row.values)
            sum += value ? std::max(0.0f, drawn(*value)) : 0;
        sheet.most = std::max(sheet.most, sum);
    }
    sheet.head = frame.line_height(head_look(frame)) + 10;
    sheet.row = (frame.coarse ? frame.control_height() : 30) + (bars && !sheet.beside ? 20 : 0);
    sheet.rect.h = sheet.head + static_cast<float>(picture.rows.size()) * sheet.row;
    return sheet;
}

void draw_bar(Frame& frame, const Sheet& sheet, const Picture::Row& row, const Rect& room) {
    float x = room.x;
    for (std::size_t part = 0; part < row.values.size() && sheet.most > 0; ++part) {
        if (!row.values[part])
            continue;
        const float width = room.w * std::max(0.0f, drawn(*row.values[part])) / sheet.most;
        draw_part(frame, {x, room.y, std::max(width, drawn(*row.values[part]) > 0 ? 1.0f : 0.0f), room.h},
                  part, color_of(frame, sheet.picture, part));
        x += width;
    }
}

/// Pressed, it leads to where the numbers stand.
void draw_name(Frame& frame, const std::string& id, const Picture::Row& row, const Rect& rect) {
    frame.begin_group(id + "/name", Role::cell, row.at == FieldRef() ? row.name : "", rect);
    if (row.at != FieldRef()) {
        const std::string go = id + "/go";
        frame.reveal_if_wanted(go, rect);
        frame.node(go, Role::button, row.name, rect);
        const Frame::Press press = frame.press(go, rect);
        if (press.hovered || press.held)
            frame.fill(rect, frame.colors.hover, theme::radius);
        if (frame.has_focus(go))
            frame.outline(rect, frame.colors.accent, theme::radius, 2);
        const bool activated = frame.activated(go);
        if (press.clicked || activated)
            frame.wish(app::GoTo{row.at});
    }
    frame.text_cut(rect.x + 4, rect.y + (rect.h - frame.line_height(text_look(frame))) / 2, rect.w - 8,
                   row.name, text_look(frame));
    frame.end_group();
}

void draw_row(Frame& frame, const Sheet& sheet, std::size_t index, const Rect& rect) {
    const Picture::Row& row = sheet.picture.rows[index];
    const std::string id = "picture/" + sheet.picture.key + "/" + std::to_string(index);
    const bool bars = sheet.picture.kind == Picture::Kind::bars;
    const float line = bars && !sheet.beside ? rect.h - 20 : rect.h;
    frame.begin_group(id, Role::row, "", rect).position = static_cast<std::uint32_t>(index + 2);
    draw_name(frame, id, row, {rect.x, rect.y, sheet.name, line});
    float x = rect.x + rect.w - sheet.columns();
    for (std::size_t i = 0; i < row.texts.size(); ++i) {
        const Rect cell{x, rect.y, sheet.widths[i], line};
        const float used = std::min(cell.w - 12, frame.text_width(row.texts[i], text_look(frame)));
        frame.node(id + "/" + std::to_string(i), Role::cell, row.texts[i], cell);
        frame.text_cut(cell.x + cell.w - used - 6, cell.y + (line - frame.line_height(text_look(frame))) / 2,
                       cell.w - 12, row.texts[i], text_look(frame));
        x += cell.w;
    }
    if (sheet.beside)
        draw_bar(frame, sheet, row,
                 {rect.x + sheet.name + 8, rect.y + rect.h / 2 - 8,
                  rect.w - sheet.name - sheet.columns() - 24, 16});
    else if (bars)
        draw_bar(frame, sheet, row, {rect.x + 4, rect.y + line, rect.w - 8, 14});
    frame.fill({rect.x, rect.y, rect.w, frame.hairline()}, frame.colors.line);
    frame.end_group();
}

void draw_head(Frame& frame, const Sheet& sheet) {
    const std::string id = "picture/" + sheet.picture.key + "/head";
    const Rect& rect = sheet.rect;
    const float y = rect.y + 5;
    frame.begin_group(id, Role::row, "", {rect.x, rect.y, rect.w, sheet.head}).position = 1;
    frame.node(id + "/name", Role::columnheader, sheet.picture.first,
               {rect.x, rect.y, sheet.name, sheet.head});
    frame.text(rect.x + 4, y, sheet.picture.first, head_look(frame));
    float x = rect.x + rect.w - sheet.columns();
    for (std::size_t i = 0; i < sheet.widths.size(); ++i) {
        const std::string& label = sheet.picture.columns[i];
        const float used = std::min(sheet.widths[i] - 12, frame.text_width(label, head_look(frame)));
        frame.node(id + "/" + std::to_string(i), Role::columnheader, label,
                   {x, rect.y, sheet.widths[i], sheet.head});
        frame.text_cut(x + sheet.widths[i] - used - 6, y, sheet.widths[i] - 12, label, head_look(frame));
        x += sheet.widths[i];
    }
    frame.end_group();
}

/// Returns the y below.
float draw_sheet(Frame& frame, const Picture& picture, float x, float y, float width) {
    const Sheet sheet = sheet_of(frame, picture, x, y, width);
    frame.begin_group("picture/" + picture.key + "/table", Role::grid, picture.title, sheet.rect).position =
        static_cast<std::uint32_t>(picture.rows.size() + 1);
    draw_head(frame, sheet);
    for (std::size_t i = 0; i < picture.rows.size(); ++i) {
        const Rect rect{x, y + sheet.head + static_cast<float>(i) * sheet.row, width, sheet.row};
        if (frame.is_near(rect, 0))
            draw_row(frame, sheet, i, rect);
    }
    frame.end_group();
    return y + sheet.rect.h;
}

// ---- the curve ----

/// More than that is a mistake, which the figure beside the point shows: the others keep their room.
constexpr float most_percent = 200;

/// Where values between 0 and `most` per cent are drawn.
struct Plot {
    Rect rect;
    std::size_t points = 1;
    float most = 100;

    ImVec2 at(std::size_t point, Decimal value) const {
        const float step = points > 1 ? rect.w / static_cast<float>(points - 1) : 0;
        return {rect.x + static_cast<float>(point) * step,
                rect.y + rect.h * (1 - std::min(drawn(value), most) / most)};
    }
};

void draw_axes(Frame& frame, const Picture& picture, const Plot& plot) {
    const TextLook look = head_look(frame);
    for (float percent = 0; percent <= plot.most; percent += 25) {
        const float y = plot.rect.y + plot.rect.h * (1 - percent / plot.most);
        frame.fill({plot.rect.x, y, plot.rect.w, frame.hairline()}, frame.colors.line);
        const std::string label = std::to_string(static_cast<int>(percent)) + "%";
        frame.text(plot.rect.x - frame.text_width(label, look) - 8, y - frame.line_height(look) / 2, label,
                   look);
    }
    for (std::size_t i = 0; i < picture.columns.size(); ++i) {
        const float width = frame.text_width(picture.columns[i], look);
        frame.text(plot.at(i, Decimal()).x - width / 2, plot.rect.y + plot.rect.h + 6, picture.columns[i],
                   look);
    }
}

void draw_line(Frame& frame, const Plot& plot, const Picture::Row& row, bool strong) {
    const ImU32 color = strong ? frame.colors.accent : frame.colors.field_line;
    std::optional<ImVec2> last;
    for (std::size_t i = 0; i < row.values.size(); ++i) {
        if (!row.values[i])
            continue;
        const ImVec2 at = plot.at(i, *row.values[i]);
        if (last)
            frame.line(last->x, last->y, at.x, at.y, color, strong ? 3.0f : 1.0f);
        last = at;
        if (!strong)
            continue;
        frame.fill({at.x - 4, at.y - 4, 8, 8}, color, 4);
        const TextLook look{theme::small_size, frame.colors.ink, true};
        const float width = frame.text_width(row.texts[i], look);
        const float x = std::clamp(at.x - width / 2, plot.rect.x, plot.rect.x + plot.rect.w - width);
        frame.text(x, at.y - frame.line_height(look) - 5, row.texts[i], look);
    }
}

/// Which project's line is drawn above all others. Returns the y below.
float draw_line_choice(Frame& frame, const Picture& picture, std::size_t strong, float x, float y,
                       float width) {
    if (picture.rows.size() < 2)
        return y;
    const auto names = [&picture] {
        std::vector<std::string> all;
        for (const Picture::Row& row : picture.rows)
            all.push_back(row.name);
        return all;
    };
    const ChoiceLook look{
        .name = std::string(tr("粗线是哪个项目")),
        .value = picture.rows[strong].name,
        .label = std::string(tr("粗线：")),
    };
    if (const auto picked = choice(frame, choice_id("plan-line"),
                                   {x, y, std::min(width, 420.0f), frame.control_height()}, look, names)) {
        frame.view.plan_line = *picked;
        frame.machine.wake(2);
    }
    return y + frame.control_height() + 8;
}

/// Returns the y below.
float draw_curve(Frame& frame, const Picture& picture, float x, float y, float width) {
    const std::size_t strong = std::min(frame.view.plan_line, picture.rows.size() - 1);
    y = draw_line_choice(frame, picture, strong, x, y, width) + 24;
    Plot plot{{x + 52, y, width - 52 - 36, plot_height}, picture.columns.size()};
    for (const Picture::Row& row : picture.rows) {
        for (const auto& value : row.values)
            plot.most = std::clamp(value ? drawn(*value) : 0.0f, plot.most, most_percent);
    }
    draw_axes(frame, picture, plot);
    for (std::size_t i = 0; i < picture.rows.size(); ++i) {
        if (i != strong)
            draw_line(frame, plot, picture.rows[i], false);
    }
    draw_line(frame, plot, picture.rows[strong], true);
    return y + plot_height + frame.line_height(head_look(frame)) + 18;
}

// ---- all of them ----

float paragraph(Frame& frame, const std::string& id, std::string_view text, float x, float y, float width) {
    const TextLook look{theme::text_size, frame.colors.quiet};
    const float height = frame.paragraph(x, y, width, text, look);
    frame.node(id, Role::text, std::string(text), {x, y, width, height});
    return y + height;
}

/// Returns the y below. How high its card is, is known from the frame before.
float draw_picture(Frame& frame, const Picture& picture, float x, const float y, float width) {
    const std::string id = "picture/" + picture.key;
    float& known = frame.view.heights[id];
    const Rect rect{x, y, width, known};
    frame.begin_group(id, Role::group, picture.title, rect);
    card(frame, rect);
    const TextLook title{theme::title_size, frame.colors.ink, true};
    const float inner = width - 2 * pad, left = x + pad;
    float at = y + pad;
    heading(frame, id + "/title", left, at, inner, picture.title, 3, title);
    at += frame.line_height(title) + 8;
    if (picture.rows.empty()) {
        at = paragraph(frame, id + "/nothing", picture.nothing, left, at, inner);
    } else {
        draw_legend(frame, picture, left, at);
        at += legend_height(frame, picture);
        if (picture.kind == Picture::Kind::curve)
            at = draw_curve(frame, picture, left, at, inner);
        at = draw_sheet(frame, picture, left, at, inner) + 8;
    }
    std::size_t number = 0;
    for (const std::string& note : picture.notes)
        at = paragraph(frame, id + "/note/" + std::to_string(number++), note, left, at, inner);
    frame.end_group();
    if (known != at + pad - y) {
        known = at + pad - y;
        frame.machine.wake(2);
    }
    return y + known;
}

} // namespace
} // namespace pictures_view

void draw_pictures(const platform::Later&, Frame& frame, const Rect& rect) {
    using namespace pictures_view;
    frame.begin_group("pictures", Role::region, tr("图表"), rect);
    const Frame::Area area = frame.begin_scroll("pictures", rect);
    const float width = std::min(most_width, area.width - 2 * theme::gap);
    const float x = area.x + theme::gap;
    const TextLook title{theme::title_size, frame.colors.ink, true};
    float y = area.y + theme::gap;
    const float height = frame.control_height();
    const float print = button_width(frame, tr("打印图表"));
    heading(frame, "pictures-title", x, y + (height - frame.line_height(title)) / 2, width - print - 8,
            tr("图表"), 2, title);
    if (button(frame, "print-pictures", {x + width - print, y, print, height}, tr("打印图表")))
        frame.wish(app::Print{});
    y += height + theme::gap;
    for (const Picture& picture : frame.state.pictures)
        y = draw_picture(frame, picture, x, y, width) + theme::gap;
    frame.end_scroll(area, y + theme::foot);
    frame.end_group();
}

} // namespace jibiao::ui
