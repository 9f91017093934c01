#include "base/text.h"
#include "check/books.h"
#include "check/wording.h"

namespace wording_test {

using namespace jibiao;
using namespace jibiao::check;

namespace {

std::string quantities_in(std::string_view text) {
    const std::string folded = fold(text);
    std::string words;
    for (const Quantity& quantity : quantities_of(folded, national()))
        words += (words.empty() ? "" : " ") + quantity.amount.to_short_string() + std::string(quantity.unit);
    return words;
}

} // namespace

TEST_CASE("quantities are read from running text") {
    CHECK(quantities_in("全年开展活动30次以上，受益1.8万人次") == "30次 18000人次");
    CHECK(quantities_in("受益5,300人，培训30,5次") == "5300人 5次");
    CHECK(quantities_in("建成示范基地三个，覆盖二十五个村") == "3个 25个");
    CHECK(quantities_in("满意度达到百分之九十") == "90%");
    CHECK(quantities_in("经费２０万元，合格率≥95％") == "200000元 95%");
    CHECK(quantities_in("一百二十余人、两千零五户") == "120人 2005户");
}

TEST_CASE("slogans, ordinals and dates are no quantities") {
    for (const char* text :
         {"落实“四服务一加强”", "做到两个维护、增强四个意识", "第三次会议", "每一个村", "2021年12月底前",
          "进一步提升", "打造一个平台", "党的十九届四中全会", "十四五规划"})
        CHECK_MESSAGE(quantities_in(text) == "", text);
}

TEST_CASE("texts are compared by pairs of letters") {
    const Letters a = letters_of("开展科普活动，提升素质。");
    CHECK(are_alike(SortedPairs(a), SortedPairs(letters_of("开展科普活动、提升素质")), 100));
    CHECK_FALSE(are_alike(SortedPairs(a), SortedPairs(letters_of("维修办公楼屋面和水电管网")), 1));
    CHECK(is_shortened(letters_of("科普经费办法"), letters_of("科学技术普及经费办法")));
    CHECK_FALSE(is_shortened(letters_of("经费科普办法"), letters_of("科学技术普及经费办法")));
}

TEST_CASE("a table finds the longest word at the first place") {
    const WordTable table({{"脱贫攻坚", "1"}, {"脱贫攻坚精神", "2"}, {"脱贫", "3"}, {"贫困村", "4"}});
    const auto found = [&table](std::string_view text) {
        std::size_t at = 0;
        const WordTable::Entry* entry = table.find_in(text, at);
        return entry ? entry->value + "@" + std::to_string(at) : std::string("-");
    };
    CHECK(found("弘扬脱贫攻坚精神") == "2@6");
    CHECK(found("脱贫攻坚战") == "1@0");
    CHECK(found("脱贫户和贫困村") == "3@0");
    CHECK(found("贫困学生") == "-");
    CHECK(found("") == "-");
}

} // namespace wording_test
