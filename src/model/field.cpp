#include "model/field.h"

#include <array>

namespace jibiao {
namespace {

constexpr std::array project_table{
    CellField<Project>{Field::caption, "caption", &Project::caption},
    CellField<Project>{Field::unit_code, "unit_code", &Project::unit_code},
    CellField<Project>{Field::unit_name, "unit_name", &Project::unit_name},
    CellField<Project>{Field::money_unit, "money_unit", &Project::money_unit},
    CellField<Project>{Field::code, "code", &Project::code},
    CellField<Project>{Field::name, "name", &Project::name},
    CellField<Project>{Field::leader, "leader", &Project::leader},
    CellField<Project>{Field::phone, "phone", &Project::phone},
    CellField<Project>{Field::category, "category", &Project::category},
    CellField<Project>{Field::attribute, "attribute", &Project::attribute},
    CellField<Project>{Field::period, "period", &Project::period},
    CellField<Project>{Field::duties, "duties", &Project::duties},
    CellField<Project>{Field::basic_expenditure, "basic_expenditure", &Project::basic_expenditure},
    CellField<Project>{Field::project_expenditure, "project_expenditure", &Project::project_expenditure},
    CellField<Project>{Field::budget_total, "budget_total", &Project::budget_total},
    CellField<Project>{Field::budget_fiscal, "budget_fiscal", &Project::budget_fiscal},
    CellField<Project>{Field::budget_other, "budget_other", &Project::budget_other},
    CellField<Project>{Field::fund_nature, "fund_nature", &Project::fund_nature},
    CellField<Project>{Field::purpose, "purpose", &Project::purpose},
    CellField<Project>{Field::organisation, "organisation", &Project::organisation},
    CellField<Project>{Field::rules, "rules", &Project::rules},
};

constexpr std::array indicator_table{
    CellField<Indicator>{Field::level1, "level1", &Indicator::level1},
    CellField<Indicator>{Field::level2, "level2", &Indicator::level2},
    CellField<Indicator>{Field::indicator_name, "indicator_name", &Indicator::name},
    CellField<Indicator>{Field::description, "description", &Indicator::description},
    CellField<Indicator>{Field::comparator, "comparator", &Indicator::comparator},
    CellField<Indicator>{Field::target_value, "target_value", &Indicator::target},
    CellField<Indicator>{Field::target_unit, "target_unit", &Indicator::target_unit},
    CellField<Indicator>{Field::basis, "basis", &Indicator::basis},
    CellField<Indicator>{Field::explanation, "explanation", &Indicator::explanation},
};

constexpr std::array plan_table{
    CellField<PlanLine>{Field::plan_checkpoint, "plan_checkpoint", &PlanLine::checkpoint},
    CellField<PlanLine>{Field::plan_percent, "plan_percent", &PlanLine::percent},
};

constexpr std::array phase_table{
    CellField<Phase>{Field::phase_period, "phase_period", &Phase::period},
    CellField<Phase>{Field::phase_text, "phase_text", &Phase::text},
};

struct FieldKey {
    Field field;
    std::string_view key;
};
/// Fields that are not in one of the tables above.
constexpr std::array other_keys{
    FieldKey{Field::title, "title"},
    FieldKey{Field::heading, "heading"},
    FieldKey{Field::paragraph, "paragraph"},
    FieldKey{Field::goal, "goal"},
    FieldKey{Field::detail_goal, "detail_goal"},
    FieldKey{Field::indicators, "indicators"},
};

/// Calls `visit(field, key)` until it returns true.
template <class Visit>
void visit_keys(Visit&& visit) {
    const auto all = [&visit](const auto& table) {
        for (const auto& entry : table) {
            if (visit(entry.field, entry.key))
                return true;
        }
        return false;
    };
    all(project_table) || all(indicator_table) || all(plan_table) || all(phase_table) || all(other_keys);
}

template <class Row>
Cell Row::*member_of(std::span<const CellField<Row>> table, Field field) {
    for (const auto& entry : table) {
        if (entry.field == field)
            return entry.cell;
    }
    return nullptr;
}

/// The key of the list that a row kind stands in, in paths and files.
std::string_view list_key(RowKind kind) {
    switch (kind) {
    case RowKind::section:
        return "sections";
    case RowKind::paragraph:
        return "body";
    case RowKind::project:
        return "projects";
    case RowKind::plan_line:
        return "plan";
    case RowKind::goal:
        return "goals";
    case RowKind::detail_goal:
        return "detail_goals";
    case RowKind::phase:
        return "phases";
    case RowKind::indicator:
        return "indicators";
    }
    return {};
}

/// The cell of `row` that `field` names; a row type without a table has one cell and one field.
const Cell* cell_in(const Section& row, Field field) {
    return field == Field::heading ? &row.heading : nullptr;
}
const Cell* cell_in(const Paragraph& row, Field field) {
    return field == Field::paragraph ? &row.text : nullptr;
}
const Cell* cell_in(const Goal& row, Field field) {
    return field == Field::goal || field == Field::detail_goal ? &row.text : nullptr;
}
template <class Row>
const Cell* cell_in(const Row& row, Field field, std::span<const CellField<Row>> table) {
    const auto member = member_of(table, field);
    return member ? &(row.*member) : nullptr;
}
const Cell* cell_in(const Project& row, Field field) {
    return cell_in(row, field, project_cells());
}
const Cell* cell_in(const PlanLine& row, Field field) {
    return cell_in(row, field, plan_cells());
}
const Cell* cell_in(const Phase& row, Field field) {
    return cell_in(row, field, phase_cells());
}
const Cell* cell_in(const Indicator& row, Field field) {
    return cell_in(row, field, indicator_cells());
}

/// Calls `visit(row)` with the row at `place`. One function for reading; writing unshares on the same way.
template <class Visit>
auto visit_row(const Book& book, const RowPlace& place, Visit&& visit) {
    const auto project = [&]() -> const Project& { return book.projects[place.owner]; };
    switch (place.kind) {
    case RowKind::section:
        return visit(book.sections[place.index]);
    case RowKind::paragraph:
        return visit(book.sections[place.owner].body[place.index]);
    case RowKind::plan_line:
        return visit(project().plan[place.index]);
    case RowKind::goal:
        return visit(project().goals[place.index]);
    case RowKind::detail_goal:
        return visit(project().detail_goals[place.index]);
    case RowKind::phase:
        return visit(project().phases[place.index]);
    case RowKind::indicator:
        return visit(project().indicators[place.index]);
    case RowKind::project:
        break;
    }
    return visit(project());
}

void unshare(Book& book, const RowPlace& place) {
    if (place.kind == RowKind::section || place.kind == RowKind::paragraph) {
        Section& section = book.sections.edit(place.owner);
        if (place.kind == RowKind::paragraph)
            section.body.edit(place.index);
        return;
    }
    Project& project = book.projects.edit(place.owner);
    switch (place.kind) {
    case RowKind::plan_line:
        project.plan.edit(place.index);
        break;
    case RowKind::goal:
        project.goals.edit(place.index);
        break;
    case RowKind::detail_goal:
        project.detail_goals.edit(place.index);
        break;
    case RowKind::phase:
        project.phases.edit(place.index);
        break;
    case RowKind::indicator:
        project.indicators.edit(place.index);
        break;
    default:
        break;
    }
}

/// A goal and a detail goal are the same type; the list decides which field is theirs.
bool belongs(RowKind kind, Field field) {
    if (field == Field::goal)
        return kind == RowKind::goal;
    return field != Field::detail_goal || kind == RowKind::detail_goal;
}

int first_line(int best, int line) {
    return line > 0 && (best == 0 || line < best) ? line : best;
}

template <class Row>
int first_line_of(const Row& row, std::span<const CellField<Row>> table) {
    int line = 0;
    for (const auto& entry : table)
        line = first_line(line, (row.*entry.cell).line);
    return line;
}

int first_line_of(const Project& row) {
    return first_line_of(row, project_cells());
}
int first_line_of(const Indicator& row) {
    return first_line_of(row, indicator_cells());
}
int first_line_of(const PlanLine& row) {
    return first_line_of(row, plan_cells());
}
int first_line_of(const Phase& row) {
    return first_line_of(row, phase_cells());
}
int first_line_of(const Goal& row) {
    return row.text.line;
}
int first_line_of(const Paragraph& row) {
    return row.text.line;
}
int first_line_of(const Section& row) {
    return row.heading.line;
}

} // namespace

std::span<const CellField<Project>> project_cells() {
    return project_table;
}
std::span<const CellField<Indicator>> indicator_cells() {
    return indicator_table;
}
std::span<const CellField<PlanLine>> plan_cells() {
    return plan_table;
}
std::span<const CellField<Phase>> phase_cells() {
    return phase_table;
}

std::string_view field_key(Field field) {
    std::string_view result;
    visit_keys([&](Field candidate, std::string_view key) {
        if (candidate == field)
            result = key;
        return candidate == field;
    });
    return result;
}

std::optional<Field> field_from_key(std::string_view key) {
    std::optional<Field> result;
    visit_keys([&](Field field, std::string_view candidate) {
        if (candidate == key)
            result = field;
        return candidate == key;
    });
    return result;
}

std::optional<RowPlace> find_row(const Book& book, RowId row) {
    if (row == 0)
        return std::nullopt;
    for (std::size_t owner = 0; owner < book.projects.size(); ++owner) {
        const Project& project = book.projects[owner];
        if (project.id == row)
            return RowPlace{RowKind::project, owner, owner};
        const auto in = [&](RowKind kind, const auto& rows) -> std::optional<RowPlace> {
            const auto index = rows.index_of(row);
            return index ? std::optional(RowPlace{kind, owner, *index}) : std::nullopt;
        };
        if (const auto place = in(RowKind::indicator, project.indicators))
            return place;
        if (const auto place = in(RowKind::plan_line, project.plan))
            return place;
        if (const auto place = in(RowKind::goal, project.goals))
            return place;
        if (const auto place = in(RowKind::detail_goal, project.detail_goals))
            return place;
        if (const auto place = in(RowKind::phase, project.phases))
            return place;
    }
    for (std::size_t owner = 0; owner < book.sections.size(); ++owner) {
        const Section& section = book.sections[owner];
        if (section.id == row)
            return RowPlace{RowKind::section, owner, owner};
        if (const auto index = section.body.index_of(row))
            return RowPlace{RowKind::paragraph, owner, *index};
    }
    return std::nullopt;
}

const Cell* cell_of(const Project& row, Field field) {
    const auto member = member_of(project_cells(), field);
    return member ? &(row.*member) : nullptr;
}

const Cell* cell_of(const Indicator& row, Field field) {
    const auto member = member_of(indicator_cells(), field);
    return member ? &(row.*member) : nullptr;
}

const Cell* find_cell(const Book& book, FieldRef ref) {
    if (ref.field == Field::title)
        return &book.title;
    const auto place = find_row(book, ref.row);
    if (!place || !belongs(place->kind, ref.field))
        return nullptr;
    return visit_row(book, *place, [&](const auto& row) { return cell_in(row, ref.field); });
}

Cell* find_cell_to_edit(Book& book, FieldRef ref) {
    if (ref.field == Field::title)
        return &book.title;
    const auto place = find_row(book, ref.row);
    if (!place)
        return nullptr;
    unshare(book, *place);
    return const_cast<Cell*>(find_cell(book, ref)); // Unshared just now, so the book owns it alone.
}

const Project* project_of(const Book& book, FieldRef ref) {
    const auto place = find_row(book, ref.row);
    if (!place || place->kind == RowKind::section || place->kind == RowKind::paragraph)
        return nullptr;
    return &book.projects[place->owner];
}

std::string path_of(const Book& book, FieldRef ref) {
    const auto place = find_row(book, ref.row);
    if (!place)
        return std::string(field_key(ref.field));
    const auto element = [](RowKind kind, std::size_t index) {
        return std::string(list_key(kind)) + "[" + std::to_string(index) + "]";
    };
    const bool in_section = place->kind == RowKind::section || place->kind == RowKind::paragraph;
    std::string path = element(in_section ? RowKind::section : RowKind::project, place->owner);
    if (place->kind != RowKind::section && place->kind != RowKind::project)
        path += "." + element(place->kind, place->index);
    const bool row_is_cell = place->kind == RowKind::paragraph || place->kind == RowKind::goal ||
                             place->kind == RowKind::detail_goal;
    if (ref.field != Field::none && !row_is_cell)
        path += "." + std::string(field_key(ref.field));
    return path;
}

int line_of(const Book& book, FieldRef ref) {
    if (const Cell* cell = find_cell(book, ref))
        return cell->line;
    const auto place = find_row(book, ref.row);
    if (!place)
        return 0;
    if (ref.field == Field::indicators) {
        int line = 0;
        for (const Indicator& indicator : book.projects[place->owner].indicators)
            line = first_line(line, first_line_of(indicator));
        if (line > 0)
            return line;
    }
    return visit_row(book, *place, [](const auto& row) { return first_line_of(row); });
}

} // namespace jibiao
