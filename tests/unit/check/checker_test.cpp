#include "check/books.h"
#include "check/explanation.h"
#include "check/suppression.h"
#include "check/triggers.h"
#include "edit/document.h"
#include "io/text_import.h"
#include "support/mistakes.h"
#include "support/random_book.h"
#include "support/sound_books.h"

#include <doctest/doctest.h>
#include <fstream>
#include <iterator>
#include <set>

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

/// Calls rules of cells where their triggers say that they need not be called, and elsewhere.
class Gated {
  public:
    void look_at(const Book& book) {
        for_each_cell(book, [&](FieldRef at, const Cell& cell) {
            for (const Rule* rule : rules()) {
                if (rule->check_cell && !cell.empty())
                    look_at(*rule, book, at, cell);
            }
        });
    }
    std::set<std::string_view> left_out; ///< Rules that were not called somewhere.
    std::set<std::string_view> fired;

  private:
    void look_at(const Rule& rule, const Book& book, FieldRef at, const Cell& cell) {
        const bool called = (gate_.rules_for(cell.text) & CellGate::bit_of(rule)) != 0;
        std::vector<Finding> found;
        Findings findings(found);
        rule.check_cell({at, cell, forms().get(book.template_id), national(), book.year}, findings);
        if (!called)
            left_out.insert(rule.id);
        if (!found.empty())
            fired.insert(rule.id);
        if (!called && !found.empty())
            FAIL_CHECK(rule.id << " has no trigger for: " << cell.text);
    }

    CellGate gate_{national()};
};

} // namespace

TEST_CASE("rules find nothing in the cells that their triggers leave out") {
    Gated gated;
    for (const Rule* rule : rules()) {
        for (const Example& example : explanation_of(*rule).examples)
            gated.look_at(book_of(example.book));
    }
    const io::PreparedForms prepared(forms());
    for (const char* name : {"heb-2021-shili.txt", "heb-2022-shili.txt", "heb-2020-shili.txt"}) {
        std::ifstream file(std::string(JIBIAO_SOURCE_DIR "/assets/samples/").append(name), std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(file), {}};
        const auto book = io::import_text(text, name, prepared, "");
        REQUIRE(book);
        gated.look_at(*book);
    }
    for (unsigned number = 0; number < 12; ++number) {
        const Template& form = forms().all()[number % forms().all().size()];
        const Book sound = sound_books::sound_book(number + 1, 6, form.id);
        gated.look_at(sound);
        for (const mistakes::Mistake& mistake : mistakes::all()) {
            Book book = sound;
            if (mistake.plant({book, book.projects.edit(number % 6), form, number}))
                gated.look_at(book);
        }
    }
    CHECK(gated.left_out.size() == 5);
    for (const std::string_view rule : gated.left_out)
        CHECK_MESSAGE(gated.fired.contains(rule),
                      rule << " found nothing anywhere: this test says nothing about it");
}

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

TEST_CASE("what rules found in names stands while other cells of indicators are edited, and is whole") {
    std::set<std::string_view> planted, found; // Of rules that read names only.
    const std::size_t count = mistakes::all().size() * forms().all().size();
    for (unsigned number = 0; number < count; ++number) {
        const mistakes::Mistake& mistake = mistakes::all()[number / forms().all().size()];
        const Rule& rule = *find_rule(mistake.rule);
        if (!rule.reads_names_only || planted.contains(rule.id))
            continue;
        CAPTURE(mistake.kind);
        const Template& form = forms().all()[number % forms().all().size()];
        Book book = sound_books::sound_book(number, 3, form.id);
        if (!mistake.plant({book, book.projects.edit(number % 3), form, number}))
            continue;
        planted.insert(rule.id);
        Checker checker;
        const auto check_again = [&] {
            const Subject subject{book, forms().get(book.template_id), national(), &forms().words()};
            const Report report = checker.run(subject);
            REQUIRE(everything(report) == everything(run(subject)));
            for (const Finding& finding : report.findings) {
                if (find_rule(finding.rule)->reads_names_only)
                    found.insert(finding.rule);
            }
        };
        check_again();
        for (const auto& cell : indicator_cells()) {
            const Rows<Indicator>& rows = book.projects[number % 3].indicators;
            const std::string text = (rows.back().*cell.cell).text + "100%";
            edit::apply(book, edit::set_text({cell.field, rows.front().id}, text));
            check_again();
        }
    }
    CHECK(planted.size() == static_cast<std::size_t>(std::ranges::count_if(
                                rules(), [](const Rule* rule) { return rule->reads_names_only; })));
    CHECK(planted == found);
}

TEST_CASE("in a target that is an error as a whole no fix is safe, until the error is explained") {
    Book book = book_of("indicator: 产出指标 | 数量指标 | 培训人次 | 参加培训 | ≥24242424 | 年度工作计划");
    const auto fixes = [&book] {
        std::string words;
        const Report report = run(book);
        for (const Finding& finding : report.findings) {
            if (finding.at.field == Field::target_value && finding.fix)
                words += std::string(finding.rule) + (finding.fix->safe ? " safe " : " ");
        }
        return words;
    };
    CHECK(fixes() == "value-missing-unit value-repeated-digits ");
    for (const Finding& finding : run(book).findings) {
        if (finding.rule == "value-repeated-digits")
            edit::apply(book, suppress(finding, "确有这么多", "2026-12-01"));
    }
    CHECK(fixes() == "value-missing-unit safe ");
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
