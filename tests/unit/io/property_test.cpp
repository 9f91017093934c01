#include "import_support.h"
#include "io/text_export.h"
#include "model/content.h"
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

} // namespace property_test
