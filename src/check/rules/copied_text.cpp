#include "base/text.h"
#include "check/explanation.h"
#include "check/reading.h"
#include "check/wording.h"

#include <algorithm>
#include <cstdlib>
#include <map>

namespace jibiao::check::copied_text {
namespace {

constexpr std::size_t most_compared = 200; ///< Projects: each is compared with each.
constexpr int very_like = 85;              ///< Per cent of common pairs of letters.
constexpr int clearly = 15; ///< Points between the shares of a goal that two projects' own words say.

struct Texts {
    const ProjectFacts* facts;
    const SortedPairs& goals;
    const SortedPairs& purpose;
    bool reported = false; ///< The goals as a whole are another project's.
};

std::vector<Texts> texts_of(const Context& context) {
    std::vector<Texts> texts;
    if (context.facts.projects.size() < 2)
        return texts; // Nothing to compare with.
    for (const auto& facts : context.facts.projects) {
        if (facts->project->kind == ProjectKind::department)
            continue;
        texts.push_back({facts.get(), facts->pairs_of_goals(), facts->pairs_of_purpose()});
        if (texts.size() == most_compared)
            break;
    }
    return texts;
}

FieldRef first_goal(const Project& project) {
    for (const Goal& goal : project.goals) {
        if (!goal.text.empty())
            return {Field::goal, goal.id};
    }
    return {Field::goal, 0};
}

/// Of two projects with one goal, the goal fits the one whose name and purpose say more of it.
void check_goals(std::vector<Texts>& texts, std::size_t least, Findings& findings) {
    for (std::size_t i = 1; i < texts.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (std::min(texts[i].goals.size(), texts[j].goals.size()) < least ||
                !are_alike(texts[i].goals, texts[j].goals, very_like))
                continue;
            texts[i].reported = texts[j].reported = true;
            const int own = texts[i].facts->own_share_of_goals();
            const int other_own = texts[j].facts->own_share_of_goals();
            const bool later = own <= other_own;
            const Project& copy = *texts[later ? i : j].facts->project;
            const Project& source = *texts[later ? j : i].facts->project;
            Finding& finding = findings.add(
                first_goal(copy), "绩效目标与项目“" + shorten(source.name.text, 30) +
                                      "”的几乎一样，与本项目的名称和用途对不上，像是复制后没有改。");
            finding.related = {first_goal(source)};
            if (own == other_own)
                finding.severity = Severity::hint;
            break;
        }
    }
}

struct SingleGoal {
    const Texts* texts = nullptr;
    RowId id = 0;
    int own = 0; ///< How much of it the project's own name and purpose say.
};

/// Copied if it clearly fits one of the projects only, else it is what any project may aim at.
void compare(const SingleGoal& a, const SingleGoal& b, Findings& findings) {
    if (a.texts == b.texts || std::abs(a.own - b.own) < clearly)
        return;
    const SingleGoal& copy = a.own < b.own ? a : b;
    const SingleGoal& source = a.own < b.own ? b : a;
    findings
        .add({Field::goal, copy.id}, "这条目标与项目“" +
                                         shorten(source.texts->facts->project->name.text, 30) +
                                         "”的一样，与本项目的名称和用途对不上，像是复制后没有改。")
        .related = {{Field::goal, source.id}};
}

/// One goal of several in two projects.
void check_single_goals(const std::vector<Texts>& texts, std::size_t least, Findings& findings) {
    std::map<std::u32string_view, SingleGoal> known;
    for (const Texts& one : texts) {
        if (one.reported)
            continue;
        for (const ProjectFacts::GoalText& text : one.facts->goal_texts()) {
            if (text.letters.size() < least)
                continue;
            const SingleGoal goal{&one, text.id, text.own};
            compare(goal, known.emplace(text.letters, goal).first->second, findings);
        }
    }
}

/// A goal that is what another project spends its money on.
void check_purposes(const std::vector<Texts>& texts, std::size_t least, Findings& findings) {
    for (const Texts& one : texts) {
        if (one.goals.size() < least || are_alike(one.goals, one.purpose, very_like))
            continue;
        for (const Texts& other : texts) {
            if (&one == &other || other.purpose.size() < least ||
                !are_alike(one.goals, other.purpose, very_like))
                continue;
            Finding& finding = findings.add(first_goal(*one.facts->project),
                                            "绩效目标与项目“" + shorten(other.facts->project->name.text, 30) +
                                                "”的资金用途几乎一样，像是从那里复制的。");
            finding.severity = Severity::hint;
            finding.related = {{Field::purpose, other.facts->project->id}};
            break;
        }
    }
}

/// 整体支出 is measured in the department's table.
void check_department_words(const Context& context, Findings& findings) {
    for (const auto& facts : context.facts.projects) {
        if (facts->project->kind == ProjectKind::department)
            continue;
        for (const auto& row : facts->rows) {
            if (!contains_any(row->name, context.profile.list("department_indicator_words")) ||
                contains_any(facts->name, context.profile.list("department_indicator_words")))
                continue;
            findings
                .add({Field::indicator_name, row->id()},
                     "“" + row->row->name.text +
                         "”是部门整体的指标，像是从部门整体表复制来的：改成本项目的指标。")
                .severity = Severity::hint;
        }
    }
}

void check(const Context& context, Findings& findings) {
    auto texts = texts_of(context);
    const auto least = static_cast<std::size_t>(context.profile.limit("copied_letters", 15));
    check_goals(texts, least, findings);
    check_single_goals(texts, least, findings);
    check_purposes(texts, least, findings);
    check_department_words(context, findings);
}

constexpr Example examples[] = {
    {"name: 职业技能提升\npurpose: 用于补贴性职业技能培训和线下招聘会\n"
     "goal: 开展补贴性职业技能培训1074人，举办线下招聘会6场\ngoal: 培训后就业率不低于60%\n"
     "project: 森林防火\npurpose: 用于林区隔离带开设和巡护补助\n"
     "goal: 开展补贴性职业技能培训1074人，举办线下招聘会6场",
     "projects[1].goals[0]"},
    {"name: 职业技能提升\npurpose: 用于补贴性职业技能培训和线下招聘会\n"
     "goal: 举办线下招聘会6场\ngoal: 按期完成年度任务，群众满意度达到90%以上\n"
     "project: 森林防火\npurpose: 用于林区隔离带开设和巡护补助\n"
     "goal: 开设隔离带20公里\ngoal: 按期完成年度任务，群众满意度达到90%以上",
     ""},
    {"name: 老年大学经费\npurpose: 用于老年大学教学和招生\ngoal: 老年大学招生教学有序开展，学员稳定增长\n"
     "project: 档案数字化\npurpose: 用于馆藏档案扫描\ngoal: 老年大学招生教学有序开展，学员稳定增长",
     "projects[1].goals[0]"},
    {"name: 图书购置\npurpose: 购置少儿图书和电子读物，充实县区图书馆\nproject: 宣传\npurpose: 制作展板\n"
     "goal: 购置少儿图书和电子读物，充实县区图书馆",
     "projects[1].goals[0]"},
    {"indicator: 产出指标 | 时效指标 | 整体支出完成时限 | 完成时间 | 2021年12月底前 | 计划",
     "projects[0].indicators[2].indicator_name"},
    {"project: 设备购置\npurpose: 用于更新检测设备\ngoal: 更新检测设备12台，缩短检测时间", ""},
    {"goal: 按期完成\nproject: 设备购置\ngoal: 按期完成", ""},
    {"kind: department\n"
     "indicator: 产出指标 | 时效指标 | 整体支出完成时限 | 完成时间 | 2021年12月底前 | 计划",
     ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "copied-text",
    .severity = Severity::error,
    .title = "从别的表复制的内容",
    .title_en = "Text copied from another table",
    .check_book = check,
    .reads_names_only = true,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "目标与别的项目一样，而与本项目的名称和用途无关，说明复制后没有修改，会被退回。",
    .how_to_mend = "按本项目的资金用途重新写目标和指标。",
    .source = "审计和研究文章指出的套用模板问题（已读摘要）；已公开文本中可见",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::copied_text
