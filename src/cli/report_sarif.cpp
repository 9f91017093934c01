#include "check/explanation.h"
#include "check/rule_pack.h"
#include "cli/json.h"
#include "cli/report.h"
#include "cli/report_words.h"
#include "cli/version.h"

#include <algorithm>
#include <filesystem>
#include <optional>

/// Names and shapes: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0.

namespace jibiao::cli {
namespace {

using check::Finding;
using check::Rule;
using Members = std::vector<std::pair<std::string_view, std::string>>;

constexpr std::string_view schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

std::string_view level_of(check::Severity severity) {
    return severity == check::Severity::hint ? "note" : check::severity_key(severity);
}

std::string message(std::string_view text) {
    return json_object({{"text", json_string(text)}});
}

/// RFC 3986: all but unreserved characters and the slashes of the path are escaped.
std::string uri_of(const std::string& path) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    std::string uri = path.starts_with('/') ? "file://" : "";
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        if (plain.find(c) != std::string_view::npos)
            uri += c;
        else
            uri += {'%', hex[byte >> 4], hex[byte & 0xF]};
    }
    return uri;
}

std::string artifact_location(const std::string& path, std::size_t index) {
    return json_object({{"uri", json_string(uri_of(path))}, {"index", std::to_string(index)}});
}

/// Lines are those of the text that was imported; of a book in our own format that is another file.
bool has_lines(const CheckedFile& file) {
    const std::string name = file.path == "-" ? "" : std::filesystem::path(file.path).filename().string();
    return file.book.source_name == name;
}

std::optional<std::string> region_of(const CheckedFile& file, FieldRef at) {
    const int line = has_lines(file) ? line_of(file.book, at) : 0;
    if (line <= 0)
        return std::nullopt;
    Members members{{"startLine", std::to_string(line)}};
    const Cell* cell = find_cell(file.book, at);
    if (cell && cell->last_line > line)
        members.emplace_back("endLine", std::to_string(cell->last_line));
    return json_object(members);
}

/// A file on its way into the report.
struct Artifact {
    const CheckedFile& file;
    const Template& form;
    std::size_t index;
};

Members location(const Artifact& artifact, FieldRef at) {
    Members physical{{"artifactLocation", artifact_location(artifact.file.path, artifact.index)}};
    if (auto region = region_of(artifact.file, at))
        physical.emplace_back("region", std::move(*region));
    Members members{{"physicalLocation", json_object(physical)}};
    const std::string path = path_of(artifact.file.book, at);
    if (!path.empty()) {
        const std::string logical = json_object(
            {{"fullyQualifiedName", json_string(path)},
             {"decoratedName", json_string(place_in_words(artifact.file.book, artifact.form, at))}});
        members.emplace_back("logicalLocations", json_array({logical}));
    }
    return members;
}

std::string related_in_sarif(const Artifact& artifact, const Finding& finding) {
    std::vector<std::string> places;
    for (const FieldRef at : finding.related) {
        Members members{{"id", std::to_string(places.size() + 1)}};
        std::ranges::move(location(artifact, at), std::back_inserter(members));
        const Cell* cell = find_cell(artifact.file.book, at);
        std::string text = place_in_words(artifact.file.book, artifact.form, at);
        text += cell && !cell->empty() ? "：" + cell->text : "";
        members.emplace_back("message", message(text));
        places.push_back(json_object(members));
    }
    return json_array(places);
}

/// SARIF's own fixes replace characters of the file, and a cell knows its lines only: what a fix does stands
/// in the properties.
std::string properties_of(const Artifact& artifact, const Finding& finding) {
    Members members{{"place", json_string(place_in_words(artifact.file.book, artifact.form, finding.at))},
                    {"value", json_string(finding.value)},
                    {"fixable", json_bool(finding.fix.has_value())}};
    if (finding.fix)
        members.emplace_back("fix", json_object({{"title", json_string(finding.fix->title)},
                                                 {"safe", json_bool(finding.fix->safe)}}));
    return json_object(members);
}

std::size_t index_of_rule(std::string_view id) {
    const auto rules = check::rules();
    return static_cast<std::size_t>(std::ranges::find(rules, id, &Rule::id) - rules.begin());
}

/// Of a run either all results say whether they are suppressed, or none does.
std::string suppressions_of(const Suppression* suppression) {
    if (!suppression)
        return json_array({});
    return json_array(
        {json_object({{"kind", json_string("inSource")},
                      {"status", json_string("accepted")},
                      {"justification", json_string(suppression->reason)},
                      {"properties", json_object({{"date", json_string(suppression->date)}})}})});
}

std::string result_in_sarif(const Artifact& artifact, const Finding& finding, std::string_view fingerprint,
                            const Suppression* suppression) {
    Members members{{"ruleId", json_string(finding.rule)},
                    {"ruleIndex", std::to_string(index_of_rule(finding.rule))},
                    {"level", json_string(level_of(finding.severity))},
                    {"message", message(finding.message)},
                    {"locations", json_array({json_object(location(artifact, finding.at))})}};
    if (!finding.related.empty())
        members.emplace_back("relatedLocations", related_in_sarif(artifact, finding));
    members.emplace_back("partialFingerprints", json_object({{"jibiao/v1", json_string(fingerprint)}}));
    members.emplace_back("suppressions", suppressions_of(suppression));
    members.emplace_back("properties", properties_of(artifact, finding));
    return json_object(members);
}

/// value-percent-cap → ValuePercentCap.
std::string pascal_case(std::string_view id) {
    std::string name;
    bool first = true;
    for (const char c : id) {
        if (c != '-')
            name += first && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        first = c == '-';
    }
    return name;
}

std::string rule_in_sarif(const Rule& rule) {
    const check::Explanation& explanation = check::explanation_of(rule);
    const std::string level = json_object({{"level", json_string(level_of(rule.severity))}});
    return json_object({{"id", json_string(rule.id)},
                        {"name", json_string(pascal_case(rule.id))},
                        {"shortDescription", message(rule.title)},
                        {"fullDescription", message(explanation.why)},
                        {"help", message(explanation.how_to_mend)},
                        {"defaultConfiguration", level},
                        {"properties", json_object({{"title_en", json_string(rule.title_en)},
                                                    {"source", json_string(explanation.source)}})}});
}

std::string driver() {
    std::vector<std::string> rules;
    for (const Rule* rule : check::rules())
        rules.push_back(rule_in_sarif(*rule));
    return json_object({{"name", json_string("jibiao")},
                        {"fullName", json_string("绩表 jibiao " + std::string(version()))},
                        {"version", json_string(version())},
                        {"semanticVersion", json_string(version())},
                        {"language", json_string("zh-CN")},
                        {"rules", json_lines(rules)}});
}

std::string artifact_in_sarif(const Artifact& artifact) {
    const check::Verdict& verdict = artifact.file.verdict;
    return json_object(
        {{"location", json_object({{"uri", json_string(uri_of(artifact.file.path))}})},
         {"roles", json_array({json_string("analysisTarget")})},
         {"properties", json_object({{"template", json_string(artifact.file.book.template_id)},
                                     {"in_baseline", std::to_string(artifact.file.in_baseline)},
                                     {"to_mend", std::to_string(verdict.to_mend)},
                                     {"verdict", json_string(in_words(verdict))}})}});
}

std::string unread_in_sarif(const UnreadFile& unread) {
    const std::string place = json_object({{"uri", json_string(uri_of(unread.path))}});
    const std::string where = json_object({{"physicalLocation", json_object({{"artifactLocation", place}})}});
    return json_object({{"level", json_string("error")},
                        {"message", message(unread.error.what)},
                        {"locations", json_array({where})}});
}

std::string invocation(const Checked& checked) {
    std::vector<std::string> notifications;
    for (const UnreadFile& unread : checked.unread)
        notifications.push_back(unread_in_sarif(unread));
    return json_object({{"executionSuccessful", json_bool(checked.unread.empty())},
                        {"toolExecutionNotifications", json_array(notifications)}});
}

std::string properties_of(const Checked& checked) {
    Members members{{"profile", json_string(checked.profile.id)},
                    {"rule_pack", json_string(check::rule_pack)},
                    {"phase", json_string(check::phase_key(checked.phase))}};
    if (!checked.as_of.empty())
        members.emplace_back("as_of", json_string(checked.as_of));
    return json_object(members);
}

} // namespace

std::string sarif_report(const Checked& checked) {
    std::vector<std::string> artifacts;
    std::vector<std::string> results;
    for (const CheckedFile& file : checked.files) {
        const Artifact artifact{file, checked.forms.get(file.book.template_id), artifacts.size()};
        artifacts.push_back(artifact_in_sarif(artifact));
        auto fingerprint = file.fingerprints.begin();
        for (const Finding& finding : file.report.findings)
            results.push_back(result_in_sarif(artifact, finding, *fingerprint++, nullptr));
        for (const check::Suppressed& one : file.report.suppressed)
            results.push_back(result_in_sarif(artifact, one.finding, *fingerprint++, &one.suppression));
    }
    const std::string run = json_object({{"tool", json_object({{"driver", driver()}})},
                                         {"language", json_string("zh-CN")},
                                         {"columnKind", json_string("utf16CodeUnits")},
                                         {"invocations", json_array({invocation(checked)})},
                                         {"artifacts", json_lines(artifacts)},
                                         {"results", json_lines(results)},
                                         {"properties", properties_of(checked)}});
    return json_object({{"$schema", json_string(schema)},
                        {"version", json_string("2.1.0")},
                        {"runs", json_array({run})}}) +
           "\n";
}

} // namespace jibiao::cli
