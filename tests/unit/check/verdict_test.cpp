#include "check/verdict.h"

#include "check/books.h"

namespace verdict_test {

using namespace jibiao;
using namespace jibiao::check;

namespace {

Report report_of(std::initializer_list<Severity> severities) {
    Report report;
    for (const Severity severity : severities) {
        report.findings.emplace_back();
        report.findings.back().severity = severity;
    }
    return report;
}

const Report mixed = report_of({Severity::error, Severity::warning, Severity::warning, Severity::hint});

} // namespace

TEST_CASE("each phase is stricter than the one before") {
    CHECK(verdict_of(mixed, BookPhase::draft).to_mend == 0);
    CHECK(verdict_of(mixed, BookPhase::submit).to_mend == 1);
    CHECK(verdict_of(mixed, BookPhase::review).to_mend == 3);
}

TEST_CASE("hints never block") {
    for (const BookPhase phase : {BookPhase::draft, BookPhase::submit, BookPhase::review}) {
        CHECK_FALSE(blocks(Severity::hint, phase));
        CHECK(verdict_of(report_of({Severity::hint}), phase).ready());
    }
}

TEST_CASE("a verdict is one line, and none is given of a draft") {
    CHECK(in_words(verdict_of(mixed, BookPhase::review)) == "有 3 项须改");
    CHECK(in_words(verdict_of(report_of({Severity::warning}), BookPhase::submit)) == "可上报");
    CHECK(in_words(verdict_of(report_of({}), BookPhase::draft)) == "编制中");
}

TEST_CASE("phases are found by their keys") {
    for (const BookPhase phase : {BookPhase::draft, BookPhase::submit, BookPhase::review})
        CHECK(phase_from(phase_key(phase)) == phase);
    CHECK_FALSE(phase_from("later"));
}

} // namespace verdict_test
