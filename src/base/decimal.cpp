#include "base/decimal.h"

#include "base/text.h"

#include <algorithm>
#include <limits>

namespace jibiao {
namespace {

constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t lowest = -highest;
constexpr std::int64_t one = 1'000'000;
constexpr int most_places = 6;

std::int64_t saturating_add(std::int64_t a, std::int64_t b) {
    std::int64_t sum = 0;
    if (!__builtin_add_overflow(a, b, &sum))
        return std::max(sum, lowest);
    return a > 0 ? highest : lowest;
}

std::string print(std::int64_t millionths, int places) {
    const bool negative = millionths < 0;
    const std::uint64_t amount =
        negative ? 0 - static_cast<std::uint64_t>(millionths) : static_cast<std::uint64_t>(millionths);
    std::string fraction = std::to_string(amount % one);
    fraction.insert(0, static_cast<std::size_t>(most_places) - fraction.size(), '0');
    const std::size_t needed = fraction.find_last_not_of('0') + 1; // npos + 1 is 0.
    fraction.resize(std::max(needed, static_cast<std::size_t>(places)));
    std::string result = (negative ? "-" : "") + std::to_string(amount / one);
    if (!fraction.empty())
        result += "." + fraction;
    return result;
}

} // namespace

Decimal operator+(Decimal a, Decimal b) {
    return Decimal::from_millionths(saturating_add(a.millionths_, b.millionths_),
                                    std::max(a.places_, b.places_));
}

Decimal operator-(Decimal a, Decimal b) {
    return Decimal::from_millionths(saturating_add(a.millionths_, -b.millionths_),
                                    std::max(a.places_, b.places_));
}

Decimal Decimal::times(std::int64_t factor) const {
    std::int64_t product = 0;
    if (__builtin_mul_overflow(millionths_, factor, &product))
        product = (millionths_ > 0) == (factor > 0) ? highest : lowest;
    return from_millionths(std::max(product, lowest), places_);
}

Decimal Decimal::divided_by(std::int64_t divisor) const {
    const std::int64_t half = millionths_ < 0 ? -(divisor / 2) : divisor / 2;
    return from_millionths(saturating_add(millionths_, half) / divisor, places_);
}

std::string Decimal::to_string() const {
    return print(millionths_, places_);
}
std::string Decimal::to_short_string() const {
    return print(millionths_, 0);
}

std::optional<Decimal> read_decimal(std::string_view text) {
    const bool plain = std::ranges::all_of(text, [](char c) { return c > ' ' && c < 0x7F && c != '='; });
    const std::string folded = plain ? std::string() : fold(text);
    std::string_view rest = plain ? text : folded;
    const bool negative = rest.starts_with('-') || rest.starts_with("−");
    if (negative)
        rest.remove_prefix(rest.front() == '-' ? 1 : std::string_view("−").size());
    else if (rest.starts_with('+'))
        rest.remove_prefix(1);

    std::int64_t millionths = 0;
    int places = -1; // -1 before the decimal point.
    int digits = 0;
    int digits_since_comma = -1; // -1 before the first comma.
    for (const char c : rest) {
        if (c == ',' && places < 0 && digits > 0 &&
            (digits_since_comma < 0 ? digits <= 3 : digits_since_comma == 3)) {
            digits_since_comma = 0;
            continue;
        }
        if (c == '.' && places < 0 && digits > 0 && (digits_since_comma < 0 || digits_since_comma == 3)) {
            places = 0;
            digits_since_comma = -1;
            continue;
        }
        if (c < '0' || c > '9')
            return std::nullopt;
        ++digits;
        if (digits_since_comma >= 0)
            ++digits_since_comma;
        if (places >= 0 && ++places > most_places)
            return std::nullopt;
        std::int64_t weight = one;
        for (int i = 0; i < places; ++i)
            weight /= 10;
        std::int64_t shifted = millionths;
        if (places < 0 && __builtin_mul_overflow(millionths, std::int64_t{10}, &shifted))
            return std::nullopt;
        if (__builtin_add_overflow(shifted, (c - '0') * weight, &millionths))
            return std::nullopt;
    }
    const bool comma_unfinished = digits_since_comma >= 0 && digits_since_comma != 3;
    if (digits == 0 || places == 0 || comma_unfinished)
        return std::nullopt;
    return Decimal::from_millionths(negative ? -millionths : millionths, std::max(places, 0));
}

} // namespace jibiao
