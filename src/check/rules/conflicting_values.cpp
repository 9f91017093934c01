#include "base/sort.h"
#include "base/text.h"
#include "base/utf8.h"
#include "check/explanation.h"
#include "check/measures.h"
#include "check/wording.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <tuple>

namespace jibiao::check::conflicting_values {
namespace {

struct Measured {
    std::uint64_t object = 0; ///< A hash of what it measures, 0 for nothing: rows of one object are compared.
    const RowFacts* row = nullptr;
    std::size_t order = 0; ///< In the table.
};

bool is_lower_bound(Comparator comparator) {
    return comparator == Comparator::at_least || comparator == Comparator::more_than;
}
bool is_upper_bound(Comparator comparator) {
    return comparator == Comparator::at_most || comparator == Comparator::less_than;
}

/// No value meets both targets: ≥100% and ≤0%.
bool exclude_each_other(const TargetValue& a, const TargetValue& b) {
    if (a.amount() > b.amount())
        return exclude_each_other(b, a);
    return !is_lower_bound(a.comparator) && !is_upper_bound(b.comparator);
}

/// ≥80% and ≤95% together are a range.
bool are_a_range(const TargetValue& a, const TargetValue& b) {
    if (a.amount() > b.amount())
        return are_a_range(b, a);
    return is_lower_bound(a.comparator) && is_upper_bound(b.comparator);
}

/// 台 and 台(件).
std::string_view without_brackets(std::string_view unit) {
    return unit.substr(0, unit.find('('));
}

bool same_unit(const RowFacts& a, const RowFacts& b, const Profile& profile) {
    return without_brackets(a.target.unit) == without_brackets(b.target.unit) ||
           (measure_of(a, profile) == Measure::ratio && measure_of(b, profile) == Measure::ratio);
}

bool conflict(const RowFacts& a, const RowFacts& b, const Profile& profile) {
    return a.target.amount() != b.target.amount() && same_unit(a, b, profile) &&
           !are_a_range(a.target, b.target) && told_alike(a, b);
}

void add(const RowFacts& row, const RowFacts& other, Severity severity, std::string_view where,
         const Template& form, Findings& findings) {
    Finding& finding = findings.add({Field::target_value, row.id()},
                                    "“" + row.row->name.text + "”" + stated_target(row, form) + " 与" +
                                        std::string(where) + "“" + other.row->name.text + "”" +
                                        stated_target(other, form) + " 衡量的是同一件事，指标值不一致。");
    finding.severity = severity;
    finding.related.push_back({Field::target_value, other.id()});
}

/// Of the letters of a name in whatever order: 器具检定数量 and 检定器具数量 name one thing.
std::uint64_t hash_of_letters(std::string_view name) {
    std::uint64_t sum = 0;
    for (std::size_t at = 0; at < name.size();) {
        const CodePoint c = code_point_at(name, at);
        at += c.length;
        const std::uint64_t mixed = (c.value + std::uint64_t{1}) * 0x9E3779B97F4A7C15u;
        sum += is_letter(c.value) ? (mixed ^ mixed >> 29) * 0xBF58476D1CE4E5B9u : 0;
    }
    return sum;
}

std::uint64_t hash_of(const std::string& object) {
    return object.empty() ? 0 : Name(object).hash();
}

/// Costs are named in many ways.
std::vector<Measured> measured_rows(const ProjectContext& context) {
    std::vector<Measured> result;
    for (const auto& row : context.facts.rows) {
        if (row->target.kind != TargetKind::number || row->measured.name.empty())
            continue;
        const bool cost = row->kind == CategoryKind::cost;
        result.push_back({cost ? hash_of(object_of(row->measured.name, context.profile))
                               : hash_of_letters(row->measured.name),
                          row.get(), result.size()});
    }
    return result;
}

void check_project(const ProjectContext& context, Findings& findings) {
    std::vector<Measured> rows = measured_rows(context);
    const auto key = [](const Measured& one) { return std::tie(one.object, one.row->kind); };
    jibiao::sort(rows, [&](const Measured& a, const Measured& b) {
        return std::pair(key(a), a.order) < std::pair(key(b), b.order);
    });
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const RowFacts& before = *rows[i - 1].row;
        const RowFacts& row = *rows[i].row;
        if (key(rows[i]) != key(rows[i - 1]) || rows[i].object == 0 ||
            !conflict(row, before, context.profile))
            continue;
        const bool impossible = measure_of(row, context.profile) == Measure::ratio &&
                                exclude_each_other(row.target, before.target);
        add(row, before, impossible ? Severity::error : Severity::warning, "", context.form, findings);
    }
}

/// What a unit does only once a year, whichever project pays for it: the days on which its house is open.
std::string_view common_measure(const RowFacts& row, const Profile& profile) {
    if (measure_of(row, profile) != Measure::days)
        return {};
    for (const auto& [words, measure] : profile.table("same_measures")) {
        if (contains(row.name, words) || contains(row.description, words) || contains(row.basis, words))
            return measure;
    }
    return {};
}

void check_book(const Context& context, Findings& findings) {
    if (context.facts.projects.size() < 2)
        return;
    std::map<std::pair<std::string, std::string_view>, const RowFacts*> known;
    for (const auto& project : context.facts.projects) {
        for (const auto& row : project->rows) {
            const std::string_view measure = common_measure(*row, context.profile);
            if (measure.empty() || project->project->unit_name.empty())
                continue;
            const auto [entry, is_new] =
                known.emplace(std::pair(fold(project->project->unit_name.text), measure), row.get());
            if (!is_new && same_unit(*row, *entry->second, context.profile) &&
                entry->second->target.amount() != row->target.amount())
                add(*row, *entry->second, Severity::warning, "本单位另一项目的", context.form, findings);
        }
    }
}

constexpr Example examples[] = {
    {"indicator: 产出指标 | 成本指标 | 项目或定额成本控制率 | 项目或定额成本控制率 | 100% | 项目预算\n"
     "indicator: 产出指标 | 成本指标 | 项目成本控制率 | (实际支出-预算)÷预算×100% | ≤0% | 项目预算",
     "projects[0].indicators[6].target_value"},
    {"indicator: 产出指标 | 数量指标 | 受训教师人数 | 受训教师 | ≥120人 | 年度工作计划\n"
     "indicator: 产出指标 | 数量指标 | 受训教师人数 | 受训教师 | ≥150人 | 年度工作计划",
     "projects[0].indicators[6].target_value"},
    {"indicator: 产出指标 | 数量指标 | 全年开放天数 | 展厅开放的天数 | ≥300天 | 免费开放办法\n"
     "project: 展品维护\n"
     "indicator: 产出指标 | 数量指标 | 展厅开馆天数 | 展厅开馆的天数 | ≥280天 | 年度工作计划",
     "projects[1].indicators[0].target_value"},
    {"indicator: 产出指标 | 数量指标 | 受训人数 | 受训教师 | ≥120人 | 年度工作计划\n"
     "indicator: 产出指标 | 数量指标 | 受训人数 | 受训校长 | ≥20人 | 年度工作计划",
     ""},
    {"indicator: 产出指标 | 质量指标 | 入住率 | 床位入住率 | ≥60% | 年度工作计划\n"
     "indicator: 产出指标 | 质量指标 | 入住率 | 床位入住率 | ≤95% | 年度工作计划",
     ""},
    {"indicator: 产出指标 | 数量指标 | 全年开放天数 | 展厅开放的天数 | ≥300天 | 免费开放办法\n"
     "project: 外地展厅\n"
     "unit_name: 样例县科技馆\n"
     "indicator: 产出指标 | 数量指标 | 展厅开馆天数 | 展厅开馆的天数 | ≥280天 | 年度工作计划",
     ""},
    {"indicator: 产出指标 | 数量指标 | 培训次数 | 科普培训 | ≥5次 | 年度工作计划\n"
     "project: 设备购置\n"
     "indicator: 产出指标 | 数量指标 | 培训次数 | 使用培训 | ≥2次 | 年度工作计划",
     ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "conflicting-values",
    .severity = Severity::error,
    .title = "同一件事有两个不同的指标值",
    .title_en = "Two targets for the same thing",
    .check_project = check_project,
    .check_book = check_book,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "同一件事定了两个不同的值，年底不知道按哪个考核，总有一个完不成或者没有意义。",
    .how_to_mend = "核对后改成一致，或删去一行；确实是两件事的，在名称里写清区别。",
    .source = "经验：45 份样本文本中 5 份有前后矛盾",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::conflicting_values
