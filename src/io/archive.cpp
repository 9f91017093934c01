#include "io/archive.h"

#include "base/crc32.h"
#include "base/text.h"
#include "io/binary_archive.h"
#include "io/json_archive.h"
#include "io/row_ids.h"
#include "io/serialize.h"

// cereal knows a way to store enumerators too; ours checks them, and names them in JSON.
#define JIBIAO_OWN_ENUMERATORS(Archive)                                                                      \
    CEREAL_SPECIALIZE_FOR_ARCHIVE(Archive, jibiao::Origin, cereal::specialization::non_member_load_save)     \
    CEREAL_SPECIALIZE_FOR_ARCHIVE(Archive, jibiao::ProjectKind, cereal::specialization::non_member_load_save)
JIBIAO_OWN_ENUMERATORS(jibiao::io::BinaryWriter)
JIBIAO_OWN_ENUMERATORS(jibiao::io::BinaryReader)
JIBIAO_OWN_ENUMERATORS(jibiao::io::JsonWriter)
JIBIAO_OWN_ENUMERATORS(jibiao::io::JsonReader)
#undef JIBIAO_OWN_ENUMERATORS

namespace jibiao::io {
namespace {

constexpr std::string_view format_name = "jibiao-book";

Error newer(std::uint64_t found) {
    return Error{"文件由更新版本的绩表保存（格式 " + std::to_string(found) + "，这里只认识到 " +
                 std::to_string(format_version) + "）；请更新绩表后再打开。"};
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

/// magic, content, version, length (8 bytes, low first), CRC-32 of the payload (4 bytes), payload.
template <class Item>
std::string write_framed(Content content, const Item& item) {
    BinaryWriter writer;
    writer(item);
    const std::string payload = writer.take();
    std::string out(magic);
    out += static_cast<char>(content);
    out += static_cast<char>(format_version);
    append_bytes(out, payload.size(), 8);
    append_bytes(out, crc32(payload), 4);
    return out + payload;
}

template <class Item>
Result<Item> read_framed(Content content, std::string_view bytes) {
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
    if (number_at(bytes, magic.size() + 10, 4) != crc32(payload))
        return Error{"文件已损坏（校验和不符）；请用备份。"};
    BinaryReader reader(payload, found);
    Item item;
    reader(item);
    if (reader.failed() || !reader.at_end() || found == 0)
        return Error{"文件已损坏（内容不合格式）；请用备份。"};
    return item;
}

// ---- JSON
// --------------------------------------------------------------------------------------------------------

Result<const rapidjson::Value*> find_book(const rapidjson::Value& root) {
    const auto text_of = [&root](const char* key) {
        const auto member = root.FindMember(key);
        return member != root.MemberEnd() && member->value.IsString() ? view(member->value)
                                                                      : std::string_view();
    };
    if (!root.IsObject() || text_of("format") != format_name)
        return Error{
            "不是绩表的文件（缺少 \"format\": \"jibiao-book\"）；请选择绩表保存的 .jibiao.json 文件。"};
    const auto found = root.FindMember("version");
    if (found == root.MemberEnd() || !found->value.IsUint() || found->value.GetUint() == 0)
        return Error{"文件里“version”应当是正整数；文件可能被改动过，请用备份。"};
    if (found->value.GetUint() > static_cast<unsigned>(format_version))
        return newer(found->value.GetUint());
    const auto book = root.FindMember("book");
    if (book == root.MemberEnd())
        return Error{"文件里缺少“book”；文件可能不完整，请用备份。"};
    return &book->value;
}

} // namespace

std::string write_json(const Book& book) {
    JsonWriter writer;
    writer.begin('{');
    writer.key("format");
    writer.text(format_name);
    writer.key("version");
    writer.number(format_version);
    writer.key("book");
    writer(book);
    writer.end('}');
    return writer.take();
}

Result<Book> read_json(std::string_view text) {
    const auto json = JsonText::read(text);
    if (!json)
        return json.error();
    const auto root = find_book(json->root());
    if (!root)
        return root.error();
    JsonReader reader(**root, "book");
    Book book;
    reader(book);
    if (reader.error())
        return *reader.error();
    reader.leave();
    for (const std::string& key : reader.unknown_keys())
        book.notes.push_back({0, "文件里有不认识的内容“" + shorten(key, 80) + "”，已略过。"});
    repair_row_ids(book);
    return book;
}

std::string write_binary(const Book& book) {
    return write_framed(Content::book, book);
}

Result<Book> read_binary(std::string_view bytes) {
    auto book = read_framed<Book>(Content::book, bytes);
    if (book)
        repair_row_ids(*book);
    return book;
}

bool is_binary(std::string_view bytes) {
    return bytes.starts_with(magic);
}

std::string write_patch(const Patch& patch) {
    return write_framed(Content::patch, patch);
}

Result<Patch> read_patch(std::string_view bytes) {
    return read_framed<Patch>(Content::patch, bytes);
}

} // namespace jibiao::io
