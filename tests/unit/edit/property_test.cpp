#include "edit/document.h"
#include "model/content.h"
#include "model/patch.h"
#include "support/random_book.h"

#include <doctest/doctest.h>

#include <set>

namespace property_test {

using namespace jibiao;
using random_book::Random;

TEST_CASE("whatever is done, undo leads back to equality, and redo forth again") {
    for (std::uint32_t seed = 1; seed <= 40; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        const Book first = random_book::book(random);
        edit::Document document(first);
        for (int i = 0; i < 30; ++i)
            document.apply(random_book::edit(random, document.book()));
        const Book last = document.book();
        while (document.undo()) {
        }
        CHECK(document.book() == first);
        while (document.redo()) {
        }
        CHECK(document.book() == last);
    }
}

TEST_CASE("a patch makes the book before equal to the book after") {
    for (std::uint32_t seed = 1; seed <= 40; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        Book book = random_book::book(random);
        for (int i = 0; i < 20; ++i) {
            Book after = book;
            edit::apply(after, random_book::edit(random, book));
            const Patch patch = difference(book, after);
            apply_patch(book, patch);
            REQUIRE(book == after);
            CHECK_FALSE(first_difference(book, after));
        }
    }
}

TEST_CASE("no id stands twice, however rows come and go") {
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        Book book = random_book::book(random);
        for (int i = 0; i < 40; ++i)
            edit::apply(book, random_book::edit(random, book));
        std::set<std::pair<int, RowId>> cells;
        for_each_cell(book, [&](FieldRef at, const Cell& cell) {
            CHECK(find_cell(book, at) == &cell);
            CHECK(cells.insert({static_cast<int>(at.field), at.row}).second);
            CHECK(at.row <= book.last_row_id);
        });
    }
}

} // namespace property_test
