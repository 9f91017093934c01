#include "base/sort.h"
#include "base/text.h"
#include "check/explanation.h"
#include "check/measures.h"
#include "check/wording.h"

#include <algorithm>

namespace jibiao::check::description_repeats_name {
namespace {

/// 反映培训举办月份, of which 培训举办月份 is left; and 积极参与培训 of 参与培训.
std::string_view without_frame(std::string_view text, const Profile& profile) {
    return without_ends(text, profile.list("description_openings"), profile.list("description_endings"));
}

/// Letters of a text without the words that any description holds, in a fixed order.
Letters telling_letters(std::string text, const Profile& profile) {
    for (const std::string& word : profile.list("description_fillers"))
        text = replace_all(text, word, "");
    Letters letters = letters_of(text);
    jibiao::sort(letters);
    return letters;
}

/// 慰问妇女儿童 of 慰问困难妇女儿童, 普及安全知识 of 安全知识普及: most of the name's letters and no others.
bool adds_nothing(const std::string& text, const std::string& name, const Profile& profile) {
    constexpr std::size_t fewest = 4;
    constexpr std::size_t one_word = 6; // Bytes.
    if (text.size() > name.size() + one_word || contains(text, "的"))
        return false;
    const Letters of_text = telling_letters(text, profile);
    const Letters of_name = telling_letters(name, profile);
    return of_text.size() >= fewest && of_text.size() * 5 >= of_name.size() * 3 &&
           std::ranges::includes(of_name, of_text);
}

/// 营造良好的氛围 and 营造良好氛围.
std::string without_particles(const std::string& text) {
    return replace_all(text, "的", "");
}

/// Brackets and punctuation at the end make no difference.
bool says_the_same(const std::string& text, const RowFacts& row, const Profile& profile) {
    const std::string& name = row.measured.name;
    if (text == row.name || text == name || (text.size() >= name.size() && !tells_more(text, row)))
        return true;
    return without_frame(text, profile) == without_frame(name, profile) ||
           without_particles(text) == without_particles(name) || adds_nothing(text, name, profile);
}

void check(const RowContext& context, Findings& findings) {
    const RowFacts& row = context.row;
    if (row.name.empty() || is_any(row.name, context.profile.void_words))
        return;
    const auto check_cell = [&](const std::string& text, Field field, Severity severity,
                                std::string_view missing) {
        if (text.empty() || !says_the_same(text, row, context.profile))
            return;
        Finding& finding = findings.add({field, row.id()}, "“" + row.row->name.text + "”的" +
                                                               short_label(context.form, field) +
                                                               "只是重复了三级指标，" + std::string(missing));
        finding.severity = severity;
        finding.related.push_back({Field::indicator_name, row.id()});
    };
    check_cell(row.description, Field::description, Severity::hint, "应说明衡量什么、怎么算。");
    if (context.form.has_column(Field::explanation))
        check_cell(row.explanation, Field::explanation, Severity::warning, "应写明含义和计算公式。");
}

constexpr Example examples[] = {
    {"indicator: 效益指标 | 社会效益指标 | 良好氛围形成率 | 良好的氛围形成率 | ≥90% | 调查问卷",
     "projects[0].indicators[4].description"},
    {"indicator: 产出指标 | 数量指标 | 培训次数 | 培训次数 | ≥5次 | 年度工作计划",
     "projects[0].indicators[0].description"},
    {"indicator: 满意度指标 | 服务对象满意度指标 | 学员满意度（%） | 学员满意度(%) | ≥90% | 调查问卷",
     "projects[0].indicators[5].description"},
    {"indicator: 产出指标 | 成本指标 | 项目总成本 | 项目总成本。 | ≤27万元 | 项目预算",
     "projects[0].indicators[3].description"},
    {"template: gz-2024\n"
     "indicator: 产出指标 | 质量指标 | 学员合格率 | | ≥95% | | 学员合格率",
     "projects[0].indicators[1].explanation"},
    {"indicator: 产出指标 | 时效指标 | 培训举办时间 | 反映培训举办时间情况 | 2021年11月底前 | 年度工作计划",
     "projects[0].indicators[2].description"},
    {"indicator: 产出指标 | 数量指标 | 慰问困难儿童次数 | 慰问儿童的次数 | ≥2次 | 年度工作计划", ""},
    {"indicator: 产出指标 | 数量指标 | 慰问困难儿童次数 | 开展慰问儿童次数 | ≥2次 | 年度工作计划",
     "projects[0].indicators[0].description"},
    {"indicator: 产出指标 | 数量指标 | 培训次数 | 全年培训次数 | ≥5次 | 年度工作计划", ""},
    {"indicator: 效益指标 | 生态效益指标 | 无 | 无 | | ", ""},
    {"template: gz-2024\n"
     "indicator: 产出指标 | 质量指标 | 学员合格率 | | ≥95% | | 学员合格率=合格人数÷参训人数×100%",
     ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "description-repeats-name",
    .severity = Severity::warning,
    .title = "指标描述或解释只是重复指标名称",
    .title_en = "Description repeats the indicator name",
    .check_row = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "描述、解释栏是用来说明指标含义、范围和算法的。抄一遍名称，等于没有填写。",
    .how_to_mend = "写明统计什么、包括哪些、怎样计算，例如“全年举办的科普培训次数”“合格人数÷参训人数×100%”。",
    .source = "某省填报说明要求定量指标写计算公式（已读）；其余为经验",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::description_repeats_name
