#include "base/text.h"
#include "check/explanation.h"
#include "check/values.h"

#include <algorithm>

namespace jibiao::check::unrealistic_target {
namespace {

/// The table's highest believable value for what the row measures; its key is the statistic's name.
const WordTable::Entry* find_benchmark(const std::string& text, const WordTable& table) {
    if (!table.is_in(text))
        return nullptr;
    const auto found = std::ranges::find_if(
        table, [&text](const WordTable::Entry& entry) { return contains(text, entry.word); });
    return &*found;
}

void check_table(const RowContext& context, const Name& table, Severity severity, Findings& findings) {
    const RowFacts& row = context.row;
    const WordTable& rates = context.profile.table(table);
    if (!rates.is_in(row.measured.name) && !rates.is_in(row.description))
        return;
    const std::string text = row.measured.name + "\n" + row.description;
    const auto* benchmark = find_benchmark(text, rates);
    if (!benchmark || contains_any(text, context.profile.uncapped_words) ||
        contains_any(contains(row.measured.name, benchmark->word) ? row.measured.name : text,
                     context.profile.list("not_statistics")))
        return;
    const auto most = read_decimal(benchmark->value);
    if (!most || row.target.number <= *most)
        return;
    findings
        .add({Field::target_value, row.id()}, "“" + quoted_target(row) + "”不可能达到：“" + benchmark->word +
                                                  "”在全国各地都没有超过 " + most->to_short_string() +
                                                  "%。请查最近一次统计调查的结果再定。")
        .severity = severity;
}

void check(const RowContext& context, Findings& findings) {
    if (!is_rate(context.row.target) || has_upper_bound(context.row.target))
        return;
    check_table(context, "highest_rates", Severity::error, findings);
    check_table(context, "highest_rates_recalled", Severity::warning, findings);
}

constexpr Example examples[] = {
    {"indicator: 效益指标 | 社会效益指标 | 公民具备科学素质的比例 | 具备科学素质的公民占比 | ≥90% | 统计调查",
     "projects[0].indicators[4].target_value"},
    {"indicator: 产出指标 | 质量指标 | 公民科学素质比例 | 具备科学素质的比例 | ≥80百分比 | 统计调查",
     "projects[0].indicators[1].target_value"},
    {"indicator: 效益指标 | 社会效益指标 | 居民健康素养水平 | 具备健康素养的居民占比 | ≥95% | 统计调查",
     "projects[0].indicators[4].target_value"},
    {"indicator: 效益指标 | 社会效益指标 | 居民健康素养水平 | 具备健康素养的居民占监测居民的比例 | ≥85% | "
     "统计调查",
     "projects[0].indicators[4].target_value"},
    {"indicator: 效益指标 | 社会效益指标 | 公民具备科学素质的比例 | 具备科学素质的公民占比 | ≥14% | 统计调查",
     ""},
    {"indicator: 效益指标 | 社会效益指标 | 科学素质培训合格率 | 考核合格的比例 | ≥95% | 统计调查", ""},
    {"indicator: 效益指标 | 社会效益指标 | 居民健康素养知识知晓率 | 知晓的比例 | ≥90% | 统计调查", ""},
    {"indicator: 效益指标 | 社会效益指标 | 公民科学素质比例增长率 | 比上年增长 | ≥50% | 统计调查", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "unrealistic-target",
    .severity = Severity::error,
    .title = "指标值不可能达到",
    .title_en = "Target out of reach",
    .check_row = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "有全国统计数据的指标，目标高出最好地区的几倍，说明没有查过基数，年底必然完不成。",
    .how_to_mend = "查上一年本地或全国的统计结果，在基数上定增长的幅度。",
    .source = "中国公民科学素质抽样调查（2020 年全国 10.56%）；其他统计指标凭记忆，只作警告",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::unrealistic_target
