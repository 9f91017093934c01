#include "check/explanation.h"
#include "check/reading.h"
#include "check/sums.h"

#include <algorithm>
#include <array>
#include <optional>

namespace jibiao::check::sum_mismatch {
namespace {

/// total = first + second.
struct Sum {
    Field total;
    Field first;
    Field second;
};
constexpr std::array sums{Sum{Field::budget_total, Field::budget_fiscal, Field::budget_other},
                          Sum{Field::budget_total, Field::basic_expenditure, Field::project_expenditure}};

struct Part {
    Field field = Field::none;
    const Cell* cell = nullptr;
    Decimal yuan;
    int places = 0;
};

/// 27.00 in a table in 万元 counts hundreds, 270000元 in the same table counts ones.
Decimal step_of(const Cell& cell, std::string_view unit) {
    const TargetValue value = read_target(cell.text);
    const bool own_unit = value.kind == TargetKind::number && (value.multiplier > 1 || !value.unit.empty());
    const std::int64_t factor = own_unit && value.unit == "千元" ? 1'000 : value.multiplier;
    std::int64_t last = 1'000'000;
    for (int i = 0; i < value.number.places(); ++i)
        last /= 10;
    return Decimal::from_millionths(last).times(own_unit ? factor : yuan_in(unit));
}

/// Blank counts as zero; nullopt if the cell holds no amount.
std::optional<Part> read_part(const Project& project, Field field, std::string_view unit) {
    Part part;
    part.field = field;
    part.cell = cell_of(project, field);
    if (part.cell->empty())
        return part;
    const auto amount = read_money(part.cell->text, unit);
    if (!amount)
        return std::nullopt;
    part.yuan = *amount;
    part.places = amount->places();
    return part;
}

/// Half a unit of the last place printed, of the part that prints the fewest. A plain 0 is exact.
Decimal tolerance_of(std::initializer_list<Part> parts, std::string_view unit) {
    Decimal step;
    for (const Part& part : parts) {
        if (!part.yuan.is_zero())
            step = std::max(step, step_of(*part.cell, unit));
    }
    return step.divided_by(2);
}

/// Money for which these forms have no cell, and which the total may include.
bool has_third_source(const ProjectContext& context) {
    const Words& sources = context.profile.list("third_sources");
    return contains_any(context.project.purpose.text, sources) ||
           contains_any(context.project.fund_nature.text, sources) ||
           std::ranges::any_of(context.head.notes,
                               [&sources](const Note& note) { return contains_any(note.text, sources); });
}

Decimal distance(Decimal a, Decimal b) {
    return a < b ? b - a : a - b;
}

std::string words_for(const Part& part, const Template& form, ProjectKind kind) {
    return short_label(form, part.field, kind) + " " + (part.cell->empty() ? "0（空白）" : part.cell->text);
}

/// The cost row says what the total should be.
bool cost_confirms(const ProjectFacts& project, Decimal amount, const Profile& profile) {
    return std::ranges::any_of(project.rows, [&](const auto& row) {
        const Indicator& indicator = *row->row;
        const TargetValue& value = row->target;
        return contains_any(indicator.level1.text + indicator.level2.text, profile.cost_words) &&
               value.kind == TargetKind::number && value.unit == "元" && value.amount() == amount;
    });
}

/// Where only one cell can be the wrong one: a blank part, or a total that the cost row contradicts too.
std::optional<Fix> only_culprit(const Project& project, const Part& total, const Part& first,
                                const Part& second, const ProjectContext& context) {
    const std::string_view unit = money_unit_of(project, context.form);
    const int places = std::max({total.places, first.places, second.places});
    const auto set = [&](Field field, Decimal yuan) {
        const std::string text = in_unit(yuan, unit, places);
        return Fix{"“" + short_label(context.form, field) + "”改为 " + text,
                   edit::set_text({field, project.id}, text, "改正金额"), false};
    };
    const Decimal sum = first.yuan + second.yuan;
    if (first.cell->empty() != second.cell->empty() && sum < total.yuan)
        return set((first.cell->empty() ? first : second).field, total.yuan - sum);
    if (cost_confirms(context.facts, sum, context.profile))
        return set(total.field, sum);
    return std::nullopt;
}

void check_sum(const Sum& sum, const ProjectContext& context, Findings& findings) {
    const Project& project = context.project;
    const std::string_view unit = money_unit_of(project, context.form);
    if (unit.empty())
        return;
    const auto total = read_part(project, sum.total, unit);
    const auto first = read_part(project, sum.first, unit);
    const auto second = read_part(project, sum.second, unit);
    if (!total || !first || !second || total->cell->empty())
        return;
    const Decimal parts = first->yuan + second->yuan;
    if (parts.is_zero()) // The parts were not filled in: nothing to add up.
        return;
    const Decimal difference = distance(parts, total->yuan);
    if (difference.is_zero() || difference <= tolerance_of({*total, *first, *second}, unit))
        return;
    const int places = std::max({total->places, first->places, second->places});
    Finding& finding = findings.add(
        {sum.total, project.id}, words_for(*total, context.form, project.kind) + " ≠ " +
                                     words_for(*first, context.form, project.kind) + " + " +
                                     words_for(*second, context.form, project.kind) + " = " +
                                     in_unit(parts, unit, places) + "，差 " +
                                     in_unit(difference, unit, places) + "（" + std::string(unit) + "）。");
    finding.related = {{sum.first, project.id}, {sum.second, project.id}};
    if (parts < total->yuan && has_third_source(context)) {
        finding.severity = Severity::warning;
        return;
    }
    finding.fix = only_culprit(project, *total, *first, *second, context);
}

void check(const ProjectContext& context, Findings& findings) {
    for (const Sum& sum : sums)
        check_sum(sum, context, findings);
}

void check_book(const Context& context, Findings& findings) {
    check_figures(context, findings);
    check_tables(context, findings);
}

constexpr Example examples[] = {
    {"template: heb-2020-open\nsection: 二、收支预算\n"
     "paragraph: 支出预算100.00万元，其中基本支出60.00万元，项目支出36.00万元。",
     "sections[0].body[0]"},
    {"template: heb-2020-open\nsection: 二、收支预算\n"
     "paragraph: 支出预算100.00万元，其中基本支出60.00万元，项目支出40.00万元。",
     ""},
    {"template: heb-2020-open\nsection: 二、收支预算\n"
     "paragraph: 收入预算100.00万元，其中财政拨款60.00万元，其他收入30.00万元，事业收入10.00万元。",
     ""},
    {"template: heb-2020-open\nsection: 二、收支预算\n"
     "paragraph: 支出预算100.00万元，较上年增加5.00万元。基本支出60.00万元，较上年减少1.00万元。",
     ""},
    {"template: heb-2020-open\nsection: 七、国有资产情况\nparagraph: "
     "年末固定资产金额为268.40万元（详见下表）。\n"
     "table: assets\nrow: 资产总额\namount: 286.40\nrow: 1、房屋\namount: 210.50\nrow: 2、车辆\namount: "
     "75.90",
     "sections[0].body[0]"},
    {"template: heb-2020-open\nsection: 七、国有资产情况\nparagraph: "
     "年末固定资产金额为286.40万元（详见下表）。\n"
     "table: assets\nrow: 资产总额\namount: 286.40\nrow: 1、房屋\namount: 210.50\nrow: 2、车辆\namount: "
     "75.90",
     ""},
    {"budget_total: 27.00\nbudget_fiscal: 25.00\nbudget_other: 0", "projects[0].budget_total"},
    {"budget_total: 29.00\nbudget_fiscal: 25.00\nbudget_other: 2.00", "projects[0].budget_total", "27.00"},
    {"budget_total: 27.00\nbudget_fiscal: 25.00\nbudget_other:", "projects[0].budget_total", "27.00"},
    {"template: gz-2024\nkind: department\nmoney_unit: 万元\nbudget_fiscal:\nbudget_other:\n"
     "budget_total: 650.17\nbasic_expenditure: 563.89\nproject_expenditure: 68.28",
     "projects[0].budget_total"},
    {"purpose: 含上年结转2万元\nbudget_total: 27.00\nbudget_fiscal: 25.00\nbudget_other:",
     "projects[0].budget_total"},
    {"budget_total: 27.00\nbudget_fiscal: 269000元\nbudget_other: 0", "projects[0].budget_total"},
    {"money_unit: 千元\nbudget_total: 270\nbudget_fiscal: 27万元\nbudget_other: 0", ""},
    {"money_unit: 百元\nbudget_total: 2700\nbudget_fiscal: 25\nbudget_other: 0", ""},
    {"budget_total: 27.00\nbudget_fiscal: 27.00\nbudget_other:", ""},
    {"budget_total: 27\nbudget_fiscal: 26.96\nbudget_other: 0.3", ""},
    {"budget_total: 27.00\nbudget_fiscal: 270000元\nbudget_other: 0", ""},
    {"budget_total: 27.00\nbudget_fiscal:\nbudget_other: 0", ""},
    {"template: gz-2024\nkind: department\nmoney_unit: 万元\nbudget_fiscal:\nbudget_other:\n"
     "budget_total: 650.17\nbasic_expenditure: 563.89\nproject_expenditure: 86.28",
     ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "sum-mismatch",
    .severity = Severity::error,
    .title = "合计数不等于各项之和",
    .title_en = "Total is not the sum of its parts",
    .check_project = check,
    .check_book = check_book,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "合计与分项对不上，说明至少有一个数填错；预算编制和公开时会被系统或审核人员退回。",
    .how_to_mend = "对照预算批复核对合计和各分项，改正填错的那一个；没有的资金填 0。",
    .source =
        "表样中的勾稽关系：预算数＝财政资金＋其他资金，资金总额＝基本支出＋项目支出（已公开文本均满足）",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::sum_mismatch
