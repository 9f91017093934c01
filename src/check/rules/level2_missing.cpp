#include "check/explanation.h"

#include <algorithm>

namespace jibiao::check::level2_missing {
namespace {

/// Level 2 names that may stand here, as the form prints them.
std::string children_of(const Level1& level1) {
    std::string result;
    for (const Level2& child : level1.children)
        result += (result.empty() ? "" : "、") + child.name;
    return result;
}

/// A table that states no level 2 has no column for it; one whose level 2 the form does not know is another
/// form's.
bool has_level2(const ProjectFacts& facts) {
    const auto known =
        std::ranges::count_if(facts.rows, [](const auto& row) { return row->known_level2 != nullptr; });
    const auto stated =
        std::ranges::count_if(facts.rows, [](const auto& row) { return !row->level2.empty(); });
    return known * 2 > stated;
}

bool lacks_level2(const RowFacts& row) {
    return row.filled && row.level2.empty() && row.row->level2.origin != Origin::inherited &&
           row.known_level1 && !row.known_level1->children.empty() && !row.name.empty();
}

void report(const RowFacts& row, Findings& findings) {
    const Level1& level1 = *row.known_level1;
    Finding& finding =
        findings.add({Field::level2, row.id()}, "“" + row.row->level1.text + "”的指标“" + row.row->name.text +
                                                    "”没有写二级指标（" + children_of(level1) + "）。");
    if (level1.level2_optional)
        finding.severity = Severity::hint;
    if (level1.children.size() == 1)
        finding.fix = Fix{"填“" + level1.children.front().name + "”",
                          edit::set_text(finding.at, level1.children.front().name, "补填二级指标"), true};
}

void check(const ProjectContext& context, Findings& findings) {
    if (!context.form.has_column(Field::level2) || !has_level2(context.facts))
        return;
    for (const auto& row : context.facts.rows) {
        if (lacks_level2(*row))
            report(*row, findings);
    }
}

constexpr Example examples[] = {
    {"indicator: 产出指标 | | 宣传册印制数量 | 印制的宣传册 | ≥500册 | 年度工作计划",
     "projects[0].indicators[6].level2"},
    {"indicator: 满意度指标 | | 家长满意度 | 满意家长的比例 | ≥90% | 调查问卷",
     "projects[0].indicators[6].level2", "服务对象满意度指标"},
    {"template: gz-2024\n"
     "indicator: 成本指标 | | 人均培训成本 | | ≤500元 | | 培训支出÷参训人数",
     "projects[0].indicators[6].level2"},
    {"indicator: 产出指标 | 数量指标 | 宣传册印制数量 | 印制的宣传册 | ≥500册 | 年度工作计划", ""},
    {"indicator: 产出指标 | | | | |", ""},
    {"indicator: 项目完成指标 | | 宣传册印制数量 | 印制的宣传册 | ≥500册 | 年度工作计划", ""},
    {"without: 产出指标\nwithout: 效益指标\nwithout: 满意度指标\n"
     "indicator: 产出 | 职责履行 | 值守天数 | 值守的天数 | ≥120天 | 值班安排\n"
     "indicator: 满意度 | | 群众满意度 | 满意群众的比例 | ≥90% | 调查问卷",
     ""},
    {"indicator: 产出指标 | 进度指标 | 开工时间 | 开工的时间 | 2021年5月底前 | 施工合同", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "level2-missing",
    .severity = Severity::warning,
    .title = "缺二级指标",
    .title_en = "Level 2 is missing",
    .check_project = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "同一张表的其他指标都分了二级指标，这一行没有，审核时看不出它衡量的是数量、质量、时效、成本还是"
           "哪一种效益。",
    .how_to_mend = "按指标衡量的内容补上表样中的二级指标。",
    .source = "各地绩效目标表样的一级、二级、三级指标栏（从已公开文本归纳）",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::level2_missing
