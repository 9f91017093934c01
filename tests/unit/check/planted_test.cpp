#include "base/text.h"
#include "check/books.h"
#include "support/sound_books.h"

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <vector>

// Plants every kind of mistake in sound books, at twenty places, and looks whether it is reported: by the
// right rule, at the right place.

namespace planted_test {

using namespace jibiao;
using namespace jibiao::check;

namespace {

/// Changes the project and says where; nothing if the mistake has no place there.
using Plant = std::function<std::optional<FieldRef>(Book& book, Project& project)>;

struct Mistake {
    std::string rule;
    std::string kind;
    Plant plant;
};

Indicator* row_of(Project& project, std::string_view level2, std::string_view name_ends = {}) {
    for (std::size_t i = 0; i < project.indicators.size(); ++i) {
        const Indicator& row = project.indicators[i];
        if (row.level2.text == level2 && row.name.text.ends_with(name_ends))
            return &project.indicators.edit(i);
    }
    return nullptr;
}

Cell* cell_in(Project& project, Field field) {
    for (const auto& entry : project_cells()) {
        if (entry.field == field)
            return &(project.*entry.cell);
    }
    return nullptr;
}

Cell* cell_in(Indicator& row, Field field) {
    for (const auto& entry : indicator_cells()) {
        if (entry.field == field)
            return &(row.*entry.cell);
    }
    return nullptr;
}

/// A project's cell gets another text.
Plant cell(Field field, std::string text) {
    return [=](Book&, Project& project) -> std::optional<FieldRef> {
        cell_in(project, field)->text = text;
        return FieldRef{field, project.id};
    };
}

using Change = std::function<std::string(const std::string&)>;

Change to(std::string text) {
    return [=](const std::string&) { return text; };
}
Change with(std::string text) {
    return [=](const std::string& was) { return was + text; };
}
Change without(std::string text) {
    return [=](const std::string& was) { return replace_all(was, text, ""); };
}
Change instead(std::string was, std::string is) {
    return [=](const std::string& text) { return replace_all(text, was, is); };
}

/// ≥36场 → ≥3636场.
std::string digits_twice(const std::string& was) {
    const std::size_t begin = was.find_first_of("0123456789");
    const std::size_t end = was.find_first_not_of("0123456789", begin);
    const std::string digits = was.substr(begin, end - begin);
    return was.substr(0, begin) + digits + was.substr(begin);
}

/// A cell of the row of this category changes; the finding is expected in `at`.
Plant row(std::string level2, Field field, Change change, std::string name_ends = {},
          Field at = Field::none) {
    return [=](Book&, Project& project) -> std::optional<FieldRef> {
        Indicator* found = row_of(project, level2, name_ends);
        if (!found)
            return std::nullopt;
        Cell* changed = cell_in(*found, field);
        const std::string text = change(changed->text);
        if (text == changed->text)
            return std::nullopt;
        changed->text = text;
        return FieldRef{at == Field::none ? field : at, found->id};
    };
}

Plant plan(std::size_t line, std::string text) {
    return [=](Book&, Project& project) -> std::optional<FieldRef> {
        project.plan.edit(line).percent.text = text;
        return FieldRef{Field::plan_percent, project.plan[line].id};
    };
}

Plant goal_text(Change change) {
    return [=](Book&, Project& project) -> std::optional<FieldRef> {
        Cell& text = project.goals.edit(0).text;
        text.text = change(text.text);
        return FieldRef{Field::goal, project.goals[0].id};
    };
}

Plant no_rows_of(std::string level2) {
    return [=](Book&, Project& project) -> std::optional<FieldRef> {
        for (std::size_t i = project.indicators.size(); i-- > 0;) {
            if (project.indicators[i].level2.text == level2)
                project.indicators.erase(i);
        }
        return FieldRef{Field::indicators, project.id};
    };
}

Plant row_twice(std::string level2) {
    return [=](Book& book, Project& project) -> std::optional<FieldRef> {
        const Indicator* first = row_of(project, level2);
        if (!first)
            return std::nullopt;
        Indicator copy = *first;
        copy.id = book.new_row_id();
        project.indicators.push_back(copy);
        return FieldRef{Field::indicator_name, copy.id};
    };
}

const std::string quantities = "数量指标", qualities = "质量指标", deadlines = "时效指标", costs = "成本指标",
                  benefits = "社会效益指标", contentment = "服务对象满意度指标";

const std::vector<Mistake>& mistakes() {
    using enum Field;
    static const std::vector<Mistake> all{
        {"sum-mismatch", "a total that is not the sum", cell(budget_fiscal, "3.00")},
        {"yuan-wan-confusion", "a cost in 元 for 万元", row(costs, target_value, instead("万元", "元"))},
        {"cost-ne-budget", "a cost that is not the budget", row(costs, target_value, to("≤199.3万元"))},
        {"required-missing", "no name", cell(name, "")},
        {"required-missing", "no target", row(quantities, target_value, to(""))},
        {"blank-number", "a part of the budget left blank", cell(budget_other, "")},
        {"purpose-too-vague", "a purpose in one word", cell(purpose, "经费")},
        {"placeholder", "a purpose with a placeholder", cell(purpose, "用于XX设备的购置和××系统的维护。")},
        {"plan-not-100", "a plan that ends below 100 %", plan(3, "95%")},
        {"plan-not-monotone", "a plan that goes back", plan(2, "20%")},
        {"plan-blank-quarter", "a checkpoint left blank", plan(1, "")},
        {"missing-category", "no satisfaction", no_rows_of(contentment)},
        {"missing-category", "no cost", no_rows_of(costs)},
        {"indicator-duplicated", "a row twice", row_twice(qualities)},
        {"value-percent-cap", "a ratio of more than all", row(qualities, target_value, to("≥100%"))},
        {"value-missing-unit", "a number without a unit", row(quantities, target_value, to("≥52"))},
        {"value-repeated-digits", "digits of which one was held down",
         row(quantities, target_value, digits_twice)},
        {"value-vague", "a target in vague words", row(benefits, target_value, to("明显改善"))},
        {"value-not-quantified", "a quantity in words", row(quantities, target_value, to("若干"))},
        {"void-row", "a row that states nothing", row(quantities, target_value, to("不涉及"))},
        {"comparator-missing", "a cost without a sign", row(costs, target_value, without("≤"))},
        {"comparator-wrong", "a cost as a floor", row(costs, target_value, instead("≤", "≥"))},
        {"satisfaction-100-percent", "everybody content", row(contentment, target_value, to("100%"))},
        {"satisfaction-object-missing", "nobody's satisfaction",
         [](Book&, Project& project) -> std::optional<FieldRef> {
             Indicator* found = row_of(project, contentment);
             found->name.text = "满意度";
             found->description.text = "表示满意的问卷占收回问卷的比例";
             found->explanation.text = "满意份数÷收回份数×100%";
             return FieldRef{indicator_name, found->id};
         }},
        {"timeliness-not-a-deadline", "in time, whenever that is", row(deadlines, target_value, to("及时"))},
        {"timeliness-not-a-deadline", "the whole year as a deadline",
         row(deadlines, target_value, to("全年"))},
        {"date-outside-year", "a deadline of another year",
         row(deadlines, target_value, to("2019年6月底前"))},
        {"month-ambiguous", "a month or a number of months", row(deadlines, target_value, to("≤6月"))},
        {"basis-missing", "no basis", row(quantities, basis, to(""))},
        {"basis-not-a-source", "a basis that is no source",
         [](Book&, Project& project) -> std::optional<FieldRef> {
             Indicator* found = row_of(project, qualities);
             found->basis.text = found->name.text;
             return FieldRef{basis, found->id};
         }},
        {"description-repeats-name", "a description that is the name",
         [](Book&, Project& project) -> std::optional<FieldRef> {
             Indicator* found = row_of(project, quantities);
             found->description.text = found->name.text;
             return FieldRef{description, found->id};
         }},
        {"name-contains-unit", "a unit in the name", row(benefits, indicator_name, with("（件）"))},
        {"name-is-a-sentence", "a name of a whole sentence",
         row(benefits, indicator_name, to("通过本项目的实施，使广大群众得到实惠，提高了群众的幸福感。"))},
        {"unit-mismatch", "a ratio in pieces", row(qualities, target_value, instead("%", "个"))},
        {"unbalanced-bracket", "a bracket that is not closed",
         row(quantities, description, with("（含续建"))},
        {"unbalanced-bracket", "a bracket in the goal", goal_text(with("（详见附件"))},
        {"punctuation", "two commas", goal_text(instead("，", "，，"))},
        {"typo", "a word with the wrong character", goal_text(with("截止2021年底全部完成验收。"))},
        {"typo", "a confused pair in the purpose",
         cell(purpose, "用于购置防护用品，对外布署工作，反应群众诉求。")},
        {"stale-year", "a goal of an earlier year", goal_text(with("完成2019年全部建设任务。"))},
        {"goal-repeats-purpose", "the purpose as the goal",
         [](Book&, Project& project) -> std::optional<FieldRef> {
             project.goals.edit(0).text.text = project.purpose.text;
             return FieldRef{Field::goal, project.goals[0].id};
         }},
        {"purpose-duplicated", "the purpose of another project",
         [](Book& book, Project& project) -> std::optional<FieldRef> {
             if (book.projects[0].id == project.id)
                 return std::nullopt;
             project.purpose.text = book.projects[0].purpose.text;
             return FieldRef{Field::purpose, project.id};
         }},
        {"copied-text", "the goal of another project",
         [](Book& book, Project& project) -> std::optional<FieldRef> {
             if (book.projects[0].id == project.id)
                 return std::nullopt;
             project.goals.edit(0).text.text = book.projects[0].goals[0].text.text;
             return FieldRef{Field::goal, project.goals[0].id};
         }},
        {"level1-missing", "no level 1", row(qualities, level1, to(""))},
        {"level2-missing", "no level 2", row(qualities, level2, to(""))},
        {"level2-invalid", "a level 2 of another branch", row(qualities, level2, to("社会效益指标"))},
        {"wrong-category", "satisfaction among the outputs",
         row(qualities, indicator_name, to("参会群众满意度"))},
        {"project-code", "a code that is too short", cell(code, "1301002021P0001")},
        {"duplicated-text", "a sentence twice", goal_text([](const std::string& was) { return was + was; })},
        {"goal-indicator-mismatch", "a goal with another number than its row",
         row(quantities, target_value, [](const std::string& was) { return replace_all(was, "≥", "≥7"); })},
    };
    return all;
}

/// A place of a book that is sound but for the mistake.
struct Place {
    unsigned seed;
    std::size_t project;
};

std::vector<Place> places() {
    std::vector<Place> all;
    for (unsigned seed = 1; seed <= 4; ++seed) {
        for (std::size_t project = 0; project < 6; ++project)
            all.push_back({seed, project});
    }
    return all;
}

bool is_reported(const Report& report, const std::string& rule, FieldRef at) {
    return std::ranges::any_of(report.findings, [&](const Finding& finding) {
        return finding.rule == rule &&
               (finding.at == at || std::ranges::find(finding.related, at) != finding.related.end());
    });
}

} // namespace

TEST_CASE("no rule finds anything in sound books") {
    for (unsigned seed = 1; seed <= 4; ++seed) {
        const Book book = sound_books::sound_book(seed);
        REQUIRE(book.projects.size() == 6);
        CHECK(in_words(book, run(book)) == "");
    }
}

TEST_CASE("98 of 100 planted mistakes are reported, by their rule and at their place") {
    CHECK(mistakes().size() >= 40);
    std::size_t planted = 0;
    std::size_t reported = 0;
    std::map<std::string, std::string> missed;
    for (const Mistake& mistake : mistakes()) {
        std::size_t tried = 0;
        for (const Place& place : places()) {
            if (tried == 20)
                break;
            Book book = sound_books::sound_book(place.seed);
            const auto at = mistake.plant(book, book.projects.edit(place.project));
            if (!at)
                continue;
            ++tried;
            const bool found = is_reported(run(book), mistake.rule, *at);
            reported += found ? 1 : 0;
            if (!found)
                missed[mistake.rule + ", " + mistake.kind] +=
                    " " + std::to_string(place.seed) + "/" + std::to_string(place.project);
        }
        CHECK_MESSAGE(tried == 20, mistake.kind);
        planted += tried;
    }
    for (const auto& [kind, where] : missed)
        MESSAGE(kind << ":" << where);
    CHECK(reported * 100 >= planted * 98);
}

} // namespace planted_test
