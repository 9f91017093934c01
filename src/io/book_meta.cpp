#include "io/book_meta.h"

#include "base/text.h"
#include "io/json_text.h"

#include <utility>

namespace jibiao::io {
namespace {

template <class Value>
struct Member {
    const char* key;
    Value BookMeta::*member;
};
constexpr Member<std::string> texts[] = {{"name", &BookMeta::name},      {"title", &BookMeta::title},
                                         {"unit", &BookMeta::unit},      {"template", &BookMeta::template_id},
                                         {"from", &BookMeta::made_from}, {"day", &BookMeta::day}};
constexpr Member<int> numbers[] = {{"year", &BookMeta::year},
                                   {"to_mend", &BookMeta::to_mend},
                                   {"comments", &BookMeta::comments},
                                   {"change", &BookMeta::change}};
constexpr Member<bool> marks[] = {{"archived", &BookMeta::archived}, {"deleted", &BookMeta::deleted}};

/// Control characters, which no name needs, become blanks.
std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char byte : text) {
        if (byte == '"' || byte == '\\')
            out += '\\';
        out += static_cast<unsigned char>(byte) < ' ' ? ' ' : byte;
    }
    return out + '"';
}

} // namespace

std::string write_meta(const BookMeta& meta) {
    std::string out;
    const auto add = [&out](const char* key, const std::string& value) {
        out += (out.empty() ? '{' : ',') + quoted(key) + ':' + value;
    };
    for (const auto& [key, member] : texts)
        add(key, quoted(meta.*member));
    for (const auto& [key, member] : numbers)
        add(key, std::to_string(meta.*member));
    for (const auto& [key, member] : marks)
        add(key, meta.*member ? "true" : "false");
    return out + '}';
}

BookMeta read_meta(std::string_view text) {
    BookMeta meta;
    const Result<JsonText> json = JsonText::read(text);
    if (!json || !json->root().IsObject())
        return meta;
    const auto find = [&root = json->root()](const char* key) {
        static const rapidjson::Value nothing;
        const auto found = root.FindMember(key);
        return found == root.MemberEnd() ? std::cref(nothing) : std::cref(found->value);
    };
    for (const auto& [key, member] : texts) {
        if (const rapidjson::Value& value = find(key); value.IsString())
            meta.*member = view(value);
    }
    for (const auto& [key, member] : numbers) {
        if (const rapidjson::Value& value = find(key); value.IsInt())
            meta.*member = value.GetInt();
    }
    for (const auto& [key, member] : marks) {
        if (const rapidjson::Value& value = find(key); value.IsBool())
            meta.*member = value.GetBool();
    }
    return meta;
}

} // namespace jibiao::io
