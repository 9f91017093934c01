#include "check/books.h"
#include "support/mistakes.h"
#include "support/sound_books.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

// Plants every kind of mistake in sound books, at twenty places, and looks whether it is reported: by the
// right rule, at the right place.

namespace planted_test {

using namespace jibiao;
using namespace jibiao::check;

namespace {

constexpr unsigned kinds_at_least = 100;
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define IS_SANITIZED
#endif
#endif
#ifdef IS_SANITIZED
constexpr std::size_t places_a_kind = 4; // Here only what they step on counts, and they take their time.
#else
constexpr std::size_t places_a_kind = 20;
#endif
constexpr unsigned books = 150; ///< So many that every kind finds its places, and each in another book.
constexpr std::size_t projects_a_book = 6;

Book sound_book(unsigned number) {
    const auto& all = forms().all();
    return sound_books::sound_book(number + 1, projects_a_book, all[number % all.size()].id);
}

/// In a form with three columns for the target, each of its cells is the target's place.
Field place_of(Field field) {
    return field == Field::comparator || field == Field::target_unit ? Field::target_value : field;
}

bool is_at(FieldRef found, FieldRef planted) {
    return found.row == planted.row && place_of(found.field) == place_of(planted.field);
}

bool is_reported(const Report& report, const std::string& rule, FieldRef at) {
    return std::ranges::any_of(report.findings, [&](const Finding& finding) {
        return finding.rule == rule &&
               (is_at(finding.at, at) ||
                std::ranges::any_of(finding.related, [&](FieldRef one) { return is_at(one, at); }));
    });
}

} // namespace

TEST_CASE("no rule finds anything in sound books") {
    for (unsigned number = 0; number < books; ++number) {
        const Book book = sound_book(number);
        INFO(book.template_id, ", ", number);
        REQUIRE(book.projects.size() >= projects_a_book);
        const Report report = run(book);
        std::string words;
        for (const Finding& finding : report.findings)
            words +=
                path_of(book, finding.at) + " " + std::string(finding.rule) + " " + finding.message + "\n";
        CHECK(words == "");
    }
}

TEST_CASE("98 of 100 planted mistakes are reported, by their rule and at their place") {
    CHECK(mistakes::all().size() >= kinds_at_least);
    std::vector<Book> sound;
    for (unsigned number = 0; number < books; ++number)
        sound.push_back(sound_book(number));
    std::size_t planted = 0;
    std::size_t reported = 0;
    for (const mistakes::Mistake& mistake : mistakes::all()) {
        std::size_t tried = 0;
        std::string missed;
        for (unsigned number = 0; number < books && tried < places_a_kind; ++number) {
            Book book = sound[number];
            Project& project = book.projects.edit(number / forms().all().size() % projects_a_book);
            const auto at = mistake.plant({book, project, forms().get(book.template_id), number});
            if (!at)
                continue;
            ++tried;
            if (is_reported(run(book), mistake.rule, *at))
                ++reported;
            else
                missed += " " + book.template_id + "/" + std::to_string(number) + ":" + path_of(book, *at);
        }
        CHECK_MESSAGE(tried == places_a_kind, mistake.rule << ", " << mistake.kind << ": " << tried);
        planted += tried;
        if (!missed.empty())
            MESSAGE("missed: " << mistake.rule << ", " << mistake.kind << ":" << missed);
    }
    MESSAGE(reported << " of " << planted << " planted mistakes of " << mistakes::all().size()
                     << " kinds are reported");
    CHECK(reported * 100 >= planted * 98);
}

} // namespace planted_test
