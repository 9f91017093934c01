#pragma once
#include "base/result.h"
#include "base/words.h"

#include <string_view>

namespace jibiao::io {

/// assets/words/en.json: {"已保存": "Saved", …}. What is no text is left out;
/// without any it is an error.
Result<Words> read_words(std::string_view json);

} // namespace jibiao::io
