#include "base/text.h"
#include "check/explanation.h"
#include "check/measures.h"
#include "check/values.h"
#include "check/wording.h"

#include <optional>

namespace jibiao::check::output_as_benefit {
namespace {

/// 减轻患者家庭负担 answered by a number of people: how many were helped, not by how much.
bool is_relief(const std::string& name, const Profile& profile) {
    return is_task_or_goal(name, profile) && starts_with_any(name, profile.list("relief_verbs"));
}

/// 观众人次: whom it reached; not 观看演出人次, what they did.
bool names_persons(std::string_view name, const Profile& profile) {
    return ends_with_any(without_ends(name, {}, profile.list("count_endings")), profile.list("persons"));
}

/// How grave it is that the row counts what was done; nullopt if it does not.
std::optional<Severity> weigh(const RowFacts& row, const Profile& profile) {
    const std::string& name = row.measured.name;
    switch (measure_of(row, profile)) {
    case Measure::count:
        if (is_task_or_goal(name, profile) || is_any(row.target.unit, profile.list("activity_units")) ||
            ends_with_any(row.target.unit, profile.list("activity_counts")))
            return Severity::warning;
        return std::nullopt;
    case Measure::people:
        if (row.target.unit.ends_with("人次") && !names_persons(name, profile))
            return Severity::warning; // Who came twice is counted twice: how much was done.
        if (contains_any(name, profile.list("participation_words")) || is_relief(name, profile))
            return Severity::hint;
        return std::nullopt;
    case Measure::days:
        if (contains_any(name, profile.list("opening_words")))
            return Severity::hint;
        return std::nullopt;
    default:
        return std::nullopt;
    }
}

void check(const RowContext& context, Findings& findings) {
    const RowFacts& row = context.row;
    if (!is_benefit(row.kind) || row.target.kind != TargetKind::number || row.name.empty())
        return;
    const auto severity = weigh(row, context.profile);
    const std::string& measured = measured_words(row, context.profile);
    if (!severity || contains_any(measured, context.profile.list("effect_words")) ||
        contains_any(measured, context.profile.list("unwanted_words")))
        return;
    findings
        .add({Field::target_value, row.id()}, "“" + row.row->name.text + "”（" +
                                                  stated_target(row, context.form) +
                                                  "）数的是做了多少，属于产出；" + row.row->level2.text +
                                                  "应写由此带来的变化，例如受益人数、知晓率、增收金额。")
        .severity = *severity;
}

constexpr Example examples[] = {
    {"indicator: 效益指标 | 社会效益指标 | 开展义诊活动 | 面向居民开展义诊 | ≥20次 | 年度工作计划",
     "projects[0].indicators[4].target_value"},
    {"indicator: 效益指标 | 社会效益指标 | 文集编写篇数 | 编写文集的篇数 | ≥15篇 | 年度工作计划",
     "projects[0].indicators[4].target_value"},
    {"indicator: 效益指标 | 可持续影响指标 | 参加讲座人数 | 参加讲座的居民 | ≥2000人 | 年度工作计划",
     "projects[0].indicators[6].target_value"},
    {"indicator: 效益指标 | 社会效益指标 | 展厅开放时间 | 向居民开放的天数 | ≥300天 | 年度工作计划",
     "projects[0].indicators[4].target_value"},
    {"template: heb-2020-open\n"
     "indicator: 效果指标 | 社会效益指标 | 提高创新能力 | 创新能力的变化 | 10.00 | 年度工作计划\n"
     "comparator: >=\ntarget_unit: 活动次数",
     "projects[0].indicators[6].target_value"},
    {"indicator: 效益指标 | 社会效益指标 | 推进服务站点应用 | 投入使用的站点 | ≥8个 | 年度工作计划",
     "projects[0].indicators[4].target_value"},
    {"indicator: 效益指标 | 社会效益指标 | 观看展览人次 | 到场观看的居民 | ≥2万人次 | 年度工作计划",
     "projects[0].indicators[4].target_value"},
    {"indicator: 效益指标 | 经济效益指标 | 减轻居民医疗负担 | 负担减轻的居民 | ≥60人 | 年度工作计划",
     "projects[0].indicators[6].target_value"},
    {"indicator: 效益指标 | 社会效益指标 | 观展学生人次 | 到场的学生 | ≥2万人次 | 上年统计数据", ""},
    {"indicator: 效益指标 | 社会效益指标 | 惠及居民人次 | 从中受益的居民 | ≥2万人次 | 上年统计数据", ""},
    {"indicator: 效益指标 | 社会效益指标 | 新增就业岗位 | 新增的岗位 | ≥50个 | 上年统计数据", ""},
    {"indicator: 效益指标 | 社会效益指标 | 受益学生人数 | 受益的学生 | ≥500人 | 上年统计数据", ""},
    {"indicator: 效益指标 | 社会效益指标 | 媒体报道次数 | 市级以上媒体的报道 | ≥10次 | 上年统计数据", ""},
    {"indicator: 效益指标 | 社会效益指标 | 安全事故次数 | 发生的安全事故 | ≤1次 | 上年统计数据", ""},
    {"indicator: 效益指标 | 经济效益指标 | 培训学员人均增收 | 参训学员的增收 | ≥500元 | 上年统计数据", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "output-as-benefit",
    .severity = Severity::warning,
    .title = "把产出写成了效益",
    .title_en = "Output stands as a benefit",
    .check_row = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "效益指标要说明做完以后带来了什么变化。办了几次活动、发了几篇文章是产出，放在效益里就没有人知道花"
           "钱的效果。",
    .how_to_mend = "把活动次数等移到数量指标；效益写受益人数、知晓率、就业、增收、事故下降等变化。",
    .source = "赤峰市审计局 2023 年文章：产出与效益混淆（已读开头）；45 份样本文本中 16 份类别有误",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::output_as_benefit
