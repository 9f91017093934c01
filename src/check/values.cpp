#include "check/values.h"

#include "base/utf8.h"
#include "model/notation.h"

#include <algorithm>

namespace jibiao::check {

bool is_target_in_words(const RowFacts& row, const Profile& profile) {
    return !row.row->comparator.empty() &&
           is_any(fold_signs(row.row->comparator.text), profile.list("words_signs"));
}

namespace {

bool begins_with_numeral(std::string_view text) {
    take_comparator(text);
    if (text.empty())
        return false;
    constexpr std::u32string_view numerals = U"一二两三四五六七八九十百千";
    return text.starts_with("百分之") ||
           numerals.find(code_point_at(text, 0).value) != std::u32string_view::npos;
}

} // namespace

std::string_view words_of_target(const RowFacts& row, const Profile& profile) {
    const TargetValue& value = row.target;
    if (value.kind != TargetKind::qualitative || has_digit(value.text) || begins_with_numeral(value.text))
        return {};
    return is_any(value.text, profile.void_words) ? std::string_view() : std::string_view(value.text);
}

bool is_checkable(std::string_view text, const Profile& profile) {
    return is_any(text, profile.list("checkable_values")) ||
           contains_any(text, profile.list("checkable_words")) ||
           contains_any(text, profile.list("graded_standards"));
}

std::string quoted_target(const RowFacts& row) {
    return row.row->comparator.text + row.row->target.text + row.row->target_unit.text;
}

bool is_in_a_sentence(const TargetValue& value) {
    const bool more = !value.after.empty() || value.comparator == Comparator::about ||
                      (!value.before.empty() && !is_rate_word(value.before));
    return value.kind == TargetKind::number && more;
}

bool is_money(const TargetValue& value) {
    return value.kind == TargetKind::number &&
           (value.unit == "元" || value.unit == "千元" || (value.unit.empty() && value.multiplier > 1));
}

bool is_price(const TargetValue& value) {
    return value.kind == TargetKind::number && value.unit.starts_with("元/");
}

bool is_rate(const TargetValue& value) {
    return value.kind == TargetKind::number && value.multiplier == 1 && is_percent(value.unit);
}

bool has_lower_bound(const TargetValue& value) {
    return value.comparator == Comparator::at_least || value.comparator == Comparator::more_than;
}

bool has_upper_bound(const TargetValue& value) {
    return value.comparator == Comparator::at_most || value.comparator == Comparator::less_than;
}

bool is_benefit(CategoryKind kind) {
    switch (kind) {
    case CategoryKind::benefit:
    case CategoryKind::economic:
    case CategoryKind::social:
    case CategoryKind::ecological:
    case CategoryKind::lasting:
        return true;
    default:
        return false;
    }
}

bool has_digit(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace jibiao::check
