#include "base/text.h"
#include "check/explanation.h"
#include "check/wording.h"

namespace jibiao::check::goal_repeats_purpose {
namespace {

constexpr int very_like = 75; ///< Per cent of common pairs of letters.

std::size_t least(const Profile& profile) {
    return static_cast<std::size_t>(profile.limit("comparable_letters", 8));
}

const Goal* first_goal(const Project& project) {
    for (const Goal& goal : project.goals) {
        if (!goal.text.empty())
            return &goal;
    }
    return nullptr;
}

/// One of several goals is the purpose once more.
void check_each_goal(const ProjectContext& context, const Letters& purpose, Findings& findings) {
    for (const Goal& goal : context.project.goals) {
        if (letters_of(fold(goal.text.text)) != purpose)
            continue;
        findings
            .add({Field::goal, goal.id}, "这条目标与资金用途“" + shorten(context.project.purpose.text, 30) +
                                             "”完全一样：用途说钱怎么花，目标说花了钱要达到什么。")
            .related = {{Field::purpose, context.project.id}};
    }
}

void check(const ProjectContext& context, Findings& findings) {
    const Project& project = context.project;
    const Goal* goal = first_goal(project);
    if (project.purpose.empty() || !goal)
        return;
    const Letters purpose = letters_of(context.facts.purpose);
    const Letters goals = letters_of(context.facts.goals);
    if (purpose.size() < least(context.profile) || goals.size() < least(context.profile))
        return;
    const bool same = purpose == goals;
    const int share = goals.size() * 2 < purpose.size() || most_share_of(goals, purpose) < very_like
                          ? 0
                          : share_of(context.facts.pairs_of_goals(), context.facts.pairs_of_purpose());
    if (!same && (share < very_like || has_quantity(context.facts.goals, context.profile))) {
        if (goals.find(purpose) != Letters::npos)
            check_each_goal(context, purpose, findings);
        return;
    }
    Finding& finding =
        findings.add({Field::goal, goal->id},
                     same ? "绩效目标与资金用途“" + shorten(project.purpose.text, 30) +
                                "”完全一样：用途说钱怎么花，目标说花了钱要达到什么。"
                          : "绩效目标的文字有 " + std::to_string(share) +
                                "% 是资金用途里的，几乎是把用途再写一遍：目标要说花了钱达到什么。");
    finding.related = {{Field::purpose, project.id}};
    if (!same)
        finding.severity = Severity::hint;
}

constexpr Example examples[] = {
    {"purpose: 保障展厅工作的正常运行\ngoal: 保障展厅工作的正常运行。", "projects[0].goals[0]"},
    {"purpose: 用于开展学术活动，组织宣讲活动，鼓励参加科技大赛，表彰优秀科技工作者。\n"
     "goal: 开展学术活动，组织宣讲活动\ngoal: 鼓励参加科技大赛\ngoal: 表彰优秀科技工作者",
     "projects[0].goals[0]"},
    {"purpose: 维护办公楼设备和绿化\ngoal: 维护办公楼设备和绿化", "projects[0].goals[0]"},
    {"purpose: 为农村妇女提供免费检查\ngoal: 检查覆盖全县12个乡镇，早诊早治率达到90%\n"
     "goal: 为农村妇女提供免费检查",
     "projects[0].goals[1]"},
    {"purpose: 维护办公楼设备和绿化\ngoal: 办公楼设备完好，绿化整洁，职工满意", ""},
    {"purpose: 开展科普培训5次\ngoal: 开展科普培训5次，受益群众300人", ""},
    {"purpose: 办公经费\ngoal: 办公经费", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "goal-repeats-purpose",
    .severity = Severity::warning,
    .title = "绩效目标重复资金用途",
    .title_en = "Goal repeats the purpose of the money",
    .check_project = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "用途写的是钱花在哪里，目标写的是花钱以后要达到的产出和效果；照抄用途等于没有设定目标。",
    .how_to_mend = "目标改写为预期的产出和效果，尽量带数量和期限。",
    .source = "绩效目标填报说明（凭记忆）；已公开文本的常见问题",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::goal_repeats_purpose
