#pragma once
#include "io/form_words.h"
#include "io/indicator_reader.h"
#include "io/outline_reader.h"
#include "io/source_text.h"
#include "model/book.h"

#include <optional>
#include <string>
#include <vector>

namespace jibiao::io {

/// Reads performance target tables row by row into the book's projects. What a table holds beyond the model
/// goes to the outline as unplaced.
class ProjectReader {
  public:
    ProjectReader(Book& book, const Template& form, const Templates& all, const FormWords& words,
                  OutlineReader& outline)
        : book_(book), form_(form), words_(words), outline_(outline), indicators_(form, all, words) {}

    /// A table with this caption follows.
    void begin(const SourceCell& caption);
    /// The caption stands there twice.
    void repeat_caption(const SourceCell& caption);
    /// A caption that no table follows: belongs to the table before it if that has none. False: not so.
    bool give_caption(const SourceCell& caption);
    /// A paragraph between caption and table: 731001 示例市科协, 单位：万元, 编制单位：…. False: something
    /// else.
    bool read_line(const SourceCell& paragraph);
    void read_row(const SourceBlock& row);
    /// The table is over.
    void end();

    bool is_open() const { return project_.has_value(); }
    /// Whether a row is one that only performance target tables have.
    bool is_typical(const SourceBlock& row) const;

  private:
    enum class Mode { fields, plan_values, indicators };
    struct LabelledColumn {
        Field field;
        std::size_t index;
    };
    /// A label and the cells that follow it in its row.
    struct Group {
        Field field = Field::none;
        std::size_t label_index = 0;
        bool labelled = false;
        bool filled = false; ///< The label's own cell gave the value.
        std::vector<std::size_t> values;
    };

    void open();
    void read_field_row(const SourceBlock& row);
    void read_labelled_columns(const SourceBlock& row);
    void settle(const SourceBlock& row, const Group& group, std::vector<std::size_t>& leftover);
    bool take_unit(const SourceCell& cell);
    bool take_year_line(const SourceCell& cell);
    std::vector<std::size_t> unknown_headers(const SourceBlock& row) const;
    bool starts_next_project(const SourceBlock& row) const;
    bool ends_indicators(const SourceBlock& row) const;
    bool holds_only_labels(const SourceBlock& row) const;

    bool read_plan_header(const SourceBlock& row);
    void read_plan_values(const SourceBlock& row);
    void finish_plan();
    void add_plan_line(Cell checkpoint, Cell percent);

    void read_indicator_row(const SourceBlock& row);

    void put(Field field, const SourceBlock& row, std::size_t index, std::vector<std::size_t>& leftover);
    void put_blank(Field field, const SourceBlock& row, std::size_t label_index);
    void set_money_unit(std::string_view unit, std::string raw, const SourceCell& cell);
    void add_goals(Rows<Goal>& goals, const SourceCell& cell);
    void add_phase(const SourceBlock& row, const std::vector<std::size_t>& values);
    void keep_leftover(const SourceBlock& row, const std::vector<std::size_t>& leftover);
    void note_moved(const SourceBlock& row);
    void note(int line, std::string text);
    Cell* cell_of(Field field);

    Book& book_;
    const Template& form_;
    const FormWords& words_;
    OutlineReader& outline_;
    IndicatorReader indicators_;

    std::optional<Project> project_;
    Mode mode_ = Mode::fields;
    bool has_rows_ = false;
    Field text_below_ = Field::none; ///< Of an unlabelled text in the next row.
    std::vector<LabelledColumn> labelled_columns_;
    std::vector<SourceCell> checkpoints_;
    std::vector<std::size_t> checkpoint_indices_;
    int plan_line_ = 0;
    std::size_t header_size_ = 0;
    bool after_header_ = false;
    struct MovedRun {
        std::size_t note;
        int first_line;
    };
    std::optional<MovedRun> moved_;
};

} // namespace jibiao::io
