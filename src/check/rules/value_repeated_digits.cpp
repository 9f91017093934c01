#include "base/text.h"
#include "check/explanation.h"
#include "check/reading.h"

#include <algorithm>
#include <optional>

namespace jibiao::check::value_repeated_digits {
namespace {

/// 20002000 → 2000: the first half, if the second repeats it and the halves are not one digit repeated.
std::optional<std::string_view> half_of(std::string_view text) {
    const std::string_view half = text.substr(0, text.size() / 2);
    if (text.size() % 2 != 0 || half.size() < 2 || text.substr(half.size()) != half)
        return std::nullopt;
    if (half.find_first_not_of(half.front()) == std::string_view::npos)
        return std::nullopt;
    return half;
}

bool has_digit(std::string_view text) {
    return text.find_first_of("0123456789") != std::string_view::npos;
}

/// Whether `amount` (1500人) stands in `text` and its number is not the end of a longer one.
bool states_amount(std::string_view text, std::string_view amount) {
    for (std::size_t at = text.find(amount); at != std::string_view::npos; at = text.find(amount, at + 1)) {
        if (at == 0 || !has_digit(text.substr(at - 1, 1)))
            return true;
    }
    return false;
}

/// The row's other cells or the goals say the half: 描述 "培训 1500 人", 指标值 "≥15001500人".
bool is_stated(const Indicator& indicator, const std::string& goals, const std::string& amount) {
    return states_amount(goals, amount) ||
           std::ranges::any_of(indicator_cells(), [&](const CellField<Indicator>& column) {
               return column.field != Field::target_value &&
                      states_amount(fold((indicator.*column.cell).text), amount);
           });
}

bool may_be_a_year(std::string_view digits) {
    return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
}

bool is_number_at(std::string_view text, std::size_t at, std::size_t length) {
    const std::size_t end = at + length;
    return (at == 0 || !has_digit(text.substr(at - 1, 1))) &&
           (end == text.size() || !has_digit(text.substr(end, 1)));
}

/// 每班 123 人，1001 班: 123123 人 is their product. Typing digits twice multiplies them by 101, 1001 …
bool is_product(const Indicator& indicator, std::size_t digits) {
    const std::string factor = "1" + std::string(digits / 2 - 1, '0') + "1";
    return std::ranges::any_of(indicator_cells(), [&](const CellField<Indicator>& column) {
        const std::string text = fold((indicator.*column.cell).text);
        for (std::size_t at = text.find(factor); at != std::string::npos; at = text.find(factor, at + 1)) {
            if (is_number_at(text, at, factor.size()))
                return true;
        }
        return false;
    });
}

/// Four digits can repeat by chance (1212 people), six hardly, eight can not.
constexpr std::size_t hardly_by_chance = 6;
constexpr std::size_t never_by_chance = 8;

struct Meant {
    std::string number;
    Severity severity = Severity::error;
};

/// The number that was meant, if the digits of the target were typed twice.
std::optional<Meant> meant_number(const Indicator& indicator, const std::string& goals,
                                  const TargetValue& value) {
    constexpr std::int64_t one = 1'000'000;
    if (value.kind != TargetKind::number || value.number.millionths() % one != 0)
        return std::nullopt;
    const std::string digits = value.number.to_short_string();
    const auto half = half_of(digits);
    if (!half)
        return std::nullopt;
    if (is_product(indicator, digits.size()))
        return std::nullopt;
    const bool stated = !value.unit.empty() && !may_be_a_year(digits) &&
                        is_stated(indicator, goals, std::string(*half) + value.unit);
    if (stated || digits.size() >= never_by_chance || is_percent(value.unit))
        return Meant{std::string(*half), Severity::error};
    if (digits.size() >= hardly_by_chance)
        return Meant{std::string(*half), Severity::warning};
    return std::nullopt;
}

Fix keep_one(const std::string& text, std::vector<edit::Operation> operations) {
    return {"改为“" + text + "”", {"去掉重复的数字", std::move(operations)}, false};
}

/// 854万854万, ≥95%≥95%: the cell itself was typed twice.
void check_text(const Indicator& indicator, Findings& findings) {
    const std::string folded = fold(indicator.target.text);
    std::string_view rest = folded;
    std::string_view sign;
    for (const std::string_view one : {"≥", "≤", ">", "<", "="}) {
        if (rest.starts_with(one) && rest.find(one, one.size()) == std::string_view::npos) {
            sign = one;
            rest.remove_prefix(one.size());
        }
    }
    const auto half = half_of(rest);
    if (!half || !has_digit(*half))
        return;
    Finding& finding =
        findings.add({Field::target_value, indicator.id},
                     "“" + std::string(*half) + "”写了两遍：“" + indicator.target.text + "”。");
    const std::string text = std::string(sign) + std::string(*half);
    finding.fix = keep_one(text, {edit::SetText{{Field::target_value, indicator.id}, text}});
}

void check_row(const RowFacts& row, const ProjectContext& context, Findings& findings) {
    const Indicator& indicator = *row.row;
    TargetValue value = row.target;
    if (value.kind == TargetKind::qualitative)
        return check_text(indicator, findings);
    const auto meant = meant_number(indicator, context.facts.goals, value);
    if (!meant)
        return;
    Finding& finding = findings.add({Field::target_value, indicator.id},
                                    "“" + value.number.to_short_string() + "”是“" + meant->number +
                                        "”连写了两遍，数值大得不合理，应为“" + meant->number + "”。");
    finding.severity = meant->severity;
    value.number = read_decimal(meant->number).value_or(value.number);
    finding.fix =
        keep_one(print_target(value, notation_of(context.form)), set_target(indicator, value, context.form));
}

void check(const ProjectContext& context, Findings& findings) {
    for (const auto& row : context.facts.rows)
        check_row(*row, context, findings);
}

constexpr Example examples[] = {
    {"indicator: 产出指标 | 数量指标 | 参训人次 | 参加培训的人次 | ≥20002000人次 | 年度工作计划",
     "projects[0].indicators[0].target_value", "≥2000人次"},
    {"indicator: 产出指标 | 数量指标 | 参训人数 | 全年培训1500人 | ≥15001500人 | 年度工作计划",
     "projects[0].indicators[0].target_value", "≥1500人"},
    {"indicator: 产出指标 | 数量指标 | 参训人数 | 全年培训12人 | ≥1212人 | 年度工作计划",
     "projects[0].indicators[0].target_value", "≥12人"},
    {"goal: 举办演出36场，惠及群众2万人次\n"
     "indicator: 产出指标 | 数量指标 | 演出场次 | 举办的演出 | ≥3636场 | 年度工作计划",
     "projects[0].indicators[0].target_value", "≥36场"},
    {"indicator: 产出指标 | 质量指标 | 公民科学素质比例 | 具备科学素质的比例 | ≥9595% | 年度工作计划",
     "projects[0].indicators[1].target_value", "≥95%"},
    {"indicator: 产出指标 | 成本指标 | 设备成本 | 设备购置支出 | ≤20万元20万元 | 项目预算",
     "projects[0].indicators[3].target_value", "≤20万元"},
    {"template: heb-2020-open\n"
     "indicator: 产出指标 | 数量指标 | 参训人次 | 参加培训的人次 | 20002000人次 | 年度工作计划\n"
     "comparator: >=",
     "projects[0].indicators[0].target_value", "2000人次"},
    {"indicator: 产出指标 | 数量指标 | 参训人数 | 每班123人，开办1001班 | ≥123123人 | 年度工作计划", ""},
    {"indicator: 产出指标 | 数量指标 | 参训人数 | 参加培训的人数 | ≥1212人 | 年度工作计划", ""},
    {"indicator: 产出指标 | 数量指标 | 参训人数 | 12月底前完成12期，每期101人 | ≥1212人 | 年度工作计划", ""},
    {"indicator: 产出指标 | 数量指标 | 参训人数 | 每班20人，开办101班 | ≥2020人 | 年度工作计划", ""},
    {"indicator: 产出指标 | 数量指标 | 参训人数 | 参加培训的人数 | ≥11111111人 | 年度工作计划", ""},
    {"indicator: 产出指标 | 时效指标 | 培训完成时间 | 完成全部培训的时间 | 2020年底前 | 年度工作计划", ""},
    {"indicator: 产出指标 | 时效指标 | 培训时间 | 开展培训的时间 | 2021.3-2021.12 | 年度工作计划", ""},
    {"indicator: 效益指标 | 社会效益指标 | 受益群众 | 受益的群众 | 宣传宣传 | 上年统计数据", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "value-repeated-digits",
    .severity = Severity::error,
    .title = "指标值的数字写了两遍",
    .title_en = "Digits of a target value typed twice",
    .check_project = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "“20002000”这样的数字多半是复制粘贴或输入法造成的重复，目标放大成千上万倍，年底不可能完成。",
    .how_to_mend = "核对原始计划，只保留一遍数字。",
    .source = "经验：公开文本中的录入错误（20002000、854万854万）",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::value_repeated_digits
