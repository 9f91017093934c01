#include "check/mend.h"

#include "check/books.h"
#include "check/explanation.h"
#include "support/generated_books.h"
#include "support/random_book.h"

#include <algorithm>
#include <array>
#include <set>

namespace mend_test {

using namespace jibiao;
using namespace jibiao::check;

namespace {

Subject subject_of(const Book& book) {
    return {book, forms().get(book.template_id), national(), &forms().words()};
}

std::multiset<std::string> names_of(const Report& report) {
    std::multiset<std::string> names;
    for (const Finding& finding : report.findings)
        names.insert(std::string(finding.rule) + "@" + std::string(field_key(finding.at.field)) +
                     std::to_string(finding.at.row));
    return names;
}

/// What mend promises of any book. Returns how many fixes it applied.
std::size_t check_promises(const Book& book) {
    const Mending mending = mend(subject_of(book));
    const auto before = names_of(run(book));
    const auto left = names_of(mending.report);
    CHECK(std::ranges::includes(before, left)); // Nothing new.
    CHECK(left == names_of(run(mending.book))); // What is left is told as it is.
    CHECK(left.size() + mending.mended.size() <= before.size());
    CHECK(mend(subject_of(mending.book)).mended.empty()); // A second run changes nothing.
    Book replayed = book;
    for (const Mended& mended : mending.mended) {
        CHECK(mended.fix.safe);
        edit::apply(replayed, mended.fix.edit);
    }
    CHECK(replayed == mending.book);
    return mending.mended.size();
}

struct Slip {
    Field field;
    std::string_view text;
};

/// Slips that fixes can mend, in cells where they happen.
void plant_slips(random_book::Random& random, Book& book) {
    constexpr std::array slips{
        Slip{Field::goal, "开展培训5次,提高素质，，改善条件、。"},
        Slip{Field::goal, "制做展板3块,如实反应情况，，完成任务"},
        Slip{Field::purpose, "用于《全民科学素质纲要》》的实施,制做视频"},
        Slip{Field::description, "制做展板的数量"},
        Slip{Field::target_value, "≥100%"},
        Slip{Field::plan_percent, ""},
        Slip{Field::level1, ""},
        Slip{Field::indicator_name, "培训合格率"},
    };
    for (std::size_t n = 4 + random.below(12); n > 0; --n) {
        const Slip slip = slips[random.below(slips.size())];
        std::vector<FieldRef> cells;
        for_each_cell(book, [&](FieldRef at, const Cell&) {
            if (at.field == slip.field)
                cells.push_back(at);
        });
        if (!cells.empty())
            edit::apply(book, edit::set_text(cells[random.below(cells.size())], std::string(slip.text)));
    }
}

} // namespace

TEST_CASE("mending any book makes no new finding, and a second run changes nothing") {
    std::size_t applied = 0;
    for (std::uint32_t seed = 1; seed <= 25; ++seed) {
        CAPTURE(seed);
        random_book::Random random(seed);
        Book book = seed % 5 == 0
                        ? generated_books::random_book(seed)
                        : random_book::filled_form(random, forms().all()[seed % forms().all().size()]);
        plant_slips(random, book);
        applied += check_promises(book);
    }
    CHECK(applied >= 30);
}

TEST_CASE("a fix that a person left out is not applied, all others are as far as they can") {
    random_book::Random random(3);
    Book book = random_book::filled_form(random, forms().all()[0]);
    plant_slips(random, book);
    const Mending all = mend(subject_of(book));
    REQUIRE(all.mended.size() >= 3);
    const FixKey unwanted{all.mended[1].rule, all.mended[1].at};
    const Mending without = mend(subject_of(book), {}, std::array{unwanted});
    const auto applied = [&](const Mending& mending, const FixKey& key) {
        return std::ranges::any_of(mending.mended, [&](const Mended& one) {
            return FixKey{one.rule, one.at} == key;
        });
    };
    CHECK_FALSE(applied(without, unwanted));
    CHECK(std::ranges::any_of(without.report.findings, [&](const Finding& one) {
        return FixKey{one.rule, one.at} == unwanted;
    }));
    CHECK(applied(without, {all.mended[0].rule, all.mended[0].at}));
    CHECK(applied(without, {all.mended[2].rule, all.mended[2].at}));
}

TEST_CASE("mending the rules' own examples makes no new finding, and a second run changes nothing") {
    std::set<std::string_view> mended;
    for (const Rule* rule : rules()) {
        for (const Example& example : explanation_of(*rule).examples) {
            const Book book = book_of(example.book);
            const auto findings = run(book).findings;
            if (std::ranges::none_of(findings, [](const Finding& one) { return one.fix && one.fix->safe; }))
                continue;
            INFO(rule->id, "\n", example.book);
            check_promises(book);
            for (const Mended& one : mend(subject_of(book)).mended)
                mended.insert(one.rule);
        }
    }
    CHECK(mended.size() >= 10);
}

TEST_CASE("every safe fix is applied, one cell after the other, and says what it changed") {
    const Book book =
        book_of("plan: - 50% 75% 100%\n"
                "goal: 开展培训5次,提高素质\n"
                "indicator: 产出指标 | 质量指标 | 培训合格率 | 考核合格的比例 | ≥100% | 工作计划");
    const Mending mending = mend(subject_of(book));
    CHECK(mending.report.findings.empty());
    REQUIRE(mending.mended.size() == 3);
    const Mended& first = mending.mended.front();
    CHECK(first.rule == "plan-blank-quarter");
    REQUIRE(first.cells.size() == 1);
    CHECK(first.cells[0].at == first.at);
    CHECK(first.cells[0].before == "");
    CHECK(first.cells[0].after == "0%");
    CHECK(mending.book.projects[0].goals[0].text.text == "开展培训5次，提高素质");
    CHECK(mending.book.projects[0].indicators[1].target.text == "100%");
}

TEST_CASE("two slips in one cell are both mended") {
    const Book book = book_of("goal: 制做展板5块,提高素质");
    const auto findings = run(book).findings;
    REQUIRE(findings.size() == 2);
    REQUIRE(findings[0].at == findings[1].at);
    const Mending mending = mend(subject_of(book));
    CHECK(mending.report.findings.empty());
    CHECK(mending.book.projects[0].goals[0].text.text == "制作展板5块，提高素质");
}

TEST_CASE("proposals are left to people") {
    const Book book = book_of("budget_total: 29.00\nbudget_fiscal: 25.00\nbudget_other: 2.00");
    REQUIRE(run(book).findings.front().fix);
    const Mending mending = mend(subject_of(book));
    CHECK(mending.mended.empty());
    CHECK(mending.book == book);
}

TEST_CASE("only the rules that are named are mended") {
    const Book book = book_of("plan: - 50% 75% 100%\ngoal: 开展培训5次,提高素质");
    const std::array<std::string_view, 1> only{"punctuation"};
    const Mending mending = mend(subject_of(book), only);
    REQUIRE(mending.mended.size() == 1);
    CHECK(mending.mended[0].rule == "punctuation");
    CHECK(in_words(mending.book, mending.report) == "plan-blank-quarter@projects[0].plan[0].plan_percent");
}

} // namespace mend_test
