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
void use_words(Words words);

std::string_view tr(std::string_view chinese);

/// `text` with {1}, {2} … replaced: fill(tr("第 {1} 行"), {std::to_string(row)}). Other languages may have
/// them in another order.
std::string fill(std::string_view text, std::initializer_list<std::string_view> parts);

} // namespace jibiao
