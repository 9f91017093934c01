#include "check/suppression.h"

#include "base/text.h"
#include "check/books.h"
#include "check/mend.h"
#include "check/verdict.h"
#include "edit/document.h"

#include <algorithm>

namespace suppression_test {

using namespace jibiao;
using namespace jibiao::check;

namespace {

constexpr std::string_view faulty =
    "indicator: 产出指标 | 质量指标 | 培训合格率 | 合格的比例 | ≥100% | 年度计划\n"
    "plan: 25% 60% 50% 100%";

const Finding& found(const Report& report, std::string_view rule) {
    const auto finding = std::ranges::find(report.findings, rule, &Finding::rule);
    REQUIRE(finding != report.findings.end());
    return *finding;
}

/// The faulty book with a reason for one of its findings.
Book explained(std::string_view rule) {
    Book book = book_of(faulty);
    edit::apply(book, suppress(found(run(book), rule), "上级要求", "2026-11-22"));
    return book;
}

std::size_t count(const Report& report, std::string_view rule) {
    return static_cast<std::size_t>(std::ranges::count(report.findings, rule, &Finding::rule));
}

} // namespace

TEST_CASE("a finding with a reason is set aside, and nothing else changes") {
    const Report before = run(book_of(faulty));
    const Book book = explained("value-percent-cap");
    const Report report = run(book);
    CHECK(count(report, "value-percent-cap") == 0);
    CHECK(count(report, "unused-suppression") == 0);
    CHECK(report.findings.size() + 1 == before.findings.size());
    REQUIRE(report.suppressed.size() == 1);
    CHECK(report.suppressed[0].finding.rule == "value-percent-cap");
    CHECK(report.suppressed[0].finding.value == "≥100%");
    CHECK(report.suppressed[0].suppression.reason == "上级要求");
    CHECK(report.suppressed[0].suppression.date == "2026-11-22");
}

TEST_CASE("what is set aside blocks nothing, and the verdict says how much that is") {
    const Book book = explained("value-percent-cap");
    const Verdict before = verdict_of(run(book_of(faulty)), BookPhase::submit);
    const Verdict after = verdict_of(run(book), BookPhase::submit);
    CHECK(after.to_mend + 1 == before.to_mend);
    CHECK(after.suppressed == 1);
    CHECK(in_words(after).ends_with("项须改（另有 1 项说明不改）"));
    CHECK(in_words(Verdict{BookPhase::submit, 0, 2}) == "可上报（另有 2 项说明不改）");
    CHECK(in_words(Verdict{BookPhase::draft, 0, 2}) == "编制中");
}

TEST_CASE("another text in the cell brings the finding back, with a word about the old reason") {
    Book book = explained("value-percent-cap");
    const FieldRef at = run(book).suppressed[0].finding.at;
    edit::apply(book, edit::set_text(at, "≥110%"));
    const Report report = run(book);
    CHECK(report.suppressed.empty());
    CHECK(count(report, "value-percent-cap") == 1);
    const Finding& unused = found(report, "unused-suppression");
    CHECK(unused.severity == Severity::hint);
    CHECK(unused.at == at);
    CHECK(unused.value == "≥110%");
    CHECK(contains(unused.message, "上级要求"));
    CHECK(contains(unused.message, "问题重新列出"));
    edit::apply(book, edit::set_text(at, "≥100%"));
    CHECK(run(book).suppressed.size() == 1);
}

TEST_CASE("a finding whose words change for another cell's sake comes back too") {
    Book book = explained("plan-not-monotone");
    edit::apply(book, edit::set_text({Field::plan_percent, book.projects[0].plan[1].id}, "70%"));
    const Report report = run(book);
    CHECK(report.suppressed.empty());
    CHECK(count(report, "plan-not-monotone") == 1);
    CHECK(count(report, "unused-suppression") == 1);
}

TEST_CASE("a reason without a finding is reported, and its proposal takes it back") {
    Book book = explained("value-percent-cap");
    edit::apply(book, edit::set_text(run(book).suppressed[0].finding.at, "≥95%"));
    const Report report = run(book);
    const Finding& unused = found(report, "unused-suppression");
    CHECK(contains(unused.message, "已没有这个问题"));
    REQUIRE(unused.fix);
    CHECK_FALSE(unused.fix->safe);
    edit::apply(book, unused.fix->edit);
    CHECK(book.suppressions.empty());
    CHECK(count(run(book), "unused-suppression") == 0);
}

TEST_CASE("without a reason nothing is set aside; of two reasons the first counts") {
    Book book = explained("value-percent-cap");
    book.suppressions.push_back(book.suppressions[0]);
    book.suppressions[1].reason = "第二个理由";
    CHECK(run(book).suppressed.size() == 1);
    CHECK(run(book).suppressed[0].suppression.reason == "上级要求");
    CHECK(count(run(book), "unused-suppression") == 0);
    book.suppressions.pop_back();
    book.suppressions[0].reason = " \n";
    CHECK(run(book).suppressed.empty());
    CHECK(count(run(book), "value-percent-cap") == 1);
    CHECK(contains(found(run(book), "unused-suppression").message, "没有写理由"));
}

TEST_CASE("findings of a whole table are told apart by what they say") {
    Book book = book_of("without: 成本指标\nwithout: 满意度指标");
    const Report before = run(book);
    REQUIRE(count(before, "missing-category") == 2);
    edit::apply(book, suppress(found(before, "missing-category"), "不适用", "2026-11-22"));
    const Report after = run(book);
    CHECK(count(after, "missing-category") == 1);
    CHECK(after.suppressed.size() == 1);
}

TEST_CASE("of a rule that is not known here the reason is kept and reported by its id") {
    Book book = book_of("");
    book.suppressions.push_back({"later-rule", {Field::purpose, book.projects[0].id}, "", "", "理由", ""});
    CHECK(contains(found(run(book), "unused-suppression").message, "later-rule"));
    CHECK_FALSE(can_be_suppressed("later-rule"));
    CHECK_FALSE(can_be_suppressed("unused-suppression"));
    CHECK(can_be_suppressed("typo"));
}

TEST_CASE("fixes leave alone what stays as it is") {
    Book book = book_of("purpose: 用于制做展板。");
    const Report before = run(book);
    REQUIRE(found(before, "typo").fix);
    edit::apply(book, suppress(found(before, "typo"), "专有名称", "2026-11-22"));
    const Mending mending = mend({book, forms().get(book.template_id), national(), &forms().words()});
    CHECK(mending.mended.empty());
    CHECK(mending.book == book);
}

TEST_CASE("a kept checker sees suppressions come and go") {
    edit::Document document(book_of(faulty));
    Checker checker;
    const auto check = [&] {
        const Book& book = document.book();
        return checker.run({book, forms().get(book.template_id), national(), &forms().words()});
    };
    const Report before = check();
    document.apply(suppress(found(before, "value-percent-cap"), "理由", "2026-11-22"));
    CHECK(check().suppressed.size() == 1);
    document.apply(unsuppress(document.book().suppressions[0]));
    CHECK(check().findings.size() == before.findings.size());
    document.undo();
    CHECK(check().suppressed.size() == 1);
}

TEST_CASE("no book without suppressions hears of them") {
    for (const Template& form : forms().all())
        CHECK(count(run(book_of("template: " + form.id)), "unused-suppression") == 0);
}

} // namespace suppression_test
