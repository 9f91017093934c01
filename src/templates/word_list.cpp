#include "templates/word_list.h"

#include "base/sort.h"

#include <algorithm>

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
    jibiao::sort(keys_);
    unsigned log = 6;
    while (log < 24 && (std::size_t{1} << log) < keys_.size() * 16)
        ++log;
    shift_ = 32 - log;
    bits_.assign((std::size_t{1} << log) / 64, 0);
    for (const Key& key : keys_) {
        const std::uint32_t bit = key.bytes * 0x9E3779B1u >> shift_;
        bits_[bit / 64] |= std::uint64_t{1} << (bit % 64);
    }
}

const WordIndex::Key* WordIndex::find(std::uint32_t bytes) const {
    const auto found = std::ranges::lower_bound(keys_, bytes, {}, &Key::bytes);
    return found == keys_.end() || found->bytes != bytes ? nullptr : &*found;
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
    return any_plain([text](std::string_view word) { return text.find(word) != std::string_view::npos; });
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
    any_plain([&](std::string_view word) { return weigh(word, text.find(word, from)); });
    any_in(text, from, [&](std::size_t number, std::size_t at) {
        weigh(words_[number], at);
        return at > best.at;
    });
    return best;
}

std::vector<std::size_t> WordList::words_in(std::string_view text) const {
    std::vector<std::size_t> numbers;
    for (const std::size_t number : plain_) {
        if (text.find(words_[number]) != std::string_view::npos)
            numbers.push_back(number);
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
