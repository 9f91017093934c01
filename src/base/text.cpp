#include "base/text.h"

#include "base/utf8.h"

namespace jibiao {
namespace {

bool is_outer(char32_t c) {
    return is_blank(c) || c == '\n' || c == '\r' || c == '\v' || c == '\f';
}

/// Start of the code point that ends before `end`.
std::size_t previous_start(std::string_view text, std::size_t end) {
    std::size_t start = end - 1;
    while (start > 0 && end - start < 4 && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80)
        --start;
    return code_point_at(text, start).length == end - start ? start : end - 1;
}

char32_t to_half_width(char32_t c) {
    if (c >= 0xFF01 && c <= 0xFF5E)
        return c - 0xFF01 + '!';
    if (c == 0x2267) // ≧
        return 0x2265;
    if (c == 0x2266) // ≦
        return 0x2264;
    return c;
}

/// Where from `offset` on the first letter stands that folding may change. Nearly all texts have none.
std::size_t end_of_folded(std::string_view text, std::size_t offset) {
    const auto byte = [text](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const auto continues = [byte](std::size_t at) { return (byte(at) & 0xC0) == 0x80; };
    while (offset < text.size()) {
        const unsigned char first = byte(offset);
        if (first > ' ' && first < 0x80 && first != '=') {
            ++offset;
            continue;
        }
        const bool ideograph = first >= 0xE3 && first <= 0xEC && offset + 3 <= text.size() &&
                               continues(offset + 1) && continues(offset + 2);
        if (!ideograph || (first == 0xE3 && byte(offset + 1) == 0x80 && byte(offset + 2) == 0x80))
            break;
        offset += 3;
    }
    return offset;
}

} // namespace

std::string_view trim(std::string_view text) {
    std::size_t start = 0;
    while (start < text.size()) {
        const CodePoint point = code_point_at(text, start);
        if (!is_outer(point.value))
            break;
        start += point.length;
    }
    std::size_t end = text.size();
    while (end > start) {
        const std::size_t last = previous_start(text, end);
        if (!is_outer(code_point_at(text, last).value))
            break;
        end = last;
    }
    return text.substr(start, end - start);
}

std::string fold(std::string_view text) {
    std::string result;
    for (std::size_t offset = 0; offset < text.size();) {
        const std::size_t same = end_of_folded(text, offset);
        if (same == text.size() && offset == 0)
            return std::string(text);
        if (offset == 0)
            result.reserve(text.size());
        result.append(text, offset, same - offset);
        offset = same;
        if (offset == text.size())
            break;
        const CodePoint point = code_point_at(text, offset);
        offset += point.length;
        if (is_outer(point.value))
            continue;
        const char32_t c = to_half_width(point.value);
        const bool compares = c == '=' && !result.empty() && (result.back() == '>' || result.back() == '<');
        if (!compares) {
            append_utf8(result, c);
            continue;
        }
        const bool greater = result.back() == '>';
        result.pop_back();
        result += greater ? "≥" : "≤";
    }
    return result;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (std::size_t start = 0;;) {
        const std::size_t end = text.find(separator, start);
        if (end == std::string_view::npos) {
            parts.push_back(text.substr(start));
            return parts;
        }
        parts.push_back(text.substr(start, end - start));
        start = end + 1;
    }
}

std::vector<std::string_view> split_lines(std::string_view text) {
    std::vector<std::string_view> lines;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = text.find_first_of("\r\n", start);
        if (end == std::string_view::npos) {
            lines.push_back(text.substr(start));
            break;
        }
        lines.push_back(text.substr(start, end - start));
        const bool carriage_return_line_feed =
            text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n';
        start = end + (carriage_return_line_feed ? 2 : 1);
    }
    return lines;
}

bool contains(std::string_view text, std::string_view part) {
    if (part.empty())
        return true;
    // Looks for the last byte: Chinese letters have a few first ones in common.
    for (std::size_t end = text.find(part.back(), part.size() - 1); end != std::string_view::npos;
         end = text.find(part.back(), end + 1)) {
        if (text.substr(end + 1 - part.size(), part.size()) == part)
            return true;
    }
    return false;
}

std::string replace_all(std::string_view text, std::string_view from, std::string_view to) {
    std::string result;
    for (std::size_t start = 0;;) {
        const std::size_t found = from.empty() ? std::string_view::npos : text.find(from, start);
        result += text.substr(start, found == std::string_view::npos ? found : found - start);
        if (found == std::string_view::npos)
            return result;
        result += to;
        start = found + from.size();
    }
}

std::string shorten(std::string_view text, std::size_t most) {
    std::size_t count = 0;
    for (std::size_t offset = 0; offset < text.size(); ++count) {
        if (count == most)
            return std::string(text.substr(0, offset)) + "…";
        offset += code_point_at(text, offset).length;
    }
    return std::string(text);
}

std::string shorten_in_line(std::string_view text, std::size_t most) {
    std::string result = shorten(text, most);
    for (char& c : result)
        c = static_cast<unsigned char>(c) < ' ' || c == 0x7F ? ' ' : c;
    return result;
}

} // namespace jibiao
