#include "base/text.h"
#include "check/fingerprint.h"
#include "check/rule_pack.h"
#include "cli/baseline.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/open.h"
#include "cli/output_format.h"
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
    std::vector<std::string> fingerprints;
};

/// Each worker prepares the forms for itself, and has one checker: both are for one thread at a time, and the
/// checker knows again what many files say. Standard input is read beforehand, because who asks first gets
/// it.
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
            if (const Result<Book>& book = *outcome.book) {
                outcome.report = checker.run({*book, forms.get(book->template_id), profile, &forms.words()});
                outcome.fingerprints = check::fingerprints(*book, outcome.report);
            }
            progress.one_more();
        }
    });
    return outcomes;
}

void collect(std::vector<Outcome> outcomes, const std::vector<std::string>& paths, Checked& checked) {
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        auto& [read, report, fingerprints] = outcomes[i];
        if (*read)
            checked.files.push_back(
                {paths[i], std::move(**read), std::move(report), std::move(fingerprints)});
        else
            checked.unread.push_back({paths[i], read->error()});
    }
}

void say(const Streams& streams, const std::string& line) {
    streams.err(replace_all(line, "\n", " ") + "\n"); // Files may hold anything.
}

/// By what else something was judged before: the verdict may be another for that alone. "" if by the same.
std::string other_rules(const std::string& profile, const std::string& rule_pack, const Profile& now) {
    if (profile == now.id && rule_pack == check::rule_pack)
        return "";
    return "用规则配置 " + profile + "、规则包 " + rule_pack + "，这次用 " + now.id + "、" +
           std::string(check::rule_pack) + "，结论可能不同。";
}

void note_other_check(const CheckedFile& file, const Profile& profile, const Streams& streams) {
    const CheckRecord& last = file.book.last_check;
    const std::string other = last == CheckRecord{} ? "" : other_rules(last.profile, last.rule_pack, profile);
    if (!other.empty())
        say(streams, file.path + ": 说明: 上次检查（" + last.as_of + "）" + other);
}

Result<std::optional<io::Baseline>> baseline_from(const Arguments& arguments, const Streams& streams) {
    if (!arguments.has("--baseline"))
        return std::optional<io::Baseline>();
    if (arguments.has("--write-baseline"))
        return Error{"--baseline 和 --write-baseline 不能一起用：要更新基线，只写 --write-baseline。"};
    const std::string path(arguments.get("--baseline", ""));
    const auto bytes = read_input(path, streams);
    if (!bytes)
        return bytes.error();
    auto baseline = io::read_baseline(*bytes);
    if (!baseline)
        return Error{"基线“" + path + "”：" + baseline.error().what};
    return std::optional(*std::move(baseline));
}

void set_aside(const io::Baseline& baseline, Checked& checked, const Streams& streams) {
    const std::string other = other_rules(baseline.profile, baseline.rule_pack, checked.profile);
    if (!other.empty())
        say(streams, "jibiao: 基线" + other);
    KnownFindings known(baseline);
    known.set_aside(checked.files);
    for (const io::KnownFinding* gone : known.gone(checked.files))
        say(streams,
            "jibiao: 基线中的问题已经没有了：" + gone->file + " [" + gone->rule + "] " + gone->place);
}

/// Lets --baseline or --write-baseline account for what they know; written first, so that a new baseline
/// knows everything.
std::optional<Error> apply_baseline(std::optional<io::Baseline> baseline, const Arguments& arguments,
                                    Checked& checked, const Streams& streams) {
    if (arguments.has("--write-baseline")) {
        baseline = baseline_of(checked);
        const std::string path(arguments.get("--write-baseline", ""));
        if (auto error = write_output(path, io::write_baseline(*baseline), streams))
            return error;
    }
    if (baseline)
        set_aside(*baseline, checked, streams);
    return std::nullopt;
}

/// True if something is fatal. Judges everything, and only then leaves out what --min-severity does.
bool judge(Checked& checked, const Strictness& strictness, Severity least) {
    bool failed = false;
    for (CheckedFile& file : checked.files) {
        failed = failed || is_fatal(file.report, strictness);
        file.verdict = verdict_of(file.report, strictness.phase);
        keep_if(file, [least](const Judged& judged) { return judged.finding.severity >= least; });
    }
    return failed;
}

/// Where --record goes; nullptr without it.
Result<const OutputFormat*> record_format(const Arguments& arguments) {
    if (!arguments.has("--record"))
        return static_cast<const OutputFormat*>(nullptr);
    if (arguments.operands.size() > 1)
        return Error{"--record 一次只写一个文件的检查记录，请逐个检查。"};
    return archive_format_of(std::string(arguments.get("--record", "")));
}

std::optional<Error> write_record(const Arguments& arguments, const OutputFormat& format,
                                  const CheckedFile& file, CheckRecord record, const Templates& forms,
                                  const Streams& streams) {
    Book book = file.book;
    edit::apply(book, {"记录检查", {edit::RecordCheck{std::move(record)}}});
    return write_book(std::string(arguments.get("--record", "")), format, book, forms.get(book.template_id),
                      file.path, streams);
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
    const auto as_of = as_of_from(arguments, streams);
    if (!as_of)
        return as_of.error();
    const auto record = record_format(arguments);
    if (!record)
        return record.error();
    auto baseline = baseline_from(arguments, streams);
    if (!baseline)
        return baseline.error();
    const Templates forms = io::load_embedded_templates();
    const Strictness strictness = strictness_from(arguments);

    Checked checked{forms, *profile, strictness.phase, arguments.has("--as-of") ? *as_of : ""};
    collect(check_all(arguments.operands, forms, *profile, *jobs, streams), arguments.operands, checked);
    for (const CheckedFile& file : checked.files)
        note_other_check(file, *profile, streams);
    if (const auto error = apply_baseline(*std::move(baseline), arguments, checked, streams))
        return *error;
    const bool failed = judge(checked, strictness, severity_from(arguments.get("--min-severity", "hint")));

    if (!checked.files.empty()) {
        if (*record) {
            if (const auto error = write_record(arguments, **record, checked.files.front(),
                                                record_of(*profile, strictness, *as_of), forms, streams))
                return *error;
        }
        const std::string text = report_of(checked, arguments.get("--format", "text"));
        if (const auto error = write_output(std::string(arguments.get("--output", "-")), text, streams))
            return *error;
    }
    for (std::size_t i = 0; i + 1 < checked.unread.size(); ++i)
        say(streams, "jibiao: " + checked.unread[i].error.what);
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
    as_of_option(),
    Option{"--baseline", "", "FILE", "不计这个基线里已有的问题，只报告新的；基线由 --write-baseline 写出"},
    Option{"--write-baseline", "", "FILE", "把现在的全部问题写成基线，以后只看新的问题"},
    Option{"--record", "", "OUT",
           "把文本连同检查记录（规则配置、规则包、日期、阶段）写到这个文件：.json、.xml、.jibiao"},
    Option{"--jobs", "-j", "N", "同时检查几个文件，默认与处理器核数相同；结果不受影响"},
};

} // namespace

extern const Command check_command;
const Command check_command{"check", "FILE...", "检查文件，列出问题，给出能否上报的结论。",
                            options, 1,         static_cast<std::size_t>(-1),
                            run};

} // namespace jibiao::cli
