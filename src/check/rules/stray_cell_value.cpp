#include "base/text.h"
#include "check/explanation.h"
#include "check/reading.h"

#include <algorithm>
#include <array>

namespace jibiao::check::stray_cell_value {
namespace {

/// What a single item is and costs. A sum of different things has none of it.
struct Column {
    Field field;
    Cell TableRow::*cell;
};
constexpr std::array columns{
    Column{Field::goods, &TableRow::goods}, Column{Field::catalogue_code, &TableRow::catalogue_code},
    Column{Field::item_unit, &TableRow::unit}, Column{Field::quantity, &TableRow::quantity},
    Column{Field::price, &TableRow::price}};

bool is_sum(const TableRow& row, const TableForm& form) {
    return !row.label.empty() && contains_any(fold(row.label.text), form.sum_words);
}

/// In a list of things to buy every row but the sums is one thing; in other tables a quantity may be summed.
bool lists_items(const TableForm& form) {
    return form.find_column(Field::price) && !form.sum_words.empty();
}

void check_row(const TableRow& row, const TableForm& form, const Profile& profile, Findings& findings) {
    for (const Column& column : columns) {
        const Cell& cell = row.*column.cell;
        const TableColumn* printed = form.find_column(column.field);
        if (!printed || cell.empty() || is_any(fold(cell.text), profile.void_words))
            continue;
        const FieldRef at{column.field, row.id};
        findings.add(at, "“" + row.label.text + "”是合计行，“" + printed->label + "”栏应空着，却写着“" +
                             shorten(cell.text, 20) + "”。");
    }
}

void check(const Context& context, Findings& findings) {
    for (const Section& section : context.book.sections) {
        for (const Table& table : section.tables) {
            const TableForm* form = context.form.find_table(table.form);
            if (!form || !lists_items(*form))
                continue;
            for (const TableRow& row : table.rows) {
                if (is_sum(row, *form))
                    check_row(row, *form, context.profile, findings);
            }
        }
    }
}

constexpr Example examples[] = {
    {"template: heb-2020-open\nsection: 六、政府采购预算情况\ntable: procurement\n"
     "row: 合计\nquantity: 12\namount: 6.00\nrow: 日常公用经费\ngoods: 台式计算机\nquantity: 12\nprice: 0.50",
     "sections[0].tables[0].rows[0].quantity"},
    {"template: heb-2020-open\nsection: 六、政府采购预算情况\ntable: procurement\n"
     "row: 示例市科技馆小计\ngoods: 台式计算机\nprice: 0.50\namount: 6.00",
     "sections[0].tables[0].rows[0].goods sections[0].tables[0].rows[0].price"},
    {"template: heb-2020-open\nsection: 六、政府采购预算情况\ntable: procurement\n"
     "row: 合 计\nitem_unit: 台\namount: 6.00",
     "sections[0].tables[0].rows[0].item_unit"},
    {"template: heb-2020-open\nsection: 六、政府采购预算情况\ntable: procurement\n"
     "row: 合计\namount: 6.00\nrow: 日常公用经费\ngoods: 台式计算机\nquantity: 12\nprice: 0.50",
     ""},
    {"template: heb-2020-open\nsection: 六、政府采购预算情况\ntable: procurement\n"
     "row: 合计\nquantity: ——\nprice: —\namount: 6.00",
     ""},
    {"template: heb-2020-open\nsection: 七、国有资产情况\ntable: assets\n"
     "row: 资产总额\nquantity: 120\namount: 6.00",
     ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "stray-cell-value",
    .severity = Severity::warning,
    .title = "合计行里填了单项的内容",
    .title_en = "A sum row has an item's cells filled",
    .check_book = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why =
        "合计和小计汇总的是不同物品，没有自己的名称、单位、数量和单价。填了多半是串行，或者复制时带下来的。",
    .how_to_mend = "删去合计行里的这一格，或者把内容移回它所属的那一行。",
    .source = "政府采购预算表样（从已公开文本归纳）",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::stray_cell_value
