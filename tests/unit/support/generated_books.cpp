#include "support/generated_books.h"

#include "model/field.h"

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace jibiao;
using namespace std::string_view_literals;

namespace {

constexpr std::array awkward{
    "≥95%"sv,
    ""sv,
    "“引号”\"'\\"sv,
    "<b>&amp;</b> a<b>c &lt; ]]> <![CDATA["sv,
    "第一段\n第二段\r\n\r第三段\n"sv,
    "\t制表\t\t符\t"sv,
    "  前后有空格 "sv,
    " "sv,
    "\u3000全角\u00A0空格\u3000"sv,
    "😀𠮷\uFFFD\uFFFE\uFFFF\U0010FFFF"sv,
    "\x01\x1F\x7F\0\x02"sv,
    "_x0001_ _x005F_ __x_x00e9_ _xD800_"sv,
    "{\"text\": null}, [1, 2"sv,
    "\\u0041\\n%00&#65;"sv,
    "0012"sv,
    "true"sv,
};

/// Makes rows whose cells are filled by `chance` out of 100.
class Generator {
  public:
    Generator(unsigned seed, unsigned chance, std::size_t most_rows)
        : random_(seed), chance_(chance), most_rows_(most_rows) {}

    Book book() {
        Book result;
        result.template_id = "heb-2021";
        result.year = 2021;
        result.region = "130000";
        result.source_name = text();
        fill(static_cast<BookHead&>(result), book_cells());
        for (std::size_t i = count(); i > 0; --i)
            result.notes.push_back({number(), text()});
        add(result.contents, [this](ContentsLine& row) { fill(row, contents_cells()); });
        add(result.sections, [this](Section& row) { fill_section(row); });
        add(result.projects, [this, &result](Project& row) { fill_project(row, result.sections); });
        result.last_row_id = last_id_;
        suppress(result);
        if (by_chance())
            result.last_check = {text(), text(), "2026-11-22", "review"};
        return result;
    }

  private:
    std::string text() { return std::string(awkward[next_text_++ % awkward.size()]); }
    int number() { return static_cast<int>(random_() % 1'000); }
    bool by_chance() { return random_() % 100 < chance_; }
    std::size_t count() { return chance_ == 100 ? most_rows_ : random_() % (most_rows_ + 1); }

    Cell cell() {
        if (!by_chance())
            return {};
        const auto origin = static_cast<Origin>(next_origin_++ % 4);
        return {text(), text(), number(), number(), origin};
    }

    template <class Row>
    void fill(Row& row, std::span<const CellField<Row>> cells) {
        for (const CellField<Row>& entry : cells)
            row.*entry.cell = cell();
    }

    /// Something at cells of the book, and at a row as a whole.
    void suppress(Book& book) {
        std::vector<FieldRef> places;
        for_each_cell(book, [&places](FieldRef at, const Cell&) { places.push_back(at); });
        places.push_back({Field::none, places[random_() % places.size()].row});
        places.push_back({Field::indicators, book.projects.empty() ? 0 : book.projects[0].id});
        for (std::size_t i = count(); i > 0; --i)
            book.suppressions.push_back(
                {text(), places[random_() % places.size()], text(), text(), text(), "2026-11-22"});
        for (std::size_t i = count(); i > 0; --i)
            book.comments.push_back({places[random_() % places.size()],
                                     static_cast<CommentKind>(random_() % 4), text(), text(), "2026-11-22"});
    }

    template <class Row, class Fill>
    void add(Rows<Row>& rows, Fill&& fill_row) {
        for (std::size_t i = count(); i > 0; --i) {
            Row row;
            row.id = ++last_id_;
            fill_row(row);
            rows.push_back(std::move(row));
        }
    }

    void fill_section(Section& section) {
        section.level = number() % 6;
        section.heading = cell();
        add(section.body, [this](Paragraph& row) {
            row.text = cell();
            row.unplaced = by_chance();
        });
        add(section.tables, [this](Table& table) {
            table.form = text();
            fill(table, table_cells());
            add(table.rows, [this](TableRow& row) { fill(row, table_row_cells()); });
        });
    }

    void fill_project(Project& project, const Rows<Section>& sections) {
        project.kind = static_cast<ProjectKind>(next_kind_++ % 2);
        project.section = sections.empty() || !by_chance() ? 0 : sections[random_() % sections.size()].id;
        fill(project, project_cells());
        add(project.plan, [this](PlanLine& row) { fill(row, plan_cells()); });
        add(project.goals, [this](Goal& row) { row.text = cell(); });
        add(project.detail_goals, [this](Goal& row) { row.text = cell(); });
        add(project.phases, [this](Phase& row) { fill(row, phase_cells()); });
        add(project.indicators, [this](Indicator& row) { fill(row, indicator_cells()); });
    }

    std::mt19937 random_; // Its numbers are the same everywhere.
    unsigned chance_;
    std::size_t most_rows_;
    RowId last_id_ = 0;
    std::size_t next_text_ = 0;
    unsigned next_origin_ = 0;
    unsigned next_kind_ = 0;
};

} // namespace

namespace generated_books {

Book full_book() {
    return Generator(1, 100, 3).book();
}

Book random_book(unsigned seed) {
    return Generator(seed, 60, 3).book();
}

} // namespace generated_books
