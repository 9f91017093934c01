#include "base/text.h"
#include "base/utf8.h"
#include "check/explanation.h"
#include "check/values.h"

namespace jibiao::check::unit_column_not_a_unit {
namespace {

/// 讲座举办次数 in the column of units: a name of what is measured.
void check(const RowContext& context, Findings& findings) {
    const RowFacts& row = context.row;
    if (row.row->target_unit.empty() || row.row->target.empty() || is_target_in_words(row, context.profile))
        return;
    const std::string unit = fold(row.row->target_unit.text);
    if (has_digit(unit) || is_percent(unit) || context.profile.table("unit_classes").find(unit) ||
        contains(unit, "/"))
        return;
    if (!ends_with_any(unit, context.profile.list("measure_endings")))
        return;
    Finding& finding = findings.add({Field::target_unit, row.id()},
                                    "单位栏写的“" + row.row->target_unit.text +
                                        "”是指标的名称，不是单位：应写“次”“人次”“%”一类的计量单位。");
    finding.related.push_back({Field::target_value, row.id()});
}

constexpr Example examples[] = {
    {"template: heb-2020-open\n"
     "indicator: 产出指标 | 数量指标 | 举办讲座 | 举办讲座 | 4.00 | 年度工作计划\n"
     "comparator: >=\ntarget_unit: 讲座举办次数",
     "projects[0].indicators[0].target_unit"},
    {"template: heb-2020-open\n"
     "indicator: 产出指标 | 质量指标 | 展品完好率 | 完好的比例 | 95.00 | 年度工作计划\n"
     "comparator: >=\ntarget_unit: 完好率",
     "projects[0].indicators[1].target_unit"},
    {"template: heb-2020-open\n"
     "indicator: 产出指标 | 数量指标 | 场馆开放 | 场馆的开放 | 280 | 年度工作计划\n"
     "comparator: >=\ntarget_unit: 天数",
     "projects[0].indicators[0].target_unit"},
    {"template: heb-2020-open\n"
     "indicator: 产出指标 | 数量指标 | 参观人次 | 参观的人次 | 400 | 年度工作计划\n"
     "comparator: >=\ntarget_unit: 人次",
     ""},
    {"template: heb-2020-open\n"
     "indicator: 产出指标 | 数量指标 | 培训次数 | 培训的次数 | 4.00 | 年度工作计划\n"
     "comparator: >=\ntarget_unit: 开展培训4次以上",
     ""},
    {"template: heb-2020-open\n"
     "indicator: 产出指标 | 质量指标 | 网络畅通 | 网络畅通的情况 | | 年度工作计划\n"
     "comparator: 文字描述\ntarget_unit: 保证全年畅通率",
     ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "unit-column-not-a-unit",
    .severity = Severity::hint,
    .title = "单位栏里不是单位",
    .title_en = "Column of units holds no unit",
    .check_row = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "单位栏写成指标名称，数字就没有单位，看不出 4 是 4 次还是 4 人次。",
    .how_to_mend = "单位栏只写计量单位，指标的名称写在三级指标一栏。",
    .source = "经验：分栏表样的公开文本",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::unit_column_not_a_unit
