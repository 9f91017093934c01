#include "app/limits.h"
#include "app/review.h"
#include "base/text.h"
#include "base/words.h"
#include "model/comment_kind.h"
#include "ui/theme.h"
#include "ui/views/finding_parts.h"
#include "ui/views/views.h"
#include "ui/widgets/widgets.h"

#include <algorithm>

namespace jibiao::ui {
namespace comments_view {
namespace {

using app::ReviewState;
using app::Thread;

constexpr float pad = finding_pad;
constexpr float between = 6;
const FieldLook draft_look{.multiline = true};

theme::Tint tint_of(const Frame& frame, ReviewState state) {
    switch (state) {
    case ReviewState::open:
        return frame.colors.warning;
    case ReviewState::returned:
        return frame.colors.error;
    case ReviewState::approved:
        return {frame.colors.done, frame.colors.accent_pale};
    case ReviewState::resolved:
        break;
    }
    return {frame.colors.quiet, frame.colors.hover};
}

/// "张三　2026-11-22　退回".
std::string head_of(const Comment& comment) {
    std::string text = comment.author.empty() ? std::string(tr("（未署名）")) : comment.author;
    for (const std::string_view part : {std::string_view(comment.date), tr(name_of(comment.kind))})
        text += part.empty() ? "" : "　" + std::string(part);
    return text;
}

/// From the left, on as many lines as it takes; nothing is drawn while it only measures.
class Buttons {
  public:
    Buttons(Frame& frame, float x, float y, float width)
        : frame_(frame), left_(x), width_(width), x_(x), y_(y) {}
    bool operator()(const std::string& id, std::string_view label, const ButtonLook& look = {}) {
        const float width = button_width(frame_, label), height = frame_.control_height();
        if (x_ > left_ && x_ + width > left_ + width_)
            x_ = left_, y_ += height + between;
        x_ += width + between;
        return button(frame_, id, {x_ - width - between, y_, width, height}, label, look);
    }
    float below() const { return y_ + frame_.control_height(); }

  private:
    Frame& frame_;
    float left_, width_, x_, y_;
};

// ---- writing ----

void add(Frame& frame, FieldRef at, CommentKind kind, std::string text) {
    const std::string author = shorten(trim(frame.view.author), 40);
    frame.machine.set_preference(author_node, author);
    const std::string label(tr(name_of(kind)));
    frame.wish(app::Apply{
        {label, {edit::AddComment{{at, kind, std::move(text), author, frame.machine.today()}}}},
        kind == CommentKind::remark ? std::string(tr("已批注")) : fill(tr("已标为“{1}”"), {label})});
}

/// Where a remark about the cell is written, and what becomes of it. Returns the y below.
float draw_draft(Frame& frame, FieldRef at, std::string next, std::string_view place, float x, float y,
                 float width) {
    const float height = std::max(field_height(frame, frame.view.draft, width, draft_look), 72.0f);
    FieldLook field = draft_look;
    field.placeholder = tr("写给审核人或填报人");
    draft_field(frame, {x, y, width, height}, with_colon(tr("批注内容"), place), field);
    y += height + between;
    plain_field(frame, std::string(author_node), frame.view.author, {x, y, width, frame.control_height()},
                tr("署名"), {.placeholder = std::string(tr("署名"))});
    y += frame.control_height() + between;
    const std::string text(trim(frame.view.draft));
    const std::size_t length = count_code_points(text);
    const bool fits = length <= app::most_of_remark;
    if (!fits) {
        const std::string too_long = fill(tr("太长：{1} 个字，最多 {2} 个。"),
                                          {std::to_string(length), std::to_string(app::most_of_remark)});
        const TextLook look{theme::text_size, frame.colors.error.strong};
        const float line = frame.paragraph(x, y, width, too_long, look);
        frame.node("comment/too-long", Role::status, too_long, {x, y, width, line});
        y += line + between;
    }
    Buttons buttons(frame, x, y, width);
    const auto offer = [&](const char* id, CommentKind kind, const ButtonLook& look) {
        if (!buttons(id, tr(name_of(kind)), look))
            return;
        add(frame, at, kind, text);
        end_draft(frame, next);
    };
    offer("comment/add", CommentKind::remark, {ButtonKind::primary, length > 0 && fits});
    offer("comment/return", CommentKind::returned, {.enabled = length > 0 && fits});
    offer("comment/approve", CommentKind::approved, {.enabled = fits});
    if (buttons("comment/cancel", tr("取消"), {ButtonKind::quiet}))
        end_draft(frame, std::move(next));
    return buttons.below();
}

// ---- what was said ----

std::string place_of(const Frame& frame, FieldRef at) {
    return place_in_words(frame.state.book(), frame.form, at);
}

/// Returns the y below.
float draw_comment(Frame& frame, std::size_t index, const std::string& id, float x, float y, float width) {
    const Comment& comment = frame.state.book().comments[index];
    const float side = frame.control_height();
    const std::string head = head_of(comment);
    const float top = y;
    frame.text_cut(x, y + (side - frame.line_height(finding_place_look(frame))) / 2, width - side - between,
                   head, finding_place_look(frame));
    if (button(frame, id + "/remove", {x + width - side, y, side, side}, "×",
               {ButtonKind::quiet, true, fill(tr("删除批注：{1}。{2}"), {head, comment.text})}))
        frame.wish(app::Apply{{word("删除批注"), {edit::RemoveComment{comment, index}}},
                              std::string(tr("已删除批注"))});
    y += side;
    if (!comment.text.empty())
        y += frame.paragraph(x, y, width, comment.text, finding_message_look(frame));
    frame.node(id, Role::text, comment.text.empty() ? head : with_colon(head, comment.text),
               {x, top, width, y - top});
    return y + between;
}

float comments_height(const Frame& frame, const Thread& thread, float width) {
    float height = 0;
    for (const std::size_t index : thread.comments) {
        const Comment& comment = frame.state.book().comments[index];
        const float text = comment.text.empty()
                               ? 0
                               : frame.paragraph_height(width, comment.text, finding_message_look(frame));
        height += frame.control_height() + text + between;
    }
    return height;
}

/// What a thread's state asks for. Returns the y below.
float draw_answers(Frame& frame, const Thread& thread, const std::string& id, const std::string& place,
                   float x, float y, float width) {
    Buttons buttons(frame, x, y, width);
    const auto name = [&place](std::string_view what) {
        return ButtonLook{ButtonKind::plain, true, with_colon(what, place)};
    };
    if (buttons(id + "/reply", tr("回复"), name(tr("回复")))) {
        begin_draft(frame, comment_node(frame.id_of(thread.at)));
    }
    if (thread.waits() && buttons(id + "/resolve", tr("已处理"), name(tr("已处理"))))
        add(frame, thread.at, CommentKind::resolved, "");
    if (thread.state != ReviewState::approved && buttons(id + "/approve", tr("通过"), name(tr("通过"))))
        add(frame, thread.at, CommentKind::approved, "");
    return buttons.below();
}

/// Where it is and what has become of it; pressed, it leads there. Returns the y below.
float draw_place(Frame& frame, const Thread& thread, const std::string& id, const std::string& place, float x,
                 float y, float width) {
    const theme::Tint tint = tint_of(frame, thread.state);
    const std::string_view state = app::name_of(thread.state);
    const TextLook chip{theme::small_size, tint.strong, true};
    const float used = frame.text_width(state, chip) + 12;
    const float height = std::max(frame.paragraph_height(width - used - 8, place, finding_title_look(frame)),
                                  frame.control_height());
    const Rect rect{x, y, width, height};
    frame.reveal_if_wanted(id + "/go", rect);
    frame.node(id + "/go", Role::button, with_colon(state, place), rect).selected =
        frame.state.current_finding_at == thread.at;
    const Frame::Press press = frame.press(id + "/go", rect);
    if (press.hovered || press.held)
        frame.fill(rect, frame.colors.hover, theme::radius);
    if (frame.has_focus(id + "/go"))
        frame.outline(rect, frame.colors.accent, theme::radius, 2);
    const float line = frame.line_height(chip);
    frame.fill({x, y + 2, used, line}, tint.pale, theme::radius);
    frame.text(x + 6, y + 2, state, chip);
    frame.paragraph(x + used + 8, y, width - used - 8, place, finding_title_look(frame));
    const bool activated = frame.activated(id + "/go");
    if (press.clicked || activated)
        frame.wish(app::GoTo{thread.at});
    return y + height;
}

bool is_answered(const Frame& frame, const Thread& thread) {
    return frame.view.draft_node == comment_node(frame.id_of(thread.at));
}

/// Returns the y below the card. Its height is known only when it has been drawn, and kept for the next
/// frame.
float draw_thread(Frame& frame, const Thread& thread, float x, const float y, float width) {
    const std::string id = "thread/" + frame.id_of(thread.at);
    const std::string place = place_of(frame, thread.at);
    const float inner = width - 2 * pad;
    float& known = frame.view.heights[id];
    if (known == 0) // Before anything of it was drawn: what is certain.
        known = 2 * pad + 2 * frame.control_height() + comments_height(frame, thread, inner);
    const Rect rect{x, y, width, known};
    if (frame.state.threads.size() > Frame::most_listed && !frame.is_near(rect, thread.at.row))
        return y + known + 8;
    frame.begin_group(id, Role::listitem, "", rect);
    card(frame, rect);
    float at = draw_place(frame, thread, id, place, x + pad, y + pad, inner) + between;
    for (const std::size_t index : thread.comments)
        at = draw_comment(frame, index, id + "/" + std::to_string(index), x + pad, at, inner);
    at = is_answered(frame, thread) ? draw_draft(frame, thread.at, id + "/reply", place, x + pad, at, inner)
                                    : draw_answers(frame, thread, id, place, x + pad, at, inner);
    frame.end_group();
    if (known != at + pad - y) {
        known = at + pad - y;
        frame.machine.wake(2);
    }
    return y + known + 8;
}

/// For the cell where the person was last, unless it has a thread already. Returns the y below.
float draw_beginning(Frame& frame, float x, float y, float width) {
    const auto at = frame.state.current_finding_at;
    const bool is_cell = at && frame.state.shows(*at);
    const bool has_thread = is_cell && std::ranges::any_of(frame.state.threads, [&at](const Thread& one) {
                                return one.at == *at;
                            });
    if (is_cell && !has_thread && frame.view.draft_node == comment_node(frame.id_of(*at))) {
        // Back to the cell, if it is there.
        const std::string next = is_wide(frame) ? frame.id_of(*at) : "comment-here";
        return draw_draft(frame, *at, next, place_of(frame, *at), x, y, width) + 8;
    }
    const std::string label =
        with_colon(tr("＋ 批注"), is_cell ? place_of(frame, *at) : tr("先点一下要说的格子"));
    if (button(frame, "comment-here",
               {x, y, std::min(width, button_width(frame, label)), frame.control_height()}, label,
               {ButtonKind::plain, is_cell, label}))
        frame.wish(app::BeginComment{*at});
    return y + frame.control_height() + 8;
}

} // namespace
} // namespace comments_view

void draw_comments(const platform::Later&, Frame& frame, const Rect& rect) {
    using namespace comments_view;
    if (!std::exchange(frame.view.author_known, true))
        frame.view.author = frame.machine.preference(author_node);
    const Frame::Area area = frame.begin_scroll("comments", rect);
    const float x = area.x + pad, width = area.width - 2 * pad;
    float y = draw_beginning(frame, x, area.y, width);
    if (frame.state.threads.empty()) {
        const std::string_view text = tr("还没有批注。");
        const TextLook look{theme::text_size, frame.colors.quiet};
        const float height = frame.paragraph(x, y, width, text, look);
        frame.node("no-comments", Role::text, std::string(text), {x, y, width, height});
        y += height;
    } else {
        frame.begin_group("comment-list", Role::list, tr("批注"),
                          {area.x, y, area.width, frame.view.heights["comments"]});
        for (const Thread& thread : frame.state.threads)
            y = draw_thread(frame, thread, x, y, width);
        frame.end_group();
    }
    frame.end_scroll(area, y + pad);
}

} // namespace jibiao::ui
