#include "base/date.h"

#include <doctest/doctest.h>

namespace date_test {

using jibiao::is_date;

TEST_CASE("A date is a day of the calendar, written year, month, day") {
    for (const char* date : {"2026-11-22", "2024-02-29", "0001-01-01", "9999-12-31"}) {
        CAPTURE(date);
        CHECK(is_date(date));
    }
    for (const char* other :
         {"", "2026-2-29", "2026-02-29", "2026-13-01", "2026-00-10", "2026-11-31", "26-11-22", "2026/11/22",
          "2026-11-22 ", "2026-+1-22", "-026-11-22", "２０２６-11-22"}) {
        CAPTURE(other);
        CHECK_FALSE(is_date(other));
    }
}

} // namespace date_test
