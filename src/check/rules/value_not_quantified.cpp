#include "base/text.h"
#include "check/explanation.h"
#include "check/values.h"
#include "check/wording.h"

namespace jibiao::check::value_not_quantified {
namespace {

constexpr std::size_t quoted = 30;

/// 合格 in a row of quality: could be a rate.
void check_words(const RowContext& context, std::string_view text, Findings& findings) {
    const RowFacts& row = context.row;
    const bool counted = row.kind == CategoryKind::quantity || row.kind == CategoryKind::cost;
    if (!counted && row.kind != CategoryKind::quality)
        return;
    const Profile& profile = context.profile;
    const bool checkable = is_checkable(text, profile);
    if (!checkable && contains_any(text, profile.list("vague_words")))
        return; // value-vague says it.
    if (row.kind == CategoryKind::quality && contains_any(text, profile.list("graded_standards")))
        return; // 达到Ⅲ类标准 can be looked up.
    Finding& finding = findings.add({Field::target_value, row.id()},
                                    "指标值“" + shorten(quoted_target(row), quoted) + "”没有数字，" +
                                        (counted ? "应写数值和单位。" : "可以改成比率，例如达标率“100%”。"));
    const bool grave = counted && !checkable && !is_target_in_words(row, profile);
    finding.severity = grave ? Severity::warning : Severity::hint;
}

/// 单次维修3日内完成: the number is there, in a sentence.
void check_sentence(const RowContext& context, Findings& findings) {
    const RowFacts& row = context.row;
    const std::string& text = row.target.text.empty() ? row.target_text : row.target.text;
    if (row.row->target.empty() || !has_digit(row.row->target.text) || !row.row->target_unit.empty())
        return;
    if (contains_any(text, context.profile.list("sentence_exceptions")))
        return;
    findings
        .add({Field::target_value, row.id()},
             "指标值“" + shorten(row.row->target.text, quoted) +
                 "”是一句话，数字混在文字里。应写成“符号+数字+单位”，其余的话写在指标描述里。")
        .severity = Severity::hint;
}

/// 文字描述 | | 85%以上的受众满意.
bool states_rate_in_words(const RowContext& context) {
    if (!context.row.row->target.empty() || !is_target_in_words(context.row, context.profile))
        return false;
    const std::string text = fold(context.row.row->target_unit.text);
    const auto quantities = quantities_of(text, context.profile);
    return quantities.size() == 1 && quantities.front().unit == "%";
}

/// ≤ | | 万元: the number was forgotten.
bool is_unit_alone(const RowFacts& row, const Profile& profile) {
    return row.row->target.empty() && !is_target_in_words(row, profile);
}

void check(const RowContext& context, Findings& findings) {
    if (is_in_a_sentence(context.row.target))
        return check_sentence(context, findings);
    if (context.row.target.kind != TargetKind::qualitative)
        return;
    const std::string_view words = words_of_target(context.row, context.profile);
    if (contains_any(words, context.profile.placeholders) || is_unit_alone(context.row, context.profile))
        return; // Other rules' business.
    if (states_rate_in_words(context))
        findings
            .add({Field::target_value, context.row.id()},
                 "“" + shorten(context.row.row->target_unit.text, quoted) +
                     "”里有比率：符号、值和单位应分别填写，例如“" + context.form.at_least + "”“90”“%”。")
            .severity = Severity::hint;
    else if (!words.empty())
        check_words(context, words, findings);
    else
        check_sentence(context, findings);
}

constexpr Example examples[] = {
    {"indicator: 产出指标 | 质量指标 | 站点标准 | 建成的站点符合标准 | 有场地、有人员、有制度 | 上级文件要求",
     "projects[0].indicators[1].target_value"},
    {"indicator: 产出指标 | 质量指标 | 工程质量 | 工程验收的结果 | 合格 | 年度工作计划",
     "projects[0].indicators[1].target_value"},
    {"indicator: 产出指标 | 数量指标 | 培训次数 | 开展培训的次数 | 按计划开展 | 年度工作计划",
     "projects[0].indicators[0].target_value"},
    {"indicator: 产出指标 | 时效指标 | 维修时间 | 维修所用的时间 | 每次报修2日内修好 | 服务合同",
     "projects[0].indicators[2].target_value"},
    {"indicator: 产出指标 | 时效指标 | 维修时间 | 维修所用的时间 | 接到报修后2日内修好 | 服务合同",
     "projects[0].indicators[2].target_value"},
    {"indicator: 产出指标 | 数量指标 | 巡查次数 | 巡查的次数 | 每天2次 | 年度工作计划", ""},
    {"indicator: 产出指标 | 质量指标 | 工程质量 | 工程验收的结果 | 良好 | 年度工作计划", ""},
    {"indicator: 产出指标 | 质量指标 | 河道水质 | 断面的水质 | 达到Ⅲ类水质 | 监测报告", ""},
    {"indicator: 产出指标 | 质量指标 | 工程质量 | 工程验收的结果 | 100% | 年度工作计划", ""},
    {"indicator: 产出指标 | 时效指标 | 培训时间 | 开展培训的时间 | 2021年12月底前办完全部手续 | 年度工作计划",
     ""},
    {"indicator: 效益指标 | 社会效益指标 | 受益群众 | 受益的群众 | 比上年增加20人 | 上年统计数据", ""},
    {"indicator: 产出指标 | 数量指标 | 培训次数 | 开展培训的次数 | 8-10次 | 年度工作计划", ""},
    {"template: heb-2020-open\n"
     "indicator: 产出指标 | 数量指标 | 培训次数 | 开展培训的次数 | 4.00 | 年度工作计划\n"
     "comparator: >=\n"
     "target_unit: 开展培训4次以上",
     ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "value-not-quantified",
    .severity = Severity::warning,
    .title = "指标值没有量化",
    .title_en = "Target value not quantified",
    .check_row = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "没有数字的指标值只能凭印象打分；数字混在句子里，系统和考核人员都取不出来。",
    .how_to_mend = "质量指标可以用合格率、达标率表示；数量指标写数字和单位；说明性的话移到指标描述。",
    .source = "财预〔2015〕88号：绩效目标应细化量化（公开页面已读）；经验",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::value_not_quantified
