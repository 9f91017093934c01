#pragma once
#include "templates/template.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace jibiao::io {

/// What a cell that is a label says about the cells around it.
struct Label {
    Field field = Field::none;      ///< Of the cell that follows it; none for the label of a group.
    Field text_below = Field::none; ///< Of an unlabelled text below it (预算规模及资金用途 → purpose).
    std::string_view money_unit; ///< 元 or 万元 in its bracket: 预算资金(元).
    std::string_view value;      ///< What follows the colon in the same cell: 编制单位：示例市科协.
    bool of_department = false;  ///< 部门(单位)名称.
};

/// The vocabulary of all known forms, folded and ready to look up. Lives no longer than the Templates it was
/// made of.
class FormWords {
  public:
    explicit FormWords(const Templates& templates);

    /// The label of a project's field, list or group.
    std::optional<Label> label(std::string_view cell) const;
    /// The indicator column that a header cell names.
    std::optional<Field> column(std::string_view cell) const;
    /// 3月底, 12月底.
    bool is_checkpoint(std::string_view cell) const;
    /// Heading of a performance target table: 1.科普经费绩效目标表.
    bool is_caption(std::string_view paragraph) const;
    bool is_department_caption(std::string_view paragraph) const;
    /// The project's name in its caption: without ordinal and ending.
    std::string_view name_in_caption(std::string_view caption) const;
    /// One of a text's fixed chapters, with or without its ordinal.
    bool is_chapter(std::string_view paragraph) const;
    bool is_contents_title(std::string_view paragraph) const;
    bool has_title_word(std::string_view paragraph) const;
    bool has_basis_word(std::string_view cell) const;
    bool is_comparator(std::string_view cell) const;

  private:
    struct Meaning {
        std::optional<Label> label;
        std::optional<Field> column;
    };
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    template <class Value>
    using Dictionary = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

    const Meaning& meaning(std::string_view cell) const;
    std::optional<Label> find_label(std::string_view cell) const;
    std::optional<Label> look_up(std::string_view label) const;
    std::optional<Field> find_column(std::string_view cell) const;

    const ReadingWords& words_;
    Dictionary<Label> labels_;
    Dictionary<Field> columns_;
    /// What has been asked: the same few labels stand in every table, and each is asked for several times.
    mutable Dictionary<Meaning> asked_;
    std::vector<std::string> chapters_;    ///< Folded.
    std::vector<std::string> comparators_; ///< Folded.
    std::vector<std::string> checkpoints_; ///< Folded.
};

/// 元 or 万元 where the cell states the unit of a table's amounts: 单位：万元; "" otherwise.
std::string_view stated_money_unit(std::string_view folded_cell);

} // namespace jibiao::io
