#include "check/explanation.h"

#include <algorithm>
#include <string>

namespace jibiao::check::level1_missing {
namespace {

Finding& say(const RowFacts& row, Findings& findings, std::string message) {
    return findings.add({Field::level1, row.id()}, std::move(message));
}

/// The form's level 1 goes where it is missing; what stands there goes where it belongs.
void propose(Finding& finding, const Level1& parent, const Cell* moved) {
    std::vector<edit::Operation> operations{edit::SetText{finding.at, parent.name}};
    if (moved)
        operations.push_back(edit::SetText{{Field::level2, finding.at.row}, moved->text});
    finding.fix = Fix{"填“" + parent.name + "”", {"补填一级指标", std::move(operations)}, true};
}

/// A level 2 stands in the column of level 1, and nothing in its own.
void check_displaced(const RowFacts& row, const Template& form, Findings& findings) {
    if (row.known_level1 || !row.level2.empty() || row.level1.empty())
        return;
    const Level1* parent = nullptr;
    const Level2* level2 = form.find_level2(row.level1, &parent);
    // Cost is a level 1 in the forms since 2021 and a level 2 before.
    if (!level2 || level2->kind == CategoryKind::cost)
        return;
    const Cell& cell = row.row->level1;
    propose(say(row, findings,
                "“" + cell.text + "”是二级指标，却写在一级指标栏里；它的一级指标是“" + parent->name + "”。"),
            *parent, &cell);
}

bool is_from_tree(const RowFacts& row) {
    const Cell& cell = row.row->level1;
    return cell.origin == Origin::rebuilt && cell.raw.empty() && !cell.empty();
}

/// The label of a merged cell may be printed beside any row of its block.
bool is_printed_below(const ProjectFacts& facts, std::size_t index) {
    for (std::size_t i = index + 1; i < facts.rows.size(); ++i) {
        const Cell& cell = facts.rows[i]->row->level1;
        if (!cell.raw.empty())
            return facts.rows[i]->level1 == facts.rows[index]->level1;
    }
    return false;
}

/// A merged cell above with a label of another form: the import does not know that it goes on.
bool is_below_strange(const ProjectFacts& facts, std::size_t index) {
    const RowFacts* above = index == 0 ? nullptr : facts.rows[index - 1].get();
    return above && !above->level1.empty() && !above->known_level1;
}

void check_row(const ProjectFacts& facts, std::size_t index, const Template& form, Findings& findings) {
    const RowFacts& row = *facts.rows[index];
    const Cell& cell = row.row->level1;
    if (is_from_tree(row)) {
        if (!is_printed_below(facts, index) && !is_below_strange(facts, index))
            say(row, findings,
                "原文这一行没有一级指标，导入时按二级指标“" + row.row->level2.text + "”补为“" + cell.text +
                    "”，请核对原表。");
    } else if (!cell.empty()) {
        check_displaced(row, form, findings);
    } else if (cell.origin != Origin::inherited && row.known_level2) {
        propose(say(row, findings,
                    "“" + row.row->level2.text + "”没有写一级指标，应为“" + row.parent->name + "”。"),
                *row.parent, nullptr);
    } else if (cell.origin != Origin::inherited && !row.level2.empty()) {
        say(row, findings, "“" + row.row->level2.text + "”没有写一级指标。");
    }
}

/// A table that states level 1 nowhere has no column for it.
void check(const ProjectContext& context, Findings& findings) {
    const auto& rows = context.facts.rows;
    if (std::ranges::all_of(rows, [](const auto& row) { return row->level1.empty(); }))
        return;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i]->filled)
            check_row(context.facts, i, context.form, findings);
    }
}

constexpr Example examples[] = {
    {"indicator: | 生态效益指标 | 垃圾减少量 | 全年减少的垃圾 | ≥20吨 | 环卫统计",
     "projects[0].indicators[6].level1", "效益指标"},
    {"indicator: 生态效益指标 | | 垃圾减少量 | 全年减少的垃圾 | ≥20吨 | 环卫统计",
     "projects[0].indicators[6].level1", "效益指标"},
    {"indicator: | 进度指标 | 开工时间 | 开工的时间 | 2021年5月底前 | 施工合同",
     "projects[0].indicators[6].level1"},
    {"indicator: 效益指标 | 生态效益指标 | 垃圾减少量 | 全年减少的垃圾 | ≥20吨 | 环卫统计", ""},
    {"indicator: | 生态效益指标 | | | |", ""},
    {"indicator: 满意度指标 | | 家长满意度 | 满意家长的比例 | ≥90% | 调查问卷", ""},
    {"indicator: 成本指标 | | 人均培训成本 | 每人的培训支出 | ≤500元 | 培训费标准", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "level1-missing",
    .severity = Severity::warning,
    .title = "缺一级指标",
    .title_en = "Level 1 is missing",
    .check_project = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "绩效指标按一级、二级、三级编列。缺了一级指标，汇总和评分时这一行不知道归到哪里。",
    .how_to_mend = "按表样的指标分类补上二级指标所属的一级指标。",
    .source = "各地绩效目标表样的一级、二级、三级指标栏（从已公开文本归纳）",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::level1_missing
