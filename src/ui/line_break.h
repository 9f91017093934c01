#pragma once
#include <functional>
#include <string_view>
#include <vector>

namespace jibiao::ui {

/// Width of a piece of text in any unit; it is asked for one character or one word at a time.
using Measure = std::function<float(std::string_view)>;

/// The end of the piece of `text` that starts at `start`, where a line may begin, and is broken only when it
/// is wider than a line. As Chromium has it in the field that lies over the text (see web/page.css;
/// tests/files/line_breaks.txt has examples), else words would jump when the field gets the keyboard:
/// Unicode's algorithm with strict 禁则 and, for neighbours of which both are ASCII, a table of its own. '\n'
/// ends a piece and is in none.
std::size_t unbreakable_end(std::string_view text, std::size_t start);

/// Breaks `text` into lines of at most `width`. Chinese breaks between any two characters but for 禁则: no
/// line begins with closing punctuation (，。）》”) or ends with an opening one (（《“). Latin words and
/// numbers with their signs stay whole unless one alone is wider than a line. '\n' always breaks; blanks at a
/// break hang over. Every byte of `text` but '\n' is in exactly one line; an empty text is one empty line.
std::vector<std::string_view> break_lines(std::string_view text, float width, const Measure& measure);

} // namespace jibiao::ui
