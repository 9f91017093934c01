#pragma once
#include "check/check.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jibiao::check {

/// A fix that was applied.
struct Mended {
    struct CellChange {
        FieldRef at;
        std::string before;
        std::string after;
    };

    std::string_view rule; ///< Of the finding that is gone.
    FieldRef at;           ///< Its place.
    Fix fix;
    std::vector<CellChange> cells; ///< Texts that it set; empty where it only takes or adds rows.
};

/// A fix by what it removes.
struct FixKey {
    std::string_view rule;
    FieldRef at;
    bool operator==(const FixKey&) const = default;
};

struct Mending {
    Book book;
    Report report;              ///< What is left.
    std::vector<Mended> mended; ///< In the order in which they were applied.
};

/// Applies safe fixes until none is left that may be applied: one that does not remove its finding, or brings
/// one that was not there, is not. Each removes a finding, so this ends; run again, it changes nothing.
/// `rules`: only fixes of these; empty: of all. Applying `mended[i].fix.edit` one after the other to the book
/// of `subject` gives `book`. `left_out`: fixes that a person does not want.
Mending mend(const Subject& subject, std::span<const std::string_view> rules = {},
             std::span<const FixKey> left_out = {});

} // namespace jibiao::check
