#pragma once
#include "cli/report.h"
#include "io/baseline.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

/// Books that were there before the rules: what was wrong then is known and does not count.

namespace jibiao::cli {

/// All findings of the files, in order.
io::Baseline baseline_of(const Checked& checked);

/// The findings of a baseline, each of which accounts for one finding of a report.
class KnownFindings {
  public:
    /// `baseline` must live longer.
    explicit KnownFindings(const io::Baseline& baseline);

    /// Takes what is known out of the files' reports, and counts it there.
    void set_aside(std::vector<CheckedFile>& files);
    /// Those of files named like `files` that were not seen, in the order of the baseline.
    std::vector<const io::KnownFinding*> gone(const std::vector<CheckedFile>& files) const;

  private:
    enum class Files : bool { of_this_name, all };
    void set_aside(CheckedFile& file, Files among);
    bool see(const std::string& fingerprint, const std::string& name, Files among);

    const io::Baseline& baseline_;
    std::vector<bool> seen_; ///< By index of the baseline's finding.
    std::unordered_map<std::string_view, std::vector<std::size_t>> places_; ///< Fingerprint → indices.
};

} // namespace jibiao::cli
