#include "platform/desktop/journal.h"

#include "base/crc32.h"

#include <charconv>
#include <fcntl.h>
#include <limits>
#include <set>
#include <sys/file.h>
#include <system_error>
#include <utility>

namespace jibiao::platform {
namespace {

constexpr std::size_t head_length = 4 + 4 + 8;
constexpr std::size_t no_limit = std::numeric_limits<std::size_t>::max();

void put(std::string& out, std::uint64_t number, int bytes) {
    for (int i = 0; i < bytes; ++i)
        out += static_cast<char>((number >> (8 * i)) & 0xFF);
}

std::uint64_t take(std::string_view bytes, std::size_t offset, int count) {
    std::uint64_t number = 0;
    for (int i = 0; i < count; ++i) {
        const auto byte = static_cast<unsigned char>(bytes[offset + static_cast<std::size_t>(i)]);
        number |= std::uint64_t{byte} << (8 * i);
    }
    return number;
}

std::string make_record(std::uint64_t revision, std::string_view bytes) {
    std::string guarded;
    put(guarded, revision, 8);
    guarded += bytes;
    std::string record;
    put(record, bytes.size(), 4);
    put(record, crc32(guarded), 4);
    return record + guarded;
}

struct Record {
    std::uint64_t revision = 0;
    std::string_view bytes;

    std::size_t length() const { return head_length + bytes.size(); }
};

/// The record at the beginning of `stored`, if it is all there and sound.
std::optional<Record> first_record(std::string_view stored) {
    if (stored.size() < head_length)
        return std::nullopt;
    const std::uint64_t length = take(stored, 0, 4);
    if (length > stored.size() - head_length)
        return std::nullopt;
    const Record record{take(stored, 8, 8), stored.substr(head_length, length)};
    if (take(stored, 4, 4) != crc32(stored.substr(8, 8 + length)))
        return std::nullopt;
    return record;
}

std::string file_stem(std::string_view book) {
    constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string stem;
    for (const char byte : book) {
        if (plain.find(byte) != std::string_view::npos) {
            stem += byte;
        } else {
            const auto value = static_cast<unsigned char>(byte);
            stem += {'%', digits[value >> 4], digits[value & 15]};
        }
    }
    return stem;
}

std::string book_of(std::string_view stem) {
    std::string book;
    for (std::size_t i = 0; i < stem.size(); ++i) {
        unsigned value = static_cast<unsigned char>(stem[i]);
        if (stem[i] == '%' && i + 2 < stem.size()) {
            std::from_chars(stem.data() + i + 1, stem.data() + i + 3, value, 16);
            i += 2;
        }
        book += static_cast<char>(value);
    }
    return book;
}

std::uint64_t read_number(std::string_view text) {
    std::uint64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// 12 of "b12"; 0 of others.
std::uint64_t number_of(std::string_view book) {
    return book.starts_with('b') ? read_number(book.substr(1)) : 0;
}

/// "" if there is no such file.
Result<std::string> read_stored(const std::filesystem::path& path) {
    std::error_code failure;
    if (!std::filesystem::exists(path, failure) && !failure)
        return std::string();
    const Result<File> file = File::open(path, O_RDONLY);
    return file ? file->read(no_limit) : file.error();
}

void set_aside(const std::filesystem::path& path) {
    std::error_code ignored; // If it cannot be renamed, nothing can be written here either, and that is said.
    std::filesystem::rename(path, path.string() + ".damaged", ignored);
}

} // namespace

Journal::Journal(std::filesystem::path folder) : folder_(std::move(folder)) {
    unusable_ = claim();
}

std::optional<Error> Journal::claim() {
    std::error_code failure;
    std::filesystem::create_directories(folder_, failure);
    Result<File> lock = File::open(folder_ / "lock", O_RDWR | O_CREAT);
    if (!lock)
        return lock.error();
    if (::flock(lock->descriptor(), LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK)
            return Error{"另一个绩表窗口正在使用它，请关闭本窗口，到那个窗口继续填写"};
        return last_error();
    }
    lock_ = *std::move(lock);
    return std::nullopt;
}

std::filesystem::path Journal::path(std::string_view book, const char* extension) const {
    return folder_ / (file_stem(book) + extension);
}

Event Journal::list() {
    if (unusable_)
        return not_loaded(*unusable_);
    Result<BooksListed> listed = read_list();
    if (!listed)
        return not_loaded(listed.error());
    return *std::move(listed);
}

Result<BooksListed> Journal::read_list() {
    Result<std::string> last = read_stored(folder_ / "last");
    const Result<std::string> count = read_stored(folder_ / "count");
    if (!last || !count)
        return last ? count.error() : last.error();
    last_ = *std::move(last);
    BooksListed listed{.books = {}, .open = last_, .next = read_number(*count) + 1};
    std::set<std::string> stems;
    std::error_code failure;
    for (std::filesystem::directory_iterator at(folder_, failure), end; !failure && at != end;
         at.increment(failure)) {
        const std::filesystem::path& file = at->path();
        const bool is_book =
            file.extension() == ".snapshot" || // A journal is made when a book is opened.
            (file.extension() == ".journal" && std::filesystem::file_size(file, failure) > 0);
        if (is_book)
            stems.insert(file.stem().string());
        if (is_book || file.extension() == ".meta")
            listed.next = std::max(listed.next, number_of(book_of(file.stem().string())) + 1);
    }
    if (failure)
        return Error{failure.message()};
    if (!stems.contains(file_stem(last_)))
        listed.open.clear();
    for (const std::string& stem : stems) {
        Result<std::string> meta = read_stored(folder_ / (stem + ".meta"));
        listed.books.push_back({book_of(stem), meta ? *std::move(meta) : std::string()});
    }
    return listed;
}

Event Journal::load(std::string_view book) {
    if (unusable_)
        return not_loaded(*unusable_, book);
    Result<JournalLoaded> loaded = open(book);
    if (!loaded)
        return not_loaded(loaded.error(), book);
    return *std::move(loaded);
}

Result<JournalLoaded> Journal::open(std::string_view book) {
    entries_.reset();
    JournalLoaded loaded{.book = std::string(book), .snapshot = {}, .entries = {}, .revision = 0};
    if (auto failure = read_snapshot(loaded))
        return *failure;
    Result<File> file = File::open(path(book, ".journal"), O_RDWR | O_CREAT);
    if (!file)
        return file.error();
    entries_ = *std::move(file);
    auto failure = read_entries(loaded);
    if (!failure)
        failure = sync_folder(folder_);
    if (failure) {
        entries_.reset();
        return *failure;
    }
    book_ = book;
    return loaded;
}

std::optional<Error> Journal::read_snapshot(JournalLoaded& loaded) const {
    const std::filesystem::path place = path(loaded.book, ".snapshot");
    const Result<std::string> stored = read_stored(place);
    if (!stored)
        return stored.error();
    if (stored->empty())
        return std::nullopt;
    const auto record = first_record(*stored);
    if (record && record->length() == stored->size()) {
        loaded.snapshot = record->bytes;
        loaded.revision = record->revision;
        return std::nullopt;
    }
    set_aside(place);
    set_aside(path(loaded.book, ".journal")); // Changes to what is lost.
    return Error{"上次的内容已损坏，已另存为“" + place.filename().string() + ".damaged”"};
}

/// Cuts off what follows the last sound record, so that the next one is found again.
std::optional<Error> Journal::read_entries(JournalLoaded& loaded) {
    const Result<std::string> stored = entries_->read(no_limit);
    if (!stored)
        return stored.error();
    std::string_view rest = *stored;
    for (auto record = first_record(rest); record; record = first_record(rest)) {
        rest.remove_prefix(record->length());
        if (record->revision <= loaded.revision) // A crash came after the snapshot, before they were removed.
            continue;
        loaded.entries.emplace_back(record->bytes);
        loaded.revision = record->revision;
    }
    end_ = stored->size() - rest.size();
    if (rest.empty())
        return std::nullopt;
    if (auto failure = replace_file(path(loaded.book, ".journal.damaged"), rest))
        return failure;
    return entries_->cut(end_);
}

std::optional<Error> Journal::make_current(std::string_view book) {
    if (unusable_)
        return unusable_;
    if (!entries_ || book_ != book) {
        if (const auto loaded = open(book); !loaded)
            return loaded.error();
    }
    if (last_ == book)
        return std::nullopt;
    auto failure = replace_file(folder_ / "last", book);
    if (!failure)
        last_ = book;
    return failure;
}

/// A record that could not be written in full is overwritten by the next one.
std::optional<Error> Journal::write_entry(std::string_view record) {
    if (auto failure = entries_->write(record, end_))
        return failure;
    if (auto failure = entries_->sync())
        return failure;
    end_ += record.size();
    return std::nullopt;
}

std::optional<Error> Journal::write_snapshot(std::string_view record) {
    if (auto failure = replace_file(path(book_, ".snapshot"), record))
        return failure;
    if (!entries_->cut(0)) // Otherwise they stay and are passed over when they are read.
        end_ = 0;
    return std::nullopt;
}

Event Journal::append(std::string_view book, std::uint64_t revision, std::string_view entry) {
    auto failure = make_current(book);
    if (!failure)
        failure = write_entry(make_record(revision, entry));
    return answer(revision, failure);
}

Event Journal::snapshot(std::string_view book, std::uint64_t revision, std::string_view bytes) {
    auto failure = make_current(book);
    if (!failure)
        failure = write_snapshot(make_record(revision, bytes));
    return answer(revision, failure);
}

std::optional<Event> Journal::describe(std::string_view book, std::string_view meta) {
    const auto failure = unusable_ ? unusable_ : replace_file(path(book, ".meta"), meta);
    return failure ? std::optional<Event>(not_written(*failure)) : std::nullopt;
}

std::optional<Event> Journal::remove(std::string_view book) {
    const auto failure = unusable_ ? unusable_ : delete_files(book);
    return failure ? std::optional<Event>(not_written(*failure)) : std::nullopt;
}

/// What says that it is deleted goes last.
std::optional<Error> Journal::delete_files(std::string_view book) {
    const Result<std::string> count = read_stored(folder_ / "count");
    if (!count)
        return count.error();
    if (number_of(book) > read_number(*count)) {
        if (auto failure = replace_file(folder_ / "count", std::to_string(number_of(book))))
            return failure;
    }
    if (book_ == book)
        entries_.reset();
    for (const char* extension : {".journal", ".snapshot", ".meta"}) {
        std::error_code failure;
        std::filesystem::remove(path(book, extension), failure);
        if (failure)
            return Error{failure.message()};
    }
    return sync_folder(folder_);
}

Event Journal::answer(std::uint64_t revision, const std::optional<Error>& failure) const {
    if (!failure)
        return JournalSaved{book_, revision};
    return not_written(*failure);
}

JournalFailed Journal::not_written(const Error& error) const {
    return {"修改没有存到本机的“" + folder_.string() + "”：" + error.what + "。请先导出文件备份。"};
}

JournalFailed Journal::not_loaded(const Error& error, std::string_view book) const {
    return {"没有读出本机“" + folder_.string() + "”中上次的内容：" + error.what + "。", std::string(book)};
}

} // namespace jibiao::platform
