#include "cli/report.h"

#include "base/text.h"
#include "cli/json.h"

namespace jibiao::cli {
namespace {

using check::Finding;
using check::Severity;

constexpr std::size_t longest_quote = 60;

std::string position(const std::string& path, int line) {
    return line > 0 ? path + ":" + std::to_string(line) : path;
}

std::string one_line(std::string_view text) {
    return shorten(replace_all(text, "\n", " "), longest_quote);
}

std::string finding_in_text(const CheckedFile& file, const Finding& finding, const Template& form) {
    std::string text = position(file.path, line_of(file.book, finding.at)) + ": " +
                       std::string(check::severity_name(finding.severity)) + " " + std::string(finding.rule) +
                       ": " + finding.message + "\n    " + place_in_words(file.book, form, finding.at);
    if (!finding.value.empty())
        text += "：" + one_line(finding.value);
    if (finding.fix)
        text += "（可" + std::string(finding.fix->safe ? "修复" : "参考") + "：" + finding.fix->title + "）";
    return text + "\n";
}

std::string notes_in_json(const Book& book) {
    std::string out = "[";
    for (const Note& note : book.notes) {
        out += out.size() > 1 ? "," : "";
        out += json_object(
            {{"line", note.line > 0 ? std::to_string(note.line) : "null"}, {"text", json_string(note.text)}});
    }
    return out + "]";
}

std::string finding_in_json(const CheckedFile& file, const Finding& finding, const Template& form) {
    const int line = line_of(file.book, finding.at);
    return json_object({{"rule", json_string(finding.rule)},
                        {"severity", json_string(check::severity_key(finding.severity))},
                        {"file", json_string(file.path)},
                        {"line", line > 0 ? std::to_string(line) : "null"},
                        {"at", json_string(path_of(file.book, finding.at))},
                        {"label", json_string(place_in_words(file.book, form, finding.at))},
                        {"message", json_string(finding.message)},
                        {"value", json_string(finding.value)},
                        {"fixable", json_bool(finding.fix.has_value())}});
}

} // namespace

std::string text_report(const std::vector<CheckedFile>& files, const Templates& forms) {
    std::string out;
    std::size_t errors = 0;
    std::size_t warnings = 0;
    std::size_t hints = 0;
    std::size_t notes = 0;
    for (const CheckedFile& file : files) {
        for (const Finding& finding : file.report.findings)
            out += finding_in_text(file, finding, forms.get(file.book.template_id));
        errors += file.report.count(Severity::error);
        warnings += file.report.count(Severity::warning);
        hints += file.report.count(Severity::hint);
        notes += file.book.notes.size();
    }
    out += std::to_string(files.size()) + " 个文件：" + std::to_string(errors) + " 个错误，" +
           std::to_string(warnings) + " 个警告，" + std::to_string(hints) + " 个提示。";
    if (notes > 0)
        out += "读入时有 " + std::to_string(notes) + " 条说明，用 jibiao import 查看。";
    return out + "\n";
}

std::string json_report(const std::vector<CheckedFile>& files, const Templates& forms,
                        std::string_view profile) {
    std::vector<std::string> of_files;
    std::vector<std::string> findings;
    for (const CheckedFile& file : files) {
        of_files.push_back(json_object({{"path", json_string(file.path)},
                                        {"template", json_string(file.book.template_id)},
                                        {"notes", notes_in_json(file.book)}}));
        for (const Finding& finding : file.report.findings)
            findings.push_back(finding_in_json(file, finding, forms.get(file.book.template_id)));
    }
    return json_object({{"version", "1"},
                        {"profile", json_string(profile)},
                        {"files", json_lines(of_files)},
                        {"findings", json_lines(findings)}}) +
           "\n";
}

} // namespace jibiao::cli
