#include "templates/figures.h"

#include "io/template_json.h"

#include <doctest/doctest.h>

#include <map>

namespace figures_test {

using namespace jibiao;

namespace {

std::map<std::string, Figure> figures_in(std::string_view text) {
    static const Templates templates = io::load_embedded_templates();
    std::map<std::string, Figure> by_key;
    for (Figure& figure : read_figures(text, templates.get("heb-2020-open"), templates.words())) {
        const std::string key = figure.key;
        CHECK(by_key.emplace(key, std::move(figure)).second);
    }
    return by_key;
}

} // namespace

TEST_CASE("income and its sources are read from a sentence") {
    const auto figures =
        figures_in("2020年收入预算386.50万元，其中财政拨款310.00万元，上级财政提前通知转移支付"
                   "70万元，全部为一般公共预算财政拨款。基金预算收入0万元，其他来源收入65000元。");
    CHECK(figures.size() == 5);
    CHECK(figures.at("income_total").yuan == Decimal::whole(3'865'000));
    CHECK(figures.at("income_total").text == "386.50万元");
    CHECK(figures.at("income_total").step == Decimal::whole(100));
    CHECK(figures.at("income_fiscal").yuan == Decimal::whole(3'100'000));
    CHECK(figures.at("income_transfer").yuan == Decimal::whole(700'000));
    CHECK(figures.at("income_fund").yuan == Decimal::whole(0));
    CHECK(figures.at("income_other").yuan == Decimal::whole(65'000));
}

TEST_CASE("changes and their reasons belong to the amount before them") {
    const auto figures = figures_in(
        "2020年，“三公”经费预算安排6.2万元，较上年减少1.30万元。其中：因公出国（境）费0元，较上年无变化；"
        "公务用车购置及运维费5万元，较上年减少1."
        "5万元，主要是车辆报废（其中：公务用车购置费0万元，与上年持平；公务用车"
        "运行维护费5万元)；公务接待费1.20万元，较上年增长0.2万元，主要是由于来访增加。");
    CHECK(figures.size() == 6);
    CHECK(figures.at("three_public").change == Decimal::whole(-13'000));
    CHECK(figures.at("abroad").change == Decimal{});
    CHECK(figures.at("vehicle").change == Decimal::whole(-15'000));
    CHECK(figures.at("vehicle").reason == "车辆报废");
    CHECK(figures.at("vehicle_purchase").change == Decimal{});
    CHECK_FALSE(figures.at("vehicle_run").change);
    CHECK(figures.at("reception").yuan == Decimal::whole(12'000));
    CHECK(figures.at("reception").change == Decimal::whole(2'000));
    CHECK(figures.at("reception").reason == "由于来访增加");
}

TEST_CASE("a reason that speaks of less does not make the next amount a change") {
    const auto figures = figures_in("公务用车运行维护费42.3万元，较上年减少1.8万元，主要是车辆减少；"
                                    "公务接待费3.2万元，较上年减少0.3万元。");
    CHECK(figures.at("reception").yuan == Decimal::whole(32'000));
    CHECK(figures.at("reception").change == Decimal::whole(-3'000));
}

TEST_CASE("a change may stand alone, and what names nothing is no figure") {
    const auto figures = figures_in("2020年预算较2019年减少12.5万元，主要是项目核减。");
    REQUIRE(figures.size() == 1);
    CHECK_FALSE(figures.at("budget").yuan);
    CHECK(figures.at("budget").change == Decimal::whole(-125'000));
    CHECK(figures.at("budget").reason == "项目核减");
    CHECK(figures_in("培训300人，每人200元。").empty());
    CHECK(figures_in("收入预算").empty());
    CHECK(figures_in("").empty());
}

TEST_CASE("the figures of a book name their paragraphs") {
    static const Templates templates = io::load_embedded_templates();
    Book book;
    Section& section = book.sections.push_back({.id = book.new_row_id()});
    section.body.push_back({.id = book.new_row_id(), .text = {.text = "机关运行经费90.5万元。"}});
    const auto figures = read_figures(book, templates.get("heb-2020-open"), templates.words());
    REQUIRE(figures.size() == 1);
    CHECK(figures[0].at == FieldRef{Field::paragraph, section.body[0].id});
    CHECK(read_figures(book, templates.get("heb-2021"), templates.words()).empty());
}

} // namespace figures_test
