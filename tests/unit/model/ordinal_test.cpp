#include "model/ordinal.h"

#include <doctest/doctest.h>

namespace ordinal_test {

using namespace jibiao;

TEST_CASE("ordinals of every style are read, and numbers that are none are left alone") {
    struct Case {
        const char* text;
        OrdinalStyle style;
        int number;
    };
    for (const Case& one :
         {Case{"第一部分 总则", OrdinalStyle::part, 1}, Case{"第 2 部分", OrdinalStyle::part, 2},
          Case{"十二、其他", OrdinalStyle::chinese, 12},
          Case{"（三）措施", OrdinalStyle::bracketed_chinese, 3},
          Case{"(十三) 其他", OrdinalStyle::bracketed_chinese, 13}, Case{"1.目标", OrdinalStyle::digits, 1},
          Case{"10、目标", OrdinalStyle::digits, 10}, Case{"（10）目标", OrdinalStyle::bracketed_digits, 10},
          Case{"1)目标", OrdinalStyle::bracketed_digits, 1}, Case{"③目标", OrdinalStyle::circled, 3},
          Case{"1.5万元", OrdinalStyle::none, 0}, Case{"一是", OrdinalStyle::none, 0},
          Case{"（含县级）", OrdinalStyle::none, 0}, Case{"2021.3.1", OrdinalStyle::none, 0},
          Case{"", OrdinalStyle::none, 0}, Case{"99999999999、", OrdinalStyle::none, 0}}) {
        CAPTURE(one.text);
        CHECK(read_ordinal(one.text).style == one.style);
        CHECK(read_ordinal(one.text).number == one.number);
    }
    CHECK(read_ordinal("1. 目标").length == 3);
}

TEST_CASE("a numbered line is split where the next number begins, and only there") {
    CHECK(split_numbered("1.甲；2.乙；3.丙").size() == 3);
    CHECK(split_numbered("1. 甲 2. 乙")[1] == "2. 乙");
    CHECK(split_numbered("1.增长2.5倍").size() == 1);
    CHECK(split_numbered("2.甲 3.乙").size() == 1);
    CHECK(split_numbered("甲 1.乙").size() == 1);
}

} // namespace ordinal_test
