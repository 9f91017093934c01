#include "io/archive.h"

#include "base/crc32.h"
#include "base/text.h"
#include "base/words.h"
#include "io/binary_archive.h"
#include "io/bounds.h"
#include "io/json_syntax.h"
#include "io/row_ids.h"
#include "io/serialize.h"
#include "io/tree_reader.h"
#include "io/upgrade.h"
#include "io/xml_syntax.h"
#include "io/xml_text.h"

#include <charconv>
#include <optional>

// cereal knows a way to store enumerators too; ours checks them, and names them in JSON and XML.
#define JIBIAO_OWN_ENUMERATORS(Archive)                                                                      \
    CEREAL_SPECIALIZE_FOR_ARCHIVE(Archive, jibiao::Origin, cereal::specialization::non_member_load_save)     \
    CEREAL_SPECIALIZE_FOR_ARCHIVE(Archive, jibiao::Field, cereal::specialization::non_member_load_save)      \
    CEREAL_SPECIALIZE_FOR_ARCHIVE(Archive, jibiao::ProjectKind,                                              \
                                  cereal::specialization::non_member_load_save)                              \
    CEREAL_SPECIALIZE_FOR_ARCHIVE(Archive, jibiao::CommentKind, cereal::specialization::non_member_load_save)
JIBIAO_OWN_ENUMERATORS(jibiao::io::BinaryWriter)
JIBIAO_OWN_ENUMERATORS(jibiao::io::BinaryReader)
JIBIAO_OWN_ENUMERATORS(jibiao::io::TreeWriter)
JIBIAO_OWN_ENUMERATORS(jibiao::io::TreeReader)
#undef JIBIAO_OWN_ENUMERATORS

CEREAL_SETUP_ARCHIVE_TRAITS(jibiao::io::TreeReader, jibiao::io::TreeWriter)

namespace jibiao::io {
namespace {

constexpr std::string_view format_name = "jibiao-book";

Error newer(std::uint64_t found) {
    return Error{fill(tr("文件由更新版本的绩表保存（格式 {1}，这里只认识到 {2}）；请更新绩表后再打开。"),
                      {std::to_string(found), std::to_string(format_version)})};
}

// ---- binary
// ------------------------------------------------------------------------------------------------------

/// First byte beyond ASCII and a line end, as in PNG: a transfer that changes line ends shows at once.
constexpr std::string_view magic = "\x89JIBIAO\n";

enum class Content : char { book = 'B', patch = 'P' };

constexpr std::size_t header_size = magic.size() + 1 + 1 + 8 + 4;

void append_bytes(std::string& out, std::uint64_t number, int count) {
    for (int i = 0; i < count; ++i)
        out += static_cast<char>((number >> (8 * i)) & 0xFF);
}

std::uint64_t number_at(std::string_view bytes, std::size_t at, int count) {
    std::uint64_t number = 0;
    for (int i = 0; i < count; ++i)
        number |=
            static_cast<std::uint64_t>(static_cast<std::uint8_t>(bytes[at + static_cast<std::size_t>(i)]))
            << (8 * i);
    return number;
}

/// magic, content, version, length (8 bytes, low first), checksum (4 bytes), payload.
template <class Item>
std::string write_framed(Content content, const Item& item) {
    BinaryWriter writer;
    writer(item);
    const std::string payload = writer.take();
    std::string out(magic);
    out += static_cast<char>(content);
    out += static_cast<char>(format_version);
    append_bytes(out, payload.size(), 8);
    append_bytes(out, checksum(format_version, payload), 4);
    return out + payload;
}

template <class Item>
struct Stored {
    Item item;
    int version = 0;
};

template <class Item>
Result<Item> read_payload(std::string_view payload, int version) {
    BinaryReader reader(payload, version);
    Item item;
    reader(item);
    if (reader.error())
        return *reader.error();
    if (reader.failed() || !reader.at_end() || version == 0)
        return Error{"文件已损坏（内容不合格式）；请用备份。"};
    return item;
}

template <class Item>
Result<Stored<Item>> read_framed(Content content, std::string_view bytes) {
    if (const auto error = check_file_size(bytes))
        return *error;
    if (!is_binary(bytes))
        return Error{"不是绩表的二进制文件。"};
    if (bytes.size() < header_size)
        return Error{"文件不完整，只剩开头；请用备份。"};
    if (bytes[magic.size()] != static_cast<char>(content))
        return Error{"文件的内容不是这里要读的一种；请选择绩表保存的文件。"};
    const auto found = static_cast<std::uint8_t>(bytes[magic.size() + 1]);
    if (found > format_version)
        return newer(found);
    const std::string_view payload = bytes.substr(header_size);
    if (number_at(bytes, magic.size() + 2, 8) != payload.size())
        return Error{"文件不完整（长度不符）；请用备份。"};
    if (number_at(bytes, magic.size() + 10, 4) != checksum(found, payload))
        return Error{"文件已损坏（校验和不符）；请用备份。"};
    auto item = read_payload<Item>(payload, found);
    if (!item && found == 4)
        item = read_payload<Item>(payload, 5); // As version 4 was written for some hours.
    if (!item)
        return item.error();
    return Stored<Item>{std::move(*item), found};
}

// ---- JSON and XML
// ------------------------------------------------------------------------------------------------

/// The root of a file.
struct Document {
    std::string format;
    std::uint32_t version = 0;
    Book book;
};

template <class Archive>
void serialize(Archive& archive, Document& document) {
    archive(always("format", document.format), always("version", document.version),
            always("book", document.book));
}

/// 0 if there is none.
std::uint64_t version_of(const rapidjson::Value& root) {
    const auto found = root.FindMember("version");
    if (found == root.MemberEnd())
        return 0;
    const rapidjson::Value& value = found->value;
    std::uint64_t version = 0;
    if (value.IsUint64())
        version = value.GetUint64();
    else if (value.IsString()) // XML; the reader notes it in JSON.
        std::from_chars(value.GetString(), value.GetString() + value.GetStringLength(), version);
    return version;
}

std::optional<Error> check_head(const Tree& tree) {
    const rapidjson::Value& root = tree.root;
    const auto format = root.IsObject() ? root.FindMember("format") : rapidjson::Value::ConstMemberIterator();
    if (!root.IsObject() || format == root.MemberEnd() || !format->value.IsString() ||
        view(format->value) != format_name)
        return Error{
            tree.has_types
                ? word("不是绩表的文件（缺少 \"format\": \"jibiao-book\"）；请选择绩表保存的 .jibiao.json "
                       "文件。")
                : word("不是绩表的文件（最外层不是 <jibiao-book>）；请选择绩表保存的 .jibiao.xml 文件。")};
    const std::uint64_t version = version_of(root);
    if (version == 0)
        return Error{"文件里“version”应当是正整数；文件可能被改动过，请用备份。"};
    if (version > static_cast<std::uint64_t>(format_version))
        return newer(version);
    const auto book = root.FindMember("book");
    const bool is_book = book != root.MemberEnd() &&
                         (book->value.IsObject() || (!tree.has_types && book->value.GetStringLength() == 0));
    if (!is_book)
        return Error{"文件里缺少“book”；文件可能不完整，请用备份。"};
    return std::nullopt;
}

Result<Book> read_tree(const Tree& tree, std::size_t file_size) {
    if (const auto error = check_head(tree))
        return *error;
    TreeReader reader(tree, file_size);
    Document document;
    serialize(reader, document);
    if (reader.error())
        return *reader.error();
    Book book = std::move(document.book);
    for (Note& note : reader.take_notes())
        book.notes.push_back(std::move(note));
    repair_rows(book);
    upgrade(book, static_cast<int>(version_of(tree.root)));
    return book;
}

} // namespace

std::string write_json(const Book& book) {
    JsonSyntax syntax;
    TreeWriter writer(syntax);
    writer(Document{std::string(format_name), format_version, book});
    return syntax.take();
}

Result<Book> read_json(std::string_view text) {
    const auto json = JsonText::read(text);
    if (!json)
        return json.error();
    return read_tree({json->root()}, text.size());
}

std::string write_xml(const Book& book) {
    XmlSyntax syntax(format_name, " version=\"" + std::to_string(format_version) + "\"");
    TreeWriter writer(syntax);
    syntax.key("book");
    writer(book);
    return syntax.take();
}

Result<Book> read_xml(std::string_view text) {
    const auto xml = XmlText::read(text);
    if (!xml)
        return xml.error();
    return read_tree({xml->root(), false}, text.size());
}

bool is_xml(std::string_view text) {
    return text.starts_with("<?xml") || text.starts_with("<" + std::string(format_name));
}

std::string write_binary(const Book& book) {
    return write_framed(Content::book, book);
}

Result<Book> read_binary(std::string_view bytes) {
    auto stored = read_framed<Book>(Content::book, bytes);
    if (!stored)
        return stored.error();
    Book book = std::move(stored->item);
    repair_rows(book);
    upgrade(book, stored->version);
    return book;
}

std::uint32_t checksum(int version, std::string_view payload) {
    const char byte = static_cast<char>(version);
    return crc32(payload, version >= 5 ? crc32({&byte, 1}) : 0);
}

bool is_binary(std::string_view bytes) {
    return bytes.starts_with(magic);
}

std::string write_patch(const Patch& patch) {
    return write_framed(Content::patch, patch);
}

Result<Patch> read_patch(std::string_view bytes) {
    auto stored = read_framed<Patch>(Content::patch, bytes);
    if (!stored)
        return stored.error();
    return std::move(stored->item);
}

std::optional<Error> replay(Book& book, std::string_view entry) {
    const auto stored = read_framed<Patch>(Content::patch, entry);
    if (!stored)
        return stored.error();
    apply_patch(book, stored->item);
    upgrade(book, stored->version);
    return std::nullopt;
}

} // namespace jibiao::io
