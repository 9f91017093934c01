#pragma once
#include <string>
#include <string_view>
#include <vector>

/// What is typed into a search, as Pinyin::find wants it.

namespace jibiao::app {

/// In code points.
std::u32string wide(std::string_view text);
/// Folded; blanks, wide ones too, separate words.
std::vector<std::u32string> words_of(std::string_view typed);

} // namespace jibiao::app
