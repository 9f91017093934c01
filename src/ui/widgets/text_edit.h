#pragma once
#include "ui/line_break.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Editing a text without pixels and keys: the model of the text fields on machines that have none of their
/// own.

namespace jibiao::ui {

/// The places next to `at` (byte offsets) where a caret can stand: never inside of what a person sees as one
/// character (emoji with a tone of skin, joined or flags; letters with marks; variation selectors).
std::size_t next_character(std::string_view text, std::size_t at);
std::size_t previous_character(std::string_view text, std::size_t at);
/// The word around `at`, or the run of blanks or signs; Chinese without signs counts as one.
struct TextRange {
    std::size_t from = 0, to = 0;
    bool operator==(const TextRange&) const = default;
};
TextRange word_at(std::string_view text, std::size_t at);

/// A text, its caret and selection, the preedit of an input method, and undo.
class TextEdit {
  public:
    /// The caret stands at the end.
    explicit TextEdit(std::string text = {});

    const std::string& text() const { return now_.text; } ///< Without the preedit.
    std::size_t caret() const { return now_.caret; }
    TextRange selection() const; ///< from = to: none.
    std::string_view selected() const;

    // ---- changes; what is selected is replaced ----
    /// Letters: typed one after the other they are one step of undo.
    void type(std::string_view letters);
    /// A step of its own.
    void insert(std::string_view text);
    /// What is selected, else the character (`word`: up to the end of the word) before (-1) or after (1) the
    /// caret.
    void erase(int direction, bool word);

    // ---- the caret; `selecting` leaves the other end of the selection where it is ----
    void place(std::size_t at, bool selecting = false);
    void step(int direction, bool word, bool selecting);
    void select(const TextRange& range);

    // ---- an input method ----
    /// Shows `preedit` in place of what is selected, without changing the text; "" takes it away. `caret`:
    /// bytes.
    void compose(std::string preedit, std::size_t caret);
    bool is_composing() const { return !preedit_.empty(); }
    /// The preedit becomes text.
    void keep_preedit();
    /// With the preedit; and where it and the caret are in that.
    std::string shown() const;
    TextRange shown_preedit() const;
    std::size_t shown_caret() const;

    // ---- undo ----
    /// False if nothing is left to take back or to repeat.
    bool undo();
    bool redo();
    /// Takes over a text that somebody else made; what was done before cannot be taken back.
    void rewrite(std::string text);
    void forget();

  private:
    struct State {
        std::string text;
        std::size_t caret = 0;
        std::size_t anchor = 0; ///< The other end of the selection.
    };
    enum class Change : std::uint8_t { none, typing, erasing, whole };
    void remember(Change change);
    void replace(const TextRange& range, std::string_view text);
    bool take_back(std::vector<State>& from, std::vector<State>& to);

    State now_;
    std::string preedit_;
    std::size_t preedit_caret_ = 0;
    std::vector<State> undo_, redo_;
    Change last_ = Change::none;
    std::size_t last_end_ = 0; ///< Where the caret was after it.
};

/// Lines as break_lines() made them of one text, and the places in it.
class TextLines {
  public:
    /// `lines` point into `text`, which must live longer.
    TextLines(std::string_view text, std::vector<std::string_view> lines)
        : text_(text), lines_(std::move(lines)) {}

    std::size_t count() const { return lines_.size(); }
    std::string_view operator[](std::size_t line) const { return lines_[line]; }
    std::size_t begin(std::size_t line) const {
        return static_cast<std::size_t>(lines_[line].data() - text_.data());
    }
    std::size_t end(std::size_t line) const { return begin(line) + lines_[line].size(); }
    /// The line of a place. Where a line was broken there are two: the end of the one (`at_end`) and the
    /// beginning of the next.
    std::size_t line_of(std::size_t at, bool at_end) const;
    /// The place nearest to `x`.
    std::size_t place_at(std::size_t line, float x, const Measure& measure) const;

  private:
    std::string_view text_;
    std::vector<std::string_view> lines_;
};

} // namespace jibiao::ui
