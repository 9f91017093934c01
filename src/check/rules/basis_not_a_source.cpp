#include "base/text.h"
#include "base/utf8.h"
#include "check/explanation.h"
#include "check/measures.h"

namespace jibiao::check::basis_not_a_source {
namespace {

constexpr std::size_t least_to_compare = 4; ///< Shorter words stand in too many texts.

bool is_part(const std::string& part, const std::string& whole) {
    return count_code_points(part) >= least_to_compare && contains(whole, part);
}

bool repeats(const std::string& basis, const std::string& cell) {
    return !cell.empty() && (basis == cell || is_part(basis, cell) || is_part(cell, basis));
}

/// What the basis says again; "" if nothing.
std::string_view repeated_cell(const RowFacts& row, const std::string& basis) {
    if (repeats(basis, bare(row.measured.name)))
        return "三级指标";
    if (repeats(basis, bare(row.description)))
        return "绩效指标描述";
    if (basis == bare(row.target_text))
        return "指标值";
    return {};
}

/// 报告, 活动记录: a source. 报告数量, 记录条数: a measure of it. 计划人数, 上年次数 remain sources.
bool names_a_source(const std::string& basis, const Profile& profile) {
    if (!contains_any(basis, profile.list("source_words")))
        return false;
    if (!ends_with_any(basis, profile.list("basis_measure_endings")))
        return true;
    std::string rest = basis;
    for (const std::string& word : profile.list("countable_sources"))
        rest = replace_all(rest, word, " ");
    return contains_any(rest, profile.list("source_words"));
}

void check(const RowContext& context, Findings& findings) {
    const RowFacts& row = context.row;
    if (row.basis.empty() || is_any(row.basis, context.profile.void_words))
        return;
    const bool is_name = row.basis == row.name && count_code_points(row.name) >= least_to_compare;
    if (!is_name && names_a_source(row.basis, context.profile))
        return;
    const std::string basis = bare(row.basis);
    if (basis.empty() || is_any(basis, context.profile.list("self_references")))
        return;
    const std::string_view again = repeated_cell(row, basis);
    if (again.empty() && !ends_with_any(basis, context.profile.list("basis_measure_endings")))
        return;
    findings.add({Field::basis, row.id()},
                 "依据“" + row.row->basis.text + "”" +
                     (again.empty() ? "说的是衡量什么" : "只是重复了" + std::string(again)) +
                     "，没有说明指标值从哪里来，应写文件、计划、合同、标准、往年数据或调查。");
}

constexpr Example examples[] = {
    {"indicator: 产出指标 | 数量指标 | 培训次数 | 开展培训的次数 | ≥5次 | 培训次数",
     "projects[0].indicators[0].basis"},
    {"indicator: 产出指标 | 成本指标 | 总成本 | 支出控制额 | ≤27万元 | 支出控制额",
     "projects[0].indicators[3].basis"},
    {"indicator: 产出指标 | 质量指标 | 参与率 | 学员参加培训的比例 | ≥95% | 学员参与率",
     "projects[0].indicators[1].basis"},
    {"indicator: 满意度指标 | 服务对象满意度指标 | 学员满意度 | 满意的比例 | ≥90% | 学员满意度",
     "projects[0].indicators[5].basis"},
    {"indicator: 产出指标 | 数量指标 | 交流次数 | 学术交流的次数 | ≥5次 | 报告交流数量",
     "projects[0].indicators[0].basis"},
    {"indicator: 产出指标 | 数量指标 | 培训次数 | 开展培训的次数 | ≥5次 | 上年会议次数", ""},
    {"indicator: 产出指标 | 数量指标 | 培训次数 | 开展培训的次数 | ≥5次 | 5个乡镇各培训一次", ""},
    {"indicator: 产出指标 | 质量指标 | 参与率 | 学员参加培训的比例 | ≥95% | 上年参与率", ""},
    {"indicator: 满意度指标 | 服务对象满意度指标 | 学员满意度 | 满意的比例 | ≥90% | 满意度调查", ""},
    {"indicator: 产出指标 | 数量指标 | 培训次数 | 开展培训的次数 | ≥5次 | 示科协〔2021〕3号", ""},
    {"indicator: 产出指标 | 数量指标 | 培训次数 | 开展培训的次数 | ≥5次 | 绩效文本", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "basis-not-a-source",
    .severity = Severity::hint,
    .title = "指标值确定依据没有说明来源",
    .title_en = "Basis is not a source",
    .check_row = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "依据栏要回答“这个数从哪里来”。重复指标名称或写成另一个指标，审核时无法判断指标值是否合理。",
    .how_to_mend = "写明来源：年度工作计划、上级文件及文号、合同、行业标准、上年统计数据、调查问卷等，或者写"
                   "出测算过程。",
    .source = "河北省部门预算绩效文本“指标值确定依据”栏（从已公开文本归纳）；经验",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::basis_not_a_source
