#include "io/project_reader.h"

#include "base/decimal.h"
#include "base/text.h"
#include "base/utf8.h"
#include "model/ordinal.h"

#include <algorithm>

namespace jibiao::io {
namespace {

bool is_list(Field field) {
    return field == Field::goal || field == Field::detail_goal || field == Field::phase_text;
}

/// Fields whose value may be a word that is a label elsewhere: 项目类别 → 项目支出.
bool is_choice(Field field) {
    return field == Field::category || field == Field::attribute || field == Field::fund_nature;
}

/// 目标1, 目标二, 1, (2), 3.: a cell that only numbers the next one.
bool is_number_cell(const SourceCell& cell) {
    if (cell.raw.size() > 40)
        return false;
    std::string text = fold(cell.raw);
    if (text.starts_with("目标"))
        text.erase(0, std::string_view("目标").size());
    const auto points = code_points(text);
    const auto numbers = [](const CodePoint& point) {
        return std::u32string_view(U"0123456789一二三四五六七八九十().、:").find(point.value) !=
               std::u32string_view::npos;
    };
    return !points.empty() && points.size() <= 4 && std::ranges::all_of(points, numbers);
}

/// The same for item `number` of a list, or about: lists are numbered wrongly, but 31 is not the number of
/// the second item.
bool is_number_cell_of(const SourceCell& cell, std::size_t number) {
    if (!is_number_cell(cell))
        return false;
    const std::string text = fold(cell.raw);
    const std::size_t start = text.find_first_of("0123456789");
    if (start == std::string::npos)
        return true;
    const std::size_t end = std::min(text.find_first_not_of("0123456789", start), text.size());
    const auto stated = read_decimal(std::string_view(text).substr(start, end - start));
    return stated && *stated <= Decimal::whole(static_cast<std::int64_t>(number) + 1);
}

/// 2024-01-01至2024-12-31, (1)月至(12)月, 第一季度.
bool is_period(const SourceCell& cell) {
    if (cell.raw.size() > 120)
        return false;
    const std::string text = fold(cell.raw);
    if (contains(text, "季度"))
        return true;
    const bool digit = text.find_first_of("0123456789") != std::string::npos;
    return digit &&
           (contains(text, "至") || contains(text, "月") || contains(text, "-") || contains(text, "~"));
}

bool is_percentage(const SourceCell& cell) {
    if (cell.raw.size() > 40)
        return false;
    std::string text = fold(cell.raw);
    if (text.ends_with('%'))
        text.pop_back();
    return read_decimal(text).has_value();
}

} // namespace

// ---- beginning and end
// -----------------------------------------------------------------------------------------

void ProjectReader::begin(const SourceCell& caption) {
    end();
    open();
    project_->caption = to_cell(caption);
    if (words_.is_department_caption(caption.raw))
        project_->kind = ProjectKind::department;
}

void ProjectReader::repeat_caption(const SourceCell& caption) {
    project_->caption.raw += "\n" + caption.raw;
    project_->caption.last_line = caption.last_line;
}

void ProjectReader::open() {
    project_.emplace();
    project_->id = book_.new_row_id();
    project_->section = book_.sections.empty() ? 0 : book_.sections.back().id;
    mode_ = Mode::fields;
    has_rows_ = false;
    text_below_ = Field::none;
    labelled_columns_.clear();
    checkpoints_.clear();
    indicators_.forget_categories();
    indicators_.begin({});
    moved_.reset();
}

bool ProjectReader::give_caption(const SourceCell& caption) {
    if (!project_ || !project_->caption.empty() || project_->indicators.empty())
        return false;
    project_->caption = to_cell(caption);
    note(caption.line,
         "表名“" + shorten(project_->caption.text, 24) + "”排在它的表后面，已归到前面没有表名的表。");
    return true;
}

void ProjectReader::end() {
    if (!project_)
        return;
    finish_plan();
    Project& project = *project_;
    if (project.name.line == 0 && !project.caption.empty()) {
        const std::string_view name = words_.name_in_caption(project.caption.text);
        project.name = project.caption;
        project.name.text = name;
        project.name.raw = name;
    }
    book_.projects.push_back(std::move(project));
    project_.reset();
    outline_.end_table();
}

bool ProjectReader::is_typical(const SourceBlock& row) const {
    if (row.blank())
        return false;
    if (!read_header(row, words_).empty())
        return true;
    const auto label = words_.label(row.cells[first_filled(row)].raw);
    if (!label)
        return false;
    switch (label->field) {
    case Field::none:
        return label->text_below != Field::none;
    case Field::code:
    case Field::goal:
    case Field::detail_goal:
    case Field::phase_text:
    case Field::plan_percent:
    case Field::duties:
    case Field::purpose:
    case Field::period:
    case Field::fund_nature:
        return true;
    default:
        return false;
    }
}

bool ProjectReader::read_line(const SourceCell& paragraph) {
    if (!project_ || has_rows_)
        return false;
    if (take_unit(paragraph) || take_year_line(paragraph))
        return true;
    const auto label = words_.label(paragraph.raw);
    if (!label || label->value.empty() || is_list(label->field))
        return false;
    Cell* cell = cell_of(label->field);
    if (!cell || !cell->empty())
        return false;
    *cell = to_cell(paragraph);
    cell->text = clean_text({std::string(label->value), 0, 0, paragraph.wrapped});
    return true;
}

void ProjectReader::read_row(const SourceBlock& row) {
    if (!project_)
        open();
    if (row.blank()) {
        if (mode_ == Mode::plan_values)
            read_plan_values(row);
        return;
    }
    if (auto columns = read_header(row, words_); !columns.empty()) {
        finish_plan();
        keep_leftover(row, unknown_headers(row));
        indicators_.begin(std::move(columns));
        header_size_ = row.cells.size();
        mode_ = Mode::indicators;
        after_header_ = true;
        has_rows_ = true;
        return;
    }
    if (mode_ == Mode::indicators && after_header_) {
        after_header_ = false;
        if (read_second_header(row, header_size_, words_, indicators_.columns()))
            return;
    }
    if (starts_next_project(row)) {
        end();
        open();
    }
    has_rows_ = true;
    if (read_plan_header(row))
        return;
    if (mode_ == Mode::plan_values) {
        read_plan_values(row);
        if (mode_ != Mode::plan_values && !words_.label(row.cells[first_filled(row)].raw))
            return;
    }
    if (mode_ == Mode::indicators && !ends_indicators(row))
        return read_indicator_row(row);
    read_field_row(row);
}

/// Cells of a header row that name nothing we know.
std::vector<std::size_t> ProjectReader::unknown_headers(const SourceBlock& row) const {
    std::vector<std::size_t> unknown;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const std::string& text = row.cells[i].raw;
        if (!row.cells[i].blank() && !words_.label(text) && !words_.column(text))
            unknown.push_back(i);
    }
    return unknown;
}

bool ProjectReader::starts_next_project(const SourceBlock& row) const {
    const SourceCell& first = row.cells[first_filled(row)];
    const bool has_indicators = !project_->indicators.empty();
    if (has_indicators && unit_code_length(trim(first.raw)) > 0)
        return true;
    if (mode_ == Mode::indicators && !ends_indicators(row))
        return false;
    const auto label = words_.label(first.raw);
    if (!label)
        return false;
    if (label->field == Field::code || label->field == Field::name)
        return has_indicators || !(label->field == Field::code ? project_->code : project_->name).empty();
    return has_indicators && label->field == Field::goal;
}

/// After the indicators some forms go on with fields (保障措施, 填报人).
bool ProjectReader::ends_indicators(const SourceBlock& row) const {
    const std::vector<Column>& columns = const_cast<ProjectReader*>(this)->indicators_.columns();
    const std::size_t first = first_filled(row);
    for (std::size_t i = first; i < row.cells.size(); ++i) {
        if (row.cells[i].blank())
            continue;
        const auto label = words_.label(row.cells[i].raw);
        if (label && label->field != Field::none &&
            (!label->value.empty() || (i == first && !columns.empty() && i <= columns.front().index)))
            return true;
    }
    return unit_code_length(trim(row.cells[first].raw)) > 0;
}

// ---- labelled fields
// ---------------------------------------------------------------------------------------------

void ProjectReader::read_field_row(const SourceBlock& row) {
    mode_ = Mode::fields;
    if (!labelled_columns_.empty())
        return read_labelled_columns(row);
    if (holds_only_labels(row)) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (const auto label = words_.label(row.cells[i].raw))
                labelled_columns_.push_back({label->field, i});
        }
        return;
    }
    std::vector<std::size_t> leftover;
    Group group{text_below_};
    Field below = text_below_;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const SourceCell& cell = row.cells[i];
        if (cell.blank() || (group.values.empty() && take_unit(cell)))
            continue;
        const auto label = words_.label(cell.raw);
        const bool is_chosen =
            group.labelled && group.values.empty() && is_choice(group.field) && i == group.label_index + 1;
        if (!label || is_chosen) {
            group.values.push_back(i);
            continue;
        }
        settle(row, group, leftover);
        group = {label->field, i, label->field != Field::none};
        below = label->text_below != Field::none ? label->text_below
                : label->field == Field::none    ? Field::none
                : is_list(label->field)          ? label->field
                                                 : (below == text_below_ ? Field::none : below);
        if (label->of_department && label->field == Field::name)
            project_->kind = ProjectKind::department;
        if (!label->money_unit.empty() && label->field != Field::none)
            set_money_unit(label->money_unit, std::string(label->money_unit), cell);
        if (!label->value.empty()) {
            if (Cell* field = cell_of(label->field); field && field->empty()) {
                *field = to_cell(cell);
                field->text = clean_text({std::string(label->value), 0, 0, cell.wrapped});
                group.filled = true;
            } else {
                group.values.push_back(i);
            }
        }
    }
    settle(row, group, leftover);
    text_below_ = below;
    keep_leftover(row, leftover);
}

bool ProjectReader::holds_only_labels(const SourceBlock& row) const {
    std::size_t labels = 0;
    for (const SourceCell& cell : row.cells) {
        const auto label = words_.label(cell.raw);
        if (cell.blank() || !label || label->field == Field::none || is_list(label->field) ||
            !label->value.empty())
            return false;
        ++labels;
    }
    return labels >= 2;
}

/// The row below a row of nothing but labels.
void ProjectReader::read_labelled_columns(const SourceBlock& row) {
    const std::vector<LabelledColumn> columns = std::exchange(labelled_columns_, {});
    const std::size_t first = first_filled(row);
    const bool chosen = first < columns.size() && is_choice(columns[first].field);
    if (!chosen && words_.label(row.cells[first].raw)) { // The next labels: the values were left blank.
        for (const LabelledColumn& column : columns)
            put_blank(column.field, row, first);
        return read_field_row(row);
    }
    std::vector<std::size_t> leftover;
    std::size_t next = 0;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (!row.cells[i].blank() && (i >= columns.size() || columns[i].field == Field::none))
            leftover.push_back(i);
    }
    for (; next < columns.size(); ++next) {
        if (next < row.cells.size() && !row.cells[next].blank())
            put(columns[next].field, row, next, leftover);
        else
            put_blank(columns[next].field, row, next == 0 ? 0 : next - 1);
    }
    keep_leftover(row, leftover);
}

void ProjectReader::settle(const SourceBlock& row, const Group& group, std::vector<std::size_t>& leftover) {
    if (group.field == Field::none) {
        leftover.insert(leftover.end(), group.values.begin(), group.values.end());
        return;
    }
    if (group.field == Field::phase_text) {
        add_phase(row, group.values);
        return;
    }
    if (is_list(group.field)) {
        Rows<Goal>& goals = group.field == Field::goal ? project_->goals : project_->detail_goals;
        for (std::size_t i = 0; i < group.values.size(); ++i) {
            const SourceCell& cell = row.cells[group.values[i]];
            if (i + 1 == group.values.size() || !is_number_cell_of(cell, goals.size() + 1))
                add_goals(goals, cell);
        }
        return;
    }
    if (group.values.empty()) {
        if (group.labelled && !group.filled)
            put_blank(group.field, row, group.label_index);
        return;
    }
    put(group.field, row, group.values.front(), leftover);
    leftover.insert(leftover.end(), group.values.begin() + 1, group.values.end());
}

void ProjectReader::put(Field field, const SourceBlock& row, std::size_t index,
                        std::vector<std::size_t>& leftover) {
    const SourceCell& source = row.cells[index];
    Cell* cell = cell_of(field);
    if (!cell) {
        leftover.push_back(index);
    } else if (cell->empty()) {
        *cell = to_cell(source);
    } else if (field == text_below_) { // A long text that a page break cut.
        cell->text += "\n" + clean_text(source);
        cell->raw += "\n" + source.raw;
        cell->last_line = source.last_line;
    } else if (clean_text(source) != cell->text) {
        leftover.push_back(index);
    }
}

void ProjectReader::put_blank(Field field, const SourceBlock& row, std::size_t label_index) {
    Cell* cell = cell_of(field);
    if (cell && cell->empty() && cell->line == 0)
        *cell = blank_cell(row, label_index + 1);
}

void ProjectReader::set_money_unit(std::string_view unit, std::string raw, const SourceCell& cell) {
    if (project_->money_unit.empty())
        project_->money_unit = {std::string(unit), std::move(raw), cell.line, cell.last_line, Origin::read};
}

bool ProjectReader::take_unit(const SourceCell& cell) {
    const std::string_view text = trim(cell.raw);
    if (text.size() > 400)
        return false;
    if (const std::string_view unit = stated_money_unit(fold(text)); !unit.empty()) {
        if (!project_->money_unit.empty() && project_->money_unit.text != unit)
            return false;
        set_money_unit(unit, cell.raw, cell);
        return true;
    }
    const std::size_t digits = unit_code_length(text);
    if (digits == 0 || !project_->unit_code.empty() || !project_->unit_name.empty())
        return false;
    project_->unit_code = {std::string(text.substr(0, digits)), std::string(text.substr(0, digits)),
                           cell.line, cell.last_line, Origin::read};
    const std::string name(text.substr(digits));
    project_->unit_name = to_cell({name, cell.line, cell.last_line, cell.wrapped});
    return true;
}

/// (2024年度).
bool ProjectReader::take_year_line(const SourceCell& cell) {
    if (!project_->year_line.empty() || cell.raw.size() > 60)
        return false;
    std::string text = fold(cell.raw);
    if (text.starts_with('(') && text.ends_with(')'))
        text = text.substr(1, text.size() - 2);
    const std::size_t digits = text.find_first_not_of("0123456789");
    const bool year = digits == 4 && text.starts_with("20") &&
                      (text.substr(digits) == "年度" || text.substr(digits) == "年");
    if (year)
        project_->year_line = to_cell(cell);
    return year;
}

Cell* ProjectReader::cell_of(Field field) {
    for (const auto& entry : project_cells()) {
        if (entry.field == field)
            return &((*project_).*entry.cell);
    }
    return nullptr;
}

// ---- lists
// -------------------------------------------------------------------------------------------------------

void ProjectReader::add_goals(Rows<Goal>& goals, const SourceCell& cell) {
    int line = cell.line;
    bool numbered = false;
    for (const std::string_view paragraph : split(cell.raw, '\n')) {
        const int here = std::min(line++, cell.last_line);
        const std::string_view trimmed = trim(paragraph);
        if (trimmed.empty())
            continue;
        const bool has_ordinal = read_ordinal(trimmed).style != OrdinalStyle::none;
        if (numbered && !has_ordinal) { // The goal before has several paragraphs.
            Cell& last = goals.edit(goals.size() - 1).text;
            last.text += "\n" + clean_text({std::string(paragraph), here, here, cell.wrapped});
            last.raw += "\n" + std::string(paragraph);
            last.last_line = here;
            continue;
        }
        numbered = numbered || has_ordinal;
        for (const std::string_view piece : split_numbered(trimmed)) {
            Goal goal;
            goal.id = book_.new_row_id();
            goal.text = to_cell({std::string(piece), here, here, cell.wrapped});
            goal.text.text.erase(0, read_ordinal(goal.text.text).length);
            goals.push_back(std::move(goal));
        }
    }
}

void ProjectReader::add_phase(const SourceBlock& row, const std::vector<std::size_t>& values) {
    if (values.empty())
        return;
    Phase phase;
    phase.id = book_.new_row_id();
    std::size_t next = 0;
    if (values.size() > 1 && is_number_cell_of(row.cells[values[next]], project_->phases.size() + 1))
        ++next;
    if (values.size() > next + 1 || is_period(row.cells[values[next]]))
        phase.period = to_cell(row.cells[values[next++]]);
    else
        phase.period = blank_cell(row, 0);
    phase.text = next < values.size() ? to_cell(row.cells[values[next]]) : blank_cell(row, values.back() + 1);
    project_->phases.push_back(std::move(phase));
    if (next + 1 < values.size())
        keep_leftover(row, {values.begin() + static_cast<std::ptrdiff_t>(next) + 1, values.end()});
}

// ---- spending plan
// -----------------------------------------------------------------------------------------------

bool ProjectReader::read_plan_header(const SourceBlock& row) {
    if (mode_ == Mode::indicators)
        return false;
    std::vector<std::size_t> points;
    std::vector<std::size_t> percents;
    bool labelled = false;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const SourceCell& cell = row.cells[i];
        if (cell.blank())
            continue;
        const auto label = words_.label(cell.raw);
        if (words_.is_checkpoint(cell.raw))
            points.push_back(i);
        else if (label && (label->field == Field::plan_percent || label->text_below == Field::plan_percent))
            labelled = true;
        else if (is_percentage(cell))
            percents.push_back(i);
        else
            return false;
    }
    if (points.empty() || (!labelled && points.size() < 2))
        return false;
    finish_plan();
    labelled_columns_.clear();
    text_below_ = Field::none;
    if (!percents.empty()) { // 3月底 25% 6月底 50%: pairs in one row.
        for (const std::size_t point : points) {
            const bool has_value = std::ranges::binary_search(percents, point + 1);
            add_plan_line(to_cell(row.cells[point]),
                          has_value ? to_cell(row.cells[point + 1]) : blank_cell(row, point + 1));
        }
        std::erase_if(percents, [&points](std::size_t i) {
            return i > 0 && std::ranges::binary_search(points, i - 1);
        });
        keep_leftover(row, percents);
        return true;
    }
    for (const std::size_t point : points)
        checkpoints_.push_back(row.cells[point]);
    checkpoint_indices_ = points;
    plan_line_ = row.line();
    mode_ = Mode::plan_values;
    return true;
}

void ProjectReader::read_plan_values(const SourceBlock& row) {
    const bool labelled = !row.blank() && words_.label(row.cells[first_filled(row)].raw).has_value();
    if (labelled)
        return finish_plan();
    mode_ = Mode::fields;
    std::vector<std::size_t> values;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (!row.cells[i].blank())
            values.push_back(i);
    }
    const auto is_under_label = [this](std::size_t index) {
        return std::ranges::binary_search(checkpoint_indices_, index);
    };
    const std::size_t last_label = checkpoint_indices_.back();
    const bool by_place =
        std::ranges::all_of(values, [&](std::size_t i) { return is_under_label(i) || i > last_label; });
    const bool by_order = !by_place && values.size() == checkpoints_.size();
    std::vector<std::size_t> leftover;
    for (std::size_t i = 0; i < checkpoints_.size(); ++i) {
        const std::size_t at = by_order ? values[i] : checkpoint_indices_[i];
        const bool filled = at < row.cells.size() && !row.cells[at].blank();
        add_plan_line(to_cell(checkpoints_[i]), filled ? to_cell(row.cells[at]) : blank_cell(row, at));
    }
    for (const std::size_t i : values) {
        if (by_order || is_under_label(i))
            continue;
        const std::size_t next = project_->plan.size();
        if (i < last_label || next >= form_.plan_checkpoints.size()) {
            leftover.push_back(i);
            continue;
        }
        const std::string& lost = form_.plan_checkpoints[next];
        add_plan_line({lost, "", plan_line_, plan_line_, Origin::rebuilt}, to_cell(row.cells[i]));
        note(plan_line_, "资金支出计划缺少时间节点“" + lost + "”，已按表样补上，请核对。");
    }
    checkpoints_.clear();
    keep_leftover(row, leftover);
}

/// The plan's values never came.
void ProjectReader::finish_plan() {
    for (const SourceCell& checkpoint : checkpoints_)
        add_plan_line(to_cell(checkpoint), {"", "", checkpoint.line, checkpoint.last_line, Origin::read});
    checkpoints_.clear();
    if (mode_ == Mode::plan_values)
        mode_ = Mode::fields;
}

void ProjectReader::add_plan_line(Cell checkpoint, Cell percent) {
    PlanLine line;
    line.id = book_.new_row_id();
    line.checkpoint = std::move(checkpoint);
    line.percent = std::move(percent);
    project_->plan.push_back(std::move(line));
}

// ---- indicators
// --------------------------------------------------------------------------------------------------

void ProjectReader::read_indicator_row(const SourceBlock& row) {
    if (!indicators_.is_indicator(row))
        return outline_.add_unplaced(row);
    IndicatorRow read = indicators_.read(row);
    if (read.level1_from_tree)
        note(row.line(), "一级指标丢失，按二级指标“" + read.indicator.level2.text + "”补为“" +
                             read.indicator.level1.text + "”，请核对。");
    if (!read.moved)
        moved_.reset();
    else if (!read.level1_from_tree || moved_) // One note says enough.
        note_moved(row);
    keep_leftover(row, read.leftover);
    read.indicator.id = book_.new_row_id();
    project_->indicators.push_back(std::move(read.indicator));
}

void ProjectReader::note_moved(const SourceBlock& row) {
    if (!moved_) {
        moved_ = MovedRun{book_.notes.size(), row.line()};
        book_.notes.push_back({row.line(), {}});
    }
    book_.notes[moved_->note].text = lines_in_words(moved_->first_line, row.last_line()) +
                                     "的指标与表头错位（缺单元格或被分页打断），已按内容归位，请核对。";
}

void ProjectReader::keep_leftover(const SourceBlock& row, const std::vector<std::size_t>& leftover) {
    if (leftover.empty())
        return;
    SourceBlock rest{true, {}};
    for (const std::size_t index : leftover)
        rest.cells.push_back(row.cells[index]);
    outline_.add_unplaced(rest);
}

void ProjectReader::note(int line, std::string text) {
    book_.notes.push_back({line, std::move(text)});
}

} // namespace jibiao::io
