#include "support/random_book.h"

#include "model/field.h"
#include "support/generated_books.h"

#include <array>
#include <vector>

namespace random_book {

using namespace jibiao;

std::string text(Random& random) {
    static constexpr std::array<const char*, 10> pieces{"培训", "≥95%", " ",  "\n", "\"引号\"",
                                                        "<b>",  "（",   "）", "🌾",  "1.2万元"};
    std::string result;
    for (std::size_t n = random.below(6); n > 0; --n)
        result += pieces[random.below(pieces.size())];
    return result;
}

Book book(Random& random) {
    return generated_books::random_book(static_cast<unsigned>(random.below(1'000'000)));
}

edit::Edit edit(Random& random, const Book& book) {
    std::vector<FieldRef> cells;
    std::vector<RowId> rows{0, book.last_row_id + 7};
    for_each_cell(book, [&](FieldRef at, const Cell&) {
        cells.push_back(at);
        rows.push_back(at.row);
    });
    const RowId any_row = rows[random.below(rows.size())];
    const std::size_t index = random.below(6);
    const auto operation = [&]() -> edit::Operation {
        const auto suppression = [&]() -> Suppression {
            if (!book.suppressions.empty() && random.one_in(2))
                return book.suppressions[random.below(book.suppressions.size())];
            return {"typo",      cells[random.below(cells.size())], text(random), "问题", text(random),
                    "2026-11-22"};
        };
        const auto comment = [&]() -> Comment {
            if (!book.comments.empty() && random.one_in(2))
                return book.comments[random.below(book.comments.size())];
            return {cells[random.below(cells.size())], static_cast<CommentKind>(random.below(4)),
                    text(random), text(random), "2026-11-22"};
        };
        switch (random.below(12)) {
        case 0:
            return edit::InsertRow{static_cast<RowKind>(random.below(11)),
                                   any_row,
                                   index,
                                   {{Field::name, text(random)}, {Field::goal, text(random)}}};
        case 1:
            return edit::RemoveRow{any_row};
        case 2:
            return edit::MoveRow{any_row, index};
        case 3:
            return edit::SetTemplate{random.one_in(2) ? "heb-2022" : "gz-2024"};
        case 4: {
            const Book other = random_book::book(random);
            if (random.one_in(2))
                return edit::InsertCopy{RowKind::section, 0, index,
                                        other.sections.empty() ? Section{} : other.sections.front()};
            return edit::InsertCopy{RowKind::project, 0, index,
                                    other.projects.empty() ? Project{} : other.projects.front()};
        }
        case 5:
            return edit::Suppress{suppression()};
        case 6:
            return edit::Unsuppress{suppression()};
        case 7:
            return edit::RecordCheck{{"national", text(random), "2026-11-22", "submit"}};
        case 8:
            return edit::AddComment{comment()};
        case 9:
            return edit::RemoveComment{comment(), random.below(4)};
        default:
            return edit::SetText{cells[random.below(cells.size())], text(random)};
        }
    };
    edit::Edit made{"改动", {}};
    for (std::size_t n = 1 + random.below(3); n > 0; --n)
        made.operations.push_back(operation());
    return made;
}

namespace {

std::string plain(Random& random, std::string_view what) {
    static constexpr std::array<const char*, 6> about{"培训", "展品", "宣传", "设备", "活动", "走访"};
    return std::string(about[random.below(about.size())]) + std::string(what) +
           std::to_string(1 + random.below(999));
}

std::string amount(Random& random) {
    return std::to_string(1 + random.below(900)) + "." + std::to_string(10 + random.below(90));
}

void set(Cell& at, std::string said) {
    at.text = std::move(said);
}

std::string said_in(Random& random, Field field) {
    switch (field) {
    case Field::unit_code:
        return "73100" + std::to_string(random.below(10));
    case Field::unit_name:
    case Field::authority:
        return "示例市科普协会";
    case Field::money_unit:
        return "万元";
    case Field::code:
        return "9901002100000000" + std::to_string(10000 + random.below(90000));
    case Field::phone:
        return "5550123";
    case Field::period:
        return "2024.1至2024.12";
    case Field::year_line:
        return "（2024年度）";
    case Field::budget_total:
    case Field::budget_fiscal:
    case Field::budget_other:
    case Field::basic_expenditure:
    case Field::project_expenditure:
        return amount(random);
    default:
        return plain(random, "事项");
    }
}

/// A few rows in each category of the form.
void fill_indicators(Random& random, Book& book, const Template& form, Project& project) {
    for (const Level1& level1 : form.levels) {
        for (const Level2& level2 : level1.children) {
            for (std::size_t n = random.below(3); n > 0; --n) {
                Indicator row{.id = book.new_row_id()};
                set(row.level1, level1.name);
                set(row.level2, level2.name);
                set(row.name, plain(random, "数量"));
                set(row.description, form.has_column(Field::description) ? plain(random, "说明") : "");
                set(row.explanation, form.has_column(Field::explanation) ? plain(random, "口径") : "");
                set(row.basis, form.has_column(Field::basis) ? "年度工作计划" : "");
                set(row.weight, form.has_column(Field::weight) ? std::to_string(5 + random.below(9)) : "");
                const std::string number = std::to_string(1 + random.below(500));
                if (form.has_column(Field::comparator)) {
                    set(row.comparator, form.at_least);
                    set(row.target, number + ".00");
                    set(row.target_unit, "场次");
                } else {
                    set(row.target, form.at_least + number + "次");
                }
                project.indicators.push_back(std::move(row));
            }
        }
    }
}

} // namespace

Book filled_form(Random& random, const Template& form) {
    Book book;
    book.template_id = form.id;
    for (std::size_t n = 1 + random.below(3); n > 0; --n) {
        Project project{.id = book.new_row_id()};
        for (const Field field : form.project_fields) {
            const bool needed = field == Field::name || field == Field::unit_code ||
                                field == Field::unit_name || field == Field::money_unit;
            if (field != Field::caption && (needed || !random.one_in(6)))
                set(const_cast<Cell&>(*cell_of(project, field)), said_in(random, field));
        }
        for (const std::string& checkpoint : form.plan_checkpoints)
            project.plan.push_back(
                {book.new_row_id(), {.text = checkpoint}, {.text = std::to_string(random.below(101)) + "%"}});
        for (std::size_t goals = 1 + random.below(3); goals > 0; --goals)
            project.goals.push_back({book.new_row_id(), {.text = plain(random, "目标")}});
        fill_indicators(random, book, form, project);
        book.projects.push_back(std::move(project));
    }
    return book;
}

} // namespace random_book
