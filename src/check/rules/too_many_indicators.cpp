#include "check/explanation.h"

#include <algorithm>
#include <string>

namespace jibiao::check::too_many_indicators {
namespace {

void check(const ProjectContext& context, Findings& findings) {
    const int most = context.profile.limit("most_indicators", 15);
    if (context.project.kind == ProjectKind::department || // Its rows are those of many projects.
        context.facts.rows.size() <= static_cast<std::size_t>(most))
        return;
    const auto filled =
        std::ranges::count_if(context.facts.rows, [](const auto& row) { return row->filled; });
    if (filled > most)
        findings.add({Field::indicators, context.project.id},
                     "有 " + std::to_string(filled) + " 个绩效指标，超过 " + std::to_string(most) +
                         " 个，多出 " + std::to_string(filled - most) + " 个。");
}

#define JIBIAO_ROWS(number)                                                                                  \
    "indicator: 产出指标 | 数量指标 | 第" number "期培训次数 | 开展第" number "期培训 | ≥5次 | "       \
    "年度工作计划\n"
#define JIBIAO_NINE_ROWS                                                                                     \
    JIBIAO_ROWS("一")                                                                                        \
    JIBIAO_ROWS("二")                                                                                        \
    JIBIAO_ROWS("三")                                                                                        \
    JIBIAO_ROWS("四")                                                                                        \
    JIBIAO_ROWS("五")                                                                                        \
    JIBIAO_ROWS("六")                                                                                        \
    JIBIAO_ROWS("七") JIBIAO_ROWS("八") JIBIAO_ROWS("九")

constexpr Example examples[] = {
    {JIBIAO_NINE_ROWS JIBIAO_ROWS("十") JIBIAO_ROWS("冬"), "projects[0].indicators"},
    {"project: 设备购置\n" JIBIAO_NINE_ROWS JIBIAO_ROWS("十") JIBIAO_ROWS("冬"), "projects[1].indicators"},
    {JIBIAO_NINE_ROWS JIBIAO_ROWS("十") JIBIAO_ROWS("冬") JIBIAO_ROWS("春"), "projects[0].indicators"},
    {JIBIAO_NINE_ROWS JIBIAO_ROWS("十"), ""},
    {"kind: department\n" JIBIAO_NINE_ROWS JIBIAO_ROWS("十") JIBIAO_ROWS("冬"), ""},
    {JIBIAO_NINE_ROWS JIBIAO_ROWS("十") "indicator: 效益指标 | 生态效益指标 | | | |", ""},
};

#undef JIBIAO_ROWS
#undef JIBIAO_NINE_ROWS

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "too-many-indicators",
    .severity = Severity::hint,
    .title = "绩效指标太多",
    .title_en = "Too many indicators",
    .check_project = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "指标太多就突出不了重点，每一个都要监控、取证、自评，工作量大而说明不了问题。",
    .how_to_mend = "保留反映核心产出和效果的指标，合并或删去次要的和重复的。",
    .source = "审计指出的问题：指标过多、不突出重点（已读）；15 个是经验数，可在规则配置中修改",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::too_many_indicators
