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

/// Puts the cells that it is called with there, if they have marks.
auto into(std::vector<MarkedCell>& marked) {
    return [&marked](FieldRef at, const Cell& cell) {
        if (may_have_marks(cell.text))
            marked.push_back({at, &cell});
    };
}

} // namespace

const SortedPairs& ProjectFacts::pairs_of_goals() const {
    if (!pairs_of_goals_)
        pairs_of_goals_.emplace(letters_of(goals));
    return *pairs_of_goals_;
}

const SortedPairs& ProjectFacts::pairs_of_purpose() const {
    if (!pairs_of_purpose_)
        pairs_of_purpose_.emplace(letters_of(purpose));
    return *pairs_of_purpose_;
}

SortedPairs ProjectFacts::own_pairs() const {
    return SortedPairs(letters_of(name + "\n" + purpose));
}

const std::vector<ProjectFacts::GoalText>& ProjectFacts::goal_texts() const {
    constexpr std::size_t most_goals = 20;
    if (!goal_texts_) {
        const SortedPairs own = own_pairs();
        goal_texts_.emplace();
        for (std::size_t i = 0; i < std::min(project->goals.size(), most_goals); ++i) {
            Letters letters = letters_of(project->goals[i].text.text);
            const int share = share_of(SortedPairs(letters), own);
            goal_texts_->push_back({project->goals[i].id, std::move(letters), share});
        }
    }
    return *goal_texts_;
}

int ProjectFacts::own_share_of_goals() const {
    return share_of(pairs_of_goals(), own_pairs());
}

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
    facts.target_text =
        one_column ? fold(indicator.target.text)
                   : fold(indicator.comparator.text + indicator.target.text + indicator.target_unit.text);
    read_categories(facts, form, readings);
    for_each_cell_of(indicator, indicator_cells(), indicator.id, into(facts.marked));
    facts.row = std::move(row);
    return facts;
}

ProjectFacts read_project(std::shared_ptr<const Project> project) {
    ProjectFacts facts;
    facts.name = fold(project->name.text);
    facts.purpose = fold(project->purpose.text);
    facts.statements.reserve(project->goals.size());
    for (const Goal& goal : project->goals) {
        std::string folded = fold(goal.text.text);
        facts.goals += folded;
        facts.goals += '\n';
        if (folded.size() > ProjectFacts::most_bytes)
            folded.resize(ProjectFacts::most_bytes);
        facts.statements.emplace_back(std::move(folded));
    }
    for_each_own_cell(*project, into(facts.marked));
    facts.project = std::move(project);
    return facts;
}

BookFacts read_book(const Book& book) {
    BookFacts facts;
    for_each_head_cell(book, into(facts.marked));
    for (const Section& section : book.sections)
        for_each_cell(section, into(facts.marked));
    return facts;
}

bool may_have_marks(std::string_view text) {
    const auto byte = [text](std::size_t at) {
        return at < text.size() ? static_cast<unsigned char>(text[at]) : 0u;
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        const unsigned first = static_cast<unsigned char>(text[at]);
        if (first >= 0xE4 && first <= 0xE9) { // An ideograph.
            at += at + 2 < text.size() && (byte(at + 1) & byte(at + 2) & 0x80) != 0 ? 2 : 0;
            continue;
        }
        switch (first) {
        case '(':
        case ')':
        case '[':
        case ']':
        case '"':
            return true;
        case 0xE2: // ‘’“”
            if (byte(at + 1) == 0x80 && byte(at + 2) >= 0x98 && byte(at + 2) <= 0x9F)
                return true;
            break;
        case 0xE3: // 〈〉《》「」『』【】〔〕
            if (byte(at + 1) == 0x80 && byte(at + 2) >= 0x88)
                return true;
            break;
        case 0xEF: // （）［］＂, and not ，：；
            if (byte(at + 1) == 0xBC && (byte(at + 2) <= 0x89 || byte(at + 2) >= 0xBB))
                return true;
            break;
        default:
            break;
        }
    }
    return false;
}

} // namespace jibiao::check
