#include "base/text.h"
#include "check/explanation.h"
#include "check/reading.h"

#include <algorithm>

namespace jibiao::check::date_outside_year {
namespace {

struct Span {
    int first = 0; ///< Years; 0: not stated.
    int last = 0;
};

Span span_of(const TargetValue& value) {
    if (value.kind == TargetKind::period)
        return {value.from.year, value.to.year == 0 ? value.from.year : value.to.year};
    if (value.kind == TargetKind::date)
        return {value.from.year, value.from.year};
    return {};
}

/// A table of one year whose year begins elsewhere: 2025.3至2026.2. Longer projects go on over years.
bool is_another_twelvemonth(const TargetValue& value, int year) {
    const int months = (value.to.year - value.from.year) * 12 + value.to.month - value.from.month + 1;
    return value.kind == TargetKind::period && value.from.year == year && value.to.year == year + 1 &&
           value.from.month > 0 && value.to.month > 0 && months == 12;
}

std::string year_text(int year) {
    return std::to_string(year) + " 年";
}

void check_value(FieldRef at, const Cell& cell, const TargetValue& value, const Span& allowed,
                 const ProjectContext& context, Findings& findings) {
    const Span span = span_of(value);
    const int year = context.head.year;
    const bool is_other = at.field == Field::period && is_another_twelvemonth(value, year);
    if (span.first == 0 || (span.first <= year && year <= span.last && !is_other))
        return;
    if (span.first >= allowed.first && span.last <= allowed.last)
        return;
    Finding& finding =
        findings.add(at, "“" + cell.text + "”" +
                             (is_other ? "跨到" + year_text(span.last) : "不在" + year_text(year) + "内") +
                             "：年度目标的日期应在 " + std::to_string(year) + "-01-01 至 " +
                             std::to_string(year) + "-12-31 之间。");
    if (span.last > year) // Work may be due after the year; who checks wants to know why.
        finding.severity = Severity::hint;
}

void check(const ProjectContext& context, Findings& findings) {
    if (context.head.year == 0)
        return;
    const Project& project = context.project;
    const TargetValue period = read_target(project.period.text);
    const Span allowed = span_of(period);
    check_value({Field::period, project.id}, project.period, period, {}, context, findings);
    for (const Phase& phase : project.phases)
        check_value({Field::phase_period, phase.id}, phase.period, read_target(phase.period.text), allowed,
                    context, findings);
    for (const auto& row : context.facts.rows)
        check_value({Field::target_value, row->id()}, row->row->target, row->target, allowed, context,
                    findings);
}

constexpr Example examples[] = {
    {"indicator: 产出指标 | 时效指标 | 培训完成时间 | 完成全部培训的时间 | 2020年11月底前 | 计划",
     "projects[0].indicators[2].target_value"},
    {"indicator: 产出指标 | 时效指标 | 活动时间 | 开展活动的时间 | 2020.3.1-2020.12.31 | 计划",
     "projects[0].indicators[2].target_value"},
    {"period: 2019.1至2019.12", "projects[0].period"},
    {"indicator: 产出指标 | 时效指标 | 完成时间 | 完成的时间 | 2022年3月底前 | 计划",
     "projects[0].indicators[2].target_value"},
    {"indicator: 产出指标 | 时效指标 | 活动时间 | 开展活动的时间 | 2020.9.1-2021.6.30 | 计划", ""},
    {"indicator: 产出指标 | 时效指标 | 完成时间 | 完成的时间 | 12月底前 | 计划", ""},
    {"period: 2021.3至2022.2", "projects[0].period"},
    {"period: 2021.11至2022.3", ""},
    {"period: 2021.1至2023.12\n"
     "indicator: 产出指标 | 时效指标 | 完成时间 | 完成的时间 | 2022年3月底前 | 计划",
     ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "date-outside-year",
    .severity = Severity::warning,
    .title = "日期不在预算年度内",
    .title_en = "Date outside the year of the form",
    .check_project = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "年度绩效目标只管预算年度内的事，往年的日期说明沿用了旧文本，以后的日期年底无法考核。",
    .how_to_mend = "改成本年度的日期；跨年项目在实施时间里写明起止，年度目标写当年的节点。",
    .source = "年度绩效目标的定义（财预〔2015〕88 号，凭记忆）；已公开文本的常见问题",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::date_outside_year
