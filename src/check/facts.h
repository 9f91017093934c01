#pragma once
#include "check/reading.h"
#include "check/sections.h"
#include "check/wording.h"
#include "model/book.h"
#include "model/field.h"
#include "model/target_value.h"
#include "templates/template.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

/// What rules read from a book again and again, read once.

namespace jibiao::check {

/// A cell in which a bracket or a quotation mark may stand.
struct MarkedCell {
    FieldRef at;
    const Cell* cell = nullptr; ///< Of the row, project or book that keeps it.
};

/// An indicator as rules see it. Texts are folded (base/text.h).
struct RowFacts {
    std::shared_ptr<const Indicator> row;
    bool filled = false; ///< It states something: is_filled().
    std::string level1;
    std::string level2;
    std::string name;
    std::string description;
    std::string basis;
    std::string explanation;
    MeasuredName measured;                ///< Name without the unit in brackets at its end.
    TargetValue target;                   ///< target_of(): of one cell or of three.
    std::string target_text;              ///< Comparator, value and unit as they stand, one after the other.
    const Level1* known_level1 = nullptr; ///< Of the form; nullptr where it does not know the text.
    const Level2* known_level2 = nullptr;
    const Level1* parent = nullptr;         ///< Of known_level2.
    CategoryKind kind = CategoryKind::none; ///< Of level 2, else of level 1.
    std::vector<MarkedCell> marked;
    mutable std::optional<Spelt> thing; ///< For measured_thing(): points into `measured`, so never copied.

    RowId id() const { return row->id; }
};

struct ProjectFacts {
    std::shared_ptr<const Project> project;
    std::vector<std::shared_ptr<const RowFacts>> rows; ///< One for each indicator, in order.
    std::string name;                                  ///< Folded.
    std::string purpose;                               ///< Folded.
    std::string goals;                                 ///< All of them, folded, '\n' between.
    std::vector<MarkedCell> marked;                    ///< Of its own cells, in the order of the form.

    /// Its goals, one for each, the empty ones too; at most `most_bytes` of a text.
    std::vector<Statement> statements;
    static constexpr std::size_t most_bytes = 6'000; ///< The standard allows 2,000 letters.

    /// For comparing with other projects: made when first asked for.
    const SortedPairs& pairs_of_goals() const;
    const SortedPairs& pairs_of_purpose() const;
    struct GoalText {
        RowId id = 0;
        Letters letters;
        int own = 0; ///< How much of it the project's own name and purpose say, 0 to 100.
    };
    /// The first 20 of its goals, the empty ones too.
    const std::vector<GoalText>& goal_texts() const;
    /// How much of all goals the project's own name and purpose say, 0 to 100.
    int own_share_of_goals() const;

  private:
    SortedPairs own_pairs() const;

    mutable std::optional<std::vector<GoalText>> goal_texts_;
    mutable std::optional<SortedPairs> pairs_of_goals_;
    mutable std::optional<SortedPairs> pairs_of_purpose_;
};

struct BookFacts {
    std::vector<MarkedCell> marked;                            ///< Of its cover and texts, in order.
    std::vector<std::shared_ptr<const ProjectFacts>> projects; ///< One for each project, in order.
    mutable std::map<const WordList*, std::vector<TextChapter>> chapters; ///< For chapters_of().
};

/// What was read from texts before. Most of a book's labels and targets stand in many of its rows, and in the
/// next book.
class Readings {
  public:
    struct Levels {
        const Level1* level1 = nullptr;
        const Level2* level2 = nullptr;
        const Level1* parent = nullptr; ///< Of level2.
    };
    /// What a label means as level 1 and as level 2 of the form.
    const Levels& levels(const std::string& folded, const Template& form);
    const TargetValue& target(const Indicator& indicator);

  private:
    static constexpr std::size_t most = 4'096;
    const Template* form_ = nullptr;
    std::unordered_map<std::string, Levels> levels_;
    std::unordered_map<std::string, TargetValue> targets_;            ///< By the cell's text.
    std::unordered_map<std::string, TargetValue> targets_in_columns_; ///< By the lengths and texts of three.
};

RowFacts read_row(std::shared_ptr<const Indicator> row, const Template& form, Readings& readings);
/// Without its rows.
ProjectFacts read_project(std::shared_ptr<const Project> project);
/// Without its projects. Points into `book`.
BookFacts read_book(const Book& book);

/// Whether a bracket or a quotation mark may stand in a text; false for most.
bool may_have_marks(std::string_view text);
/// Calls `visit(FieldRef, const Cell&)` in the order of the book for every cell in which one may stand.
template <class Visit>
void for_each_marked_cell(const BookFacts& facts, Visit&& visit);
template <class Visit>
void for_each_marked_cell(const ProjectFacts& project, Visit&& visit);

// ---- implementation
// ------------------------------------------------------------------------------------------------

template <class Visit>
void for_each_marked_cell(const ProjectFacts& project, Visit&& visit) {
    for (const MarkedCell& one : project.marked)
        visit(one.at, *one.cell);
    for (const auto& row : project.rows) {
        for (const MarkedCell& one : row->marked)
            visit(one.at, *one.cell);
    }
}

template <class Visit>
void for_each_marked_cell(const BookFacts& facts, Visit&& visit) {
    for (const MarkedCell& one : facts.marked)
        visit(one.at, *one.cell);
    for (const auto& project : facts.projects)
        for_each_marked_cell(*project, visit);
}

} // namespace jibiao::check
