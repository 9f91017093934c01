#include "check/explanation.h"
#include "check/reading.h"
#include "check/sections.h"
#include "check/wording.h"

#include <algorithm>

namespace jibiao::check::duties_as_goals {
namespace {

/// The last of the statutory duties is always the same: 完成市委、市政府交办的其他任务.
bool ends_like_duties(const TextChapter& chapter, const Profile& profile) {
    constexpr std::size_t fewest = 4;
    if (chapter.texts.size() < fewest)
        return false;
    std::string last = chapter.texts.back().said.text();
    while (last.ends_with("。") || last.ends_with(";") || last.ends_with("；"))
        last.resize(last.size() - (last.ends_with(";") ? 1 : 3));
    return ends_with_any(last, profile.list("last_duties"));
}

void check_chapter(const TextChapter& chapter, const Context& context, Findings& findings) {
    const Words& duty_words = context.profile.list("duty_words");
    const auto begins = std::ranges::find_if(
        chapter.texts, [&](const Text& text) { return contains_any(text.said.text(), duty_words); });
    const bool announced = begins != chapter.texts.end() && begins - chapter.texts.begin() <= 1;
    if (!announced && !ends_like_duties(chapter, context.profile))
        return;
    const auto states_goal = [&](const Text& text) {
        return !text.said.quantities(context.profile).empty() ||
               contains_any(text.said.text(), context.profile.list("goal_words"));
    };
    if (std::ranges::any_of(chapter.texts, states_goal))
        return;
    findings.add({Field::heading, chapter.section->id},
                 "“" + std::string(chapter.title) +
                     "”一章写的是部门职责，没有本年度的目标：写明今年要做成什么。");
}

void check(const Context& context, Findings& findings) {
    for (const TextChapter& chapter : chapters_of(context, "goal_chapters"))
        check_chapter(chapter, context, findings);
}

constexpr Example examples[] = {
    {"section: 一、总体绩效目标\nparagraph: 市文化馆的主要职责是：\nparagraph: 组织群众文化活动。",
     "sections[0].heading"},
    {"section: 一、总体绩效目标\nparagraph: 根据机构编制规定，主要职责如下：组织演出；指导县区文化工作。",
     "sections[0].heading"},
    {"section: 二、分项绩效目标\nparagraph: 部门职责：负责全市档案管理。", "sections[0].heading"},
    {"section: 二、分项绩效目标\nparagraph: （一）开展学术交流。\nparagraph: （二）普及科学知识。\n"
     "paragraph: （三）编辑学术刊物。\nparagraph: （四）完成市委、市政府交办的其他任务。",
     "sections[0].heading"},
    {"section: 二、分项绩效目标\nparagraph: （一）开展学术交流4场。\nparagraph: （二）普及科学知识。\n"
     "paragraph: （三）编辑学术刊物。\nparagraph: （四）完成市委、市政府交办的其他任务。",
     ""},
    {"section: 一、总体绩效目标\nparagraph: 围绕主要职责，全年组织演出30场。", ""},
    {"section: 一、部门职责\nparagraph: 主要职责是：组织演出。", ""},
    {"section: 一、总体绩效目标\nparagraph: 主要职责是组织演出。\nparagraph: 年度目标：丰富群众文化生活。",
     ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "duties-as-goals",
    .severity = Severity::warning,
    .title = "用部门职责代替绩效目标",
    .title_en = "Statutory duties in place of goals",
    .check_book = check,
    .reads_names_only = true,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "职责是长期不变的，绩效目标是本年度要达到的结果；只抄职责等于没有目标。",
    .how_to_mend = "职责写进部门概况，目标写今年的主要任务、数量和预期效果。",
    .source = "部门整体绩效目标填报说明（凭记忆）；已公开文本的常见问题",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::duties_as_goals
