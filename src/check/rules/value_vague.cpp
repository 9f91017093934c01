#include "base/text.h"
#include "check/explanation.h"
#include "check/values.h"

namespace jibiao::check::value_vague {
namespace {

/// Where another rule asks for a number or a time: here only vague words count.
bool is_asked_elsewhere(CategoryKind kind) {
    return kind == CategoryKind::timeliness || kind == CategoryKind::quantity ||
           kind == CategoryKind::quality || kind == CategoryKind::cost || kind == CategoryKind::output;
}

std::string_view word_in(std::string_view text, const Words& words) {
    for (const std::string& word : words) {
        if (contains(text, word))
            return word;
    }
    return {};
}

void check(const RowContext& context, Findings& findings) {
    const RowFacts& row = context.row;
    const std::string_view text = words_of_target(row, context.profile);
    if (text.empty() || contains_any(text, context.profile.placeholders))
        return;
    const std::string_view vague = word_in(text, context.profile.list("vague_words"));
    const bool checkable = is_checkable(text, context.profile);
    if (checkable || (vague.empty() && is_asked_elsewhere(row.kind)))
        return;
    const std::string why = vague.empty() ? std::string("没有数量、时间或可以核对的标准")
                                          : "“" + std::string(vague) + "”没有说明到什么程度";
    Finding& finding = findings.add({Field::target_value, row.id()},
                                    "指标值“" + shorten(quoted_target(row), 30) + "”无法衡量：" + why +
                                        "。应写数值、期限或分级标准，例如“≥90%”。");
    if (is_target_in_words(row, context.profile))
        finding.severity = Severity::hint;
}

constexpr Example examples[] = {
    {"indicator: 效益指标 | 社会效益指标 | 居民科学素养 | 居民素养的变化 | 持续提升 | 上年统计数据",
     "projects[0].indicators[4].target_value"},
    {"indicator: 效益指标 | 社会效益指标 | 环境面貌 | 辖区环境 | 明显改善 | 上年统计数据",
     "projects[0].indicators[4].target_value"},
    {"indicator: 产出指标 | 质量指标 | 工程质量 | 工程的质量 | 良好 | 年度工作计划",
     "projects[0].indicators[1].target_value"},
    {"indicator: 效益指标 | 社会效益指标 | 服务群众 | 服务的成效 | 打通便民服务“最后一百米” | 上年统计数据",
     "projects[0].indicators[4].target_value"},
    {"indicator: 满意度指标 | 服务对象满意度指标 | 参训人员满意度 | 满意的比例 | 较为满意 | 调查问卷",
     "projects[0].indicators[5].target_value"},
    {"template: heb-2020-open\n"
     "indicator: 效益指标 | 社会效益指标 | 居民科学素养 | 居民素养的变化 | | 上年统计数据\n"
     "comparator: 文字描述\n"
     "target_unit: 有效提升",
     "projects[0].indicators[4].target_value"},
    {"indicator: 产出指标 | 时效指标 | 作用发挥时间 | 发挥作用的时间 | 长期持续 | 年度工作计划",
     "projects[0].indicators[2].target_value"},
    {"indicator: 效益指标 | 社会效益指标 | 居民科学素养 | 居民素养的变化 | 比上年提高2个百分点 | "
     "上年统计数据",
     ""},
    {"indicator: 效益指标 | 社会效益指标 | 安全生产 | 生产安全 | 未发生重大安全事故 | 上年统计数据", ""},
    {"indicator: 产出指标 | 质量指标 | 工程质量 | 工程的质量 | 合格 | 年度工作计划", ""},
    {"indicator: 产出指标 | 时效指标 | 培训及时性 | 培训是否及时 | 及时 | 年度工作计划", ""},
    {"indicator: 效益指标 | 社会效益指标 | 传染病发病率 | 发病的比例 | 低于全省平均水平 | 统计数据", ""},
    {"indicator: 效益指标 | 社会效益指标 | 困难群众救助 | 救助的情况 | 应助尽助 | 统计数据", ""},
    {"indicator: 效益指标 | 社会效益指标 | 惠及乡镇 | 惠及的乡镇 | 不少于三个 | 上年统计数据", ""},
    {"indicator: 效益指标 | 生态效益指标 | 无 | 无 | 无 | 上年统计数据", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "value-vague",
    .severity = Severity::warning,
    .title = "指标值含糊，无法衡量",
    .title_en = "Target value too vague to be measured",
    .check_row = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "“持续提升”“明显改善”没有说明提升到什么程度，年底无法判断目标是否完成。这是绩效目标被退回最常见的"
           "原因。",
    .how_to_mend = "写出数值、期限或可以核对的标准，例如“≥90%”“比上年增加 2 "
                   "个”；确实无法量化的，写明分级标准和判断依据。",
    .source = "财预〔2015〕88号：绩效目标应细化量化（公开页面已读）；45 份样本文本中 22 份有此问题",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::value_vague
