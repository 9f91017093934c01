#include "app/target_reading.h"

#include <doctest/doctest.h>

namespace target_reading_test {

using namespace jibiao;

TEST_CASE("what is typed as a target value is said as it is understood") {
    for (const auto& [text, reading] : {std::pair("≥95%", "≥95%，越高越好"),
                                        {"不少于3场", "≥3 场，越高越好"},
                                        {"≤27万元", "≤27 万元，越低越好"},
                                        {"5次", "5 次，没有写 ≥、≤ 或 =，看不出高好还是低好"},
                                        {"8-10次", "一个范围，在两个数之间"},
                                        {"2021年6月", "日期，到那时完成"},
                                        {"持续提升", "文字目标，没有数可以比"},
                                        {"合格以上", "等级：合格"},
                                        {"", ""}}) {
        CAPTURE(text);
        CHECK(app::reading_of(read_target(text)) == reading);
    }
}

} // namespace target_reading_test
