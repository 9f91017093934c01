#include "app/outcome.h"

#include <algorithm>
#include <utility>

namespace jibiao::app {
namespace {

std::string summary_of(const Book& book) {
    std::size_t indicators = 0;
    for (const Project& project : book.projects) {
        indicators += static_cast<std::size_t>(
            std::count_if(project.indicators.begin(), project.indicators.end(),
                          [](const Indicator& row) { return !row.name.empty() || !row.target.empty(); }));
    }
    std::string text =
        std::to_string(book.projects.size()) + " 张绩效目标表、" + std::to_string(indicators) + " 行指标";
    if (!book.notes.empty())
        text += "；有 " + std::to_string(book.notes.size()) + " 条导入说明";
    return text;
}

} // namespace

const Template& form_of(const State& state, const Knowledge& knowledge) {
    return knowledge.templates.get(state.book().template_id);
}

void say(State& state, std::string text, bool offers_undo) {
    state.message = Message{std::move(text), Tone::done, offers_undo, state.document.revision()};
}
void complain(State& state, std::string text) {
    state.message = Message{std::move(text), Tone::failed};
}

void keep_selection_valid(State& state) {
    if (state.shown_project())
        return;
    state.project = state.book().projects.empty() ? 0 : state.book().projects.front().id;
    if (state.project == 0 && state.page == Page::project && state.has_book())
        state.page = Page::texts;
}

void replace_book(State& state, Book book, const std::string& name) {
    const bool had_book = state.has_book();
    const std::string summary = summary_of(book);
    state.document.apply({"打开“" + name + "”", {edit::ReplaceBook{std::move(book)}}});
    state.page = Page::project;
    state.project = 0;
    state.current_finding_at.reset();
    state.selection = {};
    keep_selection_valid(state);
    say(state, "已打开“" + name + "”：" + summary, had_book);
}

} // namespace jibiao::app
