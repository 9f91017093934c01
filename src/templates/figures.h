#pragma once
#include "base/decimal.h"
#include "templates/template.h"

#include <optional>
#include <string>
#include <vector>

namespace jibiao {

/// An amount that a sentence states: 收入预算1094.37万元, 较上年减少2.98万元，主要是….
struct Figure {
    std::string key;               ///< FigureForm::key: "income_total".
    FieldRef at;                   ///< The paragraph.
    std::optional<Decimal> yuan;   ///< Nothing where only a change is stated.
    std::optional<Decimal> step;   ///< One of the last place printed, in 元.
    std::optional<Decimal> change; ///< Against the year before, in 元: less is negative, 无变化 is 0.
    std::string reason; ///< What follows 主要是, to the end of the sentence; "" if none is given.
    std::string text;   ///< The amount as printed: 1094.37万元.
};

/// The amounts of income and expenditure, operating cost, 三公 and the like in a text: what the form's
/// `figures` name, in the order of the text. Each amount belongs to the last name in front of it.
std::vector<Figure> read_figures(std::string_view text, const Template& form, const ReadingWords& words);
/// The form's figure that is named last in a text; of names that end together the longest. nullptr if none.
const FigureForm* figure_named_in(std::string_view text, const Template& form);
/// Of all paragraphs of a section, of the book.
std::vector<Figure> read_figures(const Section& section, const Template& form, const ReadingWords& words);
std::vector<Figure> read_figures(const Book& book, const Template& form, const ReadingWords& words);

} // namespace jibiao
