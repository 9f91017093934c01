#include "check/explanation.h"
#include "check/values.h"

namespace jibiao::check::month_ambiguous {
namespace {

Fix as_duration(const RowContext& context, TargetValue value) {
    value.kind = TargetKind::number;
    value.unit = "个月";
    return {"改为“" + print_target(value, notation_of(context.form)) + "”",
            {"写明是几个月", set_target(*context.row.row, value, context.form)},
            false};
}

void check(const RowContext& context, Findings& findings) {
    const RowFacts& row = context.row;
    if (row.target.kind != TargetKind::month || row.target.comparator == Comparator::none ||
        (!has_lower_bound(row.target) &&
         ends_with_any(row.measured.name, context.profile.list("month_names"))))
        return;
    const std::string month = row.target.number.to_short_string();
    Finding& finding =
        findings.add({Field::target_value, row.id()}, "“" + quoted_target(row) + "”可以读作 " + month +
                                                          " 个月，也可以读作 " + month + " 月份。时长写“" +
                                                          month + "个月”，期限写“" + month + "月底前”。");
    if (contains_any(row.measured.name + row.description, context.profile.list("duration_words")))
        finding.fix = as_duration(context, row.target);
}

constexpr Example examples[] = {
    {"indicator: 产出指标 | 时效指标 | 展出时间 | 保证展出至少三月 | ≥3月 | 年度工作计划",
     "projects[0].indicators[2].target_value", "≥3个月"},
    {"indicator: 产出指标 | 时效指标 | 任务完成时间 | 10月之前完成任务 | ≤10月 | 年度工作计划",
     "projects[0].indicators[2].target_value"},
    {"indicator: 产出指标 | 时效指标 | 施工工期 | 施工所用的时间 | ≤6月 | 施工合同",
     "projects[0].indicators[2].target_value", "≤6个月"},
    {"indicator: 产出指标 | 时效指标 | 展出时间 | 展出的时长 | ≥3个月 | 年度工作计划", ""},
    {"indicator: 产出指标 | 时效指标 | 培训举办月份 | 培训在哪个月举办 | 9月 | 年度工作计划", ""},
    {"indicator: 产出指标 | 时效指标 | 任务完成时间 | 完成任务的时间 | 10月底前 | 年度工作计划", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "month-ambiguous",
    .severity = Severity::hint,
    .title = "“N月”有两种读法",
    .title_en = "Month or number of months",
    .check_row = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "“≤11月”可以是十一月以前，也可以是不超过十一个月；“11月”本身包含不包含也不清楚。",
    .how_to_mend = "时长写“2个月”，期限写“11月底前”或具体日期。",
    .source = "经验：公开文本中的写法",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::month_ambiguous
