#include "check/books.h"
#include "edit/document.h"
#include "support/random_book.h"

#include <doctest/doctest.h>

using namespace jibiao;
using namespace jibiao::check;

namespace {

std::string everything(const Report& report) {
    std::string words;
    for (const Finding& finding : report.findings) {
        words += std::string(finding.rule) + " " + std::string(severity_key(finding.severity)) + " " +
                 std::string(field_key(finding.at.field)) + " " + std::to_string(finding.at.row) + " " +
                 finding.message + " " + finding.value + " " + std::to_string(finding.related.size()) + "\n";
    }
    return words;
}

} // namespace

TEST_CASE("what is checked again after each edit is what a whole check finds") {
    for (std::uint32_t seed = 1; seed <= 12; ++seed) {
        CAPTURE(seed);
        random_book::Random random(seed);
        edit::Document document(seed % 2 == 0 ? random_book::filled_form(random, forms().get("heb-2021"))
                                              : random_book::book(random));
        Checker checker;
        for (int i = 0; i < 25; ++i) {
            const Book& book = document.book();
            const Subject subject{book, forms().get(book.template_id), national(), &forms().words()};
            REQUIRE(everything(checker.run(subject)) == everything(run(subject)));
            if (i % 5 == 4)
                document.undo();
            else
                document.apply(random_book::edit(random, book));
        }
    }
}
