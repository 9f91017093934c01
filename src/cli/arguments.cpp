#include "cli/arguments.h"

#include <algorithm>
#include <numeric>

namespace jibiao::cli {
namespace {

/// Letters that have to be changed, added or left out to make one word of the other.
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0]++;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t change = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, change});
        }
    }
    return row.back();
}

const Option* find_option(std::string_view word, std::span<const Option> known) {
    const auto found = std::ranges::find_if(known, [word](const Option& option) {
        return option.name == word || (!option.short_name.empty() && option.short_name == word);
    });
    return found == known.end() ? nullptr : &*found;
}

Error unknown_option(std::string_view word, std::span<const Option> known) {
    std::vector<std::string_view> names;
    for (const Option& option : known)
        names.push_back(option.name);
    const std::string_view near = nearest(word, names);
    std::string what = "没有选项“" + std::string(word) + "”";
    if (!near.empty())
        what += "，是不是“" + std::string(near) + "”？";
    else
        what += names.empty() ? "，这个命令没有选项。" : "，用 --help 查看可用的选项。";
    return {what};
}

std::string joined(const std::vector<std::string_view>& words) {
    std::string result;
    for (const std::string_view word : words)
        result += (result.empty() ? "" : "、") + std::string(word);
    return result;
}

std::optional<Error> check_choice(const Option& option, std::string_view value) {
    if (option.choices.empty() || std::ranges::find(option.choices, value) != option.choices.end())
        return std::nullopt;
    const std::string allowed = "现在可用：" + joined(option.choices) + "。";
    if (std::ranges::find(option.not_yet, value) != option.not_yet.end())
        return Error{"本版本还不能用 " + std::string(option.name) + " " + std::string(value) + "，" +
                     allowed};
    const std::string_view near = nearest(value, option.choices);
    return Error{std::string(option.name) + " 不认识“" + std::string(value) + "”" +
                 (near.empty() ? "，" : "，是不是“" + std::string(near) + "”？") + allowed};
}

} // namespace

std::string_view Arguments::get(std::string_view option, std::string_view otherwise) const {
    const auto found = options.find(option);
    return found == options.end() ? otherwise : std::string_view(found->second);
}

Result<Arguments> read_arguments(std::span<const std::string_view> words, std::span<const Option> known) {
    Arguments result;
    bool options_over = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = words[i];
        if (options_over || word == "-" || !word.starts_with('-')) {
            result.operands.emplace_back(word);
            continue;
        }
        if (word == "--") {
            options_over = true;
            continue;
        }
        const std::size_t equals = word.starts_with("--") ? word.find('=') : std::string_view::npos;
        const Option* option = find_option(word.substr(0, equals), known);
        if (!option)
            return unknown_option(word.substr(0, equals), known);
        if (option->value.empty() && equals != std::string_view::npos)
            return Error{"选项 " + std::string(option->name) + " 后面不带值。"};
        if (option->value.empty()) {
            result.options[option->name] = "";
            continue;
        }
        if (equals == std::string_view::npos && i + 1 == words.size())
            return Error{"选项 " + std::string(word) + " 后面缺少 " + std::string(option->value) + "。"};
        const std::string_view value =
            equals == std::string_view::npos ? words[++i] : word.substr(equals + 1);
        if (const auto wrong = check_choice(*option, value))
            return *wrong;
        const auto [given, is_new] = result.options.try_emplace(option->name, value);
        if (!is_new)
            given->second = option->repeats ? given->second + "," + std::string(value) : std::string(value);
    }
    return result;
}

std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates) {
    constexpr std::size_t longest = 64; // Of a word that somebody typed; the distance is quadratic.
    if (word.size() > longest)
        return {};
    std::string_view best;
    std::size_t least = word.size() / 3 + 1;
    for (const std::string_view candidate : candidates) {
        const std::size_t distance = edit_distance(word, candidate);
        if (distance > least || (distance == least && !best.empty()))
            continue;
        least = distance;
        best = candidate;
    }
    return best;
}

} // namespace jibiao::cli
