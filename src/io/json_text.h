#pragma once
#include "base/result.h"

#include <rapidjson/document.h>

#include <memory>
#include <string>
#include <string_view>

namespace jibiao::io {

/// A JSON text taken apart. Keys and strings point into `buffer`, so the line of any key can be told.
class JsonText {
  public:
    /// Errors name line and column. Bounds: bounds.h.
    static Result<JsonText> read(std::string_view text);

    const rapidjson::Value& root() const { return *document_; }
    /// 1-based line of a key or string of this text.
    int line_of(const rapidjson::Value& string) const;

  private:
    std::unique_ptr<char[]> buffer_;
    std::size_t size_ = 0;
    std::unique_ptr<rapidjson::Document> document_;
};

/// 对象, 文字, 数字 …: for messages.
std::string_view json_type_name(const rapidjson::Value& value);

inline std::string_view view(const rapidjson::Value& string) {
    return {string.GetString(), string.GetStringLength()};
}

} // namespace jibiao::io
