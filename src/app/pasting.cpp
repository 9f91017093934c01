#include "app/pasting.h"

#include "app/outcome.h"
#include "base/words.h"
#include "io/form_words.h"

#include <algorithm>
#include <utility>

namespace jibiao::app {
namespace {

const Table* table_of(const Grid& grid, const Book& book) {
    const auto place = grid.indicators ? std::nullopt : find_row(book, grid.owner);
    return place ? &book.sections[place->owner].tables[place->index] : nullptr;
}

/// In the words of all forms. Lives no longer than `words`.
HeadingReader heading_reader(const Grid& grid, const Template& form, const Book& book,
                             const io::FormWords& words) {
    const Table* table = table_of(grid, book);
    if (!table)
        return [&words](std::string_view cell) { return words.column(cell); };
    const TableForm* known = form.find_table(table->form);
    const auto found = std::ranges::find(words.tables(), known, &io::TableWords::form);
    if (!known || found == words.tables().end())
        return {};
    return [&known_words = *found](std::string_view cell) -> std::optional<Field> {
        const Field field = known_words.column(cell);
        return field == Field::none ? std::nullopt : std::optional(field);
    };
}

/// What was chosen is remembered for all tables of the form of one kind.
std::string preference_of(const Grid& grid, const Template& form, const Book& book) {
    const Table* table = table_of(grid, book);
    return "paste/" + form.id + "/" + (table ? table->form : "indicators");
}

/// Plans it. Without columns in `order`, they are guessed, or as they were chosen for such a block before.
Pasting made(const State& state, const Grid& grid, Pasting from, const PasteOrder& order,
             std::optional<std::size_t> heads, const Knowledge& knowledge,
             const platform::Platform& machine) {
    const Template& form = form_of(state, knowledge);
    from.order = order;
    if (order.columns.empty()) {
        const io::FormWords words(knowledge.templates);
        from.guessed =
            guess_order(grid, from.at, from.rows, heading_reader(grid, form, state.book(), words), heads);
        from.order = from.guessed;
        const std::string remembered = machine.preference(preference_of(grid, form, state.book()));
        if (auto columns = remembered_columns(remembered, shape_of(from.at, from.rows, from.order),
                                              from.order.columns.size()))
            from.order.columns = *std::move(columns);
    }
    from.plan = plan_paste(grid, form, from.at, from.rows, from.order);
    from.made_for = {state.document.revision(), state.document.generation()};
    return from;
}

void paste(State& state, const Pasting& pasting) {
    const std::string words = in_words(pasting.plan);
    if (state.document.apply(pasting.plan.edit))
        say(state, fill(tr("已粘贴：{1}"), {words}), true);
    else if (pasting.plan.all_refused() > 0)
        complain(state, fill(tr("没有粘贴：{1}"), {words}));
    else
        say(state, std::string(tr("没有变化：表格里已经是这些内容")));
}

/// Chosen once, it is so for the next block of this shape, too.
void remember(const State& state, const Grid& grid, const Pasting& pasting, const Template& form,
              platform::Platform& machine) {
    const std::string preference = preference_of(grid, form, state.book());
    const std::string before = machine.preference(preference);
    const bool is_guess = pasting.order.columns == pasting.guessed.columns;
    const std::string now = remember_columns(before, shape_of(pasting.at, pasting.rows, pasting.order),
                                             is_guess ? std::nullopt : std::optional(pasting.order.columns));
    if (now != before)
        machine.set_preference(preference, now);
}

} // namespace

void begin_paste(const platform::Later&, State& state, const PasteTable& action, const Knowledge& knowledge,
                 platform::Platform& machine) {
    const auto grid = find_grid(state.book(), form_of(state, knowledge), action.at);
    if (!grid)
        return complain(state,
                        std::string(tr("没有粘贴：这一格不在表格里。请先点一下表格里的格子，再粘贴。")));
    Pasting pasting{.at = action.at, .rows = action.rows};
    const auto block = block_of(*grid, state.selection);
    if (block && state.selection.cursor == action.at) {
        pasting.at = grid->at(block->top, block->left);
        pasting.rows = tiled(action.rows, block->rows(), block->columns());
    }
    pasting = made(state, *grid, std::move(pasting), {}, std::nullopt, knowledge, machine);
    const bool fills_selection =
        pasting.rows.size() > action.rows.size() || pasting.rows.front().size() > action.rows.front().size();
    const bool says_nothing = pasting.plan.edit.operations.empty();
    const bool is_as_expected = pasting.order == pasting.guessed && pasting.plan.all_refused() == 0;
    if (is_as_expected && (is_plain(pasting.plan) || fills_selection || says_nothing))
        return paste(state, pasting);
    state.pasting = std::make_shared<const Pasting>(std::move(pasting));
    state.view_wanted = "paste";
    machine.wake(2);
}

void decide_paste(const platform::Later&, State& state, const DecidePaste& action, const Knowledge& knowledge,
                  platform::Platform& machine) {
    const std::shared_ptr<const Pasting> pasting = state.pasting;
    const Template& form = form_of(state, knowledge);
    const auto grid = pasting && pasting->made_for[1] == state.document.generation()
                          ? find_grid(state.book(), form, pasting->at)
                          : std::nullopt;
    if (!grid)
        return state.pasting.reset();
    if (action.order || pasting->made_for[0] != state.document.revision())
        state.pasting = std::make_shared<const Pasting>(
            made(state, *grid, *pasting, action.order.value_or(pasting->order),
                 action.order ? std::optional(action.order->heads) : std::nullopt, knowledge, machine));
    if (action.order)
        return machine.wake(2);
    remember(state, *grid, *state.pasting, form, machine);
    paste(state, *state.pasting);
    state.pasting.reset();
}

} // namespace jibiao::app
