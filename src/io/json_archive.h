#pragma once
#include "io/book_archive.h"
#include "io/json_text.h"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// cereal archives for our JSON. cereal's own stops at the first key that is missing and cannot leave one
/// out; a file that somebody edits by hand, or that an older program wrote, must still open.

namespace jibiao::io {

/// A value has the wrong type. Thrown inside io only; read_json turns it into an Error.
struct JsonMismatch {
    std::string path;
    std::string_view expected; ///< 文字, 数字 …
    std::string_view found;
};

class JsonWriter : public cereal::OutputArchive<JsonWriter> {
  public:
    JsonWriter() : OutputArchive(this), writer(buffer) { writer.SetIndent(' ', 1); }

    void string(std::string_view text) {
        writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
    }

    rapidjson::StringBuffer buffer;
    rapidjson::PrettyWriter<rapidjson::StringBuffer> writer;
};

class JsonReader : public cereal::InputArchive<JsonReader> {
  public:
    explicit JsonReader(const rapidjson::Value& value) : InputArchive(this), value_(&value) {}

    const rapidjson::Value& value() const { return *value_; }
    const std::string& path() const { return path_; }
    /// Paths of keys that nothing asked for.
    const std::vector<std::string>& unknown_keys() const { return unknown_; }

    [[noreturn]] void mismatch(std::string_view expected) const {
        throw JsonMismatch{path_, expected, json_type_name(*value_)};
    }
    /// Reads `target` from the member `key` of the present object, if it is there.
    template <class T>
    void member(const char* key, T& target) {
        const auto found = value_->FindMember(key);
        if (found == value_->MemberEnd())
            return;
        asked_.back().insert(key);
        below(found->value, path_.empty() ? std::string(key) : "." + std::string(key), target);
    }
    template <class T>
    void element(rapidjson::SizeType index, T& target) {
        below((*value_)[index], "[" + std::to_string(index) + "]", target);
    }
    void begin_object() {
        if (!value_->IsObject())
            mismatch("对象");
        asked_.emplace_back();
    }
    void end_object() {
        for (const auto& one : value_->GetObject()) {
            const std::string key(view(one.name));
            if (asked_.back().count(key) == 0)
                unknown_.push_back(path_.empty() ? key : path_ + "." + key);
        }
        asked_.pop_back();
    }

  private:
    template <class T>
    void below(const rapidjson::Value& value, const std::string& step, T& target) {
        const rapidjson::Value* above = value_;
        const std::size_t length = path_.size();
        value_ = &value;
        path_ += step;
        (*this)(target);
        path_.resize(length);
        value_ = above;
    }

    const rapidjson::Value* value_;
    std::string path_;
    std::vector<std::set<std::string>> asked_; ///< By open object.
    std::vector<std::string> unknown_;
};

/// What a text archive leaves out.
template <class T>
bool is_default(const T& value) {
    return value == T{};
}

} // namespace jibiao::io

namespace cereal {

using jibiao::io::JsonReader;
using jibiao::io::JsonWriter;

template <class T>
void CEREAL_SAVE_FUNCTION_NAME(JsonWriter& archive, const NameValuePair<T>& pair) {
    if (jibiao::io::is_default(pair.value))
        return;
    archive.writer.Key(pair.name);
    archive(pair.value);
}
template <class T>
void CEREAL_LOAD_FUNCTION_NAME(JsonReader& archive, NameValuePair<T>& pair) {
    archive.member(pair.name, pair.value);
}

template <class T>
inline constexpr bool is_pair = false;
template <class T>
inline constexpr bool is_pair<NameValuePair<T>> = true;

/// Objects: everything with a serialize() of its own.
template <class T>
concept JsonObject = std::is_class_v<T> && !is_pair<T> && !requires(T value) {
    value.begin();
};

template <JsonObject T>
void prologue(JsonWriter& archive, const T&) {
    archive.writer.StartObject();
}
template <JsonObject T>
void epilogue(JsonWriter& archive, const T&) {
    archive.writer.EndObject();
}
template <JsonObject T>
void prologue(JsonReader& archive, const T&) {
    archive.begin_object();
}
template <JsonObject T>
void epilogue(JsonReader& archive, const T&) {
    archive.end_object();
}

template <class T, std::enable_if_t<std::is_integral_v<T>, int> = 0>
void CEREAL_SAVE_FUNCTION_NAME(JsonWriter& archive, const T& value) {
    if constexpr (std::is_same_v<T, bool>)
        archive.writer.Bool(value);
    else
        archive.writer.Int64(static_cast<std::int64_t>(value));
}
template <class T, std::enable_if_t<std::is_integral_v<T>, int> = 0>
void CEREAL_LOAD_FUNCTION_NAME(JsonReader& archive, T& value) {
    if constexpr (std::is_same_v<T, bool>) {
        if (!archive.value().IsBool())
            archive.mismatch("是或否（true、false）");
        value = archive.value().GetBool();
    } else {
        const bool fits = archive.value().IsInt64() && std::in_range<T>(archive.value().GetInt64());
        if (!fits)
            archive.mismatch("整数");
        value = static_cast<T>(archive.value().GetInt64());
    }
}

template <class T, std::enable_if_t<std::is_enum_v<T>, int> = 0>
void CEREAL_SAVE_FUNCTION_NAME(JsonWriter& archive, const T& value) {
    archive.string(jibiao::io::word_of(value));
}
template <class T, std::enable_if_t<std::is_enum_v<T>, int> = 0>
void CEREAL_LOAD_FUNCTION_NAME(JsonReader& archive, T& value) {
    const bool known =
        archive.value().IsString() && jibiao::io::from_word(jibiao::io::view(archive.value()), value);
    if (!known)
        archive.mismatch("已定义的名称");
}

inline void CEREAL_SAVE_FUNCTION_NAME(JsonWriter& archive, const std::string& text) {
    archive.string(text);
}
inline void CEREAL_LOAD_FUNCTION_NAME(JsonReader& archive, std::string& text) {
    if (!archive.value().IsString())
        archive.mismatch("文字");
    text = jibiao::io::view(archive.value());
}

template <class List>
void save_list(JsonWriter& archive, const List& list) {
    archive.writer.StartArray();
    for (const auto& one : list)
        archive(one);
    archive.writer.EndArray();
}
template <class List, class Add>
void load_list(JsonReader& archive, List& list, Add&& add) {
    if (!archive.value().IsArray())
        archive.mismatch("列表");
    list.clear();
    for (rapidjson::SizeType i = 0; i < archive.value().Size(); ++i)
        archive.element(i, add());
}

template <class T>
void CEREAL_SAVE_FUNCTION_NAME(JsonWriter& archive, const std::vector<T>& list) {
    save_list(archive, list);
}
template <class T>
void CEREAL_LOAD_FUNCTION_NAME(JsonReader& archive, std::vector<T>& list) {
    load_list(archive, list, [&]() -> T& { return list.emplace_back(); });
}
template <class Row>
void CEREAL_SAVE_FUNCTION_NAME(JsonWriter& archive, const jibiao::Rows<Row>& rows) {
    save_list(archive, rows);
}
template <class Row>
void CEREAL_LOAD_FUNCTION_NAME(JsonReader& archive, jibiao::Rows<Row>& rows) {
    load_list(archive, rows, [&]() -> Row& { return rows.push_back(Row{}); });
}

} // namespace cereal

CEREAL_REGISTER_ARCHIVE(jibiao::io::JsonWriter)
CEREAL_REGISTER_ARCHIVE(jibiao::io::JsonReader)
CEREAL_SETUP_ARCHIVE_TRAITS(jibiao::io::JsonReader, jibiao::io::JsonWriter)
