#include "base/utf8.h"
#include "check/explanation.h"
#include "check/measures.h"
#include "check/values.h"

#include <algorithm>

namespace jibiao::check::description_vague {
namespace {

/// 开展各项工作: nothing but general words and punctuation.
bool is_generic(std::string_view text, const Words& words) {
    while (!text.empty()) {
        if (!starts_with_any(text, words))
            return false;
        const auto word = std::ranges::find_if(
            words, [text](const std::string& one) { return !one.empty() && text.starts_with(one); });
        if (word == words.end())
            return false;
        text.remove_prefix(word->size());
    }
    return true;
}

bool is_short(const std::string& text, const Profile& profile) {
    constexpr std::size_t most_marks = 3; // Punctuation around it does not make it longer.
    const auto shortest = static_cast<std::size_t>(profile.limit("description_shortest", 4));
    constexpr std::size_t most_bytes = 4;
    return text.size() <= (shortest + most_marks) * most_bytes &&
           count_code_points(text) <= shortest + most_marks && count_code_points(bare(text)) <= shortest;
}

void check(const RowContext& context, Findings& findings) {
    const RowFacts& row = context.row;
    if (row.description.empty() || has_digit(row.description))
        return;
    if (!is_short(row.description, context.profile) &&
        !is_generic(row.description, context.profile.list("generic_words")))
        return;
    if (ends_in_measure(row.description, context.profile) || !tells_more(row.description, row) ||
        is_any(row.description, context.profile.void_words))
        return;
    findings.add({Field::description, row.id()},
                 "描述“" + row.row->description.text +
                     "”没有说明指标的含义，应写清统计什么、范围多大、怎么算。");
}

constexpr Example examples[] = {
    {"indicator: 产出指标 | 数量指标 | 讲座场次 | 开展活动 | ≥5场 | 年度工作计划",
     "projects[0].indicators[0].description"},
    {"indicator: 产出指标 | 数量指标 | 讲座场次 | 完成年度各项工作任务 | ≥5场 | 年度工作计划",
     "projects[0].indicators[0].description"},
    {"indicator: 产出指标 | 质量指标 | 验收合格率 | 质量好 | ≥95% | 年度工作计划",
     "projects[0].indicators[1].description"},
    {"indicator: 产出指标 | 数量指标 | 讲座场次 | 开展科普讲座 | ≥5场 | 年度工作计划", ""},
    {"indicator: 产出指标 | 成本指标 | 项目支出 | 总成本 | ≤27万元 | 项目预算", ""},
    {"indicator: 产出指标 | 数量指标 | 讲座场次 | 讲座场次 | ≥5场 | 年度工作计划", ""},
    {"indicator: 效益指标 | 生态效益指标 | 环境影响 | / | 不涉及 |", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "description-vague",
    .severity = Severity::hint,
    .title = "指标描述过于笼统",
    .title_en = "Description says too little",
    .check_row = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "描述只有“开展活动”这样的话，审核和年底自评时都不知道统计的范围和口径。",
    .how_to_mend = "写清对象、范围和算法，例如“面向社区居民举办的科普讲座场次”。",
    .source = "经验：从已公开文本归纳",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::description_vague
