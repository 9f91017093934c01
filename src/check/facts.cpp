#include "check/facts.h"

#include "base/text.h"

#include <utility>

namespace jibiao::check {
namespace {

void read_categories(RowFacts& facts, const Template& form) {
    facts.known_level1 = facts.level1.empty() ? nullptr : form.find_level1(facts.level1);
    facts.known_level2 = facts.level2.empty() ? nullptr : form.find_level2(facts.level2, &facts.parent);
    if (facts.known_level2)
        facts.kind = facts.known_level2->kind;
    else if (facts.known_level1)
        facts.kind = facts.known_level1->kind;
}

} // namespace

RowFacts read_row(std::shared_ptr<const Indicator> row, const Template& form) {
    RowFacts facts;
    const Indicator& indicator = *row;
    facts.filled = is_filled(indicator);
    facts.level1 = fold(indicator.level1.text);
    facts.level2 = fold(indicator.level2.text);
    facts.name = fold(indicator.name.text);
    facts.description = fold(indicator.description.text);
    facts.basis = fold(indicator.basis.text);
    facts.explanation = fold(indicator.explanation.text);
    facts.measured = measured_name(indicator);
    facts.target = target_of(indicator);
    facts.target_text = fold(indicator.comparator.text + indicator.target.text + indicator.target_unit.text);
    read_categories(facts, form);
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

} // namespace jibiao::check
