#pragma once
#include <bitset>
#include <map>
#include <string>
#include <string_view>
#include <vector>

/// Finds the words of a profile's table in texts without trying each word at each place: rules over every
/// cell have some hundred nanoseconds.

namespace jibiao::check {

class WordIndex {
  public:
    struct Entry {
        std::string word;
        std::string value;
    };
    explicit WordIndex(const std::map<std::string, std::string>& table);

    /// The longest word that stands first at or behind `from`, and where; nullptr if none.
    const Entry* find(std::string_view text, std::size_t& from) const;

    /// Of a table of a profile; made when a table is asked for that differs from the one before. One for each
    /// thread and `Tag`.
    template <class Tag>
    static const WordIndex& of(const std::map<std::string, std::string>& table) {
        thread_local const std::map<std::string, std::string>* known = nullptr;
        thread_local WordIndex index({});
        if (known != &table || !index.is_for(table)) {
            index = WordIndex(table);
            known = &table;
        }
        return index;
    }

  private:
    /// Whether the table has the same size and ends: it may be another one at the same address.
    bool is_for(const std::map<std::string, std::string>& table) const;

    std::vector<Entry> entries_; ///< Sorted by word.
    std::bitset<4096> begins_;   ///< Hashes of the first three bytes.
};

} // namespace jibiao::check
