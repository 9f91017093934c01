#include "base/text.h"
#include "check/explanation.h"
#include "check/measures.h"
#include "check/reading.h"
#include "check/wording.h"

#include <algorithm>
#include <string>
#include <vector>

namespace jibiao::check::long_term_equals_annual {
namespace {

/// A column shorter than that may be equal by chance.
constexpr std::size_t fewest_cells = 3;

/// 年度目标（2023年）：… without its label.
std::string_view without_label(std::string_view folded, const Words& labels) {
    for (const std::string& label : labels) {
        if (!folded.starts_with(label))
            continue;
        folded.remove_prefix(label.size());
        if (folded.starts_with('(') && folded.find(')') != std::string_view::npos)
            folded.remove_prefix(folded.find(')') + 1);
        return folded.starts_with(':') ? folded.substr(1) : folded;
    }
    return folded;
}

struct GoalText {
    FieldRef at;
    Letters letters;
};

/// Two goals alike where one of them, or a line above them, is said to be the long-term one.
void check_goals(const ProjectFacts& facts, const Context& context, Findings& findings) {
    const Words& long_term = context.profile.list("long_term_labels");
    const Words& annual = context.profile.list("annual_labels");
    const auto is_long_term = [&](std::string_view goal) { return starts_with_any(goal, long_term); };
    if (std::ranges::none_of(split(facts.goals, '\n'), is_long_term))
        return;
    std::vector<GoalText> texts;
    for (const Goal& goal : facts.project->goals) {
        const std::string folded = fold(goal.text.text);
        texts.push_back(
            {{Field::goal, goal.id}, letters_of(without_label(without_label(folded, long_term), annual))});
    }
    const auto least = static_cast<std::size_t>(context.profile.limit("comparable_letters", 8));
    for (std::size_t i = 1; i < texts.size(); ++i) {
        if (texts[i].letters.size() < least || texts[i].letters != texts[i - 1].letters)
            continue;
        findings
            .add(texts[i].at,
                 "年度目标与长期目标一字不差：长期目标写几年以后达到什么，年度目标写其中今年做到的"
                 "部分。")
            .related = {texts[i - 1].at};
    }
}

/// A form's second column of targets, which an import keeps cell by cell as text without a place.
struct Column {
    FieldRef at;
    std::vector<std::string> cells; ///< Folded.
};

std::vector<Column> long_term_columns(const Context& context) {
    const Words& titles = context.profile.list("long_term_columns");
    std::vector<Column> columns;
    for (const Section& section : context.book.sections) {
        bool in_column = false;
        for (const Paragraph& paragraph : section.body) {
            const std::string folded = paragraph.unplaced ? fold(paragraph.text.text) : std::string();
            const bool begins = paragraph.unplaced && is_any(folded, titles);
            if (begins)
                columns.push_back({{Field::paragraph, paragraph.id}, {}});
            in_column = begins || (in_column && paragraph.unplaced);
            if (in_column && !begins)
                columns.back().cells.push_back(folded);
        }
    }
    return columns;
}

void check_columns(const std::vector<Column>& columns, const ProjectFacts& facts, Findings& findings) {
    std::vector<std::string> targets;
    for (const auto& row : facts.rows) {
        if (!row->target_text.empty())
            targets.push_back(row->target_text);
    }
    const auto column = std::ranges::find(columns, targets, &Column::cells);
    if (targets.size() < fewest_cells || column == columns.end())
        return;
    findings
        .add({Field::indicators, facts.project->id}, "中长期指标值与年度指标值 " +
                                                         std::to_string(targets.size()) +
                                                         " 行完全相同：年度指标值只写今年要达到的部分。")
        .related = {column->at};
}

void check(const Context& context, Findings& findings) {
    const auto columns = long_term_columns(context);
    for (const auto& facts : context.facts.projects) {
        check_goals(*facts, context, findings);
        check_columns(columns, *facts, findings);
    }
}

constexpr Example examples[] = {
    {"goal: 中期目标（2021年—2023年）：为300名老人提供助餐服务。\n"
     "goal: 年度目标：为300名老人提供助餐服务。",
     "projects[0].goals[1]"},
    {"goal: 长期目标\ngoal: 为300名老人提供助餐服务。\ngoal: 为300名老人提供助餐服务。",
     "projects[0].goals[2]"},
    {"goal: 长期目标：三年内为900名老人提供助餐服务。\ngoal: 年度目标：为300名老人提供助餐服务。", ""},
    {"goal: 为300名老人提供助餐服务。\ngoal: 为300名老人提供助餐服务。", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "long-term-equals-annual",
    .severity = Severity::warning,
    .title = "长期目标与年度目标相同",
    .title_en = "Long-term and annual targets are identical",
    .check_book = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "跨年度项目的长期目标应分解到各年；两栏照抄，看不出今年做多少，几年下来也无法考核。",
    .how_to_mend = "年度目标只写今年完成的部分；只实施一年的项目，长期目标一栏空着。",
    .source = "40 份已公开表中 3 份；财政部门答疑文章",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::long_term_equals_annual
