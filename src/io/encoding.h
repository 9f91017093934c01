#pragma once
#include "base/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace jibiao::io {

/// A text file as UTF-8 without byte order mark.
struct DecodedText {
    std::string_view original;            ///< Points into the file.
    std::optional<std::string> converted; ///< Where the file has another encoding.
    std::string note;                     ///< What was converted; "" if nothing was.

    std::string_view text() const { return converted ? std::string_view(*converted) : original; }
};

/// Told by content: UTF-8 and UTF-16 by their byte order mark, whatever is valid UTF-8, else GB 18030 (of
/// which GBK and GB 2312 are parts). Errors: empty, larger than 64 MB, no text, or bytes that are none of
/// these, with their line; a UTF-8 file with damaged bytes is not taken for GB 18030.
Result<DecodedText> decode_text(std::string_view bytes);

} // namespace jibiao::io
