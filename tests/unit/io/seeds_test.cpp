#include "import_support.h"

#include "io/archive.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

namespace seeds_test {

using namespace jibiao;
using namespace import_support;

// Published documents that stand beside the checkout on the maintainers' machines. Elsewhere there is nothing
// to do: assets/samples has the same shapes.

namespace {

struct Expected {
    const char* file;
    const char* template_id;
    int year;
    const char* region;
    std::vector<std::size_t> filled; ///< Rows with a name, by project.
};

const std::vector<Expected>& all_expected() {
    static const std::vector<Expected> all{
        {"000_2dfe24471339901e.txt", "heb-2021", 2021, "130700", {6, 7, 6, 6, 6, 6, 6, 6, 5, 6, 6}},
        {"001_3c852dc884038ed6.txt", "heb-2021", 2021, "130636", {6}},
        {"002_38770c5ad42c6795.txt", "heb-2022", 2022, "130300", {15, 10}},
        {"003_947628910baaeb05.txt", "heb-2020-open", 2020, "", {7, 6, 5, 6, 5, 5}},
        {"004_92e3f18c72746f64.txt", "gz-2024", 2024, "", {21, 18}}};
    return all;
}

const bool seeds_at_hand = std::filesystem::exists(JIBIAO_SOURCE_DIR "/../shared/seeds");

const Indicator& row_at(const Book& book, int line) {
    for (const Project& project : book.projects) {
        for (const Indicator& indicator : project.indicators) {
            if (indicator.level2.line == line || indicator.name.line == line)
                return indicator;
        }
    }
    FAIL("no indicator at line " << line);
    return book.projects[0].indicators[0];
}

} // namespace

TEST_CASE("the seeds load with every project and every indicator row" * doctest::skip(!seeds_at_hand)) {
    for (const Expected& expected : all_expected()) {
        const std::string text = seed(expected.file);
        REQUIRE_FALSE(text.empty());
        CAPTURE(expected.file);
        const Book book = imported(text);
        CHECK(book.template_id == expected.template_id);
        CHECK(book.year == expected.year);
        CHECK(book.region == expected.region);
        REQUIRE(book.projects.size() == expected.filled.size());
        for (std::size_t i = 0; i < expected.filled.size(); ++i) {
            CAPTURE(i);
            CHECK(filled_rows(book.projects[i]) == expected.filled[i]);
            CHECK_FALSE(book.projects[i].name.empty());
            CHECK_FALSE(book.projects[i].caption.empty());
            CHECK_FALSE(book.projects[i].goals.empty());
            for (const Indicator& indicator : book.projects[i].indicators)
                CHECK_FALSE(indicator.level1.empty());
        }
    }
}

TEST_CASE("nothing of the seeds is lost" * doctest::skip(!seeds_at_hand)) {
    for (const Expected& expected : all_expected()) {
        const std::string text = seed(expected.file);
        REQUIRE_FALSE(text.empty());
        CAPTURE(expected.file);
        const auto lost = lost_pieces(text, imported(text));
        CHECK_MESSAGE(lost.empty(), (lost.empty() ? std::string() : lost.front()));
    }
}

TEST_CASE("the seeds go through our own files unchanged" * doctest::skip(!seeds_at_hand)) {
    for (const Expected& expected : all_expected()) {
        const std::string text = seed(expected.file);
        REQUIRE_FALSE(text.empty());
        CAPTURE(expected.file);
        const Book book = imported(text);
        const auto json = io::read_json(io::write_json(book));
        REQUIRE(json);
        CHECK(*json == book);
        const auto binary = io::read_binary(io::write_binary(book));
        REQUIRE(binary);
        CHECK(*binary == book);
    }
}

TEST_CASE("budgets, plans and units of the seeds are where they belong" * doctest::skip(!seeds_at_hand)) {
    const std::string text = seed("000_2dfe24471339901e.txt");
    REQUIRE_FALSE(text.empty());
    const Book book = imported(text);
    const Project& ninth = book.projects[8];
    CHECK(ninth.budget_total.text == "13.50");
    CHECK(ninth.budget_fiscal.text == "13.50");
    CHECK(ninth.budget_other.text == "0");
    CHECK(ninth.unit_code.text == "731005");
    CHECK(ninth.money_unit.text == "万元");
    const Project& fourth = book.projects[3];
    REQUIRE(fourth.plan.size() == 4);
    CHECK(fourth.plan[0].checkpoint.text == "3月底");
    CHECK(fourth.plan[0].percent.text.empty());
    CHECK(fourth.plan[0].percent.line == 343);
    CHECK(fourth.plan[1].percent.text == "100.00%");
    CHECK(book.projects[0].goals.size() == 3);
    CHECK(book.projects[0].goals[2].text.text == "助力农民实现产业发展，早日脱贫");
    CHECK(book.projects[0].goals[2].text.line == 73);
    CHECK(row_at(book, 282 - 2).target.line == 282);
    CHECK(row_at(book, 199 - 4).basis.line == 199);
}

TEST_CASE("rows of the seeds that lost a cell or their category are put right and noted" *
          doctest::skip(!seeds_at_hand)) {
    {
        const std::string text = seed("002_38770c5ad42c6795.txt");
        REQUIRE_FALSE(text.empty());
        const Book book = imported(text);
        CHECK(in_words(row_at(book, 140)) == "成本指标|预算执行|成本预算控制率||!40 万元|!年度工作计划");
        CHECK(in_words(row_at(book, 162)) ==
              "^产出指标|成本指标|年度单位面积物业费|每平方米办公用房年度支出标准|≥15 元/平方米月|"
              "年度工作计划及物业服务合同");
        REQUIRE(book.projects[0].plan.size() == 4);
        CHECK(book.projects[0].plan[3].checkpoint.text == "12月底");
        CHECK(book.projects[0].plan[3].checkpoint.origin == Origin::rebuilt);
        CHECK(book.projects[0].plan[3].percent.text == "100%");
        CHECK(book.notes.size() == 2);
    }
    {
        const std::string text = seed("004_92e3f18c72746f64.txt");
        REQUIRE_FALSE(text.empty());
        const Book book = imported(text);
        CHECK(row_at(book, 36).level1.text == "产出指标");
        CHECK(row_at(book, 48).level2.text == "数量指标");
        CHECK(row_at(book, 53).level1.text == "成本指标");
        CHECK(row_at(book, 53).name.text == "项目成本控制率");
        CHECK(row_at(book, 88).level2.text == "质量指标");
        CHECK(row_at(book, 93).level1.text == "成本指标");
        CHECK(row_at(book, 95).level1.text == "效益指标");
        CHECK(row_at(book, 95).level1.origin == Origin::rebuilt);
        CHECK(row_at(book, 96).level2.text == "社会效益指标");
        CHECK(row_at(book, 97).level2.text == "经济效益指标");
        CHECK(row_at(book, 97).name.empty());
        CHECK(row_at(book, 100).target.text == "≥90%");
        CHECK(row_at(book, 100).explanation.empty());
        CHECK(book.projects[0].kind == ProjectKind::department);
        CHECK(book.projects[0].goals.size() == 6);
        CHECK(book.projects[0].detail_goals.size() == 4);
        CHECK(book.projects[0].phases.size() == 2);
        CHECK(book.projects[0].budget_total.text == "650.17");
        CHECK(book.projects[1].budget_total.text == "750000");
        CHECK(book.projects[1].money_unit.text == "元");
        CHECK(book.projects[1].organisation.line == 76);
        CHECK(book.projects[1].rules.line == 77);
    }
}

TEST_CASE("a caption behind its table is given to it" * doctest::skip(!seeds_at_hand)) {
    const std::string text = seed("003_947628910baaeb05.txt");
    REQUIRE_FALSE(text.empty());
    const Book book = imported(text);
    CHECK(book.projects[2].name.text == "开展科技助力精准扶贫经费");
    CHECK(book.projects[2].caption.line == 371);
    CHECK(book.projects[3].caption.line == 372);
    CHECK(book.projects[2].indicators[0].level1.line == 325);
    CHECK(in_words(book.projects[2].indicators[4]) ==
          "满意度指标|服务对象满意度指标|服务对象满意度|接受服务的重点人群的满意程度|文字描述||85%"
          "以上的受众满意|"
          "调查结果");
}

TEST_CASE("nothing of the seeds is unplaced, and every table knows its section" *
          doctest::skip(!seeds_at_hand)) {
    for (const Expected& expected : all_expected()) {
        CAPTURE(expected.file);
        const Book book = imported(seed(expected.file));
        for (const Section& section : book.sections) {
            for (const Paragraph& paragraph : section.body)
                CHECK_FALSE(paragraph.unplaced);
        }
        for (const Project& project : book.projects)
            CHECK((project.section != 0) == !book.sections.empty());
    }
}

TEST_CASE("cover and contents of the seeds" * doctest::skip(!seeds_at_hand)) {
    const Book with_contents = imported(seed("002_38770c5ad42c6795.txt"));
    CHECK(with_contents.title.line == 2);
    CHECK(with_contents.compiled_by.line == 4);
    CHECK(with_contents.reviewed_by.line == 5);
    REQUIRE(with_contents.contents.size() == 7);
    CHECK(with_contents.contents[3].page.text == "3");
    CHECK(with_contents.contents[4].page.empty());
    CHECK(with_contents.contents[6].page.text == "10");
    const Book with_cover = imported(seed("004_92e3f18c72746f64.txt"));
    CHECK(with_cover.attachment.line == 3);
    CHECK(with_cover.title.line == 5);
    CHECK(with_cover.compiled_by.line == 7);
    CHECK(with_cover.compiled_by.last_line == 9);
    CHECK(with_cover.handler.line == 11);
    CHECK(with_cover.handler_phone.text == "8201038");
    CHECK(with_cover.projects[1].year_line.line == 63);
    CHECK(with_cover.projects[1].unit_name.line == 65);
    CHECK(with_cover.sections.empty());
}

TEST_CASE("the tables about the department of a seed" * doctest::skip(!seeds_at_hand)) {
    const Book book = imported(seed("003_947628910baaeb05.txt"));
    std::vector<const Table*> tables;
    for (const Section& section : book.sections) {
        for (const Table& table : section.tables)
            tables.push_back(&table);
    }
    REQUIRE(tables.size() == 3);
    CHECK(tables[0]->rows.size() == 4);
    CHECK(tables[1]->unit_code.text == "731");
    CHECK(tables[1]->rows.size() == 12);
    CHECK(tables[1]->rows[0].label.text == "合\u3000计");
    CHECK(tables[1]->rows[0].amount.text == "5.35");
    CHECK(tables[1]->rows[2].catalogue_code.text == "A02010104");
    CHECK(tables[1]->rows[10].amount.text == "0.45");
    CHECK(tables[2]->rows.size() == 6);
    CHECK(tables[2]->rows[4].quantity.raw == "\u3000");
    CHECK(tables[2]->rows[5].amount.text == "31.15");
    CHECK(tables[2]->money_unit.text == "万元");
}

TEST_CASE("headings of a seed that lost their number have it again" * doctest::skip(!seeds_at_hand)) {
    const Book book = imported(seed("001_3c852dc884038ed6.txt"));
    std::vector<int> rebuilt;
    for (const Section& section : book.sections) {
        if (section.heading.origin == Origin::rebuilt)
            rebuilt.push_back(section.heading.line);
    }
    CHECK(rebuilt == std::vector<int>{24, 31});
    CHECK(book.notes.size() == 2);
}

} // namespace seeds_test
