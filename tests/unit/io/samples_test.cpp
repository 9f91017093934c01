#include "import_support.h"

#include "io/archive.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace samples_test {

using namespace jibiao;
using namespace import_support;

namespace {

struct Expected {
    const char* file;
    const char* template_id;
    int year;
    std::vector<std::size_t> filled;
    std::size_t notes;
};

const std::vector<Expected>& all_expected() {
    static const std::vector<Expected> all{{"heb-2021-shili.txt", "heb-2021", 2021, {6, 7, 5}, 0},
                                           {"heb-2022-shili.txt", "heb-2022", 2022, {8, 6}, 2},
                                           {"heb-2020-shili.txt", "heb-2020-open", 2020, {5, 4, 5}, 1},
                                           {"gz-2024-shili.txt", "gz-2024", 2024, {9, 9}, 5}};
    return all;
}

} // namespace

TEST_CASE("the samples load with their form, projects and rows") {
    for (const Expected& expected : all_expected()) {
        CAPTURE(expected.file);
        const std::string text = sample(expected.file);
        REQUIRE_FALSE(text.empty());
        const Book book = imported(text);
        CHECK(book.template_id == expected.template_id);
        CHECK(book.year == expected.year);
        CHECK(book.notes.size() == expected.notes);
        REQUIRE(book.projects.size() == expected.filled.size());
        for (std::size_t i = 0; i < expected.filled.size(); ++i)
            CHECK(filled_rows(book.projects[i]) == expected.filled[i]);
    }
}

TEST_CASE("nothing of the samples is lost, and our own files keep all of it") {
    for (const Expected& expected : all_expected()) {
        CAPTURE(expected.file);
        const std::string text = sample(expected.file);
        const Book book = imported(text);
        const auto lost = lost_pieces(text, book);
        CHECK_MESSAGE(lost.empty(), (lost.empty() ? std::string() : lost.front()));
        const auto json = io::read_json(io::write_json(book));
        REQUIRE(json);
        CHECK(*json == book);
        const auto binary = io::read_binary(io::write_binary(book));
        REQUIRE(binary);
        CHECK(*binary == book);
    }
}

TEST_CASE("what is planted in the Hebei 2021 sample is where its README says") {
    const Book book = imported(sample("heb-2021-shili.txt"));
    CHECK(book.region == "990001");
    const Project& first = book.projects[0];
    CHECK(first.caption.text == "1.送戏下乡演出经费绩效目标表");
    CHECK(first.caption.raw.starts_with("[bookmark: "));
    CHECK(first.unit_code.text == "402001");
    CHECK(first.unit_name.text == "示例市文化馆");
    CHECK(first.budget_fiscal.text == "40.00");
    CHECK(first.budget_other.text == "6.00");
    CHECK(first.purpose.text == "用于送戏下乡演出的场地、交通和演职人员补助");
    CHECK(first.goals.size() == 3);
    CHECK(in_words(first.indicators[1]) ==
          "^产出指标|质量指标|演出完成率|按计划完成演出的比例|≥100%|绩效文本");
    CHECK(first.indicators[1].target.line == 83);
    CHECK(first.indicators[3].basis.line == 98);
    CHECK(first.indicators[3].basis.empty());
    const Project& second = book.projects[1];
    CHECK(second.plan[0].percent.line == 144);
    CHECK(second.goals[0].text.line == 150);
    CHECK(second.indicators[0].target.text == "≥24242424");
    CHECK(second.indicators[0].target.line == 165);
    CHECK(second.indicators[1].target.line == 172);
    CHECK(second.indicators[3].target.line == 186);
    CHECK(second.indicators[5].target.line == 200);
    CHECK(book.projects[2].plan[2].percent.line == 242);
    REQUIRE(book.sections.size() == 7);
    CHECK(book.sections[0].heading.text == "第一部分 部门整体绩效目标");
    CHECK(book.sections[1].heading.text == "一、总体绩效目标");
    CHECK(book.sections[1].body[2].text.line == 7);
    CHECK(book.sections[3].level == 2);
    CHECK(book.sections[5].heading.raw == "三、工作保障措施 TC 工作保障措施 \\f A \\l 1 \n工作保障措施");
}

TEST_CASE("the Hebei 2022 sample has its contents, joined paragraphs and a repaired row") {
    const Book book = imported(sample("heb-2022-shili.txt"));
    CHECK(book.title.text == "样例县农业技术推广中心 2022 年部门预算绩效文本");
    CHECK(book.compiled_by.text == "样例县农业技术推广中心");
    CHECK(book.reviewed_by.text == "样例县财政局");
    REQUIRE(book.contents.size() == 7);
    CHECK(book.contents[1].text.text == "一、总体绩效目标");
    CHECK(book.contents[1].text.raw == "一、总体绩效目标.....\t2");
    CHECK(book.contents[6].page.text == "6");
    CHECK(book.sections[0].heading.text == "第一部分 部门整体绩效目标");
    CHECK(in_words(book.projects[0].indicators[4]) ==
          "成本指标|预算执行|总成本控制额||!120 万元|!年度工作计划");
    CHECK(book.projects[0].plan[3].checkpoint.origin == Origin::rebuilt);
    CHECK(book.projects[0].goals.size() == 2);
    CHECK(book.projects[0].budget_other.line == 65);
    CHECK(book.projects[1].indicators[3].target.text == "≤40 元/平方米");
    bool joined = false;
    for (const Section& section : book.sections) {
        for (const Paragraph& paragraph : section.body)
            joined = joined || (paragraph.text.line == 44 && paragraph.text.last_line == 46);
    }
    CHECK(joined);
}

TEST_CASE("the Hebei 2020 sample has three target columns and the department's tables") {
    const Book book = imported(sample("heb-2020-shili.txt"));
    CHECK(in_words(book.projects[0].indicators[0]) ==
          "产出指标|数量指标|新增图书册数|全年采购入藏的图书|>=|1.8万|新增图书1.8万册以上|采购合同");
    CHECK(book.projects[1].name.text == "少儿阅览室运行经费");
    CHECK(book.projects[1].goals.size() == 2);
    CHECK(book.projects[1].indicators[1].basis.line == 161);
    CHECK(book.projects[1].indicators[3].level2.text == "满意度指标");
    REQUIRE(book.sections.size() == 20);
    const auto tables_of = [&book](std::size_t section) -> const Rows<Table>& {
        REQUIRE(book.sections[section].tables.size() == 1);
        return book.sections[section].tables;
    };
    const Table& institutions = tables_of(3)[0];
    CHECK(institutions.form == "institutions");
    CHECK(institutions.rows.size() == 2);
    CHECK(institutions.rows[1].grade.text == "副科级");
    const Table& procurement = tables_of(15)[0];
    CHECK(procurement.form == "procurement");
    CHECK(procurement.unit_code.text == "402");
    CHECK(procurement.rows.size() == 7);
    CHECK(procurement.rows[4].label.text == "示例市少年儿童图书馆小计");
    CHECK(procurement.rows[5].goods.text == "投影仪");
    CHECK(procurement.rows[5].general_budget.text == "0.40");
    const Table& assets = tables_of(16)[0];
    CHECK(assets.as_of.text == "2019.12.31");
    CHECK(assets.rows[0].quantity.text == "——");
    CHECK(assets.rows[2].label.text == "其中：办公用房（平方米）");
    CHECK(book.sections[17].heading.empty());
    CHECK(book.sections[17].body[0].text.text == "以上数据以财务决算为准。");
    CHECK(book.projects[2].section == book.sections[14].id);
}

TEST_CASE("the Guizhou sample has a department, a project and displaced categories") {
    const Book book = imported(sample("gz-2024-shili.txt"));
    CHECK(book.attachment.text == "附件1:");
    CHECK(book.compiled_by.text == "样例县卫生监督所");
    CHECK(book.handler.text == "李某");
    CHECK(book.handler_phone.text == "5550123");
    CHECK(book.sections.empty());
    const Project& department = book.projects[0];
    CHECK(department.kind == ProjectKind::department);
    CHECK(department.name.text == "样例县卫生监督所");
    CHECK(department.money_unit.text == "万元");
    CHECK(department.basic_expenditure.text == "210.40");
    CHECK(department.detail_goals.size() == 2);
    CHECK(department.phases[1].period.text == "(7)月至(12)月");
    CHECK(in_words(department.indicators[0]) ==
          "!产出指标|!数量指标|检查公共场所户数|≥420户|全年检查公共场所不少于420户");
    CHECK(in_words(department.indicators[2]) ==
          "产出指标|^数量指标|!学校卫生检查|!≥60所|!全县学校卫生检查不少于60所");
    const Project& project = book.projects[1];
    CHECK(project.kind == ProjectKind::project);
    CHECK(project.year_line.text == "(2024年度)");
    CHECK(project.unit_name.text == "样例县卫生监督所");
    CHECK(project.leader.text == "李某");
    CHECK(project.phone.text == "5550123");
    CHECK(project.attribute.text == "新增项目");
    CHECK(project.period.text == "2024.3至2024.12");
    CHECK(project.fund_nature.text == "一般公共预算安排");
    CHECK(project.money_unit.text == "元");
    CHECK(project.phases.size() == 2);
    CHECK(project.rules.line == 62);
    CHECK(project.indicators.size() == 11);
}

} // namespace samples_test
