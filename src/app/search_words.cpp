#include "app/search_words.h"

#include "base/pinyin.h"
#include "base/text.h"
#include "base/utf8.h"

namespace jibiao::app {

std::u32string wide(std::string_view text) {
    std::u32string result;
    for (const CodePoint& c : code_points(text))
        result += c.value;
    return result;
}

std::vector<std::u32string> words_of(std::string_view typed) {
    const std::string text = replace_all(typed, "\u3000", " ");
    std::vector<std::u32string> words;
    for (const std::string_view part : split(text, ' ')) {
        if (std::u32string word = fold_query(part); !word.empty())
            words.push_back(std::move(word));
    }
    return words;
}

} // namespace jibiao::app
