#include "io/print_html.h"

#include "base/text.h"
#include "base/utf8.h"
#include "io/html_text.h"
#include "io/text_pattern.h"
#include "templates/grid.h"
#include "templates/shown.h"

#include <algorithm>

namespace jibiao::io {
namespace {

/// More columns want a sheet across.
constexpr std::size_t most_columns_upright = 8;
/// Longer texts, in code points, have a row of the form to themselves.
constexpr std::size_t most_in_half_row = 24;

/// Cells of one row by their keys; of several lists, the first that knows the key.
template <class Row>
Lookup lookup_in(const Row& row, std::span<const CellField<Row>> cells, std::size_t number) {
    return [&row, cells, number](std::string_view key) -> std::optional<Filler> {
        if (key == "number")
            return Filler{std::to_string(number)};
        for (const CellField<Row>& one : cells) {
            if (one.key == key)
                return Filler{"", &(row.*one.cell)};
        }
        return std::nullopt;
    };
}

class Printer {
  public:
    Printer(const Book& book, const Template& form) : book_(book), form_(form) {}

    std::string print() {
        print_cover();
        for (const Section& section : book_.sections) {
            print_section(section);
            print_projects([&](RowId below) { return below == section.id; });
        }
        print_projects([&](RowId below) { return !book_.sections.find(below); });
        return std::move(out_);
    }

  private:
    void open(std::string_view tag, std::string_view attributes = "") {
        ((out_ += '<') += tag) += attributes;
        out_ += '>';
    }
    void close(std::string_view tag) { ((out_ += "</") += tag) += '>'; }
    /// Nothing where there is nothing to say.
    void line(std::string_view tag, std::string_view text, std::string_view attributes = "") {
        if (!trim(text).empty())
            cell(tag, text, attributes);
    }
    void cell(std::string_view tag, std::string_view text, std::string_view attributes = "") {
        open(tag, attributes);
        out_ += html_text(text);
        close(tag);
    }

    void print_cover();
    void print_section(const Section& section);
    void print_table(const Table& table);
    template <class IsBelow>
    void print_projects(IsBelow is_below);
    void print_project(const Project& project, std::size_t number);
    void print_fields(const Project& project);
    void print_plan(const Project& project);
    void print_goals(const Project& project, Field field, const Rows<Goal>& goals);
    void print_phases(const Project& project);
    void print_grid(const Grid& grid);
    void print_head(const std::vector<TableColumn>& columns);

    const Book& book_;
    const Template& form_;
    std::string out_;
};

void Printer::print_cover() {
    const Lookup lookup = lookup_in<BookHead>(book_, book_cells(), 0);
    const std::size_t begin = out_.size();
    open("section", " class=\"cover\"");
    const std::size_t empty = out_.size();
    for (const std::string& pattern : form_.layout.cover) {
        if (const Filled filled = compose(pattern, lookup); filled.any)
            line(contains(pattern, "{title}") ? "h1" : "p", filled.text);
    }
    if (form_.layout.cover.empty())
        line("h1", book_.title.text);
    if (out_.size() == empty)
        out_.resize(begin);
    else
        close("section");
}

void Printer::print_section(const Section& section) {
    constexpr std::string_view tags[] = {"h1", "h2", "h3"};
    line(tags[std::clamp(section.level, 0, 2)], section.heading.text,
         section.level == 0 ? " class=\"part\"" : "");
    for (const Paragraph& paragraph : section.body)
        line("p", replace_all(paragraph.text.text, "\t", "　"));
    for (const Table& table : section.tables)
        print_table(table);
}

void Printer::print_table(const Table& table) {
    const TableForm* known = form_.find_table(table.form);
    if (!known)
        return;
    const Grid grid = grid_of(form_, table);
    open("section", grid.columns.size() > most_columns_upright ? " class=\"wide\"" : "");
    line("h3",
         table.caption.empty() && !known->captions.empty() ? known->captions.front() : table.caption.text);
    const Lookup lookup = lookup_in<Table>(table, table_cells(), 0);
    std::string above;
    for (const std::string& pattern : known->head) {
        if (const Filled filled = compose(pattern, lookup); filled.any)
            above += (above.empty() ? "" : "　") + filled.text;
    }
    line("p", above);
    print_grid(grid);
    close("section");
}

/// Neighbours of one group have it above them.
void Printer::print_head(const std::vector<TableColumn>& columns) {
    const bool groups =
        std::ranges::any_of(columns, [](const TableColumn& column) { return !column.group.empty(); });
    open("thead");
    open("tr");
    for (std::size_t i = 0; i < columns.size();) {
        std::size_t next = i + 1;
        while (!columns[i].group.empty() && next < columns.size() && columns[next].group == columns[i].group)
            ++next;
        if (columns[i].group.empty())
            cell("th", columns[i].label, groups ? " rowspan=\"2\"" : "");
        else
            cell("th", columns[i].group, " colspan=\"" + std::to_string(next - i) + "\"");
        i = next;
    }
    close("tr");
    if (groups) {
        open("tr");
        for (const TableColumn& column : columns) {
            if (!column.group.empty())
                cell("th", column.label);
        }
        close("tr");
    }
    close("thead");
}

void Printer::print_grid(const Grid& grid) {
    open("table");
    print_head(grid.columns);
    open("tbody");
    for (std::size_t row = 0; row < grid.size(); ++row) {
        open("tr");
        for (std::size_t column = 0; column < grid.columns.size(); ++column)
            cell("td", grid.text(row, column));
        close("tr");
    }
    close("tbody");
    close("table");
}

template <class IsBelow>
void Printer::print_projects(IsBelow is_below) {
    for (std::size_t i = 0; i < book_.projects.size(); ++i) {
        if (is_below(book_.projects[i].section))
            print_project(book_.projects[i], number_of_project(book_, i));
    }
}

void Printer::print_project(const Project& project, std::size_t number) {
    const bool department = project.kind == ProjectKind::department;
    const std::string& pattern = department ? form_.layout.department_caption : form_.layout.caption;
    const auto has = [&](Field field) { return shows(form_, project.kind, field); };
    open("section", " class=\"project\"");
    line("h2", project.caption.empty()
                   ? compose(pattern, lookup_in<Project>(project, project_cells(), number)).text
                   : project.caption.text);
    print_fields(project);
    if (has(Field::plan_percent))
        print_plan(project);
    if (has(Field::goal))
        print_goals(project, Field::goal, project.goals);
    if (has(Field::detail_goal))
        print_goals(project, Field::detail_goal, project.detail_goals);
    if (has(Field::phase_text))
        print_phases(project);
    print_grid(grid_of(form_, project));
    close("section");
}

/// Two a row, long ones alone.
void Printer::print_fields(const Project& project) {
    open("table", " class=\"form\"");
    open("tbody");
    bool half = false;
    const auto fill_row = [&] {
        if (half)
            out_ += "<th></th><td></td></tr>";
        half = false;
    };
    for (const Field field : fields_of(form_, project.kind)) {
        if (field == Field::caption)
            continue;
        const std::string& text = cell_of(project, field)->text;
        const bool whole = count_code_points(text) > most_in_half_row || contains(text, "\n");
        if (whole)
            fill_row();
        if (!half)
            open("tr");
        cell("th", form_.label(field, project.kind), " scope=\"row\"");
        cell("td", text, whole ? " colspan=\"3\"" : "");
        half = !whole && !half;
        if (!half)
            close("tr");
    }
    fill_row();
    close("tbody");
    close("table");
}

void Printer::print_plan(const Project& project) {
    if (project.plan.empty())
        return;
    open("table");
    open("tbody");
    open("tr");
    cell("th", form_.label(Field::plan_percent, project.kind), " rowspan=\"2\" scope=\"row\"");
    for (const PlanLine& one : project.plan)
        cell("th", one.checkpoint.text);
    out_ += "</tr><tr>";
    for (const PlanLine& one : project.plan)
        cell("td", one.percent.text);
    close("tr");
    close("tbody");
    close("table");
}

void Printer::print_goals(const Project& project, Field field, const Rows<Goal>& goals) {
    if (goals.empty())
        return;
    std::string text;
    for (std::size_t i = 0; i < goals.size(); ++i) {
        text += i > 0 ? "\n" : "";
        text += goals.size() > 1 ? std::to_string(i + 1) + ". " : "";
        text += goals[i].text.text;
    }
    open("table", " class=\"form\"");
    open("tbody");
    open("tr");
    cell("th", form_.label(field, project.kind), " scope=\"row\"");
    cell("td", text, " colspan=\"3\"");
    close("tr");
    close("tbody");
    close("table");
}

void Printer::print_phases(const Project& project) {
    if (project.phases.empty())
        return;
    open("table");
    print_head({{Field::phase_period, std::string(form_.label(Field::phase_period, project.kind)), ""},
                {Field::phase_text, std::string(form_.label(Field::phase_text, project.kind)), ""}});
    open("tbody");
    for (const Phase& phase : project.phases) {
        open("tr");
        cell("td", phase.period.text);
        cell("td", phase.text.text);
        close("tr");
    }
    close("tbody");
    close("table");
}

} // namespace

std::string print_html(const Book& book, const Template& form) {
    return Printer(book, form).print();
}

} // namespace jibiao::io
