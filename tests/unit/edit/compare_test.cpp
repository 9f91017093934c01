#include "edit/compare.h"

#include "model/content.h"
#include "support/random_book.h"
#include "support/sound_books.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace compare_test {

using namespace jibiao;
using namespace jibiao::edit;

namespace {

Book some_book() {
    return sound_books::sound_book(7, 3);
}
const Project& project(const Book& book) {
    return book.projects[1];
}
Book edited(Book book, Operation operation) {
    apply(book, {"改动", {std::move(operation)}});
    return book;
}
/// Row ids begin anew, as if the same text had been imported twice.
Book with_other_ids(const Book& book) {
    Book other = book;
    other.sections.clear();
    other.projects.clear();
    other.last_row_id = 1000;
    for (const Section& section : book.sections)
        apply(other, {"", {InsertCopy{RowKind::section, 0, other.sections.size(), section}}});
    for (std::size_t i = 0; i < book.projects.size(); ++i) {
        apply(other, {"", {InsertCopy{RowKind::project, 0, i, book.projects[i]}}});
        if (const auto at = book.sections.index_of(book.projects[i].section))
            other.projects.edit(i).section = other.sections[*at].id;
    }
    return other;
}

std::vector<Difference> versions(const Book& before, const Book& after) {
    return compare(before, after, Kinship::versions);
}

/// Takes over one difference after the other until there is none.
Book take_over_all(const Book& before, Book after, Kinship kinship) {
    for (int steps = 0; steps < 3000; ++steps) {
        const auto differences = compare(before, after, kinship);
        if (differences.empty())
            return after;
        apply(after, take_over(before, after, differences.front()));
    }
    FAIL("differences do not end");
    return after;
}

} // namespace

TEST_CASE("a book does not differ from itself, whatever its rows are called") {
    const Book book = some_book();
    CHECK(versions(book, book).empty());
    CHECK(compare(book, with_other_ids(book), Kinship::strangers).empty());
}

TEST_CASE("a changed cell is one difference, and the row is recognised") {
    const Book before = some_book();
    const Indicator& row = project(before).indicators[2];
    for (const Field field : {Field::target_value, Field::indicator_name, Field::basis}) {
        const FieldRef at{field, row.id};
        const Book after = edited(before, SetText{at, "改过的文字"});
        const auto differences = versions(before, after);
        REQUIRE(differences.size() == 1);
        CHECK(differences[0] == Difference{Change::changed, RowKind::indicator, at, at, 0, 0});
    }
    SUBCASE("also in a book that comes from elsewhere, where a name was mended a little") {
        const FieldRef at{Field::indicator_name, row.id};
        const Book after = with_other_ids(edited(before, SetText{at, row.name.text + "（次）"}));
        const auto differences = compare(before, after, Kinship::strangers);
        REQUIRE(differences.size() == 1);
        CHECK(differences[0].change == Change::changed);
        CHECK(differences[0].before == at);
        CHECK(find_cell(after, differences[0].after)->text == row.name.text + "（次）");
    }
}

TEST_CASE("one row that was moved is one difference, not a row for each that gave way") {
    const Book before = some_book();
    const auto& rows = project(before).indicators;
    REQUIRE(rows.size() >= 5);
    const RowId row = rows[0].id;
    const Book after = edited(before, MoveRow{row, rows.size() - 1});
    const auto differences = versions(before, after);
    REQUIRE(differences.size() == 1);
    CHECK(differences[0].change == Change::moved);
    CHECK(differences[0].after.row == row);
    Book back = after;
    apply(back, take_over(before, after, differences[0]));
    CHECK_FALSE(first_difference(before, back));
}

TEST_CASE("a row that came or went is one difference, with all that stands below it") {
    const Book before = some_book();
    SUBCASE("an indicator") {
        const Book after = edited(before, RemoveRow{project(before).indicators[1].id});
        const auto differences = versions(before, after);
        REQUIRE(differences.size() == 1);
        CHECK(differences[0].change == Change::removed);
        CHECK(differences[0].owner == project(before).id);
        CHECK(differences[0].index == 1);
    }
    SUBCASE("a project, whose followers are counted anew") {
        const Book after = edited(before, RemoveRow{project(before).id});
        const auto differences = versions(before, after);
        CHECK(std::ranges::count(differences, Change::removed, &Difference::change) == 1);
        CHECK_FALSE(first_difference(before, take_over_all(before, after, Kinship::versions)));
    }
    SUBCASE("a new row") {
        const Book after = edited(before, InsertRow{RowKind::indicator, project(before).id, 2});
        const auto differences = versions(before, after);
        REQUIRE(differences.size() == 1);
        CHECK(differences[0].change == Change::added);
        CHECK(differences[0].after.row == after.projects[1].indicators[2].id);
    }
}

TEST_CASE("all differences taken over, the books say the same") {
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
        CAPTURE(seed);
        random_book::Random random(seed);
        Book before = some_book();
        Book after = before;
        for (int n = 0; n < 6; ++n)
            apply(after, random_book::edit(random, after));
        after.template_id = before.template_id;
        const Kinship kinship = seed % 2 == 0 ? Kinship::versions : Kinship::strangers;
        const Book taken = take_over_all(before, after, kinship);
        CHECK(compare(before, taken, kinship).empty());
        const auto difference = first_difference(before, taken);
        CHECK_MESSAGE(!difference, (difference ? difference->path : std::string()));
    }
}

TEST_CASE("what is gone by now is left alone") {
    const Book before = some_book();
    const Book after = edited(before, RemoveRow{project(before).indicators[1].id});
    const Difference difference = versions(before, after).front();
    const Book emptied = edited(after, RemoveRow{project(before).id});
    Book same = emptied;
    apply(same, take_over(before, emptied, difference));
    CHECK(same == emptied);
    CHECK(take_over(Book{}, after, difference).operations.empty());
}

TEST_CASE("a book that came back is a version, another office's book is not") {
    const Book book = sound_books::sound_book(7, 3);
    Book back = book;
    apply(back, set_text({Field::name, book.projects[0].id}, "改过的名称"));
    apply(back, {"", {RemoveRow{book.projects[1].indicators[0].id}}});
    CHECK(kinship_of(book, back) == Kinship::versions);
    CHECK(kinship_of(book, sound_books::sound_book(4, 3)) == Kinship::strangers);
    CHECK(kinship_of(book, Book()) == Kinship::strangers);
}

} // namespace compare_test
