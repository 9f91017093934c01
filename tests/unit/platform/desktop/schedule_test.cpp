#include "platform/desktop/schedule.h"

#include <doctest/doctest.h>

namespace schedule_test {

using jibiao::platform::Schedule;

TEST_CASE("Nothing is drawn and nothing is waited for by itself") {
    Schedule schedule;
    CHECK_FALSE(schedule.take_frame(1e9));
    CHECK_FALSE(schedule.until_next(0).has_value());
}

TEST_CASE("As many frames as were asked for are drawn, not their sum") {
    Schedule schedule;
    schedule.wake(3);
    schedule.wake(1);
    CHECK(schedule.until_next(0) == 0.0);
    for (int i = 0; i < 3; ++i)
        CHECK(schedule.take_frame(0));
    CHECK_FALSE(schedule.take_frame(0));
}

TEST_CASE("A frame at a moment is drawn then, earliest first, and not before") {
    Schedule schedule;
    schedule.wake_at(6);
    schedule.wake_at(2);
    CHECK(schedule.until_next(0.5) == 1.5);
    CHECK_FALSE(schedule.take_frame(1.9));
    CHECK(schedule.take_frame(2));
    CHECK_FALSE(schedule.take_frame(3));
    CHECK(schedule.until_next(3) == 3.0);
    CHECK(schedule.until_next(7) == 0.0);
    CHECK(schedule.take_frame(7));
    CHECK_FALSE(schedule.until_next(7).has_value());
}

TEST_CASE("Moments that passed together make one frame") {
    Schedule schedule;
    schedule.wake_at(1);
    schedule.wake_at(2);
    CHECK(schedule.take_frame(5));
    CHECK_FALSE(schedule.take_frame(5));
}

} // namespace schedule_test
