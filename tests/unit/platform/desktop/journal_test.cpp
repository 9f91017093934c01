#include "platform/desktop/journal.h"

#include "base/text.h"
#include "platform/desktop/temporary_folder.h"

#include <doctest/doctest.h>
#include <fstream>

namespace journal_test {

using namespace jibiao;
using namespace jibiao::platform;

namespace {

std::string text_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void write_text(const std::filesystem::path& path, std::string_view text) {
    std::ofstream(path, std::ios::binary) << text;
}

void append(Journal& journal, std::uint64_t revision, std::string_view entry, const char* book = "book") {
    const Event event = journal.append(book, revision, entry);
    REQUIRE(std::holds_alternative<JournalSaved>(event));
    CHECK(std::get<JournalSaved>(event).book == book);
    CHECK(std::get<JournalSaved>(event).revision == revision);
}

void snapshot(Journal& journal, std::uint64_t revision, std::string_view bytes, const char* book = "book") {
    const Event event = journal.snapshot(book, revision, bytes);
    REQUIRE(std::holds_alternative<JournalSaved>(event));
    CHECK(std::get<JournalSaved>(event).revision == revision);
}

JournalLoaded loaded(Journal& journal) {
    const Event list = journal.list();
    REQUIRE(std::holds_alternative<BooksListed>(list));
    const std::string last = std::get<BooksListed>(list).open;
    if (last.empty())
        return {};
    const Event event = journal.load(last);
    REQUIRE(std::holds_alternative<JournalLoaded>(event));
    return std::get<JournalLoaded>(event);
}

/// What another session finds.
JournalLoaded reopened(const TemporaryFolder& folder) {
    Journal journal(folder.path());
    return loaded(journal);
}

std::string failure(const Event& event) {
    REQUIRE(std::holds_alternative<JournalFailed>(event));
    return std::get<JournalFailed>(event).reason;
}

using Entries = std::vector<std::string>;

} // namespace

TEST_CASE("An empty journal holds nothing") {
    const TemporaryFolder folder;
    const JournalLoaded found = reopened(folder);
    CHECK(found.book.empty());
    CHECK(found.snapshot.empty());
    CHECK(found.entries.empty());
    CHECK(found.revision == 0);
}

TEST_CASE("The snapshot and the changes after it come back in order") {
    const TemporaryFolder folder;
    {
        Journal journal(folder.path());
        snapshot(journal, 7, std::string("whole\0book", 10));
        append(journal, 8, "");
        append(journal, 9, std::string("a\0b\n", 4));
        append(journal, 12, "c");
    }
    const JournalLoaded found = reopened(folder);
    CHECK(found.book == "book");
    CHECK(found.snapshot == std::string("whole\0book", 10));
    CHECK(found.entries == Entries{"", std::string("a\0b\n", 4), "c"});
    CHECK(found.revision == 12);
}

TEST_CASE("A session goes on where the last one ended") {
    const TemporaryFolder folder;
    {
        Journal journal(folder.path());
        snapshot(journal, 1, "whole");
        append(journal, 2, "a");
    }
    {
        Journal journal(folder.path());
        CHECK(loaded(journal).revision == 2);
        append(journal, 3, "b");
    }
    {
        Journal journal(folder.path()); // Also one that writes without having read.
        append(journal, 4, "c");
    }
    CHECK(reopened(folder).entries == Entries{"a", "b", "c"});
}

TEST_CASE("A snapshot replaces what was stored before it") {
    const TemporaryFolder folder;
    {
        Journal journal(folder.path());
        snapshot(journal, 1, "first");
        append(journal, 2, "a");
        snapshot(journal, 3, "second");
        append(journal, 4, "b");
    }
    const JournalLoaded found = reopened(folder);
    CHECK(found.snapshot == "second");
    CHECK(found.entries == Entries{"b"});
    CHECK(found.revision == 4);
}

TEST_CASE("A crash between a snapshot and the end of the old changes does not repeat them") {
    const TemporaryFolder folder;
    std::string old_changes;
    {
        Journal journal(folder.path());
        snapshot(journal, 1, "first");
        append(journal, 2, "a");
        old_changes = text_of(folder / "book.journal");
        snapshot(journal, 3, "second");
    }
    write_text(folder / "book.journal", old_changes);
    {
        Journal journal(folder.path());
        const JournalLoaded found = loaded(journal);
        CHECK(found.snapshot == "second");
        CHECK(found.entries.empty());
        CHECK(found.revision == 3);
        append(journal, 4, "b");
    }
    CHECK(reopened(folder).entries == Entries{"b"});
}

TEST_CASE("Whatever a crash leaves of the last change, those before it are kept and writing goes on") {
    const TemporaryFolder folder;
    std::size_t sound = 0;
    {
        Journal journal(folder.path());
        append(journal, 1, "first");
        append(journal, 2, "second");
        sound = text_of(folder / "book.journal").size();
        append(journal, 3, "the last one");
    }
    const std::string whole = text_of(folder / "book.journal");
    for (std::size_t length = sound; length < whole.size(); ++length) {
        CAPTURE(length);
        write_text(folder / "book.journal", whole.substr(0, length));
        {
            Journal journal(folder.path());
            CHECK(loaded(journal).entries == Entries{"first", "second"});
            append(journal, 3, "again");
        }
        CHECK(reopened(folder).entries == Entries{"first", "second", "again"});
    }
}

TEST_CASE("One wrong bit ends the changes there and what follows is set aside") {
    const TemporaryFolder folder;
    std::size_t begin = 0;
    std::size_t end = 0;
    {
        Journal journal(folder.path());
        append(journal, 1, "first");
        begin = text_of(folder / "book.journal").size();
        append(journal, 2, "second");
        end = text_of(folder / "book.journal").size();
        append(journal, 3, "third");
    }
    const std::string whole = text_of(folder / "book.journal");
    for (std::size_t at = begin; at < end; ++at) {
        CAPTURE(at);
        std::string damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 4);
        write_text(folder / "book.journal", damaged);
        CHECK(reopened(folder).entries == Entries{"first"});
        CHECK(text_of(folder / "book.journal") == whole.substr(0, begin));
        CHECK(text_of(folder / "book.journal.damaged") == damaged.substr(begin));
    }
}

TEST_CASE("A damaged snapshot is told and set aside, and a new one can be written") {
    const TemporaryFolder folder;
    {
        Journal journal(folder.path());
        snapshot(journal, 1, "whole");
        append(journal, 2, "a change to what is lost");
    }
    const std::string whole = text_of(folder / "book.snapshot");
    write_text(folder / "book.snapshot", whole.substr(0, whole.size() - 1));
    {
        Journal journal(folder.path());
        CHECK(contains(failure(journal.load("book")), "已损坏"));
        CHECK(text_of(folder / "book.snapshot.damaged") == whole.substr(0, whole.size() - 1));
        snapshot(journal, 1, "new");
    }
    const JournalLoaded found = reopened(folder);
    CHECK(found.snapshot == "new");
    CHECK(found.entries.empty());
}

TEST_CASE("A snapshot that was being prepared when the power failed does no harm") {
    const TemporaryFolder folder;
    {
        Journal journal(folder.path());
        snapshot(journal, 1, "whole");
    }
    write_text(folder / "book.snapshot.new", "half");
    CHECK(reopened(folder).snapshot == "whole");
}

TEST_CASE("The book that was written last is the one that is loaded") {
    const TemporaryFolder folder;
    {
        Journal journal(folder.path());
        snapshot(journal, 1, "one", "first");
        snapshot(journal, 1, "two", "../绩效 目标");
    }
    CHECK(reopened(folder).book == "../绩效 目标");
    CHECK(reopened(folder).snapshot == "two");
    {
        Journal journal(folder.path());
        append(journal, 2, "a", "first");
    }
    CHECK(reopened(folder).snapshot == "one");
    CHECK(reopened(folder).entries == Entries{"a"});
}

TEST_CASE("The list has every book and what is said of it; a number that is gone does not come back") {
    const TemporaryFolder folder;
    const auto list = [](Journal& journal) {
        const Event event = journal.list();
        REQUIRE(std::holds_alternative<BooksListed>(event));
        return std::get<BooksListed>(event);
    };
    {
        Journal journal(folder.path());
        CHECK(list(journal).next == 1);
        snapshot(journal, 1, "one", "b1");
        CHECK_FALSE(journal.describe("b1", "first"));
        append(journal, 1, "two", "b2");
        CHECK_FALSE(journal.describe("b2", "second"));
        snapshot(journal, 1, "third", "绩效 目标");
    }
    {
        Journal journal(folder.path());
        const BooksListed listed = list(journal);
        CHECK(listed.next == 3);
        CHECK(listed.open == "绩效 目标");
        REQUIRE(listed.books.size() == 3);
        for (const StoredBook& book : listed.books)
            CHECK(book.meta == (book.id == "b1" ? "first" : book.id == "b2" ? "second" : ""));
        CHECK_FALSE(journal.remove("b2"));
        CHECK_FALSE(std::filesystem::exists(folder / "b2.meta"));
    }
    Journal journal(folder.path());
    CHECK(list(journal).books.size() == 2);
    CHECK(list(journal).next == 3);
    CHECK_FALSE(journal.remove("绩效 目标"));
    CHECK(list(journal).open == "");
}

TEST_CASE("A folder belongs to one journal at a time") {
    const TemporaryFolder folder;
    const Journal owner(folder.path());
    Journal second(folder.path());
    CHECK(contains(failure(second.load("book")), "另一个绩表窗口"));
    CHECK(contains(failure(second.snapshot("book", 1, "whole")), "请先导出文件备份"));
    CHECK_FALSE(std::filesystem::exists(folder / "book.snapshot"));
}

TEST_CASE("A folder that cannot be made is told with every answer") {
    const TemporaryFolder folder;
    write_text(folder / "file", "");
    Journal journal(folder / "file");
    CHECK(contains(failure(journal.load("book")), "不是文件夹"));
    CHECK(contains(failure(journal.append("book", 1, "a")), "不是文件夹"));
}

TEST_CASE("A change that could not be written is not acknowledged, and the next one is") {
    const TemporaryFolder folder;
    Journal journal(folder.path());
    std::filesystem::create_directory(folder / "book.journal"); // No file can be there.
    CHECK(contains(failure(journal.append("book", 1, "a")), "修改没有存到本机"));
    std::filesystem::remove(folder / "book.journal");
    append(journal, 2, "b");
    CHECK(loaded(journal).entries == Entries{"b"});
}

} // namespace journal_test
