#include "base/utf8.h"
#include "check/explanation.h"
#include "check/measures.h"

#include <algorithm>

namespace jibiao::check::name_contains_unit {
namespace {

bool is_one_unit(std::string_view text, const Profile& profile) {
    return is_percent(text) || is_any(text, profile.list("count_units")) ||
           is_any(text, profile.list("people_units")) || is_any(text, profile.list("other_units"));
}

/// 台, 台件套, 台/件/套.
bool is_unit(const std::string& text, const Profile& profile) {
    if (is_one_unit(text, profile))
        return true;
    bool several = false;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint letter = code_point_at(text, at);
        at += letter.length;
        if (letter.value == '/' || letter.value == U'、' || letter.value == ',')
            continue;
        if (!is_one_unit(std::string_view(text).substr(letter.offset, letter.length), profile))
            return false;
        several = true;
    }
    return several;
}

/// The unit stands with the value too: the name can do without it.
bool is_repeated(const RowFacts& row) {
    const std::string& unit = row.target.unit;
    const std::string& in_name = row.measured.in_brackets;
    return in_name == unit || (is_percent(in_name) && is_percent(unit)) || in_name == "万" + unit;
}

/// As typed, without the brackets at its end.
std::string without_unit(const std::string& name) {
    const std::size_t open = std::max(name.rfind('(') + 1, name.rfind("（") + 1);
    std::string result = name.substr(0, open - 1);
    while (result.ends_with(' '))
        result.pop_back();
    return result;
}

void check(const RowContext& context, Findings& findings) {
    const RowFacts& row = context.row;
    if (row.measured.in_brackets.empty() || row.target.kind != TargetKind::number ||
        row.target.unit.empty() || !is_unit(row.measured.in_brackets, context.profile))
        return;
    Finding& finding = findings.add({Field::indicator_name, row.id()},
                                    "三级指标“" + row.row->name.text + "”里写了单位“" +
                                        row.measured.in_brackets + "”，单位应写在指标值里。");
    const std::string name = without_unit(row.row->name.text);
    if (!ends_in_measure(row.measured.name, context.profile))
        return; // 讲座(场次) needs more than that.
    finding.fix = Fix{"改为“" + name + "”",
                      {"从名称里删去单位", {edit::SetText{{Field::indicator_name, row.id()}, name}}},
                      is_repeated(row)};
}

constexpr Example examples[] = {
    {"indicator: 产出指标 | 数量指标 | 参训人次（人次） | 参加培训的人次 | ≥2000人次 | 年度工作计划",
     "projects[0].indicators[0].indicator_name", "参训人次"},
    {"indicator: 满意度指标 | 服务对象满意度指标 | 学员满意度(%) | 满意的比例 | ≥90% | 调查问卷",
     "projects[0].indicators[5].indicator_name", "学员满意度"},
    {"indicator: 产出指标 | 成本指标 | 项目总成本（万元） | 项目支出总额 | ≤27万元 | 项目预算",
     "projects[0].indicators[3].indicator_name", "项目总成本"},
    {"indicator: 产出指标 | 数量指标 | 科普讲座（场） | 举办讲座的场次 | ≥4场 | 年度工作计划",
     "projects[0].indicators[0].indicator_name"},
    {"indicator: 产出指标 | 数量指标 | 参训人次（人次） | 参加培训的人次 | ≥2000 | 年度工作计划", ""},
    {"indicator: 产出指标 | 数量指标 | 培训次数（线上） | 线上培训的次数 | ≥5次 | 年度工作计划", ""},
    {"indicator: 产出指标 | 数量指标 | （线上）培训次数 | 线上培训的次数 | ≥5次 | 年度工作计划", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "name-contains-unit",
    .severity = Severity::hint,
    .title = "指标名称里写了计量单位",
    .title_en = "Unit stands in the indicator name",
    .check_row = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "单位属于指标值。名称和指标值各写一遍，容易不一致，名称也不规范。",
    .how_to_mend = "把括号里的单位从名称中删去，写在指标值（或单位栏）里。",
    .source = "经验：从已公开文本归纳",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::name_contains_unit
