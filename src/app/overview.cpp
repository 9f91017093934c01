#include "app/overview.h"
#include "app/picture_svg.h"

#include "app/outcome.h"
#include "base/text.h"
#include "base/words.h"
#include "check/reading.h"
#include "io/html_text.h"
#include "model/field.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace jibiao::app {
namespace {

using Row = Picture::Row;

std::string name_of(const Book& book, std::size_t project) {
    return project_in_words(book, project);
}

/// What stands in a cell that cannot be read as a number.
std::string unreadable(const std::string& where, std::string_view label, const std::string& text,
                       std::string_view wanted) {
    return fill(tr("{1}：{2}“{3}”读不出{4}，没有画。"), {where, label, shorten(text, 24), wanted});
}

// ---- 支出计划 ----

/// The checkpoints of all plans, in the order in which they come.
std::vector<std::string> checkpoints_of(const Book& book) {
    std::vector<std::string> all;
    for (const Project& project : book.projects) {
        for (const PlanLine& line : project.plan) {
            if (!line.checkpoint.empty() && std::ranges::find(all, line.checkpoint.text) == all.end())
                all.push_back(line.checkpoint.text);
        }
    }
    return all;
}

Picture plan_of(const Book& book, const Template& form) {
    Picture picture{.kind = Picture::Kind::curve,
                    .key = "plan",
                    .title = std::string(tr("资金支出计划（累计 %）")),
                    .first = std::string(tr("项目")),
                    .columns = checkpoints_of(book),
                    .nothing = std::string(tr("没有项目填写资金支出计划。"))};
    for (std::size_t i = 0; i < book.projects.size(); ++i) {
        const Project& project = book.projects[i];
        if (project.plan.empty())
            continue;
        Row row{name_of(book, i), {Field::plan_percent, project.plan[0].id}, {}, {}};
        row.texts.resize(picture.columns.size());
        row.values.resize(picture.columns.size());
        for (const PlanLine& line : project.plan) {
            const auto column = std::ranges::find(picture.columns, line.checkpoint.text);
            if (line.percent.empty())
                continue;
            if (column == picture.columns.end()) {
                picture.notes.push_back(
                    with_colon(row.name, fill(tr("“{1}”没有写时间，没有画。"), {line.percent.text})));
                continue;
            }
            const auto index = static_cast<std::size_t>(column - picture.columns.begin());
            if (!row.texts[index].empty())
                picture.notes.push_back(with_colon(
                    row.name, fill(tr("“{1}”不止一行，画的是最后一行。"), {line.checkpoint.text})));
            row.texts[index] = line.percent.text;
            row.values[index] = check::read_percent(line.percent.text);
            if (!row.values[index])
                picture.notes.push_back(unreadable(
                    row.name, line.checkpoint.text + form.label(Field::plan_percent, project.kind).data(),
                    line.percent.text, tr("百分数")));
        }
        const auto is_filled = [](const PlanLine& line) { return !line.percent.empty(); };
        if (std::ranges::any_of(row.texts, [](const std::string& text) { return !text.empty(); }))
            picture.rows.push_back(std::move(row));
        else if (std::ranges::none_of(project.plan, is_filled))
            picture.notes.push_back(with_colon(row.name, tr("支出计划是空的，没有画。")));
    }
    return picture;
}

// ---- 资金 ----

/// Amounts are shown in the unit in which the form has them.
struct Money {
    std::string_view unit;

    std::string text(const std::optional<Decimal>& yuan) const {
        return yuan ? check::in_unit(*yuan, unit) : "";
    }
};

Picture funds_of(const Book& book, const Template& form) {
    const Money money{form.money_unit == "元" ? "元" : "万元"};
    Picture picture{
        .key = "funds",
        .title = fill(tr("各项目资金（{1}）"), {money.unit}),
        .first = std::string(tr("项目")),
        .parts = {std::string(tr("财政资金")), std::string(tr("其他资金")), std::string(tr("未分来源"))},
        .nothing = std::string(tr("没有项目填写预算资金。"))};
    picture.columns = {check::short_label(form, Field::budget_total), picture.parts[0], picture.parts[1],
                       picture.parts[2]};
    Decimal sum;
    std::size_t summed = 0;
    for (std::size_t i = 0; i < book.projects.size(); ++i) {
        const Project& project = book.projects[i];
        Row row{name_of(book, i), {Field::budget_total, project.id}, {}, {}};
        const std::string_view unit = check::money_unit_of(project, form);
        std::optional<Decimal> amounts[3];
        bool any = false;
        for (std::size_t part = 0; part < 3; ++part) {
            constexpr Field fields[] = {Field::budget_total, Field::budget_fiscal, Field::budget_other};
            const std::string& text = cell_of(project, fields[part])->text;
            any |= !text.empty();
            amounts[part] = text.empty() ? std::nullopt : read_money(text, unit);
            if (!text.empty() && (!amounts[part] || unit.empty()))
                picture.notes.push_back(
                    unreadable(row.name, form.label(fields[part], project.kind), text, tr("金额")));
            if (unit.empty())
                amounts[part].reset();
            const bool as_it_stands = !amounts[part] || (unit == money.unit && read_decimal(text));
            row.texts.push_back(as_it_stands ? text : money.text(amounts[part]));
        }
        if (!any) {
            picture.notes.push_back(with_colon(row.name, tr("没有填写预算资金，没有画。")));
            continue;
        }
        const Decimal known = amounts[1].value_or(Decimal()) + amounts[2].value_or(Decimal());
        const bool is_rest = amounts[0] && *amounts[0] > known;
        row.values = {amounts[1], amounts[2], is_rest ? std::optional(*amounts[0] - known) : std::nullopt};
        row.texts.push_back(money.text(row.values[2]));
        if (amounts[0] && project.kind == ProjectKind::project)
            sum = sum + *amounts[0], ++summed;
        picture.rows.push_back(std::move(row));
    }
    if (summed > 1)
        picture.notes.insert(
            picture.notes.begin(),
            fill(tr("{1} 个项目合计 {2}{3}。"), {std::to_string(summed), money.text(sum), money.unit}));
    return picture;
}

// ---- 指标覆盖 ----

/// Rows of a category: how many, and in how many of the projects.
struct Covered {
    std::size_t rows = 0, projects = 0;
};

/// How many projects have no indicator in a category that the form asks for.
void tell_missing(Picture& picture, const Template& form,
                  const std::vector<std::unordered_set<std::string_view>>& categories) {
    for (const RequiredCategory& wanted : form.required_categories) {
        const auto lacks = [&wanted](const std::unordered_set<std::string_view>& has) {
            return std::ranges::none_of(wanted.any_of,
                                        [&has](const std::string& name) { return has.contains(name); });
        };
        const auto count = std::ranges::count_if(categories, lacks);
        if (count > 0)
            picture.notes.push_back(fill(tr("缺“{1}”的项目有 {2} 个，表样要求每个项目都有。"),
                                         {wanted.name, std::to_string(count)}));
    }
}

Picture coverage_of(const Book& book, const Template& form) {
    Picture picture{.key = "coverage",
                    .title = std::string(tr("指标覆盖（条）")),
                    .first = std::string(tr("类别")),
                    .columns = {std::string(tr("指标")), std::string(tr("项目"))},
                    .parts = {""},
                    .nothing = std::string(tr("还没有填写指标。"))};
    std::unordered_map<std::string_view, Covered> covered; // By the names of level 2, or level 1 without one.
    std::vector<std::unordered_set<std::string_view>> categories; // Of each project with indicators.
    std::size_t others = 0;
    for (const Project& project : book.projects) {
        std::unordered_set<std::string_view> levels, counted;
        for (const Indicator& row : project.indicators) {
            if (!check::is_filled(row))
                continue;
            const Level1* parent = nullptr;
            const Level2* level2 = form.find_level2(fold(row.level2.text), &parent);
            const Level1* level1 = level2 ? parent : form.find_level1(fold(row.level1.text));
            const std::string_view name = level2 ? level2->name : level1 ? level1->name : std::string_view();
            levels.insert({name, level1 ? level1->name : name});
            counted.insert(name);
            name.empty() ? ++others : ++covered[name].rows;
        }
        for (const std::string_view name : counted)
            ++covered[name].projects;
        if (!levels.empty())
            categories.push_back(std::move(levels));
    }
    if (categories.empty())
        return picture;
    const auto add = [&](std::string words, std::string_view name) {
        const Covered& found = covered[name];
        picture.rows.push_back({std::move(words),
                                {},
                                {std::to_string(found.rows),
                                 std::to_string(found.projects) + " / " + std::to_string(categories.size())},
                                {Decimal::whole(static_cast<std::int64_t>(found.rows))}});
    };
    for (const Level1& level1 : form.levels) {
        if (level1.children.empty() || covered.contains(level1.name))
            add(level1.name, level1.name);
        for (const Level2& level2 : level1.children)
            add(level1.name + " › " + level2.name, level2.name);
    }
    tell_missing(picture, form, categories);
    if (others > 0)
        picture.notes.push_back(fill(tr("{1} 条指标的类别不在表样里，没有画。"), {std::to_string(others)}));
    return picture;
}

// ---- 问题 ----

Picture findings_of(const Book& book, const check::Report& report) {
    using check::Severity;
    constexpr Severity severities[] = {Severity::error, Severity::warning, Severity::hint};
    Picture picture{
        .key = "findings", .title = std::string(tr("各项目的问题（处）")), .first = std::string(tr("项目"))};
    picture.nothing = tr("没有发现问题。");
    for (const Severity severity : severities)
        picture.columns.emplace_back(tr(check::severity_name(severity)));
    picture.parts = picture.columns;
    picture.columns.insert(picture.columns.begin(), std::string(tr("合计")));
    std::unordered_map<RowId, RowId> project_of_row;
    for (const Project& project : book.projects)
        for_each_cell(project, [&](FieldRef at, const Cell&) { project_of_row[at.row] = project.id; });
    std::unordered_map<RowId, std::array<std::int64_t, 3>> counts;
    for (const check::Finding& finding : report.findings) {
        const auto found = project_of_row.find(finding.at.row);
        ++counts[found == project_of_row.end() ? 0 : found->second]
                [static_cast<std::size_t>(finding.severity)];
    }
    const auto add = [&](std::string name, RowId id, FieldRef at) {
        const std::array<std::int64_t, 3>& of = counts[id];
        Row row{std::move(name), at, {std::to_string(of[0] + of[1] + of[2])}, {}};
        for (const Severity severity : severities) {
            row.texts.push_back(std::to_string(of[static_cast<std::size_t>(severity)]));
            row.values.emplace_back(Decimal::whole(of[static_cast<std::size_t>(severity)]));
        }
        picture.rows.push_back(std::move(row));
    };
    if (report.findings.empty())
        return picture;
    add(std::string(tr("部门整体绩效文本")), 0, {Field::title, 0});
    for (std::size_t i = 0; i < book.projects.size(); ++i)
        add(name_of(book, i), book.projects[i].id, {Field::name, book.projects[i].id});
    return picture;
}

// ---- paper ----

std::string element(std::string_view tag, std::string_view text) {
    return "<" + std::string(tag) + ">" + io::html_text(text) + "</" + std::string(tag) + ">";
}

std::string table_of(const Picture& picture) {
    std::string html = "<table><thead><tr>" + element("th", picture.first);
    for (const std::string& column : picture.columns)
        html += element("th", column);
    html += "</tr></thead><tbody>";
    std::size_t number = 0;
    for (const Row& row : picture.rows) {
        const std::string mark = picture.kind == Picture::Kind::curve ? std::to_string(++number) + "　" : "";
        html += "<tr><th scope=\"row\">" + mark + io::html_text(row.name) + "</th>";
        for (const std::string& text : row.texts)
            html += element("td", text);
        html += "</tr>";
    }
    return html + "</tbody></table>";
}

} // namespace

std::array<Picture, 4> pictures_of(const platform::Later&, const Book& book, const Template& form,
                                   const check::Report& report) {
    return {plan_of(book, form), funds_of(book, form), coverage_of(book, form), findings_of(book, report)};
}

void renew_pictures(const platform::Later& later, State& state, const Knowledge& knowledge) {
    if (state.pictured_revision == state.document.revision())
        return;
    state.pictured_revision = state.document.revision();
    state.pictures = pictures_of(later, state.book(), form_of(state, knowledge), state.report);
}

std::string print_pictures(const platform::Later& later, const std::array<Picture, 4>& pictures,
                           const std::string& title) {
    std::string html = title.empty() ? "" : element("h1", title);
    for (const Picture& picture : pictures) {
        html += "<section>" + element("h2", picture.title);
        html += svg_of(later, picture);
        html += picture.rows.empty() ? element("p", picture.nothing) : table_of(picture);
        for (const std::string& note : picture.notes)
            html += element("p", note);
        html += "</section>";
    }
    return html;
}

} // namespace jibiao::app
