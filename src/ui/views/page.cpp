#include "base/words.h"
#include "check/verdict.h"
#include "ui/theme.h"
#include "ui/views/find.h"
#include "ui/views/views.h"
#include "ui/widgets/widgets.h"

namespace jibiao::ui {
namespace {

void draw_page_of_book(Frame& frame, const Rect& rect) {
    switch (frame.state.page) {
    case app::Page::home:
        return;
    case app::Page::project:
        return draw_project(frame, rect);
    case app::Page::texts:
        return draw_texts(frame, rect);
    case app::Page::notes:
    case app::Page::compare:
    case app::Page::pictures:
        break;
    }
    const platform::Later* later = frame.machine.later();
    if (!later)
        draw_awaiting(frame, rect);
    else if (frame.state.page == app::Page::notes)
        draw_notes(*later, frame, rect);
    else if (frame.state.page == app::Page::compare)
        draw_compare(*later, frame, rect);
    else
        draw_pictures(*later, frame, rect);
}

/// What is drawn from the whole book wants the room of the findings, too.
bool takes_all(const Frame& frame) {
    return frame.state.page >= app::Page::compare;
}

void draw_middle(Frame& frame, const Rect& rect) {
    frame.view.label_at.reset();
    draw_page_of_book(frame, rect);
    if (const platform::Later* later = frame.machine.later()) {
        const Rect covered = draw_field_message(*later, frame, rect);
        draw_guidance_mark(*later, frame, rect, covered);
    }
}

/// At the foot of `rect`, if it is open; returns what is left above it.
Rect draw_guidance_below(Frame& frame, Rect rect) {
    const platform::Later* later = frame.view.guidance_open ? frame.machine.later() : nullptr;
    if (!later || takes_all(frame))
        return rect;
    const float height = guidance_height(frame, rect.h);
    rect.h -= height;
    draw_guidance(*later, frame, {rect.x, rect.y + rect.h, rect.w, height});
    return rect;
}

/// Contents, form and findings side by side.
void draw_wide(Frame& frame, const Rect& rect) {
    const float left = 264;
    const float right = takes_all(frame) ? 0 : 352;
    draw_contents(frame, {rect.x, rect.y, left, rect.h});
    draw_middle(frame, {rect.x + left, rect.y, rect.w - left - right, rect.h});
    if (right > 0)
        draw_findings(frame, draw_guidance_below(frame, {rect.x + rect.w - right, rect.y, right, rect.h}));
}

void draw_foot(Frame& frame, const Rect& bar) {
    frame.begin_group("foot", Role::group, tr("视图"), bar);
    frame.fill(frame.to_edges(bar), frame.colors.card);
    frame.fill(frame.to_edges({bar.x, bar.y, bar.w, frame.hairline()}), frame.colors.line);
    const std::string findings = fill(tr("问题 {1}"), {std::to_string(frame.state.report.findings.size())});
    const std::string verdict = in_words(verdict_of(frame.state.report, app::judged_phase));
    const std::string label =
        frame.state.checking ? std::string(tr("正在检查…")) : findings + std::string(tr("，")) + verdict;
    const float half = (bar.w - 3 * 8) / 2;
    const float y = bar.y + 8;
    const bool open = frame.view.finding_list_open;
    if (button(frame, "show-form", {bar.x + 8, y, half, frame.control_height()}, tr("表格"),
               {open ? ButtonKind::plain : ButtonKind::primary}))
        frame.view.finding_list_open = false;
    if (button(frame, "show-findings", {bar.x + 16 + half, y, half, frame.control_height()}, label,
               {open ? ButtonKind::primary : ButtonKind::plain, true,
                frame.state.checking ? label : findings + fill(tr("，上报结论：{1}"), {verdict})}))
        frame.view.finding_list_open = true;
    frame.end_group();
}

/// A row of contents above; below it the form, or the findings in its place. What a soft keyboard leaves is
/// all for what is typed.
void draw_narrow(Frame& frame, const Rect& rect) {
    const float bar = frame.has_soft_keyboard ? 0 : frame.control_height() + 16;
    if (bar > 0)
        draw_contents_row(frame, {rect.x, rect.y, rect.w, bar});
    const Rect middle{rect.x, rect.y + bar, rect.w, rect.h - 2 * bar};
    if (frame.view.finding_list_open && !takes_all(frame))
        draw_findings(frame, middle);
    else
        draw_middle(frame, draw_guidance_below(frame, middle));
    if (bar > 0)
        draw_foot(frame, {rect.x, rect.y + rect.h - bar, rect.w, bar});
}

} // namespace

void draw_page(Frame& frame) {
    const float bar = top_bar_height(frame);
    const float message = message_height(frame);
    const Rect& room = frame.room;
    if (frame.state.words_wanted)
        return; // Not in the wrong language.
    draw_top_bar(frame, {room.x, room.y, room.w, bar});
    const float carried = carried_height(frame);
    const platform::Later* later = frame.machine.later();
    const float find = later && frame.state.has_book() ? find_height(frame) : 0;
    const float guide = later ? guide_height(frame) : 0;
    const float above = bar + guide + carried + find;
    const Rect rest{room.x, room.y + above, room.w, room.h - above - message};
    if (guide > 0)
        draw_guide(*later, frame, {room.x, room.y + bar, room.w, guide});
    if (carried > 0)
        draw_carried(frame, {room.x, room.y + bar + guide, room.w, carried});
    if (find > 0)
        draw_find(*later, frame, {room.x, room.y + bar + guide + carried, room.w, find});
    if (frame.state.loading)
        draw_loading(frame, rest);
    else if (!frame.state.has_book())
        draw_home(frame, rest);
    else if (is_wide(frame))
        draw_wide(frame, rest);
    else
        draw_narrow(frame, rest);
    frame.view.at_home = !frame.state.has_book();
    if (frame.state.has_book())
        say_counts(frame);
    frame.view.at_message = false;
    if (frame.state.message)
        draw_message(frame, {room.x, rest.y + rest.h, room.w, message});
    if (guide > 0)
        draw_guide_ring(*later, frame);
    draw_dialog(frame);
    draw_open_choice(frame);
    if (frame.state.files_hover)
        draw_drop_target(frame);
}

} // namespace jibiao::ui
