#include "base/text.h"
#include "cli/report.h"
#include "cli/report_words.h"

namespace jibiao::cli {
namespace {

using check::Finding;

constexpr std::size_t longest_quote = 60;
constexpr std::size_t most_related = 5;

std::string position(const CheckedFile& file, FieldRef at) {
    const int line = line_of(file.book, at);
    return line > 0 ? file.path + ":" + std::to_string(line) : file.path;
}

/// 项目 1 科普经费 › 指标 2 培训次数 › 指标值：“≥5次”
std::string place_and_text(const CheckedFile& file, const Template& form, FieldRef at,
                           const std::string& text) {
    const std::string place = place_in_words(file.book, form, at);
    return text.empty() ? place : place + "：“" + shorten_in_line(text, longest_quote) + "”";
}

std::string related_in_text(const CheckedFile& file, const Finding& finding, const Template& form) {
    std::string lines;
    for (std::size_t i = 0; i < finding.related.size(); ++i) {
        if (i == most_related)
            return lines + "    另见其余 " + std::to_string(finding.related.size() - i) + " 处\n";
        const FieldRef at = finding.related[i];
        const Cell* cell = find_cell(file.book, at);
        lines += "    另见 " + position(file, at) + " " +
                 place_and_text(file, form, at, cell ? cell->text : "") + "\n";
    }
    return lines;
}

std::string finding_in_text(const CheckedFile& file, const Finding& finding, const Template& form) {
    std::string text =
        position(file, finding.at) + ": " + std::string(check::severity_name(finding.severity)) + " [" +
        std::string(finding.rule) + "] " + replace_all(finding.message, "\n", " ") + "\n    " +
        place_and_text(file, form, finding.at, finding.value) + "\n" + related_in_text(file, finding, form);
    if (finding.fix)
        text += "    " + offer_of(finding) + "\n";
    return text;
}

/// What the books give a reason for, for those who judge the reasons.
std::string suppressed_in_text(const Checked& checked) {
    std::string lines;
    for (const CheckedFile& file : checked.files) {
        const Template& form = checked.forms.get(file.book.template_id);
        for (const check::Suppressed& one : file.report.suppressed)
            lines += finding_in_text(file, one.finding, form) + "    理由：" +
                     replace_all(reason_of(one), "\n", " ") + "\n";
    }
    return lines.empty() ? lines : "已说明不改的问题：\n" + lines;
}

std::string verdict_line(const Checked& checked) {
    const std::string start = "结论（" + std::string(check::phase_name(checked.phase)) + "）：";
    if (checked.files.size() == 1)
        return start + in_words(checked.files.front().verdict) + "。\n";
    std::string lines;
    std::size_t ready = 0;
    for (const CheckedFile& file : checked.files) {
        lines += file.path + "：" + in_words(file.verdict) + "\n";
        ready += file.verdict.ready() ? 1 : 0;
    }
    if (checked.phase == check::BookPhase::draft)
        return lines;
    return lines + start + std::to_string(ready) + " 个文件可上报，" +
           std::to_string(checked.files.size() - ready) + " 个须改。\n";
}

} // namespace

std::string text_report(const Checked& checked) {
    std::string out;
    Tally tally;
    std::size_t notes = 0;
    std::size_t suppressed = 0;
    std::size_t in_baseline = 0;
    for (const CheckedFile& file : checked.files) {
        for (const Finding& finding : file.report.findings)
            out += finding_in_text(file, finding, checked.forms.get(file.book.template_id));
        tally.add(file.report);
        notes += file.book.notes.size();
        suppressed += file.report.suppressed.size();
        in_baseline += file.in_baseline;
    }
    out += suppressed_in_text(checked);
    out += std::to_string(checked.files.size()) + " 个文件：" + in_words(tally) + "。" +
           not_counted(suppressed, in_baseline);
    if (notes > 0)
        out += "读入时有 " + std::to_string(notes) + " 条说明，用 jibiao import 查看。";
    return out + "\n" + verdict_line(checked);
}

} // namespace jibiao::cli
