#include "app/new_book.h"

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

} // namespace

Book new_book(const Template& form, int year) {
    Book book;
    book.template_id = form.id;
    book.year = year;
    edit::apply(book, add_project(book, form));
    return book;
}

edit::Edit add_project(const Book& book, const Template& form) {
    return {"增加项目", {edit::InsertProject{book.projects.size(), blank_project(form)}}};
}

} // namespace jibiao::app
