#pragma once
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Words of a profile that are looked for in texts again and again. Prepared once, so that a search costs
/// what the text is long, however many words there are.

namespace jibiao {

/// Where some of a list's words begin, or end: by their first or last three bytes.
class WordIndex {
  public:
    /// Of words that have three bytes at least; `number` is what a search gives back.
    struct Key {
        std::uint32_t bytes = 0;
        std::uint32_t number = 0;
    };
    void build(std::vector<Key> keys);

    bool empty() const { return keys_.empty(); }
    /// False for nearly all bytes that no word has.
    bool may_have(std::uint32_t bytes) const {
        const std::uint32_t place = place_of(bytes);
        return (bits_[place / 64] >> (place % 64) & 1) != 0;
    }
    const Key* find(std::uint32_t bytes) const; ///< The first of these bytes; nullptr if none.
    const Key* end() const { return keys_.data() + keys_.size(); }

  private:
    std::uint32_t place_of(std::uint32_t bytes) const { return bytes * 0x9E3779B1u >> shift_; }

    std::vector<Key> keys_;                 ///< In the order of their places.
    std::vector<std::uint64_t> bits_{0};    ///< One for each place: some key has it.
    std::vector<std::uint32_t> bits_below_; ///< How many bits are set in front of each 64.
    std::vector<std::uint32_t> first_keys_; ///< The first key of each place that has one.
    unsigned shift_ = 31;
};

/// What a list finds in a text.
struct WordFound {
    std::string_view word; ///< Empty: none.
    std::size_t at = 0;    ///< Byte offset in the text.
};

/// Words in the order of their file.
class WordList {
  public:
    WordList() = default;
    explicit WordList(std::vector<std::string> words);
    WordList(std::initializer_list<std::string> words) : WordList(std::vector<std::string>(words)) {}

    auto begin() const { return words_.begin(); }
    auto end() const { return words_.end(); }
    std::size_t size() const { return words_.size(); }
    bool empty() const { return words_.empty(); }
    const std::string& front() const { return words_.front(); }
    const std::string& back() const { return words_.back(); }

    bool has(std::string_view text) const; ///< It is one of the words.
    bool begins(std::string_view text) const;
    bool ends(std::string_view text) const;
    bool is_in(std::string_view text) const;
    /// The longest word that `text` begins with; "" if none.
    std::string_view front_of(std::string_view text) const;
    /// The longest word at the first place, at or behind `from`, where one stands; `at` is the text's end if
    /// there is none.
    WordFound find(std::string_view text, std::size_t from = 0) const;
    /// Numbers of the words that stand in `text`, in the order of the list.
    std::vector<std::size_t> words_in(std::string_view text) const;
    const std::string& operator[](std::size_t number) const { return words_[number]; }

  private:
    template <class Test>
    bool any_plain(Test&& test) const;
    /// Calls `visit(number)` for each indexed word at this place until it returns true.
    template <class Visit>
    bool any_at(std::string_view text, std::size_t at, Visit&& visit) const;
    template <class Visit>
    bool any_of_bytes(std::string_view rest, std::uint32_t bytes, Visit&& visit) const;
    /// Calls `visit(number, at)` for each of them in `text`, in order.
    template <class Visit>
    bool any_in(std::string_view text, std::size_t from, Visit&& visit) const;

    std::vector<std::string> words_;
    std::vector<std::size_t> plain_; ///< Too short for the index, or no UTF-8: tried one by one.
    WordIndex fronts_;
    WordIndex backs_;
};

inline bool is_any(std::string_view text, const WordList& words) {
    return words.has(text);
}
inline bool starts_with_any(std::string_view text, const WordList& words) {
    return words.begins(text);
}
inline bool ends_with_any(std::string_view text, const WordList& words) {
    return words.ends(text);
}
inline bool contains_any(std::string_view text, const WordList& words) {
    return words.is_in(text);
}

/// Words with what each of them means, sorted by word.
class WordTable {
  public:
    struct Entry {
        std::string word;
        std::string value;
    };
    WordTable() = default;
    explicit WordTable(const std::map<std::string, std::string>& words);

    auto begin() const { return entries_.begin(); }
    auto end() const { return entries_.end(); }
    bool empty() const { return entries_.empty(); }

    const Entry* find(std::string_view word) const; ///< nullptr if the table has no such word.
    bool is_in(std::string_view text) const { return words_.is_in(text); } ///< Some word stands in it.
    /// The longest word of three bytes at least that stands first at or behind `from`, and where; nullptr if
    /// none.
    const Entry* find_in(std::string_view text, std::size_t& from) const;
    /// The longest word that `text` ends with; nullptr if none.
    const Entry* ending_of(std::string_view text) const;

  private:
    std::vector<Entry> entries_;
    WordList words_;
};

/// The name of a list, hashed: by the compiler where it stands in the code.
class Name {
  public:
    template <std::size_t size>
    consteval Name(const char (&literal)[size]) : Name(std::string_view(literal, size - 1)) {}
    constexpr Name(std::string_view text) : text_(text), hash_(0xCBF29CE484222325u) {
        for (const char c : text)
            hash_ = (hash_ ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
    }
    constexpr std::string_view text() const { return text_; }
    constexpr std::uint64_t hash() const { return hash_; } ///< FNV-1a: no two names of a profile share it.

  private:
    std::string_view text_;
    std::uint64_t hash_;
};

/// Values by name.
template <class Value>
class ByName {
  public:
    ByName() = default;
    explicit ByName(std::map<std::string, Value> values) {
        std::size_t size = 2;
        while (size < values.size() * 2)
            size *= 2;
        places_.resize(size);
        for (auto& [name, value] : values) {
            const std::uint64_t hash = Name(name).hash();
            std::size_t place = place_of(hash);
            while (places_[place].entry != 0)
                place = (place + 1) & (size - 1);
            entries_.emplace_back(name, std::move(value));
            places_[place] = {hash, entries_.size()};
        }
    }

    auto begin() const { return entries_.begin(); }
    auto end() const { return entries_.end(); }

    /// nullptr if there is none of this name.
    const Value* find(const Name& name) const {
        if (places_.empty())
            return nullptr;
        for (std::size_t place = place_of(name.hash()); places_[place].entry != 0;
             place = (place + 1) & (places_.size() - 1)) {
            if (places_[place].hash == name.hash())
                return &entries_[places_[place].entry - 1].second;
        }
        return nullptr;
    }

  private:
    struct Place {
        std::uint64_t hash = 0;
        std::size_t entry = 0; ///< Its number + 1; 0 for none.
    };
    std::size_t place_of(std::uint64_t hash) const {
        return static_cast<std::size_t>(hash ^ hash >> 32) & (places_.size() - 1);
    }

    std::vector<std::pair<std::string, Value>> entries_; ///< In the order of their names.
    std::vector<Place> places_;                          ///< A power of two of them.
};

} // namespace jibiao
