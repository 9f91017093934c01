#pragma once
#include "io/form_words.h"
#include "io/source_text.h"
#include "model/book.h"
#include "model/ordinal.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jibiao::io {

/// Builds the sections of a book from its paragraphs, in the order of the text. Also keeps what no table
/// could take.
class OutlineReader {
  public:
    OutlineReader(Book& book, const FormWords& words) : book_(book), words_(words) {}

    /// Whether the paragraph begins a section, and so ends a table.
    bool is_heading(const SourceCell& paragraph) const;
    void add_paragraph(const SourceCell& paragraph);
    /// Text goes on: behind a table in a section of its own, without heading, at the same level.
    void begin_text();
    /// A table about the department.
    void add_table(Table table);
    /// A table stands here that is not the outline's; what follows comes behind it.
    void end_table();
    /// A table row, or what is left of one, for which the model has no place. Rows that follow each other
    /// share a note.
    void add_unplaced(const SourceBlock& row);
    /// Something else stands here: paragraphs before and after it are not one.
    void interrupt();

  private:
    struct Open {
        OrdinalStyle style;
        int number;
        int level;
        bool chapters; ///< Its headings are fixed chapters of the form.
    };
    struct UnplacedRun {
        std::size_t note;
        int rows;
        int first_line;
        int last_line;
    };

    bool repeats_heading(const SourceCell& paragraph) const;
    bool completes_part(const SourceCell& paragraph) const;
    bool is_item_without_stop(const SourceCell& paragraph) const;
    bool continues_paragraph(const SourceCell& paragraph) const;
    void extend_heading(const SourceCell& paragraph, bool with_text);
    void add_heading(const SourceCell& paragraph);
    int level_of(const Ordinal& ordinal, bool chapter);
    Section& current();
    void add_to_current(Cell cell, bool unplaced);

    Book& book_;
    const FormWords& words_;
    std::vector<Open> open_;
    std::string last_heading_;     ///< Shortened, for notes.
    bool after_table_ = false;     ///< The last thing was a table.
    bool after_paragraph_ = false; ///< The last thing added was a paragraph of the text.
    std::optional<UnplacedRun> unplaced_;
};

} // namespace jibiao::io
