#include "app/new_book.h"

#include "base/text.h"
#include "base/words.h"
#include "model/ordinal.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace jibiao::app {
namespace {

Cell typed(std::string text) {
    return {.text = std::move(text)};
}

/// The category's own row: level 2 with its parent, or level 1 alone where the form has nothing below it.
Indicator row_of_category(const Template& form, const RequiredCategory& category) {
    Indicator row;
    const std::string_view wanted = category.any_of.empty() ? category.name : category.any_of.front();
    const Level1* parent = nullptr;
    if (const Level2* level2 = form.find_level2(wanted, &parent)) {
        row.level1 = typed(parent->name);
        row.level2 = typed(level2->name);
    } else if (const Level1* level1 = form.find_level1(wanted)) {
        row.level1 = typed(level1->name);
    }
    return row;
}

/// Ids are 0; whoever inserts the project gives it its own.
Project blank_project(const Template& form) {
    Project project;
    project.money_unit = typed(form.money_unit);
    for (const std::string& checkpoint : form.plan_checkpoints)
        project.plan.push_back({.checkpoint = typed(checkpoint)});
    project.goals.push_back({});
    for (const RequiredCategory& category : form.required_categories)
        project.indicators.push_back(row_of_category(form, category));
    return project;
}

OrdinalStyle ordinal_of(const Chapter& chapter) {
    constexpr std::array usual{OrdinalStyle::part, OrdinalStyle::chinese, OrdinalStyle::bracketed_chinese,
                               OrdinalStyle::digits, OrdinalStyle::bracketed_digits};
    if (chapter.ordinal != OrdinalStyle::none)
        return chapter.ordinal;
    return usual[static_cast<std::size_t>(std::clamp(chapter.level, 0, static_cast<int>(usual.size()) - 1))];
}

/// The form's chapters with their numbers; those without another below them begin with a blank paragraph.
void add_chapters(Book& book, const Template& form) {
    std::map<int, int> last; // Level → number of its last chapter.
    for (std::size_t i = 0; i < form.chapters.size(); ++i) {
        const Chapter& chapter = form.chapters[i];
        last.erase(last.upper_bound(chapter.level), last.end());
        Section section{.id = book.new_row_id(), .level = chapter.level};
        const std::string ordinal = print_ordinal(ordinal_of(chapter), ++last[chapter.level]);
        section.heading = typed(ordinal + (ordinal.ends_with("部分") ? " " : "") + chapter.title);
        const bool leaf = i + 1 == form.chapters.size() || form.chapters[i + 1].level <= chapter.level;
        if (leaf && !chapter.projects)
            section.body.push_back({.id = book.new_row_id()});
        book.sections.push_back(std::move(section));
    }
}

/// Each table of the form below the first heading that names it, with a row to begin with.
void add_tables(Book& book, const Template& form) {
    for (const TableForm& table_form : form.tables) {
        for (std::size_t i = 0; i < book.sections.size(); ++i) {
            const std::string& heading = book.sections[i].heading.text;
            const bool here = std::ranges::any_of(
                table_form.sections, [&heading](const std::string& word) { return contains(heading, word); });
            if (!here)
                continue;
            Table table{.id = book.new_row_id(), .form = table_form.id};
            table.caption = typed(table_form.captions.empty() ? "" : table_form.captions.front());
            table.rows.push_back({.id = book.new_row_id()});
            book.sections.edit(i).tables.push_back(std::move(table));
            break;
        }
    }
}

/// The section below which the form wants its project tables; 0 if it has none.
RowId section_of_projects(const Book& book, const Template& form) {
    for (const Chapter& chapter : form.chapters) {
        for (const Section& section : book.sections) {
            if (chapter.projects && contains(section.heading.text, chapter.title))
                return section.id;
        }
    }
    return 0;
}

} // namespace

Book new_book(const Template& form, int year) {
    Book book;
    book.template_id = form.id;
    book.year = year;
    add_chapters(book, form);
    add_tables(book, form);
    edit::apply(book, add_project(book, form));
    return book;
}

edit::Edit add_project(const Book& book, const Template& form) {
    Project project = blank_project(form);
    project.section = book.projects.empty() ? section_of_projects(book, form) : book.projects.back().section;
    return {word("增加项目"),
            {edit::InsertCopy{RowKind::project, 0, book.projects.size(), std::move(project)}}};
}

} // namespace jibiao::app
