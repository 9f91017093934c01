#pragma once
#include "check/explanation.h"

#include <string>
#include <string_view>
#include <vector>

/// What people read about a rule, in parts: the same words on the command line and on the page, which fetches
/// them as one text when they are asked for.

namespace jibiao::check {

struct ExplainedPart {
    std::string heading; ///< 为什么, 依据 …
    std::string text;    ///< Lines; of examples a small book each, apart by a blank line.
    bool operator==(const ExplainedPart&) const = default;
};
std::vector<ExplainedPart> explained(const Rule& rule);

/// By this name the page fetches the text of all rules.
inline constexpr std::string_view explained_asset = "library/rules.txt";

/// Of all rules, and back for one of them; nothing if `all` does not hold it.
std::string write_explained();
/// Whether a text is what that wrote, and not what a server answers in its place.
bool is_explained(std::string_view text);
std::vector<ExplainedPart> read_explained(std::string_view all, std::string_view rule);

} // namespace jibiao::check
