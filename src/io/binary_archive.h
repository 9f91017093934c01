#pragma once
#include "base/utf8.h"
#include "io/bounds.h"
#include "io/enum_names.h"
#include "io/format.h"
#include "io/serialize.h"
#include "model/rows.h"

#include <cereal/cereal.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace jibiao::io {

/// cereal archive into a string: integers in groups of seven bits, low ones first, negative ones interleaved.
class BinaryWriter : public cereal::OutputArchive<BinaryWriter> {
  public:
    BinaryWriter() : OutputArchive(this) {}

    int version() const { return format_version; }

    void put(std::uint64_t number) {
        for (; number >= 0x80; number >>= 7)
            bytes_ += static_cast<char>(0x80 | (number & 0x7F));
        bytes_ += static_cast<char>(number);
    }
    /// What is written must be readable again: readers refuse what is no UTF-8.
    void put(std::string_view text) {
        const std::string valid = is_valid_utf8(text) ? std::string() : to_valid_utf8(text);
        const std::string_view written = valid.empty() ? text : valid;
        put(static_cast<std::uint64_t>(written.size()));
        bytes_ += written;
    }
    std::string take() { return std::move(bytes_); }

  private:
    std::string bytes_;
};

/// The same backwards from bytes that may be damaged or hostile: nothing is allocated before its length was
/// checked against what is left; after the first fault everything reads as 0 or empty and failed() says so.
class BinaryReader : public cereal::InputArchive<BinaryReader> {
  public:
    BinaryReader(std::string_view bytes, int version)
        : InputArchive(this), rest_(bytes), version_(version), tally_(bytes.size()) {}

    int version() const { return version_; }
    /// What was too much, if failed() because of a bound.
    const std::optional<Error>& error() const { return tally_.error(); }

    bool failed() const { return failed_; }
    bool at_end() const { return rest_.empty(); }
    void fail() {
        failed_ = true;
        rest_ = {};
    }
    std::uint64_t take_number() {
        std::uint64_t number = 0;
        for (unsigned shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
            const auto byte = static_cast<std::uint8_t>(rest_.front());
            rest_.remove_prefix(1);
            number |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
            if (byte < 0x80)
                return number;
        }
        fail();
        return 0;
    }
    template <class Number>
    Number take_as() {
        const std::uint64_t number = take_number();
        if (number > static_cast<std::uint64_t>(std::numeric_limits<Number>::max())) {
            fail();
            return 0;
        }
        return static_cast<Number>(number);
    }
    std::string_view take_text() {
        const std::size_t size = take_count();
        if (!is_valid_utf8(rest_.substr(0, size))) {
            fail();
            return {};
        }
        const std::string_view text = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return text;
    }
    /// Number of elements or bytes that follow; not more than bytes are left.
    std::size_t take_count() {
        const std::uint64_t count = take_number();
        if (count > rest_.size()) {
            fail();
            return 0;
        }
        return static_cast<std::size_t>(count);
    }

    template <class Row>
    void count(const Row& row) {
        if (!tally_.add(row))
            fail();
    }

  private:
    std::string_view rest_;
    int version_;
    Tally tally_;
    bool failed_ = false;
};

// ---- what cereal calls
// -------------------------------------------------------------------------------------------

template <class Value>
void CEREAL_SAVE_FUNCTION_NAME(BinaryWriter& archive, const cereal::NameValuePair<Value>& pair) {
    archive(pair.value);
}
template <class Value>
void CEREAL_LOAD_FUNCTION_NAME(BinaryReader& archive, cereal::NameValuePair<Value>& pair) {
    archive(pair.value);
}

template <class Value>
void CEREAL_SAVE_FUNCTION_NAME(BinaryWriter& archive, const Always<Value>& pair) {
    archive(pair.value);
}
template <class Value>
void CEREAL_LOAD_FUNCTION_NAME(BinaryReader& archive, Always<Value>& pair) {
    archive(pair.value);
}

template <class Number>
requires std::is_unsigned_v<Number>
void CEREAL_SAVE_FUNCTION_NAME(BinaryWriter& archive, const Number& number) {
    archive.put(static_cast<std::uint64_t>(number));
}
template <class Number>
requires std::is_unsigned_v<Number>
void CEREAL_LOAD_FUNCTION_NAME(BinaryReader& archive, Number& number) {
    number = archive.take_as<Number>();
}

inline void CEREAL_SAVE_FUNCTION_NAME(BinaryWriter& archive, const int& number) {
    const auto bits = static_cast<std::uint32_t>(number);
    archive.put(static_cast<std::uint64_t>((bits << 1) ^ (number < 0 ? 0xFFFFFFFFu : 0u)));
}
inline void CEREAL_LOAD_FUNCTION_NAME(BinaryReader& archive, int& number) {
    const auto bits = archive.take_as<std::uint32_t>();
    number = static_cast<int>((bits >> 1) ^ ((bits & 1) ? 0xFFFFFFFFu : 0u));
    if (number < 0 || static_cast<std::uint32_t>(number) > highest_number)
        number = 0;
}

inline void CEREAL_SAVE_FUNCTION_NAME(BinaryWriter& archive, const std::string& text) {
    archive.put(std::string_view(text));
}
inline void CEREAL_LOAD_FUNCTION_NAME(BinaryReader& archive, std::string& text) {
    text = archive.take_text();
}

template <class Enum>
requires std::is_enum_v<Enum>
void CEREAL_SAVE_FUNCTION_NAME(BinaryWriter& archive, const Enum& value) {
    archive.put(static_cast<std::uint64_t>(value));
}
template <class Enum>
requires std::is_enum_v<Enum>
void CEREAL_LOAD_FUNCTION_NAME(BinaryReader& archive, Enum& value) {
    const auto number = archive.take_as<std::uint8_t>();
    if (number < names_of(value).size())
        value = static_cast<Enum>(number);
    else
        archive.fail();
}

/// By its key: the order of fields is free to change.
inline void CEREAL_SAVE_FUNCTION_NAME(BinaryWriter& archive, const Field& field) {
    archive.put(field_key(field));
}
inline void CEREAL_LOAD_FUNCTION_NAME(BinaryReader& archive, Field& field) {
    const std::string_view key = archive.take_text();
    if (const auto known = field_from_key(key))
        field = *known;
    else if (!key.empty())
        archive.fail();
}

template <class Item>
void CEREAL_SAVE_FUNCTION_NAME(BinaryWriter& archive, const std::optional<Item>& item) {
    archive(item.has_value());
    if (item)
        archive(*item);
}
template <class Item>
void CEREAL_LOAD_FUNCTION_NAME(BinaryReader& archive, std::optional<Item>& item) {
    bool present = false;
    archive(present);
    if (present)
        archive(item.emplace());
}

template <class Item>
void CEREAL_SAVE_FUNCTION_NAME(BinaryWriter& archive, const std::vector<Item>& items) {
    archive.put(static_cast<std::uint64_t>(items.size()));
    for (const Item& item : items)
        archive(item);
}
/// Each element has at least one byte, so no list grows far beyond what is left of the file.
template <class List>
void load_list(BinaryReader& archive, List& list, auto&& add_to) {
    for (std::size_t left = archive.take_count(); left > 0 && !archive.failed(); --left) {
        auto& item = add_to(list);
        archive.count(item);
        archive(item);
    }
}
template <class Item>
void CEREAL_LOAD_FUNCTION_NAME(BinaryReader& archive, std::vector<Item>& items) {
    load_list(archive, items, [](auto& list) -> Item& { return list.emplace_back(); });
}
template <class Row>
void CEREAL_LOAD_FUNCTION_NAME(BinaryReader& archive, Rows<Row>& rows) {
    load_list(archive, rows, [](auto& list) -> Row& { return list.add(); });
}

template <class Row>
void CEREAL_SAVE_FUNCTION_NAME(BinaryWriter& archive, const Rows<Row>& rows) {
    archive.put(static_cast<std::uint64_t>(rows.size()));
    for (const Row& row : rows)
        archive(row);
}
} // namespace jibiao::io

CEREAL_SETUP_ARCHIVE_TRAITS(jibiao::io::BinaryReader, jibiao::io::BinaryWriter)
