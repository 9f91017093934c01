#include "check/explanation.h"
#include "check/measures.h"

#include <algorithm>

namespace jibiao::check::table_value_inconsistent {
namespace {

using Row = std::shared_ptr<const RowFacts>;

/// Money and satisfaction are each table's own matter.
bool is_comparable(const Row& row) {
    return row->target.kind == TargetKind::number && !row->measured.name.empty() &&
           row->kind != CategoryKind::cost && row->kind != CategoryKind::satisfaction &&
           row->target.unit != "元";
}

/// 社区宣传栏专刊 and 宣传栏专刊.
bool is_longer_name_of(const std::string& name, const std::string& other) {
    constexpr std::size_t shortest = 6 * 3; // 6 ideographs.
    return other.size() >= shortest && name.size() > other.size() && name.ends_with(other);
}

/// The department's row about the same thing; nullptr if none, or several.
const RowFacts* counterpart(const RowFacts& row, const std::vector<Row>& department) {
    const RowFacts* found = nullptr;
    int similar = 0;
    for (const Row& other : department) {
        if (!is_comparable(other) || other->target.unit != row.target.unit)
            continue;
        const std::string& name = other->measured.name;
        if (name == row.measured.name)
            return other.get();
        if (is_longer_name_of(name, row.measured.name) || is_longer_name_of(row.measured.name, name)) {
            found = other.get();
            ++similar;
        }
    }
    return similar == 1 ? found : nullptr;
}

bool same_comparator(Comparator a, Comparator b) {
    const auto plain = [](Comparator one) { return one == Comparator::equal ? Comparator::none : one; };
    return plain(a) == plain(b);
}

/// A number of the department may be the sum of several projects, of which the book need not have all.
bool disagree(const RowFacts& row, const RowFacts& whole, std::size_t projects, const Profile& profile) {
    if (row.target.amount() == whole.target.amount())
        return !same_comparator(row.target.comparator, whole.target.comparator);
    return measure_of(row, profile) == Measure::ratio || projects == 1 ||
           row.target.amount() > whole.target.amount();
}

bool is_department(const ProjectFacts& facts) {
    return facts.project->kind == ProjectKind::department;
}

void check(const Context& context, Findings& findings) {
    const auto& all = context.facts.projects;
    const auto department = std::ranges::find_if(all, [](const auto& one) { return is_department(*one); });
    if (department == all.end())
        return;
    const auto projects = static_cast<std::size_t>(
        std::ranges::count_if(all, [](const auto& one) { return !is_department(*one); }));
    constexpr std::size_t most_rows = 1000; // Of a department; a hostile table must not take for ever.
    if ((*department)->rows.size() > most_rows)
        return;
    for (const auto& project : all) {
        if (is_department(*project))
            continue;
        for (const Row& row : project->rows) {
            const RowFacts* whole = is_comparable(row) ? counterpart(*row, (*department)->rows) : nullptr;
            if (!whole || !disagree(*row, *whole, projects, context.profile))
                continue;
            Finding& finding =
                findings.add({Field::target_value, row->id()},
                             "“" + row->row->name.text + "”" + stated_target(*row, context.form) +
                                 "，部门整体表里“" + whole->row->name.text + "”是 " +
                                 stated_target(*whole, context.form) + "，两张表应一致。");
            finding.related.push_back({Field::target_value, whole->id()});
        }
    }
}

constexpr Example examples[] = {
    {"template: gz-2024\nkind: department\n"
     "indicator: 产出指标 | 数量指标 | 宣传栏专刊期数 | | 4期 | | 全年出刊的期数\n"
     "project: 科普经费\n"
     "indicator: 产出指标 | 数量指标 | 宣传栏专刊期数 | | ≥4期 | | 全年出刊的期数",
     "projects[1].indicators[0].target_value"},
    {"template: gz-2024\nkind: department\n"
     "indicator: 产出指标 | 数量指标 | 社区宣传栏专刊期数 | | ≥6期 | | 全年出刊的期数\n"
     "project: 科普经费\n"
     "indicator: 产出指标 | 数量指标 | 宣传栏专刊期数 | | ≥4期 | | 全年出刊的期数",
     "projects[1].indicators[0].target_value"},
    {"template: gz-2024\nkind: department\n"
     "indicator: 产出指标 | 质量指标 | 站点建成率 | | ≥90% | | 建成站点÷计划站点×100%\n"
     "project: 科普经费\n"
     "indicator: 产出指标 | 质量指标 | 站点建成率 | | ≥95% | | 建成站点÷计划站点×100%",
     "projects[1].indicators[1].target_value"},
    {"template: gz-2024\nkind: department\n"
     "indicator: 产出指标 | 数量指标 | 宣传栏专刊期数 | | ≥8期 | | 全年出刊的期数\n"
     "project: 科普经费\n"
     "indicator: 产出指标 | 数量指标 | 宣传栏专刊期数 | | ≥4期 | | 全年出刊的期数\n"
     "project: 宣传经费\n"
     "indicator: 产出指标 | 数量指标 | 宣传栏专刊期数 | | ≥4期 | | 全年出刊的期数",
     ""},
    {"template: gz-2024\nkind: department\nproject: 科普经费", ""},
    {"template: gz-2024\nkind: department\n"
     "indicator: 成本指标 | | 项目总成本 | | ≤80万元 | | 部门全部项目支出\n"
     "project: 科普经费",
     ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "table-value-inconsistent",
    .severity = Severity::hint,
    .title = "部门表与项目表的指标值不一致",
    .title_en = "Department and project tables disagree",
    .check_book = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "同一指标在部门整体表和项目表里的值不同，考核时以哪个为准说不清。",
    .how_to_mend = "核对后改成一致；部门的值是几个项目之和的，检查各项目相加是否相符。",
    .source = "经验：从已公开文本归纳",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::table_value_inconsistent
