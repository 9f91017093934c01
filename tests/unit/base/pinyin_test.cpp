#include "base/pinyin.h"
#include "base/utf8.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>

namespace pinyin_test {

using namespace jibiao;

namespace {

const Pinyin& few() {
    static const Pinyin readings("# how some are read\n"
                                 "chang 长场\nchong 重\nmei 每美\nlv 率\nnei\npei 培\nping 评\n"
                                 "ren 人\nshuai 率\nxi 西\nxun 训\nan 安\nzhang 长\nzhong 重\nci 次\n");
    return readings;
}

/// The part of `text` that is found; "" for none.
std::string found(std::string_view query, std::u32string_view text, const Pinyin& readings = few()) {
    const auto part = readings.find(fold_query(query), text);
    std::string said;
    if (part) {
        for (const char32_t c : text.substr(part->first, part->count))
            append_utf8(said, c);
    }
    return said;
}

} // namespace

TEST_CASE("Texts are found by Chinese, by syllables, by initials and by mixtures") {
    CHECK(found("培训", U"干部培训人次") == "培训");
    CHECK(found("peixun", U"干部培训人次") == "培训");
    CHECK(found("pxrc", U"干部培训人次") == "培训人次");
    CHECK(found("pei训", U"干部培训人次") == "培训");
    CHECK(found("pxren", U"干部培训人次") == "培训人");
    CHECK(found("peixu", U"干部培训人次") == "培训");
    CHECK(found("p", U"干部培训人次") == "培");
    CHECK(found("peirc", U"干部培训人次").empty());
    CHECK(found("xunp", U"培训").empty());
    CHECK(found("培训班", U"培训").empty());
}

TEST_CASE("Every reading counts, and initials of two letters") {
    CHECK(found("zhong", U"重") == "重");
    CHECK(found("chong", U"重") == "重");
    CHECK(found("chr", U"重人") == "重人");
    CHECK(found("zr", U"重人") == "重人");
    CHECK(found("lv", U"率") == "率");
    CHECK(found("lü", U"率") == "率");
    CHECK(found("shuai", U"率") == "率");
    CHECK(found("changan", U"长安") == "长安");
}

TEST_CASE("Letters match in either case; blanks and apostrophes do not count") {
    CHECK(found("a", U"A级") == "A");
    CHECK(found("ＰＸ", U"培训") == "培训");
    CHECK(found("Xi'an", U"西安") == "西安");
    CHECK(found("pei xun", U"培训") == "培训");
    CHECK(found("", U"培训").empty());
    CHECK(found(" ", U"培训").empty());
}

TEST_CASE("Without a table, and with a broken one, Chinese is found all the same") {
    for (const char* table : {"", "\n\n pei\nx", "# nothing\r\n"}) {
        const Pinyin none{std::string_view(table)};
        CHECK(none.empty());
        CHECK(found("训", U"培训", none) == "训");
        CHECK(found("px", U"培训", none).empty());
    }
}

TEST_CASE("A query that could be read in a thousand ways, and one that is too long") {
    const std::u32string text(300, U'长');
    CHECK(found(std::string(60, 'z'), text).size() == 180);
    CHECK(found(std::string(500, 'z'), text).size() == 180);
    CHECK(found(std::string(59, 'z') + "x", text).empty());
}

/// scripts/setup makes it of Debian's copy of the Unihan database; without it there is nothing to test.
TEST_CASE("The table knows all of GB 2312" *
          doctest::skip(!std::ifstream(JIBIAO_PINYIN_TABLE, std::ios::binary).good())) {
    std::ifstream file(JIBIAO_PINYIN_TABLE, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    const Pinyin readings(text.str());
    CHECK(found("gongshizl", U"公示资料", readings) == "公示资料");
    CHECK(found("yinhangzd", U"银行重大", readings) == "银行重大");
    CHECK(found("cdyq", U"长度要求", readings) == "长度要求");
    CHECK(found("manyidu", U"满意度", readings) == "满意度");
    CHECK(found("kexupujl", U"科学普及率", readings).empty());
    CHECK(found("kexuepujilv", U"科学普及率", readings) == "科学普及率");
    CHECK(found("qi", U"齄龇齑鳆", readings).empty());
    CHECK(found("ji", U"齄龇齑鳆", readings) == "齑"); // The last row of GB 2312.
}

} // namespace pinyin_test
