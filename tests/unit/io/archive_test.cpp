#include "io/archive.h"

#include "model/field.h"

#include <doctest/doctest.h>

#include <string>

using namespace jibiao;
using namespace jibiao::io;

namespace {

/// Something in every member, and nothing in some.
Book rich_book() {
    Book book;
    book.template_id = "heb-2021";
    book.year = 2021;
    book.region = "130000";
    book.title = {"标题", " 标题", 1, 1, Origin::read};
    book.source_name = "示例.txt";
    book.notes = {{3, "说明"}, {0, "另一条"}};
    Section& section =
        book.sections.push_back({.id = book.new_row_id(), .level = 2, .heading = {.text = "一、"}});
    section.body.push_back({.id = book.new_row_id(), .text = {.text = "段落\n二"}, .unplaced = true});
    for (const ProjectKind kind : {ProjectKind::department, ProjectKind::project}) {
        Project& project = book.projects.push_back({.id = book.new_row_id(), .kind = kind});
        for (const auto& cell : project_cells())
            project.*cell.cell = {"“" + std::string(cell.key) + "”\\𠮷", "raw", 5, 6, Origin::rebuilt};
        project.plan.push_back(
            {.id = book.new_row_id(), .checkpoint = {.text = "3月底"}, .percent = {.text = "25%"}});
        project.goals.push_back({.id = book.new_row_id(), .text = {.text = "目标"}});
        project.detail_goals.push_back({.id = book.new_row_id(), .text = {.text = "明细"}});
        project.phases.push_back({.id = book.new_row_id(), .period = {.text = "1-12月"}});
        Indicator& row = project.indicators.push_back({.id = book.new_row_id()});
        for (const auto& cell : indicator_cells())
            row.*cell.cell = {std::string(cell.key), "", 9, 9, Origin::inherited};
        project.indicators.push_back({.id = book.new_row_id()});
    }
    return book;
}

std::string json_with(std::string_view book) {
    return R"({"format":"jibiao-book","version":1,"book":)" + std::string(book) + "}";
}

} // namespace

TEST_CASE("a book goes through JSON, the binary form and a patch without loss") {
    const Book book = rich_book();
    const auto json = read_json(write_json(book));
    REQUIRE(json);
    CHECK(*json == book);
    CHECK(json->last_row_id == book.last_row_id);
    CHECK(write_json(*json) == write_json(book));

    const auto binary = read_binary(write_binary(book));
    REQUIRE(binary);
    CHECK(*binary == book);
    CHECK(binary->last_row_id == book.last_row_id);

    const auto patch = read_patch(write_patch(difference(Book{}, book)));
    REQUIRE(patch);
    Book patched;
    apply_patch(patched, *patch);
    CHECK(patched == book);
}

TEST_CASE("missing keys take their defaults, and unknown ones become a note") {
    const auto book = read_json(json_with(R"({"projects":[{"id":1,"colour":"red","name":{"text":"甲"}}]})"));
    REQUIRE(book);
    CHECK(book->projects[0].name.text == "甲");
    CHECK(book->projects[0].kind == ProjectKind::project);
    REQUIRE(book->notes.size() == 1);
    CHECK(book->notes[0].text.find("book.projects[0].colour") != std::string::npos);
}

TEST_CASE("a value of the wrong type is an error that names its place") {
    struct Case {
        const char* book;
        const char* place;
    };
    for (const Case& one :
         {Case{R"({"projects":[{"name":"甲"}]})", "book.projects[0].name"},
          Case{R"({"projects":{}})", "book.projects"}, Case{R"({"year":"2021"})", "book.year"},
          Case{R"({"projects":[{"id":-1}]})", "book.projects[0].id"},
          Case{R"({"projects":[{"id":4294967296}]})", "book.projects[0].id"},
          Case{R"({"title":{"origin":"guessed"}})", "book.title.origin"}, Case{R"([])", "book"}}) {
        CAPTURE(one.book);
        const auto book = read_json(json_with(one.book));
        REQUIRE_FALSE(book);
        CHECK(book.error().what.find("“" + std::string(one.place) + "”") != std::string::npos);
    }
}

TEST_CASE("what is not our file is refused with a reason") {
    for (const char* json : {"", "{", "[]", "{}", R"({"format":"other","version":1,"book":{}})",
                             R"({"format":"jibiao-book","book":{}})", "\xFF\xFE"})
        CHECK_FALSE(read_json(json));
    const auto newer = read_json(R"({"format":"jibiao-book","version":99,"book":{}})");
    REQUIRE_FALSE(newer);
    CHECK(newer.error().what.find("更新版本") != std::string::npos);
}

TEST_CASE("rows with the same id, or none, get ids of their own") {
    const auto book = read_json(json_with(R"({"projects":[{"id":5,"goals":[{"id":5},{}]},{"id":7}]})"));
    REQUIRE(book);
    CHECK(book->projects[0].id != book->projects[0].goals[0].id);
    CHECK(book->projects[0].goals[1].id != 0);
    CHECK(book->projects[1].id == 7);
    CHECK(book->last_row_id >= 9);
    CHECK(book->notes.size() == 1);
}

TEST_CASE("deep nesting is no danger") {
    std::string deep(200'000, '[');
    CHECK_FALSE(read_json(deep));
    deep += std::string(200'000, ']');
    CHECK_FALSE(read_json(deep));
    CHECK(read_json(json_with(R"({"x":)" + deep + "}")));
}

TEST_CASE("a binary form that is cut off or changed at any place is refused") {
    Book book;
    Project& project = book.projects.push_back({.id = book.new_row_id()});
    project.name = {"名称", "名 称", 3, 3, Origin::read};
    const std::string bytes = write_binary(book);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        CHECK_FALSE(read_binary(std::string_view(bytes).substr(0, i)));
        for (const int flip : {0x01, 0x80, 0xFF}) {
            std::string changed = bytes;
            changed[i] = static_cast<char>(changed[i] ^ flip);
            CHECK_FALSE(read_binary(changed));
        }
    }
}

TEST_CASE("a JSON file that is cut off or changed at any place is refused or read, never more") {
    Book book;
    book.projects.push_back({.id = book.new_row_id(), .name = {.text = "名称"}});
    const std::string json = write_json(book);
    for (std::size_t i = 0; i + 2 < json.size(); ++i) {
        CHECK_FALSE(read_json(std::string_view(json).substr(0, i)));
        for (const char wrong : {'{', '"', '0', ']', '\0'}) {
            std::string changed = json;
            changed[i] = wrong;
            const auto read = read_json(changed);
            if (read)
                CHECK(read_json(write_json(*read)));
        }
    }
}
