#include "io/bounds.h"

#include "base/text.h"
#include "import_support.h"
#include "io/archive.h"
#include "io/json_text.h"
#include "io/open.h"
#include "io/xml_text.h"

#include <doctest/doctest.h>

#include <string>

namespace bounds_test {

using namespace jibiao;
using namespace jibiao::io;

namespace {

std::string repeated(std::string_view text, std::size_t times) {
    std::string result;
    result.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i)
        result += text;
    return result;
}

std::string json_list(std::string_view key, std::string_view element, std::size_t times) {
    return R"({"format":"jibiao-book","version":2,"book":{")" + std::string(key) + "\":[" +
           repeated(std::string(element) + ",", times - 1) + std::string(element) + "]}}";
}

std::string xml_list(std::string_view key, std::string_view element, std::size_t times) {
    const std::string name(key);
    return "<jibiao-book version=\"2\"><book><" + name + ">" + repeated(element, times) + "</" + name +
           "></book></jibiao-book>";
}

template <class Value>
void check_refused(const Result<Value>& result, std::string_view words) {
    REQUIRE_FALSE(result);
    CHECK_MESSAGE(contains(result.error().what, words), result.error().what);
}

/// Takes up so much of a file that its rows are within their memory.
const std::string wide = "\"raw\":\"" + std::string(100, 'x') + "\"";

} // namespace

TEST_CASE("files beyond 64 MB are refused") {
    const std::string large(largest_file + 1, ' ');
    check_refused(read_json(large), "64 MB");
    check_refused(read_xml(large), "64 MB");
    check_refused(read_binary(large), "64 MB");
    check_refused(open_book(large, "x", import_support::templates()), "64 MB");
}

TEST_CASE("nesting is read down to 64 levels and refused below") {
    for (const std::size_t depth : {deepest, deepest + 1, std::size_t{200'000}}) {
        CAPTURE(depth);
        const bool fine = depth <= deepest;
        CHECK(bool(JsonText::read(repeated("[", depth) + repeated("]", depth))) == fine);
        CHECK(bool(JsonText::read(repeated("{\"a\":", depth) + "1" + repeated("}", depth))) == fine);
        CHECK(bool(XmlText::read(repeated("<a>", depth) + repeated("</a>", depth))) == fine);
    }
    check_refused(JsonText::read("[\n" + repeated("[", deepest)), "第 2 行第 64 列起内容嵌套超过 64 层");
    check_refused(XmlText::read("<a>\n" + repeated("<a>", deepest)), "第 2 行第 190 列起内容嵌套超过 64 层");
    check_refused(JsonText::read(repeated("[", deepest)), "不是正确的 JSON");
    CHECK(JsonText::read("\"" + repeated("[", 100) + "\\\"[\""));
    CHECK(XmlText::read("<a b='" + repeated("&lt;a>", 100) + "'><!--" + repeated("<a>", 100) + "--></a>"));
}

TEST_CASE("values of JSON and XML have a bound of their own") {
    check_refused(JsonText::read("[" + repeated("0,", most_values) + "0]"), "内容超过 8000000 项");
    check_refused(XmlText::read("<a>" + repeated("<a/>", most_values) + "</a>"), "内容超过 8000000 项");
}

TEST_CASE("10,000 projects are read, and one more is refused") {
    for (const std::size_t count : {most_projects, most_projects + 1}) {
        Book book;
        for (std::size_t i = 0; i < count; ++i) {
            Project& project = book.projects.push_back({.id = book.new_row_id()});
            project.purpose.text = std::string(100, 'x');
        }
        for (const auto& read :
             {read_json(write_json(book)), read_xml(write_xml(book)), read_binary(write_binary(book))}) {
            if (count <= most_projects)
                CHECK(read);
            else
                check_refused(read, "项目超过 10000 个");
        }
    }
}

TEST_CASE("1,000,000 cells are read, and one more is refused") {
    Book book;
    const std::size_t row_cells = cells_in(Indicator{});
    const std::size_t rows = (most_cells - cells_in(Project{})) / row_cells;
    Project& project = book.projects.push_back({.id = book.new_row_id()});
    Indicator row{.name = {.text = std::string(100, 'x')}};
    for (std::size_t i = 0; i < rows; ++i) {
        row.id = book.new_row_id();
        project.indicators.push_back(row);
    }
    CHECK(read_json(write_json(book)));
    CHECK(read_xml(write_xml(book)));
    CHECK(read_binary(write_binary(book)));
    row.id = book.new_row_id();
    project.indicators.push_back(row);
    check_refused(read_json(write_json(book)), "单元格超过 1000000 个");
    check_refused(read_xml(write_xml(book)), "单元格超过 1000000 个");
    check_refused(read_binary(write_binary(book)), "单元格超过 1000000 个");
}

TEST_CASE("rows that take much more memory than their file are refused") {
    constexpr std::size_t many = sizeof(void*) == 8 ? 5'000 : 10'000; // Rows are half as large with 32 bits.
    check_refused(read_json(json_list("projects", "{}", many)), "几乎全是空行");
    check_refused(read_xml(xml_list("projects", "<project/>", many)), "几乎全是空行");
    if constexpr (sizeof(ContentsLine) >
                  32 * 3) // "{}," on a machine of 64 bits; half of it is within the bound.
        check_refused(read_json(json_list("contents", "{}", 100'000)), "几乎全是空行");
    CHECK(read_json(json_list("projects", "{\"name\":{" + wide + "}}", 5'000)));
    CHECK(read_json(json_list("projects", "{}", 100)));
}

} // namespace bounds_test
