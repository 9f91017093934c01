#include "io/text_export.h"

#include "base/text.h"
#include "edit/document.h"
#include "import_support.h"
#include "io/form_words.h"
#include "io/source_text.h"
#include "model/content.h"
#include "model/ordinal.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace text_export_test {

using namespace jibiao;
using namespace import_support;

namespace {

std::string exported(const Book& book) {
    return io::export_text(book, templates().get(book.template_id));
}

/// What differs after the book was written as text and read again; "" if nothing does.
std::string lost_on_the_way(const Book& book) {
    const Book again = imported(exported(book));
    const auto difference = first_difference(book, again);
    return difference ? difference->path + ": " + difference->first + " -> " + difference->second : "";
}

constexpr const char* samples[] = {"heb-2021-shili.txt", "heb-2022-shili.txt", "heb-2020-shili.txt",
                                   "gz-2024-shili.txt", "national-2021-shili.txt"};

const bool seeds_at_hand = std::filesystem::exists(JIBIAO_SOURCE_DIR "/../shared/seeds");
constexpr const char* seeds[] = {"000_2dfe24471339901e.txt", "001_3c852dc884038ed6.txt",
                                 "002_38770c5ad42c6795.txt", "003_947628910baaeb05.txt",
                                 "004_92e3f18c72746f64.txt"};

/// Lines that say something, without what an import drops: marks, indents, blank lines (artefacts 1, 2, 7,
/// 24, 25, 35). A blank cell of a table is a line with a TAB only.
std::vector<std::string> plain_lines(std::string_view text) {
    std::vector<std::string> lines;
    for (std::string_view line : split_lines(text)) {
        const bool cell = line.starts_with('\t');
        const std::string_view plain = trim(io::without_marks(line));
        if (cell || !plain.empty())
            lines.push_back((cell ? "\t" : "") + std::string(plain));
    }
    return lines;
}

/// Folded cells of a line that are filled.
std::vector<std::string> cells_in(std::string_view line) {
    std::vector<std::string> cells;
    for (const std::string_view cell : split(line, '\t')) {
        if (std::string text = fold(io::without_marks(cell)); !text.empty())
            cells.push_back(std::move(text));
    }
    return cells;
}

/// Names of categories and of the merged cell beside the indicators: a converter may have moved them to
/// another row (artefact 17).
bool is_movable(const std::string& cell) {
    if (cell == "指标" || cell == "绩效指标")
        return true;
    return std::ranges::any_of(templates().all(), [&cell](const Template& form) {
        return form.find_level1(cell) || form.find_level2(cell);
    });
}

/// Lines of `text` that the export does not hold: the cells of a row must stand together in one line of it. A
/// line with one cell must be a line or a cell as often as it is one in the text; a long one may also be a
/// part of a paragraph that a page break had cut, a heading may stand there once instead of twice (artefacts
/// 3, 16).
std::vector<std::string> missing_lines(std::string_view text, std::string_view out) {
    constexpr std::size_t long_line = 45; // Bytes: 15 characters.
    const io::FormWords words(templates());
    std::vector<std::string> lines;
    std::multiset<std::string> pieces;
    std::string all;
    for (const std::string_view line : split_lines(out)) {
        lines.push_back(fold(line));
        all += lines.back();
        for (const std::string& cell : cells_in(line))
            pieces.emplace(without_ordinal(cell));
    }
    std::vector<std::string> missing;
    std::string before;
    for (const std::string_view line : split_lines(text)) {
        const std::vector<std::string> cells = cells_in(line);
        const auto stands_in = [&cells](const std::string& other) {
            return std::ranges::all_of(cells, [&other](const std::string& cell) {
                return is_movable(cell) || contains(other, cell);
            });
        };
        if (cells.empty())
            continue;
        bool found = cells.size() > 1 && std::ranges::any_of(lines, stands_in);
        const std::string said(without_ordinal(cells.front()));
        if (const auto piece = pieces.find(said); cells.size() == 1 && piece != pieces.end()) {
            pieces.erase(piece);
            found = true;
        }
        const bool label = is_movable(said) || words.column(said); // The form has its own spelling.
        found = found || said == before || label || (said.size() >= long_line && contains(all, said));
        if (!found)
            missing.emplace_back(line);
        before = said;
    }
    return missing;
}

Project typed_project(Book& book) {
    Project project{.id = book.new_row_id()};
    project.unit_code.text = "731001";
    project.unit_name.text = "示例市科普协会";
    project.money_unit.text = "万元";
    project.name.text = "科普经费";
    project.budget_total.text = "27";
    project.goals.push_back({.id = book.new_row_id(), .text = {.text = "开展培训5次"}});
    project.goals.push_back({.id = book.new_row_id(), .text = {.text = "培训300人次"}});
    for (const char* level2 : {"数量指标", "质量指标"}) {
        project.indicators.push_back({.id = book.new_row_id(),
                                      .level1 = {.text = "产出指标"},
                                      .level2 = {.text = level2},
                                      .name = {.text = "培训次数"},
                                      .target = {.text = "≥5次"}});
    }
    return project;
}

bool has_line(std::string_view text, std::string_view line) {
    return std::ranges::count(split_lines(text), line) > 0;
}

} // namespace

TEST_CASE("every sample comes back from its text export with the same content") {
    for (const char* name : samples) {
        CAPTURE(name);
        const Book book = imported(sample(name));
        CHECK(lost_on_the_way(book) == "");
    }
}

TEST_CASE("the text export of a sample holds every line of it") {
    for (const char* name : samples) {
        CAPTURE(name);
        const std::string text = sample(name);
        const auto missing = missing_lines(text, exported(imported(text)));
        CHECK_MESSAGE(missing.empty(), (missing.empty() ? std::string() : missing.front()));
    }
}

TEST_CASE("the seeds come back from their text export, and it holds every line" *
          doctest::skip(!seeds_at_hand)) {
    for (const char* name : seeds) {
        CAPTURE(name);
        const std::string text = seed(name);
        const Book book = imported(text);
        CHECK(lost_on_the_way(book) == "");
        const auto missing = missing_lines(text, exported(book));
        CHECK_MESSAGE(missing.empty(), (missing.empty() ? std::string() : missing.front()));
    }
}

TEST_CASE("an unchanged import of 000 and 001 is written line for line" * doctest::skip(!seeds_at_hand)) {
    struct Dropped {
        const char* file;
        std::set<int> lines;            ///< Artefact 3: a heading that is repeated below itself.
        std::set<std::size_t> ordinals; ///< Artefact 4: plain lines whose lost number is restored.
    };
    for (const Dropped& one : {Dropped{seeds[0], {}, {}}, Dropped{seeds[1], {4}, {12, 16}}}) {
        CAPTURE(one.file);
        const std::string text = seed(one.file);
        std::string kept;
        int number = 0;
        for (const std::string_view line : split_lines(text))
            kept += one.lines.contains(++number) ? "" : std::string(line) + "\n";
        const auto expected = plain_lines(kept);
        const auto found = plain_lines(exported(imported(text)));
        REQUIRE(found.size() == expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i) {
            CAPTURE(i);
            if (one.ordinals.contains(i))
                CHECK(without_ordinal(found[i]) == expected[i]);
            else
                CHECK(found[i] == expected[i]);
        }
    }
}

TEST_CASE("a book that was typed is written as its form writes it") {
    Book book;
    book.template_id = "heb-2021";
    book.projects.push_back(typed_project(book));
    const std::string text = exported(book);
    CHECK(has_line(text, "1.科普经费绩效目标表"));
    CHECK(has_line(text, "\t731001示例市科普协会"));
    CHECK(has_line(text, "\t单位：万元"));
    CHECK(has_line(text, "\t27.00"));
    CHECK(has_line(text, "\t1.开展培训5次"));
    CHECK(has_line(text, "2.培训300人次"));
    CHECK(std::ranges::count(split_lines(text), "\t产出指标") == 1);
    CHECK(std::ranges::count(split_lines(text), "\t10月底") == 1);

    book.template_id = "heb-2022";
    const std::string rows = exported(book);
    CHECK(has_line(rows, "731001 示例市科普协会"));
    CHECK(has_line(rows, "绩效目标\t1.开展培训5次 2.培训300人次"));
    CHECK(has_line(rows, "\t质量指标\t培训次数\t\t≥5次\t"));
}

TEST_CASE("a part of a cell that has nothing to say is left out") {
    Book book;
    book.template_id = "gz-2024";
    book.projects.push_back(typed_project(book));
    CHECK(contains(exported(book), "预算资金(万元)\t27\t资金性质"));
    book.projects.edit(0).money_unit.text.clear();
    CHECK(contains(exported(book), "预算资金\t27\t资金性质"));
    CHECK_FALSE(contains(exported(book), "经办人"));
}

TEST_CASE("what was changed is written as it was typed, its neighbours as they came in") {
    edit::Document document(imported(sample("heb-2021-shili.txt")));
    const Project& project = document.book().projects[0];
    const Indicator& first = project.indicators[0];
    const std::string before = exported(document.book());
    document.apply({"",
                    {edit::SetText{{Field::target_value, first.id}, "≥77次"},
                     edit::SetText{{Field::name, project.id}, "乡村科普"}}});
    const std::string after = exported(document.book());
    CHECK(has_line(after, "\t≥77次"));
    CHECK(has_line(after, "1.乡村科普绩效目标表"));
    CHECK(split_lines(after).size() == split_lines(before).size());
    std::size_t changed = 0;
    for (std::size_t i = 0; i < split_lines(before).size(); ++i)
        changed += split_lines(before)[i] != split_lines(after)[i];
    CHECK(changed == 3); // The target, the name, and the caption that holds it.
}

TEST_CASE("goals are counted anew where one of them goes") {
    edit::Document document(imported(sample("heb-2021-shili.txt")));
    const Project& project = document.book().projects[0];
    REQUIRE(project.goals.size() >= 2);
    const std::string second = project.goals[1].text.text;
    CHECK(contains(exported(document.book()), "2." + second));
    document.apply({"", {edit::RemoveRow{project.goals[0].id}}});
    CHECK_FALSE(contains(exported(document.book()), "2." + second));
    document.apply({"", {edit::InsertRow{RowKind::goal, project.id, 0, {{Field::goal, "新的目标"}}}}});
    CHECK(contains(exported(document.book()), "1.新的目标"));
    CHECK(contains(exported(document.book()), "2." + second));
    document.undo();
    document.undo();
    CHECK(contains(exported(document.book()), "2." + second));
}

} // namespace text_export_test
