#include "io/xml_syntax.h"

#include "base/utf8.h"

#include <algorithm>

namespace jibiao::io {
namespace {

constexpr std::string_view hex_digits = "0123456789ABCDEF";
constexpr std::size_t escape_length = 7; // _xHHHH_

/// The character that _xHHHH_ at the front of `text` stands for; no_code if there is none.
constexpr char32_t no_code = 0xFFFFFFFF;
char32_t read_code(std::string_view text) {
    if (text.size() < escape_length || !text.starts_with("_x") || text[6] != '_')
        return no_code;
    char32_t code = 0;
    for (const char c : text.substr(2, 4)) {
        const std::size_t digit = hex_digits.find(c);
        if (digit == std::string_view::npos)
            return no_code;
        code = code * 16 + static_cast<char32_t>(digit);
    }
    return code >= 0xD800 && code < 0xE000 ? no_code : code;
}

void append_code(std::string& out, char32_t code) {
    out += "_x";
    for (const unsigned shift : {12u, 8u, 4u, 0u})
        out += hex_digits[(code >> shift) & 0xF];
    out += '_';
}

/// What XML 1.0 cannot have, not even as a reference.
bool is_forbidden(char32_t c) {
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0xFFFE || c == 0xFFFF;
}

/// What XML programs change on the way if it stands there by itself: line ends, TAB, blanks at the ends.
bool is_delicate(char32_t c, bool at_end) {
    return c == '\t' || c == '\n' || c == '\r' || (c == ' ' && at_end);
}

std::string escape(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point_at(text, at);
        const char32_t c = point.value;
        const bool at_end = at == 0 || at + point.length == text.size();
        if (is_forbidden(c) || (c == '_' && read_code(text.substr(at)) != no_code))
            append_code(out, c);
        else if (is_delicate(c, at_end))
            out += "&#" + std::to_string(static_cast<unsigned>(c)) + ";";
        else if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else
            append_utf8(out, c);
        at += point.length;
    }
    return out;
}

} // namespace

XmlSyntax::XmlSyntax(std::string_view name, std::string_view attributes)
    : out_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>") {
    levels_.push_back({name});
    out_ += "\n<" + std::string(name) + std::string(attributes) + ">";
}

std::string XmlSyntax::take() {
    close();
    return std::move(out_) + "\n";
}

void XmlSyntax::new_line() {
    out_ += "\n" + std::string(2 * levels_.size(), ' ');
}

void XmlSyntax::open() {
    levels_.back().empty = false;
    new_line();
    out_ += "<" + std::string(name_) + ">";
    levels_.push_back({name_});
}

void XmlSyntax::close() {
    const Level level = levels_.back();
    levels_.pop_back();
    if (!level.empty)
        new_line();
    out_ += "</" + std::string(level.name) + ">";
}

void XmlSyntax::begin_object(bool compact) {
    compact_ = compact;
    compact_name_ = name_;
    if (!compact)
        open();
}

void XmlSyntax::end_object() {
    if (!compact_)
        return close();
    compact_ = false;
    levels_.back().empty = false;
    new_line();
    out_ += "<" + std::string(compact_name_) + attributes_;
    out_ += content_.empty() ? "/>" : ">" + content_ + "</" + std::string(compact_name_) + ">";
    attributes_.clear();
    content_.clear();
}

void XmlSyntax::text(std::string_view value) {
    put(escape(value));
}

void XmlSyntax::put(std::string_view escaped) {
    if (compact_ && name_ == "text") {
        content_ = escaped;
    } else if (compact_) {
        attributes_ += " " + std::string(name_) + "=\"" + std::string(escaped) + "\"";
    } else {
        levels_.back().empty = false;
        new_line();
        out_ += "<" + std::string(name_) + ">" + std::string(escaped) + "</" + std::string(name_) + ">";
    }
}

std::string decode_xml_text(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t next = std::min(text.find("_x", at), text.size());
        out += text.substr(at, next - at);
        at = next;
        if (at == text.size())
            break;
        const char32_t code = read_code(text.substr(at));
        if (code == no_code)
            out += text[at];
        else
            append_utf8(out, code);
        at += code == no_code ? 1 : escape_length;
    }
    return out;
}

} // namespace jibiao::io
