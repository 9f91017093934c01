#include "base/utf8.h"
#include "model/notation.h"

#include <algorithm>
#include <array>

namespace jibiao {
namespace {

constexpr auto grade_words =
    std::to_array<std::string_view>({"优秀", "优良", "优", "良好", "良", "中等", "中", "一般", "合格",
                                     "基本合格", "及格", "达标", "满意", "基本满意", "非常满意"});

/// 二级, Ⅲ类, 甲等, 三星级, AAA级.
bool take_rank(std::string_view& text) {
    constexpr std::u32string_view ranks = U"一二三四五六特甲乙丙丁ⅠⅡⅢⅣⅤABCDIV";
    static constexpr auto kinds = std::to_array<std::string_view>({"星级", "级", "类", "等", "星"});
    std::string_view rest = text;
    while (!rest.empty() && ranks.find(code_point_at(rest, 0).value) != std::u32string_view::npos)
        rest.remove_prefix(code_point_at(rest, 0).length);
    if (rest.size() == text.size() || !take_any(rest, kinds))
        return false;
    text = rest;
    return true;
}

bool is_grade(std::string_view text) {
    if (std::ranges::find(grade_words, text) != grade_words.end())
        return true;
    if (!take_rank(text))
        return false;
    while (take_rank(text)) { // 三级甲等.
    }
    return text.empty() || text == "水质";
}

} // namespace

std::optional<TargetValue> read_grade(std::string_view folded) {
    constexpr std::size_t longest = 60;
    if (folded.size() > longest)
        return std::nullopt;
    static constexpr auto openings = std::to_array<std::string_view>({"达到", "达", "评为", "评定为"});
    static constexpr auto endings = std::to_array<std::string_view>({"标准", "水平", "等次", "等级"});
    std::string_view text = folded;
    if (!is_grade(text)) // 达标 is one.
        take_any(text, openings);
    const Comparator in_front = take_comparator(text);
    if (std::ranges::any_of(endings, [&](std::string_view ending) { return take_suffix(text, ending); }))
        take_suffix(text, "的");
    const Comparator behind = take_trailing_comparator(text);
    if ((in_front != Comparator::none && behind != Comparator::none) || !is_grade(text))
        return std::nullopt;
    TargetValue value;
    value.kind = TargetKind::qualitative;
    value.comparator = behind != Comparator::none ? behind : in_front;
    value.grade = text;
    value.text = folded;
    return value;
}

} // namespace jibiao
