#include "base/decimal.h"

#include <doctest/doctest.h>

namespace decimal_test {

using namespace jibiao;

TEST_CASE("decimals are read and printed with their places") {
    for (const char* text : {"0", "27.00", "3.75", "-196.83", "1094.37", "0.000001", "9000000000000"}) {
        CAPTURE(text);
        REQUIRE(read_decimal(text));
        CHECK(read_decimal(text)->to_string() == text);
    }
    CHECK(read_decimal(" １，２３４.５ ")->to_string() == "1234.5");
    CHECK(read_decimal("1,234,567")->to_string() == "1234567");
    CHECK(read_decimal("27.50")->to_short_string() == "27.5");
    CHECK(read_decimal("40.00")->to_short_string() == "40");
}

TEST_CASE("what is no number is not read as one") {
    for (const char* text : {"", ".", "-", "1.", ".5", "1.2.3", "12,34", "1,2345", ",1", "1e5", "0x10", "一",
                             "1.2345678", "99999999999999999999", "20 万"}) {
        CAPTURE(text);
        CHECK_FALSE(read_decimal(text));
    }
}

TEST_CASE("equal amounts are equal however they are written") {
    CHECK(*read_decimal("27") == *read_decimal("27.00"));
    CHECK(*read_decimal("27.01") > *read_decimal("27.00"));
}

TEST_CASE("sums are exact") {
    CHECK((*read_decimal("563.89") + *read_decimal("86.28")).to_string() == "650.17");
    CHECK((*read_decimal("0.1") + *read_decimal("0.2")) == *read_decimal("0.3"));
    CHECK((*read_decimal("5.35") - *read_decimal("6")).to_string() == "-0.65");
    CHECK(read_decimal("1.8")->times(10'000).to_short_string() == "18000");
    CHECK(read_decimal("37500.00")->divided_by(10'000).to_short_string() == "3.75");
    CHECK(read_decimal("1")->divided_by(3).to_short_string() == "0.333333");
    CHECK(read_decimal("-2")->divided_by(3).to_short_string() == "-0.666667");
}

TEST_CASE("a number too large stays at the end of the range") {
    const Decimal large = *read_decimal("9000000000000");
    CHECK(large.times(10'000) > large);
    CHECK(large + large > large);
    CHECK(large.times(-10'000) < Decimal());
    CHECK_FALSE(large.times(-10'000).to_string().empty());
}

} // namespace decimal_test
