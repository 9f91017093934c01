#include "check/books.h"
#include "edit/document.h"
#include "support/random_book.h"
#include "support/sound_books.h"

#include <doctest/doctest.h>

namespace checker_test {

using namespace jibiao;
using namespace jibiao::check;

namespace {

std::string everything(const Report& report) {
    std::string words;
    for (const Finding& finding : report.findings) {
        words += std::string(finding.rule) + " " + std::string(severity_key(finding.severity)) + " " +
                 std::string(field_key(finding.at.field)) + " " + std::to_string(finding.at.row) + " " +
                 finding.message + " " + finding.value;
        for (const FieldRef& at : finding.related)
            words += " " + std::string(field_key(at.field)) + std::to_string(at.row);
        if (finding.fix) {
            words += " " + finding.fix->title + (finding.fix->safe ? " safe" : "");
            for (const edit::Operation& operation : finding.fix->edit.operations) {
                if (const auto* set = std::get_if<edit::SetText>(&operation))
                    words += " " + std::to_string(set->at.row) + "=" + set->text;
            }
        }
        words += "\n";
    }
    return words;
}

} // namespace

TEST_CASE("what is checked again after each edit is what a whole check finds") {
    for (std::uint32_t seed = 1; seed <= 12; ++seed) {
        CAPTURE(seed);
        random_book::Random random(seed);
        const Template& form = forms().all()[seed % forms().all().size()];
        edit::Document document(seed % 4 == 0 ? random_book::book(random)
                                              : random_book::filled_form(random, form));
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

TEST_CASE("a checker that has seen other books says of each what a new one says") {
    random_book::Random random(7);
    Checker checker;
    for (int i = 0; i < 120; ++i) {
        CAPTURE(i);
        const Template& form = forms().all()[random.below(forms().all().size())];
        Book book = random.one_in(4) ? random_book::book(random) : random_book::filled_form(random, form);
        if (random.one_in(3)) // Words that stand in many books.
            book = sound_books::sound_book(static_cast<unsigned>(i), 2);
        if (random.one_in(5))
            book.year += 1;
        for (int edits = 0; edits < 2; ++edits) {
            const Subject subject{book, forms().get(book.template_id), national(), &forms().words()};
            REQUIRE(everything(checker.run(subject)) == everything(run(subject)));
            edit::apply(book, random_book::edit(random, book));
        }
    }
}

} // namespace checker_test
