#include "io/archive.h"

#include "base/crc32.h"
#include "base/utf8.h"
#include "io/binary_archive.h"
#include "io/json_archive.h"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace jibiao::io {
namespace {

// ---- words ----

template <class Enum>
struct Word {
    Enum value;
    std::string_view word;
};
constexpr std::array origins{Word<Origin>{Origin::typed, "typed"}, Word<Origin>{Origin::read, "read"},
                             Word<Origin>{Origin::inherited, "inherited"},
                             Word<Origin>{Origin::rebuilt, "rebuilt"}};
constexpr std::array kinds{Word<ProjectKind>{ProjectKind::project, "project"},
                           Word<ProjectKind>{ProjectKind::department, "department"}};

template <class Table, class Enum>
std::string_view look_up(const Table& table, Enum value) {
    for (const auto& entry : table) {
        if (entry.value == value)
            return entry.word;
    }
    return {};
}
template <class Table, class Enum>
bool look_up(const Table& table, std::string_view word, Enum& value) {
    for (const auto& entry : table) {
        if (entry.word == word) {
            value = entry.value;
            return true;
        }
    }
    return false;
}

// ---- ids ----

/// Gives a fresh id to rows whose id is 0 or taken: a file that was edited by hand must not make two rows
/// one.
class IdRepair {
  public:
    explicit IdRepair(Book& book) : book_(book) {}

    void run() {
        collect(book_.sections);
        for (const Section& section : book_.sections)
            collect(section.body);
        collect(book_.projects);
        for (const Project& project : book_.projects)
            for_each_list(project, [this](const auto& rows) { collect(rows); });
        book_.last_row_id = std::max(book_.last_row_id, highest_);
        if (!broken_)
            return;
        repair(book_.sections);
        for (std::size_t i = 0; i < book_.sections.size(); ++i)
            repair(book_.sections.edit(i).body);
        repair(book_.projects);
        for (std::size_t i = 0; i < book_.projects.size(); ++i)
            for_each_list(book_.projects.edit(i), [this](auto& rows) { repair(rows); });
        book_.notes.push_back({0, "文件中有重复或缺失的行编号，已重新编号。"});
    }

  private:
    template <class AnyProject, class Visit>
    static void for_each_list(AnyProject& project, Visit&& visit) {
        visit(project.plan);
        visit(project.goals);
        visit(project.detail_goals);
        visit(project.phases);
        visit(project.indicators);
    }
    template <class Row>
    void collect(const Rows<Row>& rows) {
        for (const Row& row : rows) {
            broken_ = broken_ || row.id == 0 || !seen_.insert(row.id).second;
            highest_ = std::max(highest_, row.id);
        }
    }
    template <class Row>
    void repair(Rows<Row>& rows) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const RowId id = rows[i].id;
            if (id == 0 || !kept_.insert(id).second)
                rows.edit(i).id = book_.new_row_id();
        }
    }

    Book& book_;
    bool broken_ = false;
    RowId highest_ = 0;
    std::unordered_set<RowId> seen_;
    std::unordered_set<RowId> kept_;
};

// ---- binary frame ----

constexpr std::size_t magic_length = 4;
constexpr std::size_t frame_length = magic_length + 3 * sizeof(std::uint32_t);

template <class Value>
std::string write_framed(std::string_view magic, const Value& value) {
    BinaryWriter body;
    body(value);
    BinaryWriter frame;
    frame.bytes = magic;
    frame.number(std::uint32_t{format_version});
    frame.size(body.bytes.size());
    frame.number(crc32(body.bytes));
    return frame.bytes + body.bytes;
}

Error newer_version(const std::string& version) {
    return {"文件由更新版本的绩表保存（格式 " + version + "），请用新版打开。"};
}

template <class Value>
Result<Value> read_framed(std::string_view magic, std::string_view bytes) {
    if (!bytes.starts_with(magic) || bytes.size() < frame_length)
        return Error{"不是绩表的二进制文件，或文件只剩开头一部分。"};
    BinaryReader frame(bytes.substr(magic_length, frame_length - magic_length));
    std::uint32_t version = 0;
    std::uint32_t length = 0;
    std::uint32_t checksum = 0;
    frame.number(version);
    frame.number(length);
    frame.number(checksum);
    if (version < 1)
        return Error{"文件头已损坏，请用备份。"};
    if (version > format_version)
        return newer_version(std::to_string(version));
    const Error damaged{"文件内容已损坏，请用备份。"};
    const std::string_view body = bytes.substr(frame_length);
    if (body.size() != length)
        return Error{"文件不完整：应有 " + std::to_string(length) + " 字节，实有 " +
                     std::to_string(body.size()) + " 字节。"};
    if (crc32(body) != checksum)
        return Error{"文件内容已损坏（校验和不符），请用备份。"};
    try {
        BinaryReader reader(body);
        Value value;
        reader(value);
        if (reader.at_end())
            return value;
    } catch (const BinaryDamage&) {
    }
    return damaged;
}

constexpr std::string_view book_magic = "JBB1";
constexpr std::string_view patch_magic = "JBP1";
static_assert(book_magic.size() == magic_length && patch_magic.size() == magic_length);

// ---- JSON frame ----

struct BookFile {
    std::string format;
    int version = 0;
    Book book;

    bool operator==(const BookFile&) const = default;
};
constexpr std::string_view json_format = "jibiao-book";

template <class Archive>
void serialize(Archive& archive, BookFile& file) {
    keyed(archive, "format", file.format);
    keyed(archive, "version", file.version);
    keyed(archive, "book", file.book);
}

/// Says what the file is before its book is read: the book of another version may have another shape.
std::optional<Error> envelope_error(const rapidjson::Value& root) {
    const bool ours = root.IsObject() && root.HasMember("format") && root["format"].IsString() &&
                      view(root["format"]) == json_format;
    if (!ours)
        return Error{"这是 JSON 文件，但不是绩表保存的（缺少 \"format\":\"jibiao-book\"）。"};
    const auto version = root.FindMember("version");
    if (version == root.MemberEnd() || !version->value.IsInt() || version->value.GetInt() < 1)
        return Error{"文件缺少版本号（version），请用绩表重新导出。"};
    if (version->value.GetInt() > format_version)
        return Error{"文件由更新版本的绩表保存（格式 " + std::to_string(version->value.GetInt()) +
                     "），请用新版打开。"};
    return std::nullopt;
}

} // namespace

std::string_view word_of(Origin origin) {
    return look_up(origins, origin);
}
std::string_view word_of(ProjectKind kind) {
    return look_up(kinds, kind);
}
bool from_word(std::string_view word, Origin& origin) {
    return look_up(origins, word, origin);
}
bool from_word(std::string_view word, ProjectKind& kind) {
    return look_up(kinds, word, kind);
}

std::string write_json(const Book& book) {
    JsonWriter writer;
    writer(BookFile{std::string(json_format), format_version, book});
    return std::string(writer.buffer.GetString(), writer.buffer.GetSize()) + "\n";
}

Result<Book> read_json(std::string_view json) {
    const auto text = JsonText::read(json);
    if (!text)
        return text.error();
    if (auto error = envelope_error(text->root()))
        return *error;
    try {
        JsonReader reader(text->root());
        BookFile file;
        reader(file);
        for (const std::string& key : reader.unknown_keys())
            file.book.notes.push_back({0, "文件中有本版本不认识的内容，未读入：" + key});
        IdRepair(file.book).run();
        return std::move(file.book);
    } catch (const JsonMismatch& wrong) {
        return Error{"文件中“" + wrong.path + "”应为" + std::string(wrong.expected) + "，实为" +
                     std::string(wrong.found) + "。请改正，或用绩表重新导出。"};
    }
}

std::string write_binary(const Book& book) {
    return write_framed(book_magic, book);
}
Result<Book> read_binary(std::string_view bytes) {
    return read_framed<Book>(book_magic, bytes);
}
std::string write_patch(const Patch& patch) {
    return write_framed(patch_magic, patch);
}
Result<Patch> read_patch(std::string_view bytes) {
    return read_framed<Patch>(patch_magic, bytes);
}

} // namespace jibiao::io
