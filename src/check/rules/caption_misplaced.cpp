#include "base/text.h"
#include "check/explanation.h"

#include <algorithm>

namespace jibiao::check::caption_misplaced {
namespace {

/// The first line that the table itself has in the source; 0 if it was not imported.
int first_row_line(const Project& project) {
    int first = 0;
    const auto take = [&first](int line) {
        if (line > 0 && (first == 0 || line < first))
            first = line;
    };
    for (const Goal& goal : project.goals)
        take(goal.text.line);
    for (const Indicator& row : project.indicators) {
        take(row.level1.origin == Origin::inherited ? 0 : row.level1.line);
        take(row.name.line);
    }
    return first;
}

bool has_caption(const Project& project) {
    return !project.caption.empty();
}

bool is_empty_table(const Project& project) {
    return project.indicators.empty() && project.goals.empty() && project.budget_total.empty() &&
           project.purpose.empty() && project.plan.empty() && project.phases.empty() &&
           project.code.empty() && project.detail_goals.empty();
}

void check(const Context& context, Findings& findings) {
    const Rows<Project>& projects = context.book.projects;
    const auto with = std::count_if(projects.begin(), projects.end(), has_caption);
    for (const Project& project : projects) {
        const FieldRef at{Field::caption, project.id};
        const int line = first_row_line(project);
        if (has_caption(project) && line > 0 && project.caption.line > line) {
            findings.add(at, "表名“" + shorten(project.caption.text, 24) + "”排在它的表后面（表从第 " +
                                 std::to_string(line) + " 行起，表名在第 " +
                                 std::to_string(project.caption.line) + " 行），应移到表的前面。");
        } else if (has_caption(project) && is_empty_table(project) && projects.size() > 1) {
            findings.add(at, "表名“" + shorten(project.caption.text, 24) + "”下面没有表。");
        } else if (!has_caption(project) && line > 0 && with > 1 && project.kind == ProjectKind::project) {
            findings.add({Field::indicators, project.id},
                         "这张表没有表名，本文本其他 " + std::to_string(with) + " 张表都有。");
        }
    }
}

constexpr Example examples[] = {
    {"project: 设备购置\nwithout: 产出指标\nwithout: 效益指标\nwithout: 满意度指标\n"
     "budget_total:\npurpose:\nempty: goals\nempty: plan",
     "projects[1].caption"},
    {"without: 产出指标\nwithout: 效益指标\nwithout: 满意度指标\n"
     "budget_total:\npurpose:\nempty: plan\nempty: goals\nproject: 设备购置",
     "projects[0].caption"},
    {"project: 设备购置", ""},
    {"caption:\nproject: 设备购置\nproject: 展览经费", ""},
    {"without: 产出指标\nwithout: 效益指标\nwithout: 满意度指标", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "caption-misplaced",
    .severity = Severity::hint,
    .title = "表名与表没有对上",
    .title_en = "Caption and table do not follow each other",
    .check_book = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "表名应紧接在它的表前面。排到表后面，或者两个表名连在一起，读的人会把它当成下一张表的名称。",
    .how_to_mend = "把表名移到它的表前面；没有表的表名删去，没有表名的表补上。",
    .source = "经验；从已公开文本归纳",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::caption_misplaced
