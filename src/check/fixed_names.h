#pragma once
#include "templates/word_list.h"

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Finds fixed names in texts that are one slip away from how they are written: 科普及农兴村 for
/// 科普惠农兴村.

namespace jibiao::check {

class FixedNames {
  public:
    /// `phrases`: letters taken for others that sound or look the same, at most two neighbours; from five
    /// letters on two neighbours swapped; from six on a letter doubled inside. `names`, from six on: also any
    /// other letter inside, or one lost. `alike`: in each text the letters that are taken for each other.
    /// `function_letters` are no slips at the ends (实施方按 begins 实施方按照) and may be left out.
    FixedNames(const WordList& names, const WordList& phrases, const WordList& alike,
               std::string_view function_letters);

    struct Slip {
        std::size_t at = 0; ///< Bytes.
        std::size_t length = 0;
        std::string_view right; ///< Lives as long as the names.
        bool certain = true;    ///< The letters sound or look the same, or are all there.
    };
    /// In order, none over another. Linear in the text, whatever it says.
    std::vector<Slip> find(std::string_view text) const;

  private:
    struct Entry {
        std::string text;
        std::u32string letters;
        bool any_letter = false; ///< Another letter inside is a slip, whatever it is.
        std::size_t right = 0;   ///< Index of the right name; its own unless it is a swapped form.
    };
    struct Key {
        std::uint64_t pair = 0;
        std::uint32_t entry = 0;
        bool second = false;     ///< The pair begins the second half.
        std::int32_t beside = 0; ///< From the pair to where the other half begins, or to its last letter.
        std::uint64_t some = 0;  ///< Bits of the letters one of which stands there, whatever the slip.
    };
    struct Match;
    class Search;

    void add(const std::string& text, bool any_letter);
    void add_keys(std::size_t entry);
    std::uint64_t bits_around(char32_t nearest, char32_t next) const;
    void fill_buckets();
    bool are_alike(char32_t a, char32_t b) const;

    std::vector<Entry> entries_;
    std::vector<Key> keys_;             ///< Sorted by bucket.
    std::vector<std::uint32_t> bucket_; ///< Of a bucket its first key; one more for the end.
    std::bitset<65536> begins_;         ///< Pairs that may have keys, by their hashes.
    std::bitset<65536> may_be_alike_;   ///< Pairs of letters of one group, by their hashes.
    std::size_t longest_ = 0;           ///< Letters of a name.
    std::vector<std::pair<char32_t, std::uint32_t>> groups_; ///< Letter → group of alike ones, sorted.
    std::vector<std::uint64_t> bits_of_group_;               ///< Of its letters.
    std::u32string function_letters_;
};

} // namespace jibiao::check
