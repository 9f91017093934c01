#include "check/reading.h"

#include "base/text.h"

#include <algorithm>

namespace jibiao::check {

bool is_filled(const Indicator& indicator) {
    return !indicator.name.empty() || !indicator.description.empty() || !indicator.target.empty();
}

MeasuredName measured_name(const Indicator& indicator) {
    std::string name = fold(indicator.name.text);
    const std::size_t open = name.rfind('(');
    if (open == std::string::npos || open == 0 || !name.ends_with(')'))
        return {name, {}};
    return {name.substr(0, open), name.substr(open + 1, name.size() - open - 2)};
}

bool ends_with_any(std::string_view text, const Words& words) {
    return std::ranges::any_of(words, [text](const std::string& word) { return text.ends_with(word); });
}

bool contains_any(std::string_view text, const Words& words) {
    return std::ranges::any_of(words, [text](const std::string& word) { return contains(text, word); });
}

bool is_any(std::string_view text, const Words& words) {
    return std::ranges::find(words, text) != words.end();
}

TargetNotation notation_of(const Template& form) {
    return {form.at_least, form.at_most, form.blank_before_unit};
}

std::optional<Decimal> read_percent(std::string_view text) {
    std::string folded = fold(text);
    if (folded.ends_with('%'))
        folded.pop_back();
    return read_decimal(folded);
}

std::string_view money_unit_of(const Project& project, const Template& form) {
    const std::string_view stated = project.money_unit.empty() ? form.money_unit : project.money_unit.text;
    return contains(stated, "万") ? "万元" : "元";
}

std::string in_unit(Decimal yuan, std::string_view unit, int places) {
    const Decimal amount = unit.starts_with("万") ? yuan.divided_by(10'000) : yuan;
    return Decimal::from_millionths(amount.millionths(), places).to_string();
}

std::string short_label(const Template& form, Field field) {
    std::string label = fold(form.label(field));
    constexpr std::string_view of_which = "其中:";
    return label.starts_with(of_which) ? label.substr(of_which.size()) : label;
}

} // namespace jibiao::check
