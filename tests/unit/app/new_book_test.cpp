#include "app/new_book.h"

#include "base/text.h"
#include "io/template_json.h"
#include "model/field.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

namespace new_book_test {

using namespace jibiao;

TEST_CASE("a new book has the chapters and tables of its form, and its projects below the right one") {
    const Templates forms = io::load_embedded_templates();
    for (const Template& form : forms.all()) {
        CAPTURE(form.id);
        const Book book = app::new_book(form, 2025);
        REQUIRE(book.sections.size() == form.chapters.size());
        std::size_t tables = 0;
        for (std::size_t i = 0; i < book.sections.size(); ++i) {
            CHECK(contains(book.sections[i].heading.text, form.chapters[i].title));
            CHECK(read_ordinal(book.sections[i].heading.text).style != OrdinalStyle::none);
            tables += book.sections[i].tables.size();
        }
        CHECK(tables == form.tables.size());
        REQUIRE(book.projects.size() == 1);
        const bool wants_section = std::ranges::any_of(form.chapters, &Chapter::projects);
        CHECK((book.sections.find(book.projects[0].section) != nullptr) == wants_section);
        std::set<std::pair<int, RowId>> cells;
        for_each_cell(book, [&](FieldRef at, const Cell&) {
            CHECK(cells.insert({static_cast<int>(at.field), at.row}).second);
        });
    }
}

} // namespace new_book_test
