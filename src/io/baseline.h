#pragma once
#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace jibiao::io {

/// A finding that was there before.
struct KnownFinding {
    std::string fingerprint; ///< check/fingerprint.h
    std::string file;        ///< As it was given. This and the rest is for people, and to tell what is gone.
    std::string rule;
    std::string place; ///< In words.

    bool operator==(const KnownFinding&) const = default;
};

/// What is accepted of books that were there before the rules.
struct Baseline {
    std::string profile;
    std::string rule_pack;
    std::vector<KnownFinding> findings;

    bool operator==(const Baseline&) const = default;
};

/// {"format":"jibiao-baseline","version":1,…}: a finding a line.
std::string write_baseline(const Baseline& baseline);
/// Errors: no JSON, no baseline, of a later version, a finding without its fingerprint.
Result<Baseline> read_baseline(std::string_view text);

} // namespace jibiao::io
