#include "base/text.h"
#include "check/explanation.h"
#include "check/values.h"

namespace jibiao::check::unit_differs_from_table {
namespace {

/// Small sums in a table of 万元 are better written in 元.
constexpr Decimal small_sum = Decimal::whole(10'000);

std::string_view unit_of(const TargetValue& value) {
    if (value.unit != "元" || (value.multiplier != 1 && value.multiplier != 10'000))
        return {};
    return value.multiplier == 1 ? "元" : "万元";
}

Fix in_tables_unit(const RowContext& context, TargetValue value, std::string_view unit) {
    value.number = value.amount().divided_by(yuan_in(unit));
    value.number = Decimal::from_millionths(value.number.millionths(), 0);
    value.multiplier = yuan_in(unit);
    return {"改为“" + print_target(value, notation_of(context.form)) + "”",
            {"改用表头的单位", set_target(*context.row.row, value, context.form)},
            false};
}

void check_project(const ProjectContext& context, Findings& findings) {
    const std::string_view table = money_unit_of(context.project, context.form);
    if (table != "元" && table != "万元")
        return;
    for (const auto& row : context.facts.rows) {
        if (row->kind != CategoryKind::cost || !is_money(row->target))
            continue;
        const std::string_view unit = unit_of(row->target);
        if (unit.empty() || unit == table || (unit == "元" && row->target.amount() < small_sum))
            continue;
        Finding& finding = findings.add({Field::target_value, row->id()},
                                        "“" + quoted_target(*row) + "”以" + std::string(unit) +
                                            "计，表里的金额以" + std::string(table) + "计，应统一。");
        finding.related.push_back({Field::money_unit, context.project.id});
        if (row->row->target_unit.empty())
            finding.fix =
                in_tables_unit({*row, context.form, context.profile, context.head.year}, row->target, table);
    }
}

FieldRef place_of_unit(const Project& project) {
    return {project.money_unit.line > 0 || project.budget_total.empty() ? Field::money_unit
                                                                        : Field::budget_total,
            project.id};
}

void check_book(const Context& context, Findings& findings) {
    const Project* first = nullptr;
    std::string_view first_unit;
    for (const Project& project : context.book.projects) {
        const std::string_view unit = money_unit_of(project, context.form);
        if (unit.empty() || project.budget_total.empty())
            continue;
        if (!first) {
            first = &project;
            first_unit = unit;
        } else if (unit != first_unit) {
            findings
                .add(place_of_unit(project), "这张表的金额以" + std::string(unit) + "计，前面的表以" +
                                                 std::string(first_unit) + "计，同一份文本应统一。")
                .related.push_back(place_of_unit(*first));
            return;
        }
    }
}

constexpr Example examples[] = {
    {"money_unit: 元\nbudget_total: 270000\nbudget_fiscal: 270000\n"
     "indicator: 产出指标 | 成本指标 | 项目总成本 | 项目支出总额 | ≤27万元 | 项目预算",
     "projects[0].indicators[3].target_value", "≤270000元"},
    {"money_unit: 元\nbudget_total: 37500\nbudget_fiscal: 37500\n"
     "indicator: 产出指标 | 成本指标 | 项目总成本 | 项目支出总额 | 3.75万元 | 项目预算",
     "projects[0].indicators[3].target_value", "37500元"},
    {"indicator: 产出指标 | 成本指标 | 项目总成本 | 项目支出总额 | ≤270000元 | 项目预算",
     "projects[0].indicators[3].target_value", "≤27万元"},
    {"project: 设备购置\nmoney_unit: 元\nbudget_total: 270000\nbudget_fiscal: 270000\n"
     "indicator: 产出指标 | 成本指标 | 项目总成本 | 项目支出总额 | ≤270000元 | 项目预算",
     "projects[1].budget_total"},
    {"indicator: 产出指标 | 成本指标 | 项目总成本 | 项目支出总额 | ≤27万元 | 项目预算", ""},
    {"indicator: 产出指标 | 成本指标 | 人均成本 | 每人的支出 | ≤500元/人 | 项目预算", ""},
    {"indicator: 产出指标 | 成本指标 | 人均成本 | 每人的支出 | ≤500元 | 项目预算", ""},
    {"money_unit: 元\nbudget_total: 270000\nbudget_fiscal: 270000\n"
     "indicator: 产出指标 | 成本指标 | 项目总成本 | 项目支出总额 | ≤270000元 | 项目预算",
     ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "unit-differs-from-table",
    .severity = Severity::hint,
    .title = "金额单位与表头不一致",
    .title_en = "Money unit differs from the table's",
    .check_project = check_project,
    .check_book = check_book,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "同一张表里一处是元、一处是万元，核对成本和预算时容易差一万倍。",
    .how_to_mend = "按表头的单位换算；一份文本的各张表用同一个单位。",
    .source = "经验：45 份样本文本中 5 份元、万元混用",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::unit_differs_from_table
