#include "io/category_names.h"

#include "base/text.h"

#include <algorithm>

namespace jibiao::io {

std::string category_key(std::string_view text) {
    std::string key = fold(text);
    const std::size_t open = key.find('(');
    if (open != std::string::npos && open > 0)
        key.resize(open);
    return key;
}

CategoryNames::CategoryNames(const Template& form, const Templates& all) {
    learn(form);
    for (const Template& other : all.all())
        learn(other);
}

void CategoryNames::learn(const Template& form) {
    const auto for_each_name = [](const auto& level, auto&& visit) {
        visit(level.name);
        std::ranges::for_each(level.aliases, visit);
    };
    for (const Level1& level1 : form.levels) {
        for_each_name(level1, [&](const std::string& name) {
            Category& category = categories_[name];
            if (!category.level1)
                category.level1 = &level1;
            for (const Level2& level2 : level1.children)
                for_each_name(level2,
                              [&](const std::string& child) { children_.insert(name + "/" + child); });
        });
        for (const Level2& level2 : level1.children) {
            for_each_name(level2, [&](const std::string& name) {
                Category& category = categories_[name];
                if (!category.parent)
                    category.parent = &level1;
            });
        }
    }
}

const CategoryNames::Category* CategoryNames::find(std::string_view text) const {
    const auto found = categories_.find(category_key(text));
    return found == categories_.end() ? nullptr : &found->second;
}

bool CategoryNames::is_child(std::string_view level1, std::string_view level2) const {
    return children_.contains(category_key(level1) + "/" + category_key(level2));
}

} // namespace jibiao::io
