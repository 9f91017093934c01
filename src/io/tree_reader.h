#pragma once
#include "io/bounds.h"
#include "io/element_names.h"
#include "io/enum_names.h"
#include "io/format.h"
#include "io/json_text.h"
#include "io/serialize.h"
#include "model/rows.h"

#include <cereal/cereal.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace jibiao::io {

/// A tree of named values, from JSON or XML. XML has no types: all its values are texts, lists are objects
/// whose members all have the element's name, and an object's own text is its member "text".
struct Tree {
    const rapidjson::Value& root;
    bool has_types = true;
};

/// cereal archive out of such a tree, key by key. What is wrong with a value (a key that should be there and
/// is not, one that nobody knows, one that stands twice, a wrong type) becomes a note that names its path,
/// the rest is read. The only error is a file past its bounds.
class TreeReader : public cereal::InputArchive<TreeReader> {
  public:
    TreeReader(Tree tree, std::size_t file_size);

    /// Keys that a file is too old to have are simply missing.
    int version() const { return format_version; }

    const std::optional<Error>& error() const { return tally_.error(); }
    bool failed() const { return error().has_value(); }
    /// What was wrong, the first fifty; after the last value.
    std::vector<Note> take_notes();

    /// Goes into the member `name` of the object here; false if there is none.
    bool enter(std::string_view name);
    void leave();
    void note_missing(std::string_view name);

    /// Whether the value here can be read as an object. `has_text`: it is a cell, which may also be given by
    /// its text alone.
    bool begin_object(bool has_text);
    void read(std::string& text);
    void read(bool& value);
    /// 0 … `highest`; nullopt, with a note, if there is no such number.
    std::optional<std::uint32_t> read_number(std::uint32_t highest);
    /// Index of the name here.
    std::optional<std::size_t> read_name(std::span<const std::string_view> names);
    std::optional<Field> read_field();
    bool is_null() const { return here().IsNull(); }

    /// Calls `read_element()` in each element of the list here. `name`: see Tree.
    template <class ReadElement>
    void for_each_element(std::string_view name, ReadElement&& read_element);
    template <class Row>
    bool count(const Row& row) {
        return tally_.add(row);
    }

  private:
    static constexpr std::size_t no_index = static_cast<std::size_t>(-1);
    struct Asked {
        std::string_view name;
        bool seen = false;
    };
    struct Level {
        const rapidjson::Value* value;
        std::string_view name;
        std::size_t index = no_index;
        std::vector<Asked> asked = {};
        bool is_object = false; ///< Its members are asked for.
    };

    const rapidjson::Value& here() const { return *levels_.back().value; }
    std::string path() const;
    std::string path_to(std::string_view member) const;
    bool has_room_for_note();
    void note(std::string_view before, std::string_view member, std::string_view after);
    void note_unknown(std::string_view member);
    void note_type(std::string_view expected, std::string_view outcome);
    void note_unasked();
    bool begin_list();

    std::vector<Level> levels_;
    bool has_types_;
    Tally tally_;
    std::vector<Note> notes_;
    std::size_t more_notes_ = 0;
};

template <class ReadElement>
void TreeReader::for_each_element(std::string_view name, ReadElement&& read_element) {
    if (!begin_list())
        return;
    std::size_t index = 0;
    const auto visit = [&](const rapidjson::Value& element) {
        levels_.push_back({&element, {}, index++});
        read_element();
        leave();
    };
    if (here().IsArray()) {
        for (const auto& element : here().GetArray()) {
            if (failed())
                return;
            visit(element);
        }
        return;
    }
    for (const auto& member : here().GetObject()) {
        if (failed())
            return;
        if (view(member.name) == name)
            visit(member.value);
        else
            note_unknown(view(member.name));
    }
}

// ---- what cereal calls
// -------------------------------------------------------------------------------------------

template <class Value>
void CEREAL_LOAD_FUNCTION_NAME(TreeReader& archive, cereal::NameValuePair<Value>& pair) {
    if (archive.failed() || !archive.enter(pair.name))
        return;
    archive(pair.value);
    archive.leave();
}
template <class Value>
void CEREAL_LOAD_FUNCTION_NAME(TreeReader& archive, Always<Value>& pair) {
    if (archive.failed())
        return;
    if (!archive.enter(pair.name))
        return archive.note_missing(pair.name);
    archive(pair.value);
    archive.leave();
}

template <class Item>
concept ReadAsObject = std::is_class_v<Item> && requires(Item& item, TreeReader& archive) {
    serialize(archive, item);
};

template <class Item>
void prologue(TreeReader& archive, const Item&) {
    if constexpr (ReadAsObject<Item>)
        archive.begin_object(std::is_same_v<Item, Cell>);
}
template <class Item>
void epilogue(TreeReader&, const Item&) {}

inline void CEREAL_LOAD_FUNCTION_NAME(TreeReader& archive, std::string& text) {
    archive.read(text);
}
inline void CEREAL_LOAD_FUNCTION_NAME(TreeReader& archive, bool& value) {
    archive.read(value);
}
inline void CEREAL_LOAD_FUNCTION_NAME(TreeReader& archive, int& value) {
    if (const auto number = archive.read_number(highest_number))
        value = static_cast<int>(*number);
}
inline void CEREAL_LOAD_FUNCTION_NAME(TreeReader& archive, std::uint32_t& value) {
    if (const auto number = archive.read_number(std::numeric_limits<std::uint32_t>::max()))
        value = *number;
}
template <class Enum>
requires std::is_enum_v<Enum>
void CEREAL_LOAD_FUNCTION_NAME(TreeReader& archive, Enum& value) {
    if (const auto index = archive.read_name(names_of(value)))
        value = static_cast<Enum>(*index);
}

inline void CEREAL_LOAD_FUNCTION_NAME(TreeReader& archive, Field& field) {
    if (const auto known = archive.read_field())
        field = *known;
}

template <class Item>
void CEREAL_LOAD_FUNCTION_NAME(TreeReader& archive, std::optional<Item>& item) {
    if (!archive.is_null())
        archive(item.emplace());
}

template <class Item, class List>
void load_list(TreeReader& archive, List& list, auto&& add_to) {
    archive.for_each_element(element_name(static_cast<const Item*>(nullptr)), [&] {
        if (!archive.begin_object(false) || !archive.count(Item{}))
            return;
        archive(add_to(list));
    });
}
template <class Item>
void CEREAL_LOAD_FUNCTION_NAME(TreeReader& archive, std::vector<Item>& items) {
    load_list<Item>(archive, items, [](auto& list) -> Item& { return list.emplace_back(); });
}
template <class Row>
void CEREAL_LOAD_FUNCTION_NAME(TreeReader& archive, Rows<Row>& rows) {
    load_list<Row>(archive, rows, [](auto& list) -> Row& { return list.add(); });
}

} // namespace jibiao::io
