#include "base/text.h"
#include "check/explanation.h"
#include "check/values.h"

#include <map>
#include <vector>

namespace jibiao::check::low_target {
namespace {

struct Row {
    const RowFacts* facts;
    std::size_t project;
};

bool is_comparable(const RowFacts& row, const Profile& profile) {
    return is_rate(row.target) && !has_upper_bound(row.target) && row.target.number <= Decimal::whole(100) &&
           ends_with_any(row.measured.name, profile.capped_words);
}

std::vector<Row> comparable_rows(const Context& context) {
    std::vector<Row> rows;
    for (std::size_t i = 0; i < context.facts.projects.size(); ++i) {
        for (const auto& row : context.facts.projects[i]->rows) {
            if (is_comparable(*row, context.profile))
                rows.push_back({row.get(), i});
        }
    }
    return rows;
}

/// The highest target of each name. Names that occur once are in it too.
std::map<std::string_view, Row> best_targets(const std::vector<Row>& rows) {
    std::map<std::string_view, Row> best;
    for (const Row& row : rows) {
        const auto [at, added] = best.try_emplace(row.facts->measured.name, row);
        if (!added && row.facts->target.number > at->second.facts->target.number)
            at->second = row;
    }
    return best;
}

void check(const Context& context, Findings& findings) {
    if (context.facts.projects.size() < 2)
        return;
    const std::vector<Row> rows = comparable_rows(context);
    const auto best = best_targets(rows);
    const Decimal gap = Decimal::whole(context.profile.limit("low_target_points", 20));
    for (const Row& row : rows) {
        const Row& highest = best.at(row.facts->measured.name);
        const Decimal difference = highest.facts->target.number - row.facts->target.number;
        if (highest.project == row.project || difference < gap)
            continue;
        findings
            .add({Field::target_value, row.facts->id()},
                 "“" + row.facts->row->name.text + "”的目标“" + quoted_target(*row.facts) +
                     "”比另一个项目的“" + quoted_target(*highest.facts) + "”低 " +
                     difference.to_short_string() + " 个百分点，偏低。没有特别的原因应当提高。")
            .related.push_back({Field::target_value, highest.facts->id()});
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
