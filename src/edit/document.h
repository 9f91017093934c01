#pragma once
#include "edit/edit.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jibiao::edit {

/// The one door: owns the book, and changes it only through edits. Everything that must follow a change
/// (checking, saving, the title's mark) watches revision().
class Document {
  public:
    Document() = default;
    /// `generation`: another one than that of the document whose place it takes.
    explicit Document(Book book, std::uint64_t generation = 0)
        : book_(std::move(book)), generation_(generation) {}

    const Book& book() const { return book_; }
    /// Grows by one with every change, undo and redo included; never goes back.
    std::uint64_t revision() const { return revision_; }

    /// Another number whenever the whole book was exchanged: ids of rows then mean other rows, and what was
    /// meant for the book before must not reach this one.
    std::uint64_t generation() const { return generation_; }

    /// Returns false, and keeps the revision, if the edit changed nothing. Edits of one cell that follow each
    /// other with the same `merge_key` (not 0) become one undo step: a person types a word, not letters.
    /// Typing that comes back to the text from before is no step, and the cell is what it was.
    bool apply(const Edit& edit, std::uint64_t merge_key = 0);

    /// The next edit begins an undo step of its own, whatever its key.
    void end_merge() { merge_key_ = 0; }

    bool can_undo() const { return !past_.empty(); }
    bool can_redo() const { return !future_.empty(); }
    /// "撤销" would undo this; "" if there is nothing.
    std::string_view undo_label() const;
    std::string_view redo_label() const;
    /// The cell that undo() or redo() will change: of several the first, of a row that comes or goes the one
    /// that stands for it. Field::none where it is no certain one.
    FieldRef undo_place() const;
    FieldRef redo_place() const;
    bool undo();
    bool redo();

    /// Steps in the order in which they were made, and how many of them are not taken back.
    struct StepName {
        std::string_view label;
        FieldRef at; ///< As undo_place().
    };
    std::vector<StepName> steps() const;
    std::size_t steps_made() const { return past_.size(); }
    /// What the step was that undo() takes back after `ago` others.
    std::string_view step_label(std::size_t ago) const { return past_[past_.size() - 1 - ago].label; }
    /// The book as it was before that step.
    const Book& before_step(std::size_t ago) const { return past_[past_.size() - 1 - ago].book; }

  private:
    struct Step {
        Book book; ///< Shares its rows with its neighbours.
        std::string label;
        FieldRef at;
        bool exchanges = false; ///< Between this book and the next one everything was exchanged.
    };
    /// Takes the book from one stack and lays the present one on the other.
    bool travel(std::vector<Step>& from, std::vector<Step>& to);

    /// Older steps are dropped: a form has hundreds of edits, not millions.
    static constexpr std::size_t most_steps = 1000;

    Book book_;
    std::uint64_t revision_ = 0;
    std::uint64_t generation_ = 0;
    std::uint64_t merge_key_ = 0;
    std::vector<Step> past_;
    std::vector<Step> future_;
};

} // namespace jibiao::edit
