#include "cli/report_words.h"

#include "base/utf8.h"
#include "check/explanation.h"
#include "check/rule_pack.h"

namespace jibiao::cli {

using check::Severity;

void Tally::add(const check::Report& report) {
    errors += report.count(Severity::error);
    warnings += report.count(Severity::warning);
    hints += report.count(Severity::hint);
}

std::string in_words(const Tally& tally) {
    return std::to_string(tally.errors) + " 个错误，" + std::to_string(tally.warnings) + " 个警告，" +
           std::to_string(tally.hints) + " 个提示";
}

std::string_view advice_on(const check::Finding& finding) {
    const check::Rule* rule = check::find_rule(finding.rule);
    return rule ? check::explanation_of(*rule).how_to_mend : std::string_view();
}

std::string offer_of(const check::Finding& finding) {
    if (!finding.fix)
        return "";
    return (finding.fix->safe ? "可修复：" : "可参考：") + finding.fix->title;
}

std::string reason_of(const check::Suppressed& suppressed) {
    const Suppression& given = suppressed.suppression;
    return given.reason + (given.date.empty() ? "" : "（" + given.date + "）");
}

std::string not_counted(std::size_t suppressed, std::size_t in_baseline) {
    std::string words;
    if (suppressed > 0)
        words += "已说明不改 " + std::to_string(suppressed) + " 项。";
    if (in_baseline > 0)
        words += "基线中已有 " + std::to_string(in_baseline) + " 项。";
    return words;
}

std::string basis_of(const Checked& checked) {
    return checked.profile.name + "，规则包 " + std::string(check::rule_pack) +
           (checked.as_of.empty() ? "" : "，" + checked.as_of);
}

std::string place_in_project(const Book& book, const Template& form, FieldRef at) {
    const std::string words = place_in_words(book, form, at);
    const Project* project = project_of(book, at);
    if (!project)
        return words;
    const std::string start = project_in_words(book, *book.projects.index_of(project->id)) + " › ";
    return words.starts_with(start) ? words.substr(start.size()) : "整张表";
}

std::string whole_target(const Indicator& row) {
    return row.comparator.text + row.target.text + row.target_unit.text;
}

const Indicator* indicator_of(const Book& book, FieldRef at) {
    const Project* project = project_of(book, at);
    return project ? project->indicators.find(at.row) : nullptr;
}

std::string printable(std::string_view text) {
    std::string result;
    for (std::size_t offset = 0; offset < text.size();) {
        const CodePoint point = code_point_at(text, offset);
        offset += point.length;
        const bool control = (point.value < 0x20 && point.value != '\n' && point.value != '\t') ||
                             (point.value >= 0x7F && point.value < 0xA0);
        append_utf8(result, control ? U' ' : point.value);
    }
    return result;
}

} // namespace jibiao::cli
