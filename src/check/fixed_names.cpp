#include "check/fixed_names.h"

#include "base/sort.h"
#include "base/utf8.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace jibiao::check {
namespace {

constexpr std::size_t shortest = 4;
constexpr std::size_t shortest_swapped = 5;
constexpr std::size_t shortest_loose = 6; ///< From here on letters may be lost, doubled, anything else.

std::uint64_t pair_of(char32_t a, char32_t b) {
    return std::uint64_t{a} << 32 | b;
}

std::size_t hash_of(char32_t a, char32_t b) {
    return (a * 31 ^ b * 7919) & 65535;
}

constexpr std::size_t buckets = 4096;

std::uint64_t bit_of(char32_t c) {
    return std::uint64_t{1} << (c * 0x9E3779B1u >> 26);
}

std::size_t bucket_of(std::uint64_t pair) {
    return hash_of(static_cast<char32_t>(pair >> 32), static_cast<char32_t>(pair)) % buckets;
}

std::u32string letters_in(std::string_view text) {
    std::u32string letters;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = code_point_at(text, at);
        letters += c.value;
        at += c.length;
    }
    return letters;
}

std::string utf8(std::u32string_view letters) {
    std::string text;
    for (const char32_t c : letters)
        append_utf8(text, c);
    return text;
}

} // namespace

/// A name in a text, right or with a slip. Positions count letters.
struct FixedNames::Match {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t changed = 0; ///< First letter that is not as it should be.
    std::size_t changed_end = 0;
    std::size_t entry = 0;
    bool certain = true;
};

/// One text. A slip leaves one half of the name as it is: where a half stands, the other one is compared.
class FixedNames::Search {
  public:
    Search(const FixedNames& names, std::string_view text)
        : names_(names), text_(text), edge_(names.longest_ + 2) {
        padded_.resize(text.size() + 2 * edge_);
        std::size_t end = edge_;
        for (std::size_t at = 0; at < text.size();) {
            const CodePoint c = code_point_at(text, at);
            padded_[end++] = c.value;
            at += c.length;
        }
        size_ = end - edge_;
        letters_ = padded_.data() + edge_;
    }

    std::vector<Slip> run() {
        for (std::size_t i = 0; i + 1 < size_; ++i) {
            const char32_t a = letters_[i];
            const char32_t b = letters_[i + 1];
            if (!names_.begins_.test(hash_of(a, b)))
                continue;
            const std::uint64_t pair = pair_of(a, b);
            const std::size_t bucket = bucket_of(pair);
            for (std::uint32_t key = names_.bucket_[bucket]; key < names_.bucket_[bucket + 1]; ++key) {
                if (names_.keys_[key].pair == pair && may_stand(names_.keys_[key], i))
                    take(names_.keys_[key], i);
            }
        }
        return finish();
    }

  private:
    /// 0 before the text and behind it, as far as a name reaches.
    char32_t at(std::ptrdiff_t i) const { return letters_[i]; }

    /// Whatever the slip, the nearest two letters of the other half leave one of themselves in their places.
    bool may_stand(const Key& key, std::size_t i) const {
        const std::ptrdiff_t nearest = static_cast<std::ptrdiff_t>(i) + key.beside;
        const std::ptrdiff_t next = key.second ? nearest - 1 : nearest + 1;
        return (key.some & (bit_of(at(nearest)) | bit_of(at(next)))) != 0;
    }

    /// The letters of a half, outward from the other half, and where they should stand.
    struct Half {
        std::u32string_view name;
        std::ptrdiff_t first = 0; ///< In the name.
        std::ptrdiff_t start = 0; ///< In the text.
        std::ptrdiff_t step = 1;
        std::ptrdiff_t size = 0;

        char32_t letter(std::ptrdiff_t i) const { return name[static_cast<std::size_t>(first + i * step)]; }
    };

    bool stands(const Half& half, std::ptrdiff_t name_from, std::ptrdiff_t text_from,
                std::ptrdiff_t count) const {
        for (std::ptrdiff_t i = 0; i < count; ++i) {
            if (at(half.start + (text_from + i) * half.step) != half.letter(name_from + i))
                return false;
        }
        return true;
    }

    void take(const Key& key, std::size_t i) {
        const Entry& entry = names_.entries_[key.entry];
        const auto size = std::ssize(entry.letters);
        const std::ptrdiff_t middle = size / 2;
        const auto here = static_cast<std::ptrdiff_t>(i);
        const Half front{entry.letters, 0, here, 1, middle};
        const Half back{entry.letters, middle, here, 1, size - middle};
        if (!key.second) {
            if (stands(front, 2, 2, middle - 2))
                compare(key.entry, {entry.letters, middle, here + middle, 1, size - middle}, here);
        } else if (stands(back, 2, 2, back.size - 2)) {
            compare(key.entry, {entry.letters, middle - 1, here - 1, -1, middle}, here + back.size);
        }
    }

    /// `edge`: where the other half begins (step 1) or ends (step -1).
    void compare(std::size_t entry, const Half& half, std::ptrdiff_t edge) {
        std::ptrdiff_t k = 0;
        while (k < half.size && at(half.start + k * half.step) == half.letter(k))
            ++k;
        const bool swapped_form = names_.entries_[entry].right != entry;
        if (k == half.size) {
            if (half.step == 1)
                add_whole(entry, static_cast<std::size_t>(edge));
            return;
        }
        if (swapped_form)
            return;
        const char32_t wrong = at(half.start + k * half.step);
        const char32_t next = at(half.start + (k + 1) * half.step);
        const std::size_t length = half.name.size();
        const bool last = k + 1 == half.size;
        if (stands(half, k + 1, k + 1, half.size - k - 1)) {
            if (const auto certain = is_slip(entry, half.letter(k), wrong, last))
                return add(entry, half, edge, half.size, k, k + 1, *certain);
        }
        if (!last && stands(half, k + 2, k + 2, half.size - k - 2)) {
            const char32_t first = half.letter(k);
            const char32_t second = half.letter(k + 1);
            const bool swapped = length >= shortest_swapped && wrong == second && next == first;
            const bool alike = names_.are_alike(wrong, first) && names_.are_alike(next, second) &&
                               !is_function(wrong) && !is_function(next);
            if (swapped || alike)
                return add(entry, half, edge, half.size, k, k + 2, true);
        }
        if (length < shortest_loose)
            return;
        const char32_t before = half.name[static_cast<std::size_t>(half.first + (k - 1) * half.step)];
        if (wrong == before && stands(half, k, k + 1, half.size - k))
            add(entry, half, edge, half.size + 1, k, k + 1, true);
        else if (!last && names_.entries_[entry].any_letter && !is_function(half.letter(k)) &&
                 stands(half, k + 1, k, half.size - k - 1))
            add(entry, half, edge, half.size - 1, k, k, false);
    }

    bool is_function(char32_t c) const { return names_.function_letters_.find(c) != std::u32string::npos; }

    /// nullopt: what stands there instead of `right` may well be meant; else whether it is certain.
    std::optional<bool> is_slip(std::size_t entry, char32_t right, char32_t wrong, bool at_end) const {
        if (!is_ideograph(wrong) || (at_end && is_function(wrong)))
            return std::nullopt;
        if (names_.are_alike(right, wrong))
            return true;
        constexpr std::u32string_view numerals = U"一二三四五六七八九十两";
        const bool any =
            names_.entries_[entry].any_letter && !at_end && numerals.find(wrong) == std::u32string_view::npos;
        return any ? std::optional(false) : std::nullopt;
    }

    /// The half takes `size` letters of the text; those from `from` to `to` are changed.
    void add(std::size_t entry, const Half& half, std::ptrdiff_t edge, std::ptrdiff_t size,
             std::ptrdiff_t from, std::ptrdiff_t to, bool certain) {
        Match match;
        const auto place = [&](std::ptrdiff_t i) { return static_cast<std::size_t>(half.start + i); };
        if (half.step == 1) {
            match = {static_cast<std::size_t>(edge), place(size), place(from), place(to), entry, certain};
        } else {
            const std::ptrdiff_t begin = 1 - size;
            match = {place(begin), static_cast<std::size_t>(edge), place(1 - to), place(1 - from), entry,
                     certain};
        }
        slips_.push_back(match);
    }

    /// The name as it is, or with the two letters around its middle swapped.
    void add_whole(std::size_t entry, std::size_t begin) {
        const std::size_t size = names_.entries_[entry].letters.size();
        const std::size_t middle = begin + size / 2;
        const bool right = names_.entries_[entry].right == entry;
        (right ? right_ : slips_).push_back({begin, begin + size, middle - 1, middle + 1, entry, true});
    }

    std::vector<Slip> finish() {
        std::vector<Slip> found;
        if (slips_.empty())
            return found;
        jibiao::sort(right_, {}, &Match::begin);
        const auto is_right = [&](const Match& slip) {
            // Names have a bounded length: only those that begin a little before can reach the slip.
            constexpr std::size_t reach = 64;
            const std::size_t from = slip.changed > reach ? slip.changed - reach : 0;
            for (auto one = std::ranges::lower_bound(right_, from, {}, &Match::begin);
                 one != right_.end() && one->begin <= slip.changed; ++one) {
                if (one->end >= std::max(slip.changed_end, slip.changed + 1))
                    return true;
            }
            return false;
        };
        std::erase_if(slips_, is_right);
        jibiao::sort(slips_, [](const Match& a, const Match& b) {
            return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
        });
        const std::vector<CodePoint> points = code_points(text_);
        std::size_t free = 0;
        for (const Match& slip : slips_) {
            if (slip.begin < free)
                continue;
            free = slip.end;
            const std::size_t begin = points[slip.begin].offset;
            const CodePoint& last = points[slip.end - 1];
            const Entry& entry = names_.entries_[names_.entries_[slip.entry].right];
            found.push_back({begin, last.offset + last.length - begin, entry.text, slip.certain});
        }
        return found;
    }

    const FixedNames& names_;
    std::string_view text_;
    std::size_t edge_; ///< Letters before the text and behind it that names may reach over.
    std::u32string padded_;
    const char32_t* letters_ = nullptr; ///< Of the text, in `padded_`.
    std::size_t size_ = 0;
    std::vector<Match> right_;
    std::vector<Match> slips_;
};

FixedNames::FixedNames(const WordList& names, const WordList& phrases, const WordList& alike,
                       std::string_view function_letters)
    : function_letters_(letters_in(function_letters)) {
    for (std::size_t group = 0; group < alike.size(); ++group) {
        const std::u32string letters = letters_in(alike[group]);
        bits_of_group_.push_back(0);
        for (const char32_t c : letters) {
            bits_of_group_.back() |= bit_of(c);
            groups_.emplace_back(c, static_cast<std::uint32_t>(group));
            for (const char32_t other : letters)
                may_be_alike_.set(hash_of(c, other));
        }
    }
    jibiao::sort(groups_);
    for (const std::string& name : names)
        add(name, true);
    for (const std::string& phrase : phrases)
        add(phrase, false);
    fill_buckets();
}

std::uint64_t FixedNames::bits_around(char32_t nearest, char32_t next) const {
    std::uint64_t bits = bit_of(nearest) | bit_of(next);
    for (auto one = std::ranges::lower_bound(groups_, std::pair(nearest, std::uint32_t{0}));
         one != groups_.end() && one->first == nearest; ++one)
        bits |= bits_of_group_[one->second];
    return bits;
}

void FixedNames::fill_buckets() {
    const auto bucket = [](const Key& key) { return bucket_of(key.pair); };
    jibiao::sort(keys_, {}, bucket);
    bucket_.resize(buckets + 1);
    std::size_t next = 0;
    for (std::size_t i = 0; i <= buckets; ++i) {
        while (next < keys_.size() && bucket(keys_[next]) < i)
            ++next;
        bucket_[i] = static_cast<std::uint32_t>(next);
    }
}

void FixedNames::add(const std::string& text, bool any_letter) {
    std::u32string letters = letters_in(text);
    if (letters.size() < shortest)
        return;
    longest_ = std::max(longest_, letters.size());
    const std::size_t right = entries_.size();
    entries_.push_back({text, letters, any_letter && letters.size() >= shortest_loose, right});
    add_keys(right);
    // Two letters swapped across the middle leave neither half as it is.
    const std::size_t middle = letters.size() / 2;
    if (letters.size() < shortest_swapped || letters[middle - 1] == letters[middle])
        return;
    std::swap(letters[middle - 1], letters[middle]);
    entries_.push_back({utf8(letters), letters, false, right});
    add_keys(right + 1);
}

void FixedNames::add_keys(std::size_t entry) {
    const std::u32string& letters = entries_[entry].letters;
    const std::size_t middle = letters.size() / 2;
    const bool swapped = entries_[entry].right != entry;
    for (const std::size_t at : {std::size_t{0}, middle}) {
        if (swapped && at != 0)
            continue;
        const bool second = at != 0;
        keys_.push_back({pair_of(letters[at], letters[at + 1]), static_cast<std::uint32_t>(entry), second,
                         second ? -1 : static_cast<std::int32_t>(middle),
                         second ? bits_around(letters[middle - 1], letters[middle - 2])
                                : bits_around(letters[middle], letters[middle + 1])});
        begins_.set(hash_of(letters[at], letters[at + 1]));
    }
}

bool FixedNames::are_alike(char32_t a, char32_t b) const {
    if (!may_be_alike_.test(hash_of(a, b))) // Nearly all.
        return false;
    const auto of = [this](char32_t c) {
        return std::ranges::equal_range(groups_, c, {}, &std::pair<char32_t, std::uint32_t>::first);
    };
    const auto others = of(b);
    return std::ranges::any_of(of(a), [&others](const auto& one) {
        return std::ranges::any_of(others, [&one](const auto& other) { return one.second == other.second; });
    });
}

std::vector<FixedNames::Slip> FixedNames::find(std::string_view text) const {
    return Search(*this, text).run();
}

} // namespace jibiao::check
