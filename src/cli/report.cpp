#include "cli/report.h"

#include <utility>

/// The table of report formats, in the order of the help.

namespace jibiao::cli {
namespace {

constexpr ReportFormat formats[] = {
    {"text", text_report}, {"json", json_report}, {"sarif", sarif_report},
    {"csv", csv_report},   {"html", html_report},
};

} // namespace

void keep_if(CheckedFile& file, const std::function<bool(const Judged&)>& wanted) {
    check::Report report;
    std::vector<std::string> fingerprints;
    auto next = file.fingerprints.begin();
    for (check::Finding& finding : file.report.findings) {
        std::string& fingerprint = *next++;
        if (!wanted({finding, fingerprint, false}))
            continue;
        report.findings.push_back(std::move(finding));
        fingerprints.push_back(std::move(fingerprint));
    }
    for (check::Suppressed& one : file.report.suppressed) {
        std::string& fingerprint = *next++;
        if (!wanted({one.finding, fingerprint, true}))
            continue;
        report.suppressed.push_back(std::move(one));
        fingerprints.push_back(std::move(fingerprint));
    }
    file.report = std::move(report);
    file.fingerprints = std::move(fingerprints);
}

std::span<const ReportFormat> report_formats() {
    return formats;
}

} // namespace jibiao::cli
