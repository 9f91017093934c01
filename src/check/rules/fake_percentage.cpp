#include "base/text.h"
#include "check/explanation.h"
#include "check/measures.h"
#include "check/values.h"

#include <algorithm>

namespace jibiao::check::fake_percentage {
namespace {

/// 维护社会稳定, 古籍永续传承: something is done, or is to be.
bool is_slogan(std::string_view name, const Profile& profile) {
    return starts_with_any(name, profile.list("slogan_verbs")) ||
           ends_with_any(name, profile.list("abstract_nouns"));
}

/// A level, not a growth: 提升能力 10% may mean by 10 %.
constexpr Decimal level = Decimal::whole(50);

void check(const RowContext& context, Findings& findings) {
    const RowFacts& row = context.row;
    const Profile& profile = context.profile;
    if (!is_benefit(row.kind) || !is_rate(row.target) || row.target.number < level)
        return;
    const std::string& name = row.measured.name;
    if (!is_slogan(name, profile) || ends_in_measure(name, profile) ||
        contains_any(name, profile.list("satisfaction_endings")))
        return;
    const Words& formula = profile.list("formula_words");
    // 问卷调查 as the basis says where the answers come from, not what is counted.
    const std::string all = name + row.description + row.explanation;
    if (contains_any(all, formula) || contains_any(all, profile.ratio_words))
        return;
    findings.add({Field::target_value, row.id()},
                 "“" + row.row->name.text + "”是一句话，不是比率，“" + quoted_target(row) +
                     "”没有分子和分母，无法计算。应改成能算的指标，或者说明怎样计算。");
}

constexpr Example examples[] = {
    {"indicator: 效益指标 | 社会效益指标 | 维护社会稳定 | 维护社会稳定 | ≥95% | 工作计划",
     "projects[0].indicators[4].target_value"},
    {"indicator: 效益指标 | 社会效益指标 | 提升城市形象 | 城市形象得到提升 | ≥90% | 工作计划",
     "projects[0].indicators[4].target_value"},
    {"indicator: 效益指标 | 可持续影响指标 | 促进文化事业发展 | 长期促进 | 100% | 工作计划",
     "projects[0].indicators[6].target_value"},
    {"indicator: 效益指标 | 社会效益指标 | 非遗技艺活态传承 | 技艺长期传承下去 | ≥95% | 调查问卷",
     "projects[0].indicators[4].target_value"},
    {"indicator: 效益指标 | 社会效益指标 | 提升居民文明素养 | 居民问卷得分折算 | ≥85% | 调查问卷", ""},
    {"indicator: 效益指标 | 社会效益指标 | 维护社会稳定 | 矛盾纠纷化解数占总数的比例 | ≥95% | 工作计划", ""},
    {"indicator: 效益指标 | 社会效益指标 | 政策知晓率 | 知晓的群众 | ≥95% | 工作计划", ""},
    {"indicator: 效益指标 | 社会效益指标 | 提升居民健康水平 | 比上年提升 | ≥5% | 工作计划", ""},
    {"indicator: 产出指标 | 质量指标 | 保障设备运转 | 设备的运转 | ≥95% | 工作计划", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "fake-percentage",
    .severity = Severity::warning,
    .title = "没有分子分母的百分比",
    .title_en = "Percentage of nothing that can be counted",
    .check_row = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "“维护社会稳定 ≥95%”看似量化，其实没有可以数的东西，年底只能随意填一个数。",
    .how_to_mend = "换成有分子分母的比率（例如纠纷化解率），或者在指标解释里写明计算公式。",
    .source = "经验：45 份样本文本中 5 份有此写法",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::fake_percentage
