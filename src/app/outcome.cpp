#include "app/outcome.h"
#include "base/words.h"

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
    std::string text = fill(tr("{1} 张绩效目标表、{2} 行指标"),
                            {std::to_string(book.projects.size()), std::to_string(indicators)});
    if (!book.notes.empty())
        text += fill(tr("；有 {1} 条导入说明"), {std::to_string(book.notes.size())});
    return text;
}

} // namespace

const Template& form_of(const State& state, const Knowledge& knowledge) {
    return knowledge.templates.get(state.book().template_id);
}

void say(State& state, std::string_view text, bool offers_undo) {
    state.message = Message{std::string(text), Tone::done, offers_undo, state.document.revision()};
}
void complain(State& state, std::string_view text) {
    state.message = Message{std::string(text), Tone::failed};
}

void keep_selection_valid(State& state) {
    if (state.shown_project())
        return;
    state.project = state.book().projects.empty() ? 0 : state.book().projects.front().id;
    if (state.project == 0 && state.page == Page::project && state.has_book())
        state.page = Page::texts;
}

void open_new_book(State& state, Book book, const std::string& name, const Knowledge& knowledge,
                   platform::Platform& machine) {
    const bool had_book = state.has_book();
    const std::string summary = summary_of(book);
    start_book(state, std::move(book), knowledge, machine);
    say(state,
        fill(tr("已打开“{1}”：{2}"), {tr(name), summary}).append(had_book ? tr("；原来的那份在首页") : ""));
}

} // namespace jibiao::app
