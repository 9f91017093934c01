#include "check/word_index.h"

#include <algorithm>

namespace jibiao::check {
namespace {

constexpr std::size_t hashed = 3;

std::size_t hash_of(std::string_view text) {
    const auto byte = [text](std::size_t i) {
        return static_cast<std::size_t>(static_cast<unsigned char>(text[i]));
    };
    return (byte(0) << 8 ^ byte(1) << 5 ^ byte(2)) & 4095;
}

} // namespace

WordIndex::WordIndex(const std::map<std::string, std::string>& table) {
    for (const auto& [word, value] : table) {
        if (word.size() < hashed)
            continue;
        entries_.push_back({word, value});
        begins_.set(hash_of(word));
    }
}

bool WordIndex::is_for(const std::map<std::string, std::string>& table) const {
    if (entries_.empty() || table.empty())
        return entries_.empty() && table.empty();
    return entries_.size() == table.size() && entries_.front().word == table.begin()->first &&
           entries_.back().word == table.rbegin()->first;
}

const WordIndex::Entry* WordIndex::find(std::string_view text, std::size_t& from) const {
    for (; from + hashed <= text.size(); ++from) {
        const std::string_view rest = text.substr(from);
        if (!begins_.test(hash_of(rest)))
            continue;
        // Words that `rest` begins with sort before it, with nothing but words of the same beginning between.
        auto after = std::ranges::upper_bound(
            entries_, rest, std::less<>{}, [](const Entry& entry) { return std::string_view(entry.word); });
        while (after != entries_.begin()) {
            --after;
            if (rest.starts_with(after->word))
                return &*after;
            if (std::string_view(after->word).substr(0, hashed) != rest.substr(0, hashed))
                break;
        }
    }
    return nullptr;
}

} // namespace jibiao::check
