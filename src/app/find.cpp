#include "app/find.h"

#include "base/text.h"
#include "base/utf8.h"

#include <string>

namespace jibiao::app {
namespace {

std::string searchable(std::string_view text) {
    std::string folded = fold(text);
    for (char& c : folded)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return folded;
}

/// How much of `text` at `offset` is folded into one sign: `>=` into ≥.
std::size_t length_of_sign(std::string_view text, std::size_t offset) {
    const std::size_t length = code_point_at(text, offset).length;
    const std::string sign = fold(text.substr(offset, length));
    if ((sign != ">" && sign != "<") || offset + length == text.size())
        return length;
    const std::size_t both = length + code_point_at(text, offset + length).length;
    return fold(text.substr(offset, both)).starts_with(sign) ? length : both;
}

} // namespace

std::vector<FieldRef> find_in_book(const Book& book, std::string_view words) {
    std::vector<FieldRef> found;
    const std::string wanted = searchable(words);
    if (wanted.empty())
        return found;
    for_each_cell(book, [&](FieldRef at, const Cell& cell) {
        if (contains(searchable(cell.text), wanted))
            found.push_back(at);
    });
    return found;
}

std::vector<Stretch> find_in_text(std::string_view text, std::string_view words) {
    std::string folded;
    std::vector<Stretch> origins; // Of each of its bytes.
    for (std::size_t offset = 0; offset < text.size();) {
        const std::size_t length = length_of_sign(text, offset);
        folded += searchable(text.substr(offset, length));
        origins.resize(folded.size(), {offset, offset + length});
        offset += length;
    }
    std::vector<Stretch> found;
    const std::string wanted = searchable(words);
    if (wanted.empty())
        return found;
    for (std::size_t at = folded.find(wanted); at != std::string::npos;
         at = folded.find(wanted, at + wanted.size()))
        found.push_back({origins[at].from, origins[at + wanted.size() - 1].to});
    return found;
}

} // namespace jibiao::app
