#include "check/explanation.h"

#include <array>
#include <string>

namespace jibiao::check::level_placement_inconsistent {
namespace {

/// What stands as level 1 in some forms and as level 2 in others.
constexpr std::array kinds{CategoryKind::cost, CategoryKind::satisfaction};

/// 1 or 2; 0 if the row is of another kind, or does not say.
int level_of(const RowFacts& row, CategoryKind kind, const Template& form) {
    const Level2* as_level1 = row.known_level1 || row.level1.empty() ? nullptr : form.find_level2(row.level1);
    const bool on_level1 =
        row.known_level1 ? row.known_level1->kind == kind : as_level1 && as_level1->kind == kind;
    if (on_level1)
        return 1;
    const Level1* as_level2 = row.known_level2 ? nullptr : form.find_level1(row.level2);
    const bool on_level2 =
        row.known_level2 ? row.known_level2->kind == kind : as_level2 && as_level2->kind == kind;
    return on_level2 && row.known_level1 ? 2 : 0;
}

struct Places {
    std::vector<const RowFacts*> level[2]; ///< The first row of each table.
};

Places places_of(CategoryKind kind, const Context& context) {
    Places places;
    for (const auto& project : context.facts.projects) {
        bool seen[2] = {false, false};
        for (const auto& row : project->rows) {
            const int level = row->filled ? level_of(*row, kind, context.form) : 0;
            if (level == 0 || seen[level - 1])
                continue;
            seen[level - 1] = true;
            places.level[level - 1].push_back(row.get());
        }
    }
    return places;
}

/// The level's own label as it stands in the row.
const std::string& label_of(const RowFacts& row, bool level1) {
    return (level1 ? row.row->level1 : row.row->level2).text;
}

void check(const Context& context, Findings& findings) {
    for (const CategoryKind kind : kinds) {
        const Places places = places_of(kind, context);
        const auto& [level1, level2] = places.level;
        if (level1.empty() || level2.empty())
            continue;
        const bool odd_is_level1 = level1.size() < level2.size();
        const auto& odd = odd_is_level1 ? level1 : level2;
        const auto& usual = odd_is_level1 ? level2 : level1;
        for (const RowFacts* row : odd) {
            Finding& finding = findings.add({odd_is_level1 ? Field::level1 : Field::level2, row->id()},
                                            "“" + label_of(*row, odd_is_level1) + "”在这里是" +
                                                (odd_is_level1 ? "一级" : "二级") + "指标，在本文本其他 " +
                                                std::to_string(usual.size()) + " 张表中是" +
                                                (odd_is_level1 ? "二级" : "一级") + "指标，应统一。");
            finding.related.push_back({odd_is_level1 ? Field::level2 : Field::level1, usual.front()->id()});
        }
    }
}

constexpr Example examples[] = {
    {"template: gz-2024\nwithout: 成本指标\n"
     "indicator: 成本指标 | 经济成本指标 | 项目总成本 | | ≤27万元 | | 项目全部支出\n"
     "project: 设备购置\nwithout: 成本指标\n"
     "indicator: 成本指标 | 经济成本指标 | 项目总成本 | | ≤27万元 | | 项目全部支出\nproject: 展览经费",
     "projects[2].indicators[3].level2"},
    {"template: heb-2022\nproject: 设备购置\nproject: 展览经费\nwithout: 成本指标\n"
     "indicator: 成本指标 | 预算执行 | 项目总成本 | 项目支出总额 | ≤27万元 | 项目预算",
     "projects[2].indicators[5].level1"},
    {"without: 成本指标\n"
     "indicator: 成本指标 | 经济成本指标 | 项目总成本 | 项目支出总额 | ≤27万元 | 项目预算\n"
     "project: 设备购置\nproject: 展览经费",
     "projects[0].indicators[5].level1"},
    {"project: 设备购置\nproject: 展览经费\nwithout: 满意度指标\n"
     "indicator: 效益指标 | 满意度指标 | 参训人员满意度 | 满意人数占调查人数的比例 | ≥90% | 调查问卷",
     "projects[2].indicators[5].level2"},
    {"project: 设备购置\nproject: 展览经费", ""},
    {"without: 成本指标\n"
     "indicator: 成本指标 | 经济成本指标 | 项目总成本 | 项目支出总额 | ≤27万元 | 项目预算",
     ""},
    {"project: 设备购置\nwithout: 成本指标\nindicator: 成本指标 | | | | |", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "level-placement-inconsistent",
    .severity = Severity::warning,
    .title = "同一类指标有的表列为一级、有的表列为二级",
    .title_en = "A category stands on different levels",
    .check_book = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "2021 年以后的表样把成本指标列为一级指标，以前列在产出指标下面。同一文本里两种都有，说明用了两种"
           "表样，汇总和评分无法对应。",
    .how_to_mend = "按本地区本年度的表样，统一放在同一级。",
    .source = "财预〔2015〕88 号与财预〔2021〕101 号所附表样的指标分类不同（从已公开文本归纳）",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::level_placement_inconsistent
