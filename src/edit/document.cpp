#include "edit/document.h"

#include <algorithm>

namespace jibiao::edit {
namespace {

bool exchanges_all(const Edit& edit) {
    return std::any_of(edit.operations.begin(), edit.operations.end(), [](const Operation& operation) {
        return std::holds_alternative<ReplaceBook>(operation);
    });
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
    if (!merges)
        past_.push_back({std::move(before), edit.label, exchanges});
    if (past_.size() > most_steps)
        past_.erase(past_.begin());
    future_.clear();
    merge_key_ = merge_key;
    ++revision_;
    return true;
}

std::string_view Document::undo_label() const {
    return past_.empty() ? std::string_view() : past_.back().label;
}
std::string_view Document::redo_label() const {
    return future_.empty() ? std::string_view() : future_.back().label;
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
