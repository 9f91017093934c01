#pragma once
#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace jibiao {

inline std::uint64_t bits_of(float a, float b) {
    return std::uint64_t{std::bit_cast<std::uint32_t>(a)} << 32 | std::bit_cast<std::uint32_t>(b);
}

/// A number for what was added, in its order: for tables and for telling things apart while the program runs.
/// It is another one elsewhere, and no secret.
class Hash {
  public:
    Hash() = default;
    /// Goes on from that of what was added before.
    explicit Hash(std::uint64_t value) : value_(value) {}

    void add(std::uint64_t word) {
        value_ = (value_ ^ word) * 0x9E3779B97F4A7C15u;
        value_ ^= value_ >> 32;
    }
    /// How many there are counts, too.
    void add_bytes(const void* bytes, std::size_t size) {
        add(size);
        for (std::size_t at = 0; at < size; at += sizeof(std::uint64_t)) {
            std::uint64_t word = 0;
            std::memcpy(&word, static_cast<const char*>(bytes) + at, std::min(sizeof word, size - at));
            add(word);
        }
    }
    std::uint64_t value() const { return value_; }

  private:
    std::uint64_t value_ = 0;
};

} // namespace jibiao
