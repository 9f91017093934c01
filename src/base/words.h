#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>

/// What people see, in the language that they chose. In the program it stands in Chinese; another language is
/// a table from that to the other words (assets/words), and what the table has not stays Chinese.

namespace jibiao {

using Words = std::unordered_map<std::string, std::string>;

/// From now on; an empty table for Chinese. What tr() gave before stays valid only until then.
/// Returns those before.
Words use_words(Words words);
/// Grows with each use_words(): for what keeps texts that are put together of words.
std::size_t words_version();

std::string_view tr(std::string_view chinese);
inline std::string_view tr(const std::string& chinese) {
    return tr(std::string_view(chinese));
}
/// Of literals, which are most: their length is not carried about.
std::string_view tr(const char* chinese);

/// Marks a text that goes through tr() where it is shown, not where it stands: in tables, as a step of undo.
constexpr const char* word(const char* chinese) {
    return chinese;
}

/// Where the program has both itself: `chinese`, or `english` for whoever chose other words.
std::string_view either(std::string_view chinese, std::string_view english);

/// `text` with {1}, {2} … replaced: fill(tr("第 {1} 行"), {std::to_string(row)}). Other languages may have
/// them in another order.
std::string fill(std::string_view text, std::initializer_list<std::string_view> parts);

/// "名称：张三"; without `rest`, a sentence: "已损坏。".
std::string with_colon(std::string_view what, std::string_view rest);

} // namespace jibiao
