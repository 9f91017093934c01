#include "io/xml_text.h"

#include "base/text.h"
#include "base/utf8.h"
#include "base/words.h"
#include "io/bounds.h"
#include "io/text_place.h"
#include "io/xml_scan.h"
#include "io/xml_syntax.h"

#include <cereal/external/rapidxml/rapidxml.hpp>

#include <cstring>
#include <string>

namespace jibiao::io {
namespace {

namespace rapidxml = cereal::rapidxml;
using Element = rapidxml::xml_node<char>;

rapidjson::SizeType size_of(std::string_view text) {
    return static_cast<rapidjson::SizeType>(text.size());
}

std::string_view name_of(const rapidxml::xml_base<char>& item) {
    return {item.name(), item.name_size()};
}
std::string_view value_of(const rapidxml::xml_base<char>& item) {
    return {item.value(), item.value_size()};
}

struct Inside {
    rapidjson::SizeType elements = 0;
    rapidjson::SizeType attributes = 0;
    std::size_t texts = 0;      ///< CDATA, comments and elements divide a text.
    std::string_view text = ""; ///< The last of them; RapidJSON wants a pointer even to nothing.
};

Inside inside_of(const Element& element) {
    Inside inside;
    for (const auto* attribute = element.first_attribute(); attribute;
         attribute = attribute->next_attribute())
        ++inside.attributes;
    for (const Element* child = element.first_node(); child; child = child->next_sibling()) {
        if (child->type() == rapidxml::node_element) {
            ++inside.elements;
        } else {
            ++inside.texts;
            inside.text = value_of(*child);
        }
    }
    return inside;
}

/// Tells a rapidjson::Document what is in the elements. Texts are referred to where they stand, unless
/// something has to be changed in them.
class TreeOf {
  public:
    explicit TreeOf(const Element& root) : root_(root) {}

    bool operator()(rapidjson::Document& tree) const {
        tree.StartObject();
        key("format", tree);
        text(name_of(root_), tree);
        const Inside inside = inside_of(root_);
        return tree.EndObject(1 + members(root_, inside, tree));
    }

  private:
    static void key(std::string_view name, rapidjson::Document& tree) {
        tree.Key(name.data(), size_of(name), false);
    }

    static void text(std::string_view text, rapidjson::Document& tree) {
        if (!contains(text, "_x")) {
            tree.String(text.data(), size_of(text), false);
            return;
        }
        const std::string decoded = decode_xml_text(text);
        tree.String(decoded.data(), size_of(decoded), true);
    }

    static void value(const Element& element, rapidjson::Document& tree) {
        const Inside inside = inside_of(element);
        if (inside.elements + inside.attributes == 0)
            return own_text(element, inside, tree);
        tree.StartObject();
        tree.EndObject(members(element, inside, tree));
    }

    /// How many there are.
    static rapidjson::SizeType members(const Element& element, const Inside& inside,
                                       rapidjson::Document& tree) {
        for (const auto* attribute = element.first_attribute(); attribute;
             attribute = attribute->next_attribute()) {
            key(name_of(*attribute), tree);
            text(value_of(*attribute), tree);
        }
        for (const Element* child = element.first_node(); child; child = child->next_sibling()) {
            if (child->type() != rapidxml::node_element)
                continue;
            key(name_of(*child), tree);
            value(*child, tree);
        }
        if (inside.texts == 0)
            return inside.elements + inside.attributes;
        key("text", tree);
        own_text(element, inside, tree);
        return inside.elements + inside.attributes + 1;
    }

    /// Beside elements, blanks at the ends of a text are only layout.
    static void own_text(const Element& element, const Inside& inside, rapidjson::Document& tree) {
        if (inside.texts <= 1)
            return text(inside.elements > 0 ? trim(inside.text) : inside.text, tree);
        std::string joined;
        for (const Element* child = element.first_node(); child; child = child->next_sibling()) {
            if (child->type() != rapidxml::node_element)
                joined += value_of(*child);
        }
        const std::string decoded =
            decode_xml_text(inside.elements > 0 ? trim(joined) : std::string_view(joined));
        tree.String(decoded.data(), size_of(decoded), true);
    }

    const Element& root_;
};

} // namespace

Result<XmlText> XmlText::read(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    if (const auto error = check_file_size(text))
        return *error;
    if (!is_valid_utf8(text))
        return Error{"文件不是 UTF-8 编码的 XML；请重新导出或另存为 UTF-8。"};
    if (const auto error = check_xml(text))
        return *error;
    XmlText result;
    result.buffer_ = std::make_unique<char[]>(text.size() + 1);
    std::memcpy(result.buffer_.get(), text.data(), text.size());
    result.tree_ = std::make_unique<rapidjson::Document>();
    const auto elements = std::make_unique<rapidxml::xml_document<char>>(); // Too large for the stack.
    constexpr int flags = rapidxml::parse_validate_closing_tags | rapidxml::parse_no_element_values;
    try {
        elements->parse<flags>(result.buffer_.get());
    } catch (const rapidxml::parse_error& error) {
        const auto offset = static_cast<std::size_t>(error.where<char>() - result.buffer_.get());
        return error_at(text, offset, word("不是正确的 XML；文件可能不完整，请重新导出。"));
    }
    TreeOf tree(*elements->first_node()); // check_xml saw that it has one root.
    result.tree_->Populate(tree);
    return result;
}

} // namespace jibiao::io
