#include "check/rule_pack.h"
#include "cli/json.h"
#include "cli/report.h"

namespace jibiao::cli {
namespace {

using check::Finding;

std::string line_in_json(int line) {
    return line > 0 ? std::to_string(line) : "null";
}

std::string notes_in_json(const Book& book) {
    std::vector<std::string> notes;
    for (const Note& note : book.notes)
        notes.push_back(json_object({{"line", line_in_json(note.line)}, {"text", json_string(note.text)}}));
    return json_array(notes);
}

std::string record_in_json(const CheckRecord& record) {
    if (record == CheckRecord{})
        return "null";
    return json_object({{"profile", json_string(record.profile)},
                        {"rule_pack", json_string(record.rule_pack)},
                        {"as_of", json_string(record.as_of)},
                        {"phase", json_string(record.phase)}});
}

std::string file_in_json(const CheckedFile& file) {
    return json_object({{"path", json_string(file.path)},
                        {"template", json_string(file.book.template_id)},
                        {"notes", notes_in_json(file.book)},
                        {"last_check", record_in_json(file.book.last_check)},
                        {"in_baseline", std::to_string(file.in_baseline)},
                        {"to_mend", std::to_string(file.verdict.to_mend)},
                        {"verdict", json_string(in_words(file.verdict))}});
}

using Members = std::vector<std::pair<std::string_view, std::string>>;

Members members_of(const CheckedFile& file, const Finding& finding, const Template& form) {
    return {{"rule", json_string(finding.rule)},
            {"severity", json_string(check::severity_key(finding.severity))},
            {"file", json_string(file.path)},
            {"line", line_in_json(line_of(file.book, finding.at))},
            {"at", json_string(path_of(file.book, finding.at))},
            {"label", json_string(place_in_words(file.book, form, finding.at))},
            {"message", json_string(finding.message)},
            {"value", json_string(finding.value)},
            {"fixable", json_bool(finding.fix.has_value())}};
}

std::string suppressed_in_json(const CheckedFile& file, const check::Suppressed& one, const Template& form) {
    Members members = members_of(file, one.finding, form);
    members.emplace_back("reason", json_string(one.suppression.reason));
    members.emplace_back("date", json_string(one.suppression.date));
    return json_object(members);
}

} // namespace

std::string json_report(const Checked& checked) {
    std::vector<std::string> files;
    std::vector<std::string> findings;
    std::vector<std::string> suppressed;
    for (const CheckedFile& file : checked.files) {
        const Template& form = checked.forms.get(file.book.template_id);
        files.push_back(file_in_json(file));
        for (const Finding& finding : file.report.findings)
            findings.push_back(json_object(members_of(file, finding, form)));
        for (const check::Suppressed& one : file.report.suppressed)
            suppressed.push_back(suppressed_in_json(file, one, form));
    }
    return json_object({{"version", "1"},
                        {"profile", json_string(checked.profile.id)},
                        {"phase", json_string(check::phase_key(checked.phase))},
                        {"files", json_lines(files)},
                        {"findings", json_lines(findings)},
                        {"suppressed", json_lines(suppressed)},
                        {"rule_pack", json_string(check::rule_pack)},
                        {"as_of", checked.as_of.empty() ? "null" : json_string(checked.as_of)}}) +
           "\n";
}

} // namespace jibiao::cli
