#include "check/explanation.h"
#include "check/wording.h"

#include <map>
#include <tuple>

namespace jibiao::check::same_output_two_projects {
namespace {

void check(const Context& context, Findings& findings) {
    using Key = std::tuple<std::string_view, std::string_view, std::int64_t>;
    // Small numbers are equal by chance: two projects may well hold five trainings each.
    const Decimal telling = Decimal::whole(context.profile.limit("same_output_number", 30));
    std::map<Key, const RowFacts*> known;
    for (const auto& project : context.facts.projects) {
        if (project->project->kind == ProjectKind::department)
            continue;
        std::map<Key, const RowFacts*> own;
        for (const auto& row : project->rows) {
            const TargetValue& target = row->target;
            if (row->kind != CategoryKind::quantity || target.kind != TargetKind::number ||
                is_percent(target.unit) || target.amount() < telling || row->measured.name.empty())
                continue;
            const Key key{row->measured.name, target.unit, target.amount().millionths()};
            const auto other = known.find(key);
            own.emplace(key, row.get());
            if (other == known.end())
                continue;
            findings
                .add({Field::target_value, row->id()},
                     "“" + row->row->name.text + "”" + row->row->target.text + " 与另一项目同名指标的 " +
                         other->second->row->target.text + " 是同一个数：同一产出不要算在两个项目里。")
                .related = {{Field::target_value, other->second->id()}};
        }
        known.insert(own.begin(), own.end());
    }
}

constexpr Example examples[] = {
    {"indicator: 产出指标 | 数量指标 | 参观人数 | 全年参观的人数 | ≥40000人 | 统计\n"
     "project: 免费开放\nindicator: 产出指标 | 数量指标 | 参观人数 | 当年进馆人数 | ≥4万人 | 统计",
     "projects[1].indicators[0].target_value"},
    {"indicator: 产出指标 | 数量指标 | 发放资料份数 | 资料份数 | 5000份 | 统计\n"
     "project: 宣传\nindicator: 产出指标 | 数量指标 | 发放资料份数 | 资料份数 | ≥5000份 | 统计",
     "projects[1].indicators[0].target_value"},
    {"indicator: 产出指标 | 数量指标 | 受益人次（人次） | 人次 | 1.2万人次 | 统计\n"
     "project: 宣传\nindicator: 产出指标 | 数量指标 | 受益人次 | 人次 | 12000人次 | 统计",
     "projects[1].indicators[0].target_value"},
    {"project: 宣传", ""},
    {"indicator: 产出指标 | 数量指标 | 参观人数 | 全年参观的人数 | ≥40000人 | 统计\n"
     "project: 免费开放\nindicator: 产出指标 | 数量指标 | 参观人数 | 当年进馆人数 | ≥5万人 | 统计",
     ""},
    {"kind: department\nindicator: 产出指标 | 数量指标 | 参观人数 | 全年参观的人数 | ≥40000人 | 统计\n"
     "project: 免费开放\nindicator: 产出指标 | 数量指标 | 参观人数 | 当年进馆人数 | ≥4万人 | 统计",
     ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "same-output-two-projects",
    .severity = Severity::warning,
    .title = "同一产出算在两个项目里",
    .title_en = "One output in two projects",
    .check_book = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "两个项目的数量指标和指标值完全相同，很可能把同一批产出算了两次。",
    .how_to_mend = "分清各项目的产出，分别写各自的数量。",
    .source = "经验：预算审核关注重复安排",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::same_output_two_projects
