#include "base/text.h"
#include "check/explanation.h"
#include "check/reading.h"
#include "check/values.h"
#include "model/field.h"

#include <algorithm>

namespace jibiao::check::value_not_numeric {
namespace {

/// Number and unit, or number and multiplier, in the column of numbers. What is no number at all is not
/// looked at here: symbol-value-mismatch does.
void check(const RowContext& context, Findings& findings) {
    const RowFacts& row = context.row;
    const bool own_columns =
        context.form.has_column(Field::comparator) && context.form.has_column(Field::target_unit);
    if (!own_columns || row.row->target.empty() || row.row->comparator.empty() ||
        is_target_in_words(row, context.profile))
        return;
    const std::string& text = row.row->target.text;
    if (read_decimal(text))
        return;
    const TargetValue value = read_target(text);
    if (value.kind != TargetKind::number)
        return;
    const std::string what = value.comparator != Comparator::none ? "符号"
                             : value.multiplier != 1              ? "“万”一类的字"
                                                                  : "单位";
    findings.add({Field::target_value, row.id()}, "“值”一栏只能填数字，这里填的是“" + text + "”：" + what +
                                                      "不能写在里面，应写“" +
                                                      value.amount().to_short_string() + "”。");
}

/// What says by itself that there is nothing, or that somebody will fill it in.
bool stands_for_nothing(const std::string& folded, const Profile& profile) {
    return is_any(folded, profile.void_words) || contains_any(folded, profile.placeholders);
}

/// Digits, or those of cheques: 贰拾柒万元整.
bool states_a_number(std::string_view folded) {
    constexpr std::string_view numerals[] = {"壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖", "拾"};
    return has_digit(folded) || std::ranges::any_of(numerals, [folded](std::string_view numeral) {
               return contains(folded, numeral);
           });
}

/// A budget that cannot be read is in no sum: who sees no finding thinks that the sums are right.
void check_amounts(const ProjectContext& context, Findings& findings) {
    const std::string_view unit = money_unit_of(context.project, context.form);
    for (const auto& one : project_cells()) {
        const std::string& text = (context.project.*one.cell).text;
        if (!is_money(one.field) || read_money(text, unit))
            continue;
        const std::string folded = fold(text);
        if (folded.empty() || stands_for_nothing(folded, context.profile))
            continue;
        const bool number = states_a_number(folded);
        Finding& finding = findings.add(
            {one.field, context.project.id},
            "“" + short_label(context.form, one.field, context.project.kind) + "”填的是“" +
                shorten_in_line(text, 40) +
                (number ? "”，读不出是哪一个金额，与它有关的金额都没有核对；这里只写一个数，说明写到别处。"
                        : "”，不是金额，与它有关的金额都没有核对；这里只填数字，没有的写 0。"));
        finding.severity = number ? Severity::hint : Severity::warning;
    }
}

constexpr Example examples[] = {
    {"template: heb-2020-open\n"
     "indicator: 产出指标 | 数量指标 | 参观人次 | 参观的人次 | 1.2万 | 年度工作计划\n"
     "comparator: >=\ntarget_unit: 人次",
     "projects[0].indicators[0].target_value"},
    {"template: heb-2020-open\n"
     "indicator: 产出指标 | 数量指标 | 培训次数 | 培训的次数 | 6次 | 年度工作计划\n"
     "comparator: >=",
     "projects[0].indicators[0].target_value"},
    {"template: heb-2020-open\n"
     "indicator: 产出指标 | 质量指标 | 培训合格率 | 合格的比例 | ≥95 | 年度工作计划\n"
     "comparator: >=\ntarget_unit: %",
     "projects[0].indicators[1].target_value"},
    {"template: heb-2020-open\n"
     "indicator: 产出指标 | 数量指标 | 参观人次 | 参观的人次 | 12,000.00 | 年度工作计划\n"
     "comparator: >=\ntarget_unit: 人次",
     ""},
    {"template: heb-2020-open\n"
     "indicator: 产出指标 | 数量指标 | 参观人次 | 参观的人次 | 1.2万人次 | 年度工作计划\n"
     "comparator: 文字描述",
     ""},
    {"indicator: 产出指标 | 数量指标 | 参观人次 | 参观的人次 | ≥1.2万人次 | 年度工作计划", ""},
    {"budget_total: 很多", "projects[0].budget_total"},
    {"budget_other: 20.00，含上年结转 7.00", "projects[0].budget_other"},
    {"budget_other: ２０．００，含上年结转", "projects[0].budget_other"},
    {"budget_total: 贰拾柒万元整", "projects[0].budget_total"},
    {"budget_other: —", ""},
    {"budget_total: 27 万元", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "value-not-numeric",
    .severity = Severity::error,
    .title = "填数字的地方不是数字",
    .title_en = "Something else where a number belongs",
    .check_row = check,
    .check_project = check_amounts,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "符号、值、单位分栏的表，系统把“值”按数字读取；写“1.2万”会导入失败或读成 1.2。"
           "预算数等金额也是这样：读不出的金额，合计、成本和部门汇总都没法核对。",
    .how_to_mend = "“值”只写数字，例如 12000；单位写在单位栏，符号写在符号栏。金额只写一个数，没有的写 0。",
    .source = "预算绩效系统的数字栏位不接受文字（已部署系统的表现）",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::value_not_numeric
