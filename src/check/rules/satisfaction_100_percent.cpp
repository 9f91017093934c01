#include "base/text.h"
#include "check/explanation.h"
#include "check/values.h"

namespace jibiao::check::satisfaction_100_percent {
namespace {

bool measures_satisfaction(const RowFacts& row, const Profile& profile) {
    if (contains_any(row.measured.name, profile.list("satisfaction_words")))
        return true;
    return row.kind == CategoryKind::satisfaction &&
           !contains_any(row.measured.name, profile.list("handled_words"));
}

void check(const RowContext& context, Findings& findings) {
    const RowFacts& row = context.row;
    const TargetValue& value = row.target;
    if (value.kind != TargetKind::number || value.number != Decimal::whole(100) || has_upper_bound(value))
        return;
    const bool bare = value.unit.empty() && value.multiplier == 1;
    if (!is_rate(value) && !(bare && ends_with_any(row.measured.name, context.profile.ratio_words)))
        return;
    if (!measures_satisfaction(row, context.profile))
        return;
    findings.add({Field::target_value, row.id()},
                 "满意度目标“" + quoted_target(row) +
                     "”不切实际：问卷里只要有一人不满意，就算没有完成。一般写“≥90%”或“≥95%”。");
}

constexpr Example examples[] = {
    {"indicator: 满意度指标 | 服务对象满意度指标 | 参训人员满意度 | 满意的比例 | 100% | 调查问卷",
     "projects[0].indicators[5].target_value"},
    {"indicator: 满意度指标 | 服务对象满意度指标 | 为群众提供优质服务 | 服务优质 | ≥100% | 调查问卷",
     "projects[0].indicators[5].target_value"},
    {"indicator: 效益指标 | 社会效益指标 | 群众满意率（%） | 满意的比例 | =100 | 调查问卷",
     "projects[0].indicators[4].target_value"},
    {"indicator: 满意度指标 | 服务对象满意度指标 | 参训人员满意度 | 满意的比例 | ≥98% | 调查问卷", ""},
    {"indicator: 满意度指标 | 服务对象满意度指标 | 投诉办结率 | 办结的比例 | 100% | 工作台账", ""},
    {"indicator: 产出指标 | 质量指标 | 培训合格率 | 考核合格的比例 | 100% | 年度工作计划", ""},
    {"indicator: 满意度指标 | 服务对象满意度指标 | 调查满意人数 | 满意的人数 | ≥100人 | 调查问卷", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "satisfaction-100-percent",
    .severity = Severity::warning,
    .title = "满意度目标为 100%",
    .title_en = "Satisfaction target of 100 %",
    .check_row = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "满意度来自问卷调查，要求人人满意几乎不可能做到，说明目标没有经过测算，年底也难以如实填报。",
    .how_to_mend = "参考往年调查结果，写“≥90%”“≥95%”这样的下限。",
    .source = "经验：45 份样本文本中 3 份满意度写 100% 或没有对象",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::satisfaction_100_percent
