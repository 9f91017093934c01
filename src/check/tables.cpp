#include "check/tables.h"

#include "base/text.h"
#include "check/reading.h"

namespace jibiao::check {

RowPart part_of(const TableRow& row, const TableForm& form) {
    const std::string label = fold(row.label.text);
    if (is_any(label, form.sum_words))
        return RowPart::total;
    if (contains_any(label, form.sum_words))
        return RowPart::subtotal;
    return contains_any(label, form.part_words) ? RowPart::part : RowPart::item;
}

std::vector<std::vector<TableItem>> items_of_tables(const Context& context) {
    std::vector<std::vector<TableItem>> tables;
    for (const Section& section : context.book.sections) {
        for (const Table& table : section.tables) {
            const TableForm* form = context.form.find_table(table.form);
            if (!form)
                continue;
            std::vector<TableItem>& items = tables.emplace_back();
            std::size_t block = 0;
            for (const TableRow& row : table.rows) {
                const RowPart part = part_of(row, *form);
                if (part == RowPart::item)
                    items.push_back({&row, block});
                block += part == RowPart::subtotal ? 1 : 0;
            }
        }
    }
    return tables;
}

} // namespace jibiao::check
