#include "app/library.h"

#include "app/search_words.h"
#include "base/sort.h"
#include "base/text.h"
#include "base/utf8.h"
#include "base/words.h"
#include "model/notation.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace jibiao::app {
namespace {

constexpr std::size_t letters_for_descriptions = 4;

bool says_more(const Indicator& row, const LibraryEntry& entry) {
    const auto differs = [](const Cell& cell, const std::string& text) {
        return !cell.text.empty() && cell.text != text;
    };
    return differs(row.description, entry.description) || differs(row.basis, entry.basis);
}

std::string sign_of_target(const TargetValue& target) {
    switch (target.comparator) {
    case Comparator::at_least:
        return "≥";
    case Comparator::at_most:
        return "≤";
    case Comparator::equal:
        return "=";
    default:
        return "";
    }
}

std::string unit_of_target(const TargetValue& target) {
    const bool is_number = target.kind == TargetKind::number && target.before.empty() && target.after.empty();
    return is_number ? std::string(multiplier_word(target.multiplier)) + target.unit : "";
}

// ---- search ----

bool has_ideograph(std::u32string_view text) {
    return std::ranges::any_of(text, is_ideograph);
}

/// How far down a word is found, 0 for the best place; nothing if it is not.
std::optional<int> rank_of(const LibraryEntry& entry, const std::u32string& word, const Pinyin& pinyin) {
    const std::u32string name = wide(entry.name);
    if (const auto part = pinyin.find(word, name))
        return part->first > 0 ? 2 : part->count < name.size() ? 1 : 0;
    for (const std::string_view place : {std::string_view(entry.field), category_word(entry.category)}) {
        if (pinyin.find(word, wide(place)))
            return 3;
    }
    if (!has_ideograph(word) && word.size() < letters_for_descriptions)
        return std::nullopt;
    if (pinyin.find(word, wide(entry.description)))
        return 4;
    return pinyin.find(word, wide(entry.basis)) ? std::optional(5) : std::nullopt;
}

// ---- into the book ----

bool is_free(const Indicator& row) {
    for (const Cell* cell : {&row.name, &row.description, &row.comparator, &row.target, &row.target_unit,
                             &row.weight, &row.basis, &row.explanation}) {
        if (!trim(cell->text).empty())
            return false;
    }
    return true;
}

bool has_categories(const Template& form, std::string_view level1, std::string_view level2) {
    const auto found = std::ranges::find(form.levels, level1, &Level1::name);
    return found != form.levels.end() &&
           (level2.empty()
                ? found->level2_optional
                : std::ranges::find(found->children, level2, &Level2::name) != found->children.end());
}

/// As the row beside it says it, if that is of the same category: forms have several names for some.
std::pair<std::string, std::string> levels_of(const Template& form, const Indicator* beside,
                                              const LibraryEntry& entry) {
    if (beside && !beside->level2.text.empty() && entry.category != CategoryKind::none &&
        category_of(form, *beside) == entry.category)
        return {beside->level1.text, beside->level2.text};
    const bool is_of_this_book = entry.own && entry.book.empty(); // Another one may be in another form.
    if (is_of_this_book || (entry.own && has_categories(form, entry.level1, entry.level2)))
        return {entry.level1, entry.level2};
    const CategoryPlace place = place_of(form, entry.category);
    return {std::string(place.level1), std::string(place.level2)};
}

std::vector<std::pair<Field, std::string>> cells_of(const Template& form, const Indicator* beside,
                                                    const LibraryEntry& entry) {
    const auto [level1, level2] = levels_of(form, beside, entry);
    std::string comparator = entry.comparator;
    if (comparator == "≥")
        comparator = form.at_least;
    else if (comparator == "≤")
        comparator = form.at_most;
    std::vector<std::pair<Field, std::string>> cells;
    const auto put = [&](Field field, const std::string& text) {
        if (form.has_column(field) && !text.empty())
            cells.emplace_back(field, text);
    };
    put(Field::level1, level1);
    put(Field::level2, level2);
    put(Field::indicator_name, entry.name);
    put(form.has_column(Field::description) ? Field::description : Field::explanation, entry.description);
    put(Field::comparator, comparator);
    put(Field::target_unit, entry.unit);
    put(Field::basis, entry.basis);
    return cells;
}

} // namespace

std::vector<LibraryEntry> own_entries(const platform::Later&, const Book& book, const Template& form,
                                      const Library& library) {
    std::map<std::string_view, const LibraryEntry*> twins;
    for (const LibraryEntry& entry : library.entries)
        twins.emplace(entry.name, &entry);
    std::vector<LibraryEntry> own;
    std::set<std::string_view> names;
    for (const Project& project : book.projects) {
        for (const Indicator& row : project.indicators) {
            const std::string_view name = trim(row.name.text);
            const auto twin = twins.find(name);
            if (name.empty() || (twin != twins.end() && !says_more(row, *twin->second)) ||
                !names.insert(name).second)
                continue;
            own.push_back(
                {.field = std::string(own_field),
                 .category = category_of(form, row),
                 .name = std::string(name),
                 .description = row.description.text.empty() ? row.explanation.text : row.description.text,
                 .comparator = sign_of_target(target_of(row)),
                 .unit = unit_of_target(target_of(row)),
                 .basis = row.basis.text,
                 .level1 = row.level1.text,
                 .level2 = row.level2.text,
                 .own = true});
        }
    }
    return own;
}

std::vector<const LibraryEntry*> find_entries(const platform::Later&, const Library& library,
                                              const std::vector<LibraryEntry>& own,
                                              const LibrarySearch& search) {
    struct Hit {
        int rank;
        std::size_t order; ///< So that sorting keeps it: base/sort.h does not.
        const LibraryEntry* entry;
    };
    const std::vector<std::u32string> words = words_of(search.text);
    std::vector<Hit> hits;
    for (const auto* entries : {&own, &library.entries}) {
        for (const LibraryEntry& entry : *entries) {
            if ((!search.field.empty() && entry.field != search.field) ||
                (search.category != CategoryKind::none && entry.category != search.category))
                continue;
            const auto of = [&](const std::u32string& word) { return rank_of(entry, word, library.pinyin); };
            if (const auto rank = rank_of_all(words, of)) {
                const bool is_other =
                    search.favourite != CategoryKind::none && entry.category != search.favourite;
                hits.push_back({2 * *rank + (is_other ? 1 : 0), hits.size(), &entry});
            }
        }
    }
    jibiao::sort(hits, [](const Hit& a, const Hit& b) {
        return std::pair(a.rank, a.order) < std::pair(b.rank, b.order);
    });
    std::vector<const LibraryEntry*> found;
    for (const Hit& hit : hits)
        found.push_back(hit.entry);
    return found;
}

const LibraryEntry* entry_called(const platform::Later&, const Library& library, std::string_view name) {
    const auto found = std::ranges::find(library.entries, name, &LibraryEntry::name);
    return found == library.entries.end() ? nullptr : &*found;
}

std::string target_hint(const platform::Later&, const LibraryEntry& entry) {
    if (entry.comparator.empty() && entry.unit.empty())
        return "";
    return entry.comparator + " … " + entry.unit;
}

EntryEdit use_entry(const platform::Later&, const Template& form, const Project& project, std::size_t row,
                    const LibraryEntry& entry) {
    const bool is_there = row < project.indicators.size();
    const Indicator* beside = is_there ? &project.indicators[row] : nullptr;
    EntryEdit made{{fill(tr("选用指标“{1}”"), {shorten(entry.name, 20)}), {}},
                   is_there ? row : project.indicators.size()};
    auto cells = cells_of(form, beside, entry);
    if (beside && is_free(*beside)) {
        for (auto& [field, text] : cells)
            made.edit.operations.emplace_back(edit::SetText{{field, beside->id}, std::move(text)});
        return made;
    }
    made.row += is_there ? 1 : 0;
    made.edit.operations.emplace_back(
        edit::InsertRow{RowKind::indicator, project.id, made.row, std::move(cells)});
    return made;
}

} // namespace jibiao::app
