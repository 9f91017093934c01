#pragma once
#include "app/state.h"

#include <string>
#include <string_view>
#include <vector>

/// What can be found by its name, from anywhere: commands, and where one may want to go.

namespace jibiao::app {

enum class PaletteKind : std::uint8_t { command, project, section, form, new_book, book, rule };

struct PaletteEntry {
    PaletteKind kind = PaletteKind::command;
    std::string id;    ///< Of the command, the row, the form, the book or the rule.
    std::string words; ///< "打印", "项目 2：演出经费", "表样：…", "打开：…", "规则：…".
    std::string english; ///< "" for what has no English name.
    std::string keys;    ///< As Command has them.
    bool possible = true;
    bool operator==(const PaletteEntry&) const = default;
};

/// All that there is now: commands in their order, those used last (`recent`, ids, the last one first) before
/// them; then projects, sections, other forms, forms for a new book, other books, rules.
[[gnu::noinline]] std::vector<PaletteEntry> palette_entries(const platform::Later&, const State& state,
                                                            const Knowledge& knowledge,
                                                            const std::vector<std::string>& recent);

/// What is found of them, best first: every word of `typed` by Chinese, pinyin, initials or English. Only
/// what is possible. Nothing typed: the commands alone, what is possible first.
[[gnu::noinline]] std::vector<PaletteEntry> find_in_palette(const platform::Later&,
                                                            const std::vector<PaletteEntry>& all,
                                                            const Pinyin& pinyin, std::string_view typed);

/// What choosing it does; nothing for commands that only the page knows, and for rules, which it shows.
[[gnu::noinline]] std::optional<Action> action_of(const platform::Later&, const PaletteEntry& entry);

/// Commands that were given last, as a preference keeps them.
inline constexpr std::string_view recent_preference = "recent-commands";
inline constexpr std::size_t most_recent = 5;
[[gnu::noinline]] std::vector<std::string> read_recent(const platform::Later&, std::string_view kept);
[[gnu::noinline]] std::string remember_recent(const platform::Later&, std::vector<std::string>& recent,
                                              std::string_view command);

/// Commands for which the page needs nothing but the command: they can be chosen, too.
bool is_for_page(std::string_view command);

} // namespace jibiao::app
