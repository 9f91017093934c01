#include "base/text.h"
#include "check/explanation.h"
#include "check/reading.h"
#include "model/target_value.h"

#include <algorithm>
#include <string>
#include <vector>

namespace jibiao::check::plan_not_phased {
namespace {

struct Filled {
    const Phase* phase;
    std::string period; ///< Folded.
};

std::vector<Filled> filled_phases(const Project& project, const Profile& profile) {
    std::vector<Filled> result;
    for (const Phase& phase : project.phases) {
        if (phase.period.empty())
            continue;
        std::string period = fold(phase.period.text);
        if (!is_any(period, profile.void_words))
            result.push_back({&phase, std::move(period)});
    }
    return result;
}

/// From January to December.
bool is_whole_year(const std::string& period, int year, const Profile& profile) {
    std::string text = period;
    for (const std::string_view mark : {"(", ")"})
        text = replace_all(text, mark, "");
    if (is_any(text, profile.list("whole_year_periods")))
        return true;
    const TargetValue value = read_target(text);
    return value.kind == TargetKind::period && value.from.month == 1 && value.from.day <= 1 &&
           value.to.month == 12 && (value.to.day == 0 || value.to.day == 31) &&
           value.from.year == value.to.year && (year == 0 || value.from.year == year);
}

void check(const ProjectContext& context, Findings& findings) {
    const std::vector<Filled> phases = filled_phases(context.project, context.profile);
    if (phases.size() < 2)
        return;
    const auto is_other = [&](const Filled& filled) { return filled.period != phases.front().period; };
    if (std::ranges::none_of(phases, is_other)) {
        Finding& finding = findings.add({Field::phase_period, phases.back().phase->id},
                                        std::to_string(phases.size()) + " 个阶段的时间都是“" +
                                            phases.back().phase->period.text + "”，没有分阶段。");
        for (std::size_t i = 0; i + 1 < phases.size(); ++i)
            finding.related.push_back({Field::phase_period, phases[i].phase->id});
        return;
    }
    for (const Filled& filled : phases) {
        if (is_whole_year(filled.period, context.head.year, context.profile))
            findings.add({Field::phase_period, filled.phase->id},
                         "“" + filled.phase->period.text + "”是一整年，把其他阶段都包括在里面。");
    }
}

constexpr Example examples[] = {
    {"template: gz-2024\nphase: 1月至12月 | 开展科普培训\nphase: 1月至12月 | 购置展品",
     "projects[0].phases[1].phase_period"},
    {"template: gz-2024\nphase: 2024-01-01至2024-12-31 | 开展科普培训\n"
     "phase: 2024-01-01 至 2024-12-31 | 购置展品\nphase: 2024-01-01至2024-12-31 | 总结",
     "projects[0].phases[2].phase_period"},
    {"template: gz-2024\nphase: 全年 | 开展科普培训\nphase: 全年 | 购置展品",
     "projects[0].phases[1].phase_period"},
    {"template: gz-2024\nphase: 1月至6月 | 开展科普培训\nphase: 7月至12月 | 购置展品", ""},
    {"template: gz-2024\nphase: 1月至12月 | 开展科普培训", ""},
    {"template: gz-2024\nphase: 1月至12月 | 开展科普培训\nphase: 6月至12月 | 购置展品",
     "projects[0].phases[0].phase_period"},
    {"template: gz-2024\nphase: 1月至8月 | 开展科普培训\nphase: 6月至12月 | 购置展品", ""},
    {"template: gz-2024\nphase: | 开展科普培训\nphase: | 购置展品", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "plan-not-phased",
    .severity = Severity::warning,
    .title = "阶段性计划没有分阶段",
    .title_en = "Phases all cover the same period",
    .check_project = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "阶段性计划是年中监控的依据。各阶段都从头到尾，看不出什么时候完成什么，监控时无从对照。",
    .how_to_mend = "按工作的先后写明每一阶段的起止时间，前后衔接，例如按季度或上下半年分。",
    .source = "贵州省绩效目标表样：目标阶段性计划、本年度实施计划（从已公开文本归纳）",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::plan_not_phased
