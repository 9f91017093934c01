#include "app/palette.h"

#include "app/commands.h"
#include "app/search_words.h"
#include "base/pinyin.h"
#include "base/sort.h"
#include "base/text.h"
#include "base/words.h"

#include <algorithm>
#include <charconv>

namespace jibiao::app {
namespace {

using Entries = std::vector<PaletteEntry>;

PaletteEntry entry_of(const Command& command, const State& state) {
    return {PaletteKind::command,          std::string(command.id),
            std::string(name_of(command)), std::string(either(command.english, command.words)),
            std::string(command.keys),     is_possible(command.id, state)};
}

bool can_be_chosen(const Command& command) {
    return action_of(command.id) || is_for_page(command.id);
}

void add_commands(Entries& entries, const State& state, const std::vector<std::string>& recent) {
    const auto is_recent = [&recent](std::string_view id) {
        return std::ranges::find(recent, id) != recent.end();
    };
    for (const std::string& id : recent) {
        for (const Command& one : commands()) {
            if (one.id == id && can_be_chosen(one))
                entries.push_back(entry_of(one, state));
        }
    }
    for (const Command& one : commands()) {
        if (can_be_chosen(one) && !is_recent(one.id))
            entries.push_back(entry_of(one, state));
    }
}

std::string_view named(std::string_view name) {
    return name.empty() ? tr("（未命名）") : name;
}
std::string words_for(const char* pattern, std::string_view name) {
    return fill(tr(pattern), {named(name)});
}

void add_places(Entries& entries, const Book& book) {
    for (std::size_t i = 0; i < book.projects.size(); ++i) {
        const Project& project = book.projects[i];
        const bool is_department = project.kind == ProjectKind::department;
        const std::string number = std::to_string(number_of_project(book, i));
        entries.push_back({PaletteKind::project, std::to_string(project.id),
                           is_department ? words_for(word("部门整体：{1}"), project.name.text)
                                         : fill(tr("项目 {1}：{2}"), {number, named(project.name.text)}),
                           is_department ? "Department" : "Project"});
    }
    for (const Section& section : book.sections) {
        if (!section.heading.empty())
            entries.push_back({PaletteKind::section, std::to_string(section.id),
                               words_for(word("章节：{1}"), section.heading.text), "Section"});
    }
}

void add_forms(Entries& entries, const Templates& templates, const State& state) {
    for (const Template& form : templates.all()) {
        if (state.has_book() && form.id != state.book().template_id)
            entries.push_back({PaletteKind::form, form.id, words_for(word("表样：{1}"), form.name), "Form"});
    }
    for (const Template& form : templates.all())
        entries.push_back({PaletteKind::new_book, form.id, words_for(word("新建：{1}"), form.name), "New"});
}

void add_books(Entries& entries, const State& state) {
    for (const bool archived : {false, true}) {
        for (const BookEntry* book : listed(state.books, archived)) {
            if (!state.has_book() || book->id != state.books.open)
                entries.push_back({PaletteKind::book, book->id,
                                   words_for(word("打开：{1}"), app::name_of(book->meta)), "Open"});
        }
    }
}

// ---- search ----

/// How far down a word is found, 0 for the best place; nothing if it is not.
std::optional<int> rank_of(const PaletteEntry& entry, const std::u32string& word, const Pinyin& pinyin) {
    const std::u32string words = fold_query(entry.words); // 项目 3 is found by 项目3, too.
    const std::size_t colon = words.find_first_of(U":：");
    const std::size_t begin = colon == std::u32string::npos ? 0 : colon + 1;
    if (const auto part = pinyin.find(word, std::u32string_view(words).substr(begin)))
        return part->first > 0 ? 1 : 0;
    if (pinyin.find(word, std::u32string_view(words).substr(0, begin)))
        return 2;
    const std::u32string english = fold_query(entry.english);
    const std::size_t at = english.find(word);
    return at == std::u32string::npos ? std::nullopt : std::optional(at == 0 ? 1 : 2);
}

RowId row_of(const PaletteEntry& entry) {
    RowId row = 0;
    std::from_chars(entry.id.data(), entry.id.data() + entry.id.size(), row);
    return row;
}

} // namespace

bool is_for_page(std::string_view command) {
    return command == "larger" || command == "smaller" || command == "usual-size";
}

std::vector<PaletteEntry> palette_entries(const platform::Later&, const State& state,
                                          const Knowledge& knowledge,
                                          const std::vector<std::string>& recent) {
    Entries entries;
    add_commands(entries, state, recent);
    if (state.has_book())
        add_places(entries, state.book());
    add_forms(entries, knowledge.templates, state);
    add_books(entries, state);
    for (const check::Rule* rule : check::rules())
        entries.push_back({PaletteKind::rule, std::string(rule->id),
                           words_for(word("规则：{1}"), either(rule->title, rule->title_en)),
                           std::string(either("Rule ", "")).append(either(rule->title_en, rule->title))});
    return entries;
}

std::vector<PaletteEntry> find_in_palette(const platform::Later&, const std::vector<PaletteEntry>& all,
                                          const Pinyin& pinyin, std::string_view typed) {
    struct Hit {
        int rank;
        std::size_t order; ///< So that sorting keeps it: base/sort.h does not.
    };
    const std::vector<std::u32string> words = words_of(typed);
    std::vector<Hit> hits;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto rank = [&](const std::u32string& word) { return rank_of(all[i], word, pinyin); };
        if (words.empty() && all[i].kind == PaletteKind::command)
            hits.push_back({all[i].possible ? 0 : 1, i});
        else if (const auto sum = words.empty() || !all[i].possible ? std::nullopt : rank_of_all(words, rank))
            hits.push_back({*sum, i});
    }
    jibiao::sort(hits, [](const Hit& a, const Hit& b) {
        return std::pair(a.rank, a.order) < std::pair(b.rank, b.order);
    });
    Entries found;
    for (const Hit& hit : hits)
        found.push_back(all[hit.order]);
    return found;
}

std::optional<Action> action_of(const platform::Later&, const PaletteEntry& entry) {
    switch (entry.kind) {
    case PaletteKind::command:
        return action_of(entry.id);
    case PaletteKind::project:
        return GoTo{{Field::name, row_of(entry)}};
    case PaletteKind::section:
        return GoTo{{Field::heading, row_of(entry)}};
    case PaletteKind::form:
        return ChangeTemplate{entry.id};
    case PaletteKind::new_book:
        return NewBook{entry.id};
    case PaletteKind::book:
        return OpenBook{entry.id};
    case PaletteKind::rule:
        break;
    }
    return std::nullopt;
}

std::vector<std::string> read_recent(const platform::Later&, std::string_view kept) {
    std::vector<std::string> recent;
    for (const std::string_view id : split(kept, ' ')) {
        if (!id.empty() && recent.size() < most_recent)
            recent.emplace_back(id);
    }
    return recent;
}

std::string remember_recent(const platform::Later&, std::vector<std::string>& recent,
                            std::string_view command) {
    std::erase(recent, command);
    recent.emplace(recent.begin(), command);
    recent.resize(std::min(recent.size(), most_recent));
    std::string kept;
    for (const std::string& id : recent)
        kept += id + " ";
    return kept;
}

} // namespace jibiao::app
