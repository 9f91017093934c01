#pragma once
#include "app/state.h"
#include "platform/later.h"

#include <string>
#include <utility>
#include <vector>

/// What the program says of itself.

namespace jibiao::app {

/// The table of what others wrote; the page has it beside it, for whoever reads it in full.
inline constexpr std::string_view licences_asset = "THIRD_PARTY.md";

struct AboutLine {
    std::string what, which;
};
/// Versions, rules, forms: "规则" and "2026.3，86 条".
[[gnu::noinline]] std::vector<AboutLine> about_lines(const platform::Later&, const Knowledge& knowledge);
/// Rows of the first table of `licences_asset`: what it is and under which licence.
[[gnu::noinline]] std::vector<AboutLine> licences_of(const platform::Later&, std::string_view markdown);

} // namespace jibiao::app
