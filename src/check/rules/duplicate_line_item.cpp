#include "base/text.h"
#include "check/explanation.h"
#include "check/tables.h"

#include <map>
#include <tuple>

namespace jibiao::check::duplicate_line_item {
namespace {

/// Unit, source of the money, catalogue code, goods, measure, price: what makes two rows the same purchase.
using Key = std::tuple<std::size_t, std::string, std::string, std::string, std::string, std::string>;

Key key_of(const TableItem& item) {
    const TableRow& row = *item.row;
    return {item.block,           fold(row.label.text), fold(row.catalogue_code.text),
            fold(row.goods.text), fold(row.unit.text),  fold(row.price.text)};
}

void check(const Context& context, Findings& findings) {
    for (const auto& items : items_of_tables(context)) {
        std::map<Key, const TableRow*> first;
        for (const TableItem& item : items) {
            if (item.row->catalogue_code.empty() || item.row->price.empty())
                continue;
            const auto [known, is_new] = first.try_emplace(key_of(item), item.row);
            if (is_new)
                continue;
            findings
                .add({Field::catalogue_code, item.row->id},
                     "采购目录“" + item.row->catalogue_code.text + "”、单价 " + item.row->price.text +
                         " 的同一物品已经列过一行（数量 " + known->second->quantity.text +
                         "）：请合并为一行，数量写合计数。")
                .related = {{Field::catalogue_code, known->second->id}};
        }
    }
}

constexpr Example examples[] = {
    {"template: heb-2020-open\nsection: 六、政府采购预算情况\ntable: procurement\n"
     "row: 办公经费\ngoods: 办公桌\ncatalogue_code: A060205\nitem_unit: 张\nquantity: 3\nprice: 0.10\n"
     "amount: 0.30\n"
     "row: 办公经费\ngoods: 办公桌\ncatalogue_code: A060205\nitem_unit: 张\nquantity: 2\nprice: 0.10\n"
     "amount: 0.20",
     "sections[0].tables[0].rows[1].catalogue_code"},
    {"template: heb-2020-open\nsection: 六、政府采购预算情况\ntable: procurement\n"
     "row: 示例市科协小计\namount: 0.30\n"
     "row: 办公经费\ngoods: 办公桌\ncatalogue_code: A060205\nitem_unit: 张\nquantity: 3\nprice: 0.10\n"
     "amount: 0.30\n"
     "row: 示例市科技馆小计\namount: 0.20\n"
     "row: 办公经费\ngoods: 办公桌\ncatalogue_code: A060205\nitem_unit: 张\nquantity: 2\nprice: 0.10\n"
     "amount: 0.20",
     ""},
    {"template: heb-2020-open\nsection: 六、政府采购预算情况\ntable: procurement\n"
     "row: 办公经费\ngoods: 办公桌\ncatalogue_code: A060205\nitem_unit: 张\nquantity: 3\nprice: 0.10\n"
     "amount: 0.30\n"
     "row: 办公经费\ngoods: 会议桌\ncatalogue_code: A060205\nitem_unit: 张\nquantity: 1\nprice: 0.40\n"
     "amount: 0.40",
     ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "duplicate-line-item",
    .severity = Severity::hint,
    .title = "同一物品分列两行",
    .title_en = "The same purchase in two rows",
    .check_book = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "同一单位、同一采购目录、同一单价的物品分成两行，看不出总数，也容易被当成重复申报。",
    .how_to_mend = "合并为一行，数量和金额写合计数；确实是两次采购的，在物品名称里写明。",
    .source = "经验：政府采购预算表评审的常见问题",
    .sureness = Sureness::recalled,
    .examples = examples,
};

} // namespace jibiao::check::duplicate_line_item
