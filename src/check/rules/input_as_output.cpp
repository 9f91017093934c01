#include "check/explanation.h"
#include "check/measures.h"

namespace jibiao::check::input_as_output {
namespace {

/// Cost may well speak of money.
bool should_be_a_result(CategoryKind kind) {
    return kind != CategoryKind::none && kind != CategoryKind::cost && kind != CategoryKind::satisfaction;
}

/// How funds arrive and are used; not how they are paid to people.
bool is_of_funds(const std::string& name, const Profile& profile) {
    return contains_any(name, profile.list("fund_words")) &&
           ends_with_any(name, profile.list("fund_endings")) &&
           (!contains_any(name, profile.list("payment_words")) ||
            ends_with_any(name, profile.list("arrival_endings")));
}

/// 投入人员, 投入设备: what work is done with.
bool is_put_in(const RowFacts& row, const Profile& profile) {
    return is_count(measure_of(row, profile)) &&
           starts_with_any(row.measured.name, profile.list("input_openings"));
}

void check(const RowContext& context, Findings& findings) {
    const RowFacts& row = context.row;
    const std::string& name = row.measured.name;
    if (!should_be_a_result(row.kind))
        return;
    const bool put_in = is_put_in(row, context.profile);
    if (!put_in && !is_of_funds(name, context.profile))
        return;
    const std::string& category = row.row->level2.empty() ? row.row->level1.text : row.row->level2.text;
    Finding& finding = findings.add({Field::indicator_name, row.id()},
                                    "“" + row.row->name.text + "”说的是" +
                                        (put_in ? "投入的人或物" : "资金的拨付和使用，是投入") +
                                        "，不能作为" + category + "，应写做成了什么。");
    if (row.kind == CategoryKind::timeliness) // Paying in time is at least a matter of time.
        finding.severity = Severity::hint;
}

constexpr Example examples[] = {
    {"indicator: 产出指标 | 质量指标 | 资金使用合规率 | 合规支出的占比 | 100% | 资金管理办法",
     "projects[0].indicators[1].indicator_name"},
    {"indicator: 产出指标 | 时效指标 | 项目资金支付及时率 | 及时支付的占比 | 100% | 资金管理办法",
     "projects[0].indicators[2].indicator_name"},
    {"indicator: 产出指标 | 数量指标 | 预算执行率 | 支出占预算的比例 | ≥95% | 项目预算",
     "projects[0].indicators[0].indicator_name"},
    {"indicator: 产出指标 | 质量指标 | 资金发放到位率 | 发放到位的占比 | 100% | 补贴办法",
     "projects[0].indicators[1].indicator_name"},
    {"indicator: 产出指标 | 数量指标 | 投入施工人员数量 | 投入的人员 | ≥120人 | 施工方案",
     "projects[0].indicators[0].indicator_name"},
    {"indicator: 产出指标 | 数量指标 | 补助资金下拨金额 | 拨付到卫生室的补助总额 | 27万元 | 项目预算",
     "projects[0].indicators[0].indicator_name"},
    {"indicator: 产出指标 | 质量指标 | 补贴发放率 | 领到补贴的农户占比 | 100% | 补贴办法", ""},
    {"indicator: 产出指标 | 成本指标 | 预算执行率 | 支出占预算的比例 | ≤100% | 项目预算", ""},
    {"indicator: 产出指标 | 时效指标 | 补贴资金拨付及时率 | 及时拨付的占比 | 100% | 补贴办法", ""},
    {"indicator: 效益指标 | 经济效益指标 | 撬动社会资金额 | 带动的社会投入 | ≥100万元 | 上年统计数据", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "input-as-output",
    .severity = Severity::warning,
    .title = "把资金投入写成了产出或效益",
    .title_en = "Input stands as an output or benefit",
    .check_row = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "钱拨了、花了、花得合规，是投入和管理要求，不是花钱做成的事。预算执行率在自评时另有十分，不必重复"
           "设指标。",
    .how_to_mend = "写做成了多少、质量如何、带来什么变化；确需控制支出的写在成本指标。",
    .source =
        "某省填报说明：投入的资金、人员、物资不得作为绩效目标（已读开头）；45 份样本文本中 10 份有此问题",
    .sureness = Sureness::read,
    .examples = examples,
};

} // namespace jibiao::check::input_as_output
