#include "app/roll_forward.h"

#include "base/utf8.h"
#include "model/field.h"

#include <algorithm>
#include <optional>

namespace jibiao::app {
namespace {

constexpr std::size_t year_length = 4;

bool is_digit_at(std::string_view text, std::size_t at) {
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

std::size_t digits_at(std::string_view text, std::size_t at) {
    std::size_t count = 0;
    while (is_digit_at(text, at + count))
        ++count;
    return count;
}

/// A year with four digits and none before or behind; 0 if there is none.
int year_at(std::string_view text, std::size_t at) {
    if ((at > 0 && is_digit_at(text, at - 1)) || digits_at(text, at) != year_length)
        return 0;
    int year = 0;
    for (const char digit : text.substr(at, year_length))
        year = year * 10 + (digit - '0');
    return year < 1990 || year > 2099 ? 0 : year;
}

/// Length of the first of `words` that stands at `at`; 0 if none does.
template <std::size_t Count>
std::size_t word_at(std::string_view text, std::size_t at, const std::string_view (&words)[Count]) {
    const auto here = [&](std::string_view word) {
        return text.substr(std::min(at, text.size())).starts_with(word);
    };
    const auto found = std::ranges::find_if(words, here);
    return found == std::end(words) ? 0 : found->size();
}

constexpr std::string_view year_word[] = {"年"};
constexpr std::string_view dashes[] = {"——", "-", "—", "–", "~", "～", "至", "到", "－"};
constexpr std::string_view behind_month[] = {".",  "-",  "—",  "–",  "~",  "～", "－", "至",
                                             "到", "月", "日", "起", "止", "前", "底", ",",
                                             "，", "。", "；", "、", ")",  "）", " ",  "\n"};

/// Brackets that hold a title or the year of a document's number.
constexpr std::string_view brackets[][2] = {{"《", "》"}, {"〔", "〕"}, {"[", "]"}, {"［", "］"}};

/// Where the bracket that opens at `at` ends; `at` if none opens there, or it does not close.
std::size_t behind_bracket(std::string_view text, std::size_t at) {
    for (const auto& [open, close] : brackets) {
        const std::size_t end =
            text.substr(at).starts_with(open) ? text.find(close, at) : std::string_view::npos;
        if (end != std::string_view::npos)
            return end + close.size();
    }
    return at;
}

/// Where the span of years ends that begins with the one at `at` (2021-2025, 2021年至2025年); `at` if none
/// does.
std::size_t behind_span(std::string_view text, std::size_t at) {
    std::size_t end = at + year_length;
    end += word_at(text, end, year_word);
    const std::size_t dash = word_at(text, end, dashes);
    end += dash;
    if (dash == 0 || year_at(text, end) == 0 || word_at(text, end + year_length, {".", "/", "-"}) > 0)
        return at;
    const std::size_t month = end + year_length + word_at(text, end + year_length, year_word);
    return word_at(text, end + year_length, year_word) > 0 && is_digit_at(text, month) ? at
                                                                                       : end + year_length;
}

/// Whether 2021 at `at` is the year of a date: 年 follows (but not a document's number), or a month.
bool is_in_date(std::string_view text, std::size_t at) {
    std::size_t end = at + year_length;
    if (const std::size_t word = word_at(text, end, year_word)) {
        end += word;
        end += word_at(text, end, {"第"});
        return word_at(text, end + digits_at(text, end), {"号"}) == 0;
    }
    const std::size_t separator = word_at(text, end, {".", "-", "/"});
    const std::size_t month = end + separator;
    const std::size_t length = digits_at(text, month);
    if (separator == 0 || length == 0 || length > 2 || (length == 2 && text.substr(month, 2) > "12"))
        return false;
    return text[end] != '.' || month + length == text.size() ||
           word_at(text, month + length, behind_month) > 0;
}

/// What is to be achieved, and why so much: it is another year's until somebody has looked at it.
bool is_target(Field field) {
    switch (field) {
    case Field::purpose:
    case Field::goal:
    case Field::detail_goal:
    case Field::phase_text:
    case Field::indicator_name:
    case Field::description:
    case Field::target_value:
    case Field::basis:
    case Field::explanation:
        return true;
    default:
        return false;
    }
}

void roll(Cell& cell, Field field, int year) {
    cell.raw.clear(); // What stood in the source is not what goes out any more.
    cell.line = cell.last_line = 0;
    if (is_money(field) || field == Field::code)
        cell.text.clear();
    cell.text = a_year_later(cell.text, year);
    if (!cell.empty() && is_target(field))
        cell.origin = Origin::carried;
    else if (cell.origin != Origin::inherited) // Rules ask less of it.
        cell.origin = Origin::typed;
}

/// Of a book that does not know its year: the first one in its title, else in a table's head.
int year_of(const Book& book) {
    std::string text = book.title.text;
    for (const Project& project : book.projects)
        text += "\n" + project.year_line.text;
    int year = book.year;
    for (std::size_t at = 0; at < text.size() && year == 0; ++at)
        year = year_at(text, at);
    return year;
}

} // namespace

std::string a_year_later(std::string_view text, int year) {
    std::string later;
    std::size_t done = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t behind = behind_bracket(text, at);
        const int found = year_at(text, at);
        if (behind > at) {
            at = behind;
        } else if (found == 0) {
            at += code_point_at(text, at).length;
        } else if (const std::size_t end = behind_span(text, at); end > at) {
            at = end;
        } else {
            if (year > 0 && found >= year && is_in_date(text, at)) {
                later.append(text, done, at - done).append(std::to_string(found + 1));
                done = at + year_length;
            }
            at += year_length;
        }
    }
    return later.append(text, done);
}

Book roll_forward(const platform::Later&, const Book& book) {
    Book next = book;
    const int year = year_of(book);
    std::vector<FieldRef> cells;
    for_each_cell(book, [&cells](FieldRef at, const Cell&) { cells.push_back(at); });
    for (const FieldRef& at : cells)
        roll(*find_cell_to_edit(next, at), at.field, year);
    next.year = year > 0 ? year + 1 : 0;
    next.source_name.clear();
    next.notes.clear();
    next.suppressions.clear();
    next.comments.clear();
    next.last_check = {};
    return next;
}

std::vector<FieldRef> carried_cells(const Book& book) {
    std::vector<FieldRef> cells;
    for_each_cell(book, [&cells](FieldRef at, const Cell& cell) {
        if (cell.origin == Origin::carried)
            cells.push_back(at);
    });
    return cells;
}

} // namespace jibiao::app
