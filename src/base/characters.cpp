#include "base/characters.h"

#include "base/utf8.h"

#include <algorithm>

namespace jibiao {
namespace {

struct Range {
    char32_t first, last;
};
/// Marks, selectors and modifiers of the scripts that are written in China and of emoji.
constexpr Range marks[] = {{0x0300, 0x036F},   {0x064B, 0x065F},   {0x0670, 0x0670},  {0x0F18, 0x0F19},
                           {0x0F35, 0x0F39},   {0x0F71, 0x0F84},   {0x0F8D, 0x0FBC},  {0x180B, 0x180F},
                           {0x1AB0, 0x1AFF},   {0x1DC0, 0x1DFF},   {0x200D, 0x200D},  {0x20D0, 0x20FF},
                           {0x302A, 0x302F},   {0x3099, 0x309A},   {0xFE00, 0xFE0F},  {0xFE20, 0xFE2F},
                           {0x1F3FB, 0x1F3FF}, {0xE0020, 0xE007F}, {0xE0100, 0xE01EF}};
constexpr char32_t zero_width_joiner = 0x200D;

bool belongs_to_what_is_before(char32_t c) {
    return std::ranges::any_of(marks, [c](Range range) { return c >= range.first && c <= range.last; });
}
bool is_flag_letter(char32_t c) {
    return c >= 0x1F1E6 && c <= 0x1F1FF;
}

} // namespace

std::string_view cut_to(std::string_view text, std::size_t most) {
    std::size_t start = 0; // Of the character that the walk is in.
    char32_t before = 0;
    std::size_t flags = 0; // Letters of flags in a row: two make one.
    for (std::size_t offset = 0, count = 0; offset < text.size(); ++count) {
        const CodePoint point = code_point_at(text, offset);
        const bool is_second_half = is_flag_letter(point.value) && flags % 2 == 1;
        if (!belongs_to_what_is_before(point.value) && before != zero_width_joiner && !is_second_half &&
            !(before == '\r' && point.value == '\n'))
            start = offset;
        if (count == most)
            return text.substr(0, start > 0 ? start : offset);
        flags = is_flag_letter(point.value) ? flags + 1 : 0;
        before = point.value;
        offset += point.length;
    }
    return text;
}

} // namespace jibiao
