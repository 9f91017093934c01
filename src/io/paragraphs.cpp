#include "io/paragraphs.h"

#include <algorithm>
#include <array>

namespace jibiao::io {
namespace {

template <std::size_t count>
bool ends_with_any(std::string_view text, const std::array<std::string_view, count>& marks) {
    return std::ranges::any_of(marks, [text](std::string_view mark) { return text.ends_with(mark); });
}

} // namespace

bool ends_sentence(std::string_view text) {
    static constexpr std::array<std::string_view, 17> marks{
        "。", "；", ";", "！", "!", "？", "?", "：", ":", ".", "”", "）", ")", "》", "…", "、", "，"};
    return ends_with_any(text, marks);
}

bool is_heading_end(std::string_view text) {
    static constexpr std::array<std::string_view, 8> marks{"。", "；", ";", "，", ",", "！", "？", "、"};
    return !ends_with_any(text, marks);
}

} // namespace jibiao::io
