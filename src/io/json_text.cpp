#include "io/json_text.h"

#include "base/utf8.h"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace jibiao::io {
namespace {

int line_at(std::string_view text, std::size_t offset) {
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(offset, text.size()));
    return 1 + static_cast<int>(std::count(text.begin(), end, '\n'));
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
    if (!is_valid_utf8(text))
        return Error{"文件不是 UTF-8 编码的 JSON；请重新导出或另存为 UTF-8。"};
    if (const std::size_t at = find_lone_low_surrogate(text); at != std::string_view::npos) {
        const int line = line_at(text, at);
        return Error{"第 " + std::to_string(line) + " 行有半个字符（" + std::string(text.substr(at, 6)) +
                         "）；文件可能被改动过，请用备份。",
                     line};
    }
    JsonText result;
    result.size_ = text.size();
    result.buffer_ = std::make_unique<char[]>(text.size() + 1);
    std::memcpy(result.buffer_.get(), text.data(), text.size());
    result.document_ = std::make_unique<rapidjson::Document>();
    constexpr unsigned flags = rapidjson::kParseInsituFlag | rapidjson::kParseIterativeFlag;
    result.document_->ParseInsitu<flags>(result.buffer_.get());
    if (result.document_->HasParseError()) {
        const int line = line_at(text, result.document_->GetErrorOffset());
        return Error{"第 " + std::to_string(line) + " 行不是正确的 JSON；文件可能不完整，请重新导出。", line};
    }
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
