#include "base/text.h"
#include "base/utf8.h"
#include "check/explanation.h"
#include "check/measures.h"
#include "check/values.h"

#include <algorithm>

namespace jibiao::check::name_is_a_sentence {
namespace {

bool is_ascii_digit(char c) {
    return c >= '0' && c <= '9';
}

/// 230人 of 村组干部230人, but not 期 of 第2期.
bool ends_in_value(const std::string& name, const Profile& profile) {
    const std::size_t last = name.find_last_of("0123456789");
    if (last == std::string::npos)
        return false;
    std::size_t first = last;
    while (first > 0 && (is_ascii_digit(name[first - 1]) || name[first - 1] == '.'))
        --first;
    std::string unit = name.substr(last + 1);
    for (const std::string_view bound : {"以上", "以内", "左右"}) {
        if (unit.ends_with(bound))
            unit.erase(unit.size() - bound.size());
    }
    const std::string_view before = std::string_view(name).substr(0, first);
    if (before.empty() || before.ends_with("第"))
        return false;
    return unit == "%" || unit == "元" || unit == "万元" || is_any(unit, profile.list("count_units")) ||
           is_any(unit, profile.list("people_units"));
}

/// 达到95 of 合格率达到95%, but not 达 of 3月达标率.
bool states_a_bound(const std::string& name, const Words& words) {
    return std::ranges::any_of(words, [&name](const std::string& word) {
        const std::size_t at = name.find(word);
        return at != std::string::npos && at + word.size() < name.size() &&
               is_ascii_digit(name[at + word.size()]);
    });
}

bool carries_a_value(const std::string& name, const Profile& profile) {
    if (!has_digit(name))
        return false;
    return contains(name, "≥") || contains(name, "≤") || ends_in_value(name, profile) ||
           states_a_bound(name, profile.list("value_words"));
}

/// Not the , of 1,000.
bool has_comma(const std::string& name) {
    for (std::size_t at = name.find(','); at != std::string::npos; at = name.find(',', at + 1)) {
        if (at == 0 || at + 1 >= name.size() || !is_ascii_digit(name[at - 1]) ||
            !is_ascii_digit(name[at + 1]))
            return true;
    }
    return false;
}

std::string what_is_wrong(const RowFacts& row, const Profile& profile) {
    const std::string& name = row.measured.name;
    if (carries_a_value(name, profile))
        return "里带着数值，数值应写在指标值栏";
    if (contains_any(name, profile.list("sentence_marks")) || has_comma(name))
        return "是句子，不是名称，应写成简短的指标名称";
    const auto longest = static_cast<std::size_t>(profile.limit("name_longest", 20));
    if (name.size() <= longest || count_code_points(name) <= longest || ends_in_measure(name, profile))
        return {};
    const std::size_t length = count_code_points(bare(name));
    if (length <= longest)
        return {};
    return "有 " + std::to_string(length) + " 个字，超过 " + std::to_string(longest) +
           " 个，应写成简短的指标名称";
}

void check(const RowContext& context, Findings& findings) {
    if (context.row.name.empty())
        return;
    const std::string wrong = what_is_wrong(context.row, context.profile);
    if (!wrong.empty())
        findings.add({Field::indicator_name, context.row.id()},
                     "三级指标“" + shorten(context.row.row->name.text, 40) + "”" + wrong + "。");
}

constexpr Example examples[] = {
    {"indicator: 产出指标 | 数量指标 | 受助学生230人 | 受助学生的人数 | ≥230人 | 年度工作计划",
     "projects[0].indicators[0].indicator_name"},
    {"indicator: 产出指标 | 质量指标 | 设备完好率≥95% | 完好设备的占比 | ≥95% | 年度工作计划",
     "projects[0].indicators[1].indicator_name"},
    {"indicator: 效益指标 | 社会效益指标 | 方便居民办事，减少排队。 | 居民办事 | 明显改善 | 调查问卷",
     "projects[0].indicators[4].indicator_name"},
    {"indicator: 效益指标 | 社会效益指标 | 通过多种形式的宣传让城乡居民了解并掌握应急避险知识 | 居民 | "
     "明显改善 | 调查问卷",
     "projects[0].indicators[4].indicator_name"},
    {"indicator: 产出指标 | 数量指标 | 新增规模以上企业数量 | 新增的企业 | ≥5家 | 年度工作计划", ""},
    {"indicator: 产出指标 | 质量指标 | 3项检测达标率 | 达标样品的占比 | ≥95% | 年度工作计划", ""},
    {"indicator: 产出指标 | 数量指标 | 专刊第2期 | 印发的份数 | ≥500份 | 年度工作计划", ""},
    {"indicator: 产出指标 | 质量指标 | 城乡居民基本医疗保险参保人员住院费用报销比例 | 报销费用的占比 | ≥70% "
     "| 文件",
     ""},
    {"indicator: 产出指标 | 质量指标 | 24小时热线接通率 | 接通来电的占比 | ≥95% | 年度工作计划", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "name-is-a-sentence",
    .severity = Severity::hint,
    .title = "指标名称是一句话或带着数值",
    .title_en = "Indicator name is a sentence or carries its value",
    .check_row = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "三级指标是名称，要简短；数值写进名称，会与指标值栏重复或矛盾，也不能和往年、别的项目对照。",
    .how_to_mend = "名称只写衡量什么，例如“受助学生人数”；数值写在指标值栏，说明写在描述栏。",
    .source = "45 份样本文本中 10 份有此问题；长度限值为经验",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::name_is_a_sentence
