#include "check/wording.h"

#include "base/sort.h"
#include "base/text.h"
#include "base/utf8.h"
#include "check/reading.h"
#include "model/target_value.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>

namespace jibiao::check {

using namespace std::string_view_literals;

namespace {

/// Without a call: nearly all letters of a text.
bool is_common_ideograph(char32_t c) {
    return c >= 0x4E00 && c <= 0x9FFF;
}

} // namespace

bool is_letter(char32_t c) {
    return is_common_ideograph(c) || is_ideograph(c) || is_latin(c) || is_digit(c);
}

Letters letters_of(std::string_view text) {
    constexpr std::size_t bytes = 3; // Of most letters; the others are less than half.
    Letters letters;
    letters.reserve(text.size() / bytes + 1);
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = code_point_at(text, at);
        if (is_letter(c.value))
            letters += c.value;
        at += c.length;
    }
    return letters;
}

void Spelt::read() const {
    if (letters_)
        return;
    letters_ = letters_of(text_);
    for (const char32_t each : *letters_)
        kinds_ |= std::uint64_t{1} << (each % 64);
}

std::size_t count_letters(std::string_view text, std::size_t most) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size() && count < most;) {
        const CodePoint c = code_point_at(text, at);
        count += is_letter(c.value) ? 1 : 0;
        at += c.length;
    }
    return count;
}

namespace {

/// Of sorted ones; the same pair as often as both have it.
std::size_t count_common(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
    std::size_t common = 0;
    for (auto at = a.begin(), other = b.begin(); at != a.end() && other != b.end();) {
        common += *at == *other ? 1 : 0;
        const bool both = *at == *other;
        const bool first = *at < *other;
        at += both || first ? 1 : 0;
        other += both || !first ? 1 : 0;
    }
    return common;
}

std::vector<std::string_view> split_at(std::string_view text, std::u32string_view separators) {
    std::vector<std::string_view> pieces;
    std::size_t begin = 0;
    const auto add = [&](std::size_t end) {
        const std::string_view piece = trim(text.substr(begin, end - begin));
        if (!piece.empty())
            pieces.push_back(piece);
    };
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = code_point_at(text, at);
        at += c.length;
        if (is_common_ideograph(c.value) || separators.find(c.value) == std::u32string_view::npos)
            continue;
        add(c.offset);
        begin = at;
    }
    add(text.size());
    return pieces;
}

constexpr std::u32string_view sentence_ends = U"。！？；;!?\n";
constexpr std::u32string_view clause_ends = U"。！？；，、;!?,\n";

} // namespace

SortedPairs::SortedPairs(const Letters& letters) : letters_(letters.size()) {
    pairs_.reserve(letters.size());
    for (std::size_t i = 1; i < letters.size(); ++i)
        pairs_.push_back(std::uint64_t{letters[i - 1]} << 32 | letters[i]);
    jibiao::sort(pairs_);
    for (const std::uint64_t pair : pairs_)
        hashes_.set((pair * 0x9E3779B97F4A7C15u >> 32) % hashes_.size());
}

int share_of(const SortedPairs& part, const SortedPairs& whole) {
    if (part.pairs_.empty())
        return 0;
    return static_cast<int>(count_common(part.pairs_, whole.pairs_) * 100 / part.pairs_.size());
}

int share_of(const Letters& part, const Letters& whole) {
    return share_of(SortedPairs(part), SortedPairs(whole));
}

int most_share_of(const Letters& part, const Letters& whole) {
    if (part.size() < 2)
        return 0;
    std::bitset<4096> pairs;
    const auto place_in = [&pairs](const Letters& letters, std::size_t i) {
        return (letters[i - 1] * 31u + letters[i]) * 0x9E3779B1u >> 7 & (pairs.size() - 1);
    };
    for (std::size_t i = 1; i < whole.size(); ++i)
        pairs.set(place_in(whole, i));
    std::size_t common = 0;
    for (std::size_t i = 1; i < part.size(); ++i)
        common += pairs.test(place_in(part, i)) ? 1 : 0;
    return static_cast<int>(common * 100 / (part.size() - 1));
}

bool are_alike(const SortedPairs& a, const SortedPairs& b, int least) {
    const std::size_t fewer = std::min(a.pairs_.size(), b.pairs_.size());
    const std::size_t more = std::max(a.pairs_.size(), b.pairs_.size());
    const auto share = static_cast<std::size_t>(least);
    if (fewer == 0 || fewer * 100 / more < share) // Spares most texts the comparison.
        return false;
    const SortedPairs& longer = a.pairs_.size() == more ? a : b;
    const SortedPairs& shorter = &longer == &a ? b : a;
    const std::size_t missing = (longer.hashes_ & ~shorter.hashes_).count();
    return (more - missing) * 100 / more >= share && count_common(a.pairs_, b.pairs_) * 100 / more >= share;
}

bool is_shortened(const Letters& a, const Letters& b) {
    std::size_t at = 0;
    for (const char32_t c : b) {
        if (at < a.size() && a[at] == c)
            ++at;
    }
    return a.size() < b.size() && at == a.size();
}

std::vector<std::string_view> clauses_of(std::string_view text) {
    return split_at(text, clause_ends);
}

std::vector<std::string_view> sentences_of(std::string_view text) {
    return split_at(text, sentence_ends);
}

namespace {

/// Chinese numerals up to 亿; nullopt for a run that is no number (一二三).
class Numeral {
  public:
    static constexpr std::u32string_view parts = U"零一二两三四五六七八九十百千万亿";
    static bool is_part(char32_t c) { return parts.find(c) != std::u32string_view::npos; }

    static std::optional<std::int64_t> read(std::u32string_view text) {
        std::int64_t total = 0;
        std::int64_t section = 0;
        std::int64_t digit = -1;
        for (const char32_t c : text) {
            const std::size_t value = digits.find(c);
            if (value != std::u32string_view::npos) {
                if (digit > 0)
                    return std::nullopt;
                digit = value == 10 ? 2 : static_cast<std::int64_t>(value);
                continue;
            }
            const std::int64_t weight = weight_of(c);
            if (weight < 10'000) {
                section += std::max<std::int64_t>(digit, digit == -1 ? 1 : 0) * weight;
            } else {
                total = (total + section + std::max<std::int64_t>(digit, 0)) * weight;
                section = 0;
            }
            digit = -1;
            if (total > most)
                return std::nullopt;
        }
        return total + section + std::max<std::int64_t>(digit, 0);
    }

  private:
    static std::int64_t weight_of(char32_t c) {
        return c == U'十' ? 10 : c == U'百' ? 100 : c == U'千' ? 1'000 : c == U'万' ? 10'000 : 100'000'000;
    }
    static constexpr std::int64_t most = 1'000'000'000'000;
    static constexpr std::u32string_view digits = U"零一二三四五六七八九两";
};

struct Number {
    Decimal amount;
    std::size_t end = 0;
    bool spelled = false; ///< In Chinese numerals.
};

std::optional<Number> read_digits(std::string_view text, std::size_t at) {
    constexpr std::size_t longest = 24;
    std::size_t end = at;
    while (end < text.size() && end < at + longest &&
           (is_digit(static_cast<unsigned char>(text[end])) ||
            ((text[end] == '.' || text[end] == ',') && end + 1 < text.size() &&
             is_digit(static_cast<unsigned char>(text[end + 1])))))
        ++end;
    std::string_view number = text.substr(at, end - at);
    auto value = read_decimal(number);
    if (!value) { // 5,300人 is one number, 30,5次 are two.
        number = number.substr(0, number.find(','));
        value = read_decimal(number);
        end = at + number.size();
    }
    if (!value)
        return std::nullopt;
    constexpr std::pair<std::string_view, std::int64_t> multipliers[] = {
        {"千万", 10'000'000}, {"百万", 1'000'000}, {"万", 10'000}, {"亿", 100'000'000}};
    for (const auto& [word, factor] : multipliers) {
        if (text.substr(end).starts_with(word))
            return Number{value->times(factor), end + word.size()};
    }
    return Number{*value, end};
}

std::optional<Number> read_numerals(std::string_view text, std::size_t at) {
    Letters run;
    while (at < text.size() && run.size() < 12) {
        const CodePoint c = code_point_at(text, at);
        if (!Numeral::is_part(c.value))
            break;
        run += c.value;
        at += c.length;
    }
    const auto value = Numeral::read(run);
    if (!value)
        return std::nullopt;
    return Number{Decimal::whole(*value), at, true};
}

/// What the numeral at a place cannot be a number after: 第三个, 每一个, 进一步, 逐一.
bool is_word_before(char32_t c) {
    constexpr std::u32string_view letters = U"第每进逐统唯同之某另任";
    return letters.find(c) != std::u32string_view::npos;
}

class QuantityReader {
  public:
    QuantityReader(std::string_view text, const Profile& profile) : text_(text), profile_(profile) {}

    std::vector<Quantity> read(bool first_only) {
        std::vector<Quantity> found;
        for (std::size_t at = 0; at < text_.size();) {
            const CodePoint c = code_point_at(text_, at);
            if (!may_matter(c.value)) {
                at += c.length;
                continue;
            }
            if (c.value == U'“')
                quoted_ = true;
            else if (c.value == U'”')
                quoted_ = false;
            if (clause_ends.find(c.value) != std::u32string_view::npos)
                clause_ = at + c.length;
            const std::size_t end = read_at(c, found);
            if (first_only && !found.empty())
                return found;
            at = std::max(end, at + c.length);
        }
        return found;
    }

  private:
    /// False for nearly all letters that begin no number and end no clause, by their last eight bits.
    static bool may_matter(char32_t c) {
        static constexpr auto bits = [] {
            std::array<bool, 256> some{};
            for (const std::u32string_view letters : {clause_ends, Numeral::parts, U"“”0123456789"sv})
                for (const char32_t one : letters)
                    some[one & 255] = true;
            return some;
        }();
        return bits[c & 255];
    }

    /// Where to go on.
    std::size_t read_at(const CodePoint& c, std::vector<Quantity>& found) {
        const bool digit = c.length == 1 && is_digit(c.value);
        if (!digit && !Numeral::is_part(c.value))
            return c.offset;
        const char32_t before = code_point_before(text_, c.offset);
        if (digit && is_digit(before)) // The end of a number that is too long to be one.
            return c.offset;
        const bool percent = text_.substr(0, c.offset).ends_with("百分之");
        const auto number = digit ? read_digits(text_, c.offset) : read_numerals(text_, c.offset);
        if (!number)
            return c.offset;
        if (is_latin(before) || (!digit && !percent && (quoted_ || is_word_before(before))))
            return number->end;
        std::size_t unit_at = number->end;
        for (const std::string_view about : {"余", "多"}) {
            if (text_.substr(unit_at).starts_with(about))
                unit_at += about.size();
        }
        const std::string_view unit =
            percent ? std::string_view("%") : profile_.list("measure_words").front_of(text_.substr(unit_at));
        const std::size_t end = percent ? number->end : unit_at + unit.size();
        if (unit == "周" && text_.substr(end).starts_with("年")) // 建党100周年.
            return end;
        if (unit.empty() || (number->spelled && !percent && is_slogan(number->amount, end)))
            return number->end;
        std::size_t clause_end = end;
        while (clause_end < text_.size() && clause_end < end + reach) {
            const CodePoint next = code_point_at(text_, clause_end);
            if (may_matter(next.value) && clause_ends.find(next.value) != std::u32string_view::npos)
                break;
            clause_end += next.length;
        }
        found.push_back({number->amount, unit, text_.substr(c.offset, end - c.offset),
                         just_before(text_.substr(clause_), c.offset - clause_, reach),
                         text_.substr(end, clause_end - end)});
        return end;
    }

    /// 两个维护; 一个 in front of a noun is an article, at the end of its clause a number.
    bool is_slogan(Decimal amount, std::size_t end) const {
        const std::string_view rest = text_.substr(end);
        const bool ends =
            rest.empty() || clause_ends.find(code_point_at(rest, 0).value) != std::u32string_view::npos;
        if (amount == Decimal::whole(1) && !ends)
            return true;
        return starts_with_any(rest, profile_.list("slogan_nouns"));
    }

    /// Bytes of a clause that are looked at on each side of a number.
    static constexpr std::size_t reach = 120;

    std::string_view text_;
    const Profile& profile_;
    std::size_t clause_ = 0;
    bool quoted_ = false;
};

} // namespace

std::vector<Quantity> quantities_of(std::string_view text, const Profile& profile) {
    return QuantityReader(text, profile).read(false);
}

const std::vector<Quantity>& Statement::quantities(const Profile& profile) const {
    if (!quantities_)
        quantities_ = quantities_of(*text_, profile);
    return *quantities_;
}

bool has_quantity(std::string_view text, const Profile& profile) {
    return !QuantityReader(text, profile).read(true).empty();
}

std::string_view without_ends(std::string_view text, const WordList& front, const WordList& end) {
    for (bool again = true; again;) {
        again = false;
        for (const std::string& word :
             front.begins(text) ? std::span(front) : std::span<const std::string>()) {
            if (text.size() > word.size() && text.starts_with(word)) {
                text.remove_prefix(word.size());
                again = true;
            }
        }
        for (const std::string& word : end.ends(text) ? std::span(end) : std::span<const std::string>()) {
            if (text.size() > word.size() && text.ends_with(word)) {
                text.remove_suffix(word.size());
                again = true;
            }
        }
    }
    return text;
}

} // namespace jibiao::check
