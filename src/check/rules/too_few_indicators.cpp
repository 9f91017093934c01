#include "check/explanation.h"

#include <algorithm>
#include <string>

namespace jibiao::check::too_few_indicators {
namespace {

/// A table without a single row may be no target table yet; and an import may not have found its rows.
bool is_begun(const Project& project) {
    return !project.name.empty() && (!project.budget_total.empty() || !project.goals.empty()) &&
           (project.name.line == 0 || !project.indicators.empty());
}

void check(const ProjectContext& context, Findings& findings) {
    const int fewest = context.profile.limit("fewest_indicators", 3);
    const auto filled =
        std::ranges::count_if(context.facts.rows, [](const auto& row) { return row->filled; });
    if (filled >= fewest || (filled == 0 && !is_begun(context.project)))
        return;
    findings.add({Field::indicators, context.project.id},
                 filled == 0 ? "没有填写绩效指标，至少应有 " + std::to_string(fewest) + " 个。"
                             : "只有 " + std::to_string(filled) + " 个绩效指标，至少应有 " +
                                   std::to_string(fewest) + " 个。");
}

constexpr Example examples[] = {
    {"without: 产出指标", "projects[0].indicators"},
    {"without: 产出指标\nwithout: 效益指标", "projects[0].indicators"},
    {"without: 产出指标\nwithout: 效益指标\nwithout: 满意度指标", "projects[0].indicators"},
    {"without: 产出指标\nindicator: 产出指标 | 数量指标 | | | |", "projects[0].indicators"},
    {"without: 效益指标", ""},
    {"without: 产出指标\nindicator: 产出指标 | 数量指标 | 培训次数 | 开展培训的次数 | ≥5次 | 年度工作计划",
     ""},
    {"without: 产出指标\nwithout: 效益指标\nwithout: 满意度指标\nname:", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "too-few-indicators",
    .severity = Severity::warning,
    .title = "绩效指标太少",
    .title_en = "Too few indicators",
    .check_project = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "一两个指标说不清项目的产出、效益和满意度，年底也无法评价。",
    .how_to_mend = "对照表样的指标分类，从产出、成本、效益、满意度各选主要的指标补充。",
    .source = "某地填报说明：三级指标不少于 3 个（已读）",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::too_few_indicators
