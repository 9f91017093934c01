#include "base/text.h"
#include "check/explanation.h"
#include "check/measures.h"
#include "check/values.h"
#include "check/wording.h"

#include <algorithm>

namespace jibiao::check::indicator_without_goal {
namespace {

/// Below that, goals and purpose are too short to miss anything in them.
constexpr std::size_t fewest_letters = 30;
constexpr std::size_t fewest_rows = 3;
/// Of goals and purpose: the standard allows 2,000 letters.
constexpr std::size_t most_bytes = 12'000;

/// What the project says that it is about.
std::string matter_of(const ProjectContext& context) {
    return (context.facts.name + "\n" + context.facts.purpose + "\n" + context.facts.goals)
        .substr(0, most_bytes);
}

/// Money, time, cost and satisfaction are of any project.
bool is_of_its_own_project(CategoryKind kind) {
    return kind == CategoryKind::quantity || kind == CategoryKind::quality || is_benefit(kind);
}

bool is_compared(const std::shared_ptr<const RowFacts>& row) {
    return row->filled && is_of_its_own_project(row->kind);
}

void check(const ProjectContext& context, Findings& findings) {
    const std::string matter = matter_of(context);
    if (count_letters(matter, fewest_letters) < fewest_letters)
        return;
    auto left = static_cast<std::size_t>(std::ranges::count_if(context.facts.rows, is_compared));
    const LetterPairs pairs(matter);
    std::vector<const RowFacts*> strangers;
    std::size_t at_home = 0;
    for (const auto& row : context.facts.rows) {
        if (!is_compared(row))
            continue;
        if (at_home >= strangers.size() + left--) // Enough of them, whatever the rest is.
            return;
        const std::string own =
            without_fillers(row->measured.name + "\n" + row->description, context.profile);
        if (share_a_word(own, pairs))
            ++at_home;
        else if (share_a_word(own, own)) // Something is left to compare.
            strangers.push_back(row.get());
    }
    if (strangers.size() < fewest_rows || strangers.size() <= at_home)
        return;
    for (const RowFacts* row : strangers)
        findings.add({Field::indicator_name, row->id()},
                     "“" + row->row->name.text +
                         "”说的事情，在本项目的名称、资金用途和绩效目标里都找不到，这样的行有 " +
                         std::to_string(strangers.size()) +
                         " 行，像是从别的项目或者样表里复制来的：按本项目的内容重写，或者在目标里补上。");
}

constexpr Example examples[] = {
    {"name: 基层科普补助\npurpose: 用于对基层科普示范社区、农村专业技术协会给予奖励补助，改善科普设施。\n"
     "goal: 对10个示范社区给予奖励，改善社区科普画廊等设施，方便居民学习科学知识。\n"
     "indicator: 产出指标 | 数量指标 | 课题立项数 | 立项的课题 | ≥8项 | 计划\n"
     "indicator: 产出指标 | 质量指标 | 结项鉴定通过率 | 通过鉴定的课题 | ≥90% | 计划\n"
     "indicator: 效益指标 | 社会效益指标 | 研究报告采纳数 | 被采纳的研究报告 | ≥2篇 | 计划",
     "projects[0].indicators[0].indicator_name projects[0].indicators[1].indicator_name "
     "projects[0].indicators[4].indicator_name"},
    {"name: 基层科普补助\npurpose: 用于对基层科普示范社区、农村专业技术协会给予奖励补助，改善科普设施。\n"
     "goal: 对10个示范社区给予奖励，改善社区科普画廊等设施，方便居民学习科学知识。\n"
     "indicator: 产出指标 | 数量指标 | 奖补社区数 | 得到奖补的示范社区 | ≥10个 | 计划\n"
     "indicator: 产出指标 | 质量指标 | 科普画廊完好率 | 完好的画廊 | ≥90% | 计划\n"
     "indicator: 效益指标 | 社会效益指标 | 受益居民人数 | 受益的居民 | ≥2000人 | 计划",
     ""},
    {"purpose: 设备购置\ngoal: 购置设备\n"
     "indicator: 产出指标 | 数量指标 | 课题立项数 | 立项的课题 | ≥8项 | 计划\n"
     "indicator: 产出指标 | 质量指标 | 结项鉴定通过率 | 通过鉴定的课题 | ≥90% | 计划\n"
     "indicator: 效益指标 | 社会效益指标 | 研究报告采纳数 | 被采纳的研究报告 | ≥2篇 | 计划",
     ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "indicator-without-goal",
    .severity = Severity::warning,
    .title = "指标与本项目无关",
    .title_en = "Indicators that have nothing to do with the project",
    .check_project = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "指标说的事情在用途和目标里都没有，说明是从别的项目或者样表里复制来的，执行时无法考核。",
    .how_to_mend = "按本项目的用途和目标重写这些指标；确有这些内容的，在绩效目标里补上。",
    .source = "绩效目标审核的“相关性”要求（财预〔2015〕88 号审核表，凭记忆）；样本文本中见到",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::indicator_without_goal
