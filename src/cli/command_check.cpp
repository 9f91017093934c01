#include "base/text.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/open.h"
#include "cli/parallel.h"
#include "cli/report.h"
#include "cli/strictness.h"
#include "io/template_json.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <mutex>
#include <optional>

namespace jibiao::cli {
namespace {

using check::Severity;

/// Shown while many files are checked, where somebody looks on.
class Progress {
  public:
    Progress(const Streams& streams, std::size_t all) : streams_(streams), all_(all) {}

    void one_more() {
        constexpr std::size_t many = 20;
        const std::lock_guard lock(mutex_);
        ++done_;
        if (streams_.err_is_terminal && all_ >= many)
            streams_.err("\r检查 " + std::to_string(done_) + "/" + std::to_string(all_) +
                         (done_ == all_ ? "\n" : ""));
    }

  private:
    const Streams& streams_;
    std::size_t all_;
    std::size_t done_ = 0;
    std::mutex mutex_;
};

constexpr std::size_t most_jobs = 256;

Result<std::size_t> jobs_from(const Arguments& arguments) {
    const std::string_view text = arguments.get("--jobs", "");
    if (text.empty())
        return cores();
    std::size_t jobs = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), jobs);
    if (error != std::errc() || end != text.data() + text.size() || jobs == 0 || jobs > most_jobs)
        return Error{"--jobs 要写 1 到 " + std::to_string(most_jobs) + " 的整数，不是“" + std::string(text) +
                     "”。"};
    return jobs;
}

/// A file on its way through the check.
using Read = std::optional<Result<Book>>;
struct Outcome {
    Read book;
    check::Report report;
};

/// Each worker prepares the forms for itself, and has one checker: both are for one thread at a time, and the
/// checker knows again what many files say. Standard input is read beforehand, because who asks first gets it.
std::vector<Outcome> check_all(const std::vector<std::string>& paths, const Templates& forms,
                               const Profile& profile, std::size_t jobs, const Streams& streams) {
    std::vector<Outcome> outcomes(paths.size());
    Progress progress(streams, paths.size());
    for (std::size_t i = 0; i < paths.size(); ++i) {
        if (paths[i] == "-")
            outcomes[i].book = open(paths[i], io::PreparedForms(forms), streams);
    }
    share_out(paths.size(), jobs, [&](const std::function<std::size_t()>& next) {
        const io::PreparedForms prepared(forms);
        check::Checker checker;
        for (std::size_t i = next(); i < paths.size(); i = next()) {
            Outcome& outcome = outcomes[i];
            if (!outcome.book)
                outcome.book = open(paths[i], prepared, streams);
            if (const Result<Book>& book = *outcome.book)
                outcome.report = checker.run({*book, forms.get(book->template_id), profile, &forms.words()});
            progress.one_more();
        }
    });
    return outcomes;
}

std::string report_of(const Checked& checked, std::string_view format) {
    return std::ranges::find(report_formats(), format, &ReportFormat::name)->write(checked);
}

/// All files that can be read are checked and reported, also if one of them cannot.
Result<int> run(const Arguments& arguments, const Streams& streams) {
    const auto profile = profile_from(arguments);
    if (!profile)
        return profile.error();
    const auto jobs = jobs_from(arguments);
    if (!jobs)
        return jobs.error();
    const Templates forms = io::load_embedded_templates();
    const Severity least = severity_from(arguments.get("--min-severity", "hint"));
    const Strictness strictness = strictness_from(arguments);

    Checked checked{forms, *profile, strictness.phase};
    bool failed = false;
    auto outcomes = check_all(arguments.operands, forms, *profile, *jobs, streams);
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        const std::string& path = arguments.operands[i];
        auto& [read, report] = outcomes[i];
        if (!*read) {
            checked.unread.push_back({path, read->error()});
            continue;
        }
        failed = failed || is_fatal(report, strictness);
        const check::Verdict verdict = verdict_of(report, strictness.phase);
        std::erase_if(report.findings,
                      [least](const check::Finding& finding) { return finding.severity < least; });
        checked.files.push_back({path, std::move(**read), std::move(report), verdict});
    }

    if (!checked.files.empty()) {
        const std::string text = report_of(checked, arguments.get("--format", "text"));
        if (const auto error = write_output(std::string(arguments.get("--output", "-")), text, streams))
            return *error;
    }
    for (std::size_t i = 0; i + 1 < checked.unread.size(); ++i)
        streams.err("jibiao: " + replace_all(checked.unread[i].error.what, "\n", " ") + "\n");
    if (!checked.unread.empty())
        return checked.unread.back().error;
    return failed ? 1 : 0;
}

std::vector<std::string_view> format_names() {
    std::vector<std::string_view> names;
    for (const ReportFormat& format : report_formats())
        names.push_back(format.name);
    return names;
}

/// text|json|…
const std::string formats_in_words = [] {
    std::string words;
    for (const std::string_view name : format_names())
        words += (words.empty() ? "" : "|") + std::string(name);
    return words;
}();

const std::array options{
    Option{"--format", "", formats_in_words,
           "报告的格式，默认 text；sarif 给编辑器和代码平台，csv 给表格软件，html 是可打印签字的审核意见",
           format_names()},
    Option{"--output", "-o", "OUT", "把报告写到这个文件，默认标准输出"},
    profile_option(),
    Option{"--min-severity",
           "",
           "hint|warning|error",
           "只报告这一级及以上的问题，默认 hint",
           {"hint", "warning", "error"}},
    phase_option(),
    fail_on_option(),
    Option{"--jobs", "-j", "N", "同时检查几个文件，默认与处理器核数相同；结果不受影响"},
};

} // namespace

extern const Command check_command;
const Command check_command{"check", "FILE...", "检查文件，列出问题，给出能否上报的结论。",
                            options, 1,         static_cast<std::size_t>(-1),
                            run};

} // namespace jibiao::cli
