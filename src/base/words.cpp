#include "base/words.h"

#include <utility>

namespace jibiao {
namespace {

Words& chosen() {
    static Words words;
    return words;
}

} // namespace

void use_words(Words words) {
    chosen() = std::move(words);
}

std::string_view tr(std::string_view chinese) {
    const Words& words = chosen();
    if (words.empty())
        return chinese;
    const auto found = words.find(std::string(chinese));
    return found == words.end() ? chinese : found->second;
}

std::string fill(std::string_view text, std::initializer_list<std::string_view> parts) {
    std::string result;
    while (!text.empty()) {
        const bool is_place = text.size() >= 3 && text[0] == '{' && text[2] == '}' && text[1] >= '1' &&
                              static_cast<std::size_t>(text[1] - '1') < parts.size();
        if (is_place)
            result += parts.begin()[text[1] - '1'];
        else
            result += text.front();
        text.remove_prefix(is_place ? 3 : 1);
    }
    return result;
}

} // namespace jibiao
