#include "cli/json.h"

#include "base/utf8.h"

namespace jibiao::cli {
namespace {

void append_escaped(std::string& out, char32_t c) {
    constexpr std::string_view hex = "0123456789abcdef";
    switch (c) {
    case '"':
        out += "\\\"";
        return;
    case '\\':
        out += "\\\\";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\t':
        out += "\\t";
        return;
    default:
        break;
    }
    if (c >= 0x20) {
        append_utf8(out, c);
        return;
    }
    out += "\\u00";
    out += hex[c >> 4];
    out += hex[c & 0xF];
}

} // namespace

std::string json_string(std::string_view text) {
    std::string out = "\"";
    for (std::size_t offset = 0; offset < text.size();) {
        const CodePoint point = code_point_at(text, offset);
        append_escaped(out, point.value);
        offset += point.length;
    }
    return out + "\"";
}

std::string json_bool(bool value) {
    return value ? "true" : "false";
}

std::string json_object(const std::vector<std::pair<std::string_view, std::string>>& members) {
    std::string out = "{";
    for (const auto& [key, value] : members)
        out += (out.size() > 1 ? "," : "") + json_string(key) + ":" + value;
    return out + "}";
}

std::string json_array(const std::vector<std::string>& elements) {
    std::string out = "[";
    for (const std::string& element : elements)
        out += (out.size() > 1 ? "," : "") + element;
    return out + "]";
}

std::string json_lines(const std::vector<std::string>& elements) {
    std::string out = "[";
    for (const std::string& element : elements)
        out += (out.size() > 1 ? ",\n" : "\n") + element;
    return out + (elements.empty() ? "]" : "\n]");
}

} // namespace jibiao::cli
