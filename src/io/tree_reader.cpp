#include "io/tree_reader.h"

#include "base/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace jibiao::io {
namespace {

constexpr std::size_t most_notes = 50;

std::string in_one_line(std::string_view text) {
    std::string line = shorten(text, 80);
    std::ranges::replace_if(
        line, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return line;
}

/// By RapidJSON: std::to_chars of a double carries tables that weigh a tenth of the page.
std::string digits_of(const rapidjson::Value& number) {
    rapidjson::StringBuffer digits;
    rapidjson::Writer<rapidjson::StringBuffer> writer(digits);
    number.Accept(writer);
    std::string text(digits.GetString(), digits.GetSize());
    return text.ends_with(".0") ? text.substr(0, text.size() - 2) : text;
}

std::string in_words(const rapidjson::Value& value) {
    const std::string type(json_type_name(value));
    if (value.IsString())
        return type + "“" + in_one_line(view(value)) + "”";
    return value.IsNumber() ? type + " " + digits_of(value) : type;
}

bool is_scalar(const rapidjson::Value& value) {
    return value.IsString() || value.IsNumber();
}

std::optional<std::uint32_t> number_in(std::string_view text, std::uint32_t highest) {
    const std::string_view digits = trim(text);
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool whole = error == std::errc() && end == digits.data() + digits.size();
    return whole && number <= highest ? std::optional(number) : std::nullopt;
}

/// Of 2021.0 and "2021".
std::optional<std::uint32_t> number_like(const rapidjson::Value& value, std::uint32_t highest) {
    if (value.IsString())
        return number_in(view(value), highest);
    if (!value.IsDouble() || !(value.GetDouble() >= 0 && value.GetDouble() <= highest))
        return std::nullopt;
    const auto number = static_cast<std::uint32_t>(value.GetDouble());
    return std::equal_to<double>()(number, value.GetDouble()) ? std::optional(number) : std::nullopt;
}

} // namespace

TreeReader::TreeReader(Tree tree, std::size_t file_size)
    : InputArchive(this), has_types_(tree.has_types), tally_(file_size) {
    levels_.push_back({&tree.root, {}});
    begin_object(false);
}

std::vector<Note> TreeReader::take_notes() {
    note_unasked();
    if (more_notes_ > 0)
        notes_.push_back({0, "文件里另有 " + std::to_string(more_notes_) + " 处类似的问题，没有逐一列出。"});
    more_notes_ = 0;
    return std::move(notes_);
}

bool TreeReader::has_room_for_note() {
    const bool has_room = notes_.size() < most_notes;
    more_notes_ += has_room ? 0 : 1;
    return has_room;
}

void TreeReader::note(std::string_view before, std::string_view member, std::string_view after) {
    if (has_room_for_note())
        notes_.push_back(
            {0, "文件里" + std::string(before) + "“" + path_to(member) + "”" + std::string(after)});
}

void TreeReader::note_unknown(std::string_view member) {
    note("有不认识的内容", member, "，已略过。");
}

void TreeReader::note_type(std::string_view expected, std::string_view outcome) {
    if (has_room_for_note())
        notes_.push_back({0, "文件里“" + path() + "”应当是" + std::string(expected) + "，却是" +
                                 in_words(here()) + "，" + std::string(outcome) + "。"});
}

void TreeReader::note_missing(std::string_view name) {
    if (levels_.back().is_object)
        note("缺少", name, "，已按默认值读取。");
}

bool TreeReader::enter(std::string_view name) {
    Level& level = levels_.back();
    if (!level.is_object)
        return false;
    level.asked.push_back({name});
    if (!level.value->IsObject()) {
        if (name != "text")
            return false;
        levels_.push_back({level.value, name});
        return true;
    }
    const auto size = static_cast<rapidjson::SizeType>(name.size());
    const auto member = level.value->FindMember(rapidjson::Value(rapidjson::StringRef(name.data(), size)));
    if (member == level.value->MemberEnd())
        return false;
    levels_.push_back({&member->value, name});
    return true;
}

void TreeReader::leave() {
    note_unasked();
    levels_.pop_back();
}

void TreeReader::note_unasked() {
    Level& level = levels_.back();
    if (!level.is_object || failed())
        return;
    const auto asked = [&level](std::string_view name) {
        return std::ranges::find(level.asked, name, &Asked::name);
    };
    if (!level.value->IsObject()) {
        if (level.value->IsString() && level.value->GetStringLength() > 0 &&
            asked("text") == level.asked.end())
            note_unknown("text");
        return;
    }
    for (const auto& member : level.value->GetObject()) {
        const auto known = asked(view(member.name));
        if (known == level.asked.end())
            note_unknown(view(member.name));
        else if (known->seen)
            note("", view(member.name), "重复出现，只读取了第一处。");
        else
            known->seen = true;
    }
}

bool TreeReader::begin_object(bool has_text) {
    Level& level = levels_.back();
    const bool as_text = is_scalar(here()) && (has_text || !has_types_);
    if (!here().IsObject() && !as_text) {
        note_type("对象", "已略过");
        return false;
    }
    if (here().IsString() && has_types_)
        note_type("对象", "已按文字读取");
    level.is_object = true;
    return true;
}

bool TreeReader::begin_list() {
    if (has_types_ ? here().IsArray() : here().IsObject())
        return true;
    const bool is_empty_element = !has_types_ && here().GetStringLength() == 0;
    if (!is_empty_element)
        note_type("列表", "已略过");
    return false;
}

void TreeReader::read(std::string& text) {
    if (here().IsString()) {
        text = view(here());
    } else if (here().IsNumber()) {
        text = digits_of(here());
        note_type("文字", "已按文字读取");
    } else {
        note_type("文字", "已略过");
    }
}

void TreeReader::read(bool& value) {
    if (here().IsBool()) {
        value = here().GetBool();
        return;
    }
    const std::string_view word = here().IsString() ? view(here()) : std::string_view();
    const bool known = word == "true" || word == "false";
    if (known)
        value = word == "true";
    if (!known || has_types_)
        note_type("真假值", known ? "已按真假值读取" : "已略过");
}

std::optional<std::uint32_t> TreeReader::read_number(std::uint32_t highest) {
    if (here().IsUint() && here().GetUint() <= highest)
        return here().GetUint();
    const auto number = number_like(here(), highest);
    if (!number || has_types_)
        note_type(" 0 到 " + std::to_string(highest) + " 的整数", number ? "已按整数读取" : "已略过");
    return number;
}

std::optional<std::size_t> TreeReader::read_name(std::span<const std::string_view> names) {
    const auto name = here().IsString() ? std::ranges::find(names, view(here())) : names.end();
    if (name != names.end())
        return static_cast<std::size_t>(name - names.begin());
    note_type("已知的名称", "已略过");
    return std::nullopt;
}

std::optional<Field> TreeReader::read_field() {
    const auto field = here().IsString() ? field_from_key(view(here())) : std::nullopt;
    if (!field)
        note_type("已知的栏目", "已略过");
    return field;
}

std::string TreeReader::path() const {
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

std::string TreeReader::path_to(std::string_view member) const {
    const std::string above = path();
    return above + (above.empty() ? "" : ".") + in_one_line(member);
}

} // namespace jibiao::io
