#pragma once
#include <string_view>

namespace jibiao::check {

/// Names what the rules say, so that a verdict can be had again: year and a number. Raised with every release
/// in which a rule, a profile's number or a word list says something else of some book (README.md).
inline constexpr std::string_view rule_pack = "2026.4";

} // namespace jibiao::check
