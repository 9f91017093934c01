#include "base/text.h"
#include "check/books.h"
#include "check/explanation.h"
#include "edit/edit.h"

#include <algorithm>
#include <filesystem>
#include <set>

namespace rules_test {

using namespace jibiao;
using namespace jibiao::check;

namespace {

std::string file_name_of(std::string_view id) {
    return replace_all(id, "-", "_") + ".cpp";
}

const std::filesystem::path rules_folder = std::filesystem::path(JIBIAO_SOURCE_DIR) / "src/check/rules";

/// What an example says that a run must find: "rule@path rule@path".
std::string expected(const Rule& rule, const Example& example) {
    std::string words;
    for (const std::string_view path : split(example.fires_at, ' ')) {
        if (path.empty())
            continue;
        words += words.empty() ? "" : " ";
        words += std::string(rule.id) + "@" + std::string(path);
    }
    return words;
}

/// What the rule itself found: an example may be faulty in the eyes of other rules too.
Report own(const Rule& rule, Report report) {
    std::erase_if(report.findings, [&rule](const Finding& finding) { return finding.rule != rule.id; });
    return report;
}

std::multiset<std::string> places(const Book& book, const Report& report) {
    std::multiset<std::string> result;
    for (const Finding& finding : report.findings)
        result.insert(std::string(finding.rule) + "@" + path_of(book, finding.at));
    return result;
}

} // namespace

TEST_CASE("the project on which examples are built is sound in every form") {
    for (const Template& form : forms().all()) {
        INFO(form.id);
        const Book book = book_of("template: " + form.id);
        CHECK(in_words(book, run(book)) == "");
    }
}

TEST_CASE("every rule says all there is to say about it") {
    std::set<std::string_view> ids;
    for (const Rule* rule : rules()) {
        INFO(rule->id);
        CHECK(ids.insert(rule->id).second);
        CHECK(rule->id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos);
        CHECK_FALSE(rule->title.empty());
        CHECK_FALSE(rule->title_en.empty());
        CHECK_FALSE(explanation_of(*rule).why.empty());
        CHECK_FALSE(explanation_of(*rule).how_to_mend.empty());
        CHECK_FALSE(explanation_of(*rule).source.empty());
        CHECK(find_rule(rule->id) == rule);
        CHECK(std::filesystem::exists(rules_folder / file_name_of(rule->id)));
        const auto fires = [](const Example& example) { return !example.fires_at.empty(); };
        CHECK(std::ranges::any_of(explanation_of(*rule).examples, fires));
        CHECK_FALSE(std::ranges::all_of(explanation_of(*rule).examples, fires));
    }
}

TEST_CASE("every file of src/check/rules is a rule of the table") {
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(rules_folder)) {
        INFO(entry.path().filename().string());
        const std::string id = replace_all(entry.path().stem().string(), "_", "-");
        CHECK(find_rule(id) != nullptr);
        ++files;
    }
    CHECK(files == rules().size());
}

TEST_CASE("every example fires at its places and nowhere else") {
    for (const Rule* rule : rules()) {
        for (const Example& example : explanation_of(*rule).examples) {
            INFO(rule->id, "\n", example.book);
            const Book book = book_of(example.book);
            CHECK(in_words(book, own(*rule, run(book))) == expected(*rule, example));
        }
    }
}

TEST_CASE("every fix removes its finding and makes no new one") {
    std::size_t fixes = 0;
    std::set<std::string_view> rules_with_fix;
    for (const Rule* rule : rules()) {
        for (const Example& example : explanation_of(*rule).examples) {
            INFO(rule->id, "\n", example.book);
            const Book book = book_of(example.book);
            const Report before = run(book);
            for (const Finding& finding : before.findings) {
                if (!finding.fix)
                    continue;
                ++fixes;
                rules_with_fix.insert(finding.rule);
                CHECK_FALSE(finding.fix->title.empty());
                CHECK_FALSE(finding.fix->edit.label.empty());
                Book mended = book;
                edit::apply(mended, finding.fix->edit);
                auto left = places(mended, run(mended));
                auto was = places(book, before);
                const auto mine = was.find(std::string(finding.rule) + "@" + path_of(book, finding.at));
                REQUIRE(mine != was.end());
                was.erase(mine); // This one only: a rule may say several things of one place.
                CHECK(std::ranges::includes(was, left));
            }
            if (example.after_fix.empty())
                continue;
            const Report ours = own(*rule, before);
            REQUIRE_FALSE(ours.findings.empty());
            REQUIRE(ours.findings.front().fix);
            Book mended = book;
            edit::apply(mended, ours.findings.front().fix->edit);
            const Cell* cell = find_cell(mended, ours.findings.front().at);
            REQUIRE(cell);
            CHECK(cell->text == example.after_fix);
        }
    }
    CHECK(fixes >= 20);
    CHECK(rules_with_fix.size() >= 6);
}

TEST_CASE("every example whose first finding has a fix of a cell says what the cell becomes") {
    for (const Rule* rule : rules()) {
        for (const Example& example : explanation_of(*rule).examples) {
            const Book book = book_of(example.book);
            const Report report = own(*rule, run(book));
            if (report.findings.empty() || !report.findings.front().fix)
                continue;
            INFO(rule->id, "\n", example.book);
            const auto& operations = report.findings.front().fix->edit.operations;
            const bool changes_rows = std::ranges::none_of(operations, [](const edit::Operation& one) {
                return std::holds_alternative<edit::SetText>(one);
            });
            CHECK((changes_rows || !example.after_fix.empty()));
        }
    }
}

} // namespace rules_test
