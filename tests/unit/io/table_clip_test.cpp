#include "io/table_clip.h"

#include <doctest/doctest.h>

namespace table_clip_test {

using namespace jibiao;

namespace {

Project project() {
    Project made{.id = 1};
    made.indicators.push_back({.id = 2, .name = {.text = "他说\"好\"\n第二行"}, .target = {.text = "12.50"}});
    made.indicators.push_back({.id = 3, .name = {.text = "<b>&"}, .target = {.text = "1-2"}});
    made.indicators.push_back({.id = 4, .name = {}, .target = {.text = "007"}});
    return made;
}

Template form() {
    Template made;
    made.indicator_columns = {Field::indicator_name, Field::target_value};
    return made;
}

} // namespace

TEST_CASE("table_clip: all rows below the labels, as text and as a table") {
    const Project one = project();
    const io::TableClip clip = io::table_clip(grid_of(form(), one));
    CHECK(clip.text == "三级指标\t指标值\n\"他说\"\"好\"\"\n第二行\"\t12.50\n<b>&\t1-2\n\t007\n");
    CHECK(
        clip.html.starts_with("<table><thead><tr><th>三级指标</th><th>指标值</th></tr></thead><tbody><tr>"));
    CHECK(clip.html.ends_with("</tr></tbody></table>"));
    CHECK(clip.html.find("他说&quot;好&quot;<br style=\"mso-data-placement:same-cell\">第二行</td>") !=
          std::string::npos);
    CHECK(clip.html.find("&lt;b&gt;&amp;</td>") != std::string::npos);
}

TEST_CASE("table_clip: spreadsheets calculate with numbers, and leave the rest alone") {
    const Project one = project();
    const std::string html = io::table_clip(grid_of(form(), one)).html;
    CHECK(html.find("<td>12.50</td>") != std::string::npos);
    for (const char* kept : {"1-2", "007"})
        CHECK(html.find(std::string("'\\@'\">") + kept) != std::string::npos);
    for (const char* code :
         {"1234567890123456", "１２"}) { // too many digits; full width stays as it is written
        Project other{.id = 1};
        other.indicators.push_back({.id = 2, .target = {.text = code}});
        const bool as_text = io::table_clip(grid_of(form(), other)).html.find(std::string("@'\">") + code) !=
                             std::string::npos;
        CHECK(as_text == (code[0] == '1'));
    }
}

TEST_CASE("table_clip: a part of the grid") {
    const Project one = project();
    const Grid grid = grid_of(form(), one);
    CHECK(io::table_clip(grid, {.row = 1, .column = 1, .rows = 1, .heads = false}).text == "1-2\n");
    CHECK(io::table_clip(grid, {.row = 1, .rows = 1, .columns = 1}).text == "三级指标\n<b>&\n");
    CHECK(io::table_clip(grid, {.row = 9, .column = 9, .heads = false}).text.empty());
}

} // namespace table_clip_test
