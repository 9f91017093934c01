#include "import_support.h"

#include <doctest/doctest.h>

#include <string>

namespace text_import_test {

using namespace jibiao;
using namespace import_support;

// One small text per artefact of published documents.

namespace {

std::string error_of(std::string_view text) {
    const auto book = io::import_text(text, "x.txt", templates());
    return book ? std::string() : book.error().what;
}

} // namespace

TEST_CASE("both layouts give the same rows") {
    const std::string rows = header + first_row + "|质量指标|完成率|完成比例|100%|工作计划\n";
    const Book tall = imported(head + cells(rows));
    const Book wide = imported(head + lines(rows));
    REQUIRE(tall.projects.size() == 1);
    REQUIRE(wide.projects.size() == 1);
    REQUIRE(tall.projects[0].indicators.size() == 2);
    REQUIRE(wide.projects[0].indicators.size() == 2);
    for (std::size_t i = 0; i < 2; ++i)
        CHECK(in_words(tall.projects[0].indicators[i]) == in_words(wide.projects[0].indicators[i]));
    CHECK(tall.projects[0].name.text == "演出经费");
    CHECK(tall.projects[0].caption.text == "1.演出经费绩效目标表");
    CHECK(tall.projects[0].indicators[0].target.line == 13);
    CHECK(wide.projects[0].indicators[0].target.line == 3);
}

TEST_CASE("line ends, byte order mark and a missing last line end make no difference") {
    const std::string text = head + cells(header + first_row);
    const Book plain = imported(text);
    std::string dos;
    for (const char c : text)
        dos += c == '\n' ? std::string("\r\n") : std::string(1, c);
    std::string mac = text;
    for (char& c : mac)
        c = c == '\n' ? '\r' : c;
    for (const std::string& variant :
         {dos, mac, "\xEF\xBB\xBF" + text, text.substr(0, text.find_last_not_of('\n') + 1)})
        CHECK(imported(variant) == plain);
}

TEST_CASE("NBSP and ideographic blanks are blanks, and a cell of nothing else is blank") {
    const Book book =
        imported(head + cells(header + "产出指标|数量指标|\u3000演出场次\u00A0|\u3000|≥60场|工作计划\n"));
    const Indicator& row = book.projects[0].indicators[0];
    CHECK(row.name.text == "演出场次");
    CHECK(row.name.raw == "\u3000演出场次\u00A0");
    CHECK(row.description.empty());
    CHECK(row.description.line != 0);
}

TEST_CASE("labels are known with any width of brackets, blanks, colons and wraps") {
    const Book book = imported(lines("项目编 码：|990001210000000000001||项 目名称|演出经费|\n"
                                     "预算规模及 资金用途|预算数(元)|100|其中:财政 资金|90|其他资金|10\n"
                                     "|演出补助|||||\n") +
                               lines(header + first_row));
    REQUIRE(book.projects.size() == 1);
    const Project& project = book.projects[0];
    CHECK(project.code.text == "990001210000000000001");
    CHECK(project.name.text == "演出经费");
    CHECK(project.money_unit.text == "元");
    CHECK(project.budget_total.text == "100");
    CHECK(project.budget_fiscal.text == "90");
    CHECK(project.budget_other.text == "10");
    CHECK(project.purpose.text == "演出补助");
}

TEST_CASE("labels above their values are read too") {
    const Book book =
        imported(head + lines("项目编码|项目名称|预算数\n990001210000000000001|演出经费|27.00\n") +
                 lines(header + first_row));
    CHECK(book.projects[0].code.text == "990001210000000000001");
    CHECK(book.projects[0].name.text == "演出经费");
    CHECK(book.projects[0].budget_total.text == "27.00");
}

TEST_CASE("labels below labels leave the values above them blank") {
    const Book book = imported(head + lines("其中：财政资金|其他资金\n绩效目标|1.开展演出60场\n") +
                               lines(header + first_row));
    CHECK(book.projects[0].budget_fiscal.text == "");
    CHECK(book.projects[0].budget_other.text == "");
    REQUIRE(book.projects[0].goals.size() == 1);
    CHECK(book.projects[0].goals[0].text.text == "开展演出60场");
}

TEST_CASE("a table in thousands says so") {
    const Book book = imported(head + lines("项目编码|990001210000000000001|单位：千元\n预算数|27.00\n") +
                               lines(header + first_row));
    CHECK(book.projects[0].money_unit.text == "千元");
}

TEST_CASE("a plan may stand in columns, in pairs, with blanks or without values") {
    const auto plan = [](std::string_view rows) {
        std::string words;
        const Book book = imported(head + cells(std::string(rows) + header + first_row));
        for (const PlanLine& line : book.projects[0].plan)
            words += line.checkpoint.text + "=" + line.percent.text + " ";
        return words;
    };
    CHECK(plan("资金支出计划（%）|3月底|6月底\n|25%|100%\n") == "3月底=25% 6月底=100% ");
    CHECK(plan("资金支出计划（%）|3月底|6月底\n||100%\n") == "3月底= 6月底=100% ");
    CHECK(plan("资金支出计划（%）|3月底|25%|6月底|100%\n") == "3月底=25% 6月底=100% ");
    CHECK(plan("资金支出计划（%）|3月底|6月底\n绩效目标|1.演出\n") == "3月底= 6月底= ");
}

TEST_CASE("goals are split at their ordinals, in paragraphs or in one line") {
    const auto goals = [](std::string_view cell) {
        std::string words;
        const Book book =
            imported(head + "\t绩效目标\n\t" + std::string(cell) + "\n\n" + cells(header + first_row));
        for (const Goal& goal : book.projects[0].goals)
            words += "[" + goal.text.text + "]";
        return words;
    };
    CHECK(goals("1.送戏下乡\n2.培训骨干") == "[送戏下乡][培训骨干]");
    CHECK(goals("1. 送戏下乡 2. 培训 2.5 天 3. 总结") == "[送戏下乡][培训 2.5 天][总结]");
    CHECK(goals("1.送戏下乡；2.培训骨干。") == "[送戏下乡；][培训骨干。]");
    CHECK(goals("丰富文化生活") == "[丰富文化生活]");
    CHECK(goals("1.送戏下乡\n覆盖全部乡镇\n2.培训") == "[送戏下乡\n覆盖全部乡镇][培训]");
}

TEST_CASE("a row that lost a cell is put right by the kinds of its cells, and says so") {
    const Book book =
        imported(head + lines(header + "产出指标|数量指标|演出场次|≥60场|工作计划||\n" + first_row));
    const Project& project = book.projects[0];
    CHECK(in_words(project.indicators[0]) == "产出指标|数量指标|演出场次||!≥60场|!工作计划");
    CHECK(project.indicators[1].target.origin == Origin::read);
    REQUIRE(book.notes.size() == 1);
    CHECK(book.notes[0].line == 3);
}

TEST_CASE("blank cells of merged rows inherit, and a lost level 1 comes from the form") {
    const Book book = imported(head + lines(header + first_row +
                                            "||下乡场次|全年|≥10场|工作计划\n"
                                            "|社会效益指标|观众|全年|≥1万人|统计\n"
                                            "|满意度指标|观众满意度|观众|≥90%|问卷\n"));
    const Project& project = book.projects[0];
    REQUIRE(project.indicators.size() == 4);
    CHECK(in_words(project.indicators[1]) == "^产出指标|^数量指标|下乡场次|全年|≥10场|工作计划");
    CHECK(in_words(project.indicators[2]) == "!效益指标|社会效益指标|观众|全年|≥1万人|统计");
    CHECK(project.indicators[3].level1.text == "满意度指标");
}

TEST_CASE("a page break repeats the header without beginning another table") {
    const Book book = imported(head + lines(header + first_row) + "\n- 3 -\n\n" + lines(header) +
                               lines("|质量指标|完成率|完成比例|100%|工作计划\n"));
    REQUIRE(book.projects.size() == 1);
    CHECK(book.projects[0].indicators.size() == 2);
    CHECK(book.projects[0].indicators[1].level1.text == "产出指标");
}

TEST_CASE("columns and rows without a place are kept as unplaced, with one note") {
    const std::string with_points = "一级指标|二级指标|三级指标|指标值|打分\n产出指标|数量指标|演出|≥6场|10\n"
                                    "|质量指标|完成率|100%|20\n";
    const Book book = imported(head + lines(with_points));
    REQUIRE(book.projects[0].indicators.size() == 2);
    CHECK(book.projects[0].indicators[1].target.text == "100%");
    CHECK(book.notes.size() == 1);
    std::string unplaced;
    for (const Section& section : book.sections) {
        for (const Paragraph& paragraph : section.body)
            unplaced += paragraph.unplaced ? paragraph.text.text + ";" : "";
    }
    CHECK(unplaced == "打分;10;20;");
}

TEST_CASE("fields may follow the indicators, and the next code begins the next project") {
    const Book book = imported(head +
                               lines(header + first_row +
                                     "管理制度|财务管理办法||||\n"
                                     "项目编码|990001210000000000002||||\n") +
                               lines(header + first_row));
    REQUIRE(book.projects.size() == 2);
    CHECK(book.projects[0].rules.text == "财务管理办法");
    CHECK(book.projects[1].code.text == "990001210000000000002");
    CHECK(book.projects[1].indicators.size() == 1);
}

TEST_CASE("headings form a tree, and what is printed twice is one") {
    const Book book =
        imported("第一部分\n部门整体绩效目标\n一、总体绩效目标\n总体绩效目标\n一、演出\n正文。\n"
                 "二、展览\n正文。\n二、分项绩效目标\n正文。\n");
    std::string tree;
    for (const Section& section : book.sections)
        tree += std::to_string(section.level) + section.heading.text + " ";
    CHECK(tree == "0第一部分 部门整体绩效目标 1一、总体绩效目标 2一、演出 2二、展览 1二、分项绩效目标 ");
    CHECK(book.sections[1].heading.last_line == 4);
}

TEST_CASE("an item of a list of sentences that lost its stop is no heading") {
    const Book book =
        imported("一、总体绩效目标\n（一）组织学习培训。\n（二）制定工作规划\n（四）督促检查落实。\n"
                 "二、分项绩效目标\n（一）演出\n正文。\n（二）展览\n正文。\n");
    std::string tree;
    for (const Section& section : book.sections)
        tree += section.heading.text + std::to_string(section.body.size()) + " ";
    CHECK(tree == "一、总体绩效目标3 二、分项绩效目标0 （一）演出1 （二）展览1 ");
}

TEST_CASE("a named form is used whatever the text looks like") {
    const auto book = io::import_text(head + lines(header + first_row), "x.txt", templates(), "heb-2022");
    REQUIRE(book);
    CHECK(book->template_id == "heb-2022");
    CHECK_FALSE(io::import_text(head, "x.txt", templates(), "heb-1999"));
}

TEST_CASE("forms that were prepared once read every text as if it were the first") {
    std::string many = head + lines(header);
    for (int i = 0; i < 6'000; ++i)
        many += lines("|数量指标|演出" + std::to_string(i) + "|第" + std::to_string(i) + "场|≥" +
                      std::to_string(i) + "场|计划" + std::to_string(i) + "\n");
    const io::PreparedForms forms(templates());
    for (int round = 0; round < 2; ++round) {
        for (const std::string& text : {sample("heb-2021-shili.txt"), many, sample("gz-2024-shili.txt"),
                                        sample("heb-2020-shili.txt")}) {
            const auto book = io::import_text(text, "示例.txt", forms);
            REQUIRE(book);
            CHECK(*book == imported(text));
        }
    }
}

TEST_CASE("what is no performance text is refused with a reason") {
    CHECK(error_of("").find("空") != std::string::npos);
    CHECK(error_of(" \n\t\n\u3000").find("空白") != std::string::npos);
    CHECK(error_of("你好\n今天天气不错。\n").find("没有找到") != std::string::npos);
    CHECK(error_of(std::string_view("a\0b", 3)).find("纯文本") != std::string::npos);
    CHECK(error_of(std::string(2'000'000, 'a')).find("超过 1 MB") != std::string::npos);
    CHECK(error_of(std::string(1'200'000, '\t')).find("1 MB") != std::string::npos);
    std::string many;
    for (int i = 0; i < 600'000; ++i)
        many += "a\tb\n";
    CHECK(error_of(many).find("一百万") != std::string::npos);
    const auto wrong = io::import_text("第一部分\n\xC1\xC1\n", "x.txt", templates());
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().line == 2);
}

} // namespace text_import_test
