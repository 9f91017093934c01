#include "model/ordinal.h"

#include "base/text.h"
#include "base/utf8.h"

#include <array>
#include <string>

namespace jibiao {
namespace {

constexpr std::u32string_view chinese_digits = U"〇一二三四五六七八九";
constexpr int largest = 999;

bool is_space_or_blank(std::string_view text, std::size_t at) {
    return at < text.size() && is_blank(code_point_at(text, at).value);
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
    while (is_space_or_blank(text, at))
        at += code_point_at(text, at).length;
    return at;
}

/// 一 … 九十九; 0 if there is none. Moves `at` behind it.
int chinese_number_at(std::string_view text, std::size_t& at) {
    int number = 0;
    int last = 0;
    bool any = false;
    for (std::size_t next = at; next < text.size();) {
        const CodePoint point = code_point_at(text, next);
        const std::size_t digit = chinese_digits.find(point.value);
        if (digit != std::u32string_view::npos)
            last = static_cast<int>(digit);
        else if (point.value == U'十')
            number += (last == 0 ? 1 : last) * 10;
        else
            break;
        if (point.value == U'十')
            last = 0;
        any = true;
        next += point.length;
        at = next;
    }
    return any && number + last <= largest ? number + last : 0;
}

int read_digits(std::string_view text, std::size_t& at) {
    int number = 0;
    for (std::size_t next = at; next < text.size();) {
        const CodePoint point = code_point_at(text, next);
        if (!is_digit(point.value))
            break;
        const char32_t zero = point.value >= U'０' ? U'０' : U'0';
        number = number * 10 + static_cast<int>(point.value - zero);
        if (number > largest)
            return 0;
        next += point.length;
        at = next;
    }
    return number;
}

char32_t at_or_zero(std::string_view text, std::size_t at) {
    return at < text.size() ? code_point_at(text, at).value : 0;
}

Ordinal found(OrdinalStyle style, int number, std::string_view text, std::size_t end) {
    if (number == 0)
        return {};
    return {style, number, skip_blanks(text, end)};
}

Ordinal read_part(std::string_view text) {
    std::size_t at = std::string_view("第").size();
    const std::size_t start = skip_blanks(text, at);
    at = start;
    int number = chinese_number_at(text, at);
    if (number == 0)
        number = read_digits(text, at);
    at = skip_blanks(text, at);
    for (const std::string_view word : {"部分", "章"}) {
        if (text.substr(at).starts_with(word))
            return found(OrdinalStyle::part, number, text, at + word.size());
    }
    return {};
}

Ordinal read_bracketed(std::string_view text, std::size_t open_length) {
    std::size_t at = skip_blanks(text, open_length);
    OrdinalStyle style = OrdinalStyle::bracketed_digits;
    int number = read_digits(text, at);
    if (number == 0) {
        style = OrdinalStyle::bracketed_chinese;
        number = chinese_number_at(text, at);
    }
    at = skip_blanks(text, at);
    const char32_t close = at_or_zero(text, at);
    if (close != U')' && close != U'）')
        return {};
    return found(style, number, text, at + code_point_at(text, at).length);
}

} // namespace

Ordinal read_ordinal(std::string_view text) {
    if (text.empty())
        return {};
    const CodePoint first = code_point_at(text, 0);
    if (first.value == U'第')
        return read_part(text);
    if (first.value == U'(' || first.value == U'（')
        return read_bracketed(text, first.length);
    if (first.value >= U'①' && first.value <= U'⑳')
        return found(OrdinalStyle::circled, static_cast<int>(first.value - U'①') + 1, text, first.length);
    std::size_t at = 0;
    if (const int number = chinese_number_at(text, at); number != 0) {
        const char32_t mark = at_or_zero(text, at);
        if (mark == U'、' || mark == U'.' || mark == U'．')
            return found(OrdinalStyle::chinese, number, text, at + code_point_at(text, at).length);
        return {};
    }
    at = 0;
    const int number = read_digits(text, at);
    const char32_t mark = at_or_zero(text, at);
    if (number == 0 || mark == 0)
        return {};
    const std::size_t end = at + code_point_at(text, at).length;
    if (mark == U')' || mark == U'）')
        return found(OrdinalStyle::bracketed_digits, number, text, end);
    const bool decimal = is_digit(at_or_zero(text, end)); // 1.5 is no ordinal.
    if (mark == U'、' || ((mark == U'.' || mark == U'．') && !decimal))
        return found(OrdinalStyle::digits, number, text, end);
    return {};
}

namespace {

/// Where item `number` begins after `from`; npos if it does not. An item follows a blank or a punctuation
/// mark.
std::size_t find_item(std::string_view text, int number, std::size_t from) {
    const std::string digits = std::to_string(number);
    for (std::size_t at = text.find(digits, from); at != std::string_view::npos;
         at = text.find(digits, at + digits.size())) {
        const Ordinal ordinal = read_ordinal(text.substr(at));
        if (ordinal.style != OrdinalStyle::digits || ordinal.number != number)
            continue;
        const std::string_view before = text.substr(0, at);
        for (const std::string_view mark : {" ", "\u3000", "\u00A0", "；", ";", "。", "，", ",", "、"}) {
            if (before.ends_with(mark))
                return at;
        }
    }
    return std::string_view::npos;
}

} // namespace

std::vector<std::string_view> split_numbered(std::string_view text) {
    const Ordinal first = read_ordinal(text);
    if (first.style != OrdinalStyle::digits || first.number != 1)
        return {text};
    std::vector<std::string_view> pieces;
    std::size_t start = 0;
    for (int number = 2;; ++number) {
        const std::size_t next = find_item(text, number, start + 1);
        pieces.push_back(text.substr(start, next == std::string_view::npos ? next : next - start));
        if (next == std::string_view::npos)
            return pieces;
        start = next;
    }
}

std::string_view without_ordinal(std::string_view text) {
    return text.substr(read_ordinal(text).length);
}

namespace {

/// 一 … 九十九, then digits.
std::string chinese_number(int number) {
    if (number > 99)
        return std::to_string(number);
    const auto digit = [](int value) {
        std::string text;
        append_utf8(text, chinese_digits[static_cast<std::size_t>(value)]);
        return text;
    };
    std::string text;
    if (number >= 20)
        text += digit(number / 10);
    if (number >= 10)
        text += "十";
    if (number % 10 != 0)
        text += digit(number % 10);
    return text;
}

} // namespace

std::string print_ordinal(OrdinalStyle style, int number) {
    switch (style) {
    case OrdinalStyle::none:
        return {};
    case OrdinalStyle::part:
        return "第" + chinese_number(number) + "部分";
    case OrdinalStyle::chinese:
        return chinese_number(number) + "、";
    case OrdinalStyle::bracketed_chinese:
        return "（" + chinese_number(number) + "）";
    case OrdinalStyle::digits:
        return std::to_string(number) + ".";
    case OrdinalStyle::circled:
        if (number <= 20) {
            std::string text;
            append_utf8(text, U'①' + static_cast<char32_t>(number - 1));
            return text;
        }
        break;
    case OrdinalStyle::bracketed_digits:
        break;
    }
    return "（" + std::to_string(number) + "）";
}

namespace {

/// The number alone, as the style writes it: 三 of （三）, 3 of 3.
std::string bare_number(OrdinalStyle style, int number) {
    switch (style) {
    case OrdinalStyle::digits:
    case OrdinalStyle::bracketed_digits:
        return std::to_string(number);
    case OrdinalStyle::circled:
        return print_ordinal(style, number);
    default:
        break;
    }
    std::string text = print_ordinal(OrdinalStyle::chinese, number);
    text.resize(text.size() - std::string_view("、").size());
    return text;
}

} // namespace

std::string with_number(std::string_view text, int number) {
    const Ordinal now = read_ordinal(text);
    std::string ordinal(text.substr(0, now.length));
    const std::string old = bare_number(now.style, now.number);
    if (const std::size_t at = ordinal.find(old); at != std::string::npos)
        ordinal.replace(at, old.size(), bare_number(now.style, number));
    else
        ordinal = print_ordinal(now.style, number);
    return ordinal.append(text.substr(now.length));
}

} // namespace jibiao
