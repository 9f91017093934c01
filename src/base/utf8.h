#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace jibiao {

/// One code point and where it stands in its string.
struct CodePoint {
    char32_t value = 0;
    std::size_t offset = 0; ///< Byte offset of its first byte.
    std::size_t length = 0; ///< Bytes, 1 to 4.
};

/// The code point that starts at `offset` (< text.size()). A byte that is no UTF-8 counts as one U+FFFD, so
/// walking `offset += length` always ends.
inline CodePoint code_point_at(std::string_view text, std::size_t offset);
/// The same where the first byte is not ASCII.
CodePoint long_code_point_at(std::string_view text, std::size_t offset);

std::vector<CodePoint> code_points(std::string_view text);
std::size_t count_code_points(std::string_view text);
bool is_valid_utf8(std::string_view text);
void append_utf8(std::string& out, char32_t code_point);
/// With U+FFFD for every byte that is no UTF-8.
std::string to_valid_utf8(std::string_view text);

/// The last bytes of `text` before `offset`, at most `reach` of them, from the start of a code point on. For
/// looking back without decoding everything before.
std::string_view just_before(std::string_view text, std::size_t offset, std::size_t reach);
/// The code point that ends at `offset`; 0 at the beginning.
char32_t code_point_before(std::string_view text, std::size_t offset);

/// Length of `text` in UTF-16 units, the unit in which browsers count.
std::size_t utf16_length(std::string_view text);

/// Chinese ideographs, all planes (not punctuation).
bool is_ideograph(char32_t c);
/// What a person sees as a blank: space, TAB, NBSP (U+00A0), ideographic space (U+3000), zero-width ones.
bool is_blank(char32_t c);
bool is_digit(char32_t c); ///< ASCII and full-width digits.
bool is_latin(char32_t c); ///< ASCII and full-width letters.

// ---- implementation
// ------------------------------------------------------------------------------------------------

CodePoint code_point_at(std::string_view text, std::size_t offset) {
    const auto first = static_cast<unsigned char>(text[offset]);
    if (first < 0x80)
        return {first, offset, 1};
    if (first >= 0xE1 && first <= 0xEC && offset + 3 <= text.size()) { // Nearly all of Chinese.
        const auto second = static_cast<unsigned char>(text[offset + 1]);
        const auto third = static_cast<unsigned char>(text[offset + 2]);
        if ((second & 0xC0) == 0x80 && (third & 0xC0) == 0x80)
            return {(first & 0x0Fu) << 12 | (second & 0x3Fu) << 6 | (third & 0x3Fu), offset, 3};
    }
    return long_code_point_at(text, offset);
}

} // namespace jibiao
