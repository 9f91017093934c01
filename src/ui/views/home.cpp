#include "app/commands.h"
#include "base/words.h"
#include "ui/theme.h"
#include "ui/views/views.h"
#include "ui/widgets/widgets.h"

#include <algorithm>

namespace jibiao::ui {
namespace {

constexpr float home_pad = 14;
constexpr float home_gap = 8;
/// More than a person overlooks at once.
constexpr std::size_t most_without_search = 8;

TextLook name_look(const Frame& frame) {
    return {theme::text_size, frame.colors.ink, true};
}
TextLook details_look(const Frame& frame) {
    return {theme::small_size, frame.colors.quiet};
}

std::string verdict_of(const io::BookMeta& meta) {
    if (meta.to_mend < 0)
        return "";
    const std::string comments =
        meta.comments > 0 ? fill(tr("，{1} 条批注未处理"), {std::to_string(meta.comments)}) : "";
    return (meta.to_mend == 0 ? std::string(tr("可上报"))
                              : fill(tr("{1} 项须改"), {std::to_string(meta.to_mend)})) +
           comments;
}

std::string details_of(const Frame& frame, const io::BookMeta& meta) {
    const Template& form = frame.knowledge.templates.get(meta.template_id);
    std::string text;
    for (const std::string& part : {app::day_in_words(meta.day, frame.machine.today()), meta.unit,
                                    meta.year > 0 ? fill(tr("{1}年"), {std::to_string(meta.year)}) : "",
                                    form.id == meta.template_id ? form.name : ""}) {
        if (!part.empty())
            text += (text.empty() ? "" : "　") + part;
    }
    return text;
}

void begin_renaming(Frame& frame, const app::BookEntry& entry) {
    begin_draft(frame, std::string(rename_prefix) + entry.id, app::name_of(entry.meta));
}

void draw_menu(Frame& frame, const app::BookEntry& entry, const Rect& rect) {
    const std::string& open = frame.state.books.open;
    const bool beside_open = !open.empty() && open != entry.id;
    const auto options = [&] {
        std::vector<std::string> words;
        for (const char* one : {word("重命名"), word("复制"), word("据此新建下一年度的表"),
                                beside_open ? word("与打开的表比较") : word("与别的表比较"),
                                entry.meta.archived ? word("取消归档") : word("归档"), word("删除")})
            words.emplace_back(tr(one));
        return words;
    };
    const ChoiceLook look{
        .name = with_colon(tr("操作"), app::name_of(entry.meta)), .value = "", .arrow_only = true};
    switch (choice(frame, choice_id("book/" + entry.id), rect, look, options).value_or(options().size())) {
    case 0:
        return begin_renaming(frame, entry);
    case 1:
        return frame.wish(app::DuplicateBook{entry.id});
    case 2:
        return frame.wish(app::RollForward{entry.id});
    case 3:
        return frame.wish(
            app::CompareWith{beside_open ? app::Counterpart::book : app::Counterpart::none, entry.id});
    case 4:
        return frame.wish(app::ArchiveBook{entry.id, !entry.meta.archived});
    case 5:
        frame.view.focus_wanted = "welcome-open"; // What had the keyboard is gone.
        return frame.wish(app::DeleteBook{entry.id});
    }
}

/// Name, verdict and what else tells books apart; pressed, it opens.
void draw_book(Frame& frame, const app::BookEntry& entry, const Rect& rect) {
    const std::string id = "book/" + entry.id;
    const std::string name = app::name_of(entry.meta);
    const std::string verdict = verdict_of(entry.meta);
    const std::string details = details_of(frame, entry.meta);
    frame.reveal_if_wanted(id, rect);
    frame
        .node(id, Role::button,
              name + (verdict.empty() ? "" : fill(tr("，{1}"), {verdict})) + fill(tr("，{1}"), {details}),
              rect)
        .selected = entry.id == frame.state.books.open;
    const Frame::Press press = frame.press(id, rect);
    if (press.hovered || press.held)
        frame.fill(rect, frame.colors.hover, theme::radius);
    if (frame.has_focus(id))
        frame.outline(rect, frame.colors.accent, theme::radius, 2);
    const float x = rect.x + home_pad;
    const float width = rect.w - 2 * home_pad;
    float y =
        rect.y + (rect.h - frame.line_height(name_look(frame)) - frame.line_height(details_look(frame))) / 2;
    frame.text_cut(x, y, width, name, name_look(frame));
    y += frame.line_height(name_look(frame));
    const TextLook look{theme::small_size,
                        entry.meta.to_mend > 0 ? frame.colors.error.strong : frame.colors.done, true};
    const float used = verdict.empty() ? 0 : frame.text_width(verdict, look) + home_pad;
    frame.text_cut(x, y, width, verdict, look);
    frame.text_cut(x + used, y, width - used, details, details_look(frame));
    const bool activated = frame.activated(id);
    if (!press.clicked && !activated)
        return;
    if (frame.has_focus(id))
        frame.view.focus_wanted = "home";
    frame.wish(app::OpenBook{entry.id});
}

void draw_item(Frame& frame, const app::BookEntry& entry, const Rect& rect) {
    frame.begin_group("item/" + entry.id, Role::listitem, "", rect);
    card(frame, rect);
    const float side = frame.control_height();
    const float menu = rect.x + rect.w - side - home_pad;
    const float y = rect.y + (rect.h - side) / 2;
    if (frame.view.draft_node == std::string(rename_prefix) + entry.id)
        draft_field(frame, {rect.x + home_pad, y, menu - rect.x - 2 * home_pad, side},
                    with_colon(tr("名称"), app::name_of(entry.meta)));
    else
        draw_book(frame, entry, {rect.x, rect.y, menu - rect.x - home_gap, rect.h});
    draw_menu(frame, entry, {menu, y, side, side});
    frame.end_group();
}

/// From the left, on as many lines as it takes; returns the y below.
float draw_beginnings(Frame& frame, const float left, float y, float width) {
    const float height = frame.control_height();
    float x = left;
    const auto place = [&](float wanted) {
        wanted = std::min(wanted, width);
        if (x > left && x + wanted > left + width)
            x = left, y += height + home_gap;
        x += wanted + home_gap;
        return Rect{x - wanted - home_gap, y, wanted, height};
    };
    const auto offer = [&](const char* id, std::string_view label, app::Action action, ButtonKind kind) {
        if (button(frame, id, place(button_width(frame, label)), label, {kind}))
            frame.wish(std::move(action));
    };
    // Not the name of the bar's button, which is there as well.
    offer("welcome-open", tr("打开文件（或拖放到此处）"), app::OpenFile{}, ButtonKind::primary);
    offer("welcome-paste", tr("粘贴文本"), app::PasteText{}, ButtonKind::plain);
    const auto& forms = frame.knowledge.templates.all();
    const auto names = [&frame] { return frame.knowledge.templates.names(); };
    const std::string_view blank = tr("新建空白表");
    const ChoiceLook look{.name = std::string(blank), .value = "", .label = std::string(blank)};
    if (const auto form =
            choice(frame, choice_id("new"), place(button_width(frame, blank) + 24), look, names))
        frame.wish(app::NewBook{forms[*form].id});
    offer("welcome-sample", tr("看一个示例"), app::OpenSample{}, ButtonKind::quiet);
    return y + height;
}

/// What chooses among the books; returns the y below.
float draw_filters(Frame& frame, std::size_t active, std::size_t archived, float x, float y, float width) {
    const float height = frame.control_height();
    const float top = y;
    if (active + archived > most_without_search) {
        plain_field(frame, std::string(book_search_node), frame.view.book_search,
                    {x, y, std::min(width, 360.0f), height}, tr("按名称、单位或年度查找"),
                    {.placeholder = std::string(tr("按名称、单位或年度查找"))});
        y += height + home_gap;
    }
    if (archived > 0) {
        bool& open = frame.view.archived_open;
        const std::string label =
            open ? std::string(tr("‹ 未归档")) : fill(tr("已归档 {1} 份"), {std::to_string(archived)});
        if (button(frame, "home-archived", {x, y, button_width(frame, label), height}, label)) {
            open = !open;
            frame.machine.wake(2);
        }
        y += height + home_gap;
    }
    return y == top ? y : y + home_gap;
}

} // namespace

float draw_home_foot(Frame& frame, float x, float y) {
    for (const char* id : {"settings", "about"}) {
        const app::Command& command = app::command(id);
        const float width = button_width(frame, app::name_of(command));
        if (button(frame, std::string("home-") + id, {x, y, width, frame.control_height()},
                   app::name_of(command), {.kind = ButtonKind::quiet, .keys = command.keys}))
            frame.wish(*app::action_of(id));
        x += width + home_gap;
    }
    return y + frame.control_height();
}

void draw_home(Frame& frame, const Rect& rect) {
    const app::Books& books = frame.state.books;
    const std::size_t active = app::listed(books, false).size();
    const std::size_t archived = app::listed(books, true).size();
    if (active + archived == 0)
        return draw_welcome(frame, rect);
    if (archived == 0)
        frame.view.archived_open = false;
    // Whoever came by keyboard goes on from the book that was left.
    if (!frame.view.at_home && !frame.view.focused.empty() && !books.open.empty())
        frame.view.focus_wanted = "book/" + books.open;
    const Frame::Area area = frame.begin_scroll("home", rect);
    frame.begin_group("home-page", Role::region, tr("首页"),
                      {area.x, area.y, area.width, frame.view.heights["home"]});
    const float width = std::min(880.0f, area.width - 2 * theme::gap);
    const float x = area.x + (area.width - width) / 2;
    float y = area.y + 2 * theme::gap;
    const TextLook title{24, frame.colors.ink, true};
    heading(frame, "home-title", x, y, width, tr("预算绩效目标表"), 2, title);
    y += frame.line_height(title) + theme::gap;
    y = draw_beginnings(frame, x, y, width) + 2 * theme::gap;
    y = draw_filters(frame, active, archived, x, y, width);
    const auto shown = app::listed(books, frame.view.archived_open,
                                   active + archived > most_without_search ? frame.view.book_search : "");
    const float height =
        frame.line_height(name_look(frame)) + frame.line_height(details_look(frame)) + 2 * home_pad;
    if (shown.empty()) {
        const std::string_view nothing = tr("没有符合的表");
        const TextLook look = details_look(frame);
        frame.node("home-nothing", Role::status, std::string(nothing),
                   {x, y, width, frame.line_height(look)});
        frame.text(x, y, nothing, look);
        y += frame.line_height(look);
    } else {
        const float all = static_cast<float>(shown.size()) * (height + home_gap);
        frame.begin_group("book-list", Role::list, frame.view.archived_open ? tr("已归档") : tr("全部表"),
                          {x, y, width, all});
        for (const app::BookEntry* entry : shown) {
            draw_item(frame, *entry, {x, y, width, height});
            y += height + home_gap;
        }
        frame.end_group();
    }
    y = draw_home_foot(frame, x, y + home_gap);
    frame.end_group();
    frame.end_scroll(area, y + theme::foot);
}

} // namespace jibiao::ui
