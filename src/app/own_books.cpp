#include "app/own_books.h"

#include "app/state.h"

#include <algorithm>
#include <map>

namespace jibiao::app {
namespace {

void ask_for_next(State& state, platform::Platform& machine) {
    OwnBooks& own = state.own_books;
    own.reading.clear();
    if (own.waiting.empty())
        return;
    own.reading = std::move(own.waiting.back());
    own.waiting.pop_back();
    machine.journal_load(own.reading);
}

} // namespace

void read_own_books(const platform::Later&, State& state, bool stop, platform::Platform& machine) {
    OwnBooks& own = state.own_books;
    if (!own.reading.empty())
        own.waiting.push_back(std::move(own.reading));
    own.reading.clear();
    if (stop)
        return;
    std::vector<std::string> others;
    for (const bool archived : {false, true}) {
        for (const BookEntry* book : listed(state.books, archived)) {
            if (book->id != state.books.open)
                others.push_back(book->id);
        }
    }
    if (own.beside != state.books.open || own.others != others.size()) {
        own = {.beside = state.books.open, .others = others.size(), .version = own.version + 1};
        others.resize(std::min(others.size(), most_own_books));
        own.waiting.assign(others.rbegin(), others.rend());
    }
    ask_for_next(state, machine);
}

void take_own_book(const platform::Later& later, State& state, const std::string& id, const Book& book,
                   const Knowledge& knowledge, platform::Platform& machine) {
    OwnBooks& own = state.own_books;
    const BookEntry* entry = state.books.find(id);
    if (id != own.reading || !entry)
        return;
    auto found = own_entries(later, book, knowledge.templates.get(book.template_id),
                             state.library ? *state.library : Library());
    for (LibraryEntry& one : found)
        one.book = name_of(entry->meta);
    own.entries = merge_own(later, std::move(own.entries), found);
    ++own.version;
    ask_for_next(state, machine);
    machine.wake(2);
}

std::vector<LibraryEntry> merge_own(const platform::Later&, std::vector<LibraryEntry> first,
                                    const std::vector<LibraryEntry>& second) {
    std::map<std::string, std::size_t, std::less<>> places;
    for (std::size_t i = 0; i < first.size(); ++i)
        places.emplace(first[i].name, i);
    for (const LibraryEntry& entry : second) {
        const auto [place, is_new] = places.emplace(entry.name, first.size());
        if (is_new)
            first.push_back(entry);
        else
            first[place->second].uses += entry.uses;
    }
    return first;
}

} // namespace jibiao::app
