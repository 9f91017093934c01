#include "base/text.h"
#include "check/explanation.h"
#include "check/reading.h"
#include "check/wording.h"
#include "templates/figures.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace jibiao::check::variance_not_explained {
namespace {

/// What the form's figures say.
struct Stated {
    std::map<std::string_view, Decimal> yuan; ///< By key, where it is stated first.
    const Context& context;
};

enum class Direction { none, more, less };

Direction direction_in(std::string_view text, const ReadingWords& words) {
    const auto says_any = [text](const std::vector<std::string>& list) {
        return std::ranges::any_of(list, [text](const std::string& word) { return contains(text, word); });
    };
    const bool more = says_any(words.increase_words);
    const bool less = says_any(words.decrease_words);
    return more == less ? Direction::none : more ? Direction::more : Direction::less;
}

/// By how much a figure that is now `amount` changed when it changed by `percent` of what it was.
std::optional<Decimal> change_by(Decimal amount, Decimal percent, Direction direction) {
    constexpr std::int64_t all = 10'000; // Hundredths of a per cent.
    const std::int64_t hundredths = percent.millionths() / 10'000;
    if (hundredths <= 0 || hundredths >= all)
        return std::nullopt;
    return amount.divided_by(direction == Direction::less ? all - hundredths : all + hundredths)
        .times(hundredths);
}

/// 项目支出核减10%, 人员经费增加20万元: the change that one number of the reason stands for; nothing if it
/// cannot be computed.
std::optional<Decimal> effect_of(const Quantity& number, const Stated& stated) {
    const Direction direction = direction_in(number.before, *stated.context.words);
    std::optional<Decimal> change;
    if (number.unit == "元") {
        change = number.amount;
    } else if (const FigureForm* base = figure_named_in(number.before, stated.context.form)) {
        const auto known = stated.yuan.find(base->key);
        change =
            known == stated.yuan.end() ? std::nullopt : change_by(known->second, number.amount, direction);
    }
    if (!change || direction == Direction::none)
        return std::nullopt;
    return direction == Direction::less ? change->times(-1) : change;
}

/// What the reason explains, as far as it names numbers; nothing if it names none, or one that cannot be
/// computed.
std::optional<Decimal> explained_by(const std::string& reason, const Stated& stated) {
    std::optional<Decimal> sum;
    for (const Quantity& number : quantities_of(reason, stated.context.profile)) {
        if (number.unit != "元" && number.unit != "%")
            continue;
        const auto effect = effect_of(number, stated);
        if (!effect)
            return std::nullopt;
        sum = sum.value_or(Decimal{}) + *effect;
    }
    return sum;
}

/// To the hundreds of 元, 0.01万元.
std::string change_in_words(Decimal change) {
    const bool less = change < Decimal{};
    const Decimal hundreds =
        Decimal::whole((less ? change.times(-1) : change).divided_by(100'000'000).millionths());
    return (less ? "减少 " : "增加 ") + in_unit(hundreds.times(100), "万元", 2) + "万元";
}

void check_figure(const Figure& figure, const Stated& stated, Findings& findings) {
    if (!figure.change || figure.change->is_zero() || figure.reason.empty())
        return;
    const auto explained = explained_by(fold(figure.reason), stated);
    if (!explained)
        return;
    const bool less = *figure.change < Decimal{};
    const Decimal change = less ? figure.change->times(-1) : *figure.change;
    const Decimal part = less ? explained->times(-1) : *explained;
    if (part >= change.divided_by(100).times(stated.context.profile.limit("variance_explained_percent", 50)))
        return;
    findings.add(figure.at, "“" + shorten(figure.reason, 40) + "”按所写的数只能算出" +
                                change_in_words(*explained) + "，而总数" + change_in_words(*figure.change) +
                                "：其余的变化也要写明原因和金额。");
}

void check(const Context& context, Findings& findings) {
    if (!context.words)
        return;
    const std::vector<Figure> figures = read_figures(context.book, context.form, *context.words);
    Stated stated{{}, context};
    for (const Figure& figure : figures) {
        if (figure.yuan)
            stated.yuan.emplace(figure.key, *figure.yuan);
    }
    for (const Figure& figure : figures)
        check_figure(figure, stated, findings);
}

constexpr Example examples[] = {
    {"template: heb-2020-open\nsection: 二、支出说明\n"
     "paragraph: 支出预算1094.37万元。其中：基本支出634.87万元，项目支出459.5万元。\nsection: 三、增减变化\n"
     "paragraph: 2021年预算较2020年减少196.83万元，主要是项目经费全部核减10%，退休人员减少。",
     "sections[1].body[0]"},
    {"template: heb-2020-open\nsection: 二、收支预算\n"
     "paragraph: 支出预算100.00万元，较上年增加40.00万元，主要是人员经费增加5.00万元。",
     "sections[0].body[0]"},
    {"template: heb-2020-open\nsection: 二、收支预算\n"
     "paragraph: 公务接待费3.00万元，较上年增加1.00万元，主要原因是标准降低0.20万元。",
     "sections[0].body[0]"},
    {"template: heb-2020-open\nsection: 二、收支预算\n"
     "paragraph: 支出预算900.00万元。其中：基本支出450.00万元，项目支出450.00万元。\n"
     "paragraph: 2021年预算较2020年减少50.00万元，主要是项目经费全部核减10%。",
     ""},
    {"template: heb-2020-open\nsection: 二、收支预算\n"
     "paragraph: "
     "支出预算100.00万元，较上年增加40.00万元，主要是项目支出增加45.00万元，人员经费减少5.00万元。",
     ""},
    {"template: heb-2020-open\nsection: 二、收支预算\n"
     "paragraph: 公务接待费0.47万元，较上年增长0.02万元，主要是由于单位业务量的增加。",
     ""},
    {"template: heb-2020-open\nsection: 二、收支预算\n"
     "paragraph: 支出预算100.00万元，较上年增加40.00万元，主要是新增展厅改造项目20万元。",
     ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "variance-not-explained",
    .severity = Severity::hint,
    .title = "增减原因与增减金额不符",
    .title_en = "Stated cause does not explain the change",
    .check_book = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "预算公开要求说明增减变化的原因；所写的原因只够解释一小部分，审核人员会要求补充。",
    .how_to_mend = "按原因逐项写明增减的金额，使各项之和与总的增减额相符。",
    .source = "预算公开文本中增减变化情况说明的要求（凭记忆）；已公开文本中可见",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::variance_not_explained
