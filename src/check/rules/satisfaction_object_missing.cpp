#include "base/text.h"
#include "check/explanation.h"
#include "check/values.h"

namespace jibiao::check::satisfaction_object_missing {
namespace {

void check(const RowContext& context, Findings& findings) {
    const RowFacts& row = context.row;
    if (row.name.empty() || !is_any(row.measured.name, context.profile.list("bare_satisfaction")))
        return;
    std::string others = row.description + row.explanation + row.measured.in_brackets;
    for (const std::string& asked : context.profile.list("respondents")) // Whoever they are.
        others = replace_all(others, asked, " ");
    if (contains_any(others, context.profile.list("persons")))
        return;
    findings.add({Field::indicator_name, row.id()},
                 "“" + row.row->name.text +
                     "”没有说是谁的满意度，不知道该调查谁。应写明对象，例如“参训人员满意度”。");
}

constexpr Example examples[] = {
    {"indicator: 满意度指标 | 服务对象满意度指标 | 满意度 | 满意的程度 | ≥90% | 调查问卷",
     "projects[0].indicators[5].indicator_name"},
    {"indicator: 满意度指标 | 服务对象满意度指标 | 满意率（%） | 满意率 | ≥90% | 调查问卷",
     "projects[0].indicators[5].indicator_name"},
    {"indicator: 满意度指标 | 服务对象满意度指标 | 总体满意度 | 问卷调查结果 | ≥90% | 调查问卷",
     "projects[0].indicators[5].indicator_name"},
    {"indicator: 满意度指标 | 服务对象满意度指标 | 综合满意度 | 表示满意的人员占受访人员的比例 | ≥90% | "
     "调查问卷",
     "projects[0].indicators[5].indicator_name"},
    {"indicator: 满意度指标 | 服务对象满意度指标 | 满意率 | 满意市民的比例 | ≥90% | 调查问卷", ""},
    {"indicator: 满意度指标 | 服务对象满意度指标 | 服务对象满意度 | 满意的程度 | ≥90% | 调查问卷", ""},
    {"indicator: 满意度指标 | 服务对象满意度指标 | 满意度（家长） | 满意的程度 | ≥90% | 调查问卷", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "satisfaction-object-missing",
    .severity = Severity::hint,
    .title = "满意度没有写明对象",
    .title_en = "Satisfaction of nobody in particular",
    .check_row = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "不写明谁满意，就不知道问卷发给谁，结果也没有可比性。",
    .how_to_mend = "写成“参训人员满意度”“办事群众满意度”等。",
    .source = "满意度按有效问卷中满意的比例计算（自评说明，已读）；经验",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::satisfaction_object_missing
