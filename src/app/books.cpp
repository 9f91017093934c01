#include "app/books.h"

#include "app/outcome.h"
#include "app/roll_forward.h"
#include "app/state.h"
#include "base/sort.h"
#include "base/text.h"
#include "base/words.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace jibiao::app {
namespace {

constexpr std::size_t longest_title = 60;

BookEntry* find_entry(Books& books, std::string_view id) {
    const auto found = std::ranges::find(books.all, id, &BookEntry::id);
    return found == books.all.end() ? nullptr : &*found;
}

bool speaks_of(const io::BookMeta& meta, std::string_view words) {
    return contains(name_of(meta), words) || contains(meta.unit, words) ||
           contains(std::to_string(meta.year), words);
}

std::string title_of(const Book& book) {
    const Cell* title = &book.title;
    if (title->empty() && !book.projects.empty())
        title = &book.projects.front().name;
    return shorten_in_line(title->text, longest_title);
}

std::string unit_of(const Book& book) {
    const Cell* unit = &book.compiled_by;
    if (unit->empty() && !book.projects.empty())
        unit = &book.projects.front().unit_name;
    return shorten_in_line(unit->text, longest_title);
}

/// Days since the beginning of some era; 0 for what is no day.
int day_number(std::string_view day) {
    int year = 0, month = 0, date = 0;
    const auto part = [day](std::size_t from, std::size_t length, int& number) {
        const std::string_view digits = day.substr(std::min(from, day.size()), length);
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
    };
    part(0, 4, year), part(5, 2, month), part(8, 2, date);
    if (month < 3)
        --year, month += 12; // A leap day then ends its year.
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * (month - 3) + 2) / 5 + date;
}

/// A book that is not acknowledged yet exists nowhere else for certain.
void leave_book(State& state, const Knowledge& knowledge, platform::Platform& machine) {
    if (state.books.open.empty())
        return;
    settle(state, knowledge, machine);
    if (state.save_state != SaveState::saved)
        state.books.unsaved.push_back(
            {state.books.open, state.book(), state.storage_base + *state.journaled_revision});
    state.books.open.clear();
}

/// As the storage has it.
void show_book(State& state, std::string id, Book book, std::uint64_t revision, platform::Platform& machine) {
    state.books.open = std::move(id);
    state.opened = book;
    state.exported.reset();
    state.exporting.reset();
    state.comparison = {};
    state.pictured_revision.reset();
    state.threads_revision.reset();
    state.threads.clear();
    state.document = edit::Document(std::move(book), state.document.generation() + 1);
    state.checked_revision.reset();
    state.storage_base = state.saved_revision = revision;
    state.journaled_revision = state.document.revision();
    state.journaled_book = state.book();
    state.entries_since_snapshot = 0;
    state.store_whole = false;
    state.save_state = SaveState::saved;
    state.page = Page::project;
    state.project = 0;
    state.current_finding_at.reset();
    state.filter = {};
    state.only_findings = false;
    state.selection = {};
    state.guide = {};
    state.typing_at = {};
    keep_selection_valid(state);
    if (state.message && state.message->restores.empty()) // What was deleted can still be had back.
        state.message.reset();
    machine.set_preference(open_preference, state.books.open);
    machine.set_title(file_name_of(state.book()));
}

void remember_origin(State& state, const std::string& from, platform::Platform& machine) {
    io::BookMeta meta = state.books.find(state.books.open)->meta;
    meta.made_from = from;
    describe_book(state, state.books.open, std::move(meta), machine);
}

/// All of it is stored anew.
void store_again(State& state) {
    ++state.storage_base;
    state.journaled_revision.reset();
    state.store_whole = true;
    state.save_state = SaveState::saving;
}

} // namespace

const BookEntry* Books::find(std::string_view id) const {
    const auto found = std::ranges::find(all, id, &BookEntry::id);
    return found == all.end() ? nullptr : &*found;
}

std::vector<const BookEntry*> listed(const Books& books, bool archived, std::string_view words) {
    std::vector<const BookEntry*> shown;
    for (const BookEntry& entry : books.all) {
        if (!entry.meta.deleted && entry.meta.archived == archived && speaks_of(entry.meta, trim(words)))
            shown.push_back(&entry);
    }
    jibiao::sort(shown,
                 [](const BookEntry* a, const BookEntry* b) { return a->meta.change > b->meta.change; });
    return shown;
}

std::string name_of(const io::BookMeta& meta) {
    if (!meta.name.empty())
        return meta.name;
    return meta.title.empty() ? std::string(tr("（未命名）")) : meta.title;
}

std::string day_in_words(std::string_view day, std::string_view today) {
    const int ago = day_number(today) - day_number(day);
    return std::string(ago == 0 ? tr("今天") : ago == 1 ? tr("昨天") : day);
}

void take_list(State& state, const platform::BooksListed& listed, platform::Platform& machine) {
    Books& books = state.books;
    books.next = listed.next;
    for (const platform::StoredBook& stored : listed.books) {
        io::BookMeta meta = io::read_meta(stored.meta);
        if (meta.deleted)
            machine.journal_delete(stored.id);
        else
            books.all.push_back({stored.id, std::move(meta)});
    }
    const std::string last = machine.preference(open_preference);
    books.wanted = last == at_home || books.find(last) ? last : listed.open;
    books.purpose = ReadFor::resume;
    state.loading = books.find(books.wanted) != nullptr;
    if (state.loading)
        machine.journal_load(books.wanted);
}

void read_book(State& state, const std::string& id, ReadFor purpose, const Knowledge& knowledge,
               platform::Platform& machine) {
    Books& books = state.books;
    if (!books.find(id))
        return;
    books.wanted = id;
    books.purpose = purpose;
    state.loading = true;
    const auto unsaved = std::ranges::find(books.unsaved, id, &Books::Unsaved::id);
    if (id == books.open)
        return done_reading(state, state.book(), 0, knowledge, machine);
    if (unsaved == books.unsaved.end())
        return machine.journal_load(id);
    const Books::Unsaved kept = *unsaved;
    done_reading(state, kept.book, kept.revision, knowledge, machine);
    if (books.open == id) {
        std::erase_if(books.unsaved, [&id](const Books::Unsaved& one) { return one.id == id; });
        store_again(state);
    }
}

void done_reading(State& state, Book book, std::uint64_t revision, const Knowledge& knowledge,
                  platform::Platform& machine) {
    Books& books = state.books;
    state.loading = false;
    const std::string id = std::exchange(books.wanted, {});
    switch (books.purpose) {
    case ReadFor::resume:
    case ReadFor::open:
        if (id == books.open) {
            state.page = Page::project;
            machine.set_preference(open_preference, id);
            return;
        }
        leave_book(state, knowledge, machine);
        return show_book(state, id, std::move(book), revision, machine);
    case ReadFor::duplicate: {
        const std::string name = fill(tr("{1} 副本"), {name_of(books.find(id)->meta)});
        start_book(state, std::move(book), knowledge, machine, name);
        remember_origin(state, id, machine);
        go_home(state, machine);
        return say(state, fill(tr("已复制为“{1}”"), {name}));
    }
    case ReadFor::roll_forward:
        if (const platform::Later* later = machine.later()) {
            start_book(state, roll_forward(*later, book), knowledge, machine);
            remember_origin(state, id, machine);
            say(state,
                tr("已新建下一年度的表：日期顺延一年，金额和项目编码已清空；沿用上年的内容请逐处核对"));
        }
        return;
    case ReadFor::compare:
        if (const platform::Later* later = machine.later())
            compare_with(*later, state, std::move(book), name_of(books.find(id)->meta));
        return;
    case ReadFor::open_to_compare:
        leave_book(state, knowledge, machine);
        show_book(state, id, std::move(book), revision, machine);
        state.page = Page::compare;
    }
}

void start_book(State& state, Book book, const Knowledge& knowledge, platform::Platform& machine,
                std::string name) {
    leave_book(state, knowledge, machine);
    const std::string id = "b" + std::to_string(state.books.next++);
    state.books.all.push_back({id, {.name = std::move(name)}});
    show_book(state, id, std::move(book), 0, machine);
    store_again(state);
}

void go_home(State& state, platform::Platform& machine) {
    state.page = Page::home;
    machine.set_preference(open_preference, at_home);
    machine.set_title(tr("绩表"));
}

void describe_book(State& state, std::string_view id, io::BookMeta meta, platform::Platform& machine) {
    BookEntry* entry = find_entry(state.books, id);
    if (!entry || entry->meta == meta)
        return;
    machine.journal_meta(id, io::write_meta(meta));
    entry->meta = std::move(meta);
}

void describe_open_book(State& state, bool changed, platform::Platform& machine) {
    const Books& books = state.books;
    const BookEntry* entry = books.find(books.open);
    if (!entry)
        return;
    io::BookMeta meta = entry->meta;
    meta.title = title_of(state.book());
    meta.unit = unit_of(state.book());
    meta.template_id = state.book().template_id;
    meta.year = state.book().year;
    meta.to_mend = static_cast<int>(check::verdict_of(state.report, judged_phase).to_mend);
    if (state.threads_revision == state.document.revision())
        meta.comments = static_cast<int>(count_waiting(state.threads));
    if (changed) {
        meta.day = machine.today();
        for (const BookEntry& other : books.all) {
            if (&other != entry)
                meta.change = std::max(meta.change, other.meta.change + 1);
        }
    }
    describe_book(state, entry->id, std::move(meta), machine);
}

void delete_book(State& state, const std::string& id, const Knowledge& knowledge,
                 platform::Platform& machine) {
    const BookEntry* entry = state.books.find(id);
    if (!entry)
        return;
    if (id == state.books.open) {
        leave_book(state, knowledge, machine);
        state.document = edit::Document({}, state.document.generation() + 1);
        state.save_state = SaveState::nothing;
        go_home(state, machine);
    }
    io::BookMeta meta = entry->meta;
    meta.deleted = true;
    const std::string name = name_of(meta);
    describe_book(state, id, std::move(meta), machine);
    say(state, fill(tr("已删除“{1}”"), {name}), true);
    state.message->restores = id;
}

} // namespace jibiao::app
