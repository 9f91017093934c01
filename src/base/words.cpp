#include "base/words.h"

#include <algorithm>
#include <utility>

namespace jibiao {
namespace {

std::size_t version = 0;

Words& chosen() {
    static Words words;
    return words;
}

} // namespace

Words use_words(Words words) {
    ++version;
    return std::exchange(chosen(), std::move(words));
}

std::size_t words_version() {
    return version;
}

std::string_view tr(std::string_view chinese) {
    const Words& words = chosen();
    if (words.empty())
        return chinese;
    const auto found = words.find(std::string(chinese));
    return found == words.end() ? chinese : found->second;
}

std::string_view tr(const char* chinese) {
    return tr(std::string_view(chinese));
}

std::string_view either(std::string_view chinese, std::string_view english) {
    return chosen().empty() ? chinese : english;
}

std::string with_colon(std::string_view what, std::string_view rest) {
    return fill(rest.empty() ? tr("{1}。") : tr("{1}：{2}"), {what, rest});
}

std::string fill(std::string_view text, std::initializer_list<std::string_view> parts) {
    std::string result;
    while (!text.empty()) {
        const bool is_place = text.size() >= 3 && text[0] == '{' && text[2] == '}' && text[1] >= '1' &&
                              static_cast<std::size_t>(text[1] - '1') < parts.size();
        const std::size_t taken = is_place ? 3 : std::min(text.find('{', 1), text.size());
        result += is_place ? parts.begin()[text[1] - '1'] : text.substr(0, taken);
        text.remove_prefix(taken);
    }
    return result;
}

} // namespace jibiao
