#include "templates/shown.h"

#include <algorithm>

namespace jibiao {
namespace {

bool contains(const std::vector<Field>& fields, Field field) {
    return std::find(fields.begin(), fields.end(), field) != fields.end();
}

template <class Row>
bool lists(std::span<const CellField<Row>> cells, Field field) {
    return std::any_of(cells.begin(), cells.end(),
                       [field](const CellField<Row>& cell) { return cell.field == field; });
}

/// A form has goals, phases and detail goals exactly if it has a label for them.
bool has_label(const Template& form, ProjectKind kind, Field field) {
    const std::string key(field_key(field));
    return form.labels.contains(key) ||
           (kind == ProjectKind::department && form.department_labels.contains(key));
}

bool says_anything(const Rows<PlanLine>& plan) {
    return std::any_of(plan.begin(), plan.end(), [](const PlanLine& line) { return !line.percent.empty(); });
}

bool mentions(const std::vector<std::string>& cells, Field field) {
    const std::string key = "{" + std::string(field_key(field)) + "}";
    return std::any_of(cells.begin(), cells.end(),
                       [&key](const std::string& cell) { return cell.find(key) != std::string::npos; });
}

void append(std::vector<FieldRef>& all, const std::vector<FieldRef>& more) {
    all.insert(all.end(), more.begin(), more.end());
}

} // namespace

const std::vector<Field>& fields_of(const Template& form, ProjectKind kind) {
    const bool as_department = kind == ProjectKind::department && !form.department_fields.empty();
    return as_department ? form.department_fields : form.project_fields;
}

bool shows(const Template& form, ProjectKind kind, Field field) {
    switch (field) {
    case Field::plan_checkpoint:
    case Field::plan_percent:
        return !form.plan_checkpoints.empty();
    case Field::goal:
    case Field::detail_goal:
        return has_label(form, kind, field);
    case Field::phase_period:
    case Field::phase_text:
        return has_label(form, kind, Field::phase_text) || has_label(form, kind, Field::phase_period);
    default:
        break;
    }
    if (lists(indicator_cells(), field))
        return form.has_column(field);
    if (lists(project_cells(), field))
        return contains(fields_of(form, kind), field);
    return true; // The table or its indicators as a whole.
}

bool shows_on_cover(const Template& form, Field field) {
    return field == Field::title || contains(form.cover_fields, field);
}

bool shows(const TableForm* form, Field field) {
    if (!form)
        return false;
    return field == Field::caption || form->find_column(field) || mentions(form->head, field);
}

std::vector<FieldRef> not_shown(const Template& form, const Project& project) {
    std::vector<FieldRef> hidden;
    const bool has_plan = says_anything(project.plan);
    for_each_cell(project, [&](FieldRef at, const Cell& cell) {
        if (shows(form, project.kind, at.field) || at.field == Field::plan_checkpoint)
            return;
        if (at.field == Field::plan_percent ? has_plan : !cell.empty())
            hidden.push_back(at);
    });
    return hidden;
}

std::vector<FieldRef> not_shown(const Template& form, const Table& table) {
    const TableForm* known = form.find_table(table.form);
    if (!known)
        return {{Field::none, table.id}};
    std::vector<FieldRef> hidden;
    const auto collect = [&](const auto& row, const auto& cells) {
        for (const auto& cell : cells) {
            if (!(row.*cell.cell).empty() && !shows(known, cell.field))
                hidden.push_back({cell.field, row.id});
        }
    };
    collect(table, table_cells());
    std::erase_if(hidden, [&](FieldRef at) { // 价值（金额单位：万元） says it too.
        return at.field == Field::money_unit &&
               std::ranges::any_of(known->columns, [&](const TableColumn& column) {
                   return column.label.find(table.money_unit.text) != std::string::npos;
               });
    });
    for (const TableRow& row : table.rows)
        collect(row, table_row_cells());
    return hidden;
}

std::vector<FieldRef> not_shown(const Template& form, const Book& book) {
    std::vector<FieldRef> hidden;
    for (const auto& cell : book_cells()) {
        if (!(book.*cell.cell).empty() && !shows_on_cover(form, cell.field))
            hidden.push_back({cell.field, 0});
    }
    if (form.layout.contents_title.empty()) {
        for (const ContentsLine& line : book.contents)
            hidden.push_back({Field::contents_text, line.id});
    }
    for (const Section& section : book.sections) {
        for (const Table& table : section.tables)
            append(hidden, not_shown(form, table));
    }
    for (const Project& project : book.projects) {
        if (project.kind == ProjectKind::department && form.department_fields.empty())
            hidden.push_back({Field::none, project.id});
        append(hidden, not_shown(form, project));
    }
    return hidden;
}

} // namespace jibiao
