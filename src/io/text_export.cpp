#include "io/text_export.h"

#include "base/decimal.h"
#include "base/sort.h"
#include "base/text.h"
#include "io/source_text.h"
#include "io/text_pattern.h"
#include "model/ordinal.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

namespace jibiao::io {
namespace {

// ---- lines ----

/// Writes paragraphs and table rows in one of the two physical layouts.
class LineWriter {
  public:
    explicit LineWriter(bool row_per_line) : row_per_line_(row_per_line) {}

    void paragraph(std::string_view text) {
        if (trim(text).empty())
            return;
        end_table();
        out_ += replace_all(std::string(text), "\t", " ");
        out_ += row_per_line_ ? "\n\n" : "\n";
    }
    void row(const std::vector<std::string>& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (row_per_line_ && i > 0)
                out_ += '\t';
            if (!row_per_line_)
                out_ += '\t';
            out_ += cell(cells[i]);
            if (!row_per_line_)
                out_ += '\n';
        }
        // A line with one cell would be a paragraph; a TAB at its end keeps it a row.
        out_ += row_per_line_ && cells.size() == 1 ? "\t\n" : "\n";
        in_table_ = true;
    }
    void end_table() {
        if (in_table_)
            out_ += '\n';
        in_table_ = false;
    }
    std::string take() { return std::move(out_); }

  private:
    /// Blank lines and TABs would end the cell.
    std::string cell(std::string_view text) const {
        std::string result;
        for (const std::string_view line : split(text, '\n')) {
            if (trim(line).empty())
                continue;
            if (!result.empty())
                result += row_per_line_ ? ' ' : '\n';
            result += replace_all(std::string(line), "\t", " ");
        }
        return result;
    }

    bool row_per_line_;
    bool in_table_ = false;
    std::string out_;
};

// ---- cells ----

/// The raw text without what converters leave in it; its lines stay apart.
std::string clean_raw(const Cell& cell) {
    std::string result;
    for (const std::string_view line : split(cell.raw, '\n')) {
        const std::string_view text = without_marks(line);
        if (text.empty())
            continue;
        if (!result.empty())
            result += '\n';
        result += text;
    }
    return result;
}

/// As it stood in the source, if it says the same still.
std::string printed(const Cell& cell) {
    std::string raw = clean_raw(cell);
    return !raw.empty() && fold(raw) == fold(cell.text) ? raw : cell.text;
}

/// A heading that stood in the source twice is printed once; a part's title keeps its line of its own.
std::string printed_heading(const Cell& heading) {
    const std::string raw = clean_raw(heading);
    std::string result;
    std::optional<std::string> last;
    for (const std::string_view line : split_lines(raw)) {
        std::string said = fold(without_ordinal(line));
        if (said == last)
            continue;
        result += (result.empty() ? "" : "\n") + std::string(line);
        last = std::move(said);
    }
    return fold(result) == fold(heading.text) ? result : heading.text;
}

/// An amount that was typed here, in the form's decimals: 27 → 27.00. Never fewer than it has.
std::string with_decimals(const std::string& text, int decimals) {
    if (decimals <= 0 || !read_decimal(text) || text.find_first_not_of("0123456789.-") != std::string::npos)
        return text;
    const std::size_t point = text.find('.');
    std::string result = point == std::string::npos ? text + "." : text;
    const std::size_t has = point == std::string::npos ? 0 : text.size() - point - 1;
    if (has < static_cast<std::size_t>(decimals))
        result.append(static_cast<std::size_t>(decimals) - has, '0');
    return result;
}

/// A pattern as it is printed: where the source has the same words in one cell, with other blanks or
/// brackets, they stay as they were.
Filled fill_pattern(std::string_view pattern, const Lookup& lookup) {
    const bool one_key = pattern.starts_with('{') && pattern.find('}') == pattern.size() - 1;
    if (one_key) {
        const auto filler = lookup(pattern.substr(1, pattern.size() - 2));
        return filler ? Filled{filler->text, !filler->text.empty()} : Filled{};
    }
    Filled result = compose(pattern, lookup);
    for (const Cell* cell : result.cells) {
        if (std::string raw = clean_raw(*cell); fold(raw) == fold(result.text))
            result.text = std::move(raw);
    }
    return result;
}

/// The field of a pattern that is one key; Field::none otherwise.
Field field_in(std::string_view pattern) {
    if (!pattern.starts_with('{') || !pattern.ends_with('}'))
        return Field::none;
    return field_from_key(pattern.substr(1, pattern.size() - 2)).value_or(Field::none);
}

std::vector<std::string> split_cells(std::string_view row) {
    std::vector<std::string> cells;
    for (const std::string_view cell : split(row, '\t'))
        cells.emplace_back(trim(cell));
    return cells;
}

// ---- the document ----

class TextExport {
  public:
    TextExport(const Book& book, const Template& form)
        : book_(book), form_(form), layout_(form.layout), out_(form.layout.row_per_line) {}

    std::string write();

  private:
    void write_cover();
    void write_contents();
    void write_section(const Section& section);
    void write_table(const Table& table);
    void write_table_header(const TableForm& form);
    void write_project(std::size_t index);
    void write_list(const TextRow& row, const Project& project, const Lookup& of_project);
    void write_indicators(const TextRow& row, const Rows<Indicator>& indicators, const Lookup& of_project);
    std::vector<std::string> cells_of(const std::vector<std::string>& patterns, const Lookup& lookup) const;
    std::vector<std::string> project_row(const std::vector<std::string>& patterns, const Project& project,
                                         const Lookup& lookup) const;
    std::vector<std::string> plan_cells_of(const Project& project, Field field) const;
    std::string caption_of(const Project& project, const Lookup& lookup) const;
    std::string goals_in_one_cell(const Rows<Goal>& goals) const;
    Lookup lookup_of(const Project& project, std::size_t index) const;
    template <class Row>
    Lookup lookup_of(const Row& row, std::span<const CellField<Row>> cells, std::size_t index,
                     Lookup otherwise) const;

    const Book& book_;
    const Template& form_;
    const TextLayout& layout_;
    LineWriter out_;
};

std::string TextExport::write() {
    write_cover();
    write_contents();
    std::unordered_map<RowId, std::vector<std::size_t>> below; // Section → its projects.
    for (std::size_t i = 0; i < book_.projects.size(); ++i)
        below[book_.projects[i].section].push_back(i);
    const auto write_projects = [&](const std::vector<std::size_t>& projects) {
        for (const std::size_t project : projects)
            write_project(project);
    };
    for (const Section& section : book_.sections) {
        write_section(section);
        if (auto projects = below.extract(section.id))
            write_projects(projects.mapped());
    }
    std::vector<std::size_t> rest; // Of no section.
    for (const auto& [section, projects] : below)
        rest.insert(rest.end(), projects.begin(), projects.end());
    jibiao::sort(rest);
    write_projects(rest);
    return out_.take();
}

void TextExport::write_cover() {
    const Lookup lookup = [this](std::string_view key) -> std::optional<Filler> {
        const auto field = field_from_key(key);
        const Cell* cell = field ? find_cell(book_, {*field, 0}) : nullptr;
        return cell ? std::optional(Filler{printed(*cell), cell}) : std::nullopt;
    };
    for (const std::string& line : layout_.cover) {
        if (const Filled filled = fill_pattern(line, lookup); filled.any)
            out_.paragraph(filled.text);
    }
}

void TextExport::write_contents() {
    if (book_.contents.empty() || layout_.contents_title.empty())
        return;
    out_.paragraph(layout_.contents_title);
    for (const ContentsLine& line : book_.contents) {
        const std::string raw = clean_raw(line.text);
        const bool unchanged = !raw.empty() && (line.page.empty() || !line.page.raw.empty());
        if (line.page.empty())
            out_.paragraph(unchanged ? raw : line.text.text);
        else
            out_.row(split_cells(unchanged ? raw : line.text.text + ".....\t" + line.page.text));
    }
}

void TextExport::write_section(const Section& section) {
    const std::string heading = printed_heading(section.heading);
    for (const std::string_view line : split_lines(heading))
        out_.paragraph(line);
    for (const Paragraph& paragraph : section.body) {
        const std::string& text = paragraph.text.text;
        if (paragraph.unplaced && contains(text, "\t"))
            out_.row(split_cells(text));
        else // A paragraph that a page break had cut is whole now.
            out_.paragraph(contains(trim(paragraph.text.raw), "\n") ? text : printed(paragraph.text));
    }
    for (const Table& table : section.tables)
        write_table(table);
}

// ---- tables about the department ----

void TextExport::write_table(const Table& table) {
    const TableForm* form = form_.find_table(table.form);
    if (!form)
        return;
    const Lookup lookup = lookup_of(table, table_cells(), 0, {});
    out_.paragraph(table.caption.empty() && !form->captions.empty() ? form->captions.front()
                                                                    : printed(table.caption));
    std::vector<std::string> head = cells_of(form->head, lookup);
    if (std::ranges::any_of(head, [](const std::string& cell) { return !cell.empty(); }))
        out_.row(head);
    write_table_header(*form);
    std::vector<std::string> patterns;
    for (const TableColumn& column : form->columns)
        patterns.push_back("{" + std::string(field_key(column.field)) + "}");
    for (std::size_t i = 0; i < table.rows.size(); ++i)
        out_.row(cells_of(patterns, lookup_of(table.rows[i], table_row_cells(), i, {})));
}

/// Columns of a group have the group above them; then a second row names them.
void TextExport::write_table_header(const TableForm& form) {
    std::vector<std::string> top;
    std::vector<std::string> below;
    bool groups = false;
    std::string last;
    for (const TableColumn& column : form.columns) {
        if (column.group.empty() || column.group != last)
            top.push_back(column.group.empty() ? column.label : column.group);
        below.push_back(column.group.empty() ? "" : column.label);
        groups = groups || !column.group.empty();
        last = column.group;
    }
    out_.row(top);
    if (groups)
        out_.row(below);
}

// ---- performance target tables ----

void TextExport::write_project(std::size_t index) {
    const Project& project = book_.projects[index];
    const Lookup lookup = lookup_of(project, index);
    const bool department = project.kind == ProjectKind::department && !layout_.department.empty();
    for (const TextRow& row : department ? layout_.department : layout_.project) {
        if (!row.each.empty())
            write_list(row, project, lookup);
        else if (!row.paragraph)
            out_.row(project_row(row.cells, project, lookup));
        else if (const Filled line = fill_pattern(row.cells.front(), lookup); line.any)
            out_.paragraph(line.text);
    }
    out_.end_table();
}

/// A row for each element; without any, the labels alone.
void TextExport::write_list(const TextRow& row, const Project& project, const Lookup& of_project) {
    const auto patterns = [&row](std::size_t i) -> const std::vector<std::string>& {
        return i == 0 && !row.first.empty() ? row.first : row.cells;
    };
    const auto write = [&](const auto& rows, auto cells) {
        for (std::size_t i = 0; i < rows.size(); ++i)
            out_.row(cells_of(patterns(i), lookup_of(rows[i], cells, i, of_project)));
        if (rows.empty())
            out_.row(cells_of(patterns(0), of_project));
    };
    if (row.each == "indicators")
        return write_indicators(row, project.indicators, of_project);
    if (row.each == "phases")
        return write(project.phases, phase_cells());
    if (row.each == "plan")
        return write(project.plan, plan_cells());
    const bool detail = row.each == "detail_goals";
    static constexpr std::array goal{CellField<Goal>{Field::goal, "goal", &Goal::text}};
    static constexpr std::array detail_goal{CellField<Goal>{Field::detail_goal, "detail_goal", &Goal::text}};
    write(detail ? project.detail_goals : project.goals,
          std::span<const CellField<Goal>>(detail ? detail_goal : goal));
}

/// Categories are printed once for a block of rows where the form merges their cells. A category that the
/// source repeats in every row stays so.
void TextExport::write_indicators(const TextRow& row, const Rows<Indicator>& indicators,
                                  const Lookup& of_project) {
    const Indicator* above = nullptr;
    for (std::size_t i = 0; i < indicators.size(); ++i) {
        Indicator indicator = indicators[i];
        const auto merge = [](Cell& cell, const Cell& upper) {
            if (cell.text == upper.text && (cell.origin != Origin::read || trim(cell.raw).empty()))
                cell = {};
        };
        const bool same_block = above && above->level1.text == indicator.level1.text;
        if (same_block && layout_.merge_level2)
            merge(indicator.level2, above->level2);
        if (same_block && layout_.merge_level1)
            merge(indicator.level1, above->level1);
        const auto& patterns = i == 0 && !row.first.empty() ? row.first : row.cells;
        out_.row(cells_of(patterns, lookup_of(indicator, indicator_cells(), i, of_project)));
        above = &indicators[i];
    }
}

std::vector<std::string> TextExport::cells_of(const std::vector<std::string>& patterns,
                                              const Lookup& lookup) const {
    std::vector<std::string> cells;
    for (const std::string& pattern : patterns)
        cells.push_back(fill_pattern(pattern, lookup).text);
    return cells;
}

/// A row of single cells; the spending plan spreads over as many cells as it has checkpoints.
std::vector<std::string> TextExport::project_row(const std::vector<std::string>& patterns,
                                                 const Project& project, const Lookup& lookup) const {
    std::vector<std::string> cells;
    for (const std::string& pattern : patterns) {
        const Field field = field_in(pattern);
        if (field != Field::plan_checkpoint && field != Field::plan_percent) {
            cells.push_back(fill_pattern(pattern, lookup).text);
            continue;
        }
        for (std::string& cell : plan_cells_of(project, field))
            cells.push_back(std::move(cell));
    }
    return cells;
}

std::vector<std::string> TextExport::plan_cells_of(const Project& project, Field field) const {
    std::vector<std::string> cells;
    for (const PlanLine& line : project.plan)
        cells.push_back(printed(field == Field::plan_percent ? line.percent : line.checkpoint));
    if (project.plan.empty() && field == Field::plan_checkpoint)
        cells = form_.plan_checkpoints;
    if (project.plan.empty() && field == Field::plan_percent)
        cells.resize(form_.plan_checkpoints.size());
    return cells;
}

/// A caption that was touched and does not hold the project's name, where the form wants it there, is what
/// was left of it while the name was typed anew.
std::string TextExport::caption_of(const Project& project, const Lookup& lookup) const {
    const bool department = project.kind == ProjectKind::department;
    const std::string& pattern = department ? layout_.department_caption : layout_.caption;
    const bool lost_the_name = project.caption.raw.empty() && contains(pattern, "{name}") &&
                               !contains(project.caption.text, project.name.text);
    return project.caption.empty() || lost_the_name ? compose(pattern, lookup).text
                                                    : printed(project.caption);
}

/// Numbered, if there are several; one that was not changed keeps the number that the source gave it.
std::string TextExport::goals_in_one_cell(const Rows<Goal>& goals) const {
    std::string all;
    for (std::size_t i = 0; i < goals.size(); ++i) {
        const Cell& goal = goals[i].text;
        const std::string raw = clean_raw(goal);
        const bool unchanged = !raw.empty() && fold(without_ordinal(raw)) == fold(goal.text);
        const bool told_apart =
            goals.size() == 1 || !layout_.row_per_line || read_ordinal(raw).style != OrdinalStyle::none;
        if (i > 0)
            all += '\n';
        if (unchanged && told_apart)
            all += raw;
        else
            all += goals.size() == 1 ? goal.text : std::to_string(i + 1) + "." + goal.text;
    }
    return all;
}

Lookup TextExport::lookup_of(const Project& project, std::size_t index) const {
    const Lookup cells = lookup_of(project, project_cells(), number_of_project(book_, index) - 1, {});
    return [this, &project, cells](std::string_view key) -> std::optional<Filler> {
        if (key == "year")
            return Filler{book_.year > 0 ? std::to_string(book_.year) : ""};
        if (key == "caption")
            return Filler{caption_of(project, cells)};
        if (key == "goal")
            return Filler{goals_in_one_cell(project.goals)};
        if (key == "detail_goal")
            return Filler{goals_in_one_cell(project.detail_goals)};
        return cells(key);
    };
}

template <class Row>
Lookup TextExport::lookup_of(const Row& row, std::span<const CellField<Row>> cells, std::size_t index,
                             Lookup otherwise) const {
    return [this, &row, cells, index, otherwise](std::string_view key) -> std::optional<Filler> {
        if (key == "number")
            return Filler{std::to_string(index + 1)};
        for (const CellField<Row>& one : cells) {
            if (one.key != key)
                continue;
            const Cell& cell = row.*one.cell;
            std::string text = printed(cell);
            if (cell.raw.empty() && is_money(one.field))
                text = with_decimals(text, layout_.money_decimals);
            if (cell.raw.empty() && one.field == Field::target_value && form_.has_column(Field::comparator))
                text = with_decimals(text, layout_.value_decimals);
            return Filler{std::move(text), &cell};
        }
        return otherwise ? otherwise(key) : std::nullopt;
    };
}

} // namespace

std::string export_text(const Book& book, const Template& form) {
    return TextExport(book, form).write();
}

} // namespace jibiao::io
