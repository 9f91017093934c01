#include "templates/offers.h"

#include <algorithm>

namespace jibiao {
namespace {

const std::vector<std::string>* choices_of(const Template& form, Field field) {
    const auto found = form.choices.find(std::string(field_key(field)));
    return found == form.choices.end() || found->second.empty() ? nullptr : &found->second;
}

std::vector<std::string> level2_names(const Template& form, const Level1* below) {
    std::vector<std::string> names;
    for (const Level1& level1 : form.levels) {
        if (below && &level1 != below)
            continue;
        for (const Level2& level2 : level1.children) {
            if (std::find(names.begin(), names.end(), level2.name) == names.end())
                names.push_back(level2.name);
        }
    }
    return names;
}

} // namespace

bool has_offers(const Template& form, Field field) {
    const bool in_tree = (field == Field::level1 || field == Field::level2) && !form.levels.empty();
    return in_tree || choices_of(form, field);
}

std::vector<std::string> offers(const Template& form, Field field, const Indicator* row) {
    if (const auto* choices = choices_of(form, field))
        return *choices;
    if (field == Field::level2) {
        const Level1* level1 = row ? form.find_level1(row->level1.text) : nullptr;
        const bool knows_more = level1 && !level1->children.empty();
        return level2_names(form, knows_more ? level1 : nullptr);
    }
    std::vector<std::string> names;
    if (field == Field::level1) {
        for (const Level1& level : form.levels)
            names.push_back(level.name);
    }
    return names;
}

} // namespace jibiao
