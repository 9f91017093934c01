#include "ui/page.h"

namespace reading_test {

using namespace jibiao;
using namespace page_test;

namespace {

const std::string& counts(const Page& page) {
    return page.machine.find("counts")->name;
}

} // namespace

TEST_CASE("the numbers of findings are read out when they have changed and nobody types") {
    Page page;
    const std::string before = counts(page);
    REQUIRE_FALSE(before.empty());
    CHECK(before.find("（") == std::string::npos); // There is nothing to compare with.
    const std::string cell = page.id_of({Field::indicator_name, page.row().id});
    const std::string wrong = "演出（场次";
    page.machine.focus_by_user(cell);
    page.machine.push(platform::TextChanged{cell, wrong});
    page.settle();
    CHECK(counts(page) == before);
    page.machine.push(platform::TextCommitted{cell, wrong});
    page.settle();
    CHECK(counts(page).find("（多 ") != std::string::npos);
    page.command("undo");
    CHECK(counts(page).find("（少 ") != std::string::npos);
    page.settle();
    CHECK(counts(page).find("（少 ") != std::string::npos); // Until the next change.
}

TEST_CASE("what is said about a cell is said of the button for its choices too") {
    Book book = full_book();
    book.projects.edit(0).attribute = text("延续（项目");
    Page page(std::move(book));
    const std::string cell = page.id_of({Field::attribute, page.project().id});
    const Node* field = page.machine.find(cell);
    const Node* box = page.machine.find(ui::choice_id(cell));
    REQUIRE(field);
    REQUIRE(box);
    REQUIRE_FALSE(field->description.empty());
    CHECK(box->description == field->description);
    CHECK(box->invalid == field->invalid);
}

TEST_CASE("what is drawn is in the tree: the plan's checkpoints, the words over a dragged file") {
    Template form = full_form();
    form.plan_checkpoints = {"3月底"};
    form.labels["plan_percent"] = "支出计划";
    Book book = full_book();
    book.projects.edit(0).plan.push_back({.id = book.new_row_id(), .checkpoint = text("3月底")});
    Page page(std::move(book), {std::move(form)});
    CHECK(page.machine.find(Role::text, "3月底"));
    CHECK(page.machine.find(Role::group, "支出计划"));
    page.machine.push(platform::DragHover{true});
    page.settle();
    CHECK(page.machine.find(Role::status, "松开鼠标，打开文件"));
}

} // namespace reading_test
