#include "check/facts.h"

#include "base/text.h"

#include <algorithm>
#include <utility>

namespace jibiao::check {
namespace {

void read_categories(RowFacts& facts, const Template& form, Readings& readings) {
    if (!facts.level1.empty())
        facts.known_level1 = readings.levels(facts.level1, form).level1;
    if (!facts.level2.empty()) {
        const Readings::Levels& levels = readings.levels(facts.level2, form);
        facts.known_level2 = levels.level2;
        facts.parent = levels.parent;
    }
    if (facts.known_level2)
        facts.kind = facts.known_level2->kind;
    else if (facts.known_level1)
        facts.kind = facts.known_level1->kind;
}

} // namespace

const Readings::Levels& Readings::levels(const std::string& folded, const Template& form) {
    if (form_ != &form || levels_.size() > most)
        levels_.clear();
    form_ = &form;
    const auto [entry, is_new] = levels_.try_emplace(folded);
    Levels& found = entry->second;
    if (is_new) {
        found.level1 = form.find_level1(folded);
        found.level2 = form.find_level2(folded, &found.parent);
    }
    return found;
}

const TargetValue& Readings::target(const Indicator& indicator) {
    const std::string& sign = indicator.comparator.text;
    const std::string& text = indicator.target.text;
    const std::string& unit = indicator.target_unit.text;
    const bool one_column = sign.empty() && unit.empty();
    auto& known = one_column ? targets_ : targets_in_columns_;
    if (known.size() > most)
        known.clear();
    const auto [entry, is_new] =
        one_column ? known.try_emplace(text)
                   : known.try_emplace(std::to_string(sign.size()) + "," + std::to_string(text.size()) + "," +
                                       sign + text + unit);
    if (is_new)
        entry->second = target_of(indicator);
    return entry->second;
}

RowFacts read_row(std::shared_ptr<const Indicator> row, const Template& form, Readings& readings) {
    RowFacts facts;
    const Indicator& indicator = *row;
    facts.filled = is_filled(indicator);
    facts.level1 = fold(indicator.level1.text);
    facts.level2 = fold(indicator.level2.text);
    facts.name = fold(indicator.name.text);
    facts.description = fold(indicator.description.text);
    facts.basis = fold(indicator.basis.text);
    facts.explanation = fold(indicator.explanation.text);
    facts.measured = measured_name(facts.name);
    facts.target = readings.target(indicator);
    const bool one_column = indicator.comparator.empty() && indicator.target_unit.empty();
    facts.target_text = one_column ? fold(indicator.target.text)
                                   : fold(indicator.comparator.text + indicator.target.text +
                                          indicator.target_unit.text);
    read_categories(facts, form, readings);
    facts.has_marks = std::ranges::any_of(indicator_cells(), [&indicator](const auto& cell) {
        return may_have_marks((indicator.*cell.cell).text);
    });
    facts.row = std::move(row);
    return facts;
}

ProjectFacts read_project(std::shared_ptr<const Project> project) {
    ProjectFacts facts;
    facts.name = fold(project->name.text);
    facts.purpose = fold(project->purpose.text);
    for (const Goal& goal : project->goals)
        facts.goals += fold(goal.text.text) + "\n";
    facts.project = std::move(project);
    return facts;
}

/// By the first bytes of all marks, and the second of those of Chinese letters.
bool may_have_marks(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        switch (static_cast<unsigned char>(text[at])) {
        case '(':
        case ')':
        case '[':
        case ']':
        case '"':
        case 0xE2:
        case 0xEF:
            return true;
        case 0xE3:
            if (at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) == 0x80)
                return true;
            break;
        default:
            break;
        }
    }
    return false;
}

} // namespace jibiao::check
