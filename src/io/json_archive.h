#pragma once
#include "io/enum_names.h"
#include "io/format.h"
#include "io/json_text.h"
#include "model/rows.h"

#include <cereal/cereal.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace jibiao {
struct Cell;
}

namespace jibiao::io {

/// cereal archive into JSON for people: a key a line, cells in one line, what has its default value is left
/// out.
class JsonWriter : public cereal::OutputArchive<JsonWriter> {
  public:
    JsonWriter() : OutputArchive(this) {}

    int version() const { return format_version; }

    void begin(char bracket, bool in_one_line = false);
    void end(char bracket);
    void key(std::string_view name);
    /// Before an element of a list.
    void element();
    void text(std::string_view value);
    void number(std::int64_t value) { out_ += std::to_string(value); }
    void boolean(bool value) { out_ += value ? "true" : "false"; }
    std::string take() { return std::move(out_); }

  private:
    struct Level {
        bool in_one_line;
        bool empty = true;
    };
    void separate();

    std::string out_;
    std::vector<Level> levels_;
};

/// The same backwards, key by key. A missing key leaves its default; a wrong type stops everything with an
/// error that names the path of the key; keys that nothing asked for are remembered.
class JsonReader : public cereal::InputArchive<JsonReader> {
  public:
    JsonReader(const rapidjson::Value& root, std::string_view name) : InputArchive(this) {
        levels_.push_back({&root, name, no_index, {}});
    }

    /// Keys that a file is too old to have are simply missing.
    int version() const { return format_version; }

    const std::optional<Error>& error() const { return error_; }
    /// Paths of keys that nothing asked for; the first few.
    const std::vector<std::string>& unknown_keys() const { return unknown_; }

    const rapidjson::Value& here() const { return *levels_.back().value; }
    bool failed() const { return error_.has_value(); }
    void fail(std::string_view expected);
    /// Goes into the member `name` of the object here; false if there is none.
    bool enter(std::string_view name);
    void enter_element(std::size_t index);
    void leave();

  private:
    static constexpr std::size_t no_index = static_cast<std::size_t>(-1);
    struct Level {
        const rapidjson::Value* value;
        std::string_view name;
        std::size_t index;
        std::vector<std::string_view> asked;
    };
    std::string path() const;
    void collect_unknown();

    std::vector<Level> levels_;
    std::optional<Error> error_;
    std::vector<std::string> unknown_;
};

// ---- what cereal calls
// -------------------------------------------------------------------------------------------

template <class Value>
void CEREAL_SAVE_FUNCTION_NAME(JsonWriter& archive, const cereal::NameValuePair<Value>& pair) {
    using Plain = std::remove_cvref_t<Value>;
    if (pair.value == Plain{})
        return;
    archive.key(pair.name);
    archive(pair.value);
}
template <class Value>
void CEREAL_LOAD_FUNCTION_NAME(JsonReader& archive, cereal::NameValuePair<Value>& pair) {
    if (archive.failed() || !archive.enter(pair.name))
        return;
    archive(pair.value);
    archive.leave();
}

/// Objects open and close around their members.
template <class Item>
concept JsonObject = std::is_class_v<Item> && requires(Item& item, JsonWriter& archive) {
    serialize(archive, item);
};

template <JsonObject Item>
void prologue(JsonWriter& archive, const Item&) {
    archive.begin('{', std::is_same_v<Item, Cell>);
}
template <JsonObject Item>
void epilogue(JsonWriter& archive, const Item&) {
    archive.end('}');
}
template <class Item>
void prologue(JsonReader& archive, const Item&) {
    if constexpr (JsonObject<Item>) {
        if (!archive.failed() && !archive.here().IsObject())
            archive.fail("对象");
    }
}
template <class Item>
void epilogue(JsonReader&, const Item&) {}
template <class Item>
requires(!JsonObject<Item>) void prologue(JsonWriter&, const Item&) {}
template <class Item>
requires(!JsonObject<Item>) void epilogue(JsonWriter&, const Item&) {}

inline void CEREAL_SAVE_FUNCTION_NAME(JsonWriter& archive, const std::string& text) {
    archive.text(text);
}
inline void CEREAL_LOAD_FUNCTION_NAME(JsonReader& archive, std::string& text) {
    if (archive.here().IsString())
        text = view(archive.here());
    else
        archive.fail("文字");
}

inline void CEREAL_SAVE_FUNCTION_NAME(JsonWriter& archive, const bool& value) {
    archive.boolean(value);
}
inline void CEREAL_LOAD_FUNCTION_NAME(JsonReader& archive, bool& value) {
    if (archive.here().IsBool())
        value = archive.here().GetBool();
    else
        archive.fail("真假值");
}

inline void CEREAL_SAVE_FUNCTION_NAME(JsonWriter& archive, const int& value) {
    archive.number(value);
}
inline void CEREAL_LOAD_FUNCTION_NAME(JsonReader& archive, int& value) {
    if (archive.here().IsInt())
        value = archive.here().GetInt();
    else
        archive.fail("整数");
}

inline void CEREAL_SAVE_FUNCTION_NAME(JsonWriter& archive, const std::uint32_t& value) {
    archive.number(value);
}
inline void CEREAL_LOAD_FUNCTION_NAME(JsonReader& archive, std::uint32_t& value) {
    if (archive.here().IsUint())
        value = archive.here().GetUint();
    else
        archive.fail("非负整数");
}

template <class Enum>
requires std::is_enum_v<Enum>
void CEREAL_SAVE_FUNCTION_NAME(JsonWriter& archive, const Enum& value) {
    archive.text(names_of(value)[static_cast<std::size_t>(value)]);
}
template <class Enum>
requires std::is_enum_v<Enum>
void CEREAL_LOAD_FUNCTION_NAME(JsonReader& archive, Enum& value) {
    const auto& names = names_of(value);
    const auto name =
        archive.here().IsString() ? std::ranges::find(names, view(archive.here())) : names.end();
    if (name != names.end())
        value = static_cast<Enum>(name - names.begin());
    else
        archive.fail("已知的名称");
}

template <class List>
void save_list(JsonWriter& archive, const List& list) {
    archive.begin('[');
    for (const auto& item : list) {
        archive.element();
        archive(item);
    }
    archive.end(']');
}
template <class Item, class Add>
void load_list(JsonReader& archive, Add&& add) {
    if (!archive.here().IsArray())
        return archive.fail("列表");
    const std::size_t size = archive.here().Size();
    for (std::size_t i = 0; i < size && !archive.failed(); ++i) {
        archive.enter_element(i);
        Item item{};
        archive(item);
        archive.leave();
        add(std::move(item));
    }
}

template <class Item>
void CEREAL_SAVE_FUNCTION_NAME(JsonWriter& archive, const std::vector<Item>& items) {
    save_list(archive, items);
}
template <class Item>
void CEREAL_LOAD_FUNCTION_NAME(JsonReader& archive, std::vector<Item>& items) {
    load_list<Item>(archive, [&items](Item&& item) { items.push_back(std::move(item)); });
}

template <class Row>
void CEREAL_SAVE_FUNCTION_NAME(JsonWriter& archive, const Rows<Row>& rows) {
    save_list(archive, rows);
}
template <class Row>
void CEREAL_LOAD_FUNCTION_NAME(JsonReader& archive, Rows<Row>& rows) {
    load_list<Row>(archive, [&rows](Row&& row) { rows.push_back(std::move(row)); });
}

} // namespace jibiao::io

CEREAL_SETUP_ARCHIVE_TRAITS(jibiao::io::JsonReader, jibiao::io::JsonWriter)
