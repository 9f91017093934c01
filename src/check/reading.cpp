#include "check/reading.h"

#include "base/text.h"

#include <algorithm>

namespace jibiao::check {

bool is_filled(const Indicator& indicator) {
    return !indicator.name.empty() || !indicator.description.empty() || !indicator.target.empty();
}

MeasuredName measured_name(std::string_view folded) {
    const std::size_t open = folded.ends_with(')') ? folded.rfind('(') : std::string_view::npos;
    if (open == std::string_view::npos || open == 0)
        return {std::string(folded), {}};
    return {std::string(folded.substr(0, open)),
            std::string(folded.substr(open + 1, folded.size() - open - 2))};
}

TargetNotation notation_of(const Template& form) {
    return {form.at_least, form.at_most, form.blank_before_unit};
}

namespace {

/// A column of signs says = where a single cell says nothing.
std::string sign_in_column(Comparator comparator, const Template& form) {
    switch (comparator) {
    case Comparator::at_least:
        return form.at_least;
    case Comparator::at_most:
        return form.at_most;
    case Comparator::more_than:
        return ">";
    case Comparator::less_than:
        return "<";
    case Comparator::none:
    case Comparator::equal:
    case Comparator::about:
        break;
    }
    return "=";
}

} // namespace

std::vector<edit::Operation> set_target(const Indicator& indicator, const TargetValue& value,
                                        const Template& form) {
    std::vector<edit::Operation> operations;
    const auto set = [&](Field field, std::string text) {
        operations.push_back(edit::SetText{{field, indicator.id}, std::move(text)});
    };
    const TargetValue before = target_of(indicator);
    const Cell& number = indicator.target.empty() ? indicator.target_unit : indicator.target;
    const TargetValue in_cell = read_target(number.text);
    TargetValue rest = value; // What the cell of the number says.
    if (!indicator.comparator.empty()) {
        if (value.comparator != before.comparator)
            set(Field::comparator, sign_in_column(value.comparator, form));
        rest.comparator = Comparator::none;
    }
    const bool own_unit_cell = &number != &indicator.target_unit && !indicator.target_unit.empty();
    const bool new_unit = before.unit.empty() && !value.unit.empty() && form.has_column(Field::target_unit);
    if (own_unit_cell || new_unit) {
        if (value.unit != before.unit)
            set(Field::target_unit, value.unit);
        rest.unit.clear();
        rest.multiplier = in_cell.multiplier; // The other cell may say 万元.
    }
    if (!(rest == in_cell))
        set(&number == &indicator.target ? Field::target_value : Field::target_unit,
            print_target(rest, notation_of(form)));
    return operations;
}

std::optional<Decimal> read_percent(std::string_view text) {
    std::string folded = fold(text);
    if (folded.ends_with('%'))
        folded.pop_back();
    return read_decimal(folded);
}

std::string_view money_unit_of(const Project& project, const Template& form) {
    const std::string_view stated = project.money_unit.empty() ? form.money_unit : project.money_unit.text;
    std::string unit = fold(stated);
    if (unit.starts_with("人民币"))
        unit.erase(0, std::string_view("人民币").size());
    for (const std::string_view known : {"元", "千元", "万元"}) {
        if (unit == known)
            return known;
    }
    return {};
}

std::int64_t yuan_in(std::string_view unit) {
    return unit == "万元" ? 10'000 : unit == "千元" ? 1'000 : 1;
}

std::string in_unit(Decimal yuan, std::string_view unit, int places) {
    const Decimal amount = yuan.divided_by(yuan_in(unit));
    return Decimal::from_millionths(amount.millionths(), places).to_string();
}

std::optional<Decimal> product(Decimal quantity, Decimal price) {
    constexpr std::int64_t million = 1'000'000;
    if (quantity.millionths() % million != 0)
        return std::nullopt;
    return price.times(quantity.millionths() / million);
}

std::string short_label(const Template& form, Field field, ProjectKind kind) {
    std::string label = fold(form.label(field, kind));
    constexpr std::string_view of_which = "其中:";
    return label.starts_with(of_which) ? label.substr(of_which.size()) : label;
}

} // namespace jibiao::check
