#include "base/decimal.h"
#include "base/text.h"
#include "check/explanation.h"
#include "check/measures.h"
#include "check/values.h"

namespace jibiao::check::void_row {
namespace {

bool has_points(const Indicator& indicator) {
    const auto points = read_decimal(indicator.weight.text);
    return points && !points->is_zero();
}

void check(const RowContext& context, Findings& findings) {
    const RowFacts& row = context.row;
    const std::string said = is_target_in_words(row, context.profile)
                                 ? fold(row.row->target.text + row.row->target_unit.text)
                                 : row.target_text;
    if (said.empty() || !is_any(said, context.profile.void_words))
        return;
    // 安全事故 无 means none; a row whose name is void too is a left-over unless it carries points.
    const bool points = has_points(*row.row);
    if (contains_any(row.name, context.profile.list("unwanted_words")) ||
        (!points && (row.name.empty() || is_any(row.name, context.profile.void_words))))
        return;
    Finding& finding =
        findings.add({row.row->target.empty() ? Field::target_unit : Field::target_value, row.id()},
                     "“" + row.row->name.text + "”的指标值是“" + said + "”，这一行没有目标" +
                         (points ? "，却占 " + row.row->weight.text + " 分" : "") + "：不适用就删去这一行。");
    finding.severity = points ? Severity::error : Severity::warning;
    finding.fix = Fix{"删去这一行", {"删去空指标行", {edit::RemoveRow{row.id()}}}, false};
}

constexpr Example examples[] = {
    {"template: heb-2020-open\n"
     "indicator: 效果指标 | 经济效益指标 | 带动增收金额 | 参训农户的增收 | | 年度工作计划\n"
     "comparator: 文字描述\ntarget_unit: 不涉及",
     "projects[0].indicators[6].target_unit"},
    {"indicator: 效益指标 | 生态效益指标 | 对环境的影响 | 项目对环境的影响 | 不涉及 | 年度工作计划",
     "projects[0].indicators[6].target_value"},
    {"indicator: 效益指标 | 经济效益指标 | 带动增收金额 | 参训农户的增收 | 无 | 年度工作计划",
     "projects[0].indicators[6].target_value"},
    {"template: national-2021\n"
     "indicator: 效益指标 | 生态效益指标 | 对环境的影响 | 项目对环境的影响 | 不适用 | 年度工作计划\n"
     "weight: 5",
     "projects[0].indicators[6].target_value"},
    {"indicator: 产出指标 | 质量指标 | 安全事故 | 发生的安全事故 | 无 | 年度工作计划", ""},
    {"indicator: 效益指标 | 生态效益指标 | 无 | 无 | 无 | 年度工作计划", ""},
    {"indicator: 效益指标 | 生态效益指标 | 对环境的影响 | 项目对环境的影响 | 无污染排放 | 环评报告", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "void-row",
    .severity = Severity::error,
    .title = "指标值写“无”“不涉及”",
    .title_en = "Row without a target",
    .check_row = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "写“不涉及”的行没有目标，无法评分；带着分值的，等于白得或白丢这几分。",
    .how_to_mend = "不适用的指标删去整行；有分值的，把分值分给其他指标。",
    .source = "赤峰市审计局 2023 年文章：空指标占分值（已读开头）；45 份样本文本中 3 份有此问题",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::void_row
