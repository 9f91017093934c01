#include "check/sums.h"

#include "base/text.h"
#include "check/reading.h"
#include "check/tables.h"
#include "templates/figures.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace jibiao::check {
namespace {

Decimal distance(Decimal a, Decimal b) {
    return a < b ? b - a : a - b;
}

// ---- sentences

using ByKey = std::map<std::string_view, const Figure*>;

/// Figures that are stated once; what is stated twice with two amounts is of several units or years.
ByKey stated_once(const std::vector<Figure>& figures) {
    ByKey by_key;
    for (const Figure& figure : figures) {
        if (!figure.yuan)
            continue;
        const auto [known, first] = by_key.emplace(figure.key, &figure);
        if (!first && known->second && *known->second->yuan != *figure.yuan)
            known->second = nullptr;
    }
    std::erase_if(by_key, [](const auto& entry) { return !entry.second; });
    return by_key;
}

void check_figure(const FigureForm& form, const ByKey& stated, Findings& findings) {
    const auto total = stated.find(form.key);
    if (total == stated.end() || form.parts.empty())
        return;
    Decimal sum;
    Decimal step = total->second->step.value_or(Decimal{});
    std::size_t count = 0;
    std::string addends;
    std::vector<FieldRef> related;
    for (const std::string& key : form.parts) {
        const auto part = stated.find(key);
        if (part == stated.end())
            continue;
        ++count;
        sum = sum + *part->second->yuan;
        if (!part->second->yuan->is_zero()) // 0万元 is exact.
            step = std::max(step, part->second->step.value_or(Decimal{}));
        addends += (addends.empty() ? "" : " + ") + part->second->text;
        related.push_back(part->second->at);
    }
    // A part that is not named may make up for what is missing.
    const bool complete = count == form.parts.size();
    const Decimal amount = *total->second->yuan;
    if (count < 2 || (sum < amount && !complete) || distance(sum, amount) <= step.divided_by(2))
        return;
    Finding& finding =
        findings.add(total->second->at, form.label + " " + total->second->text + " ≠ " + addends + " = " +
                                            in_unit(sum, "万元") + "万元，差 " +
                                            in_unit(distance(sum, amount), "万元") + "万元。");
    std::erase(related, total->second->at);
    finding.related = std::move(related);
}

// ---- tables

struct Line {
    const TableRow* row = nullptr;
    RowPart kind = RowPart::item;
    std::optional<Decimal> amount;
};

/// A blank or a dash is no number.
std::optional<Decimal> number_in(const Cell& cell) {
    return cell.empty() ? std::nullopt : read_decimal(cell.text);
}

Decimal half_step(Decimal number) {
    std::int64_t step = 1'000'000;
    for (int i = 0; i < number.places(); ++i)
        step /= 10;
    return Decimal::from_millionths(step / 2);
}

std::vector<Line> lines_of(const Table& table, const TableForm& form) {
    std::vector<Line> lines;
    for (const TableRow& row : table.rows)
        lines.push_back({&row, part_of(row, form), number_in(row.amount)});
    return lines;
}

void check_price(const Line& line, Findings& findings) {
    const auto quantity = number_in(line.row->quantity);
    const auto price = number_in(line.row->price);
    if (line.kind != RowPart::item || !quantity || !price || !line.amount || price->is_zero())
        return;
    const auto cost = product(*quantity, *price);
    if (!cost || *cost == line.amount->times(10'000)) // 单价 in 元, 合计 in 万元.
        return;
    const Decimal tolerance =
        half_step(*line.amount) + product(*quantity, half_step(*price)).value_or(Decimal{});
    if (distance(*cost, *line.amount) <= tolerance)
        return;
    findings
        .add({Field::amount, line.row->id}, "合计 " + line.row->amount.text + " ≠ 数量 " +
                                                line.row->quantity.text + " × 单价 " + line.row->price.text +
                                                " = " + cost->to_short_string() + "，差 " +
                                                distance(*cost, *line.amount).to_short_string() + "。")
        .related = {{Field::quantity, line.row->id}, {Field::price, line.row->id}};
}

/// 合计 = 一般公共预算拨款 + 基金 + … of one row.
void check_funds(const Line& line, Findings& findings) {
    constexpr std::array kinds{&TableRow::general_budget, &TableRow::fund_budget, &TableRow::capital_budget,
                               &TableRow::account_funds, &TableRow::other_funds};
    if (!line.amount)
        return;
    Decimal sum;
    bool any = false;
    for (const auto kind : kinds) {
        const Cell& cell = line.row->*kind;
        const auto part = number_in(cell);
        if (!part && !cell.empty())
            return;
        any = any || part;
        sum = sum + part.value_or(Decimal{});
    }
    if (!any || distance(sum, *line.amount) <= half_step(*line.amount))
        return;
    findings.add({Field::amount, line.row->id}, "合计 " + line.row->amount.text + " ≠ 各项资金来源之和 " +
                                                    sum.to_short_string() + "，差 " +
                                                    distance(sum, *line.amount).to_short_string() + "。");
}

struct Sum {
    Decimal amount;
    Decimal tolerance;
    int items = 0;
    bool readable = true;
};

/// Of the items in [begin, end).
Sum sum_of(const std::vector<Line>& lines, std::size_t begin, std::size_t end) {
    Sum sum;
    for (std::size_t i = begin; i < end; ++i) {
        if (lines[i].kind != RowPart::item)
            continue;
        if (!lines[i].amount) {
            sum.readable = sum.readable && lines[i].row->amount.empty();
            continue;
        }
        sum.amount = sum.amount + *lines[i].amount;
        sum.tolerance = std::max(sum.tolerance, half_step(*lines[i].amount));
        ++sum.items;
    }
    return sum;
}

void check_total(const Line& line, const Sum& sum, Findings& findings) {
    if (!line.amount || sum.items < 2 || !sum.readable)
        return;
    const Decimal tolerance = std::max(sum.tolerance, half_step(*line.amount));
    if (distance(sum.amount, *line.amount) <= tolerance)
        return;
    findings.add({Field::amount, line.row->id},
                 "“" + line.row->label.text + "”" + line.row->amount.text + "，" + std::to_string(sum.items) +
                     " 行合计 " + sum.amount.to_short_string() + "，差 " +
                     distance(sum.amount, *line.amount).to_short_string() + "。");
}

/// Subtotals stand in front of their items or behind them, in one table all alike.
void check_subtotals(const std::vector<Line>& lines, Findings& findings) {
    const bool in_front = lines.front().kind == RowPart::subtotal || lines.front().kind == RowPart::total;
    const auto is_sum = [&lines](std::size_t i) {
        return lines[i].kind == RowPart::subtotal || lines[i].kind == RowPart::total;
    };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].kind == RowPart::total)
            check_total(lines[i], sum_of(lines, 0, lines.size()), findings);
        if (lines[i].kind != RowPart::subtotal)
            continue;
        std::size_t begin = i;
        std::size_t end = i;
        if (in_front) {
            for (begin = end = i + 1; end < lines.size() && !is_sum(end);)
                ++end;
        } else {
            while (begin > 0 && !is_sum(begin - 1))
                --begin;
        }
        check_total(lines[i], sum_of(lines, begin, end), findings);
    }
}

/// 其中：… is a part of the row above it.
void check_parts(const std::vector<Line>& lines, Findings& findings) {
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const Line& part = lines[i];
        const Line& whole = lines[i - 1];
        if (part.kind != RowPart::part || whole.kind == RowPart::part || !part.amount || !whole.amount ||
            *part.amount <= *whole.amount)
            continue;
        findings
            .add({Field::amount, part.row->id}, "“" + part.row->label.text + "”" + part.row->amount.text +
                                                    " 大于它所在的“" + whole.row->label.text + "”" +
                                                    whole.row->amount.text + "，多 " +
                                                    (*part.amount - *whole.amount).to_short_string() + "。")
            .related = {{Field::amount, whole.row->id}};
    }
}

void check_table(const Table& table, const TableForm& form, Findings& findings) {
    if (table.rows.size() == 0 || !form.find_column(Field::amount))
        return;
    const auto lines = lines_of(table, form);
    for (const Line& line : lines) {
        check_price(line, findings);
        check_funds(line, findings);
    }
    check_subtotals(lines, findings);
    check_parts(lines, findings);
}

/// The row of a table that all others are parts of: 合计, or the first one where none is larger (资产总额).
const TableRow* total_of(const Table& table, const TableForm& form) {
    const TableRow* largest = nullptr;
    Decimal most;
    for (const TableRow& row : table.rows) {
        if (part_of(row, form) == RowPart::total)
            return &row;
        const auto amount = number_in(row.amount);
        if (amount && (!largest || most < *amount)) {
            largest = &row;
            most = *amount;
        }
    }
    return largest && largest->id == (*table.rows.begin()).id && table.rows.size() > 2 ? largest : nullptr;
}

/// 固定资产金额为268.4万元（详见下表）: the only amount of the text above a table is the table's total.
void check_told(const Section& section, const Context& context, Findings& findings) {
    if (section.tables.size() != 1)
        return;
    const Table& table = *section.tables.begin();
    const TableForm* form = context.form.find_table(table.form);
    const TableRow* total = form && form->find_column(Field::amount) ? total_of(table, *form) : nullptr;
    const auto amount = total ? number_in(total->amount) : std::nullopt;
    if (!amount)
        return;
    const std::vector<Figure> figures = read_figures(section, context.form, *context.words);
    const Figure* told = nullptr;
    for (const Figure& figure : figures) {
        if (figure.yuan && std::exchange(told, &figure))
            return;
    }
    if (!told || *told->yuan == *amount || *told->yuan == amount->times(10'000)) // In 元, in 万元.
        return;
    findings
        .add(told->at, told->text + "，下面的表里“" + total->label.text + "”是 " + total->amount.text +
                           "，两处应一致。")
        .related = {{Field::amount, total->id}};
}

} // namespace

void check_figures(const Context& context, Findings& findings) {
    if (!context.words || context.form.figures.empty())
        return;
    for (const Section& section : context.book.sections) {
        const std::vector<Figure> figures = read_figures(section, context.form, *context.words);
        const ByKey stated = stated_once(figures);
        for (const FigureForm& form : context.form.figures)
            check_figure(form, stated, findings);
    }
}

void check_tables(const Context& context, Findings& findings) {
    for (const Section& section : context.book.sections) {
        for (const Table& table : section.tables) {
            if (const TableForm* form = context.form.find_table(table.form))
                check_table(table, *form, findings);
        }
        if (context.words && !context.form.figures.empty())
            check_told(section, context, findings);
    }
}

} // namespace jibiao::check
