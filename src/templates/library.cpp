#include "templates/library.h"

#include "base/text.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace jibiao {
namespace {

constexpr std::pair<CategoryKind, std::string_view> category_words[] = {
    {CategoryKind::quantity, "数量"},       {CategoryKind::quality, "质量"},
    {CategoryKind::timeliness, "时效"},     {CategoryKind::cost, "成本"},
    {CategoryKind::economic, "经济"},       {CategoryKind::social, "社会"},
    {CategoryKind::ecological, "生态"},     {CategoryKind::lasting, "可持续"},
    {CategoryKind::satisfaction, "满意度"},
};

} // namespace

std::string_view category_word(CategoryKind kind) {
    const auto found =
        std::ranges::find(category_words, kind, &std::pair<CategoryKind, std::string_view>::first);
    return found == std::end(category_words) ? "" : found->second;
}

CategoryKind category_of_word(std::string_view word) {
    const auto found =
        std::ranges::find(category_words, word, &std::pair<CategoryKind, std::string_view>::second);
    return found == std::end(category_words) ? CategoryKind::none : found->first;
}

std::vector<CategoryKind> library_categories() {
    std::vector<CategoryKind> kinds;
    for (const auto& [kind, word] : category_words)
        kinds.push_back(kind);
    return kinds;
}

CategoryPlace place_of(const Template& form, CategoryKind kind) {
    CategoryPlace place;
    for (const Level1& level1 : form.levels) {
        for (const Level2& level2 : level1.children) {
            const std::string_view word = category_word(kind);
            const bool is_better =
                place.level2.empty() || (contains(level2.name, word) && !contains(place.level2, word));
            if (level2.kind == kind && is_better)
                place = {level1.name, level2.name};
        }
        if (place.level1.empty() && level1.kind == kind)
            place.level1 = level1.name;
    }
    return place;
}

CategoryKind category_of(const Template& form, const Indicator& row) {
    if (const Level2* level2 = form.find_level2(row.level2.text))
        return level2->kind;
    const Level1* level1 = form.find_level1(row.level1.text);
    return level1 ? level1->kind : CategoryKind::none;
}

} // namespace jibiao
