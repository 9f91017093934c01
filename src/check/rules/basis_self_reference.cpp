#include "base/utf8.h"
#include "check/explanation.h"
#include "check/measures.h"

namespace jibiao::check::basis_self_reference {
namespace {

/// 2021年绩效目标表, 本项目绩效目标 → 绩效目标表, 绩效目标.
std::string_view without_owner(std::string_view text, const Words& owners) {
    const auto digits = text.find_first_not_of("0123456789");
    text.remove_prefix(digits == std::string_view::npos ? text.size() : digits);
    for (const std::string& owner : owners) {
        if (text.starts_with(owner))
            text.remove_prefix(owner.size());
    }
    return text;
}

void check(const RowContext& context, Findings& findings) {
    const std::string& basis = context.row.basis;
    if (basis.empty())
        return;
    const Words& words = context.profile.list("self_references");
    const bool ends_in_mark = !is_ideograph(code_point_before(basis, basis.size()));
    if (!ends_in_mark && !ends_with_any(basis, words))
        return;
    const std::string text = bare(basis);
    if (!is_any(text, words) && !is_any(without_owner(text, context.profile.list("own_words")), words))
        return;
    findings.add(
        {Field::basis, context.row.id()},
        "依据写的是“" + context.row.row->basis.text +
            "”，也就是这份表本身：指标值不能以自己为依据，应写明所依据的文件、计划、合同、标准或往年数据。");
}

constexpr Example examples[] = {
    {"indicator: 产出指标 | 成本指标 | 项目总成本 | 项目支出总额 | ≤27万元 | 绩效文本",
     "projects[0].indicators[3].basis"},
    {"indicator: 产出指标 | 数量指标 | 培训次数 | 开展培训的次数 | ≥5次 | 《绩效目标申报表》",
     "projects[0].indicators[0].basis"},
    {"indicator: 产出指标 | 数量指标 | 培训次数 | 开展培训的次数 | ≥5次 | 2021年项目绩效目标表",
     "projects[0].indicators[0].basis"},
    {"indicator: 产出指标 | 数量指标 | 培训次数 | 开展培训的次数 | ≥5次 | 省级下达的绩效目标表", ""},
    {"indicator: 产出指标 | 数量指标 | 培训次数 | 开展培训的次数 | ≥5次 | 上年绩效自评报告", ""},
    {"indicator: 产出指标 | 数量指标 | 培训次数 | 开展培训的次数 | ≥5次 | 年度工作目标责任书", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "basis-self-reference",
    .severity = Severity::hint,
    .title = "指标值以绩效文本自身为依据",
    .title_en = "Basis cites the form itself",
    .check_row = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "依据要说明指标值从哪里来。写“绩效文本”等于说“这里写了所以这样定”，审核时看不出指标值是否合理。",
    .how_to_mend =
        "写明定指标值时看的材料：年度工作计划、上级文件、合同、行业标准、上年统计数据、调查问卷等。",
    .source = "河北省部门预算绩效文本“指标值确定依据”栏（从已公开文本归纳）；经验",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::basis_self_reference
