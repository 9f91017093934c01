#pragma once
#include "check/check.h"

#include <cstdint>
#include <span>
#include <string_view>

/// What people read about a rule. Apart from the rule, so that a program which does not show it does not
/// carry it: the texts of all rules weigh as much as the code of the page.

namespace jibiao::check {

/// A small book as text, and the places where the rule must fire (empty: must be silent). Notation:
/// check/example.h.
struct Example {
    std::string_view book;
    std::string_view fires_at; ///< Paths separated by blanks: "projects[0].indicators[0].target_value".
    std::string_view after_fix =
        {}; ///< Text of the first place after its fix; empty if the rule has none here.
};

enum class Sureness : std::uint8_t { read, seen, recalled };

struct Explanation {
    std::string_view why; ///< Why it is sent back, for the person who made the mistake.
    std::string_view how_to_mend;
    std::string_view source; ///< Document and clause, or "经验" for an opinion.
    Sureness sureness;       ///< Whether the source was read, seen in practice, or only recalled.
    std::span<const Example> examples;
};

const Explanation& explanation_of(const Rule& rule);

} // namespace jibiao::check
