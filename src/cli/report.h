#pragma once
#include "base/result.h"
#include "check/check.h"
#include "check/verdict.h"
#include "model/book.h"
#include "templates/template.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jibiao::cli {

/// A file that was read and checked.
struct CheckedFile {
    std::string path; ///< As it was given.
    Book book;
    check::Report report; ///< Without what the baseline knows and --min-severity leaves out.
    std::vector<std::string> fingerprints = {}; ///< Of the report (check/fingerprint.h).
    check::Verdict verdict = {};
    std::size_t in_baseline = 0; ///< Findings that the baseline knows.
};

/// Leaves in the file's report what `wanted` is true for; asked of the findings, then of those suppressed.
struct Judged {
    const check::Finding& finding;
    const std::string& fingerprint;
    bool suppressed;
};
void keep_if(CheckedFile& file, const std::function<bool(const Judged&)>& wanted);

/// A file that could not be read.
struct UnreadFile {
    std::string path;
    Error error;
};

/// All that a report tells. Files stand in the order of the arguments.
struct Checked {
    const Templates& forms;
    const Profile& profile;
    check::BookPhase phase = check::BookPhase::submit;
    std::string as_of = {}; ///< The day of the check, where it was given.
    std::vector<CheckedFile> files = {};
    std::vector<UnreadFile> unread = {};
};

/// For people at a terminal: file:line: 错误 [rule] message, the place with its cell below, counts, verdict.
std::string text_report(const Checked& checked);
/// For scripts: a contract (README.md).
std::string json_report(const Checked& checked);
/// For the tools that show findings in editors and code hosts: SARIF 2.1.0.
std::string sarif_report(const Checked& checked);
/// For spreadsheets: a line a finding with the whole row that it stands in.
std::string csv_report(const Checked& checked);
/// 审核意见, to be printed and signed: one file without scripts, a part for each book.
std::string html_report(const Checked& checked);

/// A value of --format.
struct ReportFormat {
    std::string_view name;
    std::string (*write)(const Checked&);
};
std::span<const ReportFormat> report_formats();

} // namespace jibiao::cli
