#include "base/text.h"
#include "check/explanation.h"
#include "model/ordinal.h"

#include <string>

namespace jibiao::check::heading_duplicated {
namespace {

constexpr std::size_t longest = 600; ///< Bytes; a heading is no longer.

/// Folded, without its ordinal; "" if it is none.
std::string key_of(std::string_view heading) {
    return heading.size() > longest ? std::string() : fold(without_ordinal(trim(heading)));
}

/// The import takes a heading that is printed twice for one: both lines stand in its raw text, perhaps with
/// the marks of a table of contents.
bool was_printed_twice(const Cell& cell) {
    const std::size_t end = cell.raw.find('\n');
    if (end == std::string::npos || cell.raw.size() > 2 * longest)
        return false;
    const std::string key = key_of(cell.text);
    const std::string_view raw = cell.raw;
    return !key.empty() && contains(fold(raw.substr(0, end)), key) && contains(fold(raw.substr(end)), key);
}

Finding& report(Findings& findings, FieldRef at, const Cell& cell) {
    return findings.add(at, "标题“" + shorten(cell.text, 24) + "”连着印了两遍。");
}

/// The text below a heading begins with it, or the next heading says the same.
void check_section(const Context& context, std::size_t index, Findings& findings) {
    const Rows<Section>& sections = context.book.sections;
    const Section& section = sections[index];
    const FieldRef at{Field::heading, section.id};
    if (section.heading.empty())
        return;
    if (was_printed_twice(section.heading)) {
        report(findings, at, section.heading);
        return;
    }
    const std::string key = key_of(section.heading.text);
    if (key.empty())
        return;
    if (!section.body.empty()) {
        const Paragraph& first = section.body.front();
        if (key_of(first.text.text) == key)
            report(findings, at, section.heading).related.push_back({Field::paragraph, first.id});
    } else if (section.tables.empty() && index + 1 < sections.size()) {
        const Section& next = sections[index + 1];
        if (key_of(next.heading.text) == key)
            report(findings, at, section.heading).related.push_back({Field::heading, next.id});
    }
}

void check(const Context& context, Findings& findings) {
    for (std::size_t i = 0; i < context.book.sections.size(); ++i)
        check_section(context, i, findings);
    for (const Project& project : context.book.projects) {
        if (was_printed_twice(project.caption))
            report(findings, {Field::caption, project.id}, project.caption);
    }
}

constexpr Example examples[] = {
    {"section: 一、总体绩效目标\nparagraph: 总体绩效目标\nparagraph: 全年开展科普培训5次。",
     "sections[0].heading"},
    {"section: 一、总体绩效目标\nsection: 总体绩效目标\nparagraph: 全年开展科普培训5次。",
     "sections[0].heading"},
    {"section: 二、工作保障措施\nparagraph: 二、工作 保障措施", "sections[0].heading"},
    {"section: 一、总体绩效目标\nparagraph: 总体绩效目标如下。", ""},
    {"section: 一、总体绩效目标\nparagraph: 全年开展科普培训5次。\nparagraph: 总体绩效目标", ""},
    {"section: 一、总体绩效目标\nparagraph: 全年开展科普培训5次。\nsection: 二、总体绩效目标", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "heading-duplicated",
    .severity = Severity::hint,
    .title = "标题重复",
    .title_en = "Heading printed twice",
    .check_book = check,
    .reads_names_only = true,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "同一个标题连着出现两遍，多半是设置目录时留下的，版面不规范。",
    .how_to_mend = "删去其中一个；目录用标题样式生成，不必另写一行。",
    .source = "经验；从已公开文本归纳",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::heading_duplicated
