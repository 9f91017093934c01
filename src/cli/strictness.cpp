#include "cli/strictness.h"

#include "base/date.h"
#include "check/rule_pack.h"
#include "io/embedded.h"
#include "io/template_json.h"

#include <algorithm>
#include <utility>

namespace jibiao::cli {
namespace {

using check::Severity;

constexpr std::string_view default_profile = "national";

} // namespace

Option profile_option() {
    return {"--profile", "", "ID", "规则配置，默认 national"};
}

Option phase_option() {
    return {"--phase",
            "",
            "draft|submit|review",
            "哪些问题须改：draft 编制，都不算；submit 上报，错误；review 审核，错误和警告。默认 submit",
            {"draft", "submit", "review"}};
}

Option fail_on_option() {
    return {"--fail-on",
            "",
            "error|warning|hint",
            "有这一级及以上的问题时退出码为 1，默认按 --phase",
            {"error", "warning", "hint"}};
}

Option as_of_option() {
    return {"--as-of", "", "DATE", "按哪一天检查，写成 2026-11-22，默认今天；记在报告和文本里，便于重现结论"};
}

Result<Profile> profile_from(const Arguments& arguments) {
    const std::string_view id = arguments.get("--profile", default_profile);
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

Severity severity_from(std::string_view key) {
    for (const Severity severity : {Severity::hint, Severity::warning}) {
        if (check::severity_key(severity) == key)
            return severity;
    }
    return Severity::error;
}

Strictness strictness_from(const Arguments& arguments) {
    const auto phase = check::phase_from(arguments.get("--phase", "")).value_or(check::BookPhase::submit);
    if (arguments.has("--fail-on"))
        return {phase, severity_from(arguments.get("--fail-on", ""))};
    return {phase, check::least_blocking(phase)};
}

bool is_fatal(const check::Report& report, const Strictness& strictness) {
    return strictness.fatal && std::ranges::any_of(report.findings, [&](const check::Finding& finding) {
               return finding.severity >= *strictness.fatal;
           });
}

Result<std::string> as_of_from(const Arguments& arguments, const Streams& streams) {
    if (!arguments.has("--as-of"))
        return streams.today();
    const std::string_view date = arguments.get("--as-of", "");
    if (is_date(date))
        return std::string(date);
    return Error{"--as-of 要写成 2026-11-22 这样的日期，不是“" + std::string(date) + "”。"};
}

CheckRecord record_of(const Profile& profile, const Strictness& strictness, std::string as_of) {
    return {profile.id, std::string(check::rule_pack), std::move(as_of),
            std::string(check::phase_key(strictness.phase))};
}

} // namespace jibiao::cli
