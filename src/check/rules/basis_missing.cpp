#include "base/text.h"
#include "check/explanation.h"
#include "check/reading.h"

#include <algorithm>
#include <array>

namespace jibiao::check::basis_missing {
namespace {

struct Column {
    Field field;
    Cell Indicator::*cell;
};
constexpr std::array columns{Column{Field::basis, &Indicator::basis},
                             Column{Field::explanation, &Indicator::explanation}};

bool is_required(const Template& form, Field field) {
    return std::ranges::find(form.required_columns, field) != form.required_columns.end();
}

/// A cell that is merged with the one above is not blank: it says the same.
bool is_blank_cell(const Cell& cell) {
    return cell.empty() && cell.origin != Origin::inherited;
}

/// The rest of the row says what is measured and how much.
bool needs_a_basis(const Indicator& indicator, const Profile& profile) {
    const bool filled =
        !indicator.name.empty() && (!indicator.target.empty() || !indicator.target_unit.empty());
    return filled && !is_any(fold(indicator.name.text), profile.void_words) &&
           !is_any(fold(indicator.target.text), profile.void_words);
}

/// An imported table that has no such column cannot have a blank in it: no cell of it has a place in the
/// source.
bool column_was_read(const Book& book, Cell Indicator::*cell) {
    bool imported = false;
    for (const Project& project : book.projects) {
        for (const Indicator& indicator : project.indicators) {
            if ((indicator.*cell).line > 0 || !(indicator.*cell).empty())
                return true;
            imported = imported || indicator.name.line > 0;
        }
    }
    return !imported;
}

void check(const Context& context, Findings& findings) {
    for (const auto& [field, cell] : columns) {
        if (!is_required(context.form, field) || !column_was_read(context.book, cell))
            continue;
        for (const Project& project : context.book.projects) {
            for (const Indicator& indicator : project.indicators) {
                if (!is_blank_cell(indicator.*cell) || !needs_a_basis(indicator, context.profile))
                    continue;
                findings.add({field, indicator.id}, "“" + indicator.name.text + "”的“" +
                                                        short_label(context.form, field) + "”没有填写。");
            }
        }
    }
}

constexpr Example examples[] = {
    {"indicator: 产出指标 | 成本指标 | 项目总成本 | 项目支出总额 | ≤27万元 |",
     "projects[0].indicators[3].basis"},
    {"template: gz-2024\n"
     "indicator: 产出指标 | 数量指标 | 培训次数 | 开展培训的次数 | ≥5次 | 年度工作计划 |",
     "projects[0].indicators[0].explanation"},
    {"indicator: 产出指标 | 成本指标 | 项目总成本 | 项目支出总额 | ≤27万元 | 项目预算", ""},
    {"template: gz-2024\n"
     "indicator: 产出指标 | 数量指标 | 培训次数 | 开展培训的次数 | ≥5次 | | 全年开展培训不少于5次",
     ""},
    {"indicator: 效益指标 | 生态效益指标 | | | |", ""},
    {"indicator: 效益指标 | 生态效益指标 | 环境影响 | 对环境的影响 | 不 涉及 |", ""},
    {"indicator: 效益指标 | 生态效益指标 | 环境影响 | 对环境的影响 | ／ |", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "basis-missing",
    .severity = Severity::warning,
    .title = "没有写指标值的依据或解释",
    .title_en = "Basis or explanation of a target value is missing",
    .check_book = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "审核时要看指标值是怎么定的：依据什么计划、文件、标准或历史数据，怎么计算。空着就无法判断指标值是"
           "否合理。",
    .how_to_mend = "写明依据的文件、计划、合同、标准或以前年度数据；表样要求解释的，写明含义和计算公式。",
    .source = "表样中的必填栏：河北省“指标值确定依据”、贵州省“指标解释及计算公式”；"
              "某省填报说明要求定量指标写计算公式（已读）",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::basis_missing
