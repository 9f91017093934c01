#pragma once
#include "templates/template.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace jibiao::io {

/// A name without points or weights in brackets, folded: 产出指标（50分） → 产出指标.
std::string category_key(std::string_view text);

/// The categories of indicators by name and alias. Lives no longer than the Templates it was made of.
class CategoryNames {
  public:
    struct Category {
        const Level1* level1 = nullptr; ///< Of this name.
        const Level1* parent = nullptr; ///< Of the level 2 of this name.
    };

    /// The categories of `form` come first, but those of the other forms are known too.
    CategoryNames(const Template& form, const Templates& all);

    const Category* find(std::string_view text) const;
    bool is_child(std::string_view level1, std::string_view level2) const;

  private:
    void learn(const Template& form);

    std::unordered_map<std::string, Category> categories_; ///< By key.
    std::unordered_set<std::string> children_;             ///< "level1/level2", keys.
};

} // namespace jibiao::io
