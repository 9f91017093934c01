#pragma once
#include "model/field.h"
#include "model/ordinal.h"
#include "templates/word_list.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Forms and regions as values. Every label, column, category tree and layout difference of a form is data in
/// assets/templates/*.json, every number and word list of a regulation is data in assets/profiles/*.json;
/// both are read by io/. A new province or year needs no compiler.

namespace jibiao {

/// What a category measures, whatever the form calls it.
enum class CategoryKind : std::uint8_t {
    none,
    output,
    quantity,
    quality,
    timeliness,
    cost,
    benefit,
    economic,
    social,
    ecological,
    lasting,
    satisfaction
};

/// Names and aliases of levels are written folded (base/text.h): no blanks, ASCII brackets.
struct Level2 {
    std::string name;                 ///< As the form prints it: 数量指标.
    std::vector<std::string> aliases; ///< Other spellings that mean the same: 环境效益指标 for 生态效益指标.
    CategoryKind kind = CategoryKind::none;
};

struct Level1 {
    std::string name;                 ///< 产出指标.
    std::vector<std::string> aliases; ///< 效果指标 for 效益指标.
    std::vector<Level2> children;
    bool level2_optional = false; ///< Rows may stand directly below level 1.
    CategoryKind kind = CategoryKind::none;
};

/// A category that a table must have: at least one filled row in one of `any_of` (names of level 2 or level
/// 1).
struct RequiredCategory {
    std::string name; ///< As messages call it: 成本指标, 效益指标.
    std::vector<std::string> any_of;
};

/// A column of a table about the department.
struct TableColumn {
    Field field = Field::none;
    std::string label; ///< As printed: 采购物品名称.
    std::string group; ///< Printed above this column and its neighbours of the same group: 政府采购项目来源.
};

/// A table about the department that a form has: 机构设置, 政府采购, 固定资产.
struct TableForm {
    std::string id;                    ///< Table::form: "procurement".
    std::vector<std::string> captions; ///< The first one is printed, all are recognised.
    std::vector<TableColumn> columns;  ///< In the order of the form.
    std::vector<std::string> head;     ///< Cells of the row between caption and header, with {field}.
    std::vector<std::string> sections; ///< Words of the headings below which the table stands: 政府采购.
    WordList sum_words;                ///< In the first column they say that a row is a sum: 合计, 小计.
    WordList part_words;               ///< In the first column: of which: 其中.

    const TableColumn* find_column(Field field) const;
};

/// A chapter that the form prescribes.
struct Chapter {
    std::string title; ///< Without its ordinal: 总体绩效目标.
    std::vector<std::string> aliases;
    int level = 1;                             ///< Section::level.
    OrdinalStyle ordinal = OrdinalStyle::none; ///< none: the usual one of the level, 一、 for 1.
    bool projects = false;                     ///< The project tables stand below it.
};

/// An amount that the form states in its sentences (templates/figures.h).
struct FigureForm {
    std::string key;                ///< "income_total".
    std::string label;              ///< 收入预算.
    std::vector<std::string> words; ///< It is named by one of them, in front of the amount.
    std::vector<std::string> parts; ///< Keys of the figures that it is the sum of; empty: of none.
};

/// A row of a table as the form writes it as text. Cells are text with {field key} for a cell's text and
/// [parts] that go if their cells are empty; also {number}, 1-based: of the project, or of the row where
/// `each` is set. A list's key in a row without `each` spreads over cells (spending plan) or is put into one
/// cell, numbered (goals).
struct TextRow {
    std::vector<std::string> cells;
    std::vector<std::string> first; ///< Where `each` is set: the cells of its first row; empty: the same.
    std::string each;       ///< goals, detail_goals, phases, plan, indicators: a row for each of them.
    bool paragraph = false; ///< A line above the table: its one cell is no table cell.
};

/// How the form is written as text: the way in which converters write its Word or PDF file.
struct TextLayout {
    bool row_per_line = false;      ///< A row a line, cells separated by TAB; else a cell a line.
    std::vector<std::string> cover; ///< Lines with {field key}; one without any filled field is left out.
    std::string contents_title;     ///< 目录; "" if the form has no table of contents.
    std::string caption;            ///< Of a project's table that has none: {number}.{name}绩效目标表.
    std::string department_caption; ///< Of the department's table that has none.
    std::vector<TextRow> project;
    std::vector<TextRow> department;
    bool merge_level1 = true; ///< Print level 1 in the first row of its block only.
    bool merge_level2 = false;
    int money_decimals = -1; ///< Of amounts that were typed here; -1: as typed.
    int value_decimals = -1; ///< Of a separate value column.
};

struct Template {
    std::string id;                                       ///< heb-2021.
    std::string name;                                     ///< 河北省 2021 年部门预算绩效文本.
    std::string money_unit;                               ///< 元 or 万元, where a document does not say.
    std::map<std::string, std::string> labels;            ///< Field key (model/field.h) → label as printed.
    std::map<std::string, std::string> department_labels; ///< Where the department's table says it otherwise.
    std::vector<Field> project_fields;                    ///< In the order of the form.
    std::vector<Field>
        department_fields; ///< The same for the department's table; empty if the form has none.
    std::vector<Field> indicator_columns; ///< In the order of the form.
    std::vector<Field> required_columns;  ///< Of indicator_columns, those that must be filled in every row.
    std::vector<Chapter> chapters;        ///< In the order of the form.
    std::vector<TableForm> tables;        ///< About the department.
    std::vector<FigureForm> figures;      ///< Amounts in the sentences.
    std::vector<Field> cover_fields;      ///< Of the book itself, in the order of the form.
    std::map<std::string, std::vector<std::string>> choices; ///< Field key → what the cell may say.
    TextLayout layout;
    std::vector<std::string> plan_checkpoints; ///< 3月底 …; empty if the form has no spending plan.
    std::vector<Level1> levels;
    std::vector<RequiredCategory> required_categories;
    std::string at_least = "≥";
    std::string at_most = "≤";
    bool blank_before_unit = false;
    bool general = false; ///< Stands in where a book names no form that we know.
    int first_year = 0;   ///< Years in which the form was in use; an import chooses by them
    int last_year = 9999; ///< where the labels alone fit several forms.

    bool has_column(Field column) const;
    const TableForm* find_table(std::string_view table_id) const;
    /// The form's label in such a table, or the default label of the field.
    std::string_view label(Field field, ProjectKind kind = ProjectKind::project) const;
    /// The level 1 / level 2 that a cell means, by name or alias, folded; nullptr if none.
    const Level1* find_level1(std::string_view text) const;
    const Level2* find_level2(std::string_view text, const Level1** parent = nullptr) const;
};

/// What a region's rules need to know. Word lists are compared with folded text. Written format:
/// assets/profiles/README.md.
struct Profile {
    std::string id;
    std::string name;
    WordList placeholders;     ///< Left over wherever they stand: **, ××, XX, 待定 …
    WordList void_words;       ///< State nothing as the whole of a cell: 无, / …
    WordList ratio_words;      ///< Name endings whose unit is a percentage: 率, 比例 …
    WordList capped_words;     ///< Of those, what cannot exceed 100 %: 完成率, 满意度 …
    WordList uncapped_words;   ///< In a name they say that it may: 增长率, 收益率 …
    WordList unitless_words;   ///< Name endings of numbers without a unit: 指数, 排名 …
    WordTable unit_of_name;    ///< Name ending → expected unit: 人次 → 人次; "" if a
                               ///< unit is needed but not certain.
    WordList cost_words;       ///< In level 1 or 2 they say that a row states a cost: 成本.
    WordList not_budget_words; ///< In a cost row they say that its amount is not a part of
                               ///< the year's budget: 社会成本, 总投资, 节约 …
    std::map<std::string, std::string> starter_names; ///< Category → indicator name to begin with.
    std::string blank_quarter;                        ///< What a blank checkpoint should say: 0%.
    // What single rules need; README.md says which rule reads which.
    ByName<WordList> lists;
    ByName<WordTable> tables;
    ByName<int> limits;

    /// Empty if the profile has no such list or table.
    const WordList& list(const Name& name) const;
    const WordTable& table(const Name& name) const;
    int limit(const Name& name, int otherwise) const;
};

/// The words by which an import recognises forms that were filled in elsewhere: one vocabulary for all forms,
/// because a form that we have never seen is made of the same words. Read from assets/reading/forms.json.
struct ReadingWords {
    std::map<std::string, std::vector<std::string>> labels; ///< Field key → spellings of its label.
    /// Labels without a cell of their own (merged side cells, group headings) → key of the field that an
    /// unlabelled text after them belongs to, "" if there is none: 预算规模及资金用途 → purpose.
    std::map<std::string, std::string> groups;
    std::vector<std::string> caption_endings;  ///< 绩效目标表, 绩效信息表.
    std::vector<std::string> department_words; ///< In a caption they say that the table is the department's.
    std::vector<std::string> chapters;         ///< Titles of a text's fixed chapters: 总体绩效目标.
    std::vector<std::string> title_words;      ///< In the document's own title.
    std::map<std::string, std::vector<std::string>> cover_labels; ///< Field key → words in front: 经办人.
    std::map<std::string, std::vector<std::string>> cover_endings; ///< Field key → words behind: 编制.
    std::vector<std::string> contents_titles;                      ///< 目录.
    std::vector<std::string> basis_words; ///< What the basis of a target value is called: 计划, 文件, 合同.
    std::vector<std::string> comparators;     ///< Whole cells of a column of signs.
    std::vector<std::string> increase_words;  ///< In front of an amount: against the year before, 增加.
    std::vector<std::string> decrease_words;  ///< 减少.
    std::vector<std::string> unchanged_words; ///< 无变化, 持平.
    std::vector<std::string> reason_words;    ///< In front of a reason: 主要是.
};

/// The forms that we know, and the words by which others are read.
class Templates {
  public:
    Templates() = default;
    explicit Templates(std::vector<Template> templates, ReadingWords words = {})
        : templates_(std::move(templates)), words_(std::move(words)) {}

    const std::vector<Template>& all() const { return templates_; }
    /// In the same order.
    std::vector<std::string> names() const;
    const ReadingWords& words() const { return words_; }
    /// Never fails: an unknown id gives the general form, so that every book can be shown.
    const Template& get(std::string_view id) const;

  private:
    std::vector<Template> templates_;
    ReadingWords words_;
};

/// 1-based number of a project among the book's projects; 0 for the department's table, which has none.
std::size_t number_of_project(const Book& book, std::size_t index);
/// What messages, headings and screen readers call a table: "项目 2 科普经费", "部门整体 示例市科协".
std::string project_in_words(const Book& book, std::size_t index);
/// The same for findings, which are Chinese whatever the page is.
std::string project_in_chinese(const Book& book, std::size_t index);

/// Where a cell stands, in words: "项目 2 科普经费 › 指标 3 培训次数 › 指标值". Numbers are 1-based.
std::string place_in_words(const Book& book, const Template& form, FieldRef ref);
/// The same for many cells of one book, which must stay as it is. `rows`: of this book.
class PlacesInWords {
  public:
    PlacesInWords(const Book& book, const Template& form, const RowPlaces& rows)
        : book_(book), form_(form), rows_(rows) {}
    std::string of(FieldRef ref);

  private:
    const Book& book_;
    const Template& form_;
    const RowPlaces& rows_;
    std::vector<std::string> projects_; ///< In words; "" for those that nobody asked for.
};

} // namespace jibiao
