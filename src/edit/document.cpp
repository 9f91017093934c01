#include "edit/document.h"

#include <algorithm>

namespace jibiao::edit {
namespace {

bool exchanges_all(const Edit& edit) {
    return std::any_of(edit.operations.begin(), edit.operations.end(), [](const Operation& operation) {
        return std::holds_alternative<ReplaceBook>(operation);
    });
}

/// The cell by which people know a row.
Field first_field(RowKind kind) {
    switch (kind) {
    case RowKind::contents_line:
        return Field::contents_text;
    case RowKind::section:
        return Field::heading;
    case RowKind::paragraph:
        return Field::paragraph;
    case RowKind::table:
        return Field::caption;
    case RowKind::table_row:
        return Field::item_label;
    case RowKind::project:
        return Field::name;
    case RowKind::plan_line:
        return Field::plan_percent;
    case RowKind::goal:
        return Field::goal;
    case RowKind::detail_goal:
        return Field::detail_goal;
    case RowKind::phase:
        return Field::phase_period;
    case RowKind::indicator:
        break;
    }
    return Field::indicator_name;
}

FieldRef row_in(const Book& before, RowId row) {
    const auto place = find_row(before, row);
    return place ? FieldRef{first_field(place->kind), row} : FieldRef();
}

FieldRef place_of(const Book&, const SetText& operation) {
    return operation.at;
}
FieldRef place_of(const Book& before, const InsertRow& operation) {
    return {first_field(operation.kind), before.last_row_id + 1};
}
FieldRef place_of(const Book& before, const InsertCopy& operation) {
    return {first_field(operation.kind), before.last_row_id + 1};
}
FieldRef place_of(const Book& before, const RemoveRow& operation) {
    return row_in(before, operation.row);
}
FieldRef place_of(const Book& before, const MoveRow& operation) {
    return row_in(before, operation.row);
}
FieldRef place_of(const Book&, const AddComment& operation) {
    return operation.comment.at;
}
FieldRef place_of(const Book&, const RemoveComment& operation) {
    return operation.comment.at;
}
template <class Other>
FieldRef place_of(const Book&, const Other&) {
    return {};
}
FieldRef place_of(const Book& before, const Edit& edit) {
    if (edit.operations.empty())
        return {};
    return std::visit([&before](const auto& one) { return place_of(before, one); }, edit.operations.front());
}

bool same_text(const Book& a, const Book& b, FieldRef at) {
    const Cell* one = find_cell(a, at);
    const Cell* other = find_cell(b, at);
    return one && other && one->text == other->text;
}

} // namespace

bool Document::apply(const Edit& edit, std::uint64_t merge_key) {
    Book before = book_;
    edit::apply(book_, edit);
    if (book_ == before)
        return false;
    const bool exchanges = exchanges_all(edit);
    generation_ += exchanges ? 1 : 0;
    const bool merges = merge_key != 0 && merge_key == merge_key_ && !past_.empty() && future_.empty();
    const FieldRef at = place_of(before, edit);
    if (!merges)
        past_.push_back({std::move(before), edit.label, at, exchanges});
    if (past_.size() > most_steps)
        past_.erase(past_.begin());
    future_.clear();
    merge_key_ = merge_key;
    if (merges && same_text(past_.back().book, book_, at)) {
        book_ = std::move(past_.back().book);
        past_.pop_back();
        merge_key_ = 0;
    }
    ++revision_;
    return true;
}

std::string_view Document::undo_label() const {
    return past_.empty() ? std::string_view() : past_.back().label;
}
std::string_view Document::redo_label() const {
    return future_.empty() ? std::string_view() : future_.back().label;
}

FieldRef Document::undo_place() const {
    return past_.empty() ? FieldRef() : past_.back().at;
}
FieldRef Document::redo_place() const {
    return future_.empty() ? FieldRef() : future_.back().at;
}

std::vector<Document::StepName> Document::steps() const {
    std::vector<StepName> names;
    for (const Step& step : past_)
        names.push_back({step.label, step.at});
    for (auto step = future_.rbegin(); step != future_.rend(); ++step)
        names.push_back({step->label, step->at});
    return names;
}

bool Document::undo() {
    return travel(past_, future_);
}
bool Document::redo() {
    return travel(future_, past_);
}

bool Document::travel(std::vector<Step>& from, std::vector<Step>& to) {
    if (from.empty())
        return false;
    Step step = std::move(from.back());
    from.pop_back();
    std::swap(book_, step.book);
    book_.last_row_id = std::max(book_.last_row_id, step.book.last_row_id);
    generation_ += step.exchanges ? 1 : 0;
    to.push_back(std::move(step));
    merge_key_ = 0;
    ++revision_;
    return true;
}

} // namespace jibiao::edit
