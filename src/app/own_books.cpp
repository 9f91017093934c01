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

std::vector<OwnBooks::Source> sources_beside_open(const Books& books) {
    std::vector<OwnBooks::Source> sources;
    for (const bool archived : {false, true}) {
        for (const BookEntry* book : listed(books, archived)) {
            if (book->id != books.open && sources.size() < most_own_books)
                sources.push_back({book->id, app::name_of(book->meta), book->meta.change});
        }
    }
    return sources;
}

} // namespace

void read_own_books(const platform::Later&, State& state, bool stop, platform::Platform& machine) {
    OwnBooks& own = state.own_books;
    if (!own.reading.empty())
        own.waiting.push_back(std::move(own.reading));
    own.reading.clear();
    if (stop)
        return;
    std::vector<OwnBooks::Source> sources = sources_beside_open(state.books);
    if (own.sources != sources) {
        own = {.sources = std::move(sources), .version = own.version + 1};
        for (const OwnBooks::Source& source : own.sources)
            own.waiting.insert(own.waiting.begin(), source.id);
    }
    own.beside = state.books.open;
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
    const std::string name = name_of(entry->meta);
    for (LibraryEntry& one : found)
        one.book = name;
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
