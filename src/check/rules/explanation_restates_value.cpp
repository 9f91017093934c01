#include "base/utf8.h"
#include "check/explanation.h"
#include "check/measures.h"

namespace jibiao::check::explanation_restates_value {
namespace {

bool is_number_char(char c) {
    return (c >= '0' && c <= '9') || c == '.';
}

/// 2024年 dates the row and says nothing about its value.
bool is_year(std::string_view number, std::string_view rest) {
    return number.size() == 4 && rest.starts_with("年");
}

/// The only numbers in `text` are the value's own.
bool states_only(std::string_view text, const std::string& value) {
    bool found = false;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_number_char(text[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && is_number_char(text[end]))
            ++end;
        const std::string_view number = text.substr(at, end - at);
        if (number == value)
            found = true;
        else if (!is_year(number, text.substr(end)))
            return false;
        at = end;
    }
    return found;
}

void check(const RowContext& context, Findings& findings) {
    const RowFacts& row = context.row;
    constexpr std::size_t longest = 80 * 3; // 80 ideographs: what is longer explains something.
    const bool deadline = row.kind == CategoryKind::timeliness; // 自受理之日起15日内 says from when.
    if (row.explanation.empty() || row.target.kind != TargetKind::number || deadline ||
        !context.form.has_column(Field::explanation) || row.explanation.size() > longest ||
        (!states_only(row.explanation, row.target.number.to_short_string()) &&
         !states_only(row.explanation, row.target.amount().to_short_string())) ||
        contains_any(row.explanation, context.profile.list("definition_words")))
        return;
    Finding& finding =
        findings.add({Field::explanation, row.id()}, "解释“" + row.row->explanation.text + "”只是把指标值 " +
                                                         stated_target(row, context.form) +
                                                         " 又说了一遍，应写指标的含义和计算公式。");
    finding.related.push_back({Field::target_value, row.id()});
}

constexpr Example examples[] = {
    {"template: gz-2024\nindicator: 产出指标 | 数量指标 | 参训人次 | | ≥2万人次 | | 参加培训20000人次以上",
     "projects[0].indicators[0].explanation"},
    {"template: gz-2024\n"
     "indicator: 产出指标 | 数量指标 | 讲座场次 | | ≥5场 | | 全年举办讲座不少于5场",
     "projects[0].indicators[0].explanation"},
    {"template: gz-2024\n"
     "indicator: 产出指标 | 数量指标 | 专刊期数 | | 4期 | | 2024年出刊4期",
     "projects[0].indicators[0].explanation"},
    {"template: gz-2024\n"
     "indicator: 满意度指标 | 服务对象满意度指标 | 居民满意度 | | ≥90% | | 居民满意度在90%以上",
     "projects[0].indicators[5].explanation"},
    {"template: gz-2024\n"
     "indicator: 产出指标 | 数量指标 | 讲座场次 | | ≥5场 | | 反映全年举办讲座的场次，不少于5场",
     ""},
    {"template: gz-2024\n"
     "indicator: 产出指标 | 质量指标 | 出勤率 | | ≥90% | | 每月驻村不少于22天，出勤率90%以上",
     ""},
    {"template: gz-2024\n"
     "indicator: 产出指标 | 时效指标 | 办结天数 | | ≤15天 | | 自受理之日起15天内办结",
     ""},
    {"template: gz-2024\n"
     "indicator: 满意度指标 | 服务对象满意度指标 | 居民满意度 | | ≥90% | | 满意人数÷调查人数×100%",
     ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "explanation-restates-value",
    .severity = Severity::hint,
    .title = "指标解释只是重复指标值",
    .title_en = "Explanation only restates the target",
    .check_row = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "解释栏要说明指标的含义、范围和算法。把指标值换句话再写一遍，年底仍不知道怎样统计。",
    .how_to_mend = "写明统计什么、包括哪些、按什么记录计算；比率写计算公式。",
    .source = "某省填报说明要求定量指标写计算公式（已读）；贵州省表样“指标解释及计算公式”",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::explanation_restates_value
