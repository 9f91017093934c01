#include "base/words.h"

#include <doctest/doctest.h>

namespace words_test {

using namespace jibiao;

TEST_CASE("words stand in Chinese until there is a table, and where it has none") {
    CHECK(tr("已保存") == "已保存");
    use_words({{"已保存", "Saved"}});
    CHECK(tr("已保存") == "Saved");
    CHECK(tr("正在保存…") == "正在保存…");
    use_words({});
    CHECK(tr("已保存") == "已保存");
}

TEST_CASE("parts stand where the words of a language want them") {
    CHECK(fill("{1} 中的第 {2} 行", {"项目", "3"}) == "项目 中的第 3 行");
    CHECK(fill("row {2} of {1}", {"{2}", "3"}) == "row 3 of {2}");
    CHECK(fill("没有 {2} 的，{0}，{", {"1"}) == "没有 {2} 的，{0}，{");
    CHECK(fill("", {}).empty());
}

} // namespace words_test
