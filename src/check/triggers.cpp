#include "check/triggers.h"

#include "check/check.h"

#include <iterator>

namespace jibiao::check {

#define RULE(name)
#define TRIGGERS(name)                                                                                       \
    namespace name {                                                                                         \
    extern const Rule rule;                                                                                  \
    void triggers(const Profile& profile, CellGate& gate);                                                   \
    }
#include "check/rules.def"

namespace {

struct Triggered {
    const Rule* rule;
    void (*triggers)(const Profile&, CellGate&);
};
constexpr Triggered gated[] = {
#define RULE(name)
#define TRIGGERS(name) {&name::rule, name::triggers},
#include "check/rules.def"
};
static_assert(std::size(gated) < 32);
constexpr CellGate::Rules always = 1u << 31;

constexpr std::size_t letter = 3; ///< Bytes of an ideograph.
constexpr unsigned letter_bits = 9;
constexpr unsigned pair_bits = 12;

/// The bytes of the letter at a place, if there are three of them; 0 else. Words are looked for where letters
/// begin, as in word_list.cpp.
std::uint32_t letter_at(std::string_view text, std::size_t at) {
    if (at + letter > text.size())
        return 0;
    const auto byte = [text, at](std::size_t i) {
        return std::uint32_t{static_cast<unsigned char>(text[at + i])};
    };
    const std::uint32_t bytes = byte(0) << 16 | byte(1) << 8 | byte(2);
    return (bytes & 0xE0C0C0) == 0xE08080 ? bytes : 0;
}

std::size_t place_of(std::uint32_t bytes, unsigned bits) {
    return bytes * 0x9E3779B1u >> (32 - bits);
}
std::size_t place_of_pair(std::uint32_t first, std::uint32_t second) {
    return place_of(first * 31 + second, pair_bits);
}

} // namespace

CellGate::CellGate(const Profile& profile)
    : bytes_(256), letters_(1u << letter_bits), pairs_(1u << pair_bits) {
    now_ = 1;
    for (const Triggered& one : gated) {
        one.triggers(profile, *this);
        now_ <<= 1;
    }
}

CellGate::Rules CellGate::bit_of(const Rule& rule) {
    Rules bit = 1;
    for (const Triggered& one : gated) {
        if (one.rule == &rule)
            return bit;
        bit <<= 1;
    }
    return always;
}

void CellGate::add(std::string_view word) {
    const std::uint32_t first = letter_at(word, 0);
    const std::uint32_t second = letter_at(word, letter);
    if (first == 0)
        bytes_[word.empty() ? 0 : static_cast<unsigned char>(word.front())] |= now_;
    else if (second == 0)
        letters_[place_of(first, letter_bits)] |= now_;
    else
        pairs_[place_of_pair(first, second)] |= now_;
}
void CellGate::add(const WordList& words) {
    for (const std::string& word : words)
        add(word);
}
void CellGate::add(const WordTable& words) {
    for (const WordTable::Entry& entry : words)
        add(entry.word);
}

CellGate::Rules CellGate::rules_for(std::string_view text) const {
    Rules rules = always;
    std::uint32_t next = letter_at(text, 0);
    for (std::size_t at = 0; at < text.size();) {
        const std::uint32_t first = next;
        if (first == 0) {
            rules |= bytes_[static_cast<unsigned char>(text[at])];
            next = letter_at(text, ++at);
            continue;
        }
        at += letter;
        next = letter_at(text, at);
        rules |= letters_[place_of(first, letter_bits)] | pairs_[place_of_pair(first, next)];
    }
    return rules;
}

} // namespace jibiao::check
