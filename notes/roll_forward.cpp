#include "app/roll_forward.h"

#include "base/utf8.h"
#include "model/field.h"

#include <array>
#include <optional>

namespace jibiao::app {
namespace {

constexpr std::size_t year_length = 4;

/// The year whose digits begin at `offset`, with no digit before or behind; 0 if there is none.
int year_at(std::string_view text, std::size_t offset) {
    if (offset + year_length > text.size() ||
        (offset > 0 && is_digit(static_cast<unsigned char>(text[offset - 1]))))
        return 0;
    int year = 0;
    for (std::size_t i = offset; i < offset + year_length; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return 0;
        year = year * 10 + (text[i] - '0');
    }
    const std::size_t end = offset + year_length;
    const bool longer = end < text.size() && text[end] >= '0' && text[end] <= '9';
    return longer || year < 1990 || year > 2099 ? 0 : year;
}

/// Brackets that hold a title or the year of a document's number.
struct Bracket {
    std::string_view open, close;
};
constexpr std::array brackets{Bracket{"《", "》"}, Bracket{"〔", "〕"}, Bracket{"[", "]"},
                              Bracket{"［", "］"}};

/// Where the bracket that opens at `offset` ends; `offset` if none opens there, or it does not close.
std::size_t behind_bracket(std::string_view text, std::size_t offset) {
    for (const Bracket& bracket : brackets) {
        if (!text.substr(offset).starts_with(bracket.open))
            continue;
        const std::size_t close = text.find(bracket.close, offset);
        if (close != std::string_view::npos)
            return close + bracket.close.size();
    }
    return offset;
}

/// The second year of a span such as 2021-2025年 that begins with the year at `offset`; where it ends. A
/// period of dates (2021年3月-2022年2月, 2021.3-2021.12) is none.
struct Span {
    int last = 0;
    std::size_t end = 0;
};
std::optional<Span> span_at(std::string_view text, std::size_t offset) {
    std::size_t at = offset + year_length;
    if (text.substr(at).starts_with("年"))
        at += std::string_view("年").size();
    for (const std::string_view dash : {"-", "—", "–", "~", "～", "至", "到", "－"}) {
        if (!text.substr(at).starts_with(dash))
            continue;
        at += dash.size();
        if (text.substr(at).starts_with(dash)) // ——
            at += dash.size();
        const int last = year_at(text, at);
        const std::string_view rest = last ? text.substr(at + year_length) : "";
        if (last && !rest.starts_with(".") && !rest.starts_with("/") && !rest.starts_with("-"))
            return Span{last, at + year_length};
        return std::nullopt;
    }
    return std::nullopt;
}

bool is_money(Field field) {
    switch (field) {
    case Field::budget_total:
    case Field::budget_fiscal:
    case Field::budget_other:
    case Field::basic_expenditure:
    case Field::project_expenditure:
    case Field::source_budget:
    case Field::price:
    case Field::amount:
    case Field::general_budget:
    case Field::fund_budget:
    case Field::capital_budget:
    case Field::account_funds:
    case Field::other_funds:
        return true;
    default:
        return false;
    }
}

/// What the form itself says and what stays the same from year to year: nobody has to look at it again.
bool is_fixed(Field field) {
    switch (field) {
    case Field::unit_code:
    case Field::unit_name:
    case Field::authority:
    case Field::money_unit:
    case Field::level1:
    case Field::level2:
    case Field::plan_checkpoint:
    case Field::contents_text:
    case Field::contents_page:
    case Field::heading:
        return true;
    default:
        return false;
    }
}

/// What stood in the source is not what goes out any more.
void roll(Cell& cell, Field field, int year) {
    cell.raw.clear();
    cell.line = cell.last_line = 0;
    cell.origin = Origin::typed;
    if (is_money(field) || field == Field::code)
        cell.text.clear();
    cell.text = a_year_later(cell.text, year);
    if (!cell.empty() && !is_fixed(field))
        cell.origin = Origin::carried;
}

} // namespace

std::string a_year_later(std::string_view text, int year) {
    std::string later;
    std::size_t done = 0;
    const auto copy_until = [&](std::size_t end) {
        later += text.substr(done, end - done);
        done = end;
    };
    for (std::size_t at = 0; at < text.size();) {
        if (const std::size_t behind = behind_bracket(text, at); behind > at) {
            at = behind;
            continue;
        }
        const int found = year_at(text, at);
        if (found == 0) {
            at += code_point_at(text, at).length;
            continue;
        }
        const auto span = span_at(text, at);
        if (span && span->last > found + 1) {
            at = span->end;
            continue;
        }
        copy_until(at);
        at += year_length;
        if (found >= year) {
            later += std::to_string(found + 1);
            done = at;
        }
    }
    copy_until(text.size());
    return later;
}

Book roll_forward(const Book& book) {
    Book next = book;
    std::vector<FieldRef> cells;
    for_each_cell(book, [&cells](FieldRef at, const Cell&) { cells.push_back(at); });
    for (const FieldRef& at : cells)
        roll(*find_cell_to_edit(next, at), at.field, book.year);
    next.year = book.year > 0 ? book.year + 1 : 0;
    next.source_name.clear();
    next.notes.clear();
    next.suppressions.clear();
    next.last_check = {};
    return next;
}

} // namespace jibiao::app
