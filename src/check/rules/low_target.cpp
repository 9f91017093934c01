#include "base/text.h"
#include "check/explanation.h"
#include "check/values.h"

#include <map>

namespace jibiao::check::low_target {
namespace {

struct Best {
    const RowFacts* row;
    std::size_t project;
};

bool is_comparable(const RowFacts& row, const Profile& profile) {
    return is_rate(row.target) && !has_upper_bound(row.target) && row.target.number <= Decimal::whole(100) &&
           ends_with_any(row.measured.name, profile.capped_words);
}

using BestByName = std::map<std::string_view, Best>;

/// The highest target of each name. Names that occur once are in it too.
BestByName best_targets(const Context& context) {
    BestByName best;
    for (std::size_t i = 0; i < context.facts.projects.size(); ++i) {
        for (const auto& row : context.facts.projects[i]->rows) {
            if (!is_comparable(*row, context.profile))
                continue;
            const auto [at, added] = best.try_emplace(row->measured.name, Best{row.get(), i});
            if (!added && row->target.number > at->second.row->target.number)
                at->second = {row.get(), i};
        }
    }
    return best;
}

void check(const Context& context, Findings& findings) {
    if (context.facts.projects.size() < 2)
        return;
    const BestByName best = best_targets(context);
    const Decimal gap = Decimal::whole(context.profile.limit("low_target_points", 20));
    for (std::size_t i = 0; i < context.facts.projects.size(); ++i) {
        for (const auto& row : context.facts.projects[i]->rows) {
            if (!is_comparable(*row, context.profile))
                continue;
            const Best& highest = best.at(row->measured.name);
            const Decimal difference = highest.row->target.number - row->target.number;
            if (highest.project == i || difference < gap)
                continue;
            findings
                .add({Field::target_value, row->id()},
                     "“" + row->row->name.text + "”的目标“" + quoted_target(*row) + "”比另一个项目的“" +
                         quoted_target(*highest.row) + "”低 " + difference.to_short_string() +
                         " 个百分点，偏低。没有特别的原因应当提高。")
                .related.push_back({Field::target_value, highest.row->id()});
        }
    }
}

constexpr Example examples[] = {
    {"indicator: 产出指标 | 质量指标 | 设备完好率 | 完好设备的比例 | ≥70% | 年度工作计划\n"
     "project: 设备购置\n"
     "indicator: 产出指标 | 质量指标 | 设备完好率 | 完好设备的比例 | ≥95% | 年度工作计划",
     "projects[0].indicators[1].target_value"},
    {"indicator: 产出指标 | 质量指标 | 验收合格率 | 合格的比例 | 100% | 年度工作计划\n"
     "project: 设备购置\n"
     "indicator: 产出指标 | 质量指标 | 验收合格率 | 合格的比例 | ≥60% | 年度工作计划",
     "projects[1].indicators[1].target_value"},
    {"indicator: 满意度指标 | 服务对象满意度指标 | 参训人员满意度 | 满意的比例 | ≥70% | 调查问卷\n"
     "project: 设备购置",
     "projects[0].indicators[5].target_value"},
    {"indicator: 产出指标 | 质量指标 | 设备完好率 | 完好设备的比例 | ≥90% | 年度工作计划\n"
     "project: 设备购置\n"
     "indicator: 产出指标 | 质量指标 | 设备完好率 | 完好设备的比例 | ≥95% | 年度工作计划",
     ""},
    {"indicator: 产出指标 | 质量指标 | 设备完好率 | 完好设备的比例 | ≥70% | 年度工作计划", ""},
    {"indicator: 产出指标 | 质量指标 | 森林火灾受害率 | 受害的比例 | ≤1% | 年度工作计划\n"
     "project: 设备购置\n"
     "indicator: 产出指标 | 质量指标 | 森林火灾受害率 | 受害的比例 | ≤50% | 年度工作计划",
     ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "low-target",
    .severity = Severity::hint,
    .title = "指标值偏低",
    .title_en = "Target lower than elsewhere",
    .check_book = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "同一个单位的同一个指标，一个项目定得明显低于另一个，会被认为目标没有压力。",
    .how_to_mend = "按其他项目和往年的水平提高；确有原因的，在依据里说明。",
    .source = "赤峰市审计局 2023 年通报：目标过低、容易完成（已读）",
    .sureness = Sureness::read,
    .examples = examples,
};

} // namespace jibiao::check::low_target
