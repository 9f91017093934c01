#pragma once
#include "templates/template.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace jibiao::io {

inline constexpr std::size_t longest_title = 60; ///< Of a document, in code points.
inline constexpr std::size_t most_columns =
    40; ///< No form has that many; every cell is compared with every column.

/// What a cell that is a label says about the cells around it.
struct Label {
    Field field = Field::none;      ///< Of the cell that follows it; none for the label of a group.
    Field text_below = Field::none; ///< Of an unlabelled text below it (预算规模及资金用途 → purpose).
    std::string_view money_unit; ///< 元 or 万元 in its bracket: 预算资金(元).
    std::string_view value;      ///< What follows the colon in the same cell: 编制单位：示例市科协.
    bool of_department = false;  ///< 部门(单位)名称.
};

/// The words of a table about the department, folded.
struct TableWords {
    struct Column {
        std::string label; ///< Without brackets.
        std::string group; ///< The same; "" if the column has none.
        Field field = Field::none;
    };
    const Template* owner = nullptr;
    const TableForm* form = nullptr;
    std::vector<std::string> captions;
    std::vector<Column> columns;                     ///< In the order of the form.
    std::vector<std::pair<std::string, Field>> head; ///< What stands in front of a cell of the head rows.

    bool is_caption(std::string_view paragraph) const;
    /// none if the cell names no column.
    Field column(std::string_view cell) const;
    /// Of how many columns the cell is the group; 0 if it is none.
    std::size_t columns_of_group(std::string_view cell) const;
    std::optional<Label> head_label(std::string_view cell) const;
};

/// The vocabulary of all known forms, folded and ready to look up. Lives no longer than the Templates it was
/// made of.
class FormWords {
  public:
    explicit FormWords(const Templates& templates);

    /// Makes room where many texts have been read. What label() has returned before is no longer valid.
    void forget_asked() const;

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
    /// A line of the cover that has its label in front: 经办人：李某, 附件2:.
    std::optional<Label> cover_label(std::string_view paragraph) const;
    /// A line of the cover that ends with its label: 示例市科协编制. The value is "" if it is nothing else.
    std::optional<Label> cover_ending(std::string_view paragraph) const;
    /// The tables about the department that forms have.
    const std::vector<TableWords>& tables() const { return tables_; }
    bool is_table_caption(std::string_view paragraph) const;
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
    Dictionary<Field> cover_labels_;
    std::vector<std::pair<std::string, Field>> cover_endings_;
    std::vector<TableWords> tables_;
    std::vector<std::string> chapters_;    ///< Folded.
    std::vector<std::string> comparators_; ///< Folded.
    std::vector<std::string> checkpoints_; ///< Folded.
};

/// Digits of a unit code in front of a unit's name, 731001示例市科协; 0 if `text` (trimmed) is no such pair.
std::size_t unit_code_length(std::string_view text);

/// 元 or 万元 where the cell states the unit of a table's amounts: 单位：万元; "" otherwise.
std::string_view stated_money_unit(std::string_view folded_cell);

} // namespace jibiao::io
