#include "check/books.h"

#include <initializer_list>

namespace sums_test {

using namespace jibiao;
using namespace jibiao::check;

namespace {

struct Row {
    std::string_view label;
    std::string_view quantity;
    std::string_view price;
    std::string_view amount;
};

Book book_with(std::string_view form, std::initializer_list<Row> rows) {
    Book book = book_of("template: heb-2020-open\nsection: 六、政府采购");
    Table table;
    table.id = book.new_row_id();
    table.form = form;
    for (const Row& row : rows) {
        TableRow line;
        line.id = book.new_row_id();
        line.label.text = row.label;
        line.quantity.text = row.quantity;
        line.price.text = row.price;
        line.amount.text = row.amount;
        table.rows.push_back(line);
    }
    book.sections.edit(0).tables.push_back(table);
    return book;
}

std::string sums_of(const Book& book) {
    Report report = run(book);
    std::erase_if(report.findings, [](const Finding& finding) { return finding.rule != "sum-mismatch"; });
    return in_words(book, report);
}

} // namespace

TEST_CASE("a table's amounts are quantity × price, its totals the sum of its items") {
    CHECK(sums_of(book_with("procurement", {{"合　计", "", "", "6.35"},
                                            {"机关小计", "", "", "5.35"},
                                            {"办公经费", "3.00", "0.45", "1.35"},
                                            {"办公经费", "2", "2.00", "4.00"},
                                            {"中心小计", "", "", "1.00"},
                                            {"展览经费", "1", "0.40", "0.40"},
                                            {"展览经费", "1", "0.60", "0.60"}})) == "");
    CHECK(sums_of(book_with("procurement", {{"办公经费", "3", "0.45", "1.53"}})) ==
          "sum-mismatch@sections[0].tables[0].rows[0].amount");
    CHECK(sums_of(book_with("procurement", {{"办公经费", "3", "4500", "1.35"}})) == "");
    CHECK(sums_of(book_with("procurement", {{"合计", "", "", "5.35"},
                                            {"办公经费", "3", "0.45", "1.35"},
                                            {"办公经费", "2", "2.00", "4.00"},
                                            {"展览经费", "1", "1.00", "1.00"}})) ==
          "sum-mismatch@sections[0].tables[0].rows[0].amount");
}

TEST_CASE("a subtotal may stand behind its items") {
    CHECK(sums_of(book_with("procurement", {{"甲", "", "", "1"},
                                            {"乙", "", "", "2"},
                                            {"机关小计", "", "", "3"},
                                            {"丙", "", "", "4"},
                                            {"丁", "", "", "5"},
                                            {"中心小计", "", "", "8"},
                                            {"合计", "", "", "12"}})) ==
          "sum-mismatch@sections[0].tables[0].rows[5].amount");
}

TEST_CASE("an of-which part is not added, and not larger than its whole") {
    CHECK(sums_of(book_with("assets", {{"资产总额", "——", "", "410.05"},
                                       {"1、房屋（平方米）", "3972", "", "300"},
                                       {"其中：办公用房（平方米）", "3788", "", "268.87"},
                                       {"2、车辆（台、辆）", "4", "", "78.9"},
                                       {"3、单价在20万元以上的设备", "", "", ""},
                                       {"4、其他固定资产", "", "", "31.15"}})) == "");
    CHECK(sums_of(book_with("assets", {{"1、房屋（平方米）", "3972", "", "300"},
                                       {"其中：办公用房（平方米）", "3788", "", "368.87"}})) ==
          "sum-mismatch@sections[0].tables[0].rows[1].amount");
}

} // namespace sums_test
