#include "model/field.h"
#include "base/sort.h"

#include <algorithm>
#include <array>

namespace jibiao {
namespace {

constexpr std::array book_table{
    CellField<BookHead>{Field::attachment, "attachment", &BookHead::attachment, 2},
    CellField<BookHead>{Field::title, "title", &BookHead::title},
    CellField<BookHead>{Field::compiled_by, "compiled_by", &BookHead::compiled_by, 2},
    CellField<BookHead>{Field::reviewed_by, "reviewed_by", &BookHead::reviewed_by, 2},
    CellField<BookHead>{Field::handler, "handler", &BookHead::handler, 2},
    CellField<BookHead>{Field::handler_phone, "handler_phone", &BookHead::handler_phone, 2},
};

constexpr std::array contents_table{
    CellField<ContentsLine>{Field::contents_text, "contents_text", &ContentsLine::text, 2},
    CellField<ContentsLine>{Field::contents_page, "contents_page", &ContentsLine::page, 2},
};

constexpr std::array table_table{
    CellField<Table>{Field::caption, "caption", &Table::caption, 2},
    CellField<Table>{Field::unit_code, "unit_code", &Table::unit_code, 2},
    CellField<Table>{Field::unit_name, "unit_name", &Table::unit_name, 2},
    CellField<Table>{Field::money_unit, "money_unit", &Table::money_unit, 2},
    CellField<Table>{Field::prepared_by, "prepared_by", &Table::prepared_by, 2},
    CellField<Table>{Field::as_of, "as_of", &Table::as_of, 2},
};

constexpr std::array table_row_table{
    CellField<TableRow>{Field::item_label, "item_label", &TableRow::label, 2},
    CellField<TableRow>{Field::nature, "nature", &TableRow::nature, 2},
    CellField<TableRow>{Field::grade, "grade", &TableRow::grade, 2},
    CellField<TableRow>{Field::funding, "funding", &TableRow::funding, 2},
    CellField<TableRow>{Field::source_budget, "source_budget", &TableRow::source_budget, 2},
    CellField<TableRow>{Field::goods, "goods", &TableRow::goods, 2},
    CellField<TableRow>{Field::catalogue_code, "catalogue_code", &TableRow::catalogue_code, 2},
    CellField<TableRow>{Field::item_unit, "item_unit", &TableRow::unit, 2},
    CellField<TableRow>{Field::quantity, "quantity", &TableRow::quantity, 2},
    CellField<TableRow>{Field::price, "price", &TableRow::price, 2},
    CellField<TableRow>{Field::amount, "amount", &TableRow::amount, 2},
    CellField<TableRow>{Field::general_budget, "general_budget", &TableRow::general_budget, 2},
    CellField<TableRow>{Field::fund_budget, "fund_budget", &TableRow::fund_budget, 2},
    CellField<TableRow>{Field::capital_budget, "capital_budget", &TableRow::capital_budget, 2},
    CellField<TableRow>{Field::account_funds, "account_funds", &TableRow::account_funds, 2},
    CellField<TableRow>{Field::other_funds, "other_funds", &TableRow::other_funds, 2},
};

constexpr std::array project_table{
    CellField<Project>{Field::caption, "caption", &Project::caption},
    CellField<Project>{Field::unit_code, "unit_code", &Project::unit_code},
    CellField<Project>{Field::unit_name, "unit_name", &Project::unit_name},
    CellField<Project>{Field::authority, "authority", &Project::authority, 2},
    CellField<Project>{Field::year_line, "year_line", &Project::year_line, 2},
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
    CellField<Indicator>{Field::weight, "weight", &Indicator::weight, 2},
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
    FieldKey{Field::heading, "heading"},
    FieldKey{Field::paragraph, "paragraph"},
    FieldKey{Field::goal, "goal"},
    FieldKey{Field::detail_goal, "detail_goal"},
    FieldKey{Field::indicators, "indicators"},
};

/// Calls `visit(field, key)` until it returns true.
template <class Visit>
constexpr void visit_keys(Visit&& visit) {
    const auto all = [&visit](const auto& table) {
        for (const auto& entry : table) {
            if (visit(entry.field, entry.key))
                return true;
        }
        return false;
    };
    all(book_table) || all(contents_table) || all(table_row_table) || all(project_table) ||
        all(table_table) || all(indicator_table) || all(plan_table) || all(phase_table) || all(other_keys);
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
    case RowKind::contents_line:
        return "contents";
    case RowKind::section:
        return "sections";
    case RowKind::paragraph:
        return "body";
    case RowKind::table:
        return "tables";
    case RowKind::table_row:
        return "rows";
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
const Cell* cell_in(const ContentsLine& row, Field field) {
    return cell_in(row, field, contents_cells());
}
const Cell* cell_in(const Table& row, Field field) {
    return cell_in(row, field, table_cells());
}
const Cell* cell_in(const TableRow& row, Field field) {
    return cell_in(row, field, table_row_cells());
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

/// Calls `visit(row)` with the row at `place`.
template <class Visit>
auto visit_row(const Book& book, const RowPlace& place, Visit&& visit) {
    return visit_list(book, place, [&](const auto& rows) { return visit(rows[place.index]); });
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

int first_line_of(const ContentsLine& row) {
    return first_line_of(row, contents_cells());
}
int first_line_of(const TableRow& row) {
    return first_line_of(row, table_row_cells());
}
int first_line_of(const Table& row) {
    const int line = first_line_of(row, table_cells());
    return line > 0 || row.rows.empty() ? line : first_line_of(row.rows.front());
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

std::span<const CellField<BookHead>> book_cells() {
    return book_table;
}
std::span<const CellField<ContentsLine>> contents_cells() {
    return contents_table;
}
std::span<const CellField<Table>> table_cells() {
    return table_table;
}
std::span<const CellField<TableRow>> table_row_cells() {
    return table_row_table;
}
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
    static constexpr auto keys = [] { // Asked for many times a frame.
        std::array<std::string_view, 128> by_field{};
        visit_keys([&by_field](Field each, std::string_view key) {
            by_field.at(static_cast<std::size_t>(each)) = key;
            return false;
        });
        return by_field;
    }();
    return keys[static_cast<std::size_t>(field)];
}

bool is_running_text(Field field) {
    switch (field) {
    case Field::paragraph:
    case Field::duties:
    case Field::purpose:
    case Field::organisation:
    case Field::rules:
    case Field::goal:
    case Field::detail_goal:
    case Field::phase_text:
    case Field::description:
    case Field::explanation:
        return true;
    default:
        return false;
    }
}

bool is_money(Field field) {
    switch (field) {
    case Field::budget_total:
    case Field::budget_fiscal:
    case Field::budget_other:
    case Field::basic_expenditure:
    case Field::project_expenditure:
    case Field::source_budget:
    case Field::price:
    case Field::amount:
    case Field::general_budget:
    case Field::fund_budget:
    case Field::capital_budget:
    case Field::account_funds:
    case Field::other_funds:
        return true;
    default:
        return false;
    }
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

namespace {

template <class List>
std::optional<RowPlace> find_in(const List& rows, RowId row, RowPlace place) {
    const auto index = rows.index_of(row);
    if (!index)
        return std::nullopt;
    place.index = *index;
    return place;
}

std::optional<RowPlace> find_in(const Project& project, std::size_t owner, RowId row) {
    if (project.id == row)
        return RowPlace{RowKind::project, owner, owner};
    std::optional<RowPlace> place = find_in(project.indicators, row, {RowKind::indicator, owner});
    if (!place)
        place = find_in(project.plan, row, {RowKind::plan_line, owner});
    if (!place)
        place = find_in(project.goals, row, {RowKind::goal, owner});
    if (!place)
        place = find_in(project.detail_goals, row, {RowKind::detail_goal, owner});
    if (!place)
        place = find_in(project.phases, row, {RowKind::phase, owner});
    return place;
}

std::optional<RowPlace> find_in(const Section& section, std::size_t owner, RowId row) {
    if (section.id == row)
        return RowPlace{RowKind::section, owner, owner};
    std::optional<RowPlace> place = find_in(section.body, row, {RowKind::paragraph, owner});
    for (std::size_t table = 0; !place && table < section.tables.size(); ++table) {
        if (section.tables[table].id == row)
            place = RowPlace{RowKind::table, owner, table};
        else
            place = find_in(section.tables[table].rows, row, {RowKind::table_row, owner, 0, table});
    }
    return place;
}

/// From the likeliest owner on, round the end.
template <class Owners>
std::optional<RowPlace> find_among(const Owners& owners, RowId row, std::size_t from, std::size_t to) {
    const std::size_t likeliest = owners.likely_index(row);
    std::optional<RowPlace> place;
    for (std::size_t i = from; i < std::min(to, owners.size()) && !place; ++i) {
        const std::size_t owner = (likeliest + i) % owners.size();
        place = find_in(owners[owner], owner, row);
    }
    return place;
}

} // namespace

std::optional<RowPlace> find_row(const Book& book, RowId row) {
    if (row == 0)
        return std::nullopt;
    // Books have thousands of projects, and every finding asks for its row.
    constexpr std::size_t likely = 2, all = static_cast<std::size_t>(-1);
    std::optional<RowPlace> place = find_among(book.projects, row, 0, likely);
    if (!place)
        place = find_among(book.sections, row, 0, all);
    if (!place)
        place = find_among(book.projects, row, likely, all);
    if (place)
        return place;
    const auto line = book.contents.index_of(row);
    return line ? std::optional(RowPlace{RowKind::contents_line, *line, *line}) : std::nullopt;
}

RowPlaces::RowPlaces(const Book& book) {
    const auto all = [this](const auto& rows, RowPlace place) {
        for (place.index = 0; place.index < rows.size(); ++place.index) {
            if (place.in_book())
                place.owner = place.index;
            of_rows_.emplace_back(rows[place.index].id, places_.size());
            places_.push_back(place);
        }
    };
    all(book.contents, {RowKind::contents_line});
    all(book.sections, {RowKind::section});
    for (std::size_t i = 0; i < book.sections.size(); ++i) {
        const Section& section = book.sections[i];
        all(section.body, {RowKind::paragraph, i});
        all(section.tables, {RowKind::table, i});
        for (std::size_t table = 0; table < section.tables.size(); ++table)
            all(section.tables[table].rows, {RowKind::table_row, i, 0, table});
    }
    all(book.projects, {RowKind::project});
    for (std::size_t i = 0; i < book.projects.size(); ++i) {
        const Project& project = book.projects[i];
        all(project.plan, {RowKind::plan_line, i});
        all(project.goals, {RowKind::goal, i});
        all(project.detail_goals, {RowKind::detail_goal, i});
        all(project.phases, {RowKind::phase, i});
        all(project.indicators, {RowKind::indicator, i});
    }
    sort(of_rows_);
}

std::optional<RowPlace> RowPlaces::find(RowId row) const {
    const auto found = std::ranges::lower_bound(of_rows_, row, {}, &std::pair<RowId, std::size_t>::first);
    return found == of_rows_.end() || found->first != row ? std::nullopt
                                                          : std::optional(places_[found->second]);
}

const Cell* cell_of(const Project& row, Field field) {
    return cell_in(row, field);
}

const Cell* cell_of(const Indicator& row, Field field) {
    return cell_in(row, field);
}

const Cell* cell_of(const TableRow& row, Field field) {
    return cell_in(row, field);
}

const Cell* cell_of(const Table& row, Field field) {
    return cell_in(row, field);
}

const Cell* find_cell(const Book& book, FieldRef ref) {
    if (ref.row == 0)
        return cell_in<BookHead>(book, ref.field, book_cells());
    const auto place = find_row(book, ref.row);
    if (!place || !belongs(place->kind, ref.field))
        return nullptr;
    return visit_row(book, *place, [&](const auto& row) { return cell_in(row, ref.field); });
}

Cell* find_cell_to_edit(Book& book, FieldRef ref) {
    const auto place = find_row(book, ref.row);
    if (place)
        edit_list(book, *place, [&](auto& rows) { rows.edit(place->index); });
    return const_cast<Cell*>(find_cell(book, ref)); // Unshared just now, so the book owns it alone.
}

const Project* project_of(const Book& book, FieldRef ref) {
    const auto place = find_row(book, ref.row);
    if (!place || !place->in_project())
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
    std::string path = place->in_book()      ? element(place->kind, place->index)
                       : place->in_project() ? element(RowKind::project, place->owner)
                                             : element(RowKind::section, place->owner);
    if (place->kind == RowKind::table_row)
        path += "." + element(RowKind::table, place->table);
    if (!place->in_book())
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
