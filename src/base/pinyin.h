#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jibiao {

/// How ideographs are read, for finding texts by what people type: 培训 by 培, peixun, px, peix, pei训.
/// Several readings of one count alike: 重 is zhong and chong.
class Pinyin {
  public:
    Pinyin() = default;
    /// As scripts/pinyin_table.py writes it: lines "pei 培配…" of syllables without tones, ü as v; # begins a
    /// comment. Anything else is left out.
    explicit Pinyin(std::string_view table);

    bool empty() const { return readings_.empty(); }

    /// A part of a text, in code points.
    struct Part {
        std::size_t first = 0, count = 0;
        bool operator==(const Part&) const = default;
    };
    /// The first part of `text` that `query` stands for, the shortest one there: each character of it by
    /// itself, by a whole syllable, or by the beginning of one (c or ch of chang); the last one by as much of
    /// its syllable as has been typed. Letters match in either case. Of a query only the first 60 characters
    /// count; a blank one stands for nothing.
    std::optional<Part> find(std::u32string_view query, std::u32string_view text) const;

  private:
    std::span<const std::pair<char32_t, std::uint16_t>> readings_of(char32_t c) const;
    std::uint64_t step(std::u32string_view query, std::uint64_t from, char32_t c) const;

    std::vector<std::string> syllables_;
    std::vector<std::pair<char32_t, std::uint16_t>> readings_; ///< In order; the index is a syllable's.
};

/// What was typed, as Pinyin::find wants it: letters small, full-width ones ASCII, ü as v, without blanks and
/// the apostrophes of xi'an.
std::u32string fold_query(std::string_view typed);

} // namespace jibiao
