#pragma once
#include "base/result.h"

#include <rapidjson/document.h>

#include <memory>
#include <string_view>

namespace jibiao::io {

/// An XML text as a tree of RapidJSON's values, so that JSON and XML are read by one reader (tree_reader.h).
/// An element with attributes or elements in it is an object of them all; its own text, if it has any, is the
/// member "text". Any other element is a text. The root's name is its member "format".
///
/// Read are elements, attributes, texts, CDATA and numeric references. Comments and instructions are skipped.
/// A DOCTYPE and entities beyond the five are refused, so nothing can be defined, fetched or multiplied.
class XmlText {
  public:
    /// Errors name line and column. Bounds: bounds.h.
    static Result<XmlText> read(std::string_view text);

    const rapidjson::Value& root() const { return *tree_; }

  private:
    std::unique_ptr<char[]> buffer_;
    std::unique_ptr<rapidjson::Document> tree_;
};

} // namespace jibiao::io
