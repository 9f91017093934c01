#pragma once
#include <functional>
#include <string_view>
#include <vector>

namespace jibiao::ui {

/// Width of a piece of text in any unit; it is asked for one character or one word at a time.
using Measure = std::function<float(std::string_view)>;

/// Breaks `text` into lines of at most `width`. Chinese breaks between any two characters but for 禁则: no
/// line begins with closing punctuation (，。）》”) or ends with an opening one (（《“). Latin words and
/// numbers with their signs stay whole unless one alone is wider than a line. '\n' always breaks; blanks at a
/// break hang over. Every byte of `text` but '\n' is in exactly one line; an empty text is one empty line.
std::vector<std::string_view> break_lines(std::string_view text, float width, const Measure& measure);

} // namespace jibiao::ui
