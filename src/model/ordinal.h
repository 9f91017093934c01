#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jibiao {

/// The styles of ordinals in front of headings, items and goals, outermost first.
enum class OrdinalStyle : std::uint8_t {
    none,
    part,              ///< 第一部分
    chinese,           ///< 一、
    bracketed_chinese, ///< （一）
    digits,            ///< 1. 1、 1．
    bracketed_digits,  ///< （1） 1)
    circled,           ///< ①
};

struct Ordinal {
    OrdinalStyle style = OrdinalStyle::none;
    int number = 0;
    std::size_t length = 0; ///< Bytes up to what it numbers, blanks included.
};

/// The ordinal that `text` (trimmed) begins with.
Ordinal read_ordinal(std::string_view text);
/// `text` without it.
std::string_view without_ordinal(std::string_view text);
/// "（三）", "3.", "第三部分"; "" for OrdinalStyle::none. `number` is at least 1.
std::string print_ordinal(OrdinalStyle style, int number);
/// `text`, which begins with an ordinal, with another number, written as it writes its own: 1、 stays 1、.
std::string with_number(std::string_view text, int number);

/// The pieces of "1. … 2. … 3. …", each with its ordinal; the whole text if it is no such list.
std::vector<std::string_view> split_numbered(std::string_view text);

} // namespace jibiao
