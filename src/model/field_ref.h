#pragma once
#include "model/row_id.h"

#include <cstdint>

namespace jibiao {

/// Every cell a book can have. Files store the key (field_key), so the order is free to change.
enum class Field : std::uint8_t {
    none, ///< The row as a whole.
    title,
    attachment,
    compiled_by,
    reviewed_by,
    handler,
    handler_phone,
    contents_text,
    contents_page,
    heading,
    paragraph,
    caption,
    unit_code,
    unit_name,
    authority,
    year_line,
    money_unit,
    prepared_by,
    as_of,
    item_label,
    nature,
    grade,
    funding,
    source_budget,
    goods,
    catalogue_code,
    item_unit,
    quantity,
    price,
    amount,
    general_budget,
    fund_budget,
    capital_budget,
    account_funds,
    other_funds,
    code,
    name,
    leader,
    phone,
    category,
    attribute,
    period,
    duties,
    basic_expenditure,
    project_expenditure,
    budget_total,
    budget_fiscal,
    budget_other,
    fund_nature,
    purpose,
    organisation,
    rules,
    plan_checkpoint,
    plan_percent,
    goal,
    detail_goal,
    phase_period,
    phase_text,
    indicators, ///< A project's indicator table as a whole; has no cell of its own.
    level1,
    level2,
    indicator_name,
    description,
    comparator,
    target_value,
    target_unit,
    weight,
    basis,
    explanation,
};

/// Addresses any cell: findings, edits, fixes, focus and tests all use it.
struct FieldRef {
    Field field = Field::none;
    RowId row = 0;

    bool operator==(const FieldRef&) const = default;
};
/// A number that only this cell has, for tables of cells.
constexpr std::uint64_t cell_key(FieldRef at) {
    return (std::uint64_t{at.row} << 8) | static_cast<std::uint64_t>(at.field);
}

} // namespace jibiao
