#include "model/target_value.h"

#include "base/text.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace target_value_test {

using namespace jibiao;

namespace {

std::string describe(Date date) {
    return std::to_string(date.year) + "-" + std::to_string(date.month) + "-" + std::to_string(date.day);
}

std::string sign_of(Comparator comparator) {
    switch (comparator) {
    case Comparator::none:
        return "";
    case Comparator::at_least:
        return " ≥";
    case Comparator::at_most:
        return " ≤";
    case Comparator::more_than:
        return " >";
    case Comparator::less_than:
        return " <";
    case Comparator::equal:
        return " =";
    case Comparator::about:
        return " 约";
    }
    return "?";
}

/// "number ≥ 1.8 ×10000 人次", "date ≤ 2021-12-0", "period 2021-3-1..2021-12-31".
std::string describe(const TargetValue& value) {
    const std::string sign = sign_of(value.comparator);
    const std::string factor = value.multiplier == 1 ? "" : " ×" + std::to_string(value.multiplier);
    const std::string unit = value.unit.empty() ? "" : " " + value.unit;
    switch (value.kind) {
    case TargetKind::blank:
        return "blank";
    case TargetKind::number:
        return "number" + sign + " " + value.number.to_string() + factor + unit;
    case TargetKind::range:
        return "range" + sign + " " + value.number.to_string() + ".." + value.upper.to_string() + factor +
               unit;
    case TargetKind::month:
        return "month" + sign + " " + value.number.to_string() + factor + unit;
    case TargetKind::date:
        return "date" + sign + " " + describe(value.from);
    case TargetKind::period:
        return "period " + describe(value.from) + ".." + describe(value.to);
    case TargetKind::qualitative:
        return "qualitative";
    }
    return "?";
}

struct Notation {
    std::string_view text;
    std::string_view meaning;
    std::string_view printed;
};

constexpr Notation notations[] = {
    {"", "blank", ""},
    {" \u3000", "blank", ""},
    {"≥5次", "number ≥ 5 次", "≥5次"},
    {">=5次", "number ≥ 5 次", "≥5次"},
    {"≧5 次", "number ≥ 5 次", "≥5次"},
    {"＞＝５次", "number ≥ 5 次", "≥5次"},
    {"大于等于5次", "number ≥ 5 次", "≥5次"},
    {"不少于5次", "number ≥ 5 次", "≥5次"},
    {"不低于50000人次", "number ≥ 50000 人次", "≥50000人次"},
    {"至少30次", "number ≥ 30 次", "≥30次"},
    {"30次以上", "number ≥ 30 次", "≥30次"},
    {"30次（含）以上", "number ≥ 30 次", "≥30次"},
    {"30次及以上", "number ≥ 30 次", "≥30次"},
    {"5个工作日内", "number ≤ 5 个工作日", "≤5个工作日"},
    {"3日内", "number ≤ 3 日", "≤3日"},
    {"3日内完成", "number ≤ 3 日", "3日内完成"},
    {"单次维修3日内完成", "qualitative", "单次维修3日内完成"},
    {"30天以内", "number ≤ 30 天", "≤30天"},
    {"≤27万元", "number ≤ 27 ×10000 元", "≤27万元"},
    {"不超过27万元", "number ≤ 27 ×10000 元", "≤27万元"},
    {"<5%", "number < 5 %", "<5%"},
    {"＜5％", "number < 5 %", "<5%"},
    {"=100%", "number = 100 %", "=100%"},
    {"＝100%", "number = 100 %", "=100%"},
    {"100%", "number 100 %", "100%"},
    {"100.00%", "number 100.00 %", "100.00%"},
    {"90", "number 90", "90"},
    {"90.00", "number 90.00", "90.00"},
    {"1,234.5元", "number 1234.5 元", "1234.5元"},
    {"12,34元", "qualitative", "12,34元"},
    {"1.2万", "number 1.2 ×10000", "1.2万"},
    {"1.8万人次", "number 1.8 ×10000 人次", "1.8万人次"},
    {"≥1.8 万人次", "number ≥ 1.8 ×10000 人次", "≥1.8万人次"},
    {"3亿元", "number 3 ×100000000 元", "3亿元"},
    {"2百万元", "number 2 ×1000000 元", "2百万元"},
    {"≥90百分比", "number ≥ 90 百分比", "≥90百分比"},
    {"百分之90", "number 90 百分之", "百分之90"},
    {"百分之九十", "number 90 百分之", "百分之90"},
    {"百分之九十五以上", "number ≥ 95 百分之", "≥百分之95"},
    {"不少于三次", "number ≥ 3 次", "≥3次"},
    {"两个月", "number 2 个月", "2个月"},
    {"十二场", "number 12 场", "12场"},
    {"三十人以上", "number ≥ 30 人", "≥30人"},
    {"一百零五家", "number 105 家", "105家"},
    {"一百二十个", "number 120 个", "120个"},
    {"一千二百亩", "number 1200 亩", "1200亩"},
    {"不超过三万元", "number ≤ 3 ×10000 元", "≤3万元"},
    {"五个工作日内", "number ≤ 5 个工作日", "≤5个工作日"},
    {"三日内", "number ≤ 3 日", "≤3日"},
    {"一百二个", "qualitative", "一百二个"},
    {"十十个", "qualitative", "十十个"},
    {"一百零个", "qualitative", "一百零个"},
    {"三级", "qualitative", "三级"},
    {"三级甲等", "qualitative", "三级甲等"},
    {"一次性发放", "qualitative", "一次性发放"},
    {"一定程度", "qualitative", "一定程度"},
    {"一流", "qualitative", "一流"},
    {"百分之百", "number 100 百分之", "百分之100"},
    {"三", "qualitative", "三"},
    {"15元/平方米·月", "number 15 元/平方米·月", "15元/平方米·月"},
    {"≤15元／平方米·月", "number ≤ 15 元/平方米·月", "≤15元/平方米·月"},
    {"500元/人·次", "number 500 元/人·次", "500元/人·次"},
    {"≥百分之95", "number ≥ 95 百分之", "≥百分之95"},
    {"15元/平方米月", "number 15 元/平方米月", "15元/平方米月"},
    {"≥15 元/平 方米月", "number ≥ 15 元/平方米月", "≥15元/平方米月"},
    {"1次/月", "number 1 次/月", "1次/月"},
    {"12月底", "date 0-12-0", "12月底"},
    {"12月底前", "date ≤ 0-12-0", "12月底前"},
    {"12月末", "date 0-12-0", "12月末"},
    {"12月31日前", "date ≤ 0-12-31", "12月31日前"},
    {"12月份", "date 0-12-0", "12月份"},
    {"12月", "month 12 月", "12月"},
    {"≤11月", "month ≤ 11 月", "≤11月"},
    {"≥2 月", "month ≥ 2 月", "≥2月"},
    {"2021.12.31", "date 2021-12-31", "2021.12.31"},
    {"2021-12-31", "date 2021-12-31", "2021-12-31"},
    {"2021/12/31", "date 2021-12-31", "2021/12/31"},
    {"2021年12月31日", "date 2021-12-31", "2021年12月31日"},
    {"2021年12月", "date 2021-12-0", "2021年12月"},
    {"2021年12月底前", "date ≤ 2021-12-0", "2021年12月底前"},
    {"2021年", "date 2021-0-0", "2021年"},
    {"2021.12", "date 2021-12-0", "2021.12"},
    {"2021", "number 2021", "2021"},
    {"20211231", "date 2021-12-31", "20211231"},
    {"20202020", "number 20202020", "20202020"},
    {"2021.3.1-2021.12.31", "period 2021-3-1..2021-12-31", "2021.3.1-2021.12.31"},
    {"2021.3-2021.12", "period 2021-3-0..2021-12-0", "2021.3-2021.12"},
    {"2024.1至2024.12", "period 2024-1-0..2024-12-0", "2024.1至2024.12"},
    {"2024-01-01至2024-12-31", "period 2024-1-1..2024-12-31", "2024-01-01至2024-12-31"},
    {"2024年1月-12月", "period 2024-1-0..2024-12-0", "2024年1月-12月"},
    {"2024年1-12月", "period 2024-1-0..2024-12-0", "2024年1-12月"},
    {"1-12月", "period 0-1-0..0-12-0", "1-12月"},
    {"1月至12月", "period 0-1-0..0-12-0", "1月至12月"},
    {"(1)月至(12)月", "period 0-1-0..0-12-0", "(1)月至(12)月"},
    {"（1）月至（12）月", "period 0-1-0..0-12-0", "(1)月至(12)月"},
    {"3月1日-12月31日", "period 0-3-1..0-12-31", "3月1日-12月31日"},
    {"3月1日-31日", "period 0-3-1..0-3-31", "3月1日-31日"},
    {"2021.3-12", "period 2021-3-0..2021-12-0", "2021.3-12"},
    {"2021年-2023年", "period 2021-0-0..2023-0-0", "2021年-2023年"},
    {"2021-2023年", "period 2021-0-0..2023-0-0", "2021-2023年"},
    {"2021-2023", "qualitative", "2021-2023"},
    {"80-100人", "range 80..100 人", "80-100人"},
    {"90%-95%", "range 90..95 %", "90%-95%"},
    {"年底前", "date ≤ 0-12-0", "年底前"},
    {"年底", "date 0-12-0", "年底"},
    {"2021年底前完成", "date ≤ 2021-12-0", "2021年底前完成"},
    {"全年", "period 0-1-0..0-12-0", "全年"},
    {"2021全年", "period 2021-1-0..2021-12-0", "2021全年"},
    {"2021年度", "period 2021-1-0..2021-12-0", "2021年度"},
    {"2024年度", "period 2024-1-0..2024-12-0", "2024年度"},
    {"上半年", "period 0-1-0..0-6-0", "上半年"},
    {"2021年第一季度", "period 2021-1-0..2021-3-0", "2021年第一季度"},
    {"第四季度末", "date 0-12-0", "第四季度末"},
    {"持续提升", "qualitative", "持续提升"},
    {"无", "qualitative", "无"},
    {"≥20002000", "number ≥ 20002000", "≥20002000"},
    {"≤0", "number ≤ 0", "≤0"},
    {"-5%", "number -5 %", "-5%"},
    {"约5000人", "number 约 5000 人", "约5000人"},
    {"5000余人", "qualitative", "5000余人"},
    {"5000人左右", "number 约 5000 人", "约5000人"},
    {"100%完成", "qualitative", "100%完成"},
    {"90%以上满意", "qualitative", "90%以上满意"},
    {"≥5次，≤8次", "qualitative", "≥5次,≤8次"},
    {"≥5次（每季度至少1次）", "qualitative", "≥5次(每季度至少1次)"},
    {"达到95%", "qualitative", "达到95%"},
    {"达到95%以上", "number ≥ 95 %", "≥95%"},
    {"9成", "number 9 成", "9成"},
    {"9%0", "qualitative", "9%0"},
    {"≮95%", "number ≥ 95 %", "≥95%"},
    {"个", "qualitative", "个"},
    {"次", "qualitative", "次"},
    {"5个月", "number 5 个月", "5个月"},
    {"12个月", "number 12 个月", "12个月"},
    {"5年", "number 5 年", "5年"},
    {"30日", "number 30 日", "30日"},
    {"3个工作日", "number 3 个工作日", "3个工作日"},
    {"854万854万", "qualitative", "854万854万"},
    {"≥**", "qualitative", "≥**"},
    {"2024年12月31日前完成", "date ≤ 2024-12-31", "2024年12月31日前完成"},
    {"2024年12月底前全部完成", "date ≤ 2024-12-0", "2024年12月底前全部完成"},
    {"截至2024年12月31日", "date 2024-12-31", "截至2024年12月31日"},
    {"≤2021年12月31日", "date ≤ 2021-12-31", "≤2021年12月31日"},
    {"2021年6月至2022年6月", "period 2021-6-0..2022-6-0", "2021年6月至2022年6月"},
    {"不晚于6月30日", "date ≤ 0-6-30", "不晚于6月30日"},
    {"1/3", "qualitative", "1/3"},
    {"1:3", "number 1 :3", "1:3"},
    {"0", "number 0", "0"},
    {"≥0.5‰", "number ≥ 0.5 ‰", "≥0.5‰"},
    {"5人/次", "number 5 人/次", "5人/次"},
    {"≤5天", "number ≤ 5 天", "≤5天"},
    {"10 000人", "number 10000 人", "10000人"},
    {"控制在5%以内", "number ≤ 5 %", "≤5%"},
    {"控制在27万元以内", "number ≤ 27 ×10000 元", "≤27万元"},
    {"前10名", "qualitative", "前10名"},
    {"100%以上", "number ≥ 100 %", "≥100%"},
    {"2020年12月31日", "date 2020-12-31", "2020年12月31日"},
    {"2021.13", "number 2021.13", "2021.13"},
    {"3.75万元", "number 3.75 ×10000 元", "3.75万元"},
    {"≥５次", "number ≥ 5 次", "≥5次"},
    {"不超过5天", "number ≤ 5 天", "≤5天"},
    {"≥300天", "number ≥ 300 天", "≥300天"},
    {"≤6.9万元", "number ≤ 6.9 ×10000 元", "≤6.9万元"},
    {"6.9 万元", "number 6.9 ×10000 元", "6.9万元"},
    {"≥40000人", "number ≥ 40000 人", "≥40000人"},
    {"16个", "number 16 个", "16个"},
    {"2 次", "number 2 次", "2次"},
    {"9 月", "month 9 月", "9月"},
    {"4 个", "number 4 个", "4个"},
    {"40 万元", "number 40 ×10000 元", "40万元"},
    {"≥9%", "number ≥ 9 %", "≥9%"},
    {"≥95", "number ≥ 95", "≥95"},
    {"≤87.5%", "number ≤ 87.5 %", "≤87.5%"},
    {"≥25%", "number ≥ 25 %", "≥25%"},
    {"2025年6月30日前", "date ≤ 2025-6-30", "2025年6月30日前"},
    {"2024.12.31", "date 2024-12-31", "2024.12.31"},
    {"6月上旬", "date 0-6-0", "6月上旬"},
    {"三季度", "period 0-7-0..0-9-0", "三季度"},
    {"下半年", "period 0-7-0..0-12-0", "下半年"},
    {"2023年10月-2024年3月", "period 2023-10-0..2024-3-0", "2023年10月-2024年3月"},
    {"大于95%", "number > 95 %", ">95%"},
    {"高于98%", "number > 98 %", ">98%"},
    {"小于3%", "number < 3 %", "<3%"},
    {"少于10起", "number < 10 起", "<10起"},
    {"不足5%", "number < 5 %", "<5%"},
    {"等于100%", "number = 100 %", "=100%"},
    {"最多3次", "number ≤ 3 次", "≤3次"},
    {"至多2次", "number ≤ 2 次", "≤2次"},
    {"不大于0", "number ≤ 0", "≤0"},
    {"小于或等于5", "number ≤ 5", "≤5"},
    {"≥10㎡", "number ≥ 10 ㎡", "≥10㎡"},
    {"≥120平方米", "number ≥ 120 平方米", "≥120平方米"},
    {"5km", "number 5 km", "5km"},
    {"≥3场次", "number ≥ 3 场次", "≥3场次"},
    {"≥2期", "number ≥ 2 期", "≥2期"},
    {"0起", "number 0 起", "0起"},
    {"0次", "number 0 次", "0次"},
    {"1,000,000元", "number 1000000 元", "1000000元"},
    {"10,000人次", "number 10000 人次", "10000人次"},
    {"≥500余人", "qualitative", "≥500余人"},
    {"年内", "period 0-1-0..0-12-0", "年内"},
    {"2024年内", "date ≤ 2024-0-0", "2024年内"},
    {"2022年12月31日止", "date ≤ 2022-12-31", "2022年12月31日止"},
    {"第一季度", "period 0-1-0..0-3-0", "第一季度"},
    {"2024年第4季度末", "date 2024-12-0", "2024年第4季度末"},
    {"提高", "qualitative", "提高"},
    {"良好", "qualitative", "良好"},
    {"100人/年", "number 100 人/年", "100人/年"},
    {"达标", "qualitative", "达标"},
    {"优秀", "qualitative", "优秀"},
    {"≥1.5倍", "number ≥ 1.5 倍", "≥1.5倍"},
    {"4级", "number 4 级", "4级"},
    {"98分", "number 98 分", "98分"},
    {"≥90分", "number ≥ 90 分", "≥90分"},
};

Indicator in_columns(std::string comparator, std::string number, std::string unit) {
    Indicator indicator;
    indicator.comparator.text = std::move(comparator);
    indicator.target.text = std::move(number);
    indicator.target_unit.text = std::move(unit);
    return indicator;
}

} // namespace

TEST_CASE("a target value is read from every notation that forms use") {
    for (const Notation& notation : notations) {
        INFO(notation.text);
        CHECK(describe(read_target(notation.text)) == notation.meaning);
    }
}

TEST_CASE("a target value is printed in the notation it was read from") {
    for (const Notation& notation : notations) {
        INFO(notation.text);
        const TargetValue value = read_target(notation.text);
        CHECK(print_target(value) == notation.printed);
        CHECK(read_target(print_target(value)) == value);
    }
}

TEST_CASE("a form prints target values in its own notation") {
    const TargetNotation spaced{"≥", "≤", true};
    CHECK(print_target(read_target("≥1次"), spaced) == "≥1 次");
    CHECK(print_target(read_target("40万元"), spaced) == "40 万元");
    CHECK(print_target(read_target("≥95%"), spaced) == "≥95%");
    const TargetNotation ascii{">=", "<=", false};
    CHECK(print_target(read_target("≥4.00次"), ascii) == ">=4.00次");
    CHECK(print_target(read_target("≤2021年12月31日"), ascii) == "<=2021年12月31日");
}

TEST_CASE("a target value is read from the three columns of a form that has them") {
    CHECK(describe(target_of(in_columns(">=", "90.00", "%"))) == "number ≥ 90.00 %");
    CHECK(describe(target_of(in_columns("≥", "1.2", "万人次"))) == "number ≥ 1.2 ×10000 人次");
    CHECK(describe(target_of(in_columns("", "≤27万元", ""))) == "number ≤ 27 ×10000 元");
    CHECK(describe(target_of(in_columns("<=", "27", ""))) == "number ≤ 27");

    SUBCASE("the unit stands in a sentence that repeats the number") {
        CHECK(describe(target_of(in_columns(">=", "4000.00", "参与学生4000人次以上"))) ==
              "number ≥ 4000.00 人次");
        CHECK(describe(target_of(in_columns(">=", "90.00", "满意率达到90%以上"))) == "number ≥ 90.00 %");
        CHECK(describe(target_of(in_columns(">=", "1.2万", "年参观人数不低于1.2万人"))) ==
              "number ≥ 1.2 ×10000 人");
        CHECK(describe(target_of(in_columns(">=", "300.00", "300人以上得到帮扶"))) == "number ≥ 300.00 人");
    }
    SUBCASE("the sign 文字描述 makes the value a text") {
        CHECK(describe(target_of(in_columns("文字描述", "90.00", "90%以上满意"))) == "qualitative");
        CHECK(describe(target_of(in_columns("文字描述", "", "85%以上"))) == "qualitative");
    }
    CHECK(describe(target_of(in_columns(">=", "", ""))) == "blank");
}

TEST_CASE("an amount of money is read in 元, with the table's unit where it states none") {
    CHECK(read_money("3.75万元", "元") == Decimal::whole(37'500));
    CHECK(read_money("27.00", "万元") == Decimal::whole(270'000));
    CHECK(read_money("750000", "元") == Decimal::whole(750'000));
    CHECK(read_money("≤20 万元", "万元") == Decimal::whole(200'000));
    CHECK(read_money("1,234.5元", "万元") == read_decimal("1234.5"));
    CHECK(read_money("27万", "元") == Decimal::whole(270'000));
    CHECK(read_money("2021.12", "元") == read_decimal("2021.12"));
    CHECK(read_money("￥27元整", "万元") == Decimal::whole(27));
    CHECK(read_money("5千元", "元") == Decimal::whole(5'000));
    CHECK(read_money("0", "万元") == Decimal());
    for (const std::string_view no_money : {"", "15元/平方米月", "≥5次", "无", "——", "100%"}) {
        INFO(no_money);
        CHECK_FALSE(read_money(no_money, "万元"));
    }
}

TEST_CASE("any bytes can be read as a target value") {
    CHECK(describe(read_target("\xff\xfe≥")) == "qualitative");
    CHECK(describe(read_target("≥")) == "qualitative");
    CHECK(describe(read_target("99999999999999999999次")) == "qualitative");
    CHECK(describe(read_target(std::string(100'000, '9'))) == "qualitative");
    CHECK(describe(target_of(in_columns(">=", "1", std::string(100'000, '9')))) != "");
}

} // namespace target_value_test
