#include "templates/word_list.h"

#include "base/sort.h"

#include <algorithm>
#include <bit>

namespace jibiao {
namespace {

constexpr std::size_t indexed = 3; ///< Bytes: an ideograph.

std::uint32_t bytes_at(std::string_view text, std::size_t at) {
    const auto byte = [text, at](std::size_t i) {
        return std::uint32_t{static_cast<unsigned char>(text[at + i])};
    };
    return byte(0) << 16 | byte(1) << 8 | byte(2);
}

bool is_continuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

/// Bytes of the letter that begins so: 3 for an ideograph, else 1, which is never too far.
std::size_t length_of_letter(std::uint32_t bytes) {
    return (bytes & 0xE0C0C0) == 0xE08080 ? indexed : 1;
}

} // namespace

void WordIndex::build(std::vector<Key> keys) {
    keys_ = std::move(keys);
    unsigned log = 6;
    while (log < 24 && (std::size_t{1} << log) < keys_.size() * 16)
        ++log;
    shift_ = 32 - log;
    // Multiplying by an odd number gives each key its own product, and puts them in the order of their
    // places.
    jibiao::sort(keys_, {},
                 [](const Key& key) { return std::uint64_t{key.bytes * 0x9E3779B1u} << 32 | key.number; });
    bits_.assign((std::size_t{1} << log) / 64, 0);
    bits_below_.assign(bits_.size(), 0);
    first_keys_.clear();
    for (std::size_t i = 0; i < keys_.size(); ++i) {
        const std::uint32_t place = place_of(keys_[i].bytes);
        if (may_have(keys_[i].bytes))
            continue;
        bits_[place / 64] |= std::uint64_t{1} << (place % 64);
        first_keys_.push_back(static_cast<std::uint32_t>(i));
    }
    for (std::size_t i = 1; i < bits_.size(); ++i)
        bits_below_[i] = bits_below_[i - 1] + static_cast<std::uint32_t>(std::popcount(bits_[i - 1]));
}

const WordIndex::Key* WordIndex::find(std::uint32_t bytes) const {
    if (!may_have(bytes))
        return nullptr;
    const std::uint32_t place = place_of(bytes);
    const std::uint64_t below = bits_[place / 64] & ((std::uint64_t{1} << (place % 64)) - 1);
    const Key* key =
        &keys_[first_keys_[bits_below_[place / 64] + static_cast<std::uint32_t>(std::popcount(below))]];
    while (key != end() && key->bytes != bytes && place_of(key->bytes) == place)
        ++key;
    return key == end() || key->bytes != bytes ? nullptr : key;
}

WordList::WordList(std::vector<std::string> words) : words_(std::move(words)) {
    std::vector<WordIndex::Key> fronts;
    std::vector<WordIndex::Key> backs;
    for (std::size_t i = 0; i < words_.size(); ++i) {
        const std::string& word = words_[i];
        if (word.size() < indexed || is_continuation(word.front())) {
            plain_.push_back(i);
            continue;
        }
        const auto number = static_cast<std::uint32_t>(i);
        fronts.push_back({bytes_at(word, 0), number});
        backs.push_back({bytes_at(word, word.size() - indexed), number});
    }
    fronts_.build(std::move(fronts));
    backs_.build(std::move(backs));
}

namespace {

/// Begins a letter of one or two bytes, as nearly all words do that are too short for the index.
bool begins_short_letter(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x80 || (byte >= 0xC0 && byte < 0xE0);
}

/// Where short words stand in a text: nowhere in nearly all of them.
class ShortWords {
  public:
    explicit ShortWords(std::string_view text)
        : text_(text), may_have_(std::ranges::any_of(text, begins_short_letter)) {}
    std::size_t find(std::string_view word, std::size_t from = 0) const {
        return may_have_ || word.empty() || !begins_short_letter(word.front()) ? text_.find(word, from)
                                                                               : std::string_view::npos;
    }

  private:
    std::string_view text_;
    bool may_have_;
};

} // namespace

template <class Test>
bool WordList::any_plain(Test&& test) const {
    return std::ranges::any_of(plain_, [&](std::size_t number) { return test(words_[number]); });
}

template <class Visit>
bool WordList::any_at(std::string_view text, std::size_t at, Visit&& visit) const {
    const std::uint32_t bytes = bytes_at(text, at);
    return fronts_.may_have(bytes) && any_of_bytes(text.substr(at), bytes, visit);
}

template <class Visit>
bool WordList::any_of_bytes(std::string_view rest, std::uint32_t bytes, Visit&& visit) const {
    const WordIndex::Key* key = fronts_.find(bytes);
    constexpr std::size_t second = 2 * indexed - 1; // The second letter tells most words apart.
    for (; key && key != fronts_.end() && key->bytes == bytes; ++key) {
        const std::string& word = words_[key->number];
        if (word.size() > second && (rest.size() < word.size() || rest[second] != word[second]))
            continue;
        if (rest.starts_with(word) && visit(key->number))
            return true;
    }
    return false;
}

template <class Visit>
bool WordList::any_in(std::string_view text, std::size_t from, Visit&& visit) const {
    if (fronts_.empty())
        return false;
    for (std::size_t at = from; at + indexed <= text.size();) {
        const std::uint32_t bytes = bytes_at(text, at);
        if (fronts_.may_have(bytes) &&
            any_of_bytes(text.substr(at), bytes, [&](std::size_t number) { return visit(number, at); }))
            return true;
        at += length_of_letter(bytes);
    }
    return false;
}

bool WordList::has(std::string_view text) const {
    const auto is_all = [this, text](std::size_t number) { return words_[number].size() == text.size(); };
    if (text.size() >= indexed && any_at(text, 0, is_all))
        return true;
    return any_plain([text](std::string_view word) { return word == text; });
}

bool WordList::begins(std::string_view text) const {
    if (text.size() >= indexed && any_at(text, 0, [](std::size_t) { return true; }))
        return true;
    return any_plain([text](std::string_view word) { return text.starts_with(word); });
}

bool WordList::ends(std::string_view text) const {
    if (text.size() >= indexed) {
        const std::uint32_t bytes = bytes_at(text, text.size() - indexed);
        const WordIndex::Key* key = backs_.may_have(bytes) ? backs_.find(bytes) : nullptr;
        for (; key && key != backs_.end() && key->bytes == bytes; ++key) {
            if (text.ends_with(words_[key->number]))
                return true;
        }
    }
    return any_plain([text](std::string_view word) { return text.ends_with(word); });
}

bool WordList::is_in(std::string_view text) const {
    if (any_in(text, 0, [](std::size_t, std::size_t) { return true; }))
        return true;
    if (plain_.empty())
        return false;
    const ShortWords words(text);
    return any_plain([&words](std::string_view word) { return words.find(word) != std::string_view::npos; });
}

std::string_view WordList::front_of(std::string_view text) const {
    std::string_view longest;
    const auto weigh = [&longest](std::string_view word) {
        if (word.size() > longest.size())
            longest = word;
        return false;
    };
    if (text.size() >= indexed)
        any_at(text, 0, [&](std::size_t number) { return weigh(words_[number]); });
    any_plain([&](std::string_view word) { return text.starts_with(word) && weigh(word); });
    return longest;
}

WordFound WordList::find(std::string_view text, std::size_t from) const {
    WordFound best{{}, text.size()};
    const auto weigh = [&best](std::string_view word, std::size_t at) {
        if (at < best.at || (at == best.at && word.size() > best.word.size()))
            best = {word, at};
        return false;
    };
    if (!plain_.empty()) {
        const ShortWords words(text);
        any_plain([&](std::string_view word) { return weigh(word, words.find(word, from)); });
    }
    any_in(text, from, [&](std::size_t number, std::size_t at) {
        weigh(words_[number], at);
        return at > best.at;
    });
    return best;
}

std::vector<std::size_t> WordList::words_in(std::string_view text) const {
    std::vector<std::size_t> numbers;
    if (!plain_.empty()) {
        const ShortWords words(text);
        for (const std::size_t number : plain_) {
            if (words.find(words_[number]) != std::string_view::npos)
                numbers.push_back(number);
        }
    }
    any_in(text, 0, [&numbers](std::size_t number, std::size_t) {
        numbers.push_back(number);
        return false;
    });
    jibiao::sort(numbers);
    numbers.erase(std::ranges::unique(numbers).begin(), numbers.end());
    return numbers;
}

WordTable::WordTable(const std::map<std::string, std::string>& words) {
    std::vector<std::string> keys;
    for (const auto& [word, value] : words) {
        entries_.push_back({word, value});
        keys.push_back(word);
    }
    words_ = WordList(std::move(keys));
}

const WordTable::Entry* WordTable::find(std::string_view word) const {
    if (!words_.has(word))
        return nullptr;
    const auto found = std::ranges::lower_bound(
        entries_, word, std::less<>{}, [](const Entry& entry) { return std::string_view(entry.word); });
    return &*found;
}

const WordTable::Entry* WordTable::find_in(std::string_view text, std::size_t& from) const {
    const WordFound found = words_.find(text, from);
    if (found.word.empty()) {
        from = text.size();
        return nullptr;
    }
    from = found.at;
    return find(found.word);
}

const WordTable::Entry* WordTable::ending_of(std::string_view text) const {
    const Entry* longest = nullptr;
    std::size_t length = 0;
    if (!words_.ends(text))
        return nullptr;
    for (const Entry& entry : entries_) {
        if (entry.word.size() > length && text.ends_with(entry.word)) {
            longest = &entry;
            length = entry.word.size();
        }
    }
    return longest;
}

} // namespace jibiao
