#include "io/text_place.h"

#include "base/utf8.h"
#include "base/words.h"

#include <string>

namespace jibiao::io {

int line_at(std::string_view text, std::size_t offset) {
    int line = 1;
    for (std::size_t i = 0; i < offset; ++i) {
        const bool dos = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
        line += text[i] == '\n' || (text[i] == '\r' && !dos) ? 1 : 0;
    }
    return line;
}

Error error_at(std::string_view text, std::size_t offset, std::string_view what) {
    const std::string_view before = text.substr(0, offset);
    const int line = line_at(text, offset);
    const std::size_t column = 1 + count_code_points(before.substr(before.rfind('\n') + 1));
    return Error{fill(tr("第 {1} 行第 {2} 列{3}"), {std::to_string(line), std::to_string(column), tr(what)}),
                 line};
}

} // namespace jibiao::io
