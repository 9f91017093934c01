#pragma once
#include "io/tree_writer.h"

#include <string>
#include <vector>

namespace jibiao::io {

/// XML 1.0 with an element a line, named like JSON's keys; elements of lists are named by element_names.h.
/// Of a compact object the member "text" is the element's content, and the others are its attributes.
/// Characters that XML cannot carry are written as in Office Open XML: _x0007_, and _x005F_ for a "_" that
/// could be mistaken.
class XmlSyntax final : public TreeSyntax {
  public:
    /// `root`: the start tag's name and attributes.
    XmlSyntax(std::string_view name, std::string_view attributes);

    void begin_object(bool compact) override;
    void end_object() override;
    void begin_list() override { open(); }
    void end_list() override { close(); }
    void key(std::string_view name) override { name_ = name; }
    void element(std::string_view name) override { name_ = name; }
    void text(std::string_view value) override;
    void word(std::string_view value) override { put(value); }

    /// Closes the root.
    std::string take();

  private:
    struct Level {
        std::string_view name;
        bool empty = true;
    };
    void open();
    void close();
    void new_line();
    void put(std::string_view escaped);

    std::string out_;
    std::vector<Level> levels_;
    std::string_view name_; ///< Of the value that comes next.
    bool compact_ = false;
    std::string_view compact_name_;
    std::string attributes_;
    std::string content_;
};

/// Makes the characters again that were written as _x0007_.
std::string decode_xml_text(std::string_view text);

} // namespace jibiao::io
