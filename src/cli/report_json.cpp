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

std::string file_in_json(const CheckedFile& file) {
    return json_object({{"path", json_string(file.path)},
                        {"template", json_string(file.book.template_id)},
                        {"notes", notes_in_json(file.book)},
                        {"to_mend", std::to_string(file.verdict.to_mend)},
                        {"verdict", json_string(in_words(file.verdict))}});
}

std::string finding_in_json(const CheckedFile& file, const Finding& finding, const Template& form) {
    return json_object({{"rule", json_string(finding.rule)},
                        {"severity", json_string(check::severity_key(finding.severity))},
                        {"file", json_string(file.path)},
                        {"line", line_in_json(line_of(file.book, finding.at))},
                        {"at", json_string(path_of(file.book, finding.at))},
                        {"label", json_string(place_in_words(file.book, form, finding.at))},
                        {"message", json_string(finding.message)},
                        {"value", json_string(finding.value)},
                        {"fixable", json_bool(finding.fix.has_value())}});
}

} // namespace

std::string json_report(const Checked& checked) {
    std::vector<std::string> files;
    std::vector<std::string> findings;
    for (const CheckedFile& file : checked.files) {
        files.push_back(file_in_json(file));
        for (const Finding& finding : file.report.findings)
            findings.push_back(finding_in_json(file, finding, checked.forms.get(file.book.template_id)));
    }
    return json_object({{"version", "1"},
                        {"profile", json_string(checked.profile.id)},
                        {"phase", json_string(check::phase_key(checked.phase))},
                        {"files", json_lines(files)},
                        {"findings", json_lines(findings)}}) +
           "\n";
}

} // namespace jibiao::cli
