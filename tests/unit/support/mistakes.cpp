#include "support/mistakes.h"

#include "base/text.h"
#include "model/target_value.h"
#include "support/sound_books.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace mistakes {
namespace {

using namespace jibiao;

using Words = std::vector<std::string>;
using Plant = std::function<std::optional<FieldRef>(const Place&)>;
using Change = std::function<std::string(const std::string&)>;

Change to(std::string text) {
    return [=](const std::string&) { return text; };
}
Change with(std::string text) {
    return [=](const std::string& was) { return was + text; };
}
Change instead(std::string was, std::string is) {
    return [=](const std::string& text) { return replace_all(text, was, is); };
}
Change first_number(Change change) {
    return [=](const std::string& was) {
        const std::size_t begin = was.find_first_of("0123456789");
        const std::size_t end = std::min(was.find_first_not_of("0123456789", begin), was.size());
        return was.substr(0, begin) + change(was.substr(begin, end - begin)) + was.substr(end);
    };
}
std::string twice(const std::string& was) {
    return was + was;
}
/// 36 → 3636; 55 may be meant.
std::string digits_twice(const std::string& was) {
    return was.size() < 2 ? was : was + was;
}
std::string without_sign(const std::string& was) {
    return replace_all(replace_all(was, "≤", ""), "不超过", "");
}

const std::string quantities = "数量指标", qualities = "质量指标", deadlines = "时效指标", costs = "成本指标",
                  benefits = "社会效益指标", contentment = "服务对象满意度指标";

bool is_of(const Indicator& row, std::string_view level2) {
    return row.level2.text == level2 || (level2 == costs && row.level1.text == costs);
}

Indicator* find_row(Project& project, std::string_view level2, const Words& endings = {}) {
    for (std::size_t i = 0; i < project.indicators.size(); ++i) {
        const Indicator& row = project.indicators[i];
        const auto ends = [&](const std::string& ending) { return row.name.text.ends_with(ending); };
        if (is_of(row, level2) && (endings.empty() || std::ranges::any_of(endings, ends)))
            return &project.indicators.edit(i);
    }
    return nullptr;
}

Cell& cell_in(Indicator& row, Field field) {
    const auto cells = indicator_cells();
    return row.*std::ranges::find(cells, field, &CellField<Indicator>::field)->cell;
}
Cell& cell_in(Project& project, Field field) {
    const auto cells = project_cells();
    return project.*std::ranges::find(cells, field, &CellField<Project>::field)->cell;
}

bool has_cell(const Template& form, Field field) {
    return std::ranges::find(form.project_fields, field) != form.project_fields.end();
}

/// The target as the form with one column would have it.
std::string target_text(const Indicator& row) {
    return row.comparator.empty() ? row.target.text : print_target(target_of(row));
}

/// What a row may be changed into: empty cells stay as they are.
struct NewRow {
    std::string name;
    std::string description;
    std::string target;
};

void change_row(Indicator& row, const NewRow& is) {
    if (!is.name.empty())
        row.name.text = is.name;
    if (!is.description.empty()) {
        row.description.text = is.description;
        row.explanation.text = is.description;
    }
    if (!is.target.empty())
        sound_books::put_target(row, is.target);
}

// ---- cells of a project

Plant cell(Field field, Change change) {
    return [=](const Place& place) -> std::optional<FieldRef> {
        if (!has_cell(place.form, field))
            return std::nullopt;
        Cell& changed = cell_in(place.project, field);
        changed.text = change(changed.text);
        return FieldRef{field, place.project.id};
    };
}

Plant plan(std::size_t line, Field field, std::string text) {
    return [=](const Place& place) -> std::optional<FieldRef> {
        if (place.form.plan_checkpoints.empty())
            return std::nullopt;
        PlanLine& changed = place.project.plan.edit(line);
        (field == Field::plan_percent ? changed.percent : changed.checkpoint).text = text;
        return FieldRef{field, changed.id};
    };
}

Plant goal_text(Change change) {
    return [=](const Place& place) -> std::optional<FieldRef> {
        Cell& text = place.project.goals.edit(0).text;
        text.text = change(text.text);
        return FieldRef{Field::goal, place.project.goals[0].id};
    };
}

Plant only_goal(Change change) {
    return [=](const Place& place) {
        while (place.project.goals.size() > 1)
            place.project.goals.erase(1);
        return goal_text(change)(place);
    };
}

// ---- rows

Plant row(std::string level2, Field field, Change change, Words endings = {}) {
    return [=](const Place& place) -> std::optional<FieldRef> {
        Indicator* found = find_row(place.project, level2, endings);
        if (!found || !place.form.has_column(field))
            return std::nullopt;
        Cell& changed = cell_in(*found, field);
        const std::string text = change(changed.text);
        if (text == changed.text)
            return std::nullopt;
        changed.text = text;
        return FieldRef{field, found->id};
    };
}

Plant target(std::string level2, Change change, Words endings = {}) {
    return [=](const Place& place) -> std::optional<FieldRef> {
        Indicator* found = find_row(place.project, level2, endings);
        const std::string was = found ? target_text(*found) : "";
        if (!found || was.find_first_of("0123456789") == std::string::npos || change(was) == was)
            return std::nullopt;
        sound_books::put_target(*found, change(was));
        return FieldRef{Field::target_value, found->id};
    };
}

Plant other_row(std::string level2, NewRow is, Field at) {
    return [=](const Place& place) -> std::optional<FieldRef> {
        Indicator* found = find_row(place.project, level2);
        if (!found)
            return std::nullopt;
        change_row(*found, is);
        return FieldRef{at, found->id};
    };
}

Plant no_rows_of(std::string level) {
    return [=](const Place& place) -> std::optional<FieldRef> {
        for (std::size_t i = place.project.indicators.size(); i-- > 0;) {
            const Indicator& row = place.project.indicators[i];
            if (is_of(row, level) || row.level1.text == level)
                place.project.indicators.erase(i);
        }
        return FieldRef{Field::indicators, place.project.id};
    };
}

/// A copy of the row, changed, at the end.
Indicator* add_copy(const Place& place, std::string_view level2, const NewRow& is) {
    const Indicator* first = find_row(place.project, level2);
    if (!first)
        return nullptr;
    Indicator copy = *first;
    copy.id = place.book.new_row_id();
    change_row(copy, is);
    place.project.indicators.push_back(copy);
    return &place.project.indicators.edit(place.project.indicators.size() - 1);
}

Plant more_of(std::string level2, NewRow is, Field at) {
    return [=](const Place& place) -> std::optional<FieldRef> {
        const Indicator* added = add_copy(place, level2, is);
        return added ? std::optional(FieldRef{at, added->id}) : std::nullopt;
    };
}

/// Another project of the book: its row of this category and the project's own.
struct Twins {
    Indicator* first = nullptr;
    Indicator* own = nullptr;
};

Twins twins(const Place& place, std::string_view level2) {
    for (std::size_t i = 0; i < place.book.projects.size(); ++i) {
        if (place.book.projects[i].id == place.project.id ||
            place.book.projects[i].kind == ProjectKind::department)
            continue;
        if (i > 0)
            break;
        return {find_row(place.book.projects.edit(i), level2), find_row(place.project, level2)};
    }
    return {};
}

/// Both projects get the row, with two targets.
Plant in_two_projects(std::string level2, NewRow first, NewRow own, Field at) {
    return [=](const Place& place) -> std::optional<FieldRef> {
        const Twins rows = twins(place, level2);
        if (!rows.first || !rows.own)
            return std::nullopt;
        change_row(*rows.first, first);
        change_row(*rows.own, own);
        return FieldRef{at, rows.own->id};
    };
}

Project* department_of(const Place& place) {
    const std::size_t last = place.book.projects.size() - 1;
    return place.book.projects[last].kind == ProjectKind::department ? &place.book.projects.edit(last)
                                                                     : nullptr;
}

Plant department(Field field, Change change, Field at) {
    return [=](const Place& place) -> std::optional<FieldRef> {
        Project* found = department_of(place);
        if (!found)
            return std::nullopt;
        Cell& changed = cell_in(*found, field);
        changed.text = change(changed.text);
        return FieldRef{at, found->id};
    };
}

// ---- chapters and tables

Paragraph* find_paragraph(const Place& place, std::string_view words) {
    for (std::size_t i = 0; i < place.book.sections.size(); ++i) {
        for (std::size_t j = 0; j < place.book.sections[i].body.size(); ++j) {
            if (contains(place.book.sections[i].body[j].text.text, words))
                return &place.book.sections.edit(i).body.edit(j);
        }
    }
    return nullptr;
}

Plant paragraph_text(std::string words, Change change) {
    return [=](const Place& place) -> std::optional<FieldRef> {
        Paragraph* found = find_paragraph(place, words);
        if (!found)
            return std::nullopt;
        found->text.text = change(found->text.text);
        return FieldRef{Field::paragraph, found->id};
    };
}

Section* find_section(const Place& place, std::string_view words) {
    for (std::size_t i = 0; i < place.book.sections.size(); ++i) {
        if (contains(place.book.sections[i].heading.text, words))
            return &place.book.sections.edit(i);
    }
    return nullptr;
}

Plant heading_text(std::string words, Change change) {
    return [=](const Place& place) -> std::optional<FieldRef> {
        Section* found = find_section(place, words);
        if (!found)
            return std::nullopt;
        found->heading.text = change(found->heading.text);
        return FieldRef{Field::heading, found->id};
    };
}

Paragraph& add_paragraph(const Place& place, Section& section, std::string text) {
    Paragraph added;
    added.id = place.book.new_row_id();
    added.text.text = std::move(text);
    section.body.push_back(added);
    return section.body.edit(section.body.size() - 1);
}

Rows<TableRow>* find_table(const Place& place, std::string_view id) {
    for (std::size_t i = 0; i < place.book.sections.size(); ++i) {
        for (std::size_t j = 0; j < place.book.sections[i].tables.size(); ++j) {
            if (place.book.sections[i].tables[j].form == id)
                return &place.book.sections.edit(i).tables.edit(j).rows;
        }
    }
    return nullptr;
}

/// Row `index` of a table: the cell gets another text.
Plant item(std::string table, std::size_t index, Cell TableRow::*cell, std::string text, Field at) {
    return [=](const Place& place) -> std::optional<FieldRef> {
        Rows<TableRow>* rows = find_table(place, table);
        if (!rows)
            return std::nullopt;
        TableRow& changed = rows->edit(index);
        (changed.*cell).text = text;
        return FieldRef{at, changed.id};
    };
}

// ---- mistakes of which each is its own

std::optional<FieldRef> repeat_name_as_description(const Place& place) {
    if (!place.form.has_column(Field::description))
        return std::nullopt;
    Indicator* found = find_row(place.project, quantities);
    found->description.text = found->name.text;
    return FieldRef{Field::description, found->id};
}

std::optional<FieldRef> repeat_name_as_basis(const Place& place) {
    if (!place.form.has_column(Field::basis))
        return std::nullopt;
    Indicator* found = find_row(place.project, qualities);
    found->basis.text = found->name.text;
    return FieldRef{Field::basis, found->id};
}

std::optional<FieldRef> shift_cells(const Place& place) {
    Indicator* found = find_row(place.project, quantities);
    if (!place.form.has_column(Field::basis) || !found->comparator.empty())
        return std::nullopt;
    found->description.text = std::exchange(found->target.text, std::exchange(found->basis.text, ""));
    return FieldRef{Field::target_value, found->id};
}

std::optional<FieldRef> say_another_number(const Place& place) {
    Indicator* found = find_row(place.project, quantities);
    const TargetValue value = target_of(*found);
    const std::string text =
        "全年完成不少于" + (value.number + Decimal::whole(7)).to_short_string() + value.unit;
    found->description.text = text;
    found->explanation.text = text;
    return FieldRef{Field::target_value, found->id};
}

std::optional<FieldRef> restate_target(const Place& place) {
    Indicator* found = find_row(place.project, quantities);
    if (!place.form.has_column(Field::explanation))
        return std::nullopt;
    const TargetValue value = target_of(*found);
    found->explanation.text =
        "全年" + found->name.text + "不少于" + value.number.to_short_string() + value.unit;
    return FieldRef{Field::explanation, found->id};
}

std::optional<FieldRef> target_repeats_description(const Place& place) {
    Indicator* found = find_row(place.project, benefits);
    if (!found)
        return std::nullopt;
    change_row(*found, {"群众办事体验", "让群众少跑腿、好办事", "让群众少跑腿、好办事"});
    return FieldRef{Field::target_value, found->id};
}

std::optional<FieldRef> other_amount_of_goal(const Place& place) {
    return target(quantities, first_number([](const std::string& was) { return "7" + was; }))(place);
}

std::optional<FieldRef> repeat_purpose(const Place& place) {
    if (!has_cell(place.form, Field::purpose))
        return std::nullopt;
    return only_goal(to(place.project.purpose.text))(place);
}

std::optional<FieldRef> copy_purpose(const Place& place) {
    if (place.book.projects[0].id == place.project.id || !has_cell(place.form, Field::purpose))
        return std::nullopt;
    return cell(Field::purpose, to(place.book.projects[0].purpose.text))(place);
}

std::optional<FieldRef> copy_goal(const Place& place) {
    if (place.book.projects[0].id == place.project.id)
        return std::nullopt;
    return only_goal(to(place.book.projects[0].goals[0].text.text))(place);
}

std::optional<FieldRef> copy_code(const Place& place) {
    if (place.book.projects[0].id == place.project.id || !has_cell(place.form, Field::code))
        return std::nullopt;
    return cell(Field::code, to(place.book.projects[0].code.text))(place);
}

std::optional<FieldRef> department_has_other_target(const Place& place) {
    Project* found = department_of(place);
    if (!found)
        return std::nullopt;
    const Indicator* first = find_row(*found, quantities);
    Indicator* own = find_row(place.project, quantities);
    change_row(*own, {first->name.text, "", "≥1500件"});
    return FieldRef{Field::target_value, own->id};
}

std::optional<FieldRef> cost_rate_below_plan(const Place& place) {
    change_row(*find_row(place.project, quantities), {"服务站点建设数量", "新建的服务站点", "≥10个"});
    Indicator* rate = find_row(place.project, qualities);
    change_row(*rate, {"服务站点建设完成率", "建成站点占计划的比例", "≥90%"});
    return FieldRef{Field::target_value, rate->id};
}

/// Each piece may cost what the whole project has.
std::optional<FieldRef> piece_costs_all(const Place& place) {
    const Indicator* count = find_row(place.project, quantities);
    const TargetValue value = target_of(*count);
    Indicator* cost = find_row(place.project, costs);
    if (value.number <= Decimal::whole(1) || value.multiplier > 1)
        return std::nullopt;
    change_row(*cost,
               {count->name.text + "单价", "单位成本", without_sign(target_text(*cost)) + "/" + value.unit});
    return FieldRef{Field::target_value, cost->id};
}

std::optional<FieldRef> month_costs_all(const Place& place) {
    Indicator* cost = find_row(place.project, costs);
    change_row(*cost, {"运行维护费", "全年每月的支出", "≤" + without_sign(target_text(*cost)) + "/月"});
    return FieldRef{Field::target_value, cost->id};
}

std::optional<FieldRef> cost_in_other_unit(const Place& place) {
    Indicator* cost = find_row(place.project, costs);
    const bool in_yuan = place.project.money_unit.text == "元";
    const Decimal amount = target_of(*cost).amount();
    sound_books::put_target(*cost, in_yuan ? "≤" + amount.divided_by(10'000).to_short_string() + "万元"
                                           : "≤" + amount.to_short_string() + "元");
    return FieldRef{Field::target_value, cost->id};
}

std::optional<FieldRef> two_rows_left(const Place& place) {
    while (place.project.indicators.size() > 2)
        place.project.indicators.erase(2);
    return FieldRef{Field::indicators, place.project.id};
}

std::optional<FieldRef> many_rows(const Place& place) {
    const char* const things[] = {"宣传册", "展板", "横幅", "海报",   "视频",
                                  "手册",   "折页", "光盘", "文件柜", "桌椅"};
    int number = 20;
    for (const char* const thing : things)
        add_copy(place, quantities,
                 {std::string(thing) + "数量", "验收合格的" + std::string(thing),
                  "≥" + std::to_string(++number) + "套"});
    return FieldRef{Field::indicators, place.project.id};
}

std::optional<FieldRef> label_without_row(const Place& place) {
    Indicator empty;
    empty.id = place.book.new_row_id();
    empty.level1.text = find_row(place.project, contentment)->level1.text;
    empty.level2.text = "服务对象满意度指标";
    place.project.indicators.push_back(empty);
    return FieldRef{Field::level2, empty.id};
}

std::optional<FieldRef> cost_at_other_level(const Place& place) {
    if (place.book.projects[0].id == place.project.id)
        return std::nullopt;
    Indicator* cost = find_row(place.project, costs);
    const bool is_level1 = cost->level1.text == costs;
    cost->level1.text = is_level1 ? "产出指标" : costs;
    cost->level2.text = is_level1 ? costs : "经济成本指标";
    return FieldRef{is_level1 ? Field::level2 : Field::level1, cost->id};
}

std::optional<FieldRef> heading_again(const Place& place) {
    Section* section = find_section(place, "总体");
    if (!section)
        return std::nullopt;
    std::string title = section->heading.text;
    title.erase(0, std::string_view("一、").size());
    Paragraph copy;
    copy.id = place.book.new_row_id();
    copy.text.text = title;
    section->body.insert(0, copy);
    return FieldRef{Field::heading, section->id};
}

std::optional<FieldRef> one_goal_more_in_list(const Place& place) {
    Section* section = find_section(place, "总体绩效目标");
    if (!section)
        return std::nullopt;
    add_paragraph(place, *section, "1、完善基础设施：按期完成全部工程。");
    add_paragraph(place, *section, "2、提升公共服务：群众满意率达到90%。");
    return FieldRef{Field::paragraph,
                    add_paragraph(place, *section, "3、壮大人才队伍：引进专业人员5名。").id};
}

std::optional<FieldRef> duties_only(const Place& place) {
    Section* section = find_section(place, "总体绩效目标");
    if (!section)
        return std::nullopt;
    section->body.clear();
    add_paragraph(place, *section, "本局的主要职责是：贯彻执行国家法律法规，负责行业管理和监督检查。");
    return FieldRef{Field::heading, section->id};
}

std::optional<FieldRef> same_line_twice(const Place& place) {
    Rows<TableRow>* rows = find_table(place, "procurement");
    if (!rows)
        return std::nullopt;
    TableRow copy = (*rows)[2];
    copy.id = place.book.new_row_id();
    rows->insert(3, copy);
    return FieldRef{Field::catalogue_code, copy.id};
}

std::optional<FieldRef> table_of_nothing(const Place& place) {
    Project empty;
    empty.id = place.book.new_row_id();
    empty.caption.text = std::to_string(place.book.projects.size() + 1) + ".应急物资储备绩效目标表";
    empty.name.text = "应急物资储备";
    empty.unit_name = place.project.unit_name;
    place.book.projects.push_back(empty);
    return FieldRef{Field::caption, empty.id};
}

std::optional<FieldRef> long_term_goal_again(const Place& place) {
    const std::string text = place.project.goals[0].text.text;
    Goal annual;
    annual.id = place.book.new_row_id();
    annual.text.text = "年度目标：" + text;
    place.project.goals.edit(0).text.text = "长期目标：" + text;
    place.project.goals.insert(1, annual);
    return FieldRef{Field::goal, annual.id};
}

std::optional<FieldRef> phases_all_year(const Place& place) {
    if (place.project.phases.size() < 2)
        return std::nullopt;
    for (std::size_t i = 0; i < place.project.phases.size(); ++i)
        place.project.phases.edit(i).period.text = "1月至12月";
    return FieldRef{Field::phase_period, place.project.phases[1].id};
}

std::optional<FieldRef> foreign_indicators(const Place& place) {
    if (!has_cell(place.form, Field::purpose))
        return std::nullopt;
    for (std::size_t i = place.project.indicators.size(); i-- > 1;) {
        if (place.project.indicators[i].level2.text == quantities)
            place.project.indicators.erase(i);
    }
    Indicator* first = find_row(place.project, quantities);
    Indicator* benefit = find_row(place.project, benefits);
    if (!benefit)
        return std::nullopt;
    change_row(*first, {"课题立项数", "立项的课题", "≥8项"});
    change_row(*find_row(place.project, qualities), {"结项鉴定通过率", "通过鉴定的课题占比", "≥90%"});
    change_row(*benefit, {"研究报告采纳数", "被采纳的研究报告", "≥2篇"});
    return FieldRef{Field::indicator_name, first->id};
}

std::optional<FieldRef> organ_has_all(const Place& place) {
    const Paragraph* of_department = find_paragraph(place, "日常公用支出");
    if (!of_department)
        return std::nullopt;
    const std::string& text = of_department->text.text;
    const std::string_view word = "日常公用支出";
    const std::string amount = text.substr(text.find(word) + word.size());
    return paragraph_text("机关运行经费",
                          to("2020年机关运行经费共计安排" + amount.substr(0, amount.find("万元")) +
                             "万元，用于日常办公。"))(place);
}

std::optional<FieldRef> no_target(const Place& place) {
    Indicator* found = find_row(place.project, quantities);
    for (const auto cell : {&Indicator::comparator, &Indicator::target, &Indicator::target_unit})
        (found->*cell).text.clear();
    return FieldRef{Field::target_value, found->id};
}

std::optional<FieldRef> typo(const Place& place) {
    const char* const slips[] = {
        "截止2021年底全部完成验收。", "对外布署工作安排到位。", "及时反应群众诉求。", "有针对性的开展宣传。",
        "做好乡村振心工作。",         "服务覆盖社会各届。",     "做到因地治宜。",     "建立工作台帐。",
        "受理人民群从来访。",         "推广互连网应用。"};
    return goal_text(with(slips[place.number % std::size(slips)]))(place);
}

std::optional<FieldRef> misspelt_name(const Place& place) {
    Cell& text = place.project.goals.edit(0).text;
    text.text += "执行《示例市专项资金管理暂行办法》。";
    Goal second;
    second.id = place.book.new_row_id();
    second.text.text = "按照《示例市财政专项资金管理暂行办法》完成自评1次。";
    place.project.goals.insert(1, second);
    return FieldRef{Field::goal, second.id};
}

std::optional<FieldRef> text_for_sign(const Place& place) {
    Indicator* found = find_row(place.project, quantities);
    if (found->comparator.empty())
        return std::nullopt;
    found->comparator.text = "文字描述";
    return FieldRef{Field::target_value, found->id};
}

std::optional<FieldRef> nobody_content(const Place& place) {
    Indicator* found = find_row(place.project, contentment);
    change_row(*found, {"满意度", "表示满意的问卷占收回问卷的比例", ""});
    return FieldRef{Field::indicator_name, found->id};
}

std::optional<FieldRef> shortened_label(const Place& place) {
    if (place.book.projects[0].id == place.project.id)
        return std::nullopt;
    return row(qualities, Field::level2, to("质量"))(place);
}

std::optional<FieldRef> same_row_elsewhere(const Place& place) {
    const Twins quality = twins(place, qualities);
    Indicator* deadline = find_row(place.project, deadlines);
    if (!quality.first)
        return std::nullopt;
    change_row(*quality.first, {"站点建设完成率", "建成站点的占比", "100%"});
    change_row(*deadline, {"站点建设完成率", "建成站点的占比", "100%"});
    return FieldRef{Field::indicator_name, deadline->id};
}

} // namespace

const std::vector<Mistake>& all() {
    using enum Field;
    static const std::vector<Mistake> list{
        // Completeness.
        {"required-missing", "no name", cell(name, to(""))},
        {"required-missing", "no unit", cell(unit_name, to(""))},
        {"required-missing", "no target", no_target},
        {"blank-number", "a part of the budget left blank", cell(budget_other, to(""))},
        {"placeholder", "a purpose with a placeholder",
         cell(purpose, to("用于XX设备的购置和××系统的维护。"))},
        {"placeholder", "a goal with stars", goal_text(with("完成**个站点建设。"))},
        {"placeholder", "a target to be decided", target(quantities, to("待定"))},
        {"missing-category", "no satisfaction", no_rows_of(contentment)},
        {"missing-category", "no cost", no_rows_of(costs)},
        {"missing-category", "no quality", no_rows_of(qualities)},
        {"missing-category", "no deadline", no_rows_of(deadlines)},
        {"empty-category", "a label without a row", label_without_row},
        {"too-few-indicators", "two rows", two_rows_left},
        {"too-many-indicators", "ten rows more", many_rows},
        {"level1-missing", "no level 1", row(qualities, level1, to(""))},
        {"level2-missing", "no level 2", row(qualities, level2, to(""))},
        {"level2-invalid", "a level 2 of another branch", row(qualities, level2, to("社会效益指标"))},
        {"level2-invalid", "a level 2 of no form", row(deadlines, level2, to("进度指标"))},
        {"level-placement-inconsistent", "a cost at another level", cost_at_other_level},
        {"label-variant", "a shortened category", shortened_label},
        {"shifted-cells", "cells shifted to the left", shift_cells},
        {"basis-missing", "no basis", row(quantities, basis, to(""))},
        {"basis-missing", "no explanation", row(qualities, explanation, to(""))},
        {"plan-not-100", "a plan that ends below 100 %", plan(3, plan_percent, "95%")},
        {"plan-not-monotone", "a plan that goes back", plan(2, plan_percent, "20%")},
        {"plan-blank-quarter", "a checkpoint left blank", plan(0, plan_percent, "")},
        {"missing-label", "a checkpoint without a label", plan(2, plan_checkpoint, "")},
        {"plan-not-phased", "phases that all last the year", phases_all_year},
        {"project-code", "a code that is too short", cell(code, to("1301002021P0001"))},
        {"project-code", "a code in small letters", cell(code, to("13010021p00000000001a"))},
        {"project-code", "the code of another project", copy_code},
        {"field-too-long", "a goal without end", goal_text([](const std::string& was) {
             std::string text;
             for (int i = 0; i < 400; ++i)
                 text += "第" + std::to_string(i) + "项任务按期完成，";
             return text + was;
         })},
        {"numbering", "a number left out", heading_text("三、工作保障措施", to("四、工作保障措施"))},
        {"numbering", "a number twice", heading_text("（二）提升公共服务", to("（一）提升公共服务"))},
        {"heading-duplicated", "a heading twice", heading_again},
        {"caption-misplaced", "a caption without a table", table_of_nothing},
        // Target values.
        {"value-percent-cap", "a ratio of more than all", target(qualities, to("≥100%"))},
        {"value-missing-unit", "a number without a unit",
         target(quantities, to("≥52"), {"人次", "人数", "件数", "个数", "场次", "册数", "份数"})},
        {"value-missing-unit", "satisfaction without per cent", target(contentment, to("≥90"))},
        {"value-repeated-digits", "digits of which one was held down",
         target(quantities, first_number(digits_twice))},
        {"value-vague", "a target in vague words", target(benefits, to("明显改善"))},
        {"value-vague", "a quality in vague words", target(qualities, to("显著提高"))},
        {"value-not-quantified", "a quantity in words", target(quantities, to("若干"))},
        {"value-not-quantified", "a quality without a rate", target(qualities, to("合格"))},
        {"value-not-numeric", "a number with its unit in the column of numbers",
         [](const Place& place) -> std::optional<FieldRef> {
             if (!place.form.has_column(comparator))
                 return std::nullopt;
             return row(quantities, target_value, with("万"))(place);
         }},
        {"value-not-numeric", "a budget in words", cell(budget_other, to("若干"))},
        {"value-repeats-description", "a target in the words of the description", target_repeats_description},
        {"value-text-mismatch", "another number in the text", say_another_number},
        {"symbol-value-mismatch", "a number where words are announced", text_for_sign},
        {"comparator-missing", "a cost without a sign", row(costs, target_value, without_sign)},
        {"comparator-wrong", "a cost as a floor",
         target(costs, [](const std::string& was) { return "≥" + without_sign(was); })},
        {"comparator-wrong", "a deadline as a floor",
         other_row(deadlines, {"全部任务完成时间", "完成全部任务的时间", "≥11月30日"}, target_value)},
        {"month-ambiguous", "a month or a number of months", target(deadlines, to("≤6月"))},
        {"unit-mismatch", "a ratio in pieces", target(qualities, instead("%", "个"))},
        {"unit-mismatch", "people in pieces", target(quantities, instead("人", "个"), {"人数"})},
        {"unit-mismatch", "satisfaction in people", target(contentment, instead("%", "人"))},
        {"unit-nonstandard", "per cent in words", target(qualities, instead("%", "百分比"))},
        {"unit-nonstandard", "square metres said short",
         other_row(quantities, {"场地整修面积", "整修的场地", "≥1200平米"}, target_value)},
        {"unit-column-not-a-unit", "the name of a measure as the unit",
         row(quantities, target_unit, to("活动开展次数"))},
        {"unit-differs-from-table", "a cost in another unit than the table's", cost_in_other_unit},
        {"satisfaction-100-percent", "everybody content", target(contentment, to("100%"))},
        {"satisfaction-object-missing", "nobody's satisfaction", nobody_content},
        {"cost-rate-target-zero", "nothing may be spent",
         other_row(costs, {"项目成本控制率", "实际支出÷预算数×100%", "≤0%"}, target_value)},
        {"unrealistic-target", "what no place reaches",
         other_row(benefits, {"公民具备科学素质的比例", "具备科学素质的公民占比", "≥90%"}, target_value)},
        {"low-target", "much less than the other project",
         in_two_projects(contentment, {"服务对象满意度", "满意人数占受访人数的比例", "≥95%"},
                         {"服务对象满意度", "满意人数占受访人数的比例", "≥60%"}, target_value)},
        {"period-contradiction", "the whole year from March",
         other_row(deadlines, {"全年开放时间", "对外开放的时间", "3月1日-11月30日"}, target_value)},
        {"date-format-inconsistent", "dates written in two ways",
         [](const Place& place) {
             const std::string year = std::to_string(place.book.year);
             return in_two_projects(deadlines, {"任务完成时间", "全部完成的时间", year + "年10月31日"},
                                    {"任务完成时间", "全部完成的时间", year + "-10-31"}, target_value)(place);
         }},
        {"direction-reversed", "at least some failures",
         other_row(qualities, {"设备故障率", "发生故障的设备占比", "≥5%"}, target_value)},
        {"direction-reversed", "at least some accidents",
         other_row(benefits, {"安全事故发生次数", "发生的安全事故", "≥1次"}, target_value)},
        {"fake-percentage", "a percentage of a slogan",
         other_row(benefits, {"维护社会稳定", "维护社会和谐安定", "≥95%"}, target_value)},
        {"timeliness-not-a-deadline", "in time, whenever that is", target(deadlines, to("及时"))},
        {"timeliness-not-a-deadline", "the whole year as a deadline",
         other_row(deadlines, {"活动开展时间", "开展活动的时间", "全年"}, target_value)},
        {"timeliness-not-a-deadline", "how often",
         other_row(deadlines, {"设备巡检安排", "巡检设备的安排", "≥1次/月"}, target_value)},
        {"date-outside-year", "a deadline of another year",
         other_row(deadlines, {"任务完成时间", "全部完成的时间", "2016年6月底前"}, target_value)},
        // Indicators.
        {"wrong-category", "satisfaction among the outputs",
         other_row(qualities, {"参会群众满意度", "满意人数占受访人数的比例", ""}, indicator_name)},
        {"wrong-category", "people as a quality",
         other_row(qualities, {"活动参加人次", "参加活动的群众", "≥2000人次"}, indicator_name)},
        {"wrong-category", "money as a quantity",
         other_row(quantities, {"协会工作经费", "协会的经费", "10万元"}, indicator_name)},
        {"wrong-category", "a rate of quality as a quantity",
         other_row(quantities, {"工程验收合格率", "验收合格的比例", "≥95%"}, indicator_name)},
        {"output-as-benefit", "an activity as a benefit",
         other_row(benefits, {"专题讲座场次", "举办的专题讲座", "≥15场"}, target_value)},
        {"category-inconsistent", "a row elsewhere in the other project", same_row_elsewhere},
        {"name-not-measurable", "a task as a name",
         other_row(quantities, {"举办培训班", "举办培训班的次数", ""}, indicator_name)},
        {"name-not-measurable", "a wish as a name",
         other_row(benefits, {"提高群众防灾意识", "群众防灾意识的变化", "明显提高"}, indicator_name)},
        {"name-contains-unit", "a unit in the name", row(benefits, indicator_name, with("（件）"))},
        {"name-is-a-sentence", "a name of a whole sentence",
         row(benefits, indicator_name, to("通过本项目的实施，使广大群众得到实惠，提高了群众的幸福感。"))},
        {"name-is-a-sentence", "a name that holds the value",
         row(quantities, indicator_name, with("不少于50个"))},
        {"description-repeats-name", "a description that is the name", repeat_name_as_description},
        {"description-vague", "a description that says nothing",
         row(quantities, description, to("开展活动"))},
        {"basis-not-a-source", "a basis that is no source", repeat_name_as_basis},
        {"basis-self-reference", "the form as its own basis", row(quantities, basis, to("绩效目标表"))},
        {"basis-mismatch", "the basis of something else",
         row(quantities, basis, to("调解纠纷件数"), {"件数"})},
        {"explanation-restates-value", "the target said again", restate_target},
        {"indicator-duplicated", "a row twice", more_of(qualities, {}, indicator_name)},
        {"conflicting-values", "a row with two targets", more_of(qualities, {"", "", "≥61%"}, target_value)},
        {"count-vs-rate-conflict", "ten planned, nine tenths done", cost_rate_below_plan},
        {"table-value-inconsistent", "another target than the department's", department_has_other_target},
        {"input-as-output", "paying as an output",
         other_row(qualities, {"资金使用合规率", "合规支出占全部支出的比例", "100%"}, indicator_name)},
        {"input-as-output", "spending the budget as an output",
         other_row(quantities, {"预算执行率", "支出占预算的比例", "≥95%"}, indicator_name)},
        {"void-row", "a row that states nothing", target(quantities, to("不涉及"))},
        {"void-row", "a benefit that there is not", target(benefits, to("无"))},
        {"long-term-equals-annual", "the long-term goal as the year's", long_term_goal_again},
        // Goals and money.
        {"goal-not-quantified", "a goal without a number",
         only_goal(to("进一步提升服务水平，推动各项工作再上新台阶。"))},
        {"goal-without-indicator", "a goal that no row measures", goal_text(with("建成3个示范基地。"))},
        {"indicator-without-goal", "rows of another project", foreign_indicators},
        {"goal-indicator-mismatch", "a goal with another number than its row", other_amount_of_goal},
        {"goal-repeats-purpose", "the purpose as the goal", repeat_purpose},
        {"goal-list-inconsistent", "a goal in one list only", one_goal_more_in_list},
        {"duties-as-goals", "duties as goals", duties_only},
        {"purpose-too-vague", "a purpose in one word", cell(purpose, to("经费"))},
        {"purpose-too-vague", "a purpose that keeps things running", cell(purpose, to("保障工作正常开展"))},
        {"purpose-duplicated", "the purpose of another project", copy_purpose},
        {"copied-text", "the goal of another project", copy_goal},
        {"project-name-is-document-title", "a notice as a name",
         cell(name, to("关于提前下达省级专项资金的通知"))},
        {"same-output-two-projects", "an output counted twice",
         in_two_projects(quantities, {"讲座听众人次", "听讲座的群众", "≥1200人次"},
                         {"讲座听众人次", "到场的听众", "≥1200人次"}, target_value)},
        {"sum-mismatch", "a total that is not the sum", cell(budget_fiscal, to("3.00"))},
        {"sum-mismatch", "the department's total", department(basic_expenditure, to("12.34"), budget_total)},
        {"sum-mismatch", "income in a sentence",
         paragraph_text("收入预算", instead("财政拨款", "财政拨款9"))},
        {"sum-mismatch", "expenditure in a sentence",
         paragraph_text("支出预算", instead("基本支出", "基本支出8"))},
        {"sum-mismatch", "the three public costs",
         paragraph_text("“三公”", instead("预算安排", "预算安排3"))},
        {"sum-mismatch", "quantity × price", item("procurement", 3, &TableRow::amount, "3.40", amount)},
        {"sum-mismatch", "a subtotal", item("procurement", 1, &TableRow::amount, "99.00", amount)},
        {"sum-mismatch", "a total of the table", item("procurement", 0, &TableRow::amount, "77.00", amount)},
        {"sum-mismatch", "kinds of funds", item("procurement", 5, &TableRow::general_budget, "1.08", amount)},
        {"sum-mismatch", "assets", item("assets", 0, &TableRow::amount, "1000.00", amount)},
        {"sum-mismatch", "a part larger than the whole",
         item("assets", 2, &TableRow::amount, "360.00", amount)},
        {"stray-cell-value", "a quantity in a row of sums",
         item("procurement", 0, &TableRow::quantity, "12", quantity)},
        {"unit-price-inconsistent", "two prices of one thing",
         item("procurement", 3, &TableRow::catalogue_code, "A02010104", price)},
        {"duplicate-line-item", "a line twice", same_line_twice},
        {"blank-number", "an amount left blank", item("assets", 4, &TableRow::amount, "", amount)},
        {"dept-projects-sum", "a project that is not in the sum",
         department(project_expenditure, first_number([](const std::string& was) { return "1" + was; }),
                    project_expenditure)},
        {"scope-mismatch", "the department's money as the organ's", organ_has_all},
        {"variance-not-explained", "a cause that explains little",
         paragraph_text("主要是",
                        [](const std::string& was) {
                            return was.substr(0, was.find("主要是")) + "主要是人员经费增加0.50万元。";
                        })},
        {"yuan-wan-confusion", "a cost in the wrong unit", target(costs, instead("万元", "元"))},
        {"yuan-wan-confusion", "a cost in 万元 for 元",
         [](const Place& place) -> std::optional<FieldRef> {
             if (place.project.money_unit.text != "元")
                 return std::nullopt;
             return target(costs, instead("元", "万元"))(place);
         }},
        {"cost-ne-budget", "a cost above the budget",
         target(costs, first_number([](const std::string& was) { return "1" + was; }))},
        {"cost-over-budget", "each piece as dear as all", piece_costs_all},
        {"cost-over-budget", "each month as dear as the year", month_costs_all},
        {"cost-total-missing", "less than the budget",
         [](const Place& place) {
             Indicator* found = find_row(place.project, costs);
             change_row(*found, {"项目总成本", "项目支出总额",
                                 place.project.money_unit.text == "元" ? "≤20000元" : "≤2万元"});
             return std::optional(FieldRef{target_value, found->id});
         }},
        // Language and dates.
        {"typo", "a word with the wrong character", typo},
        {"foreign-word", "an English word", goal_text(with("完成设备购置and安装调试。"))},
        {"punctuation", "two commas", goal_text(instead("，", "，，"))},
        {"punctuation", "a comma of another script", goal_text(instead("，", ","))},
        {"punctuation", "two stops", goal_text(with("。"))},
        {"unbalanced-bracket", "a bracket that is not closed",
         row(quantities, description, with("（含续建"))},
        {"unbalanced-bracket", "a bracket in the goal", goal_text(with("（详见附件"))},
        {"unbalanced-bracket", "a title that does not begin",
         goal_text(with("落实文化惠民工程实施方案》要求。"))},
        {"unbalanced-bracket", "a quotation that does not end", goal_text(with("开展“送服务下乡活动1次。"))},
        {"duplicated-text", "a sentence twice", goal_text(twice)},
        {"redundant-wording", "at least and more", goal_text(with("全年至少开展检查30次以上。"))},
        {"redundant-wording", "about twice", goal_text(with("服务群众大约500人左右。"))},
        {"name-inconsistent", "a document under two names", misspelt_name},
        {"undefined-abbreviation", "a title that names no document", goal_text(with("落实《纲要》要求。"))},
        {"stale-year", "a goal of an earlier year", goal_text(with("完成2016年全部建设任务。"))},
        {"stale-policy", "a plan that has ended", goal_text(with("落实“十二五”规划部署。"))},
        {"stale-policy", "a session that is past", goal_text(with("贯彻十八届六中全会精神。"))},
    };
    return list;
}

} // namespace mistakes
