#include "edit/document.h"
#include "edit/sections.h"

#include <doctest/doctest.h>

namespace sections_test {

using namespace jibiao;
using namespace jibiao::edit;

namespace {

struct Heading {
    int level;
    const char* text;
};

Book with_headings(std::initializer_list<Heading> headings) {
    Book book;
    for (const auto& [level, text] : headings)
        book.sections.push_back(
            {.id = book.new_row_id(), .level = level, .heading = {.text = text, .raw = text}});
    return book;
}

std::vector<std::string> headings_of(const Book& book) {
    std::vector<std::string> texts;
    for (const Section& section : book.sections)
        texts.push_back(section.heading.text);
    return texts;
}

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("a section that comes or goes renumbers those of its count, in their own notation") {
    Document document(with_headings({{0, "第一部分 整体"},
                                     {1, "一、总体"},
                                     {2, "1、培训"},
                                     {2, "2、演出"},
                                     {1, "二、分项"},
                                     {2, "1、设备"},
                                     {1, "三、保障"},
                                     {0, "第二部分 项目"}}));
    const Book before = document.book();
    document.apply({"删除", {RemoveRow{before.sections[2].id}}});
    CHECK(headings_of(document.book()) ==
          Texts{"第一部分 整体", "一、总体", "1、演出", "二、分项", "1、设备", "三、保障", "第二部分 项目"});
    document.undo();
    document.apply({"删除", {RemoveRow{before.sections[0].id}}});
    CHECK(document.book().sections.back().heading.text == "第一部分 项目");
    document.undo();
    CHECK(document.book() == before);

    document.apply(insert_section(document.book(), before.sections[1].id));
    CHECK(headings_of(document.book()) == Texts{"第一部分 整体", "一、总体", "1、培训", "2、演出", "二、",
                                                "三、分项", "1、设备", "四、保障", "第二部分 项目"});
    CHECK(document.book().sections[4].level == 1);
    CHECK(document.book().sections[3].heading.raw == "2、演出"); // What keeps its number is not touched.
    CHECK(document.book().sections[5].heading.raw.empty());
}

TEST_CASE("moving a section numbers it by its new place") {
    Book book = with_headings({{1, "（一）甲"}, {1, "（二）乙"}, {1, "（三）丙"}});
    apply(book, {"移动", {MoveRow{book.sections[2].id, 0}}});
    CHECK(headings_of(book) == Texts{"（一）丙", "（二）甲", "（三）乙"});
}

TEST_CASE("numbers that were not in sequence are left alone") {
    Book book = with_headings({{1, "一、甲"}, {1, "二、乙"}, {1, "二、丙"}, {1, "五、丁"}});
    apply(book, {"删除", {RemoveRow{book.sections[0].id}}});
    CHECK(headings_of(book) == Texts{"二、乙", "二、丙", "五、丁"});
    apply(book, insert_section(book, book.sections[2].id));
    CHECK(headings_of(book) == Texts{"二、乙", "二、丙", "五、丁", "六、"});
}

TEST_CASE("styles are counted apart, and every notation is kept") {
    Book book =
        with_headings({{1, "4. 甲"}, {1, "①子"}, {1, "5. 乙"}, {1, "②丑"}, {1, "（9）寅"}, {1, "(10)卯"}});
    apply(book, insert_section(book, book.sections[0].id));
    apply(book, insert_section(book, book.sections[2].id));
    apply(book, insert_section(book, book.sections[6].id));
    CHECK(headings_of(book) ==
          Texts{"4. 甲", "5. ", "①子", "②", "6. 乙", "③丑", "（9）寅", "（10）", "(11)卯"});
}

TEST_CASE("beyond ten, and a count that begins later, go on as they began") {
    Book book = with_headings({{1, "九、甲"}, {1, "十、乙"}, {1, "十一、丙"}});
    apply(book, insert_section(book, book.sections[0].id));
    CHECK(headings_of(book) == Texts{"九、甲", "十、", "十一、乙", "十二、丙"});
    apply(book, {"删除", {RemoveRow{book.sections[0].id}}});
    CHECK(headings_of(book) == Texts{"九、", "十、乙", "十一、丙"});
}

TEST_CASE("the projects below a section that goes stand below the one before it") {
    Book book = with_headings({{1, "一、甲"}, {1, "二、乙"}});
    book.projects.push_back({.id = book.new_row_id(), .section = book.sections[1].id});
    apply(book, {"删除", {RemoveRow{book.sections[1].id}}});
    CHECK(book.projects[0].section == book.sections[0].id);
    apply(book, {"删除", {RemoveRow{book.sections[0].id}}});
    CHECK(book.projects[0].section == 0);
    apply(book, insert_section(book, 0));
    CHECK(headings_of(book) == Texts{""});
}

TEST_CASE("a document is of another generation when everything was exchanged, there and back") {
    Document document(with_headings({{1, "一、甲"}}));
    const auto first = document.generation();
    document.apply(set_text({Field::heading, 1}, "一、乙"));
    document.undo();
    CHECK(document.generation() == first);
    document.apply({"打开", {ReplaceBook{with_headings({{1, "一、丙"}})}}});
    const auto second = document.generation();
    CHECK(second != first);
    document.apply(set_text({Field::heading, 1}, "一、丁"));
    document.undo();
    CHECK(document.generation() == second);
    document.undo();
    const auto third = document.generation();
    CHECK(third != second);
    document.redo();
    CHECK(document.generation() != third);
}

} // namespace sections_test
