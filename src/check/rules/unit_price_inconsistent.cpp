#include "base/text.h"
#include "check/explanation.h"
#include "check/tables.h"

#include <algorithm>
#include <map>
#include <utility>

namespace jibiao::check::unit_price_inconsistent {
namespace {

struct Priced {
    const TableRow* row;
    Decimal price;
};

/// By catalogue code and measure, folded: a 台 and a 批 have no common price.
using ByCode = std::map<std::pair<std::string, std::string>, std::vector<Priced>>;

ByCode prices_of(const std::vector<TableItem>& items) {
    ByCode prices;
    for (const TableItem& item : items) {
        const auto price = read_decimal(item.row->price.text);
        if (price && !price->is_zero() && !item.row->catalogue_code.empty())
            prices[{fold(item.row->catalogue_code.text), fold(item.row->unit.text)}].push_back(
                {item.row, *price});
    }
    return prices;
}

void check(const Context& context, Findings& findings) {
    const int points = context.profile.limit("unit_price_percent", 50);
    for (const auto& items : items_of_tables(context)) {
        for (const auto& [code, priced] : prices_of(items)) {
            const auto [low, high] = std::ranges::minmax_element(priced, {}, &Priced::price);
            if (high->price.times(100) <= low->price.times(100 + points))
                continue;
            findings
                .add({Field::price, high->row->id},
                     "采购目录“" + high->row->catalogue_code.text + "”的单价，这里是 " +
                         high->row->price.text + "，另一行是 " + low->row->price.text + "，相差超过 " +
                         std::to_string(points) + "%：请核对单价，规格确实不同的在物品名称里写明。")
                .related = {{Field::price, low->row->id}};
        }
    }
}

constexpr Example examples[] = {
    {"template: heb-2020-open\nsection: 六、政府采购预算情况\ntable: procurement\n"
     "row: 办公经费\ngoods: 台式计算机\ncatalogue_code: A02010104\nitem_unit: 台\nquantity: 2\nprice: 0.50\n"
     "amount: 1.00\n"
     "row: 展览经费\ngoods: 台式计算机\ncatalogue_code: A02010104\nitem_unit: 台\nquantity: 1\nprice: 1.20\n"
     "amount: 1.20",
     "sections[0].tables[0].rows[1].price"},
    {"template: heb-2020-open\nsection: 六、政府采购预算情况\ntable: procurement\n"
     "row: 办公经费\ngoods: 台式计算机\ncatalogue_code: A02010104\nitem_unit: 台\nquantity: 2\nprice: 0.50\n"
     "amount: 1.00\n"
     "row: 展览经费\ngoods: 台式计算机\ncatalogue_code: A02010104\nitem_unit: 台\nquantity: 1\nprice: 0.75\n"
     "amount: 0.75",
     ""},
    {"template: heb-2020-open\nsection: 六、政府采购预算情况\ntable: procurement\n"
     "row: 办公经费\ngoods: 台式计算机\ncatalogue_code: A02010104\nitem_unit: 台\nquantity: 2\nprice: 0.50\n"
     "amount: 1.00\n"
     "row: 展览经费\ngoods: 台式计算机\ncatalogue_code: A02010104\nitem_unit: 批\nquantity: 1\nprice: 6.00\n"
     "amount: 6.00",
     ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "unit-price-inconsistent",
    .severity = Severity::hint,
    .title = "同一采购目录单价悬殊",
    .title_en = "Unit prices of one catalogue code differ widely",
    .check_book = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "同一张政府采购表里同一目录、同一计量单位的物品，单价相差一半以上，评审会问哪一个是对的。",
    .how_to_mend = "核对单价；规格、配置不同的，在采购物品名称里写明。",
    .source = "经验：政府采购预算表评审的常见问题",
    .sureness = Sureness::recalled,
    .examples = examples,
};

} // namespace jibiao::check::unit_price_inconsistent
