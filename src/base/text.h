#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace jibiao {

/// Without blanks (see is_blank) and line ends at both ends. The result points into `text`.
std::string_view trim(std::string_view text);

/// For comparing: full-width ASCII becomes ASCII (（ → (, ％ → %, ０ → 0), `>=`, `≧` → ≥, `<=`, `≦` → ≤,
/// blanks and line ends go, letters keep their case. Chinese punctuation without an ASCII twin (、。《》“”)
/// stays.
std::string fold(std::string_view text);

std::vector<std::string_view> split(std::string_view text, char separator);

/// Lines without their ends; LF, CR LF and CR all end a line, a last line without an end counts.
std::vector<std::string_view> split_lines(std::string_view text);

bool contains(std::string_view text, std::string_view part);
std::string replace_all(std::string_view text, std::string_view from, std::string_view to);

/// At most `most` code points, then "…". For quoting cells in messages.
std::string shorten(std::string_view text, std::size_t most);
/// The same with a blank for every control character: what a file calls its keys may be anything.
std::string shorten_in_line(std::string_view text, std::size_t most);

} // namespace jibiao
