#pragma once
#include "base/decimal.h"
#include "templates/template.h"

#include <bitset>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What rules about goals and language read from running text.

namespace jibiao::check {

/// Ideographs, Latin letters and digits of a text: what is left for comparing what two texts say.
using Letters = std::u32string;
Letters letters_of(std::string_view text);
bool is_letter(char32_t c); ///< One of these.

/// Words of a text that outlives them and, when first asked for, their letters.
class Spelt {
  public:
    explicit Spelt(std::string_view text) : text_(text) {}
    std::string_view text() const { return text_; }
    const Letters& letters() const {
        read();
        return *letters_;
    }
    /// False if `other` certainly lacks one of these letters.
    bool may_stand_in(const Spelt& other) const {
        read();
        other.read();
        return (kinds_ & ~other.kinds_) == 0;
    }

  private:
    void read() const;

    std::string_view text_;
    mutable std::optional<Letters> letters_;
    mutable std::uint64_t kinds_ = 0; ///< A bit for each letter; some share one.
};

/// letters_of(text).size(), or `most` if there are more.
std::size_t count_letters(std::string_view text, std::size_t most);

/// How many of `part`'s pairs of neighbouring letters stand in `whole` too, 0 to 100.
int share_of(const Letters& part, const Letters& whole);
/// It cannot be more than this, which costs little: no pairs are put in order.
int most_share_of(const Letters& part, const Letters& whole);

/// The pairs of neighbouring letters of a text, in order: for comparing it with many others.
class SortedPairs {
  public:
    explicit SortedPairs(const Letters& letters);
    /// Letters, not pairs.
    std::size_t size() const { return letters_; }
    /// Both have at least `least` per cent of their pairs in common: 100 for texts made of the same ones.
    friend bool are_alike(const SortedPairs& a, const SortedPairs& b, int least);
    friend int share_of(const SortedPairs& part, const SortedPairs& whole);

  private:
    using Hashes = std::bitset<512>;
    std::size_t letters_;
    std::vector<std::uint64_t> pairs_;
    Hashes hashes_; ///< Of the pairs: what one has and the other has not, they cannot have in common.
};
bool are_alike(const SortedPairs& a, const SortedPairs& b, int least);
int share_of(const SortedPairs& part, const SortedPairs& whole);
/// Whether `a` comes out of `b` by leaving letters away.
bool is_shortened(const Letters& a, const Letters& b);

/// The pieces between commas, semicolons, stops and line ends, trimmed, none empty. They point into `text`.
std::vector<std::string_view> clauses_of(std::string_view text);
/// The same between stops, semicolons and line ends.
std::vector<std::string_view> sentences_of(std::string_view text);

/// A number with a measure word in running text: 5次, 四个, 1.8万人次, 百分之九十.
struct Quantity {
    Decimal amount;          ///< With its multiplier: 18000.
    std::string_view unit;   ///< 次; of an amount of money 元; of a percentage %.
    std::string_view text;   ///< As it stands.
    std::string_view before; ///< What stands in front of it in its clause, 40 letters at most.
    std::string_view after;  ///< What follows it in its clause, 40 letters at most.
};
/// In the order of the text (folded; the views point into it). Numerals of slogans (“四服务”, 两个维护),
/// ordinals, years and months are no quantities. Profile: lists measure_words, slogan_nouns.
std::vector<Quantity> quantities_of(std::string_view text, const Profile& profile);
bool has_quantity(std::string_view text, const Profile& profile);

/// A folded text that several rules read. It is taken to pieces once, when first asked for.
class Statement {
  public:
    explicit Statement(std::string folded) : text_(std::make_unique<const std::string>(std::move(folded))) {}
    const std::string& text() const { return *text_; }
    const std::vector<Quantity>& quantities(const Profile& profile) const;

  private:
    std::unique_ptr<const std::string> text_; ///< Quantities point into it, wherever the statement goes.
    mutable std::optional<std::vector<Quantity>> quantities_;
};

/// The longest word at the first place where one stands.
inline WordFound find_first(std::string_view text, const WordList& words, std::size_t from = 0) {
    return words.find(text, from);
}

/// `text` without the words at its front and its end, as often as one stands there.
std::string_view without_ends(std::string_view text, const WordList& front, const WordList& end);

} // namespace jibiao::check
