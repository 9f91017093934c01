#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace jibiao {

/// An exact decimal number with up to six places, for money, percentages and target values: no floating
/// point. Range ±9.2 × 10^12, enough for a province's budget in 元.
class Decimal {
  public:
    constexpr Decimal() = default;
    static constexpr Decimal from_millionths(std::int64_t millionths, int places = 0) {
        Decimal result;
        result.millionths_ = millionths;
        result.places_ = places;
        return result;
    }
    static constexpr Decimal whole(std::int64_t number) { return from_millionths(number * 1'000'000); }

    constexpr std::int64_t millionths() const { return millionths_; }
    /// Places as written: "27.00" → 2. Decides the tolerance of sums and how the number is printed again.
    constexpr int places() const { return places_; }
    constexpr bool is_zero() const { return millionths_ == 0; }

    /// Compares the amounts; 27 and 27.00 are equal.
    friend constexpr bool operator==(Decimal a, Decimal b) { return a.millionths_ == b.millionths_; }
    friend constexpr auto operator<=>(Decimal a, Decimal b) { return a.millionths_ <=> b.millionths_; }
    /// Saturate at the range's ends: a hostile number must not overflow.
    friend Decimal operator+(Decimal a, Decimal b);
    friend Decimal operator-(Decimal a, Decimal b);
    Decimal times(std::int64_t factor) const;
    /// Rounded half away from zero to a millionth. `divisor` > 0.
    Decimal divided_by(std::int64_t divisor) const;

    /// With places() places at least and no more than needed: 27.00, 3.75, 40.
    std::string to_string() const;
    /// Without trailing zeros: 27, 3.75.
    std::string to_short_string() const;

  private:
    std::int64_t millionths_ = 0;
    int places_ = 0;
};

/// The whole of `text` as a decimal: sign, ASCII or full-width digits, thousands separators (1,234.5), at
/// most six places. Blanks around it are allowed. nullopt for anything else or out of range.
std::optional<Decimal> read_decimal(std::string_view text);

} // namespace jibiao
