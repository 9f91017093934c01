#include "app/overview.h"
#include "app/picture_svg.h"

#include "platform/fake/fake_platform.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace overview_test {

using namespace jibiao;
using app::Picture;

namespace {

Template form() {
    Template form;
    form.id = "示例";
    form.money_unit = "万元";
    form.labels = {{"budget_total", "预算数"}, {"plan_percent", "支出比例"}};
    form.levels = {{"产出指标", {}, {{"数量指标", {}}, {"质量指标", {}}}, false},
                   {"满意度指标", {}, {}, true}};
    form.required_categories = {{"质量指标", {"质量指标"}}, {"满意度指标", {"满意度指标"}}};
    return form;
}
Cell text(const char* said) {
    return {.text = said};
}

struct Pictures {
    Book book;
    check::Report report;
    Project& add_project(const char* name) {
        Project& project = book.projects.push_back({.id = book.new_row_id(), .name = text(name)});
        return project;
    }
    void add_plan(Project& project, std::initializer_list<std::pair<const char*, const char*>> points) {
        for (const auto& [checkpoint, percent] : points)
            project.plan.push_back(
                {.id = book.new_row_id(), .checkpoint = text(checkpoint), .percent = text(percent)});
    }
    void add_indicator(Project& project, const char* level1, const char* level2) {
        project.indicators.push_back(
            {.id = book.new_row_id(), .level1 = text(level1), .level2 = text(level2), .name = text("场次")});
    }
    Picture operator[](std::size_t index) const {
        const platform::FakePlatform machine;
        return app::pictures_of(*machine.later(), book, form(), report)[index];
    }
};

bool notes(const Picture& picture, std::string_view part) {
    return std::ranges::any_of(
        picture.notes, [part](const std::string& note) { return note.find(part) != std::string::npos; });
}

} // namespace

TEST_CASE("plans of several projects share their checkpoints, and nothing unreadable is left out silently") {
    Pictures pictures;
    CHECK(pictures[0].rows.empty());
    CHECK(pictures[0].nothing == "没有项目填写资金支出计划。");
    Project& first = pictures.add_project("演出");
    pictures.add_plan(first, {{"3月底", "25.00%"}, {"6月底", "约一半"}, {"12月底", "100%"}});
    Project& second = pictures.add_project("培训");
    pictures.add_plan(second, {{"6月底", "50"}, {"10月底", "75%"}, {"12月底", ""}});
    Project& third = pictures.add_project("出版");
    pictures.add_plan(third, {{"", "600000000"}, {"", "20%"}});
    Project& fourth = pictures.add_project("评比");
    pictures.add_plan(fourth, {{"3月底", "10"}, {"3月底", "20"}, {"6月底", ""}});
    Project& fifth = pictures.add_project("空的");
    pictures.add_plan(fifth, {{"3月底", ""}});
    const Picture plan = pictures[0];
    CHECK(plan.columns == std::vector<std::string>{"3月底", "6月底", "12月底", "10月底"});
    REQUIRE(plan.rows.size() == 3);
    CHECK(plan.rows[0].name == "项目 1 演出");
    CHECK(plan.rows[0].texts == std::vector<std::string>{"25.00%", "约一半", "100%", ""});
    CHECK(plan.rows[0].values[0] == Decimal::whole(25));
    CHECK_FALSE(plan.rows[0].values[1]);
    CHECK(plan.rows[1].values[3] == Decimal::whole(75));
    CHECK(plan.notes.size() == 5);
    CHECK(notes(plan, "项目 3 出版：“20%”没有写时间，没有画。"));
    CHECK(notes(plan, "项目 4 评比：“3月底”不止一行，画的是最后一行。"));
    CHECK(notes(plan, "项目 5 空的：支出计划是空的，没有画。"));
    CHECK(notes(plan, "项目 1 演出：6月底支出比例“约一半”读不出百分数，没有画。"));
}

TEST_CASE("amounts are exact, in the form's unit, and told apart by where they come from") {
    Pictures pictures;
    Project& first = pictures.add_project("演出");
    first.budget_total = text("27.30"), first.budget_fiscal = text("20"), first.budget_other = text("7.3");
    Project& second = pictures.add_project("培训");
    second.budget_total = text("30000元"), second.budget_fiscal = text("1万元");
    Project& third = pictures.add_project("出版");
    third.budget_total = text("约五万");
    pictures.add_project("空白");
    const Picture funds = pictures[1];
    CHECK(funds.title == "各项目资金（万元）");
    REQUIRE(funds.rows.size() == 3);
    CHECK(funds.rows[0].values[0] == Decimal::whole(200000));
    CHECK(funds.rows[0].values[1] == Decimal::whole(73000));
    CHECK_FALSE(funds.rows[0].values[2]);
    CHECK(funds.rows[1].texts[0] == "3");
    CHECK(funds.rows[1].values[2] == Decimal::whole(20000)); // Nobody says where it comes from.
    CHECK(funds.columns[3] == "未分来源");
    CHECK(funds.rows[1].texts[3] == "2");
    CHECK(funds.rows[2].texts[0] == "约五万");
    CHECK(notes(funds, "2 个项目合计 30.3万元"));
    CHECK(notes(funds, "项目 3 出版：预算数“约五万”读不出金额，没有画。"));
    CHECK(notes(funds, "项目 4 空白：没有填写预算资金，没有画。"));
}

TEST_CASE("every category of the form has a row, also those that nobody has filled") {
    Pictures pictures;
    Project& first = pictures.add_project("演出");
    pictures.add_indicator(first, "产出指标", "数量指标");
    pictures.add_indicator(first, "产出指标", "数量 指标");
    pictures.add_indicator(first, "满意度指标", "");
    Project& second = pictures.add_project("培训");
    pictures.add_indicator(second, "产出指标", "质量指标");
    pictures.add_indicator(second, "其他", "不知道");
    pictures.add_project("没有指标");
    const Picture coverage = pictures[2];
    REQUIRE(coverage.rows.size() == 3);
    CHECK(coverage.rows[0].name == "产出指标 › 数量指标");
    CHECK(coverage.rows[0].texts == std::vector<std::string>{"2", "1 / 2"});
    CHECK(coverage.rows[2].name == "满意度指标");
    CHECK(notes(coverage, "缺“质量指标”的项目有 1 个"));
    CHECK(notes(coverage, "缺“满意度指标”的项目有 1 个"));
    CHECK(notes(coverage, "1 条指标的类别不在表样里，没有画。"));
}

TEST_CASE("findings are counted where they are") {
    Pictures pictures;
    CHECK(pictures[3].rows.empty());
    Project& first = pictures.add_project("演出");
    pictures.add_indicator(first, "产出指标", "数量指标");
    using check::Severity;
    const RowId row = first.indicators[0].id;
    pictures.report.findings = {{"typo", Severity::error, {Field::indicator_name, row}, "", "", {}, {}},
                                {"typo", Severity::hint, {Field::name, first.id}, "", "", {}, {}},
                                {"typo", Severity::error, {Field::title, 0}, "", "", {}, {}}};
    const Picture findings = pictures[3];
    REQUIRE(findings.rows.size() == 2);
    CHECK(findings.columns == std::vector<std::string>{"合计", "错误", "警告", "提示"});
    CHECK(findings.rows[0].texts == std::vector<std::string>{"1", "1", "0", "0"});
    CHECK(findings.rows[1].texts == std::vector<std::string>{"2", "1", "0", "1"});
}

TEST_CASE("paper gets the same numbers as tables") {
    Pictures pictures;
    Project& project = pictures.add_project("甲<乙");
    project.budget_total = text("27.30");
    const platform::FakePlatform machine;
    const std::string html = app::print_pictures(
        *machine.later(), app::pictures_of(*machine.later(), pictures.book, form(), pictures.report),
        "示例文本");
    CHECK(html.find("<h1>示例文本</h1>") == 0);
    CHECK(html.find("<th scope=\"row\">项目 1 甲&lt;乙</th><td>27.30</td>") != std::string::npos);
    CHECK(html.find("<p>没有项目填写资金支出计划。</p>") != std::string::npos);
}

TEST_CASE("on paper bars are as long as their numbers, and lines carry the number of their row") {
    const platform::FakePlatform machine;
    const auto amount = [](int value) { return std::optional(Decimal::whole(value)); };
    Picture bars{.key = "funds", .parts = {"财政资金", "其他资金"}};
    bars.rows = {{"甲<乙", {}, {}, {amount(30), amount(10)}}, {"丙", {}, {}, {amount(10), std::nullopt}}};
    const std::string drawn = app::svg_of(*machine.later(), bars);
    CHECK(drawn.find("甲&lt;乙</text>") != std::string::npos);
    // 449 wide for 40: 337 and 112 one behind the other, then 112.
    CHECK(drawn.find(R"(<rect x="230" y="24" width="337")") != std::string::npos);
    CHECK(drawn.find(R"x(<rect x="567" y="24" width="112" height="14" fill="url(#stripes-funds)")x") !=
          std::string::npos);
    CHECK(drawn.find(R"(<rect x="230" y="46" width="112")") != std::string::npos);

    Picture plan{.kind = Picture::Kind::curve, .key = "plan", .columns = {"6月", "12月"}};
    plan.rows = {{"甲", {}, {}, {amount(50), amount(100)}}, {"乙", {}, {}, {amount(25), std::nullopt}}};
    const std::string lines = app::svg_of(*machine.later(), plan);
    CHECK(lines.find(R"(<polyline points="44,122 640,12 ")") != std::string::npos);
    CHECK(lines.find(R"(y="16" text-anchor="start">1</text>)") != std::string::npos);
    CHECK(lines.find(R"(y="181" text-anchor="start">2</text>)") != std::string::npos);

    for (auto& row : bars.rows)
        row.values = {amount(0), amount(0)};
    CHECK(app::svg_of(*machine.later(), bars).empty());
}

} // namespace overview_test
