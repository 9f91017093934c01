#include "app/opening.h"

#include "app/compare.h"
#include "app/outcome.h"
#include "base/words.h"

#include <utility>

namespace jibiao::app {
namespace {

constexpr float share_of_reading = 0.6f;
constexpr std::size_t rows_of_piece = 200;

void fail(State& state, const std::string& name, const Error& error) {
    complain(state, fill(tr("没有打开“{1}”：{2}"), {tr(name), tr(error.what)}));
}

/// On the page that compares, what was not compared yet is; elsewhere it is opened as a book of its own.
bool is_compared_here(const State& state) {
    return state.page == Page::compare && state.comparison.takes_file;
}

void take_book(const platform::Later& later, State& state, Book book, const std::string& name,
               bool is_compared, const Knowledge& knowledge, platform::Platform& machine) {
    if (is_compared)
        compare_with(later, state, std::move(book), name);
    else
        open_new_book(state, std::move(book), name, knowledge, machine);
}

/// They may take their time, too.
void open_others(const platform::Later& later, State& state, const Opening& opening,
                 const Knowledge& knowledge, platform::Platform& machine) {
    for (const OpenBytes& other : opening.others)
        begin_opening(later, state, other, knowledge, machine);
}

void end_opening(const platform::Later& later, State& state, const Knowledge& knowledge,
                 platform::Platform& machine) {
    const std::shared_ptr<Opening> opening = std::exchange(state.opening, nullptr);
    if (opening->book) {
        take_book(later, state, *std::move(opening->book), opening->name, opening->is_compared, knowledge,
                  machine);
        if (!opening->is_compared) // Not earlier: the book before may have been checked as it was left.
            state.checker = std::move(opening->checker);
    }
    open_others(later, state, *opening, knowledge, machine);
}

} // namespace

float Opening::share() const {
    return is_checking() ? share_of_reading + (1 - share_of_reading) * checked
                         : share_of_reading * file.share();
}

void begin_opening(const platform::Later& later, State& state, const OpenBytes& file,
                   const Knowledge& knowledge, platform::Platform& machine) {
    if (state.opening)
        return state.opening->others.push_back(file);
    const bool is_compared = is_compared_here(state);
    if (file.bytes.size() < least_bytes_of_opening) {
        Result<Book> book = io::open_book(file.bytes, file.name, knowledge.templates);
        return book ? take_book(later, state, *std::move(book), file.name, is_compared, knowledge, machine)
                    : fail(state, file.name, book.error());
    }
    state.opening = std::make_shared<Opening>(file, knowledge.templates, is_compared);
    state.view_wanted = "opening";
    machine.wake(2);
}

void go_on_opening(const platform::Later& later, State& state, const Knowledge& knowledge,
                   platform::Platform& machine) {
    Opening& opening = *state.opening;
    machine.wake(2);
    if (!std::exchange(opening.is_shown, true))
        return;
    if (opening.is_checking()) {
        const Book& book = *opening.book;
        opening.checked = opening.checker.look_ahead({book, knowledge.templates.get(book.template_id),
                                                      knowledge.profile, &knowledge.templates.words()},
                                                     rows_of_piece);
        if (opening.checked >= 1)
            end_opening(later, state, knowledge, machine);
        return;
    }
    if (opening.file.go_on())
        return;
    Result<Book> book = opening.file.take();
    if (book)
        opening.book = *std::move(book);
    else
        fail(state, opening.name, book.error());
    if (!book || opening.is_compared)
        end_opening(later, state, knowledge, machine);
}

void cancel_opening(const platform::Later& later, State& state, const Knowledge& knowledge,
                    platform::Platform& machine) {
    if (!state.opening)
        return;
    const std::shared_ptr<Opening> opening = std::exchange(state.opening, nullptr);
    say(state, fill(tr("没有打开“{1}”：已取消"), {tr(opening->name)}));
    machine.wake(2);
    open_others(later, state, *opening, knowledge, machine);
}

} // namespace jibiao::app
