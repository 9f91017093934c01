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

KnownFindings::KnownFindings(const io::Baseline& baseline)
    : baseline_(baseline), seen_(baseline.findings.size(), false) {
    for (std::size_t i = 0; i < baseline.findings.size(); ++i)
        places_[baseline.findings[i].fingerprint].push_back(i);
}

bool KnownFindings::see(const std::string& fingerprint, const std::string& name, Files among) {
    const auto places = places_.find(fingerprint);
    if (places == places_.end())
        return false;
    for (const std::size_t place : places->second) {
        if (seen_[place] || (among == Files::of_this_name && name_of(baseline_.findings[place].file) != name))
            continue;
        seen_[place] = true;
        return true;
    }
    return false;
}

void KnownFindings::set_aside(CheckedFile& file, Files among) {
    const std::string name = name_of(file.path);
    keep_if(file, [&](const Judged& judged) {
        if (!see(judged.fingerprint, name, among) || judged.suppressed)
            return true; // What the book itself gives a reason for is shown.
        ++file.in_baseline;
        return false;
    });
}

void KnownFindings::set_aside(std::vector<CheckedFile>& files) {
    for (const Files among : {Files::of_this_name, Files::all}) { // The same mistake may be in several files.
        for (CheckedFile& file : files)
            set_aside(file, among);
    }
}

std::vector<const io::KnownFinding*> KnownFindings::gone(const std::vector<CheckedFile>& files) const {
    std::unordered_set<std::string> names;
    for (const CheckedFile& file : files)
        names.insert(name_of(file.path));
    std::vector<const io::KnownFinding*> gone;
    for (std::size_t i = 0; i < baseline_.findings.size(); ++i) {
        if (!seen_[i] && names.contains(name_of(baseline_.findings[i].file)))
            gone.push_back(&baseline_.findings[i]);
    }
    return gone;
}

} // namespace jibiao::cli
