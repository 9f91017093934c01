#include "check/explanation.h"

#include <algorithm>

namespace jibiao::check::empty_category {
namespace {

/// Weight and basis too: a row with any of them was begun.
bool says_nothing(const Indicator& row) {
    return row.name.empty() && row.description.empty() && row.comparator.empty() && row.target.empty() &&
           row.target_unit.empty() && row.weight.empty() && row.basis.empty() && row.explanation.empty();
}

/// The only row of a category that the form requires must be filled, not removed.
bool must_be_filled(const Template& form, const Level2* level2, const Level1* level1) {
    return std::ranges::any_of(form.required_categories, [&](const RequiredCategory& required) {
        return std::ranges::any_of(required.any_of, [&](const std::string& name) {
            return (level2 && name == level2->name) || (!level2 && level1 && name == level1->name);
        });
    });
}

void check(const RowContext& context, Findings& findings) {
    const RowFacts& facts = context.row;
    const Indicator& row = *facts.row;
    if (facts.filled || (facts.level1.empty() && facts.level2.empty()) || !says_nothing(row))
        return;
    const bool by_level2 = !facts.level2.empty();
    const Cell& label = by_level2 ? row.level2 : row.level1;
    const bool fill = must_be_filled(context.form, facts.known_level2, facts.known_level1);
    Finding& finding =
        findings.add({by_level2 ? Field::level2 : Field::level1, facts.id()},
                     "“" + label.text + "”下面没有填写任何指标，" +
                         (fill ? "表样要求至少填一行，请填写。" : "请填写，确实没有的把这一行删去。"));
    if (!fill)
        finding.fix =
            Fix{"删去这一行", {"删去空白的“" + label.text + "”", {edit::RemoveRow{facts.id()}}}, false};
}

constexpr Example examples[] = {
    {"indicator: 效益指标 | 生态效益指标 | | | |", "projects[0].indicators[6].level2"},
    {"indicator: 效益指标 | 可持续影响指标 |", "projects[0].indicators[6].level2"},
    {"indicator: 产出指标 | 数量指标 | | | | |", "projects[0].indicators[0].level2"},
    {"template: gz-2024\nindicator: 成本指标 | | | | | |", "projects[0].indicators[6].level1"},
    {"indicator: 效益指标 | 生态效益指标 | 无 | | |", ""},
    {"indicator: 效益指标 | 生态效益指标 | | | 不涉及 |", ""},
    {"indicator: 效益指标 | 生态效益指标 | | | | 环境监测数据", ""},
    {"indicator: | | | | |", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "empty-category",
    .severity = Severity::hint,
    .title = "指标类别下没有指标",
    .title_en = "Category without an indicator",
    .check_row = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "印了类别而没有指标，看不出是漏填还是不涉及。",
    .how_to_mend = "有相应产出或效益的，补填三级指标和指标值；确实不涉及的，把这一行删去。",
    .source = "经验；从已公开文本归纳",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::empty_category
