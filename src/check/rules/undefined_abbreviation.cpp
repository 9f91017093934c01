#include "base/text.h"
#include "check/explanation.h"
#include "check/reading.h"

#include <set>

namespace jibiao::check::undefined_abbreviation {
namespace {

/// “以下简称《纲要》”, “（简称《纲要》）”: the definition stands in front of the short title.
bool is_definition(std::string_view text, std::size_t open) {
    const std::string_view before = text.substr(0, open);
    return before.ends_with("简称") || before.ends_with("简称:") || before.ends_with("简称：") ||
           before.ends_with("简称为") || before.ends_with("下称");
}

void check(const Context& context, Findings& findings) {
    const Words& short_titles = context.profile.list("short_titles");
    std::set<std::string_view> defined;
    std::set<std::string_view> reported;
    for_each_marked_cell(context.facts, [&](FieldRef at, const Cell& cell) {
        const std::string_view text = cell.text;
        for (std::size_t open = text.find("《"); open != std::string_view::npos;) {
            const std::size_t close = text.find("》", open);
            if (close == std::string_view::npos)
                return;
            const std::string_view title = text.substr(open + 3, close - open - 3);
            if (is_definition(text, open))
                defined.insert(title);
            else if (is_any(title, short_titles) && !defined.contains(title) && reported.insert(title).second)
                findings.add(at, "《" + std::string(title) +
                                     "》是简称，前面没有写全称：第一次出现时写《全称》（以下简称《" +
                                     std::string(title) + "》）。");
            open = text.find("《", close);
        }
    });
}

constexpr Example examples[] = {
    {"purpose: 以实施《纲要》为抓手，提升科学素质", "projects[0].purpose"},
    {"goal: 落实《意见》和《方案》要求", "projects[0].goals[0] projects[0].goals[0]"},
    {"section: 一、总体绩效目标\nparagraph: 按照《规划》，推进建设。\nparagraph: 落实《规划》。",
     "sections[0].body[0]"},
    {"section: 一、总体绩效目标\nparagraph: 依据《全民健身计划纲要》（以下简称《纲要》），落实《纲要》。",
     ""},
    {"purpose: 依据《预算法》和《科普法》", ""},
    {"purpose: 落实《示例市文化发展规划》", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "undefined-abbreviation",
    .severity = Severity::hint,
    .title = "文件简称没有说明全称",
    .title_en = "Short title without its full title",
    .check_book = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "《纲要》《意见》可以指很多文件，没有全称，依据无从核对。",
    .how_to_mend = "第一次出现时写全称，并注明“以下简称《…》”。",
    .source = "《党政机关公文处理工作条例》和 GB/T 9704 的引用习惯（凭记忆）",
    .sureness = Sureness::recalled,
    .examples = examples,
};

} // namespace jibiao::check::undefined_abbreviation
