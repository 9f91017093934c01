#pragma once
#include "check/check.h"
#include "model/book.h"
#include "model/field.h"

#include <optional>
#include <string_view>
#include <vector>

namespace jibiao::app {

/// Which findings are listed, beside the switches of severities. What is empty leaves none out.
struct FindingFilter {
    std::string_view rule = {};                  ///< Id; lives as long as the program.
    std::optional<RowId> project = std::nullopt; ///< 0: those of cover and texts, of no project.

    bool is_empty() const { return rule.empty() && !project; }
    bool operator==(const FindingFilter&) const = default;
};

/// The project that `at` lies in; 0 for cover and texts.
RowId project_at(const Book& book, const RowPlaces& places, FieldRef at);

/// Findings of `report` that pass.
std::vector<const check::Finding*> filter_findings(const check::Report& report, const Book& book,
                                                   const FindingFilter& filter);

} // namespace jibiao::app
