#include "io/print_html.h"

#include "base/text.h"
#include "io/html_text.h"
#include "unit/io/import_support.h"

#include <doctest/doctest.h>

namespace print_html_test {

using namespace jibiao;

namespace {

Cell text(const char* said) {
    return {.text = said};
}

Template form() {
    Template made;
    made.labels = {{"goal", "绩效目标"}, {"purpose", "资金用途"}, {"plan_percent", "支出计划"}};
    made.project_fields = {Field::caption, Field::code, Field::name, Field::purpose};
    made.indicator_columns = {Field::indicator_name, Field::target_value};
    made.plan_checkpoints = {"6月底", "12月底"};
    made.tables = {{.id = "goods",
                    .captions = {"采购表"},
                    .columns = {{Field::goods, "物品", ""},
                                {Field::price, "单价", "金额"},
                                {Field::amount, "合计", "金额"}},
                    .head = {"[单位：{money_unit}]"}}};
    made.layout.cover = {"{attachment}", "{title}", "{compiled_by}编制"};
    made.layout.caption = "{number}.{name}绩效目标表";
    return made;
}

Book book() {
    Book made;
    made.title = text("示例<文本>");
    made.compiled_by = text("示例市科协");
    Section& section = made.sections.push_back(
        {.id = made.new_row_id(), .level = 0, .heading = text("第一部分"), .body = {}, .tables = {}});
    section.body.push_back({.id = made.new_row_id(), .text = text("第一段。")});
    Table& table =
        section.tables.push_back({.id = made.new_row_id(), .form = "goods", .money_unit = text("元")});
    table.rows.push_back(
        {.id = made.new_row_id(), .goods = text("桌"), .price = text("1"), .amount = text("2")});
    Project& below =
        made.projects.push_back({.id = made.new_row_id(), .section = section.id, .name = text("甲")});
    below.purpose = text("办\n事");
    below.plan.push_back({.id = made.new_row_id(), .checkpoint = text("6月底"), .percent = text("50%")});
    below.goals.push_back({.id = made.new_row_id(), .text = text("一个")});
    below.goals.push_back({.id = made.new_row_id(), .text = text("两个")});
    below.indicators.push_back({.id = made.new_row_id(), .name = text("场次"), .target = text("≥1场")});
    made.projects.push_back({.id = made.new_row_id(), .caption = text("乙表")});
    return made;
}

/// What stands between the tags, "|" for each of them.
std::string said(const std::string& html) {
    std::string all;
    for (std::size_t at = 0; at < html.size(); ++at) {
        if (html[at] != '<') {
            all += html[at];
            continue;
        }
        at = html.find('>', at);
        if (!all.ends_with('|'))
            all += '|';
    }
    return all;
}

} // namespace

TEST_CASE("print_html: the document in the form's order and words") {
    CHECK(said(io::print_html(book(), form())) ==
          "|示例&lt;文本&gt;|示例市科协编制|第一部分|第一段。|采购表|单位：元|物品|金额|单价|合计|桌|1|2|"
          "1.甲绩效目标表|项目编码|项目名称|甲|资金用途|办|事|支出计划|6月底|50%|绩效目标|1. 一个|2. 两个|"
          "三级指标|指标值|场次|≥1场|乙表|项目编码|项目名称|资金用途|三级指标|指标值|");
}

TEST_CASE("print_html: heads that are printed again on every sheet, and cells that fit together") {
    const std::string html = io::print_html(book(), form());
    CHECK(contains(html, "<thead><tr><th rowspan=\"2\">物品</th><th colspan=\"2\">金额</th></tr>"
                         "<tr><th>单价</th><th>合计</th></tr></thead><tbody>"));
    CHECK(contains(
        html, "<tr><th scope=\"row\">项目编码</th><td></td><th scope=\"row\">项目名称</th><td>甲</td></tr>"
              "<tr><th scope=\"row\">资金用途</th><td colspan=\"3\">办<br>事</td></tr>"));
    CHECK(contains(html, "<h1 class=\"part\">第一部分</h1>"));
    CHECK_FALSE(contains(html, "wide"));
}

TEST_CASE("print_html: a row of the form is filled up, a cover without words is none") {
    Template two = form();
    two.project_fields = {Field::code};
    two.layout.cover.clear();
    Book one;
    one.projects.push_back({.id = one.new_row_id(), .name = text("甲")});
    const std::string html = io::print_html(one, two);
    CHECK(html.starts_with("<section class=\"project\"><h2>1.甲绩效目标表</h2>"));
    CHECK(contains(html, "</th><td></td><th></th><td></td></tr></tbody>"));
    CHECK(io::print_html({}, two).empty());
}

TEST_CASE("print_html: tables with many columns lie across") {
    Template wide = form();
    wide.tables[0].columns.resize(9, {Field::goods, "物品", ""});
    CHECK(contains(io::print_html(book(), wide), "<section class=\"wide\"><h3>采购表</h3>"));
}

TEST_CASE("print_html: every indicator of the samples, in tags that close") {
    for (const char* name : {"gz-2024-shili.txt", "heb-2020-shili.txt", "heb-2021-shili.txt",
                             "heb-2022-shili.txt", "national-2021-shili.txt"}) {
        CAPTURE(name);
        const Book read = import_support::imported(import_support::sample(name));
        const std::string html = io::print_html(read, import_support::templates().get(read.template_id));
        for (const Project& project : read.projects) {
            for (const Indicator& row : project.indicators) {
                CHECK(contains(html, io::html_text(row.name.text)));
                CHECK(contains(html, io::html_text(row.target.text)));
            }
        }
        std::vector<std::string> open;
        for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
            const bool ends = html[at + 1] == '/';
            const std::size_t begin = at + (ends ? 2 : 1);
            const std::string tag = html.substr(begin, html.find_first_of(" >", begin) - begin);
            if (tag == "br")
                continue;
            if (!ends) {
                open.push_back(tag);
                continue;
            }
            REQUIRE(!open.empty());
            CHECK(open.back() == tag);
            open.pop_back();
        }
        CHECK(open.empty());
    }
}

} // namespace print_html_test
