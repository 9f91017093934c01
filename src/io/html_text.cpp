#include "io/html_text.h"

namespace jibiao::io {

std::string html_text(std::string_view text, std::string_view line_end) {
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        case '\n':
            out += line_end;
            break;
        default:
            out += c;
        }
    }
    return out;
}

} // namespace jibiao::io
