#include "base/utf8.h"

#include <array>
#include <cstdint>

namespace jibiao {
namespace {

constexpr char32_t replacement = 0xFFFD;

bool is_continuation(unsigned char byte) {
    return (byte & 0xC0) == 0x80;
}

/// Length that the first byte promises; 0 for a byte that starts nothing.
std::size_t promised_length(unsigned char first) {
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return 2;
    if (first >= 0xE0 && first <= 0xEF)
        return 3;
    return first >= 0xF0 && first <= 0xF4 ? 4 : 0;
}

bool is_scalar_of_length(char32_t value, std::size_t length) {
    constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    return value >= smallest[length] && value <= 0x10FFFF && !surrogate;
}

} // namespace

CodePoint long_code_point_at(std::string_view text, std::size_t offset) {
    const auto first = static_cast<unsigned char>(text[offset]);
    const std::size_t length = promised_length(first);
    if (length == 1)
        return {first, offset, 1};
    if (length == 0 || offset + length > text.size())
        return {replacement, offset, 1};
    char32_t value = first & (0x7Fu >> length);
    for (std::size_t i = 1; i < length; ++i) {
        const auto byte = static_cast<unsigned char>(text[offset + i]);
        if (!is_continuation(byte))
            return {replacement, offset, 1};
        value = (value << 6) | (byte & 0x3Fu);
    }
    if (!is_scalar_of_length(value, length))
        return {replacement, offset, 1};
    return {value, offset, length};
}

std::string_view just_before(std::string_view text, std::size_t offset, std::size_t reach) {
    std::size_t start = offset > reach ? offset - reach : 0;
    while (start < offset && is_continuation(static_cast<unsigned char>(text[start])))
        ++start;
    return text.substr(start, offset - start);
}

char32_t code_point_before(std::string_view text, std::size_t offset) {
    constexpr std::size_t longest = 4;
    const std::string_view before = just_before(text, offset, longest);
    char32_t last = 0;
    for (std::size_t at = 0; at < before.size();) {
        const CodePoint point = code_point_at(before, at);
        last = point.value;
        at += point.length;
    }
    return last;
}

std::vector<CodePoint> code_points(std::string_view text) {
    std::vector<CodePoint> result;
    result.reserve(text.size() / 2);
    for (std::size_t offset = 0; offset < text.size(); offset += result.back().length)
        result.push_back(code_point_at(text, offset));
    return result;
}

std::size_t count_code_points(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t offset = 0; offset < text.size(); ++count)
        offset += code_point_at(text, offset).length;
    return count;
}

bool is_valid_utf8(std::string_view text) {
    const auto byte = [text](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    for (std::size_t offset = 0; offset < text.size();) {
        if (byte(offset) < 0x80) {
            ++offset;
            continue;
        }
        if (byte(offset) >= 0xE1 && byte(offset) <= 0xEC && offset + 3 <= text.size() &&
            is_continuation(byte(offset + 1)) && is_continuation(byte(offset + 2))) {
            offset += 3;
            continue;
        }
        const CodePoint point = code_point_at(text, offset);
        if (point.value == replacement && point.length == 1)
            return false;
        offset += point.length;
    }
    return true;
}

void append_utf8(std::string& out, char32_t c) {
    const auto put = [&out](char32_t byte) {
        out.push_back(static_cast<char>(static_cast<std::uint8_t>(byte)));
    };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | (c >> 6));
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | (c >> 12));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | (c >> 18));
        put(0x80 | ((c >> 12) & 0x3F));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

std::size_t utf16_length(std::string_view text) {
    std::size_t units = 0;
    for (std::size_t offset = 0; offset < text.size();) {
        const CodePoint point = code_point_at(text, offset);
        units += point.value >= 0x10000 ? 2 : 1;
        offset += point.length;
    }
    return units;
}

bool is_ideograph(char32_t c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0x20000 && c <= 0x3FFFF) || c == 0x3007;
}

bool is_blank(char32_t c) {
    return c == ' ' || c == '\t' || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200D) || c == 0x202F ||
           c == 0x2060 || c == 0xFEFF;
}

bool is_digit(char32_t c) {
    return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19);
}

bool is_latin(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xFF41 && c <= 0xFF5A) ||
           (c >= 0xFF21 && c <= 0xFF3A);
}

std::string to_valid_utf8(std::string_view text) {
    std::string valid;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point_at(text, at);
        append_utf8(valid, point.value);
        at += point.length;
    }
    return valid;
}

} // namespace jibiao
