#pragma once
#include "templates/template.h"

#include <string>
#include <string_view>
#include <vector>

/// The library of indicators: what offices of all fields measure, to choose from. Its entries are in
/// assets/library/indicators.txt, read by io/library_text.h.

namespace jibiao {

struct LibraryEntry {
    std::string field; ///< Of public service: 科学普及; 本单位 for one of the office's own.
    CategoryKind category = CategoryKind::none;
    std::string name;
    std::string description;
    std::string comparator;     ///< ≥, ≤ or =.
    std::string unit;           ///< Without a number: 人次, 元/人·天; "" where it is not known.
    std::string basis;          ///< What the target value follows from: 年度培训计划.
    std::string level1, level2; ///< As an entry of the office's own has them.
    bool own = false;
    std::string book = {}; ///< That an entry of the office's own was found in; "" for the open one.
    int uses = 1;          ///< In how many of the office's books it stands.

    bool operator==(const LibraryEntry&) const = default;
};

/// What the library calls categories: 数量, 可持续. "" for those that it does not use.
std::string_view category_word(CategoryKind kind);
/// none for any other word.
CategoryKind category_of_word(std::string_view word);
/// All of them, in the order of the forms.
std::vector<CategoryKind> library_categories();

/// Where a form has a category: names of level 1 and level 2, "" where it has none. Of several level 2 of the
/// kind, the first that has the library's word in its name.
struct CategoryPlace {
    std::string_view level1, level2;
};
CategoryPlace place_of(const Template& form, CategoryKind kind);
/// What a row measures, by its level 2, else its level 1; none if the form does not know them.
CategoryKind category_of(const Template& form, const Indicator& row);

} // namespace jibiao
