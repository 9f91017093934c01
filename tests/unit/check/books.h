#pragma once
#include "check/check.h"
#include "check/example.h"
#include "io/template_json.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

/// Books for tests of the checker: check::read_example's notation, checked with the embedded forms and the
/// national profile.

namespace jibiao::check {

inline const Templates& forms() {
    static const Templates all = io::load_embedded_templates();
    return all;
}

inline const Profile& national() {
    static const Profile profile = io::load_embedded_profile("national");
    return profile;
}

inline Book book_of(std::string_view example) {
    auto book = read_example(example);
    if (!book)
        FAIL(book.error().what);
    return *book;
}

inline Report run(const Book& book) {
    return run(Subject{book, forms().get(book.template_id), national(), &forms().words()});
}

/// "rule@path rule@path …", in the order of the report.
inline std::string in_words(const Book& book, const Report& report) {
    std::string words;
    for (const Finding& finding : report.findings) {
        words += words.empty() ? "" : " ";
        words += std::string(finding.rule) + "@" + path_of(book, finding.at);
    }
    return words;
}

} // namespace jibiao::check
