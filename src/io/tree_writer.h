#pragma once
#include "io/element_names.h"
#include "io/enum_names.h"
#include "io/format.h"
#include "io/serialize.h"
#include "model/rows.h"

#include <cereal/cereal.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace jibiao::io {

/// How a tree of named values is written: JSON or XML. Texts may be any bytes; what is no UTF-8 becomes
/// U+FFFD, so that the file stays readable.
class TreeSyntax {
  public:
    virtual ~TreeSyntax() = default;

    /// `compact`: members are texts, numbers and names only, and the object is short.
    virtual void begin_object(bool compact) = 0;
    virtual void end_object() = 0;
    virtual void begin_list() = 0;
    virtual void end_list() = 0;
    /// Before the value of a member of an object.
    virtual void key(std::string_view name) = 0;
    /// Before an element of a list.
    virtual void element(std::string_view name) = 0;
    virtual void text(std::string_view value) = 0;
    /// A number, true or false.
    virtual void word(std::string_view value) = 0;
};

/// cereal archive into a tree for people: what has its default value is left out, enumerators have names.
class TreeWriter : public cereal::OutputArchive<TreeWriter> {
  public:
    explicit TreeWriter(TreeSyntax& syntax) : OutputArchive(this), syntax_(syntax) {}

    int version() const { return format_version; }
    TreeSyntax& syntax() { return syntax_; }

  private:
    TreeSyntax& syntax_;
};

// ---- what cereal calls
// -------------------------------------------------------------------------------------------

template <class Value>
void CEREAL_SAVE_FUNCTION_NAME(TreeWriter& archive, const Always<Value>& pair) {
    archive.syntax().key(pair.name);
    archive(pair.value);
}
template <class Value>
void CEREAL_SAVE_FUNCTION_NAME(TreeWriter& archive, const cereal::NameValuePair<Value>& pair) {
    if (pair.value == std::remove_cvref_t<Value>{})
        return;
    archive.syntax().key(pair.name);
    archive(pair.value);
}

/// Objects open and close around their members.
template <class Item>
concept WrittenAsObject = std::is_class_v<Item> && requires(Item& item, TreeWriter& archive) {
    serialize(archive, item);
};

template <class Item>
void prologue(TreeWriter& archive, const Item&) {
    if constexpr (WrittenAsObject<Item>)
        archive.syntax().begin_object(std::is_same_v<Item, Cell>);
}
template <class Item>
void epilogue(TreeWriter& archive, const Item&) {
    if constexpr (WrittenAsObject<Item>)
        archive.syntax().end_object();
}

inline void CEREAL_SAVE_FUNCTION_NAME(TreeWriter& archive, const std::string& text) {
    archive.syntax().text(text);
}

inline void CEREAL_SAVE_FUNCTION_NAME(TreeWriter& archive, const bool& value) {
    archive.syntax().word(value ? "true" : "false");
}

template <class Number>
requires(std::is_same_v<Number, int> || std::is_same_v<Number, std::uint32_t>) //
    void CEREAL_SAVE_FUNCTION_NAME(TreeWriter& archive, const Number& value) {
    archive.syntax().word(std::to_string(value));
}

template <class Enum>
requires std::is_enum_v<Enum>
void CEREAL_SAVE_FUNCTION_NAME(TreeWriter& archive, const Enum& value) {
    archive.syntax().text(names_of(value)[static_cast<std::size_t>(value)]);
}

inline void CEREAL_SAVE_FUNCTION_NAME(TreeWriter& archive, const Field& field) {
    archive.syntax().text(field_key(field));
}

/// An empty one is left out with its key.
template <class Item>
void CEREAL_SAVE_FUNCTION_NAME(TreeWriter& archive, const std::optional<Item>& item) {
    archive(item.value());
}

template <class Item, class List>
void save_list(TreeWriter& archive, const List& list) {
    archive.syntax().begin_list();
    for (const Item& item : list) {
        archive.syntax().element(element_name(static_cast<const Item*>(nullptr)));
        archive(item);
    }
    archive.syntax().end_list();
}
template <class Item>
void CEREAL_SAVE_FUNCTION_NAME(TreeWriter& archive, const std::vector<Item>& items) {
    save_list<Item>(archive, items);
}
template <class Row>
void CEREAL_SAVE_FUNCTION_NAME(TreeWriter& archive, const Rows<Row>& rows) {
    save_list<Row>(archive, rows);
}

} // namespace jibiao::io
