#pragma once
#include <cstddef>
#include <string_view>

namespace jibiao {

/// As much of the beginning of `text` as is at most `most` code points long and splits nothing that people
/// see as one character: accents, variation selectors and joined emoji stay with what they belong to.
std::string_view cut_to(std::string_view text, std::size_t most);

} // namespace jibiao
