#include "base/text.h"
#include "check/explanation.h"
#include "check/values.h"

namespace jibiao::check::period_contradiction {
namespace {

bool begins_the_year(Date date) {
    return date.month <= 1 && date.day <= 1;
}

bool ends_the_year(Date date) {
    return date.month == 0 || (date.month == 12 && (date.day == 0 || date.day == 31));
}

/// Negative, 0 or positive; what was not stated is equal.
int compare(Date a, Date b) {
    if (a.year != b.year && a.year != 0 && b.year != 0)
        return a.year - b.year;
    if (a.month != b.month && a.month != 0 && b.month != 0)
        return a.month - b.month;
    return a.day == 0 || b.day == 0 || a.month == 0 || b.month == 0 ? 0 : a.day - b.day;
}

void check_words(const RowFacts& row, const Profile& profile, Findings& findings) {
    const TargetValue& value = row.target;
    if (begins_the_year(value.from) && ends_the_year(value.to))
        return;
    const bool in_description = contains_any(row.description, profile.list("whole_year_words"));
    if (!in_description && !contains_any(row.name, profile.list("whole_year_words")))
        return;
    const Field where = in_description ? Field::description : Field::indicator_name;
    const std::string& text = in_description ? row.row->description.text : row.row->name.text;
    findings
        .add({Field::target_value, row.id()}, "“" + shorten(text, 30) + "”说的是全年，指标值“" +
                                                  row.row->target.text + "”却不是从 1 月到 12 月。")
        .related.push_back({where, row.id()});
}

void check(const ProjectContext& context, Findings& findings) {
    const bool has_period = !context.project.period.empty();
    TargetValue period;
    if (has_period)
        period = read_target(context.project.period.text);
    for (const auto& row : context.facts.rows) {
        const TargetValue& value = row->target;
        if (value.kind != TargetKind::period)
            continue;
        check_words(*row, context.profile, findings);
        const bool known = period.kind == TargetKind::period;
        if (!known || (compare(value.from, period.from) >= 0 && compare(value.to, period.to) <= 0))
            continue;
        findings
            .add({Field::target_value, row->id()}, "指标值“" + row->row->target.text +
                                                       "”超出了项目计划实施时间“" +
                                                       context.project.period.text + "”。")
            .related.push_back({Field::period, context.project.id});
    }
}

constexpr Example examples[] = {
    {"indicator: 产出指标 | 时效指标 | 展览时间 | 2021年全年展出的时间 | 2021.4.1-2021.12.31 | 年度工作计划",
     "projects[0].indicators[2].target_value"},
    {"indicator: 产出指标 | 时效指标 | 全年服务时间 | 提供服务的时间 | 2021.2-2021.11 | 年度工作计划",
     "projects[0].indicators[2].target_value"},
    {"template: gz-2024\nperiod: 2021.3至2021.9\n"
     "indicator: 产出指标 | 时效指标 | 展览时间 | | 2021年3月-12月 | | 展出的时间",
     "projects[0].indicators[2].target_value"},
    {"indicator: 产出指标 | 时效指标 | 展览时间 | 2021年全年展出的时间 | 2021.1.1-2021.12.31 | 年度工作计划",
     ""},
    {"indicator: 产出指标 | 时效指标 | 展览时间 | 展出的时间 | 2021.4.1-2021.12.31 | 年度工作计划", ""},
    {"template: gz-2024\nperiod: 2021.1至2021.12\n"
     "indicator: 产出指标 | 时效指标 | 展览时间 | | 2021年3月-10月 | | 展出的时间",
     ""},
    {"indicator: 产出指标 | 时效指标 | 展览时间 | 全年的展出时间 | 2021年1月-12月 | 年度工作计划", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "period-contradiction",
    .severity = Severity::hint,
    .title = "时间段前后不一致",
    .title_en = "Period contradicts the words",
    .check_project = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "描述说全年，指标值却只有其中几个月，考核时不知道以哪个为准。",
    .how_to_mend = "按实际安排统一：确是全年就写 1 月到 12 月，否则改描述。",
    .source = "经验：公开文本中时效指标的常见矛盾",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::period_contradiction
