#include "app/later.h"
#include "app/about.h"
#include "app/compare.h"
#include "app/language.h"
#include "app/opening.h"
#include "app/outcome.h"
#include "app/own_books.h"
#include "app/pasting.h"
#include "base/words.h"
#include "check/change_template.h"
#include "check/rule_pack.h"
#include "edit/edit.h"
#include "io/archive.h"
#include "io/embedded.h"
#include "io/library_text.h"
#include "io/print_html.h"
#include "io/table_clip.h"
#include "templates/grid.h"
#include "templates/shown.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace jibiao::app {
namespace {

// Not carry_out(): compiled together with update.cpp, that would find these first.

void perform(State& state, const OpenBytes& action, const Knowledge& knowledge, platform::Platform& machine) {
    begin_opening(*machine.later(), state, action, knowledge, machine);
}

void perform(State& state, const CancelOpening&, const Knowledge& knowledge, platform::Platform& machine) {
    cancel_opening(*machine.later(), state, knowledge, machine);
}

void perform(State& state, const OpenSample&, const Knowledge& knowledge, platform::Platform& machine) {
    for (const io::EmbeddedAsset& asset : io::embedded_assets()) {
        constexpr std::string_view folder = "samples/";
        if (!asset.path.starts_with(folder))
            continue;
        begin_opening(*machine.later(), state,
                      {std::string(asset.path.substr(folder.size())), std::string(asset.text)}, knowledge,
                      machine);
        if (!state.opening && machine.preference(guide_preference) != guide_seen)
            begin_guide(*machine.later(), state, true);
        return;
    }
}

/// Without a book it begins with the sample.
void perform(State& state, const Guided& action, const Knowledge& knowledge, platform::Platform& machine) {
    if (action.way == Guided::Way::on)
        return step_guide(*machine.later(), state, machine);
    if (action.way == Guided::Way::end)
        return end_guide(*machine.later(), state, machine);
    const bool needs_sample = !state.has_book();
    if (needs_sample)
        perform(state, OpenSample{}, knowledge, machine);
    begin_guide(*machine.later(), state, needs_sample);
}

void perform(State& state, const ChangeTemplate& action, const Knowledge& knowledge, platform::Platform&) {
    const Template& from = form_of(state, knowledge);
    const Template& to = knowledge.templates.get(action.template_id);
    if (state.book().template_id == to.id ||
        !state.document.apply(check::change_template(state.book(), from, to)))
        return;
    std::string text = fill(tr("已改用表样“{1}”"), {to.name});
    const std::size_t kept = not_shown(to, state.book()).size();
    if (kept > 0)
        text += fill(tr("；{1} 项内容新表样没有栏目，已保留在“其他内容”"), {std::to_string(kept)});
    say(state, text, true);
}

/// That was the guide's last step.
void take_out(State& state, platform::Platform& machine) {
    if (state.guide.step == GuideStep::take)
        end_guide(*machine.later(), state, machine);
}

void perform(State& state, const SaveFile&, const Knowledge& knowledge, platform::Platform& machine) {
    if (!state.has_book())
        return;
    take_out(state, machine);
    Book book = state.book();
    const CheckRecord record{knowledge.profile.id, std::string(check::rule_pack), machine.today(),
                             std::string(phase_key(judged_phase))};
    edit::apply(book, {word("记录检查"), {edit::RecordCheck{record}}});
    state.exporting = state.book();
    machine.save_file(file_name_of(book), "application/json", io::write_json(book));
}

void perform(State& state, const PasteTable& action, const Knowledge& knowledge,
             platform::Platform& machine) {
    begin_paste(*machine.later(), state, action, knowledge, machine);
}

void perform(State& state, const DecidePaste& action, const Knowledge& knowledge,
             platform::Platform& machine) {
    decide_paste(*machine.later(), state, action, knowledge, machine);
}

/// On a project's page there is one at least, elsewhere only where a person was.
std::optional<Grid> shown_grid(const State& state, const Template& form) {
    std::optional<Grid> grid;
    if (const auto at = state.current_finding_at)
        grid = find_grid(state.book(), form, *at);
    const bool is_shown =
        grid && (state.page == Page::project ? grid->owner == state.project
                                             : state.page == Page::texts && grid->table_rows);
    if (!is_shown)
        grid = state.page == Page::project ? find_grid(state.book(), form, {Field::indicators, state.project})
                                           : std::nullopt;
    return grid;
}

void perform(State& state, const CopyRows& action, const Knowledge& knowledge, platform::Platform& machine) {
    const Template& form = form_of(state, knowledge);
    const auto grid =
        action.of == FieldRef{} ? shown_grid(state, form) : find_grid(state.book(), form, action.of);
    if (!grid)
        return; // The machine copies what is selected there.
    const auto block = block_of(*grid, state.selection);
    io::GridBlock part;
    if (block && action.of == state.selection.cursor)
        part = {block->top, block->left, block->rows(), block->columns(), false};
    const io::TableClip clip = io::table_clip(*grid, part);
    machine.copy(clip.text, clip.html);
}

/// The same columns, over the rows that are meant now.
Selection reselect(const Grid& grid, const Selection& before, const Block& block, const RowEdit& made) {
    if (grid.size() == 0)
        return {};
    const std::size_t first = std::min(made.first, grid.size() - 1);
    const std::size_t last = std::min(first + made.count, grid.size()) - 1;
    return {
        {before.cursor.field, grid.at(first, 0).row}, grid.at(first, block.left), grid.at(last, block.right)};
}

/// Of the rows between those that a person sees where only those with findings are shown.
std::size_t hidden_rows(const State& state, const Grid& grid, const Block& block) {
    if (!state.only_findings || block.rows() < 2)
        return 0;
    std::unordered_set<RowId> seen{grid.at(block.top, 0).row, grid.at(block.bottom, 0).row};
    for (const check::Finding& finding : state.report.findings) {
        if (grid.column_of(finding.at.field)) // As the page shows rows.
            seen.insert(finding.at.row);
    }
    std::size_t hidden = 0;
    for (std::size_t row = block.top; row <= block.bottom; ++row)
        hidden += seen.contains(grid.at(row, 0).row) ? 0 : 1;
    return hidden;
}

void perform(State& state, const ChangeRows& action, const Knowledge& knowledge,
             platform::Platform& machine) {
    const Template& form = form_of(state, knowledge);
    Selection now = state.selection;
    auto grid = find_grid(state.book(), form, action.at.row != 0 ? action.at : now.cursor);
    if (!grid)
        return complain(state, tr("请先点一下表格里的格子。"));
    auto block = block_of(*grid, now);
    const auto row = grid->row_of(action.at.row);
    if (!block || (row && (*row < block->top || *row > block->bottom))) {
        now = select(action.at);
        block = block_of(*grid, now);
    }
    if (const std::size_t hidden = hidden_rows(state, *grid, *block); hidden > 0)
        return complain(
            state,
            fill(tr("没有做：选中的行里有 {1} 行没有显示出来。请先显示全部的行（Ctrl+Shift+F8），再做一次。"),
                 {std::to_string(hidden)}));
    const FieldRef whole = grid->whole();
    const RowEdit made = change_rows(*machine.later(), *grid, *block, action.change);
    if (!state.document.apply(made.edit))
        return say(state, tr("没有变化"));
    grid = find_grid(state.book(), form, whole);
    state.selection = reselect(*grid, now, *block, made);
    if (state.selection.cursor.row != 0)
        state.go_to = state.selection.cursor;
    const bool loses = action.change == RowChange::remove || action.change == RowChange::clear;
    say(state, fill(tr("已{1}"), {tr(made.edit.label)}), loses);
}

/// As everything that leaves the page, whatever its language is.
void print_in_chinese(const State& state, const Knowledge& knowledge, platform::Platform& machine) {
    Words words = use_words({});
    const auto pictures =
        pictures_of(*machine.later(), state.book(), form_of(state, knowledge), state.report);
    machine.print(print_pictures(*machine.later(), pictures, state.book().title.text));
    use_words(std::move(words));
}

void perform(State& state, const Print&, const Knowledge& knowledge, platform::Platform& machine) {
    take_out(state, machine);
    if (state.page == Page::pictures)
        print_in_chinese(state, knowledge, machine);
    else if (state.has_book())
        machine.print(io::print_html(state.book(), form_of(state, knowledge)));
    else
        complain(state, tr("没有可打印的内容：请先打开文件，或新建绩效目标表。"));
}

void perform(State& state, const RollForward& action, const Knowledge& knowledge,
             platform::Platform& machine) {
    read_book(state, action.id, ReadFor::roll_forward, knowledge, machine);
}

/// All of them are one undo step.
void perform(State& state, const ApplySafeFixes& action, const Knowledge& knowledge, platform::Platform&) {
    if (!state.has_book())
        return;
    const check::Subject subject{state.book(), form_of(state, knowledge), knowledge.profile,
                                 &knowledge.templates.words()};
    const check::Mending mending = check::mend(subject, {}, action.left_out);
    edit::Edit all{word("全部修复"), {}};
    for (const check::Mended& mended : mending.mended) {
        const auto& operations = mended.fix.edit.operations;
        all.operations.insert(all.operations.end(), operations.begin(), operations.end());
    }
    if (state.document.apply(all))
        say(state, fill(tr("已修复 {1} 处"), {std::to_string(mending.mended.size())}), true);
    else
        say(state, tr("没有可以自动修复的问题"));
}

/// Several steps are one move: only where it ends is shown and said.
void perform(State& state, const TravelBy& action, const Knowledge& knowledge, platform::Platform& machine) {
    for (int left = std::abs(action.steps); left > 0; --left)
        update(state, action.steps < 0 ? Action(Undo{}) : Action(Redo{}), knowledge, machine);
    const auto label = state.document.undo_label();
    say(state, label.empty() ? tr("已回到最早的样子") : fill(tr("已回到“{1}”之后"), {tr(label)}));
}

/// The readings may be missing: it is found by Chinese all the same.
void perform(State& state, const FetchLibrary&, const Knowledge&, platform::Platform& machine) {
    auto library = std::make_shared<Library>(state.library ? *state.library : Library());
    if (library->is_coming || !library->entries.empty())
        return;
    library->is_coming = true;
    library->failure.clear();
    machine.fetch_asset(library_asset);
    if (library->pinyin.empty())
        machine.fetch_asset(pinyin_asset);
    state.library = std::move(library);
}

void perform(State& state, const FetchPinyin&, const Knowledge&, platform::Platform& machine) {
    if (state.library && (state.library->is_coming || !state.library->pinyin.empty()))
        return;
    machine.fetch_asset(pinyin_asset);
    if (!state.library)
        state.library = std::make_shared<Library>();
}

void perform(State& state, const FetchGuidance&, const Knowledge&, platform::Platform& machine) {
    if (state.guidance.is_coming || !state.guidance.text.empty())
        return;
    state.guidance = {.is_coming = true};
    machine.fetch_asset(guidance_asset);
}

void take_licences(State& state, const TakeAsset& asset, platform::Platform& machine) {
    const bool is_whole = !licences_of(*machine.later(), asset.bytes).empty();
    state.licences = is_whole ? asset.bytes : "";
    state.licences_failed =
        is_whole || !asset.failure.empty() ? asset.failure : tr("没有取到，请检查网络后再试");
    state.licences_wanted = false;
    machine.wake(2);
}

void perform(State& state, const FetchLicences&, const Knowledge&, platform::Platform& machine) {
    state.licences_failed.clear();
    state.licences_wanted = true;
    machine.fetch_asset(licences_asset);
}

void perform(State& state, const ChooseLanguage& action, const Knowledge&, platform::Platform& machine) {
    choose_language(*machine.later(), state, action.english, machine);
}

void perform(State& state, const TakeAsset& action, const Knowledge&, platform::Platform& machine) {
    if (action.name == words_asset)
        return take_words(*machine.later(), state, action, machine);
    if (action.name == licences_asset)
        return take_licences(state, action, machine);
    machine.wake(2);
    if (action.name == guidance_asset) {
        state.guidance = take_guidance(*machine.later(), action.bytes, action.failure);
        return;
    }
    if (!state.library)
        return;
    auto library = std::make_shared<Library>(*state.library);
    if (action.name == pinyin_asset) {
        library->pinyin = Pinyin(action.bytes);
    } else if (action.name == library_asset) {
        library->is_coming = false;
        library->failure = action.failure;
        if (action.failure.empty()) {
            Result<std::vector<LibraryEntry>> entries = io::read_library(action.bytes);
            if (!entries)
                library->failure = entries.error().what;
            else if (entries->empty())
                library->failure = word("没有取到：服务器给的是空文件。请稍后再试。");
            else
                library->entries = *std::move(entries);
        }
    }
    state.library = std::move(library);
}

void perform(State& state, const UseEntry& action, const Knowledge& knowledge, platform::Platform& machine) {
    if (!state.has_book())
        return;
    const Project* project = state.book().projects.find(action.project);
    if (!project)
        return;
    const Template& form = form_of(state, knowledge);
    const std::size_t row = project->indicators.index_of(action.row).value_or(project->indicators.size());
    const EntryEdit made = use_entry(*machine.later(), form, *project, row, action.entry);
    if (!state.document.apply(made.edit))
        return say(state, tr("没有变化"));
    const bool has_target = form.has_column(Field::target_value);
    const RowId id = state.book().projects.find(action.project)->indicators[made.row].id;
    const FieldRef next{has_target ? Field::target_value : Field::indicator_name, id};
    state.selection = select(next);
    state.go_to = next;
    say(state, fill(tr("已{1}，请填写{2}"), {made.edit.label, form.label(next.field)}), true);
}

void perform(State& state, const ReadOwnBooks& action, const Knowledge&, platform::Platform& machine) {
    read_own_books(*machine.later(), state, action.stop, machine);
}

void perform(State& state, const TakeOwnBook& action, const Knowledge& knowledge,
             platform::Platform& machine) {
    take_own_book(*machine.later(), state, action.id, action.book, knowledge, machine);
}

/// Another book is opened first, if one is wanted. What was compared last is still there.
void choose_counterpart(State& state, const std::string& id, const Knowledge& knowledge,
                        platform::Platform& machine) {
    if (!id.empty() && id != state.books.open)
        return read_book(state, id, ReadFor::open_to_compare, knowledge, machine);
    state.page = Page::compare;
}

void perform(State& state, const CompareWith& action, const Knowledge& knowledge,
             platform::Platform& machine) {
    const platform::Later& later = *machine.later();
    const auto with_version = [&](const Book& version, std::string name) {
        compare_with(later, state, version, std::move(name), edit::Kinship::versions);
    };
    machine.set_preference(open_preference, state.books.open);
    switch (action.with) {
    case Counterpart::none:
        return choose_counterpart(state, action.id, knowledge, machine);
    case Counterpart::book:
        return read_book(state, action.id, ReadFor::compare, knowledge, machine);
    case Counterpart::file:
        state.comparison.takes_file = true;
        return machine.open_file();
    case Counterpart::opened:
        return with_version(state.opened, std::string(tr("打开时的内容")));
    case Counterpart::exported:
        return with_version(state.exported.value_or(state.opened), std::string(tr("上次导出的内容")));
    case Counterpart::step:
        if (action.steps < state.document.steps_made())
            with_version(state.document.before_step(action.steps),
                         fill(tr("“{1}”之前"), {tr(state.document.step_label(action.steps))}));
    }
}

void perform(State& state, const WorkOnDifferences& action, const Knowledge&, platform::Platform& machine) {
    work_on_differences(*machine.later(), state, action);
}

} // namespace

void carry_out_later(const platform::Later&, State& state, const Action& action, const Knowledge& knowledge,
                     platform::Platform& machine) {
    const auto visit = [&](const auto& one) {
        if constexpr (LaterAction<std::decay_t<decltype(one)>>)
            perform(state, one, knowledge, machine);
    };
    std::visit(visit, action);
    keep_selection_valid(state);
}

} // namespace jibiao::app
