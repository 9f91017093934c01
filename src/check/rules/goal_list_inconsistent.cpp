#include "base/text.h"
#include "check/explanation.h"
#include "check/sections.h"
#include "check/wording.h"
#include "model/ordinal.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace jibiao::check::goal_list_inconsistent {
namespace {

/// Letters of a title: shorter ones stand everywhere, longer ones are sentences.
constexpr std::size_t shortest = 4;
constexpr std::size_t longest = 16;
/// Longer lists and chapters are no goals.
constexpr std::size_t most_items = 30;
constexpr std::size_t most_letters = 20'000;
/// Per cent of a title's pairs of letters: with so many the other list speaks of it in other words.
constexpr int said = 50;

struct Item {
    FieldRef at;
    std::string_view title;
    Letters letters;
};

/// 科学技术普及 of 1、科学技术普及：依据….
std::string_view title_of(std::string_view text) {
    text = without_ordinal(text);
    for (const std::string_view stop : {"：", ":", "。", "；", "，", "\n"})
        text = text.substr(0, text.find(stop));
    return trim(text);
}

/// The titles of the outermost list in a chapter.
std::vector<Item> items_of(const TextChapter& chapter) {
    std::vector<Item> items;
    OrdinalStyle style = OrdinalStyle::none;
    for (const Text& text : chapter.texts) {
        const OrdinalStyle own = read_ordinal(text.cell->text).style;
        if (own == OrdinalStyle::none || (style != OrdinalStyle::none && own != style))
            continue;
        style = own;
        const std::string_view title = title_of(text.cell->text);
        items.push_back({text.at, title, letters_of(title)});
    }
    return items;
}

Letters letters_in(const TextChapter& chapter) {
    Letters all;
    for (const Text& text : chapter.texts)
        all += letters_of(text.cell->text);
    return all;
}

/// Most items stand word for word in the other list: there the others should stand too.
void check_list(const TextChapter& list, const TextChapter& other, Findings& findings) {
    const auto items = items_of(list);
    if (items.size() < 2 || items.size() > most_items) // Two are to be found.
        return;
    const Letters text = letters_in(other);
    if (text.size() > most_letters)
        return;
    std::vector<const Item*> missing;
    std::optional<SortedPairs> pairs; // Of the text, once they are asked for.
    std::size_t found = 0;
    for (const Item& item : items) {
        if (item.letters.size() < shortest || item.letters.size() > longest)
            return;
        if (text.find(item.letters) != Letters::npos) {
            ++found;
            continue;
        }
        if (!pairs)
            pairs.emplace(text);
        if (share_of(SortedPairs(item.letters), *pairs) < said)
            missing.push_back(&item);
    }
    if (found < 2 || missing.size() >= found)
        return;
    for (const Item* item : missing) {
        findings
            .add(item->at, "“" + std::string(list.title) + "”列了“" + std::string(item->title) + "”，“" +
                               std::string(other.title) + "”里没有：两处的目标应一一对应。")
            .related = {{Field::heading, other.section->id}};
    }
}

void check(const Context& context, Findings& findings) {
    const auto& wholes = chapters_of(context, "whole_goal_chapters");
    const auto& parts = chapters_of(context, "part_goal_chapters");
    if (wholes.size() != 1 || parts.size() != 1)
        return;
    check_list(wholes.front(), parts.front(), findings);
    check_list(parts.front(), wholes.front(), findings);
}

constexpr Example examples[] = {
    {"section: 一、总体绩效目标\nparagraph: 1、科学技术普及：开展科普活动。\nparagraph: "
     "2、促进学术发展：举办年会。\n"
     "paragraph: 3、政务管理：建设机关。\nparagraph: 4、助力创新驱动：培育企业。\n"
     "section: 二、分项绩效目标\nparagraph: 职责分类：科学技术普及、促进学术发展、政务管理。",
     "sections[0].body[3]"},
    {"section: 一、总体绩效目标\nparagraph: 全年抓好文化惠民和文物保护，办好图书阅览。\n"
     "section: 二、分项绩效目标\nsubsection: （一）文化惠民\nparagraph: 演出30场。\n"
     "subsection: （二）文物保护\nparagraph: 修缮3处。\nsubsection: （三）体育竞赛\nparagraph: 办赛5次。",
     "sections[4].heading"},
    {"section: 一、总体绩效目标\nparagraph: 1、科学技术普及：开展科普活动。\nparagraph: "
     "2、促进学术发展：举办年会。\n"
     "section: 二、分项绩效目标\nparagraph: 1、科学技术普及目标。\nparagraph: 2、促进学术发展目标。",
     ""},
    {"section: 一、总体绩效目标\nparagraph: 1、提升公众素质。\nparagraph: 2、服务科技人员。\n"
     "paragraph: 3、加强自身建设。\nsection: 二、分项绩效目标\nparagraph: 组织演出30场，修缮文物3处。",
     ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "goal-list-inconsistent",
    .severity = Severity::warning,
    .title = "总体目标与分项目标不对应",
    .title_en = "Overall goals and sub-goals do not match",
    .check_book = check,
    .reads_names_only = true,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "分项目标是总体目标的分解；一处有、另一处没有的目标，不是漏写就是没有安排。",
    .how_to_mend = "对照两张清单，补上漏写的一项，或删去今年不做的一项，名称写成一样。",
    .source = "部门整体绩效目标填报说明（凭记忆）；已公开文本中可见",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::goal_list_inconsistent
