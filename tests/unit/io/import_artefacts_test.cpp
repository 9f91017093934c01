#include "import_support.h"

#include "io/open.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace import_artefacts_test {

using namespace jibiao;
using namespace import_support;
using import_support::in_words; // Beside the ones below.

// The artefacts that converters leave, numbered as in the information model; those that are not here are in
// text_import_test.cpp.

namespace {

const std::string table = head + lines(header + first_row);

/// "0第一部分 1一、演出 ": level and heading of every section.
std::string tree(const Book& book) {
    std::string words;
    for (const Section& section : book.sections)
        words += std::to_string(section.level) + section.heading.text + " ";
    return words;
}

std::string unplaced(const Book& book) {
    std::string words;
    for (const Section& section : book.sections) {
        for (const Paragraph& paragraph : section.body)
            words += paragraph.unplaced ? "[" + paragraph.text.text + "]" : "";
    }
    return words;
}

Table only_table(const Book& book) {
    const Table* only = nullptr;
    for (const Section& section : book.sections) {
        for (const Table& one : section.tables) {
            CHECK(only == nullptr);
            only = &one;
        }
    }
    REQUIRE(only != nullptr);
    return *only;
}

/// What stands in the filled cells of a row.
std::string in_words(const TableRow& row) {
    std::string words;
    for (const auto& entry : table_row_cells()) {
        const Cell& cell = row.*entry.cell;
        if (!cell.empty())
            words += std::string(entry.key) + "=" + cell.text + " ";
    }
    return words;
}

const std::string institutions = "部门机构设置情况\n" + cells("单位名称|单位性质|单位规格|经费保障形式\n"
                                                              "|||\n"
                                                              "示例市文化馆|事业|正科级|财政拨款\n");
const std::string procurement_header = "政府采购项目来源|采购物品名称|政府采购目录序号|计量  "
                                       "单位|数量|单价|政府采购金额（当年部门预算安排资金）\n"
                                       "项目名称|预算资金||||||合计|一般公共预算拨款|基金预算拨款|"
                                       "国有资本经营预算拨款|财政专户核拨|其他来源收入\n";
const std::string procurement_rows = "合\u3000计|||||||1.10|1.10||||\n"
                                     "示例市文化馆小计|||||||1.10|1.10||||\n"
                                     "公用经费|5.00|打印机|A02010601|台|2.00|0.55|1.10|1.10||||\n";

} // namespace

TEST_CASE("artefact 1: a bookmark in front of a heading goes, but stays in the raw text") {
    const Book book = imported("[bookmark: _Toc1]一、总体绩效目标\n正文。\n" + table);
    CHECK(book.sections[0].heading.text == "一、总体绩效目标");
    CHECK(book.sections[0].heading.raw == "[bookmark: _Toc1]一、总体绩效目标");
}

TEST_CASE("artefact 2: a field code behind a heading or a caption goes") {
    const Book book = imported("二、分项绩效目标 TC 分项绩效目标 \\f A \\l 1 \n正文。\n"
                               "1.演出经费绩效目标表 TC 1、演出经费绩效目标表 \\f C \\l 1 \n" +
                               lines(header + first_row));
    CHECK(book.sections[0].heading.text == "二、分项绩效目标");
    CHECK(book.projects[0].caption.text == "1.演出经费绩效目标表");
    CHECK(book.projects[0].name.text == "演出经费");
}

TEST_CASE("artefact 3: a heading printed twice is one cell that keeps both lines") {
    const auto heading = [](std::string_view text) {
        const Book book = imported(std::string(text) + "正文。\n" + table);
        REQUIRE(book.sections.size() == 1);
        CHECK(book.sections[0].body.size() == 1);
        return book.sections[0].heading;
    };
    const Cell twice = heading("一、总体绩效目标\n\n一、总体绩效目标\n\n");
    CHECK(twice.text == "一、总体绩效目标");
    CHECK(twice.raw == "一、总体绩效目标\n一、总体绩效目标");
    CHECK(twice.line == 1);
    CHECK(twice.last_line == 3);
    const Cell plain = heading("一、总体绩效目标 TC 总体绩效目标 \\f A \\l 1 \n总体绩效目标\n");
    CHECK(plain.text == "一、总体绩效目标");
    CHECK(plain.raw == "一、总体绩效目标 TC 总体绩效目标 \\f A \\l 1 \n总体绩效目标");
    const Book caption = imported("1.演出经费绩效目标表\n" + table);
    REQUIRE(caption.projects.size() == 1);
    CHECK(caption.projects[0].caption.raw == "1.演出经费绩效目标表\n1.演出经费绩效目标表");
    CHECK(caption.projects[0].caption.last_line == 2);
}

TEST_CASE("artefact 4: headings that lost their number have it again by their place") {
    const std::string text = "丰富群众文化生活，送戏下乡六十场。\n";
    const auto restored = [](std::string_view outline) {
        const Book book = imported(std::string(outline) + table);
        std::string words = tree(book);
        for (const Note& note : book.notes)
            words += "@" + std::to_string(note.line);
        return words;
    };
    // In the middle, in front, at the end of a list.
    CHECK(restored("一、演出\n" + text + "展览\n" + text + "三、培训\n" + text) ==
          "1一、演出 1二、展览 1三、培训 @3");
    CHECK(restored("一、总体绩效目标\n送戏下乡\n" + text + "二、展览工作\n" + text) ==
          "1一、总体绩效目标 2一、送戏下乡 2二、展览工作 @2");
    CHECK(restored("（一）演出\n" + text + "（二）展览\n" + text + "（三）培训\n" + text + "阅读推广\n" +
                   text) == "1（一）演出 1（二）展览 1（三）培训 1（四）阅读推广 @7");
    CHECK(restored("1、演出\n" + text + "送书下乡\n" + text + "3、培训\n" + text) ==
          "11、演出 12、送书下乡 13、培训 @3");
    // A chapter that is known as such.
    CHECK(restored("一、总体绩效目标\n" + text + "分项绩效目标\n" + text + "三、工作保障措施\n" + text) ==
          "1一、总体绩效目标 1二、分项绩效目标 1三、工作保障措施 @3");
    // A subtitle is none: nothing is missing.
    CHECK(restored("一、演出\n年度安排\n" + text + "二、展览\n" + text) == "1一、演出 1二、展览 ");

    const Book book = imported("一、演出\n" + text + "展览\n" + text + "三、培训\n" + text + table);
    const Section& section = book.sections[1];
    CHECK(section.heading.origin == Origin::rebuilt);
    CHECK(section.heading.raw == "展览");
    CHECK(section.heading.line == 3);
    REQUIRE(section.body.size() == 1);
    CHECK(section.body[0].text.line == 4);
    CHECK(book.sections[0].body.size() == 1);
}

TEST_CASE("notes come in the order of the text, whoever wrote them") {
    const std::string text = "丰富群众文化生活，送戏下乡六十场。\n";
    const Book book =
        imported("一、演出\n" + text + "展览\n" + text + "三、培训\n" + text + "甲\t乙\t丙\n\n" + table);
    REQUIRE(book.notes.size() == 2);
    CHECK(book.notes[0].line == 3);
    CHECK(book.notes[1].line == 7);
}

TEST_CASE("artefact 4: tables below a heading that was restored stand below it") {
    const std::string text = "丰富群众文化生活，送戏下乡六十场。\n";
    const Book book = imported("一、演出\n" + text + "二、展览\n" + text + "三、培训\n" + text +
                               "绩效目标情况\n" + text + table);
    REQUIRE(book.sections.size() == 4);
    CHECK(book.sections[3].heading.text == "四、绩效目标情况");
    CHECK(book.projects[0].section == book.sections[3].id);
}

TEST_CASE("artefact 6: a line without TAB goes on with the cell above it") {
    const Book book = imported(head + "\t绩效目标\n\t1.送戏下乡\n2.培训骨干\n\n" + cells(header + first_row));
    REQUIRE(book.projects[0].goals.size() == 2);
    CHECK(book.projects[0].goals[1].text.text == "培训骨干");
    CHECK(book.projects[0].goals[1].text.line == 4);
}

TEST_CASE("artefact 7: a single blank between goals and indicators is nothing") {
    const Book book = imported(head + cells("绩效目标|1.送戏下乡\n") + " \n\n\n" + cells(header + first_row));
    CHECK(book.projects.size() == 1);
    CHECK(book.sections.empty());
    CHECK(book.notes.empty());
}

TEST_CASE("artefact 8: blank cells keep their place and their line") {
    const Book book = imported(head + cells(header + "产出指标|数量指标|演出场次|全年|≥60场|\n"));
    const Indicator& row = book.projects[0].indicators[0];
    CHECK(row.target.text == "≥60场");
    CHECK(row.basis.empty());
    CHECK(row.basis.line == 14);
    CHECK(row.basis.raw.empty());
    CHECK(row.basis.origin == Origin::read);
}

TEST_CASE("artefact 10: the label of a merged cell is that of the row above") {
    const Book book = imported(head +
                               cells("预算规模及资金用途|预算数|27.00\n|用于演出补助\n"
                                     "绩效目标|目标1|送戏下乡\n|目标2|培训骨干\n") +
                               cells(header + first_row));
    CHECK(book.projects[0].purpose.text == "用于演出补助");
    REQUIRE(book.projects[0].goals.size() == 2);
    CHECK(book.projects[0].goals[1].text.text == "培训骨干");
}

TEST_CASE("artefact 13: a checkpoint without label has the form's") {
    const Book book =
        imported(head + lines("资金支出计 划（%）|3 月底|6 月底|10 月底|\n|30%|60%|90%|100%\n") +
                 lines(header + first_row));
    REQUIRE(book.projects[0].plan.size() == 4);
    CHECK(book.projects[0].plan[3].checkpoint.text == "12月底");
    CHECK(book.projects[0].plan[3].checkpoint.origin == Origin::rebuilt);
    CHECK(book.projects[0].plan[3].percent.text == "100%");
    CHECK(book.notes.size() == 1);
}

TEST_CASE("artefacts 14 and 15: blanks within numbers stay, line wraps within words go, raw text has both") {
    const Book book = imported(head + lines(header + "产出指标|数量指标|演出 场次|全年|≥60 场|工作计划及 "
                                                     "演出合同\n"));
    const Indicator& row = book.projects[0].indicators[0];
    CHECK(row.name.text == "演出场次");
    CHECK(row.target.text == "≥60 场");
    CHECK(row.basis.text == "工作计划及演出合同");
    CHECK(row.basis.raw == "工作计划及 演出合同");
}

TEST_CASE("artefact 16: a page break cuts paragraphs and tables, not what they say") {
    const std::string front = "1. "
                              "成立项目工作小组，由分管负责人任组长，明确分工和时间表，定期调度各乡镇文化站的"
                              "进展，及时协调解决场地\n";
    const Book book =
        imported("一、总体绩效目标\n\n" + front + "\n落实和资金拨付中的困难。\n\n另一段。\n\n" + head +
                 lines(header + first_row) + "\n" + lines("|质量指标|完成率|比例|100%|计划\n"));
    REQUIRE(book.sections[0].body.size() == 2);
    const Cell& joined = book.sections[0].body[0].text;
    CHECK(joined.text.ends_with("解决场地落实和资金拨付中的困难。"));
    CHECK(joined.raw.find("场地\n落实") != std::string::npos);
    CHECK(joined.line == 3);
    CHECK(joined.last_line == 5);
    CHECK(book.projects[0].indicators.size() == 2);
}

TEST_CASE("artefact 17: displaced categories are rebuilt and noted") {
    const Book book = imported(head + lines("|一级指标|二级指标|三级指标|指标值|依据\n"
                                            "|数量指标||演出场次|≥60场|计划\n"
                                            "|||下乡场次|≥10场|计划\n"
                                            "指标|产出指标|展览场次|≥4场|计划|\n"
                                            "||质量指标|完成率|100%|计划\n"
                                            "|社会效益指标||观众|≥1万人|统计\n"));
    const auto& rows = book.projects[0].indicators;
    REQUIRE(rows.size() == 5);
    CHECK(in_words(rows[0]) == "!产出指标|!数量指标|演出场次|≥60场|计划");
    CHECK(rows[1].level2.text == "数量指标");
    CHECK(rows[1].level2.origin == Origin::inherited);
    CHECK(in_words(rows[2]) == "产出指标|^数量指标|!展览场次|!≥4场|!计划");
    CHECK(rows[3].level1.origin == Origin::inherited);
    CHECK(rows[4].level1.text == "效益指标");
    CHECK(rows[4].level1.origin == Origin::rebuilt);
    CHECK(book.notes.size() >= 3);
}

TEST_CASE("artefact 18: labels are found wherever a merged cell has moved them") {
    const Book book = imported(head +
                               lines("|保障绩效目标实现的措施|组织机构:|工作小组|\n"
                                     "管理制度:||《财务办法》||\n"
                                     "年度目标|送戏下乡|||\n") +
                               lines(header + first_row));
    CHECK(book.projects[0].organisation.text == "工作小组");
    CHECK(book.projects[0].rules.text == "《财务办法》");
    CHECK(book.projects[0].goals.size() == 1);
}

TEST_CASE("artefacts 19 and 20: the last cell and the last line end may be missing") {
    const Book book = imported(head + lines(header + "产出指标|数量指标|演出场次|全年|≥60场"));
    const Indicator& row = book.projects[0].indicators[0];
    CHECK(row.target.text == "≥60场");
    CHECK(row.basis.empty());
    CHECK(row.basis.line == 3);
}

TEST_CASE("artefact 21: a caption may stand in a cell, behind its table, or before another one") {
    const std::string goal = cells("绩效目标|目标1|送戏下乡\n");
    const Book book =
        imported("\t1.演出经费绩效信息表\n\n" + goal + cells(header + first_row) + "\n\n" + goal +
                 cells(header + first_row) + "\n2.展览经费绩效信息表\n3.培训经费绩效信息表\n" + goal +
                 cells(header + first_row));
    REQUIRE(book.projects.size() == 3);
    CHECK(book.projects[0].name.text == "演出经费");
    CHECK(book.projects[1].name.text == "展览经费");
    CHECK(book.projects[2].name.text == "培训经费");
    CHECK(book.notes.size() == 1);
}

TEST_CASE("artefact 22: a second header row refines the first") {
    const Book book =
        imported(head + cells("一级指标|二级指标|三级指标|绩效指标描述|指标值|指标值确定依据\n"
                              "||||符号|值|单位（文字描述）|\n"
                              "产出指标|数量指标|演出场次|全年|>=|60.00|演出60场以上|工作计划\n"));
    CHECK(in_words(book.projects[0].indicators[0]) ==
          "产出指标|数量指标|演出场次|全年|>=|60.00|演出60场以上|工作计划");
}

TEST_CASE("artefact 23: empty rows of a table about the department go") {
    const Table read = only_table(imported("一、机构设置情况\n" + institutions + table));
    REQUIRE(read.rows.size() == 1);
    CHECK(in_words(read.rows[0]) == "item_label=示例市文化馆 nature=事业 grade=正科级 funding=财政拨款 ");
    CHECK(read.form == "institutions");
    CHECK(read.caption.text == "部门机构设置情况");
    CHECK(read.caption.line == 2);
    CHECK(read.rows[0].grade.line == 15);
}

TEST_CASE("artefacts 25, 26 and 29: blanks of any kind in labels and cells; dashes stay") {
    const Book book = imported("一、国有资产情况\n" + table + "固定资产占用情况表\n\n" +
                               cells("编制部门：示例市文化馆|截止时间：2019.12.31 \n"
                                     "项   目|数量|价值（金额单位：万元）\n"
                                     "资产总额|——|410.05\n"
                                     "   其中：办公用房|\u3000|\n"));
    const Table read = only_table(book);
    CHECK(read.form == "assets");
    CHECK(read.prepared_by.text == "示例市文化馆");
    CHECK(read.as_of.text == "2019.12.31");
    CHECK(read.money_unit.text == "万元");
    REQUIRE(read.rows.size() == 2);
    CHECK(in_words(read.rows[0]) == "item_label=资产总额 quantity=—— amount=410.05 ");
    CHECK(in_words(read.rows[1]) == "item_label=其中：办公用房 ");
    CHECK(read.rows[1].quantity.raw == "\u3000");
    CHECK(read.rows[1].quantity.line == read.rows[1].label.line + 1);
    CHECK(unplaced(book).empty());
}

TEST_CASE("artefact 28: signs of two characters stay as they were typed") {
    const Book book = imported(head + lines(header + "产出指标|数量指标|演出场次|全年|>=60场|计划\n"));
    CHECK(book.projects[0].indicators[0].target.text == ">=60场");
}

TEST_CASE("artefact 33: the table of contents is lines with pages, and its title is the form's") {
    const Book book =
        imported("示例市文化馆 2022 年部门预算绩效文本\n\n目 录\n\n第一部分 部门整体绩效目标\n\n"
                 "一、总体绩效目标.....\t2\n二、演出经费绩效目标表\t10\n三、附则……12\n\n"
                 "一、总体绩效目标\n正文。\n" +
                 table);
    REQUIRE(book.contents.size() == 4);
    CHECK(book.contents[0].text.text == "第一部分 部门整体绩效目标");
    CHECK(book.contents[0].page.empty());
    CHECK(book.contents[1].text.text == "一、总体绩效目标");
    CHECK(book.contents[1].text.raw == "一、总体绩效目标.....\t2");
    CHECK(book.contents[1].text.line == 7);
    CHECK(book.contents[1].page.text == "2");
    CHECK(book.contents[2].page.text == "10");
    CHECK(book.contents[3].text.text == "三、附则");
    CHECK(book.contents[3].page.text == "12");
    CHECK(tree(book) == "1一、总体绩效目标 ");
}

TEST_CASE("artefact 34: a unit's code is told from its name, with or without a blank") {
    for (const char* line : {"402001示例市文化馆", "402001 示例市文化馆", "402 示例市文化馆"}) {
        const Book book = imported(head + lines(std::string(line) + "|单位：万元\n" + header + first_row));
        CHECK(book.projects[0].unit_code.text == std::string(line).substr(0, line[3] == ' ' ? 3 : 6));
        CHECK(book.projects[0].unit_name.text == "示例市文化馆");
        CHECK(book.projects[0].money_unit.text == "万元");
    }
}

TEST_CASE("artefact 36: sums are rows like the others, below a spanned header") {
    const Book tall = imported(
        "六、政府采购预算情况\n采购1.10万元。\n部门政府采购预算 TC 部门政府采购预算 \\f A \\l 1 \n" +
        cells("402 示例市文化馆|单位：万元\n" + procurement_header + procurement_rows) + "\n" + table);
    const Table read = only_table(tall);
    CHECK(read.form == "procurement");
    CHECK(read.caption.text == "部门政府采购预算");
    CHECK(read.unit_code.text == "402");
    CHECK(read.unit_name.text == "示例市文化馆");
    CHECK(read.money_unit.text == "万元");
    REQUIRE(read.rows.size() == 3);
    CHECK(in_words(read.rows[0]) == "item_label=合\u3000计 amount=1.10 general_budget=1.10 ");
    CHECK(in_words(read.rows[2]) ==
          "item_label=公用经费 source_budget=5.00 goods=打印机 "
          "catalogue_code=A02010601 item_unit=台 quantity=2.00 price=0.55 amount=1.10 "
          "general_budget=1.10 ");
    CHECK(read.rows[2].other_funds.line == read.rows[2].amount.line + 5);
    CHECK(unplaced(tall).empty());

    // A row a line: the cells that the header spans are blank.
    const Book wide = imported(
        "六、政府采购预算情况\n单位：万元\n" +
        lines("政府采购项目来源||采购物品名称|政府采购目录序号|计量单位|数量|单价|政府采购金额|||||\n") +
        lines(procurement_header.substr(procurement_header.find('\n') + 1) + procurement_rows) + "\n" +
        table);
    REQUIRE(only_table(wide).rows.size() == 3);
    CHECK(in_words(only_table(wide).rows[2]) == in_words(read.rows[2]));
    CHECK(only_table(wide).form == "procurement");
}

TEST_CASE("rows of such a table that do not fit are kept, with a note") {
    const Book book =
        imported("六、政府采购预算情况\n" +
                 cells(procurement_header + "总计|1.10|1.10\n" + procurement_rows + "||||||||||||||备注\n") +
                 "\n" + table);
    CHECK(only_table(book).rows.size() == 3);
    CHECK(unplaced(book) == "[总计\t1.10\t1.10][\t\t\t\t\t\t\t\t\t\t\t\t\t\t备注]");
    CHECK(book.notes.size() == 1);
}

TEST_CASE("a table without caption is known by its header, one without known header by its caption") {
    CHECK(
        only_table(imported("一、机构设置情况\n" + institutions.substr(institutions.find('\n') + 1) + table))
            .form == "institutions");
    const Book book = imported("一、机构设置情况\n部门机构设置情况\n" +
                               cells("名目|甲|乙|丙\n示例市文化馆|事业|正科级|财政拨款\n") + table);
    CHECK(only_table(book).rows.back().grade.text == "正科级");
}

TEST_CASE("a table goes on behind the end of a page, its header printed again") {
    const std::string header_row = "单位名称|单位性质|单位规格|经费保障形式\n";
    const Book book = imported("一、机构设置情况\n部门机构设置情况\n" +
                               lines(header_row + "示例市文化馆|事业|正科级|财政拨款\n") + "\n- 3 -\n\n" +
                               lines(header_row + "示例市美术馆|事业|副科级|财政拨款\n") + "\n" + table);
    CHECK(only_table(book).rows.size() == 2);
    const Book bare = imported("一、机构设置情况\n部门机构设置情况\n" +
                               lines(header_row + "示例市文化馆|事业|正科级|财政拨款\n") + "\n- 3 -\n\n" +
                               lines("示例市美术馆|事业|副科级|财政拨款\n") + "\n" + table);
    CHECK(only_table(bare).rows.size() == 2);
}

TEST_CASE("text behind a table stands in a section without heading at the same level") {
    const Book book = imported("一、机构设置情况\n下设一家单位。\n" + institutions +
                               "\n以上为本年数。\n另有说明。\n" + table + "\n\n表后的话。\n");
    REQUIRE(book.sections.size() == 3);
    CHECK(book.sections[1].heading.empty());
    CHECK(book.sections[1].level == book.sections[0].level);
    CHECK(book.sections[1].body.size() == 2);
    CHECK(book.projects[0].section == book.sections[1].id);
    CHECK(book.sections[2].heading.empty());
    CHECK(book.sections[2].body[0].text.text == "表后的话。");

    const Book bare = imported(table + "\n\n表后的话。\n");
    REQUIRE(bare.sections.size() == 2);
    CHECK(bare.projects[0].section == bare.sections[0].id);
    CHECK(bare.sections[0].body.empty());
    CHECK(bare.sections[1].body.size() == 1);
    CHECK(imported(table).projects[0].section == 0);
}

TEST_CASE("the cover is read wherever its lines stand") {
    const Book book =
        imported("附件2:\n\n示例市文化馆2024年预算绩效目标表\n\n示例市文化馆\n\n编制\n\n示例市财政局审核\n"
                 "经办人： 王某\n\n联系电话（办公座机号）：5550100\n\n示例市文化馆项目绩效目标表\n\n"
                 "(2024年度)\n\n编制单位(盖章): 示例市文化馆\n\n" +
                 lines(header + first_row));
    CHECK(book.attachment.text == "附件2:");
    CHECK(book.title.text == "示例市文化馆2024年预算绩效目标表");
    CHECK(book.compiled_by.text == "示例市文化馆");
    CHECK(book.compiled_by.raw == "示例市文化馆\n编制");
    CHECK(book.compiled_by.line == 5);
    CHECK(book.compiled_by.last_line == 7);
    CHECK(book.reviewed_by.text == "示例市财政局");
    CHECK(book.handler.text == "王某");
    CHECK(book.handler.raw == "经办人： 王某");
    CHECK(book.handler_phone.text == "5550100");
    CHECK(book.sections.empty());
    CHECK(book.projects[0].year_line.text == "(2024年度)");
    CHECK(book.projects[0].unit_name.text == "示例市文化馆");
    CHECK(book.year == 2024);
}

TEST_CASE("a lead sentence is text, and a title that begins with its year has the unit's name above it") {
    const Book book = imported("示例市文化馆\n2020年部门预算信息公开情况说明\n根据规定，现将预算公开。\n"
                               "一、预算绩效信息\n" +
                               table);
    CHECK(book.title.text == "示例市文化馆 2020年部门预算信息公开情况说明");
    CHECK(book.title.raw == "示例市文化馆\n2020年部门预算信息公开情况说明");
    CHECK(book.title.last_line == 2);
    REQUIRE(book.sections.size() == 2);
    CHECK(book.sections[0].heading.empty());
    CHECK(book.sections[0].body[0].text.text == "根据规定，现将预算公开。");
}

TEST_CASE("a blank line of the cover has its line, and lines behind the first heading are text") {
    const Book book = imported("经办人：\n一、总体绩效目标\n联系电话：5550100\n" + table);
    CHECK(book.handler.text.empty());
    CHECK(book.handler.line == 1);
    CHECK(book.handler_phone.line == 0);
    CHECK(book.sections[0].body[0].text.text == "联系电话：5550100");
}

TEST_CASE("what is pasted from a spreadsheet reads like a file") {
    const auto pasted = [](std::string_view text) {
        auto book = io::open_book(text, "", templates());
        REQUIRE_MESSAGE(book, (book ? std::string() : book.error().what));
        return *book;
    };
    const Book book = pasted("项目编码\t990001210000000000001\t项目名称\t演出\u00A0经费\r\n"
                             "绩效目标\t\"1.送戏下乡\n2.培训\"\"骨干\"\"\"\t\t\r\n"
                             "一级指标\t二级指标\t三级指标\t指标值\r\n"
                             "产出指标\t数量指标\t\u00A0演出场次\t≥60场\r\n"
                             "\t质量指标\t\"优秀\"率\t\"100%\"\r\n");
    REQUIRE(book.projects.size() == 1);
    const Project& project = book.projects[0];
    CHECK(project.code.text == "990001210000000000001");
    REQUIRE(project.goals.size() == 2);
    CHECK(project.goals[0].text.text == "送戏下乡");
    CHECK(project.goals[0].text.line == 2);
    CHECK(project.goals[1].text.text == "培训\"骨干\"");
    CHECK(project.goals[1].text.line == 3);
    REQUIRE(project.indicators.size() == 2);
    CHECK(project.indicators[0].name.text == "演出场次");
    CHECK(project.indicators[0].name.line == 5);
    CHECK(project.indicators[1].name.text == "\"优秀\"率");
    CHECK(project.indicators[1].target.text == "\"100%\"");
    CHECK(book.notes.empty());

    // A quote that never closes, or closes within other text, is only a character.
    const Book open = pasted(head + lines(header + "产出指标|数量指标|\"演出|全年|≥60场|计划\n" +
                                          "|质量指标|好评\"|"
                                          "全年|100%|计划\n"));
    REQUIRE(open.projects[0].indicators.size() == 2);
    CHECK(open.projects[0].indicators[0].name.text == "\"演出");
}

TEST_CASE("pasted text is the file that it was copied from") {
    const std::string text = sample("heb-2022-shili.txt");
    std::string dos;
    for (const char c : text)
        dos += c == '\n' ? std::string("\r\n") : std::string(1, c);
    const auto pasted = io::open_book(dos, "示例.txt", templates());
    REQUIRE(pasted);
    CHECK(*pasted == imported(text));
}

} // namespace import_artefacts_test
