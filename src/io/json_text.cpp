#include "io/json_text.h"

#include "base/utf8.h"
#include "base/words.h"
#include "io/bounds.h"
#include "io/text_place.h"

#include <charconv>
#include <cstring>
#include <optional>

namespace jibiao::io {
namespace {

/// Depth and number of values, before anything is made of them. Counts too much rather than too little where
/// the text is no JSON.
std::optional<Error> check_bounds(std::string_view text) {
    std::size_t depth = 0;
    std::size_t values = 1;
    bool in_string = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (in_string) {
            i += c == '\\' ? 1 : 0;
            in_string = c != '"';
        } else if (c == '"') {
            in_string = true;
        } else if (c == '{' || c == '[') {
            ++values;
            if (++depth > deepest)
                return too_deep(text, i);
        } else if (c == '}' || c == ']') {
            depth -= depth > 0 ? 1 : 0;
        } else if (c == ',' && ++values > most_values) {
            return too_many_values(text, i);
        }
    }
    return std::nullopt;
}

Error no_json(std::string_view text, std::size_t offset) {
    return error_at(text, offset, word("不是正确的 JSON；文件可能不完整，请重新导出。"));
}

/// The code unit of an escape \uXXXX at `at`; 0 if there is none.
unsigned escaped_unit(std::string_view text, std::size_t at) {
    constexpr std::size_t length = 6;
    if (text.substr(at, 2) != "\\u" || at + length > text.size())
        return 0;
    unsigned unit = 0;
    const auto read = std::from_chars(text.data() + at + 2, text.data() + at + length, unit, 16);
    return read.ptr == text.data() + at + length ? unit : 0;
}

/// Where the second half of a pair stands without the first; npos if nowhere. RapidJSON makes bytes of it
/// that are no UTF-8.
std::size_t find_lone_low_surrogate(std::string_view text) {
    for (std::size_t at = text.find('\\'); at != std::string_view::npos; at = text.find('\\', at)) {
        const unsigned unit = escaped_unit(text, at);
        if (unit >= 0xDC00 && unit <= 0xDFFF)
            return at;
        const bool first_half = unit >= 0xD800 && unit <= 0xDBFF;
        at += unit == 0 ? 2 : first_half ? 12 : 6;
    }
    return std::string_view::npos;
}

} // namespace

Result<JsonText> JsonText::read(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    if (const auto error = check_file_size(text))
        return *error;
    if (!is_valid_utf8(text))
        return Error{"文件不是 UTF-8 编码的 JSON；请重新导出或另存为 UTF-8。"};
    if (const std::size_t end = text.find('\0'); end != std::string_view::npos)
        return no_json(text, end); // RapidJSON would stop there and be content.
    if (const auto error = check_bounds(text))
        return *error;
    if (const std::size_t at = find_lone_low_surrogate(text); at != std::string_view::npos)
        return error_at(text, at,
                        fill(tr("有半个字符（{1}）；文件可能被改动过，请用备份。"), {text.substr(at, 6)}));
    JsonText result;
    result.size_ = text.size();
    result.buffer_ = std::make_unique<char[]>(text.size() + 1);
    std::memcpy(result.buffer_.get(), text.data(), text.size());
    result.document_ = std::make_unique<rapidjson::Document>();
    constexpr unsigned flags = rapidjson::kParseInsituFlag | rapidjson::kParseIterativeFlag;
    result.document_->ParseInsitu<flags>(result.buffer_.get());
    if (result.document_->HasParseError())
        return no_json(text, result.document_->GetErrorOffset());
    return result;
}

int JsonText::line_of(const rapidjson::Value& string) const {
    const std::string_view text(buffer_.get(), size_);
    const std::ptrdiff_t offset = string.GetString() - buffer_.get();
    return offset < 0 ? 0 : line_at(text, static_cast<std::size_t>(offset));
}

std::string_view json_type_name(const rapidjson::Value& value) {
    switch (value.GetType()) {
    case rapidjson::kObjectType:
        return "对象";
    case rapidjson::kArrayType:
        return "列表";
    case rapidjson::kStringType:
        return "文字";
    case rapidjson::kNumberType:
        return "数字";
    case rapidjson::kNullType:
        return "空值";
    default:
        return "真假值";
    }
}

} // namespace jibiao::io
