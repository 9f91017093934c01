#include "cli/commands.h"
#include "cli/files.h"
#include "cli/open.h"
#include "cli/report.h"
#include "io/embedded.h"
#include "io/template_json.h"

#include <algorithm>
#include <array>
#include <optional>

namespace jibiao::cli {
namespace {

using check::Severity;

constexpr std::string_view default_profile = "national";

Severity severity_from(std::string_view key) {
    for (const Severity severity : {Severity::hint, Severity::warning}) {
        if (check::severity_key(severity) == key)
            return severity;
    }
    return Severity::error;
}

Result<Profile> find_profile(std::string_view id) {
    std::vector<std::string_view> known;
    std::string list;
    for (const io::EmbeddedAsset& asset : io::embedded_assets()) {
        constexpr std::string_view folder = "profiles/";
        constexpr std::string_view ending = ".json";
        if (!asset.path.starts_with(folder) || !asset.path.ends_with(ending))
            continue;
        known.push_back(asset.path.substr(folder.size(), asset.path.size() - folder.size() - ending.size()));
        list += (list.empty() ? "" : "、") + std::string(known.back());
    }
    if (std::ranges::find(known, id) == known.end())
        return Error{"没有规则配置“" + std::string(id) + "”，可用：" + list + "。"};
    return io::load_embedded_profile(id);
}

void show_progress(const Streams& streams, std::size_t done, std::size_t all) {
    constexpr std::size_t many = 20;
    if (!streams.err_is_terminal || all < many)
        return;
    streams.err("\r检查 " + std::to_string(done) + "/" + std::to_string(all) + (done == all ? "\n" : ""));
}

/// All files that can be read are checked and reported, also if one of them cannot.
Result<int> run(const Arguments& arguments, const Streams& streams) {
    const auto profile = find_profile(arguments.get("--profile", default_profile));
    if (!profile)
        return profile.error();
    const Templates forms = io::load_embedded_templates();
    const Severity least = severity_from(arguments.get("--min-severity", "hint"));
    const Severity fatal = severity_from(arguments.get("--fail-on", "error"));

    std::vector<CheckedFile> files;
    bool failed = false;
    std::vector<Error> unreadable;
    for (std::size_t i = 0; i < arguments.operands.size(); ++i) {
        const std::string& path = arguments.operands[i];
        auto book = open(path, forms, streams);
        show_progress(streams, i + 1, arguments.operands.size());
        if (!book) {
            unreadable.push_back(book.error());
            continue;
        }
        auto report = check::run({*book, forms.get(book->template_id), *profile, &forms.words()});
        failed = failed || std::ranges::any_of(report.findings, [fatal](const check::Finding& finding) {
                     return finding.severity >= fatal;
                 });
        std::erase_if(report.findings,
                      [least](const check::Finding& finding) { return finding.severity < least; });
        files.push_back({path, std::move(*book), std::move(report)});
    }

    if (!files.empty()) {
        const bool json = arguments.get("--format", "text") == "json";
        const std::string text = json ? json_report(files, forms, profile->id) : text_report(files, forms);
        if (const auto error = write_output("-", text, streams))
            return *error;
    }
    for (std::size_t i = 0; i + 1 < unreadable.size(); ++i)
        streams.err("jibiao: " + unreadable[i].what + "\n");
    if (!unreadable.empty())
        return unreadable.back();
    return failed ? 1 : 0;
}

const std::array options{
    Option{"--format", "", "text|json", "报告的格式，默认 text", {"text", "json"}, {"sarif"}},
    Option{"--profile", "", "ID", "规则配置，默认 national"},
    Option{"--min-severity",
           "",
           "hint|warning|error",
           "只报告这一级及以上的问题，默认 hint",
           {"hint", "warning", "error"}},
    Option{"--fail-on",
           "",
           "error|warning|hint",
           "有这一级及以上的问题时退出码为 1，默认 error",
           {"error", "warning", "hint"}},
};

} // namespace

extern const Command check_command;
const Command check_command{
    "check", "FILE...", "检查文件，列出问题。", options, 1, static_cast<std::size_t>(-1), run};

} // namespace jibiao::cli
