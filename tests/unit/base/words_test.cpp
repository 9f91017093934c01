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

TEST_CASE("what the program has in both languages, and sentences put together") {
    CHECK(either("错误", "Error") == "错误");
    CHECK(with_colon("名称", "张三") == "名称：张三");
    CHECK(with_colon("已损坏", "") == "已损坏。");
    const Words before = use_words({{"{1}：{2}", "{1}: {2}"}});
    CHECK(before.empty());
    CHECK(either("错误", "Error") == "Error");
    CHECK(with_colon("Name", "Li") == "Name: Li");
    CHECK(use_words({}).size() == 1);
}

} // namespace words_test
