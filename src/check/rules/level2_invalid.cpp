#include "check/explanation.h"
#include "check/reading.h"

#include <algorithm>

namespace jibiao::check::level2_invalid {
namespace {

/// Whether a level 1 has a child of the name or alias that another level 1 calls `level2`: 成本指标 may stand
/// below two of them.
bool has_child(const Level1& level1, std::string_view folded, const Level2& level2) {
    return std::ranges::any_of(level1.children, [&](const Level2& child) {
        return child.name == level2.name || child.name == folded ||
               std::ranges::find(child.aliases, folded) != child.aliases.end();
    });
}

/// The names that the form prints; `words`: only those with one of them.
std::string children_of(const Level1& level1, const Words* words = nullptr) {
    std::string result;
    for (const Level2& child : level1.children) {
        if (!words || contains_any(child.name, *words))
            result += (result.empty() ? "" : "、") + child.name;
    }
    return result;
}

/// Where cost stands differs from form to form: level-placement-inconsistent.
bool is_wrong_parent(const RowFacts& row) {
    return row.known_level1 && row.known_level2 && row.parent != row.known_level1 &&
           row.known_level2->kind != CategoryKind::cost && row.known_level1->kind != CategoryKind::cost &&
           row.known_level1->kind != row.known_level2->kind &&
           !has_child(*row.known_level1, row.level2, *row.known_level2);
}

/// What the form knows as a level 1 is another matter: level-placement-inconsistent.
bool is_unknown(const RowFacts& row, const Template& form) {
    return row.known_level1 && !row.known_level2 && !row.level2.empty() &&
           !row.known_level1->level2_optional && !row.known_level1->children.empty() &&
           !form.find_level1(row.level2);
}

/// Level 2 below cost is free in some forms, but it is a kind of cost.
bool is_no_cost(const RowFacts& row, const Profile& profile) {
    return row.known_level1 && row.known_level1->kind == CategoryKind::cost && !row.level2.empty() &&
           !contains_any(row.level2, profile.cost_words);
}

/// 满意度指标 below 满意度指标: the level above once more instead of its part.
bool repeats_level1(const RowFacts& row) {
    return !row.level2.empty() && row.level2 == row.level1 && row.known_level1 &&
           !row.known_level1->children.empty() && row.row->level2.origin != Origin::rebuilt &&
           std::ranges::none_of(row.known_level1->children,
                                [&](const Level2& child) { return child.name == row.level2; });
}

void report_strange(const RowFacts& row, std::string_view allowed, Findings& findings) {
    findings
        .add({Field::level2, row.id()}, "“" + row.row->level2.text + "”不是表样中“" + row.row->level1.text +
                                            "”的二级指标（" + std::string(allowed) + "）。")
        .severity = Severity::hint;
}

void check(const ProjectContext& context, Findings& findings) {
    const auto& rows = context.facts.rows;
    const auto known =
        std::ranges::count_if(rows, [](const auto& row) { return row->known_level2 != nullptr; });
    const auto strange =
        std::ranges::count_if(rows, [&](const auto& row) { return is_unknown(*row, context.form); });
    const bool other_form = strange * 2 > known; // It has categories of its own.
    for (const auto& row : rows) {
        if (!row->filled)
            continue;
        const FieldRef at{Field::level2, row->id()};
        if (is_wrong_parent(*row)) {
            findings.add(at, "“" + row->row->level2.text + "”不属于“" + row->row->level1.text +
                                 "”，表样中它在“" + row->parent->name + "”下面。");
        } else if (repeats_level1(*row)) {
            report_strange(*row, children_of(*row->known_level1), findings);
        } else if (is_no_cost(*row, context.profile)) {
            report_strange(*row, children_of(*row->known_level1, &context.profile.cost_words), findings);
        } else if (!other_form && is_unknown(*row, context.form)) {
            report_strange(*row, children_of(*row->known_level1), findings);
        }
    }
}

constexpr Example examples[] = {
    {"indicator: 产出指标 | 社会效益指标 | 带动就业人数 | 新增的就业人员 | ≥50人 | 就业统计",
     "projects[0].indicators[6].level2"},
    {"indicator: 效益指标 | 数量指标 | 带动就业人数 | 新增的就业人员 | ≥50人 | 就业统计",
     "projects[0].indicators[6].level2"},
    {"indicator: 产出指标 | 进度指标 | 开工时间 | 开工的时间 | 2021年5月底前 | 施工合同",
     "projects[0].indicators[6].level2"},
    {"indicator: 满意度指标 | 满意度指标 | 学员满意度 | 满意学员的占比 | ≥90% | 调查问卷",
     "projects[0].indicators[6].level2"},
    {"indicator: 效益指标 | 环境效益指标 | 垃圾减少量 | 全年减少的垃圾 | ≥20吨 | 环卫统计", ""},
    {"indicator: 效益指标 | 经济效益 | 农户增收金额 | 户均增加的收入 | ≥500元 | 农业统计", ""},
    {"template: heb-2022\n"
     "indicator: 成本指标 | 资金管理 | 资料印刷成本 | 印刷资料的支出 | ≤2万元 | 印刷合同",
     "projects[0].indicators[6].level2"},
    {"template: heb-2022\n"
     "indicator: 成本指标 | 人力成本 | 人均讲课成本 | 每位讲师的支出 | ≤2000元 | 讲课费标准",
     ""},
    {"indicator: 项目完成指标 | 数量指标 | 宣传册印制数量 | 印制的宣传册 | ≥500册 | 年度工作计划", ""},
    {"indicator: 成本指标 | 经济成本指标 | 资料印刷成本 | 印刷资料的支出 | ≤2万元 | 印刷合同", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "level2-invalid",
    .severity = Severity::warning,
    .title = "二级指标不属于所在的一级指标",
    .title_en = "Level 2 does not belong to its level 1",
    .check_project = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "二级指标放错一级指标，产出和效益就混在一起，汇总和评分会算错类别。",
    .how_to_mend = "改成表样中该一级指标下面的二级指标，或者把这一行移到正确的一级指标下面。",
    .source = "各地绩效目标表样的指标分类（从已公开文本归纳）",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::level2_invalid
