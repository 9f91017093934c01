#include "base/text.h"
#include "check/explanation.h"
#include "check/measures.h"
#include "check/values.h"

namespace jibiao::check::name_not_measurable {
namespace {

/// A number of something, and the name does not say of what: 科普专刊 ≥4期.
bool counts_a_thing(const RowFacts& row, const Profile& profile) {
    return row.target.kind == TargetKind::number &&
           !ends_with_any(row.measured.name, profile.list("weak_measure_endings"));
}

bool states_nothing(const std::string& name, const Profile& profile) {
    return name.empty() || is_any(name, profile.void_words) || contains_any(name, profile.placeholders);
}

/// 科普讲座(场次): what is counted stands in the brackets.
bool has_unit_in_brackets(const RowFacts& row, const Profile& profile) {
    const std::string& unit = row.measured.in_brackets;
    return !unit.empty() && (is_percent(unit) || is_any(unit, profile.list("count_units")) ||
                             is_any(unit, profile.list("people_units")) || ends_in_measure(unit, profile));
}

bool is_benefit_or_quality(CategoryKind kind) {
    return is_benefit(kind) || kind == CategoryKind::quality;
}

/// 增加就业岗位 ≥30个 says by how much.
bool is_change_in_number(const RowFacts& row, const Profile& profile) {
    return row.target.kind == TargetKind::number && !is_percent(row.target.unit) &&
           starts_with_any(row.measured.name, profile.list("change_verbs")) &&
           !ends_with_any(row.measured.name, profile.list("task_endings"));
}

/// Another rule's: 受助学生30人 carries its value.
bool ends_in_value(const std::string& name) {
    return has_digit(name) && !contains(name, "月");
}

/// 编印质量, 服务能力 answered in words: nothing that can be measured.
bool names_a_state(const RowFacts& row, const Profile& profile) {
    return row.target.kind == TargetKind::qualitative && is_benefit_or_quality(row.kind) &&
           (ends_with_any(row.measured.name, profile.list("weak_measure_endings")) ||
            ends_with_any(row.measured.name, profile.list("state_endings")));
}

void check(const RowContext& context, Findings& findings) {
    const RowFacts& row = context.row;
    const std::string& name = row.measured.name;
    if (ends_in_measure(name, context.profile) || states_nothing(name, context.profile) ||
        contains_any(name, context.profile.list("satisfaction_endings")) ||
        ends_with_any(name, context.profile.unitless_words) || has_unit_in_brackets(row, context.profile) ||
        is_change_in_number(row, context.profile))
        return;
    const bool task = is_task_or_goal(name, context.profile) || names_a_state(row, context.profile);
    if (!task && (!counts_a_thing(row, context.profile) || ends_in_value(name)))
        return;
    findings.add({Field::indicator_name, row.id()},
                 "三级指标“" + row.row->name.text + "”" +
                     (task ? "是一项工作或目标，不是可以衡量的指标，" : "只写了对象，没有写衡量它的什么，") +
                     "应写成次数、人数、比率、时间、金额等。");
}

constexpr Example examples[] = {
    {"indicator: 产出指标 | 数量指标 | 举办培训班 | 举办培训班的次数 | ≥5次 | 年度工作计划",
     "projects[0].indicators[0].indicator_name"},
    {"indicator: 产出指标 | 数量指标 | 宣传折页 | 印制宣传折页的份数 | ≥500份 | 年度工作计划",
     "projects[0].indicators[0].indicator_name"},
    {"indicator: 效益指标 | 社会效益指标 | 提高群众防灾意识 | 参训群众的防灾意识 | 明显提高 | 调查问卷",
     "projects[0].indicators[4].indicator_name"},
    {"indicator: 产出指标 | 时效指标 | 按期完成改造任务 | 完成改造的时间 | 12月底前 | 施工合同",
     "projects[0].indicators[2].indicator_name"},
    {"indicator: 产出指标 | 成本指标 | 成本控制 | 项目支出总额 | ≤27万元 | 项目预算",
     "projects[0].indicators[3].indicator_name"},
    {"indicator: 产出指标 | 数量指标 | 举办培训班期数 | 举办培训班的期数 | ≥5期 | 年度工作计划", ""},
    {"indicator: 效益指标 | 社会效益指标 | 增加就业岗位 | 企业新增的岗位 | ≥30个 | 上年统计数据", ""},
    {"indicator: 产出指标 | 质量指标 | 保障能力 | 设备正常运行的时间占比 | ≥95% | 年度工作计划", ""},
    {"indicator: 效益指标 | 生态效益指标 | 促进生态环境改善情况 | 周边环境 | 持续改善 | 上年统计数据", ""},
    {"indicator: 效益指标 | 生态效益指标 | 出水pH值 | 出水的pH值 | ≥7 | 监测报告", ""},
    {"indicator: 效益指标 | 可持续影响指标 | 长效管理制度 | 制度的健全情况 | 健全 | 工作方案", ""},
    {"indicator: 产出指标 | 数量指标 | 完成数量 | 完成改造的户数 | ≥40户 | 年度工作计划", ""},
    {"indicator: 产出指标 | 数量指标 | 科普讲座（场次） | 举办讲座的场次 | ≥4场次 | 年度工作计划", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "name-not-measurable",
    .severity = Severity::hint,
    .title = "三级指标不是可衡量的指标名称",
    .title_en = "Indicator name is a task or a goal, not a measure",
    .check_row = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "三级指标要说明衡量什么。只写一项工作、一个对象或一个目标，看不出是数次数、人数还是比率，年底无法"
           "对照。",
    .how_to_mend =
        "把要衡量的量写进名称，例如“举办培训班”改为“举办培训班期数”，“提高防灾意识”改为“防灾知识知晓率”。",
    .source = "财预〔2015〕88号：绩效指标应细化量化（条款仅凭记忆）；45 份样本文本中 10 份有此问题",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::name_not_measurable
