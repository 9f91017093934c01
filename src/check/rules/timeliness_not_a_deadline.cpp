#include "base/text.h"
#include "check/explanation.h"
#include "check/values.h"

namespace jibiao::check::timeliness_not_a_deadline {
namespace {

bool is_whole_year(const TargetValue& value) {
    if (value.kind == TargetKind::date)
        return value.from.month == 0 && value.comparator == Comparator::none;
    const bool begins = value.from.month <= 1 && value.from.day <= 1;
    const bool ends =
        value.to.month == 0 || (value.to.month == 12 && (value.to.day == 0 || value.to.day == 31));
    return value.kind == TargetKind::period && begins && ends && value.from.year == value.to.year;
}

/// 1次/月, 每月1次; not 每月15日前.
bool is_frequency(const RowFacts& row, const Profile& profile) {
    const TargetValue& value = row.target;
    if (value.kind == TargetKind::number && is_any(value.unit, profile.list("times_units")) &&
        ends_with_any(row.measured.name, profile.list("frequency_names")))
        return true;
    if (value.kind == TargetKind::number || value.kind == TargetKind::range)
        return contains_any(value.unit, profile.list("frequency_units"));
    return value.kind == TargetKind::qualitative && contains(value.text, "次") &&
           contains_any(value.text, profile.list("frequency_words")) &&
           !contains_any(value.text, profile.list("deadline_words"));
}

void check(const RowContext& context, Findings& findings) {
    const RowFacts& row = context.row;
    if (row.kind != CategoryKind::timeliness)
        return;
    const FieldRef at{Field::target_value, row.id()};
    const std::string quoted = "时效指标值“" + shorten(quoted_target(row), 30) + "”";
    const std::string_view words = words_of_target(row, context.profile);
    if (!words.empty()) {
        if (!contains_any(words, context.profile.list("deadline_words")))
            findings.add(
                at,
                quoted + "没有时间：应写完成的日期、时限或按时完成率，例如“11月底前”“≤5个工作日”“100%”。");
        return;
    }
    if (is_frequency(row, context.profile))
        findings.add(at, quoted + "是次数，不是期限：应写完成的日期、时限或按时完成率，次数放到数量指标。");
    else if (is_whole_year(row.target) && !has_digit(row.target.text))
        findings.add(at, quoted + "是全年，等于没有期限。应写完成的日期或按时完成率。");
    else if (is_whole_year(row.target))
        findings.add(at, quoted + "从年初到年底，等于没有期限。应写完成的日期或按时完成率。").severity =
            Severity::hint;
}

constexpr Example examples[] = {
    {"indicator: 产出指标 | 时效指标 | 培训及时性 | 培训是否及时 | 及时 | 年度工作计划",
     "projects[0].indicators[2].target_value"},
    {"indicator: 产出指标 | 时效指标 | 巡查工作 | 巡查的安排 | ≥1次/月 | 年度工作计划",
     "projects[0].indicators[2].target_value"},
    {"indicator: 产出指标 | 时效指标 | 服务时间 | 提供服务的时间 | 2021年1月1日-2021年12月31日 | "
     "年度工作计划",
     "projects[0].indicators[2].target_value"},
    {"indicator: 产出指标 | 时效指标 | 巡查工作 | 巡查的安排 | 每月1次 | 年度工作计划",
     "projects[0].indicators[2].target_value"},
    {"indicator: 产出指标 | 时效指标 | 巡查工作 | 巡查的安排 | 每季度2-3次 | 年度工作计划",
     "projects[0].indicators[2].target_value"},
    {"indicator: 产出指标 | 时效指标 | 检定完成时间 | 完成检定的时间 | 2021年 | 年度工作计划",
     "projects[0].indicators[2].target_value"},
    {"indicator: 产出指标 | 时效指标 | 补贴发放频次 | 按季度发放的补贴 | 4次 | 补贴办法",
     "projects[0].indicators[2].target_value"},
    {"indicator: 产出指标 | 时效指标 | 审批时限 | 审批的时间 | 自受理之日起15个工作日内办结 | 年度工作计划",
     ""},
    {"indicator: 产出指标 | 时效指标 | 工资发放时间 | 发放的时间 | 每月15日前 | 年度工作计划", ""},
    {"indicator: 产出指标 | 时效指标 | 服务时间 | 提供服务的时间 | 全年 | 年度工作计划",
     "projects[0].indicators[2].target_value"},
    {"indicator: 产出指标 | 时效指标 | 完成时间 | 完成的时间 | 按时完成 | 年度工作计划",
     "projects[0].indicators[2].target_value"},
    {"indicator: 产出指标 | 时效指标 | 完成时间 | 完成的时间 | 汛期之前完成 | 年度工作计划", ""},
    {"indicator: 产出指标 | 时效指标 | 完成时间 | 完成的时间 | 12月底 | 年度工作计划", ""},
    {"indicator: 产出指标 | 时效指标 | 完成时间 | 完成的时间 | 2021.3-2021.10 | 年度工作计划", ""},
    {"indicator: 产出指标 | 时效指标 | 维修时限 | 维修的时间 | ≤3天 | 年度工作计划", ""},
    {"indicator: 产出指标 | 质量指标 | 巡查频次 | 巡查的安排 | ≥1次/月 | 年度工作计划", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "timeliness-not-a-deadline",
    .severity = Severity::warning,
    .title = "时效指标没有期限",
    .title_en = "Timeliness target without a deadline",
    .check_row = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "时效指标考核什么时候完成。“及时”“每月一次”“全年”都没有说出期限，年底无法判断。",
    .how_to_mend = "写完成日期（“11月底前”）、时限（“≤5个工作日”）或按时完成率（“100%”）。",
    .source = "经验：45 份样本文本中 11 份时效指标写法有误",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::timeliness_not_a_deadline
