#pragma once
#include "check/reading.h"
#include "model/book.h"
#include "model/target_value.h"
#include "templates/template.h"

#include <memory>
#include <string>
#include <vector>

/// What rules read from a book again and again, read once.

namespace jibiao::check {

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

    RowId id() const { return row->id; }
};

struct ProjectFacts {
    std::shared_ptr<const Project> project;
    std::vector<std::shared_ptr<const RowFacts>> rows; ///< One for each indicator, in order.
    std::string name;                                  ///< Folded.
    std::string purpose;                               ///< Folded.
    std::string goals;                                 ///< All of them, folded, '\n' between.
};

struct BookFacts {
    std::vector<std::shared_ptr<const ProjectFacts>> projects; ///< One for each project, in order.
};

RowFacts read_row(std::shared_ptr<const Indicator> row, const Template& form);
/// Without its rows.
ProjectFacts read_project(std::shared_ptr<const Project> project);

} // namespace jibiao::check
