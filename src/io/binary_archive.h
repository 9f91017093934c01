#pragma once
#include "io/book_archive.h"

#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// cereal archives for the portable binary form: little-endian, and safe to read from a hostile file.
/// cereal's own trusts the sizes it reads; nine bytes can ask it for terabytes.

namespace jibiao::io {

/// Thrown inside io only; the readers turn it into an Error.
struct BinaryDamage {};

class BinaryWriter : public cereal::OutputArchive<BinaryWriter, cereal::AllowEmptyClassElision> {
  public:
    BinaryWriter() : OutputArchive(this) {}

    template <class Number>
    void number(Number value) {
        auto bits = static_cast<std::make_unsigned_t<Number>>(value);
        for (std::size_t i = 0; i < sizeof(Number); ++i) {
            bytes.push_back(static_cast<char>(bits & 0xFF));
            bits = static_cast<decltype(bits)>(bits >> (sizeof(Number) > 1 ? 8 : 0));
        }
    }
    void size(std::size_t value) { number(static_cast<std::uint32_t>(value)); }

    std::string bytes;
};

class BinaryReader : public cereal::InputArchive<BinaryReader, cereal::AllowEmptyClassElision> {
  public:
    explicit BinaryReader(std::string_view bytes) : InputArchive(this), left_(bytes) {}

    template <class Number>
    void number(Number& value) {
        const std::string_view part = take(sizeof(Number));
        std::uint64_t bits = 0;
        for (std::size_t i = sizeof(Number); i-- > 0;)
            bits = (bits << 8) | static_cast<unsigned char>(part[i]);
        value = static_cast<Number>(bits);
    }
    /// A count of things of which each takes at least one byte.
    std::size_t size() {
        std::uint32_t value = 0;
        number(value);
        if (value > left_.size())
            throw BinaryDamage{};
        return value;
    }
    std::string_view take(std::size_t count) {
        if (count > left_.size())
            throw BinaryDamage{};
        const std::string_view part = left_.substr(0, count);
        left_.remove_prefix(count);
        return part;
    }
    bool at_end() const { return left_.empty(); }

  private:
    std::string_view left_;
};

} // namespace jibiao::io

namespace cereal {

using jibiao::io::BinaryReader;
using jibiao::io::BinaryWriter;

template <class T>
void CEREAL_SAVE_FUNCTION_NAME(BinaryWriter& archive, const NameValuePair<T>& pair) {
    archive(pair.value);
}
template <class T>
void CEREAL_LOAD_FUNCTION_NAME(BinaryReader& archive, NameValuePair<T>& pair) {
    archive(pair.value);
}

template <class T, std::enable_if_t<std::is_integral_v<T>, int> = 0>
void CEREAL_SAVE_FUNCTION_NAME(BinaryWriter& archive, const T& value) {
    if constexpr (std::is_same_v<T, bool>)
        archive.number(static_cast<std::uint8_t>(value));
    else
        archive.number(value);
}
template <class T, std::enable_if_t<std::is_integral_v<T>, int> = 0>
void CEREAL_LOAD_FUNCTION_NAME(BinaryReader& archive, T& value) {
    if constexpr (std::is_same_v<T, bool>) {
        std::uint8_t byte = 0;
        archive.number(byte);
        value = byte != 0;
    } else {
        archive.number(value);
    }
}

/// An enum is a byte; `from_word` knows which bytes mean something.
template <class T, std::enable_if_t<std::is_enum_v<T>, int> = 0>
void CEREAL_SAVE_FUNCTION_NAME(BinaryWriter& archive, const T& value) {
    archive.number(static_cast<std::uint8_t>(value));
}
template <class T, std::enable_if_t<std::is_enum_v<T>, int> = 0>
void CEREAL_LOAD_FUNCTION_NAME(BinaryReader& archive, T& value) {
    std::uint8_t byte = 0;
    archive.number(byte);
    value = static_cast<T>(byte);
    if (!jibiao::io::from_word(jibiao::io::word_of(value), value))
        throw jibiao::io::BinaryDamage{};
}

inline void CEREAL_SAVE_FUNCTION_NAME(BinaryWriter& archive, const std::string& text) {
    archive.size(text.size());
    archive.bytes += text;
}
inline void CEREAL_LOAD_FUNCTION_NAME(BinaryReader& archive, std::string& text) {
    text = archive.take(archive.size());
}

template <class T>
void CEREAL_SAVE_FUNCTION_NAME(BinaryWriter& archive, const std::vector<T>& list) {
    archive.size(list.size());
    for (const T& one : list)
        archive(one);
}
template <class T>
void CEREAL_LOAD_FUNCTION_NAME(BinaryReader& archive, std::vector<T>& list) {
    list.clear();
    for (std::size_t left = archive.size(); left > 0; --left) // Grows with what is really there.
        archive(list.emplace_back());
}

template <class Row>
void CEREAL_SAVE_FUNCTION_NAME(BinaryWriter& archive, const jibiao::Rows<Row>& rows) {
    archive.size(rows.size());
    for (const Row& row : rows)
        archive(row);
}
template <class Row>
void CEREAL_LOAD_FUNCTION_NAME(BinaryReader& archive, jibiao::Rows<Row>& rows) {
    rows.clear();
    for (std::size_t left = archive.size(); left > 0; --left)
        archive(rows.push_back(Row{}));
}

template <class T>
void CEREAL_SAVE_FUNCTION_NAME(BinaryWriter& archive, const std::optional<T>& value) {
    archive.number(static_cast<std::uint8_t>(value.has_value()));
    if (value)
        archive(*value);
}
template <class T>
void CEREAL_LOAD_FUNCTION_NAME(BinaryReader& archive, std::optional<T>& value) {
    std::uint8_t present = 0;
    archive.number(present);
    value.reset();
    if (present != 0)
        archive(value.emplace());
}

} // namespace cereal

CEREAL_REGISTER_ARCHIVE(jibiao::io::BinaryWriter)
CEREAL_REGISTER_ARCHIVE(jibiao::io::BinaryReader)
CEREAL_SETUP_ARCHIVE_TRAITS(jibiao::io::BinaryReader, jibiao::io::BinaryWriter)
