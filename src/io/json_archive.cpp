#include "io/json_archive.h"

#include "base/utf8.h"

#include <array>

namespace jibiao::io {

void JsonWriter::begin(char bracket, bool in_one_line) {
    out_ += bracket;
    levels_.push_back({in_one_line || (!levels_.empty() && levels_.back().in_one_line)});
}

void JsonWriter::end(char bracket) {
    const Level level = levels_.back();
    levels_.pop_back();
    if (!level.in_one_line && !level.empty)
        out_ += "\n" + std::string(2 * levels_.size(), ' ');
    out_ += bracket;
    if (levels_.empty())
        out_ += '\n';
}

void JsonWriter::key(std::string_view name) {
    separate();
    text(name);
    out_ += ": ";
}

void JsonWriter::element() {
    separate();
}

void JsonWriter::separate() {
    Level& level = levels_.back();
    if (!level.empty)
        out_ += level.in_one_line ? ", " : ",";
    if (!level.in_one_line)
        out_ += "\n" + std::string(2 * levels_.size(), ' ');
    level.empty = false;
}

void JsonWriter::text(std::string_view value) {
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
            append_utf8(out_,
                        point.value); // A byte that is no UTF-8 becomes U+FFFD: the file must stay readable.
        }
    }
    out_ += '"';
}

void JsonReader::fail(std::string_view expected) {
    if (error_)
        return;
    const rapidjson::Value& value = here();
    error_ = Error{"文件里“" + path() + "”应当是" + std::string(expected) + "，却是" +
                   std::string(json_type_name(value)) + "；文件可能被改动过，请用备份。"};
}

bool JsonReader::enter(std::string_view name) {
    Level& level = levels_.back();
    if (!level.value->IsObject())
        return false;
    level.asked.push_back(name);
    const auto size = static_cast<rapidjson::SizeType>(name.size());
    const auto member = level.value->FindMember(rapidjson::Value(rapidjson::StringRef(name.data(), size)));
    if (member == level.value->MemberEnd())
        return false;
    levels_.push_back({&member->value, name, no_index, {}});
    return true;
}

void JsonReader::enter_element(std::size_t index) {
    const rapidjson::Value& element = here()[static_cast<rapidjson::SizeType>(index)];
    levels_.push_back({&element, {}, index, {}});
}

void JsonReader::leave() {
    collect_unknown();
    levels_.pop_back();
}

void JsonReader::collect_unknown() {
    constexpr std::size_t most = 20;
    const Level& level = levels_.back();
    if (!level.value->IsObject() || error_)
        return;
    for (const auto& member : level.value->GetObject()) {
        const bool asked = std::ranges::find(level.asked, view(member.name)) != level.asked.end();
        if (!asked && unknown_.size() < most)
            unknown_.push_back(path() + "." + std::string(view(member.name)));
    }
}

std::string JsonReader::path() const {
    std::string path;
    for (const Level& level : levels_) {
        if (level.index != no_index) {
            path += "[" + std::to_string(level.index) + "]";
            continue;
        }
        if (!path.empty())
            path += '.';
        path += level.name;
    }
    return path;
}

} // namespace jibiao::io
