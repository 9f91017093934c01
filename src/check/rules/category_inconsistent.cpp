#include "base/utf8.h"
#include "check/explanation.h"
#include "check/measures.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace jibiao::check::category_inconsistent {
namespace {

struct Place {
    std::size_t project;
    const RowFacts* row;
};

/// 完成率 means another thing in every table; a longer name does not.
bool is_telling(const std::string& name) {
    constexpr std::size_t shortest = 6;
    return name.size() >= shortest * 3 && count_code_points(name) >= shortest;
}

std::unordered_map<std::string_view, std::vector<Place>> places_by_name(const BookFacts& facts) {
    std::unordered_map<std::string_view, std::vector<Place>> result;
    for (std::size_t i = 0; i < facts.projects.size(); ++i) {
        for (const auto& row : facts.projects[i]->rows) {
            if (row->known_level2 && row->kind != CategoryKind::none && is_telling(row->measured.name))
                result[row->measured.name].push_back({i, row.get()});
        }
    }
    return result;
}

/// The row with which most agree; the first one if none has more.
const Place& usual(const std::vector<Place>& places) {
    std::map<CategoryKind, std::size_t> count;
    for (const Place& place : places)
        ++count[place.row->kind];
    return *std::ranges::max_element(places, {},
                                     [&count](const Place& place) { return count[place.row->kind]; });
}

void check(const Context& context, Findings& findings) {
    if (context.facts.projects.size() < 2)
        return;
    for (const auto& [name, places] : places_by_name(context.facts)) {
        if (places.size() < 2)
            continue;
        const Place& model = usual(places);
        for (const Place& place : places) {
            if (place.row->kind == model.row->kind || place.project == model.project)
                continue;
            const std::string& here = place.row->row->level2.text;
            Finding& finding = findings.add({Field::indicator_name, place.row->id()},
                                            "“" + place.row->row->name.text + "”在这里是“" + here + "”，在" +
                                                project_in_chinese(context.book, model.project) + "里是“" +
                                                model.row->row->level2.text + "”，同一指标应归入同一类别。");
            finding.related.push_back({Field::indicator_name, model.row->id()});
        }
    }
}

constexpr Example examples[] = {
    {"indicator: 产出指标 | 质量指标 | 站点建设完成率 | 建成站点的占比 | 100% | 年度工作计划\n"
     "project: 站点维护\n"
     "indicator: 产出指标 | 时效指标 | 站点建设完成率 | 建成站点的占比 | 100% | 年度工作计划",
     "projects[1].indicators[2].indicator_name"},
    {"indicator: 产出指标 | 时效指标 | 站点建设完成率 | 建成站点的占比 | 100% | 年度工作计划\n"
     "project: 站点维护\n"
     "indicator: 产出指标 | 质量指标 | 站点建设完成率 | 建成站点的占比 | 100% | 年度工作计划\n"
     "project: 站点扩建\n"
     "indicator: 产出指标 | 质量指标 | 站点建设完成率 | 建成站点的占比 | 100% | 年度工作计划",
     "projects[0].indicators[2].indicator_name"},
    {"indicator: 产出指标 | 数量指标 | 服务群众总人数 | 接受服务的群众 | ≥300人 | 年度工作计划\n"
     "project: 站点维护\n"
     "indicator: 效益指标 | 社会效益指标 | 服务群众总人数 | 接受服务的群众 | ≥300人 | 年度工作计划",
     "projects[1].indicators[4].indicator_name"},
    {"indicator: 产出指标 | 质量指标 | 任务完成率 | 完成任务的占比 | 100% | 年度工作计划\n"
     "project: 站点维护\n"
     "indicator: 产出指标 | 时效指标 | 任务完成率 | 按期完成的占比 | 100% | 年度工作计划",
     ""},
    {"project: 站点维护", ""},
    {"template: national-2021\n"
     "indicator: 成本指标 | 经济成本指标 | 项目支出总成本 | 全部支出 | ≤27万元 | 项目预算\n"
     "project: 站点维护\n"
     "indicator: 成本指标 | 社会成本指标 | 项目支出总成本 | 全部支出 | ≤27万元 | 项目预算",
     ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "category-inconsistent",
    .severity = Severity::warning,
    .title = "同一指标在不同表里类别不同",
    .title_en = "The same indicator in different categories",
    .check_book = check,
    .reads_names_only = true,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "同名指标一处算质量、一处算时效，多半是类别错行；汇总和评分时对不上。",
    .how_to_mend = "核对指标衡量的内容，把各表改成同一类别。",
    .source = "经验：从已公开文本归纳",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::category_inconsistent
