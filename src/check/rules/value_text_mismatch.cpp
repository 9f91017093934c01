#include "base/text.h"
#include "check/explanation.h"
#include "check/values.h"
#include "model/notation.h"

#include <algorithm>
#include <optional>

namespace jibiao::check::value_text_mismatch {
namespace {

/// A number of the target's own unit in a text.
struct Stated {
    Decimal amount;
    Comparator comparator = Comparator::none;
};

std::int64_t take_factor(std::string_view& text) {
    if (take_prefix(text, "万"))
        return 10'000;
    return take_prefix(text, "亿") ? 100'000'000 : 1;
}

/// 不少于 in front of the number, or 以上 behind its unit.
Comparator comparator_around(std::string_view before, std::string_view after, const Words& words) {
    for (const std::string& word : words) {
        if (!before.ends_with(word))
            continue;
        std::string_view sign = word;
        return take_comparator(sign);
    }
    for (const std::size_t length : {std::string_view("以上").size(), std::string_view("及以上").size()}) {
        std::string_view sign = after.substr(0, length);
        const Comparator comparator = take_trailing_comparator(sign);
        if (comparator != Comparator::none && sign.empty())
            return comparator;
    }
    return Comparator::none;
}

/// Every number in front of `unit`; more than two are not told apart.
std::vector<Stated> numbers_with_unit(std::string_view text, std::string_view unit, const Words& signs) {
    std::vector<Stated> found;
    std::size_t at = 0;
    while (found.size() < 3 && (at = text.find_first_of("0123456789", at)) != std::string_view::npos) {
        const std::size_t end = std::min(text.find_first_not_of("0123456789.,", at), text.size());
        const auto number = read_decimal(text.substr(at, end - at));
        std::string_view rest = text.substr(end);
        const std::int64_t factor = take_factor(rest);
        if (number && take_prefix(rest, unit) && !(unit == "人" && rest.starts_with("次")))
            found.push_back({number->times(factor), comparator_around(text.substr(0, at), rest, signs)});
        at = end;
    }
    return found;
}

bool are_opposite(Comparator a, Comparator b) {
    const auto is_lower = [](Comparator c) {
        return c == Comparator::at_least || c == Comparator::more_than;
    };
    const auto is_upper = [](Comparator c) { return c == Comparator::at_most || c == Comparator::less_than; };
    return (is_lower(a) && is_upper(b)) || (is_upper(a) && is_lower(b));
}

void check_text(const RowContext& context, Field field, const std::string& text, Findings& findings) {
    const RowFacts& row = context.row;
    const Profile& profile = context.profile;
    if (!has_digit(text) || contains_any(text, profile.list("other_number_words")))
        return;
    const std::string_view unit = is_percent(row.target.unit) ? "%" : std::string_view(row.target.unit);
    const auto numbers = numbers_with_unit(text, unit, profile.list("sign_words"));
    if (numbers.size() != 1)
        return;
    const Stated& stated = numbers.front();
    const bool other_number = stated.amount != row.target.amount();
    const bool other_sign = !other_number && are_opposite(stated.comparator, row.target.comparator);
    if (!other_number && !other_sign)
        return;
    Finding& finding = findings.add(
        {Field::target_value, row.id()},
        "指标值是“" + quoted_target(row) + "”，" + short_label(context.form, field) + "里写的是“" +
            shorten(text, 40) + "”，" +
            (other_number ? stated.amount.to_short_string() + std::string(unit) + " 与 " +
                                row.target.amount().to_short_string() + std::string(unit) + " 不一致。"
                          : std::string("一个是上限、一个是下限。")));
    finding.related.push_back({field, row.id()});
    if (stated.comparator == Comparator::none)
        finding.severity = Severity::hint;
}

/// 超过90%: more than that number.
bool ends_in_strict_word(std::string_view before, const Profile& profile) {
    return ends_with_any(before, profile.list("strict_words")) &&
           !ends_with_any(before, profile.list("negated_strict_words"));
}

void report_column(const RowFacts& row, std::string message, Severity severity, Findings& findings) {
    Finding& finding = findings.add({Field::target_value, row.id()}, std::move(message));
    finding.severity = severity;
    finding.related.push_back({Field::target_unit, row.id()});
}

/// Where the text of a form with columns stands beside its number: 90 | 满意率85%以上.
void check_column_text(const RowContext& context, Findings& findings) {
    const RowFacts& row = context.row;
    const auto value = read_decimal(row.row->target.text);
    const std::string text = fold(row.row->target_unit.text);
    if (!value || contains_any(text, context.profile.list("other_number_words")))
        return;
    const std::size_t at = text.find_first_of("0123456789");
    const std::size_t end = std::min(text.find_first_not_of("0123456789.,", at), text.size());
    const auto number = read_decimal(std::string_view(text).substr(at, end - at));
    std::string_view rest = std::string_view(text).substr(end);
    const std::int64_t factor = take_factor(rest);
    const bool date = rest.starts_with("年") || rest.starts_with("月") || rest.starts_with("日");
    if (!number || date || has_digit(rest))
        return;
    const std::string in_words = shorten(row.row->target_unit.text, 30);
    const bool percent_of_ratio = rest.starts_with('%') && value->times(100) == *number; // 0.9 and 90%.
    if (number->times(factor) == *value || *number == *value || percent_of_ratio) {
        if (ends_in_strict_word(std::string_view(text).substr(0, at), context.profile) &&
            row.target.comparator == Comparator::at_least)
            report_column(row,
                          "符号是“" + row.row->comparator.text + "”，文字里写的却是“" + in_words +
                              "”，一个含本数，一个不含。",
                          Severity::hint, findings);
        return;
    }
    report_column(row,
                  "值填的是“" + row.row->target.text + "”，文字里写的却是“" + in_words + "”，两处不一致。",
                  Severity::error, findings);
}

void check(const RowContext& context, Findings& findings) {
    const RowFacts& row = context.row;
    if (!row.row->target_unit.empty() && has_digit(row.row->target_unit.text))
        check_column_text(context, findings);
    if (row.target.kind != TargetKind::number || row.target.unit.empty() || is_money(row.target))
        return;
    check_text(context, Field::description, row.description, findings);
    check_text(context, Field::explanation, row.explanation, findings);
}

constexpr Example examples[] = {
    {"indicator: 产出指标 | 数量指标 | 培训次数 | 全年开展培训不少于8次 | ≥5次 | 年度工作计划",
     "projects[0].indicators[0].target_value"},
    {"indicator: 满意度指标 | 服务对象满意度指标 | 参训人员满意度 | 满意度达到85%以上 | ≥90% | 调查问卷",
     "projects[0].indicators[5].target_value"},
    {"indicator: 产出指标 | 数量指标 | 参训人次 | 培训不超过2000人次 | ≥2000人次 | 年度工作计划",
     "projects[0].indicators[0].target_value"},
    {"template: heb-2020-open\n"
     "indicator: 产出指标 | 质量指标 | 站点建设 | 建设站点 | 4.00 | 年度工作计划\n"
     "comparator: 文字描述\ntarget_unit: 站点覆盖率10%",
     "projects[0].indicators[1].target_value"},
    {"template: heb-2020-open\n"
     "indicator: 满意度指标 | 服务对象满意度指标 | 学员满意度 | 满意的学员 | 90.00 | 调查问卷\n"
     "comparator: >=\ntarget_unit: 满意率超过90%",
     "projects[0].indicators[5].target_value"},
    {"template: heb-2020-open\n"
     "indicator: 产出指标 | 数量指标 | 参观人次 | 参观的人次 | 1.2 | 年度工作计划\n"
     "comparator: >=\ntarget_unit: 参观1.2万人次以上",
     ""},
    {"indicator: 产出指标 | 数量指标 | 培训次数 | 全年开展培训不少于5次 | ≥5次 | 年度工作计划", ""},
    {"indicator: 产出指标 | 数量指标 | 参训人次 | 培训1.8万人次 | ≥18000人次 | 年度工作计划", ""},
    {"indicator: 产出指标 | 数量指标 | 培训次数 | 每个乡镇1次 | ≥5次 | 年度工作计划", ""},
    {"indicator: 产出指标 | 质量指标 | 培训合格率 | 合格人数/参训人数×100% | ≥95% | 年度工作计划", ""},
    {"indicator: 产出指标 | 数量指标 | 培训次数 | 比上年增加2次 | ≥5次 | 年度工作计划", ""},
    {"indicator: 产出指标 | 数量指标 | 培训次数 | 春季2次、秋季3次 | ≥5次 | 年度工作计划", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "value-text-mismatch",
    .severity = Severity::error,
    .title = "指标值与文字不一致",
    .title_en = "Target contradicts its own text",
    .check_row = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "同一行里描述写 8 次、指标值写 5 次，考核时不知道以哪个为准。",
    .how_to_mend = "核对计划，把两处改成一致。",
    .source = "经验：45 份样本文本中 5 份前后矛盾",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::value_text_mismatch
