#include "io/json_syntax.h"

#include "base/utf8.h"

namespace jibiao::io {

void JsonSyntax::begin(char bracket, bool in_one_line) {
    out_ += bracket;
    levels_.push_back({in_one_line || (!levels_.empty() && levels_.back().in_one_line)});
}

void JsonSyntax::end(char bracket) {
    const Level level = levels_.back();
    levels_.pop_back();
    if (!level.in_one_line && !level.empty)
        out_ += "\n" + std::string(2 * levels_.size(), ' ');
    out_ += bracket;
    if (levels_.empty())
        out_ += '\n';
}

void JsonSyntax::key(std::string_view name) {
    separate();
    text(name);
    out_ += ": ";
}

void JsonSyntax::separate() {
    Level& level = levels_.back();
    if (!level.empty)
        out_ += level.in_one_line ? ", " : ",";
    if (!level.in_one_line)
        out_ += "\n" + std::string(2 * levels_.size(), ' ');
    level.empty = false;
}

void JsonSyntax::text(std::string_view value) {
    constexpr std::string_view hex = "0123456789abcdef";
    out_ += '"';
    for (std::size_t at = 0; at < value.size();) {
        const CodePoint point = code_point_at(value, at);
        at += point.length;
        if (point.value == '"' || point.value == '\\') {
            out_ += '\\';
            out_ += static_cast<char>(point.value);
        } else if (point.value == '\n') {
            out_ += "\\n";
        } else if (point.value == '\t') {
            out_ += "\\t";
        } else if (point.value < 0x20 || point.value == 0x7F) {
            out_ += "\\u00";
            out_ += hex[point.value >> 4];
            out_ += hex[point.value & 0xF];
        } else {
            append_utf8(out_, point.value);
        }
    }
    out_ += '"';
}

} // namespace jibiao::io
