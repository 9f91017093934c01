#include "io/text_pattern.h"

namespace jibiao::io {

Filled compose(std::string_view pattern, const Lookup& lookup) {
    Filled result;
    while (!pattern.empty()) {
        const std::size_t open = pattern.find_first_of("{[");
        const std::size_t close =
            open == std::string_view::npos ? open : pattern.find(pattern[open] == '{' ? '}' : ']', open);
        if (close == std::string_view::npos) {
            result.text += pattern;
            break;
        }
        result.text += pattern.substr(0, open);
        const std::string_view inner = pattern.substr(open + 1, close - open - 1);
        if (pattern[open] == '[') {
            const Filled part = compose(inner, lookup);
            result.text += part.any ? part.text : "";
            result.any = result.any || part.any;
            result.cells.insert(result.cells.end(), part.cells.begin(), part.cells.end());
        } else if (const auto filler = lookup(inner)) {
            const std::string& text = filler->cell ? filler->cell->text : filler->text;
            result.text += text;
            result.any = result.any || !text.empty();
            if (filler->cell)
                result.cells.push_back(filler->cell);
        }
        pattern.remove_prefix(close + 1);
    }
    return result;
}

} // namespace jibiao::io
