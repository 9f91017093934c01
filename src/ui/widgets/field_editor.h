#pragma once
#include "ui/keyboard.h"
#include "ui/widgets/text_edit.h"

#include <optional>
#include <utility>

namespace jibiao::ui {

/// The one text field that is being edited: keys, pointer, drawing. What happens in it is told by the events
/// that a browser's field gives (web/text_field.js).
class FieldEditor {
  public:
    bool is_active() const { return is_active_; }
    /// Whether a key that was taken since take_events() may lead to another cell.
    bool leads_on() const {
        return !events_.empty() && std::holds_alternative<platform::CellKey>(events_.back());
    }
    std::vector<platform::Event> take_events() { return std::exchange(events_, {}); }

    /// Begins to edit, if it is another field, and takes over what the program has made of the text.
    void follow(const EditedField& field);
    /// True if it was the field's. Lines are those of `frame`.
    bool take(Frame& frame, const EditedField& field, const platform::Input& input);
    /// The pointer is pressed in a field, perhaps one that gets the keyboard by that, or dragged on from
    /// there.
    void press(Frame& frame, const EditedField& field);
    /// True if there was any text.
    bool draw(Frame& frame, const EditedField& field);

    /// The person is done with the text, but stays.
    void commit();
    /// The field loses the keyboard: what an input method shows becomes text.
    void leave();

  private:
    using KeyPressed = platform::KeyPressed;
    enum class Mode : std::uint8_t { rest, typing, inside }; ///< As of platform::CellKey.
    bool take_grid_key(const EditedField& field, const KeyPressed& key);
    void rest(const EditedField& field);
    bool take_key(Frame& frame, const EditedField& field, const KeyPressed& key);
    bool take_command(const KeyPressed& key, bool holds_lines);
    bool take_caret_key(Frame& frame, const EditedField& field, const KeyPressed& key);
    void move_line(Frame& frame, const EditedField& field, int direction, bool selecting);
    void move_in_line(Frame& frame, const EditedField& field, bool to_end, bool selecting);
    bool enter(const EditedField& field, const KeyPressed& key);
    bool restore(const EditedField& field);
    bool take_back(bool forwards);
    void type(std::string text, bool holds_lines, bool letters);
    void begin(const EditedField& field);
    void start_from_here();
    void tell(bool composing = false);
    void scroll_to_caret(const EditedField& field, const Rect& caret, const Rect& content);
    void draw_line(Frame& frame, const EditedField& field, const TextLines& lines, std::size_t line) const;

    std::string node_;
    bool is_active_ = false;
    Mode mode_ = Mode::inside;
    TextEdit edit_;
    std::string original_; ///< What Escape goes back to: the text when the field got the keyboard.
    std::string
        baseline_; ///< What was committed or came from the program last: beyond it, undo is the program's.
    std::string told_; ///< To the program.
    bool told_composing_ = false;
    bool is_edited_ = false; ///< Since the baseline.
    std::vector<platform::Event> events_;

    bool at_line_end_ = false; ///< Where a line is broken the caret stands at its end, not before the next.
    std::optional<float> column_; ///< Where up and down lead, from the left.
    float scroll_x_ = 0, scroll_y_ = 0;
    /// Where a field was pressed that gets the keyboard with the next frame.
    std::string pressed_node_;
    TextRange pressed_;
};

} // namespace jibiao::ui
