#include "check/explanation.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace jibiao::check::label_variant {
namespace {

/// Where a table uses a label first.
struct Use {
    std::string_view label; ///< Folded.
    std::size_t project = 0;
    ProjectKind kind = ProjectKind::project; ///< Of the table.
    FieldRef at;
    const Cell* cell = nullptr;
};

struct Category {
    const void* known = nullptr; ///< The form's level 1 or level 2.
    std::string_view name;
    std::vector<Use> uses = {}; ///< In the order of the tables.
    bool varies = false;
};

/// A cell that is merged with the one above, or restored by the import, prints no label of its own.
bool is_printed(const Cell& cell) {
    return !cell.empty() && cell.origin != Origin::inherited &&
           (cell.origin != Origin::rebuilt || !cell.raw.empty());
}

Category& category_of(std::vector<Category>& all, const void* known, std::string_view name) {
    const auto found = std::ranges::find(all, known, &Category::known);
    return found == all.end() ? all.emplace_back(Category{known, name}) : *found;
}

/// Only the first use of a label in a table counts: one finding a table is enough.
void add(Category& category, const Use& use) {
    for (std::size_t i = category.uses.size(); i-- > 0 && category.uses[i].project == use.project;) {
        if (category.uses[i].label == use.label)
            return;
    }
    category.varies = category.varies || (!category.uses.empty() && category.uses.front().label != use.label);
    category.uses.push_back(use);
}

/// Level 1 and level 2 of the same name are two categories: 成本指标.
std::vector<Category> collect(const Context& context) {
    std::vector<Category> all;
    for (std::size_t i = 0; i < context.facts.projects.size(); ++i) {
        const ProjectKind kind = context.facts.projects[i]->project->kind;
        for (const auto& row : context.facts.projects[i]->rows) {
            const Indicator& cells = *row->row;
            if (row->known_level1 && is_printed(cells.level1))
                add(category_of(all, row->known_level1, row->known_level1->name),
                    {row->level1, i, kind, {Field::level1, row->id()}, &cells.level1});
            if (row->known_level2 && is_printed(cells.level2))
                add(category_of(all, row->known_level2, row->known_level2->name),
                    {row->level2, i, kind, {Field::level2, row->id()}, &cells.level2});
        }
    }
    return all;
}

/// The label of most tables; among equals the form's own, then the first one.
const Use& usual_of(const Category& category) {
    std::map<std::string_view, std::size_t> count;
    for (const Use& use : category.uses)
        ++count[use.label];
    const Use* best = &category.uses.front();
    for (const Use& use : category.uses) {
        const std::size_t own = count[use.label];
        const std::size_t most = count[best->label];
        if (own > most || (own == most && use.label == category.name && best->label != category.name))
            best = &use;
    }
    return *best;
}

/// 数量 and 数量指标.
bool differs_by_ending(std::string_view a, std::string_view b) {
    const std::string_view& longer = a.size() < b.size() ? b : a;
    const std::string_view& shorter = a.size() < b.size() ? a : b;
    return longer.starts_with(shorter);
}

/// A table that has both labels means two categories by them, unless they differ in their ending alone.
bool means_another(const Use& use, const Use& usual, const std::vector<Use>& uses) {
    if (differs_by_ending(use.label, usual.label))
        return false;
    const auto same_table = std::ranges::equal_range(uses, use.project, {}, &Use::project);
    return std::ranges::find(same_table, usual.label, &Use::label) != same_table.end();
}

/// The department's table is a form of its own, with level 1 and short labels of its own.
bool is_other_form(const Use& use, const Use& usual) {
    return use.kind != usual.kind &&
           (use.at.field == Field::level1 || differs_by_ending(use.label, usual.label));
}

void report(const Category& category, Findings& findings) {
    const Use& usual = usual_of(category);
    for (const Use& use : category.uses) {
        if (use.label == usual.label || is_other_form(use, usual) || means_another(use, usual, category.uses))
            continue;
        Finding& finding = findings.add(use.at, "这里写“" + use.cell->text + "”，别处写“" + usual.cell->text +
                                                    "”，是同一类指标，名称应统一。");
        finding.related.push_back(usual.at);
    }
}

void check(const Context& context, Findings& findings) {
    for (const Category& category : collect(context)) {
        if (category.varies)
            report(category, findings);
    }
}

constexpr Example examples[] = {
    {"project: 设备购置\nwithout: 社会效益指标\n"
     "indicator: 效益指标 | 社会效益 | 受益人数 | 受益的群众 | ≥200人 | 上年统计数据",
     "projects[1].indicators[5].level2"},
    {"indicator: 效益指标 | 生态效益指标 | 垃圾减少量 | 全年减少的垃圾 | ≥20吨 | 环卫统计\n"
     "project: 设备购置\n"
     "indicator: 效益指标 | 环境效益指标 | 垃圾减少量 | 全年减少的垃圾 | ≥20吨 | 环卫统计",
     "projects[1].indicators[6].level2"},
    {"project: 设备购置\nproject: 展览经费\nwithout: 效益指标\n"
     "indicator: 效果指标 | 社会效益指标 | 受益人数 | 受益的群众 | ≥200人 | 上年统计数据",
     "projects[2].indicators[5].level1"},
    {"indicator: 产出指标 | 数量 | 宣传册印制数量 | 印制的宣传册 | ≥500册 | 年度工作计划",
     "projects[0].indicators[6].level2"},
    {"project: 设备购置", ""},
    {"kind: department\nwithout: 社会效益指标\n"
     "indicator: 效果 | 社会效益 | 受益人数 | 受益的群众 | ≥200人 | 上年统计数据\nproject: 设备购置",
     ""},
    {"indicator: 满意度指标 | 社会公众满意度指标 | 居民满意度 | 满意居民的比例 | ≥90% | 调查问卷", ""},
    {"without: 社会效益指标\n"
     "indicator: 效益指标 | 环境效益指标 | 垃圾减少量 | 全年减少的垃圾 | ≥20吨 | 环卫统计",
     ""},
    {"indicator: 产出指标 | 数 量 指标 | 宣传册印制数量 | 印制的宣传册 | ≥500册 | 年度工作计划", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "label-variant",
    .severity = Severity::hint,
    .title = "同一类指标有两种名称",
    .title_en = "One category under two labels",
    .check_book = check,
    .reads_names_only = true,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "同一文本里同一类指标名称不一样，读的人会以为是两类，系统也无法按类别汇总。",
    .how_to_mend = "统一为表样印的名称。",
    .source = "经验；从已公开文本归纳",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::label_variant
