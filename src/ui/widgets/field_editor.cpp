#include "ui/widgets/field_editor.h"

#include "base/utf8.h"
#include "ui/theme.h"

#include <algorithm>
#include <cmath>

namespace jibiao::ui {
namespace {

Measure measure_of(const Frame& frame, const EditedField& field) {
    return [&frame, &field](std::string_view part) { return frame.text_width(part, field.look); };
}

/// The same as at rest, but for a field that does not wrap: that one is scrolled instead of cut.
TextLines lines_of(const Frame& frame, const EditedField& field, std::string_view text) {
    return {text, field.wraps ? frame.wrap(text, field.text.w, field.look) : std::vector{text}};
}

float width_before(const Frame& frame, const EditedField& field, const TextLines& lines, std::size_t line,
                   std::size_t at) {
    const std::size_t length = std::clamp(at, lines.begin(line), lines.end(line)) - lines.begin(line);
    return frame.text_width(lines[line].substr(0, length), field.look);
}

/// Of a text without its lines' ends: what was pasted, dictated. The last one comes with a spreadsheet's
/// cell.
std::string join_lines(std::string_view text) {
    std::string joined;
    while (text.ends_with('\n'))
        text.remove_suffix(1);
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\n')
            joined += text[at];
        else if (text[at + 1] != '\n')
            joined += ' ';
    }
    return joined;
}

std::string with_plain_line_ends(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\r')
            plain += text[at];
        else if (at + 1 == text.size() || text[at + 1] != '\n')
            plain += '\n';
    }
    return plain;
}

} // namespace

// ---- what is told ----

void FieldEditor::tell(bool composing) {
    const std::string shown = edit_.shown();
    if (shown == told_ && composing == told_composing_)
        return;
    told_ = shown;
    told_composing_ = composing;
    events_.push_back(platform::TextChanged{node_, shown, composing});
}

void FieldEditor::start_from_here() {
    baseline_ = told_ = edit_.text();
    told_composing_ = is_edited_ = false;
    edit_.forget();
}

void FieldEditor::commit() {
    if (edit_.is_composing())
        return;
    tell();
    start_from_here();
    events_.push_back(platform::TextCommitted{node_, edit_.text()});
}

void FieldEditor::leave() {
    if (!is_active_)
        return;
    edit_.keep_preedit();
    if (is_edited_)
        commit();
    is_active_ = false;
}

// ---- the program's text ----

void FieldEditor::begin(const EditedField& field) {
    // A window that comes to the front again goes on where it was.
    const bool is_pressed = std::exchange(pressed_node_, {}) == field.id;
    if (node_ != field.id || edit_.text() != field.value || (is_pressed && field.is_cell)) {
        mode_ = field.is_cell ? Mode::rest : Mode::inside;
        edit_ = TextEdit(field.value);
        if (!field.wraps)
            edit_.select({0, field.value.size()});
        scroll_x_ = scroll_y_ = 0;
        at_line_end_ = false;
        column_.reset();
    }
    node_ = field.id;
    is_active_ = true;
    original_ = field.value;
    start_from_here();
    if (mode_ == Mode::rest)
        rest(field);
    else if (is_pressed)
        edit_.select(pressed_);
}

void FieldEditor::follow(const EditedField& field) {
    if (!is_active_ || node_ != field.id) {
        leave();
        begin(field);
    } else if (!edit_.is_composing() && field.value != edit_.text()) {
        // What the program changes under an untouched field is not the person's to take back.
        if (edit_.text() == original_)
            original_ = field.value;
        edit_.rewrite(field.value);
        start_from_here();
        if (mode_ == Mode::rest)
            rest(field);
    }
}

/// The next letter replaces the text.
void FieldEditor::rest(const EditedField& field) {
    if (!field.is_cell)
        return;
    mode_ = Mode::rest;
    edit_.select({0, edit_.text().size()});
}

// ---- keys ----

bool FieldEditor::take(Frame& frame, const EditedField& field, const platform::Input& input) {
    if (const auto* key = std::get_if<platform::KeyPressed>(&input))
        return edit_.is_composing() || (field.is_cell && take_grid_key(field, *key)) ||
               take_key(frame, field, *key);
    const auto* preedit = std::get_if<platform::Preedit>(&input);
    if (preedit && preedit->text.empty() && !edit_.is_composing())
        return true;
    if (mode_ == Mode::rest)
        mode_ = Mode::typing;
    at_line_end_ = false;
    column_.reset();
    if (preedit) {
        edit_.compose(preedit->text, preedit->caret);
        is_edited_ = true;
        tell(edit_.is_composing());
    } else if (const auto* typed = std::get_if<platform::TextTyped>(&input)) {
        type(typed->text, field.holds_lines, !edit_.is_composing());
    }
    return true;
}

void FieldEditor::type(std::string text, bool holds_lines, bool letters) {
    text = to_valid_utf8(with_plain_line_ends(text));
    if (!holds_lines)
        text = join_lines(text);
    letters ? edit_.type(text) : edit_.insert(text);
    is_edited_ = true;
    tell();
}

/// Letters come as text; their keys are the field's all the same. Left to others are function keys, Tab,
/// Escape and Enter once the field has done its part, and commands.
bool FieldEditor::take_key(Frame& frame, const EditedField& field, const KeyPressed& key) {
    if (key.code == "Tab" || (key.code.starts_with('F') && key.code.size() <= 3))
        return false;
    if (key.code == "Escape")
        return restore(field);
    if (key.code == "Enter" || key.code == "NumpadEnter")
        return enter(field, key);
    if (take_caret_key(frame, field, key)) {
        tell();
        return true;
    }
    if (key.ctrl && !key.alt)
        return take_command(key, field.holds_lines);
    return !key.ctrl && !key.alt;
}

/// A key that moves about in the grid, or into the text.
bool FieldEditor::take_grid_key(const EditedField& field, const KeyPressed& key) {
    if (key.code == "F2") {
        mode_ = Mode::inside;
        edit_.place(edit_.text().size());
        return true;
    }
    if (mode_ == Mode::rest && key.ctrl && !key.shift && !key.alt &&
        (key.code == "KeyC" || key.code == "KeyX")) {
        events_.push_back(platform::Command{"copy"});
        if (key.code == "KeyX")
            events_.push_back(platform::Command{"clear"});
        return true;
    }
    const bool is_enter = key.code == "Enter" || key.code == "NumpadEnter";
    const bool is_arrow = key.code.starts_with("Arrow");
    bool taken = (is_enter || key.code == "Tab") && !key.ctrl &&
                 !(is_enter && field.holds_lines && mode_ == Mode::inside);
    if (mode_ == Mode::typing)
        taken = taken || (is_arrow && !key.ctrl && !key.shift);
    if (mode_ == Mode::rest)
        taken = taken || is_arrow || key.code == "Home" || key.code == "End" ||
                (key.code.starts_with("Page") && !key.ctrl) ||
                (key.code == "Delete" && !key.ctrl && !key.shift) ||
                (key.code == "Space" && key.shift && !key.ctrl) ||
                (key.code == "KeyA" && key.ctrl && !key.shift);
    if (!taken || key.alt)
        return false;
    if (is_edited_)
        commit();
    rest(field);
    const std::string_view name = is_enter ? "Enter" : key.code == "KeyA" ? "A" : std::string_view(key.code);
    events_.push_back(platform::CellKey{node_, (key.ctrl ? "Control+" : "") +
                                                   std::string(key.shift ? "Shift+" : "").append(name)});
    return true;
}

bool FieldEditor::restore(const EditedField& field) {
    const bool was_inside = field.is_cell && mode_ != Mode::rest;
    if (edit_.text() == original_) {
        rest(field);
        return was_inside;
    }
    edit_.rewrite(original_);
    start_from_here();
    commit();
    rest(field);
    return true;
}

bool FieldEditor::enter(const EditedField& field, const KeyPressed& key) {
    if (key.shift || key.alt || (field.holds_lines && !key.ctrl)) {
        if (field.holds_lines && !key.alt)
            type("\n", true, true);
        return true;
    }
    commit();
    events_.push_back(platform::Command{"enter"});
    rest(field);
    return key.ctrl;
}

/// In the field's own text; beyond what was typed here undo is the program's.
bool FieldEditor::take_back(bool forwards) {
    if (forwards ? !is_edited_ : edit_.text() == baseline_)
        return false;
    forwards ? edit_.redo() : edit_.undo();
    tell();
    return true;
}

bool FieldEditor::take_command(const KeyPressed& key, bool holds_lines) {
    if (key.code == "KeyZ")
        return take_back(key.shift);
    if (key.shift)
        return false;
    if (key.code == "KeyY")
        return take_back(true);
    if (key.code == "KeyA") {
        edit_.select({0, edit_.text().size()});
    } else if (key.code == "KeyC" || key.code == "KeyX") {
        if (edit_.selected().empty())
            return true;
        ImGui::SetClipboardText(std::string(edit_.selected()).c_str());
        if (key.code == "KeyX") {
            edit_.insert("");
            is_edited_ = true;
            tell();
        }
    } else if (key.code == "KeyV") {
        const char* text = ImGui::GetClipboardText();
        if (text && *text)
            type(text, holds_lines, false);
    } else {
        return false;
    }
    return true;
}

/// Keys that move the caret or erase at it.
bool FieldEditor::take_caret_key(Frame& frame, const EditedField& field, const KeyPressed& key) {
    if (key.alt)
        return false;
    const auto one_of = [&key](std::string_view back, std::string_view on) {
        return key.code == back ? -1 : key.code == on ? 1 : 0;
    };
    if (const int lines = one_of("ArrowUp", "ArrowDown")) {
        move_line(frame, field, lines, key.shift);
        return true;
    }
    column_.reset();
    if (const int ends = one_of("Home", "End")) {
        if (key.ctrl)
            edit_.place(ends > 0 ? edit_.text().size() : 0, key.shift);
        else
            move_in_line(frame, field, ends > 0, key.shift);
        at_line_end_ = ends > 0;
        return true;
    }
    const int step = one_of("ArrowLeft", "ArrowRight");
    const int erased = one_of("Backspace", "Delete");
    if (step)
        edit_.step(step, key.ctrl, key.shift);
    if (erased) {
        edit_.erase(erased, key.ctrl);
        is_edited_ = true;
    }
    if (step || erased)
        at_line_end_ = false;
    return step || erased;
}

void FieldEditor::move_in_line(Frame& frame, const EditedField& field, bool to_end, bool selecting) {
    const TextLines lines = lines_of(frame, field, edit_.text());
    const std::size_t line = lines.line_of(edit_.caret(), at_line_end_);
    edit_.place(to_end ? lines.end(line) : lines.begin(line), selecting);
}

void FieldEditor::move_line(Frame& frame, const EditedField& field, int direction, bool selecting) {
    const TextLines lines = lines_of(frame, field, edit_.text());
    const std::size_t line = lines.line_of(edit_.caret(), at_line_end_);
    if (direction < 0 ? line == 0 : line + 1 == lines.count())
        return edit_.place(direction < 0 ? 0 : edit_.text().size(), selecting);
    if (!column_)
        column_ = width_before(frame, field, lines, line, edit_.caret());
    const std::size_t to = direction < 0 ? line - 1 : line + 1;
    edit_.place(lines.place_at(to, *column_, measure_of(frame, field)), selecting);
    at_line_end_ = edit_.caret() == lines.end(to);
}

// ---- pointer ----

void FieldEditor::press(Frame& frame, const EditedField& field) {
    const bool is_here = is_active_ && node_ == field.id;
    if (is_here && edit_.is_composing()) {
        edit_.keep_preedit();
        tell();
        frame.machine.show_caret("", {}); // The input method forgets it.
    }
    const std::string& text = is_here ? edit_.text() : field.value;
    const TextLines lines = lines_of(frame, field, text);
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const float x = mouse.x / frame.scale - field.text.x + (is_here ? scroll_x_ : 0);
    const float y = mouse.y / frame.scale - field.text.y + (is_here ? scroll_y_ : 0);
    const float line_at = std::floor(y / frame.line_height(field.look));
    const auto line =
        static_cast<std::size_t>(std::clamp(line_at, 0.0f, static_cast<float>(lines.count() - 1)));
    const std::size_t at = lines.place_at(line, x, measure_of(frame, field));
    const int clicks = ImGui::GetMouseClickedCount(ImGuiMouseButton_Left);
    TextRange range{at, at};
    if (clicks == 2)
        range = word_at(text, at);
    else if (clicks > 2)
        range = {0, text.size()};
    if (!is_here) {
        pressed_node_ = field.id;
        pressed_ = range;
        return;
    }
    column_.reset();
    mode_ = Mode::inside;
    at_line_end_ = at == lines.end(line);
    if (clicks == 0)
        edit_.place(at, true); // Dragging on.
    else
        edit_.select(range);
}

// ---- drawing ----

void FieldEditor::scroll_to_caret(const EditedField& field, const Rect& caret, const Rect& content) {
    const auto follow_in = [](float& scroll, float at, float length, float whole, float room) {
        scroll = std::clamp(scroll, std::max(0.0f, at + length - room), std::max(0.0f, at));
        scroll = std::min(scroll, std::max(0.0f, whole - room));
    };
    if (!field.wraps)
        follow_in(scroll_x_, caret.x, caret.w, content.w + caret.w, field.text.w);
    // The field grows with the next frame, when the program has the new text; then all of it is seen.
    if (edit_.text() == field.value)
        follow_in(scroll_y_, caret.y, caret.h, content.h, field.text.h);
}

bool FieldEditor::draw(Frame& frame, const EditedField& field) {
    const std::string shown = edit_.shown();
    const TextLines lines = lines_of(frame, field, shown);
    const float height = frame.line_height(field.look);
    const std::size_t at = edit_.shown_caret();
    const std::size_t line = lines.line_of(at, at_line_end_);
    Rect caret{width_before(frame, field, lines, line, at), static_cast<float>(line) * height,
               std::max(1.5f, frame.hairline()), height};
    if (field.wraps)
        caret.x = std::min(caret.x, field.text.w); // Blanks at a break hang over.
    scroll_to_caret(
        field, caret,
        {0, 0, frame.text_width(lines[0], field.look), static_cast<float>(lines.count()) * height});
    caret.x += field.text.x - scroll_x_;
    caret.y += field.text.y - scroll_y_;

    const float scale = frame.scale;
    ImGui::PushClipRect(
        {(field.text.x - 2) * scale, (field.rect.y + 1) * scale},
        {(field.text.x + field.text.w + 2) * scale, (field.rect.y + field.rect.h - 1) * scale}, true);
    for (std::size_t i = 0; i < lines.count(); ++i)
        draw_line(frame, field, lines, i);
    const float inset = std::floor((height - frame.font_size(field.look)) / 4);
    if (mode_ != Mode::rest)
        frame.fill({caret.x, caret.y + inset, caret.w, caret.h - 2 * inset}, frame.colors.ink);
    ImGui::PopClipRect();
    const float css =
        scale / frame.machine.size().scale; // The page may be enlarged beyond the machine's scale.
    frame.machine.show_caret(node_, {caret.x * css, caret.y * css, caret.w * css, caret.h * css});
    return !shown.empty();
}

void FieldEditor::draw_line(Frame& frame, const EditedField& field, const TextLines& lines,
                            std::size_t line) const {
    const float height = frame.line_height(field.look);
    const float x = field.text.x - scroll_x_;
    const float y = field.text.y + static_cast<float>(line) * height - scroll_y_;
    if (!frame.is_visible({field.text.x, y, field.text.w, height}))
        return;
    const TextRange marked = edit_.is_composing() ? edit_.shown_preedit() : edit_.selection();
    const float from = width_before(frame, field, lines, line, marked.from);
    float to = width_before(frame, field, lines, line, marked.to);
    const bool is_marked = marked.from <= lines.end(line) && marked.to > lines.begin(line);
    if (is_marked && !edit_.is_composing() && mode_ != Mode::rest) {
        if (marked.to > lines.end(line))
            to += 4; // The line's end is selected as well.
        frame.fill({x + from, y, to - from, height}, (frame.colors.accent & 0x00FFFFFF) | 0x50000000);
    }
    frame.text(x, y, lines[line], field.look);
    if (is_marked && edit_.is_composing()) {
        const float below = y + (height + frame.font_size(field.look)) / 2 + 1;
        frame.line(x + from, below, x + to, below, field.look.color);
    }
}

} // namespace jibiao::ui
