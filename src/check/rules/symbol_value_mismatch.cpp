#include "base/text.h"
#include "check/explanation.h"
#include "check/values.h"
#include "model/notation.h"

namespace jibiao::check::symbol_value_mismatch {
namespace {

/// 90 below 文字描述; 合格 below ≥.
void check(const RowContext& context, Findings& findings) {
    const RowFacts& row = context.row;
    if (row.row->comparator.empty() || (row.row->target.empty() && row.row->target_unit.empty()))
        return;
    const std::string& sign = row.row->comparator.text;
    const std::string& value = row.row->target.text;
    const FieldRef at{Field::target_value, row.id()};
    if (is_target_in_words(row, context.profile)) {
        if (read_decimal(value))
            findings.add(at, "符号是“" + sign + "”，值却填了数字“" + value +
                                 "”：用文字描述就不填数字，否则符号应选“" + context.form.at_least +
                                 "”一类。");
        return;
    }
    const std::string folded = fold_signs(sign);
    std::string_view rest = folded;
    const Comparator comparator = take_comparator(rest);
    if (comparator == Comparator::none || !rest.empty())
        return;
    if (value.empty()) {
        if (has_digit(row.row->target_unit.text))
            return; // The number stands in the other cell.
        findings.add(at, "符号是“" + sign + "”，却没有填数字，只有文字“" +
                             shorten(row.row->target_unit.text, 30) + "”。");
        return;
    }
    if (!words_of_target(row, context.profile).empty() && !has_digit(value))
        findings
            .add(at, "符号是“" + sign + "”，值却是文字“" + shorten(value, 30) +
                         "”：文字没有大小，符号应选“文字描述”，"
                         "或者把值改成数字。")
            .severity = comparator == Comparator::equal ? Severity::warning : Severity::error;
}

constexpr Example examples[] = {
    {"template: heb-2020-open\n"
     "indicator: 满意度指标 | 服务对象满意度指标 | 观众满意度 | 满意的比例 | 90.00 | 调查问卷\n"
     "comparator: 文字描述\ntarget_unit: 90%以上满意",
     "projects[0].indicators[5].target_value"},
    {"template: heb-2020-open\n"
     "indicator: 产出指标 | 质量指标 | 工程质量 | 工程验收的结果 | 合格 | 年度工作计划\ncomparator: >=",
     "projects[0].indicators[1].target_value"},
    {"template: heb-2020-open\n"
     "indicator: 产出指标 | 质量指标 | 工程质量 | 工程验收的结果 | | 年度工作计划\n"
     "comparator: >=\ntarget_unit: 达到合格标准",
     "projects[0].indicators[1].target_value"},
    {"template: heb-2020-open\n"
     "indicator: 满意度指标 | 服务对象满意度指标 | 观众满意度 | 满意的比例 | | 调查问卷\n"
     "comparator: 文字描述\ntarget_unit: 90%以上满意",
     ""},
    {"template: heb-2020-open\n"
     "indicator: 产出指标 | 数量指标 | 培训次数 | 培训的次数 | 4.00 | 年度工作计划\n"
     "comparator: >=\ntarget_unit: 次",
     ""},
    {"template: heb-2020-open\n"
     "indicator: 产出指标 | 时效指标 | 完成时间 | 完成的时间 | 12月底前 | 年度工作计划\ncomparator: =",
     ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "symbol-value-mismatch",
    .severity = Severity::error,
    .title = "符号与值不配",
    .title_en = "Comparator and value do not go together",
    .check_row = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "选了“文字描述”又填数字，或者选了“≥”却填文字，系统无法计算完成情况。",
    .how_to_mend = "定量指标选“≥”“≤”“=”并填数字；定性指标选“文字描述”，把标准写在文字一栏。",
    .source = "经验：分栏表样的填报说明",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::symbol_value_mismatch
