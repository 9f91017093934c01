#include "check/change_template.h"

#include "edit/document.h"
#include "io/embedded.h"
#include "io/open.h"
#include "io/template_json.h"
#include "model/content.h"

#include <doctest/doctest.h>

#include <random>

namespace change_template_test {

using namespace jibiao;

namespace {

const Templates& forms() {
    static const Templates all = io::load_embedded_templates();
    return all;
}

Cell text(std::string said) {
    return {.text = std::move(said)};
}

/// One column for targets.
Template one_column(bool blank = false) {
    Template form;
    form.id = "one";
    form.name = "一列";
    form.indicator_columns = {Field::level1, Field::level2, Field::target_value};
    form.blank_before_unit = blank;
    form.plan_checkpoints = {"6月底", "12月底"};
    form.levels = {{"产出指标", {}, {{"数量指标", {}}}, false}, {"效益指标", {"效果指标"}, {}, true}};
    return form;
}
/// Three of them, other names and no plan.
Template three_columns() {
    Template form = one_column();
    form.id = "three";
    form.name = "三列";
    form.indicator_columns = {Field::level1, Field::comparator, Field::target_value, Field::target_unit};
    form.at_least = ">=";
    form.at_most = "<=";
    form.plan_checkpoints.clear();
    form.levels = {{"产出指标", {}, {{"数量指标", {}}}, false}, {"效果指标", {"效益指标"}, {}, true}};
    return form;
}

Book with_target(const std::string& target) {
    Book book;
    book.template_id = "one";
    Project& project = book.projects.push_back({.id = book.new_row_id()});
    project.indicators.push_back({.id = book.new_row_id(), .target = text(target)});
    return book;
}

Book changed(Book book, const Template& from, const Template& to) {
    edit::apply(book, check::change_template(book, from, to));
    return book;
}

const Indicator& row_of(const Book& book) {
    return book.projects[0].indicators[0];
}

struct Split {
    const char* whole;
    const char* sign;
    const char* value;
    const char* unit;
};

void check_there_and_back(Book book, const Template& from, const Template& to) {
    book.template_id = from.id;
    const Book there = changed(book, from, to);
    CHECK(there.template_id == to.id);
    const auto difference = first_difference(book, changed(there, to, from));
    CAPTURE(from.id);
    CAPTURE(to.id);
    if (difference)
        FAIL(difference->path, ": ", difference->first, " | ", difference->second);
}

/// Content as forms have it: targets of all kinds, names of the form's tree, plans with and without numbers.
Book random_book(const Template& form, std::mt19937& random) {
    const auto any = [&random](const auto& list) { return list[random() % std::size(list)]; };
    static const char* const targets[] = {"≥5次",   "≤6.9万元", "≥1.8万人次", "100%",           "3个",
                                          "12月底", "≥1 次",    "持续提升",   "2021.3-2021.12", "",
                                          "≥ 95%",  "1,200人",  "不少于5次"};
    static const char* const percents[] = {"", "25%", "100.00%"};
    Book book;
    book.template_id = form.id;
    for (int p = 0; p < 3; ++p) {
        Project& project = book.projects.push_back({.id = book.new_row_id()});
        project.name = text("项目");
        project.fund_nature = text(p == 1 ? "一般公共预算" : "");
        for (const std::string& checkpoint : form.plan_checkpoints)
            project.plan.push_back({book.new_row_id(), text(checkpoint), text(p == 0 ? "" : any(percents))});
        for (int i = 0; i < 12; ++i) {
            Indicator& row = project.indicators.push_back({.id = book.new_row_id()});
            const Level1& level1 = any(form.levels);
            row.level1 = text(level1.name);
            if (!level1.children.empty())
                row.level2 = text(any(level1.children).name);
            if (form.has_column(Field::target_unit)) {
                row.comparator = text(any(std::array{">=", "<=", "文字描述"}));
                row.target = text(any(std::array{"5", "4.00", "1.2万", "", "11"}));
                row.target_unit = text(any(std::array{"次", "万元", "%", "按时完成"}));
            } else {
                row.target = text(any(targets));
            }
        }
    }
    return book;
}

} // namespace

TEST_CASE("a target is put into three columns and back, or left whole") {
    const Template one = one_column();
    const Template three = three_columns();
    for (const Split& each :
         {Split{"≥5次", ">=", "5", "次"}, Split{"≤6.9万元", "<=", "6.9", "万元"},
          Split{"≥1.8万人次", ">=", "1.8万", "人次"}, Split{"100%", "", "100", "%"},
          Split{"3个", "", "3", "个"}, Split{"≤11月", "<=", "11", "月"}, Split{">90%", ">", "90", "%"},
          Split{"1,200人", "", "1,200", "人"},
          // Left whole: no number, or not the form's own notation.
          Split{"持续提升", "", "持续提升", ""}, Split{"12月底", "", "12月底", ""},
          Split{"2021.3-2021.12", "", "2021.3-2021.12", ""}, Split{">=5次", "", ">=5次", ""},
          Split{"≥5 次", "", "≥5 次", ""}, Split{"不少于5次", "", "不少于5次", ""}, Split{"", "", "", ""}}) {
        CAPTURE(each.whole);
        const Book book = with_target(each.whole);
        const Book there = changed(book, one, three);
        CHECK(row_of(there).comparator.text == each.sign);
        CHECK(row_of(there).target.text == each.value);
        CHECK(row_of(there).target_unit.text == each.unit);
        check_there_and_back(book, one, three);
    }
    const Template spaced = one_column(true);
    CHECK(row_of(changed(with_target("≥1 次"), spaced, three)).target_unit.text == "次");
    check_there_and_back(with_target("≥1 次"), spaced, three);
    check_there_and_back(with_target("≥1次"), spaced, three);
}

TEST_CASE("three columns become one cell where that can be undone") {
    Book book = with_target("4.00");
    Indicator& row = book.projects.edit(0).indicators.edit(0);
    row.comparator = text(">=");
    row.target_unit = text("次");
    CHECK(row_of(changed(book, three_columns(), one_column())).target.text == "≥4.00次");
    check_there_and_back(book, three_columns(), one_column());
    row.comparator = text("文字描述"); // No number: each cell stays what it is.
    const Book there = changed(book, three_columns(), one_column());
    CHECK(row_of(there) == row_of(book));
}

TEST_CASE("imported columns of which one holds the whole target stay as they were, there and back") {
    Book book = with_target("≥5次");
    Indicator& row = book.projects.edit(0).indicators.edit(0);
    row.target.origin = Origin::read;
    row.comparator.line = row.target_unit.line = 7; // Blank in the source, but there.
    check_there_and_back(book, three_columns(), one_column());
}

TEST_CASE("a category gets the other form's name, unless that name stands there already") {
    Book book = with_target("");
    book.projects.edit(0).indicators.edit(0).level1 = text("效益指标");
    CHECK(row_of(changed(book, one_column(), three_columns())).level1.text == "效果指标");
    check_there_and_back(book, one_column(), three_columns());
    book.projects.edit(0).indicators.push_back({.id = book.new_row_id(), .level1 = text("效果指标")});
    CHECK(row_of(changed(book, one_column(), three_columns())).level1.text == "效益指标");
    check_there_and_back(book, one_column(), three_columns());
}

TEST_CASE("a project without a plan gets the form's checkpoints, and what was filled stays") {
    const Book bare = with_target("");
    const Book planned = changed(bare, three_columns(), one_column());
    REQUIRE(planned.projects[0].plan.size() == 2);
    CHECK(planned.projects[0].plan[1].checkpoint.text == "12月底");
    CHECK(planned.projects[0].plan[1].percent.empty());
    CHECK(changed(planned, one_column(), three_columns()).projects[0].plan.empty());
    Book filled = planned;
    filled.projects.edit(0).plan.edit(0).percent = text("40%");
    CHECK(changed(filled, one_column(), three_columns()).projects[0].plan.size() == 2);
    check_there_and_back(filled, one_column(), three_columns());
    check_there_and_back(planned, one_column(), three_columns());
    check_there_and_back(bare, one_column(), three_columns()); // Missing stays missing.
    check_there_and_back(bare, three_columns(), one_column());
}

TEST_CASE("samples say the same after a change of form and back, for all pairs of forms") {
    std::size_t books = 0;
    for (const io::EmbeddedAsset& asset : io::embedded_assets()) {
        if (!asset.path.starts_with("samples/"))
            continue;
        const Result<Book> book = io::open_book(asset.text, asset.path, forms());
        REQUIRE(book);
        ++books;
        const Template& own = forms().get(book->template_id);
        for (const Template& other : forms().all()) {
            CAPTURE(asset.path);
            check_there_and_back(*book, own, other);
        }
    }
    CHECK(books > 0);
}

TEST_CASE("books made up at random say the same after a change of form and back") {
    std::mt19937 random(20240229);
    for (int round = 0; round < 20; ++round) {
        for (const Template& from : forms().all()) {
            const Book book = random_book(from, random);
            for (const Template& to : forms().all())
                check_there_and_back(book, from, to);
        }
    }
}

TEST_CASE("a change of form is one step that can be undone") {
    edit::Document document(with_target("≥5次"));
    const Book before = document.book();
    document.apply(check::change_template(before, one_column(), three_columns()));
    CHECK(document.undo_label() == "改用表样“三列”");
    CHECK(document.undo());
    CHECK(document.book() == before);
    CHECK_FALSE(document.can_undo());
}

} // namespace change_template_test
