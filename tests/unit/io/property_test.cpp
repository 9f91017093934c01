#include "edit/edit.h"
#include "import_support.h"
#include "io/archive.h"
#include "io/text_export.h"
#include "model/content.h"
#include "model/patch.h"
#include "support/random_book.h"

#include <doctest/doctest.h>

namespace property_test {

using namespace jibiao;
using namespace import_support;
using random_book::Random;

TEST_CASE("a form that was filled in here comes back from its text with the same content") {
    for (const Template& form : templates().all()) {
        CAPTURE(form.id);
        for (std::uint32_t seed = 1; seed <= 25; ++seed) {
            CAPTURE(seed);
            Random random(seed);
            Book book = random_book::filled_form(random, form);
            const std::string text = io::export_text(book, form);
            auto read = io::import_text(text, "", templates(), form.id);
            REQUIRE(read);
            // What an import adds: the caption that the form prints, and what project codes say of the book.
            for (std::size_t i = 0; i < read->projects.size(); ++i)
                read->projects.edit(i).caption = {};
            read->year = 0;
            read->region.clear();
            const auto difference = first_difference(book, *read);
            CHECK_MESSAGE(!difference, (difference ? difference->path + ": " + difference->first + " -> " +
                                                         difference->second + " in\n" + text
                                                   : std::string()));
            if (difference)
                return;
        }
    }
}

TEST_CASE("what the journal stores of an edit makes the book before equal to the book after") {
    for (std::uint32_t seed = 1; seed <= 40; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        Book book = random_book::book(random);
        for (int i = 0; i < 20; ++i) {
            Book after = book;
            edit::apply(after, random_book::edit(random, book));
            CHECK_FALSE(io::replay(book, io::write_patch(difference(book, after))));
            REQUIRE(book == after);
        }
    }
}

TEST_CASE("an entry that names rows again and again gives each of them once") {
    Random random(3);
    Book book = random_book::filled_form(random, templates().all().front());
    Book after = book;
    after.projects.edit(0).indicators.push_back({.id = after.new_row_id()});
    Patch patch = difference(book, after);
    REQUIRE(patch.changed_projects.size() == 1);
    REQUIRE(patch.changed_projects[0].indicators);
    std::vector<RowId>& rows = *patch.changed_projects[0].indicators;
    const std::vector<RowId> once = rows;
    rows.insert(rows.end(), once.begin(), once.end());
    patch.changed_projects.resize(1'000, patch.changed_projects[0]);
    patch.projects.resize(1'000, patch.projects[0]);
    CHECK_FALSE(io::replay(book, io::write_patch(patch)));
    CHECK(book == after);
}

} // namespace property_test
