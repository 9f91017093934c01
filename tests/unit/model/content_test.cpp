#include "model/content.h"

#include <doctest/doctest.h>

namespace content_test {

using namespace jibiao;

namespace {

Book book_with_a_table() {
    Book book;
    Section section{book.new_row_id(), 1, {"一、机构设置"}, {}, {}};
    Table table{.id = book.new_row_id(), .form = "institutions"};
    table.rows.push_back({.id = book.new_row_id(), .label = {"示例市科普协会"}, .nature = {"行政"}});
    section.tables.push_back(table);
    book.sections.push_back(section);
    return book;
}

} // namespace

TEST_CASE("books that say the same have no difference, wherever their texts came from") {
    const Book a = book_with_a_table();
    Book b = book_with_a_table();
    b.sections.edit(0).heading.raw = " 一、机构设置 ";
    b.sections.edit(0).heading.line = 7;
    b.notes.push_back({1, "说明"});
    b.source_name = "b.txt";
    CHECK_FALSE(first_difference(a, b));
}

TEST_CASE("the first difference is named by its path") {
    const Book a = book_with_a_table();
    Book b = a;
    const RowId row = a.sections[0].tables[0].rows[0].id;
    find_cell_to_edit(b, {Field::nature, row})->text = "事业";
    const auto difference = first_difference(a, b);
    REQUIRE(difference);
    CHECK(difference->path == "sections[0].tables[0].rows[0].nature");
    CHECK(difference->second == "nature=事业");

    Book shorter = a;
    shorter.sections.edit(0).tables.clear();
    CHECK(first_difference(a, shorter));
}

} // namespace content_test
