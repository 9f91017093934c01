#include "ui/widgets/text_edit.h"

#include "base/utf8.h"

#include <algorithm>
#include <utility>

namespace jibiao::ui {
namespace {

constexpr char32_t joiner = 0x200D;

std::size_t after(std::string_view text, std::size_t at) {
    return at + code_point_at(text, at).length;
}
std::size_t before(std::string_view text, std::size_t at) {
    const std::string_view last = just_before(text, at, 4);
    std::size_t start = at - last.size();
    while (after(text, start) < at)
        start = after(text, start);
    return start;
}

bool belongs_to_the_one_before(char32_t c) {
    return (c >= 0x300 && c <= 0x36F) || c == joiner || (c >= 0xFE00 && c <= 0xFE0F) ||
           (c >= 0x1F3FB && c <= 0x1F3FF) || (c >= 0xE0020 && c <= 0xE01EF);
}
bool is_flag_letter(char32_t c) {
    return c >= 0x1F1E6 && c <= 0x1F1FF;
}

bool is_between_characters(std::string_view text, std::size_t at) {
    if (at == 0 || at >= text.size())
        return true;
    if ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80)
        return false;
    const char32_t next = code_point_at(text, at).value;
    if (belongs_to_the_one_before(next) || code_point_before(text, at) == joiner)
        return false;
    if (!is_flag_letter(next))
        return true;
    bool is_second = false; // Flags are pairs of letters.
    for (std::size_t back = at; back > 0 && is_flag_letter(code_point_before(text, back));
         back = before(text, back))
        is_second = !is_second;
    return !is_second;
}

enum class Kind : std::uint8_t { blank, line_end, word, sign };
Kind kind_of(char32_t c) {
    if (c == '\n')
        return Kind::line_end;
    if (is_blank(c))
        return Kind::blank;
    const bool is_sign =
        c < 0xC0 || (c >= 0x2000 && c < 0x2E80) || (c >= 0x3000 && c < 0x3040) || c >= 0xFF00;
    return is_latin(c) || is_digit(c) || is_ideograph(c) || c == '_' || !is_sign ? Kind::word : Kind::sign;
}

std::size_t step_in(std::string_view text, std::size_t at, int direction) {
    return direction > 0 ? next_character(text, at) : previous_character(text, at);
}
/// Ctrl+arrow: over the blanks and then over the word, or the other way round.
std::size_t word_step(std::string_view text, std::size_t at, int direction) {
    const auto is_ahead = [&](Kind kind) {
        if (direction > 0 ? at >= text.size() : at == 0)
            return false;
        const char32_t c = direction > 0 ? code_point_at(text, at).value : code_point_before(text, at);
        return kind_of(c) == kind;
    };
    const auto skip_blanks = [&] {
        while (is_ahead(Kind::blank) || is_ahead(Kind::line_end))
            at = step_in(text, at, direction);
    };
    if (direction < 0)
        skip_blanks();
    const Kind kind = is_ahead(Kind::word) ? Kind::word : Kind::sign;
    while (is_ahead(kind))
        at = step_in(text, at, direction);
    if (direction > 0)
        skip_blanks();
    return at;
}

} // namespace

std::size_t next_character(std::string_view text, std::size_t at) {
    if (at >= text.size())
        return text.size();
    do
        at = after(text, at);
    while (!is_between_characters(text, at));
    return at;
}

std::size_t previous_character(std::string_view text, std::size_t at) {
    if (at == 0)
        return 0;
    do
        at = before(text, at);
    while (!is_between_characters(text, at));
    return at;
}

TextRange word_at(std::string_view text, std::size_t at) {
    if (text.empty())
        return {};
    std::size_t inside = at < text.size() ? at : before(text, text.size());
    // Behind the last letter of a line is still at it.
    if (inside > 0 && text[inside] == '\n' && text[inside - 1] != '\n')
        inside = before(text, inside);
    const Kind kind = kind_of(code_point_at(text, inside).value);
    TextRange range{inside, inside};
    while (range.from > 0 && kind_of(code_point_before(text, range.from)) == kind)
        range.from = before(text, range.from);
    while (range.to < text.size() && kind_of(code_point_at(text, range.to).value) == kind)
        range.to = after(text, range.to);
    return range;
}

// ---- TextEdit ----

TextEdit::TextEdit(std::string text) : now_{std::move(text), 0, 0} {
    now_.caret = now_.anchor = now_.text.size();
}

TextRange TextEdit::selection() const {
    return {std::min(now_.caret, now_.anchor), std::max(now_.caret, now_.anchor)};
}

std::string_view TextEdit::selected() const {
    const TextRange range = selection();
    return std::string_view(now_.text).substr(range.from, range.to - range.from);
}

void TextEdit::remember(Change change) {
    const bool goes_on =
        change == last_ && change != Change::whole && now_.caret == last_end_ && now_.caret == now_.anchor;
    if (!goes_on)
        undo_.push_back(now_);
    redo_.clear();
    last_ = change;
}

void TextEdit::replace(const TextRange& range, std::string_view text) {
    now_.text.replace(range.from, range.to - range.from, text);
    now_.caret = now_.anchor = last_end_ = range.from + text.size();
}

void TextEdit::type(std::string_view letters) {
    remember(Change::typing);
    preedit_.clear();
    replace(selection(), letters);
}

void TextEdit::insert(std::string_view text) {
    remember(Change::whole);
    preedit_.clear();
    replace(selection(), text);
}

void TextEdit::erase(int direction, bool word) {
    TextRange range = selection();
    if (range.from == range.to) {
        const std::size_t to =
            word ? word_step(now_.text, now_.caret, direction) : step_in(now_.text, now_.caret, direction);
        range = {std::min(now_.caret, to), std::max(now_.caret, to)};
    }
    if (range.from == range.to)
        return;
    remember(Change::erasing);
    replace(range, "");
}

void TextEdit::place(std::size_t at, bool selecting) {
    now_.caret = std::min(at, now_.text.size());
    if (!is_between_characters(now_.text, now_.caret))
        now_.caret = previous_character(now_.text, now_.caret);
    if (!selecting)
        now_.anchor = now_.caret;
    last_ = Change::none;
}

void TextEdit::step(int direction, bool word, bool selecting) {
    const TextRange range = selection();
    if (!selecting && !word && range.from != range.to)
        return place(direction > 0 ? range.to : range.from);
    place(word ? word_step(now_.text, now_.caret, direction) : step_in(now_.text, now_.caret, direction),
          selecting);
}

void TextEdit::select(const TextRange& range) {
    place(range.from);
    place(range.to, true);
}

void TextEdit::compose(std::string preedit, std::size_t caret) {
    preedit_ = std::move(preedit);
    preedit_caret_ = std::min(caret, preedit_.size());
    last_ = Change::none;
}

void TextEdit::keep_preedit() {
    if (is_composing())
        insert(std::string(std::exchange(preedit_, {})));
}

std::string TextEdit::shown() const {
    if (!is_composing())
        return now_.text;
    const TextRange range = selection();
    return now_.text.substr(0, range.from) + preedit_ + now_.text.substr(range.to);
}

TextRange TextEdit::shown_preedit() const {
    const std::size_t from = selection().from;
    return {from, from + preedit_.size()};
}

std::size_t TextEdit::shown_caret() const {
    return is_composing() ? selection().from + preedit_caret_ : now_.caret;
}

bool TextEdit::take_back(std::vector<State>& from, std::vector<State>& to) {
    if (from.empty())
        return false;
    to.push_back(std::exchange(now_, std::move(from.back())));
    from.pop_back();
    last_ = Change::none;
    return true;
}

bool TextEdit::undo() {
    return take_back(undo_, redo_);
}

bool TextEdit::redo() {
    return take_back(redo_, undo_);
}

void TextEdit::rewrite(std::string text) {
    const std::size_t anchor = now_.anchor;
    const std::size_t caret = now_.caret;
    now_.text = std::move(text);
    place(anchor);
    place(caret, true);
    forget();
}

void TextEdit::forget() {
    undo_.clear();
    redo_.clear();
    last_ = Change::none;
}

// ---- TextLines ----

std::size_t TextLines::line_of(std::size_t at, bool at_end) const {
    std::size_t line = lines_.size() - 1;
    while (line > 0 && (begin(line) > at || (at_end && begin(line) == at && end(line - 1) == at)))
        --line;
    return line;
}

std::size_t TextLines::place_at(std::size_t line, float x, const Measure& measure) const {
    float left = 0;
    for (std::size_t at = begin(line); at < end(line);) {
        const std::size_t next = std::min(next_character(text_, at), end(line));
        const float width = measure(text_.substr(at, next - at));
        if (x < left + width / 2)
            return at;
        left += width;
        at = next;
    }
    return end(line);
}

} // namespace jibiao::ui
