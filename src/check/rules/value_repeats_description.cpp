#include "base/text.h"
#include "base/utf8.h"
#include "check/explanation.h"
#include "check/values.h"

#include <algorithm>
#include <vector>

namespace jibiao::check::value_repeats_description {
namespace {

constexpr std::size_t longest_compared = 120;
constexpr std::size_t shortest_compared = 4;
constexpr std::size_t almost_all = 80; ///< Per cent.

std::vector<char32_t> ideographs_of(std::string_view text) {
    std::vector<char32_t> result;
    for (const CodePoint& point : code_points(text)) {
        if (is_ideograph(point.value) || is_latin(point.value))
            result.push_back(point.value);
    }
    return result;
}

/// Length of the longest common subsequence.
std::size_t common_length(const std::vector<char32_t>& a, const std::vector<char32_t>& b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (const char32_t c : a) {
        std::size_t diagonal = 0;
        for (std::size_t i = 0; i < b.size(); ++i) {
            const std::size_t above = row[i + 1];
            row[i + 1] = b[i] == c ? diagonal + 1 : std::max(above, row[i]);
            diagonal = above;
        }
    }
    return row.back();
}

void report(const RowFacts& row, Field field, const std::string& words, bool whole, Findings& findings) {
    const bool in_unit_column = row.row->target.empty();
    const Cell& target = in_unit_column ? row.row->target_unit : row.row->target;
    Finding& finding =
        findings.add({in_unit_column ? Field::target_unit : Field::target_value, row.id()},
                     "指标值“" + shorten(target.text, 30) + "”" + (whole ? "重复了" : "大半重复了") + words +
                         "，没有写出要达到的目标。");
    finding.related.push_back({field, row.id()});
    finding.severity = whole ? Severity::warning : Severity::hint;
}

void check(const RowContext& context, Findings& findings) {
    const RowFacts& row = context.row;
    const std::string_view text = words_of_target(row, context.profile);
    if (text.empty())
        return;
    const bool is_its_end = row.description.ends_with(text) && text.size() >= 4 * 3 && // 4 ideographs.
                            starts_with_any(row.description, context.profile.list("goal_verbs")) &&
                            !is_checkable(text, context.profile);
    if (is_its_end && row.description != text)
        return report(row, Field::description, "指标描述的后半句", true, findings);
    if (text == row.name && count_code_points(text) >= shortest_compared)
        return report(row, Field::indicator_name, "三级指标的名称", true, findings);
    const auto value = ideographs_of(text);
    const auto description = ideographs_of(row.description);
    const std::size_t shorter = std::min(value.size(), description.size());
    if (shorter < shortest_compared || std::max(value.size(), description.size()) > longest_compared)
        return;
    const std::size_t common = common_length(value, description);
    if (common * 100 < description.size() * almost_all)
        return;
    report(row, Field::description, "指标描述", common * 100 >= value.size() * almost_all, findings);
}

constexpr Example examples[] = {
    {"template: heb-2020-open\n"
     "indicator: 效果指标 | 社会效益指标 | 便民服务 | 让群众少跑腿、好办事 | | 调查问卷\n"
     "comparator: 文字描述\ntarget_unit: 让群众少跑腿、好办事",
     "projects[0].indicators[6].target_unit"},
    {"indicator: 效益指标 | 社会效益指标 | 便民服务 | 让群众少跑腿、好办事 | 让群众少跑腿，好办事 | 调查问卷",
     "projects[0].indicators[4].target_value"},
    {"indicator: 效益指标 | 社会效益指标 | 阅读氛围 | 丰富居民文化生活，营造良好阅读氛围 | "
     "丰富居民文化生活，营造爱读书的阅读氛围 | 调查问卷",
     "projects[0].indicators[4].target_value"},
    {"indicator: 效益指标 | 社会效益指标 | 阅读氛围 | 丰富居民文化生活 | "
     "丰富居民的文化生活，形成人人读书的好风气 | 调查问卷",
     "projects[0].indicators[4].target_value"},
    {"indicator: 效益指标 | 社会效益指标 | 保障机构正常运转 | 机构的运转 | 保障机构正常运转 | 调查问卷",
     "projects[0].indicators[4].target_value"},
    {"indicator: 效益指标 | 社会效益指标 | 机关运转率 | 保障机关和所属各单位正常运转 | 正常运转 | 调查问卷",
     "projects[0].indicators[4].target_value"},
    {"indicator: 产出指标 | 数量指标 | 培训次数 | 开展培训5次 | 5次 | 年度工作计划", ""},
    {"indicator: 效益指标 | 社会效益指标 | 市民素质 | 市民素质的变化情况 | 市民素质明显提升 | 调查问卷", ""},
    {"indicator: 产出指标 | 质量指标 | 验收 | 合格 | 合格 | 验收报告", ""},
    {"indicator: 效益指标 | 社会效益指标 | 便民服务 | | 让群众少跑腿 | 调查问卷", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "value-repeats-description",
    .severity = Severity::warning,
    .title = "指标值重复指标描述",
    .title_en = "Target value repeats the description",
    .check_row = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "指标值应回答“做到多少”。把名称或描述再抄一遍，等于没有设定目标。",
    .how_to_mend = "描述说明衡量什么，指标值写要达到的数值、期限或标准。",
    .source = "经验：公开文本中效益指标常把描述照抄为指标值",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::value_repeats_description
