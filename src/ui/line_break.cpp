#include "ui/line_break.h"

#include "base/utf8.h"

#include <utility>

namespace jibiao::ui {
namespace {

/// Of Unicode's line breaking algorithm (UAX #14), what tells apart the characters of forms.
enum class Class : unsigned char {
    ideograph,
    letter,
    digit,
    opening,
    closing,
    western_closing,
    nonstarter, ///< With what else begins no line and lets another one begin behind it.
    infix,
    prefix,
    postfix,
    hyphen,
    dash,
    quote,
    glue,
    combining,
};

constexpr std::u32string_view openings = U"([{（《〈「『【〔〖〘〚〝［｛｟｢";
constexpr std::u32string_view closings = U"}，。、．》〉）」』】〕〗〙〛〞〟］｝｠｡｣､";
constexpr std::u32string_view nonstarters =
    U"!?/|！？；：…‥・･々〻〜ーゝゞヽヾ゛゜‼⁇⁈⁉‐‒–ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ";
constexpr std::u32string_view prefixes = U"$+\\±−∓£¤¥€№￡￥￦";
constexpr std::u32string_view postfixes = U"%¢°‰‱′″‴℃℉％￠";
constexpr std::u32string_view quotes = U"\"'“”‘’«»‹›";

bool is_in(std::u32string_view set, char32_t c) {
    return set.find(c) != std::u32string_view::npos;
}

bool is_common_ideograph(char32_t c) {
    return c >= 0x3400 && c <= 0x9FFF;
}
bool is_alphanumeric(char32_t c) {
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

Class class_of(char32_t c) {
    if (is_common_ideograph(c))
        return Class::ideograph; // Most are.
    if (c >= '0' && c <= '9')
        return Class::digit;
    if (is_alphanumeric(c))
        return Class::letter;
    if (c == ')' || c == ']')
        return Class::western_closing;
    if (is_in(U".,:;⁄", c))
        return Class::infix;
    if (c == '-')
        return Class::hyphen;
    if (c == U'—')
        return Class::dash;
    if (is_in(U"\u00A0\u2007\u2011\u202F\u200D\u2060\uFEFF", c))
        return Class::glue;
    if ((c >= 0x300 && c <= 0x36F) || (c >= 0xFE00 && c <= 0xFE0F))
        return Class::combining;
    for (const auto& [set, its_class] :
         {std::pair(openings, Class::opening), std::pair(closings, Class::closing),
          std::pair(nonstarters, Class::nonstarter), std::pair(prefixes, Class::prefix),
          std::pair(postfixes, Class::postfix), std::pair(quotes, Class::quote)}) {
        if (is_in(set, c))
            return its_class;
    }
    return c < 0x2E80 ? Class::letter : Class::ideograph;
}

bool is_wide(char32_t c) {
    return c >= 0x2E80;
}
bool is_word(Class c) {
    return c == Class::letter || c == Class::digit;
}
bool is_affix(Class c) {
    return c == Class::prefix || c == Class::postfix;
}
bool joins_word(Class before) {
    return is_word(before) || is_affix(before) || before == Class::infix || before == Class::western_closing;
}

/// A unit behind a number stays with it, even with a point or a bracket between them.
enum class Number : unsigned char { none, open, closed };

Number number_with(Number number, char32_t c) {
    const Class its_class = class_of(c);
    if (its_class == Class::digit)
        return Number::open;
    if (number == Number::open && (its_class == Class::infix || c == '/'))
        return Number::open;
    const bool closes = its_class == Class::closing || its_class == Class::western_closing;
    return number == Number::open && closes ? Number::closed : Number::none;
}

/// What decides whether the text may be broken between `last` and `next`; 0 where there is nothing.
struct Place {
    char32_t before_last = 0;
    char32_t last = 0;
    char32_t next = 0;
    char32_t after_next = 0;
    Number number = Number::none; ///< What ends with `last`.
};

/// Chromium and WebKit have a table of their own for ASCII.
bool may_break_ascii(const Place& at) {
    if (at.last == '-' && at.next >= '0' && at.next <= '9')
        return is_alphanumeric(at.before_last); // else it is a minus sign
    if (at.last == '-')
        return !is_in(U"!$),./:;?]}", at.next);
    if (at.last == '?')
        return !is_in(U"!\"'),./:;?]}", at.next);
    return is_in(U"([{<", at.next) && is_in(U"!\"#%&)*+,.:;=>\\]|}~", at.last);
}

/// Within Chinese an opening quotation mark begins a line and a closing one ends it; elsewhere none is parted
/// from its neighbours.
bool may_break_at_quote(const Place& at) {
    if (is_in(U"“‘«‹", at.next))
        return is_wide(at.last) && is_wide(at.after_next);
    return is_in(U"”’»›", at.last) && is_wide(at.before_last) && is_wide(at.next) && !is_in(quotes, at.next);
}

bool stay_together(Class before, Class after, const Place& at) {
    switch (after) {
    case Class::closing:
    case Class::western_closing:
    case Class::nonstarter:
    case Class::infix:
    case Class::hyphen:
    case Class::combining:
        return true;
    case Class::opening:
        return (is_affix(before) && class_of(at.after_next) == Class::digit) ||
               (is_word(before) && !is_wide(at.next));
    case Class::dash:
        return before == Class::dash;
    case Class::prefix:
        return is_word(before) || at.number != Number::none;
    case Class::postfix:
        return is_word(before) || at.number != Number::none || before == Class::ideograph;
    case Class::letter: // or a minus sign is before it, with which a piece begins
        return joins_word(before) || (is_in(U"-–", at.last) && at.before_last == 0);
    case Class::digit:
        return joins_word(before);
    case Class::ideograph:
        return before == Class::prefix;
    default:
        return false;
    }
}

bool may_break(const Place& at) {
    const auto is_ascii = [](char32_t c) { return c > ' ' && c < 0x7F; };
    if (is_ascii(at.last) && is_ascii(at.next))
        return may_break_ascii(at);
    const Class before = class_of(at.last);
    const Class after = class_of(at.next);
    if (before == Class::glue || after == Class::glue || is_blank(at.next))
        return false; // Blanks hang at the end of the line.
    if (is_blank(at.last))
        return true;
    if (before == Class::opening || stay_together(before, after, at))
        return false;
    return (before != Class::quote && after != Class::quote) || may_break_at_quote(at);
}

std::string_view without_blanks_at_end(std::string_view piece) {
    while (!piece.empty() && piece.back() == ' ')
        piece.remove_suffix(1);
    return piece;
}

class Breaker {
  public:
    Breaker(std::string_view text, float width, const Measure& measure)
        : text_(text), width_(width), measure_(measure) {}

    std::vector<std::string_view> run() {
        std::size_t at = 0;
        while (at < text_.size()) {
            if (text_[at] == '\n') {
                end_line(at);
                line_start_ = ++at;
                continue;
            }
            const std::size_t end = unbreakable_end(text_, at);
            place(at, end);
            at = end;
        }
        end_line(text_.size());
        return std::move(lines_);
    }

  private:
    void end_line(std::size_t end) {
        lines_.push_back(text_.substr(line_start_, end - line_start_));
        line_start_ = end;
        used_ = 0;
    }

    void place(std::size_t start, std::size_t end) {
        const std::string_view piece = text_.substr(start, end - start);
        const std::string_view visible = without_blanks_at_end(piece);
        const float visible_width = visible.empty() ? 0 : measure_(visible); // Measuring is what costs.
        if (used_ > 0 && used_ + visible_width > width_)
            end_line(start);
        if (visible_width > width_)
            return place_by_character(start, end);
        used_ += visible.size() == piece.size() ? visible_width : measure_(piece);
    }

    /// A word wider than a line is cut wherever the line ends.
    void place_by_character(std::size_t start, std::size_t end) {
        for (std::size_t at = start; at < end;) {
            const CodePoint point = code_point_at(text_, at);
            const float width = measure_(text_.substr(at, point.length));
            if (used_ > 0 && used_ + width > width_)
                end_line(at);
            used_ += width;
            at += point.length;
        }
    }

    std::string_view text_;
    float width_;
    const Measure& measure_;
    std::vector<std::string_view> lines_;
    std::size_t line_start_ = 0;
    float used_ = 0;
};

} // namespace

std::size_t unbreakable_end(std::string_view text, std::size_t start) {
    Place at;
    CodePoint next = code_point_at(text, start);
    std::size_t end = start;
    do {
        at.before_last = at.last;
        at.last = next.value;
        at.number = number_with(at.number, at.last);
        end += next.length;
        if (end == text.size() || text[end] == '\n')
            break;
        next = code_point_at(text, end);
        if (is_common_ideograph(at.last) && is_common_ideograph(next.value))
            break; // Most places are of this kind.
        at.next = next.value;
        const std::size_t after = end + next.length;
        at.after_next = after < text.size() ? code_point_at(text, after).value : 0;
    } while (!may_break(at));
    return end;
}

std::vector<std::string_view> break_lines(std::string_view text, float width, const Measure& measure) {
    return Breaker(text, width, measure).run();
}

} // namespace jibiao::ui
