#include "check/fingerprint.h"

#include "check/books.h"

#include <algorithm>
#include <set>

namespace fingerprint_test {

using namespace jibiao;
using namespace jibiao::check;

namespace {

constexpr std::string_view faulty = "indicator: 产出指标 | 质量指标 | 培训合格率 | 合格的比例 | ≥100% |\n"
                                    "plan: - 50% 75% 90%";

std::vector<std::string> names_of(const Book& book) {
    return fingerprints(book, run(book));
}

} // namespace

TEST_CASE("findings of a report have different names") {
    Book book = book_of(faulty);
    const auto names = names_of(book);
    REQUIRE(names.size() >= 4);
    CHECK(std::set<std::string>(names.begin(), names.end()).size() == names.size());
}

TEST_CASE("findings keep their names where rows are added before them") {
    Book book = book_of(faulty);
    const auto before = names_of(book);
    const Indicator sound = book.projects[0].indicators[0];
    Indicator row = sound;
    row.id = book.new_row_id();
    row.name.text = "培训课时";
    row.description.text = "培训的课时";
    book.projects.edit(0).indicators.insert(0, row);
    const auto after = names_of(book);
    for (const std::string& name : before)
        CHECK(std::ranges::find(after, name) != after.end());
}

TEST_CASE("another text in the cell is another finding") {
    Book book = book_of(faulty);
    const auto before = names_of(book);
    book.projects.edit(0).indicators.edit(1).target.text = "≥101%";
    CHECK(names_of(book) != before);
}

} // namespace fingerprint_test
