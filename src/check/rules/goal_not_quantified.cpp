#include "base/text.h"
#include "check/explanation.h"
#include "check/reading.h"
#include "check/sections.h"
#include "check/wording.h"

#include <algorithm>
#include <span>
#include <vector>

namespace jibiao::check::goal_not_quantified {
namespace {

constexpr std::string_view advice = "写明要做多少、做到什么程度、什么时候完成。";

/// 全覆盖, 零事故 are measures without a number.
bool is_measured(std::string_view folded, const Profile& profile) {
    return has_quantity(folded, profile) || contains_any(folded, profile.list("complete_words"));
}

void check_goals(const Rows<Goal>& goals, Field field, const ProjectContext& context, Findings& findings) {
    const auto& read = context.facts.statements; // Shorter ones are whole.
    if (field == Field::goal && std::ranges::any_of(read, [&context](const Statement& goal) {
            return goal.text().size() < ProjectFacts::most_bytes && !goal.quantities(context.profile).empty();
        }))
        return;
    std::size_t stated = 0;
    for (const Goal& goal : goals) {
        if (goal.text.empty())
            continue;
        ++stated;
        if (is_measured(fold(goal.text.text), context.profile))
            return;
    }
    if (stated == 0)
        return;
    const Goal* first = nullptr;
    for (const Goal& goal : goals) {
        if (goal.text.empty())
            continue;
        first = &goal;
        break;
    }
    Finding& finding =
        findings.add({field, first->id}, (stated > 1 ? std::to_string(stated) + " 条目标" : "目标") +
                                             std::string("里没有一个带单位的数：") + std::string(advice));
    for (const Goal& goal : goals) {
        if (&goal != first && !goal.text.empty())
            finding.related.push_back({field, goal.id});
    }
}

/// A detailed goal without a number among others that have one.
void check_each(const Rows<Goal>& goals, const ProjectContext& context, Findings& findings) {
    std::vector<const Goal*> without;
    std::size_t measured = 0;
    for (const Goal& goal : goals) {
        if (goal.text.empty())
            continue;
        if (is_measured(fold(goal.text.text), context.profile))
            ++measured;
        else
            without.push_back(&goal);
    }
    if (measured == 0 || without.empty())
        return;
    if (measured < 2 * without.size()) {
        Finding& finding = findings.add({Field::detail_goal, without.front()->id},
                                        std::to_string(without.size()) + " 条明细目标里没有带单位的数：" +
                                            std::string(advice));
        for (const Goal* goal : std::span(without).subspan(1))
            finding.related.push_back({Field::detail_goal, goal->id});
        return;
    }
    for (const Goal* goal : without)
        findings.add({Field::detail_goal, goal->id},
                     "其他明细目标都有数，这一条没有：" + std::string(advice));
}

void check_project(const ProjectContext& context, Findings& findings) {
    check_each(context.project.detail_goals, context, findings);
    check_goals(context.project.goals, Field::goal, context, findings);
    check_goals(context.project.detail_goals, Field::detail_goal, context, findings);
}

void check_chapter(const TextChapter& chapter, const Context& context, Findings& findings) {
    std::size_t stated = 0;
    for (const Text& text : chapter.texts) {
        const std::string& folded = text.said.text();
        if (!text.said.quantities(context.profile).empty() ||
            contains_any(folded, context.profile.list("complete_words")) ||
            contains_any(folded, context.profile.list("duty_words")))
            return;
        if (text.at.field == Field::paragraph)
            ++stated;
    }
    if (stated == 0)
        return;
    findings.add(chapter.texts.front().at,
                 "“" + std::string(chapter.title) + "”一章里没有一个带单位的数：" + std::string(advice));
}

void check_book(const Context& context, Findings& findings) {
    for (const TextChapter& chapter : chapters_of(context, "goal_chapters"))
        check_chapter(chapter, context, findings);
}

constexpr Example examples[] = {
    {"goal: 进一步提升公民科学素质", "projects[0].goals[0]"},
    {"goal: 围绕“四服务”职责，做到“两个维护”\ngoal: 推进“十四五”各项工作", "projects[0].goals[0]"},
    {"template: gz-2024\nkind: department\ngoal: 2024年度提升服务能力", "projects[0].goals[0]"},
    {"section: 二、分项绩效目标\nparagraph: 持续开展学术交流，打造一个平台。", "sections[0].body[0]"},
    {"template: gz-2024\nkind: department\ndetail goal: 抽检食品2400批次\ndetail goal: 检定器具1500台\n"
     "detail goal: 打击假冒伪劣",
     "projects[0].detail_goals[2]"},
    {"template: gz-2024\nkind: department\ndetail goal: 抽检食品2400批次\ndetail goal: 维护市场秩序\n"
     "detail goal: 打击假冒伪劣",
     "projects[0].detail_goals[1]"},
    {"goal: 建成省级工作站一个", ""},
    {"goal: 在四个县区完成巡展工作", ""},
    {"goal: 提升服务能力\ngoal: 服务对象满意度达到百分之九十", ""},
    {"goal: 村卫生室标准化建设全覆盖", ""},
    {"section: 二、分项绩效目标\nparagraph: 持续开展学术交流。\nparagraph: 全年举办讲座12场。", ""},
    {"section: 三、工作保障措施\nparagraph: 持续加强组织领导。", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "goal-not-quantified",
    .severity = Severity::hint,
    .title = "绩效目标没有量化",
    .title_en = "Goal without a measurable quantity",
    .check_project = check_project,
    .check_book = check_book,
    .reads_names_only = true,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "目标里没有数量、比例或期限，年底无法判断是否完成；绩效目标应当细化、量化。",
    .how_to_mend = "把主要产出和效果的数写进目标，例如“开展培训5次，参训人员合格率达到95%”。",
    .source = "财预〔2015〕88 号第八条“细化量化”（凭记忆）；审计通报的常见问题（已读）",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::goal_not_quantified
