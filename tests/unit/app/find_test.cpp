#include "app/find.h"

#include <doctest/doctest.h>

namespace find_test {

using namespace jibiao;
using app::find_in_book;
using app::find_in_text;
using app::Stretch;

namespace {

/// The pieces of `text` that were found, one after the other.
std::string found(std::string_view text, std::string_view words) {
    std::string pieces;
    for (const Stretch& one : find_in_text(text, words))
        pieces += "[" + std::string(text.substr(one.from, one.to - one.from)) + "]";
    return pieces;
}

} // namespace

TEST_CASE("widths, blanks and the case of letters do not count when words are found") {
    CHECK(found("演出场次（ＡＢ）", "(ab)") == "[（ＡＢ）]");
    CHECK(found("演出　场 次", "演出场次") == "[演出　场 次]");
    CHECK(found("目标值>=95%", "≥95％") == "[>=95%]");
    CHECK(found("目标值＞＝95%", "≥95") == "[＞＝95]");
    CHECK(found("a>b", "b") == "[b]");
    CHECK(found("培训、培训", "培训") == "[培训][培训]");
    CHECK(found("培训", "演出").empty());
    CHECK(found("培训", "").empty());
    CHECK(found("培训", "　").empty());
    CHECK(found("", "培训").empty());
}

TEST_CASE("cells are found in the order of the book, cover first") {
    Book book;
    book.title.text = "2021年文化馆";
    Project& project = book.projects.push_back({.id = book.new_row_id()});
    project.name.text = "文化馆演出";
    project.indicators.push_back({.id = book.new_row_id()});
    project.indicators.edit(0).target.text = "≥10场";
    const auto found = find_in_book(book, "文化馆");
    REQUIRE(found.size() == 2);
    CHECK(found[0].field == Field::title);
    CHECK(found[1] == FieldRef{Field::name, project.id});
    CHECK(find_in_book(book, "").empty());
    CHECK(find_in_book(book, ">=10").size() == 1);
}

} // namespace find_test
