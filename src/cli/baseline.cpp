#include "cli/baseline.h"

#include "check/rule_pack.h"

#include <filesystem>
#include <unordered_set>
#include <utility>

namespace jibiao::cli {
namespace {

std::string name_of(const std::string& path) {
    return std::filesystem::path(path).filename().string();
}

} // namespace

io::Baseline baseline_of(const Checked& checked) {
    io::Baseline baseline{checked.profile.id, std::string(check::rule_pack), {}};
    for (const CheckedFile& file : checked.files) {
        const Template& form = checked.forms.get(file.book.template_id);
        for (std::size_t i = 0; i < file.report.findings.size(); ++i) {
            const check::Finding& finding = file.report.findings[i];
            baseline.findings.push_back({file.fingerprints[i], file.path, std::string(finding.rule),
                                         place_in_words(file.book, form, finding.at)});
        }
    }
    return baseline;
}

KnownFindings::KnownFindings(const io::Baseline& baseline) : baseline_(baseline) {
    for (const io::KnownFinding& known : baseline.findings)
        ++left_[known.fingerprint];
}

bool KnownFindings::see(const std::string& fingerprint) {
    const auto known = left_.find(fingerprint);
    if (known == left_.end() || known->second == 0)
        return false;
    --known->second;
    return true;
}

void KnownFindings::set_aside(CheckedFile& file) {
    keep_if(file, [&](const Judged& judged) {
        const bool known = see(judged.fingerprint);
        if (!known || judged.suppressed) // What the book itself gives a reason for is shown.
            return true;
        ++file.in_baseline;
        return false;
    });
}

std::vector<const io::KnownFinding*> KnownFindings::gone(const std::vector<CheckedFile>& files) const {
    std::unordered_set<std::string> names;
    for (const CheckedFile& file : files)
        names.insert(name_of(file.path));
    auto left = left_;
    std::vector<const io::KnownFinding*> gone;
    for (const io::KnownFinding& known : baseline_.findings) {
        std::size_t& count = left[known.fingerprint];
        if (count == 0 || !names.contains(name_of(known.file)))
            continue;
        --count;
        gone.push_back(&known);
    }
    return gone;
}

} // namespace jibiao::cli
