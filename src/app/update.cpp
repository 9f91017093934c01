#include "app/later.h"
#include "app/limits.h"
#include "app/new_book.h"
#include "app/outcome.h"
#include "app/roll_forward.h"
#include "base/characters.h"
#include "base/text.h"
#include "base/utf8.h"
#include "base/words.h"
#include "check/explained.h"
#include "check/suppression.h"
#include "io/archive.h"
#include "model/patch.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace jibiao::app {
namespace {

/// A smaller book is checked before anybody has seen that it was not.
constexpr std::size_t bytes_of_large = 64 * 1024;
/// A snapshot now and then keeps loading short: replaying is cheap, but not free.
constexpr int most_entries = 100;
/// What a pasted text is called where a file would have its name.
constexpr const char* pasted_name = word("粘贴的文本");

/// A filter for which everything is mended. What was done to mend the last one stays said, with its undo.
void end_filter(State& state) {
    if (state.filter.is_empty() || !filter_findings(state.report, state.book(), state.filter).empty())
        return;
    state.filter = {};
    const std::string_view text = tr("没有筛选的问题了，现在列出全部");
    if (state.message && state.message->revision == state.document.revision())
        state.message->text.append(tr("；")).append(text);
    else
        say(state, text);
}

void recheck(State& state, const Knowledge& knowledge) {
    state.report = state.checker.run(
        {state.book(), form_of(state, knowledge), knowledge.profile, &knowledge.templates.words()});
    state.checked_revision = state.document.revision();
    state.carried = carried_cells(state.book());
    end_filter(state);
}

/// The page on which a cell stands.
void show(State& state, FieldRef at) {
    if (const Project* project = project_of(state.book(), at)) {
        state.page = Page::project;
        state.project = project->id;
    } else {
        state.page = Page::texts;
    }
    state.go_to = at;
}

// ---- one function an action ----

void ask_later(State& state, Action action, platform::Platform& machine) {
    state.waiting.push_back(std::move(action));
    machine.load_later();
}

/// A key that only edits of this cell have: letters typed one after the other are one undo step.
std::uint64_t merge_key_of(FieldRef at) {
    return cell_key(at) + 1;
}

/// As a step of its own: undoing it brings back all that was typed or pasted.
void cut_if_too_long(State& state, const SetCell& action, const Knowledge& knowledge) {
    std::size_t most = most_characters(action.at.field);
    if (action.at == state.typing_at)
        most = std::max(most, state.typing_length);
    const std::string_view kept = cut_to(action.text, most);
    if (kept.size() == action.text.size() ||
        !state.document.apply(edit::set_text(action.at, std::string(kept), word("截短"))))
        return;
    say(state,
        fill(tr("“{1}”太长：{2} 个字，只留下前 {3} 个"),
             {form_of(state, knowledge).label(action.at.field),
              std::to_string(count_code_points(action.text)), std::to_string(count_code_points(kept))}),
        true);
}

void carry_out(State& state, const SetCell& action, const Knowledge& knowledge, platform::Platform&) {
    state.document.apply(edit::set_text(action.at, action.text), merge_key_of(action.at));
    if (!action.done)
        return;
    state.document.end_merge();
    cut_if_too_long(state, action, knowledge);
}

void carry_out(State& state, const BeginTyping& action, const Knowledge&, platform::Platform&) {
    const Cell* cell = find_cell(state.book(), action.at);
    state.typing_at = action.at;
    state.typing_length = cell ? count_code_points(cell->text) : 0;
    state.current_finding_at = action.at;
    if (state.selection.cursor != action.at)
        state.selection = select(action.at);
    state.document.end_merge();
}

/// The keyboard follows the cursor; where that stays, the corner that moved is shown.
void carry_out(State& state, const PressCellKey& action, const Knowledge& knowledge,
               platform::Platform& machine) {
    const auto grid = find_grid(state.book(), form_of(state, knowledge), action.at);
    if (!grid)
        return;
    if (action.keys == "Delete")
        return ask_later(state, ChangeRows{RowChange::clear}, machine);
    if (action.keys == "Shift+Click") {
        state.selection.from = state.selection.cursor;
        state.selection.end = action.at;
        return;
    }
    if (!block_of(*grid, state.selection))
        state.selection = select(action.at);
    // The key of a soft keyboard says 下一项.
    const bool goes_right = action.keys == "Enter" && machine.size().coarse_pointer;
    const std::string_view keys = goes_right ? "Tab" : std::string_view(action.keys);
    const auto next = after_key(*grid, state.selection, keys);
    if (!next) {
        if (action.keys == "Tab")
            state.way_out = WayOut::on;
        else if (action.keys == "Shift+Tab")
            state.way_out = WayOut::back;
        else if (action.keys == "Enter")
            state.way_out = WayOut::beyond;
        return;
    }
    const FieldRef before = state.selection.cursor;
    state.selection = *next;
    if (before != next->cursor)
        state.go_to = next->cursor;
    else
        state.look_at = next->end;
}

void carry_out(State& state, const Apply& action, const Knowledge&, platform::Platform&) {
    if (state.document.apply(action.edit) && !action.said.empty())
        say(state, action.said, true);
}

void carry_out(State& state, const BeginComment& action, const Knowledge&, platform::Platform&) {
    if (action.at)
        state.current_finding_at = action.at;
    state.begin_comment = state.has_book();
    const auto at = state.current_finding_at;
    if (!state.has_book() || state.page < Page::compare)
        return;
    state.page = Page::project;
    if (at && find_cell(state.book(), *at)) {
        show(state, *at);
        state.go_to.reset(); // The keyboard goes to the remark.
    }
}

void carry_out(State& state, const SelectCells& action, const Knowledge&, platform::Platform&) {
    state.selection = action.selection;
    state.go_to = action.selection.cursor;
}

RowId project_at(const Book& book, FieldRef at) {
    const Project* project = project_of(book, at);
    return project ? project->id : 0;
}

/// What undo and redo changed is seen, wherever it stands; of a row that has gone, its project. What is drawn
/// from the whole book shows it by itself.
void look_at(State& state, FieldRef at, RowId project) {
    if (state.page >= Page::compare)
        return;
    if (find_cell(state.book(), at)) {
        show(state, at);
        state.look_at = std::exchange(state.go_to, std::nullopt);
    } else if (state.book().projects.find(project)) {
        state.page = Page::project;
        state.project = project;
    }
}

/// One step back or on, by undo() or redo().
void travel(State& state, bool (edit::Document::*step)(), FieldRef at, std::string said) {
    if (!state.has_book())
        return;
    const RowId project = project_at(state.book(), at);
    if (!(state.document.*step)())
        return;
    look_at(state, at, project);
    say(state, std::move(said));
}

void carry_out(State& state, const Undo&, const Knowledge&, platform::Platform&) {
    const edit::Document& document = state.document;
    travel(state, &edit::Document::undo, document.undo_place(),
           with_colon(tr("已撤销"), tr(document.undo_label())));
}

void carry_out(State& state, const Redo&, const Knowledge&, platform::Platform&) {
    const edit::Document& document = state.document;
    travel(state, &edit::Document::redo, document.redo_place(),
           with_colon(tr("已重做"), tr(document.redo_label())));
}

void carry_out(State& state, const ApplyFix& action, const Knowledge&, platform::Platform&) {
    if (!state.document.apply(action.fix.edit))
        return;
    show(state, action.at);
    say(state, with_colon(tr("已修复"), action.fix.title), true);
}

void carry_out(State& state, const FixHere&, const Knowledge& knowledge, platform::Platform& machine) {
    if (state.checked_revision != state.document.revision())
        recheck(state, knowledge); // The text may have been committed with the same key.
    if (const check::Finding* finding = state.has_book() ? state.finding_here(true) : nullptr)
        carry_out(state, ApplyFix{finding->at, *finding->fix}, knowledge, machine);
}

void carry_out(State& state, const Suppress& action, const Knowledge&, platform::Platform& machine) {
    const std::string_view reason = trim(action.reason);
    if (reason.empty())
        return complain(state, tr("没有说明：请写明为什么不改，审核人会看到。"));
    if (state.document.apply(check::suppress(action.finding, std::string(reason), machine.today())))
        say(state, tr("已说明不改，理由会列给审核人"), true);
}

void carry_out(State& state, const Unsuppress& action, const Knowledge&, platform::Platform&) {
    if (state.document.apply(check::unsuppress(action.suppression)))
        say(state, tr("已恢复，这个问题重新计入"), true);
}

void carry_out(State& state, const ShowProject& action, const Knowledge&, platform::Platform&) {
    state.page = Page::project;
    state.project = action.project;
}

void carry_out(State& state, const ShowPage& action, const Knowledge&, platform::Platform&) {
    state.page = action.page;
}

void carry_out(State& state, const GoTo& action, const Knowledge&, platform::Platform&) {
    state.current_finding_at = action.at;
    show(state, action.at);
}

void carry_out(State& state, const LookAt& action, const Knowledge&, platform::Platform&) {
    show(state, action.at);
    state.look_at = std::exchange(state.go_to, std::nullopt);
}

void carry_out(State& state, const OpenView& action, const Knowledge&, platform::Platform&) {
    state.view_wanted = action.id;
}

/// Several findings at one place are one stop. Where differences are shown, the next of them.
void carry_out(State& state, const NextFinding& action, const Knowledge&, platform::Platform& machine) {
    using What = WorkOnDifferences::What;
    if (state.page == Page::compare)
        return ask_later(state, WorkOnDifferences{action.backwards ? What::previous : What::next}, machine);
    if (!state.has_book())
        return;
    const auto findings = state.shown_findings();
    if (findings.empty())
        return say(state, tr("没有问题"));
    const auto is_here = [&](const check::Finding* finding) {
        return state.current_finding_at && finding->at == *state.current_finding_at;
    };
    const auto first = std::find_if(findings.begin(), findings.end(), is_here);
    const auto behind = std::find_if_not(first, findings.end(), is_here);
    const check::Finding* next = nullptr;
    if (action.backwards)
        next = first == findings.begin() || first == findings.end() ? findings.back() : *std::prev(first);
    else
        next = behind == findings.end() ? findings.front() : *behind;
    state.current_finding_at = next->at;
    show(state, next->at);
}

void carry_out(State& state, const ToggleSeverity& action, const Knowledge&, platform::Platform&) {
    bool& shown = state.shown_severities[static_cast<std::size_t>(action.severity)];
    shown = !shown;
}

void carry_out(State& state, const FilterFindings& action, const Knowledge&, platform::Platform&) {
    state.filter = action.filter;
}

void carry_out(State& state, const FetchRuleTexts&, const Knowledge&, platform::Platform& machine) {
    state.rule_texts_failed.clear();
    state.rule_texts_wanted = true;
    machine.fetch_asset(check::explained_asset);
}

void carry_out(State& state, const ToggleOnlyFindings&, const Knowledge&, platform::Platform&) {
    if (state.has_book())
        state.only_findings = !state.only_findings;
}

void carry_out(State& state, const AddProject&, const Knowledge& knowledge, platform::Platform&) {
    state.document.apply(add_project(state.book(), form_of(state, knowledge)));
    state.page = Page::project;
    state.project = state.book().projects.back().id;
    state.go_to = FieldRef{Field::name, state.project};
}

void carry_out(State& state, const AddIndicator& action, const Knowledge&, platform::Platform&) {
    const Project* project = state.book().projects.find(action.project);
    if (!project)
        return;
    edit::InsertRow row{RowKind::indicator, action.project, action.index, {}};
    if (action.index > 0 && action.index <= project->indicators.size()) {
        const Indicator& above = project->indicators[action.index - 1];
        row.cells = {{Field::level1, above.level1.text}, {Field::level2, above.level2.text}};
    }
    if (!state.document.apply({word("增加指标"), {row}}))
        return;
    const auto& rows = state.book().projects.find(action.project)->indicators;
    state.go_to = FieldRef{Field::indicator_name, rows[std::min(action.index, rows.size() - 1)].id};
}

void carry_out(State& state, const AddRow& action, const Knowledge&, platform::Platform&) {
    if (state.document.apply(action.edit))
        state.go_to = FieldRef{action.focus, state.book().last_row_id};
}

/// What goes with the row is said beforehand: it may be much.
std::string removal_of(const Book& book, const RowPlace& place) {
    switch (place.kind) {
    case RowKind::project:
        return std::string(tr("已删除项目"));
    case RowKind::section: {
        const Section& section = book.sections[place.index];
        std::string text(tr("已删除标题"));
        if (!section.body.empty())
            text += fill(tr("和它下面的 {1} 段文字"), {std::to_string(section.body.size())});
        if (!section.tables.empty())
            text += fill(tr("、{1} 张表"), {std::to_string(section.tables.size())});
        return text;
    }
    case RowKind::paragraph:
        return std::string(tr("已删除一段"));
    default:
        return std::string(tr("已删除一行"));
    }
}

void carry_out(State& state, const RemoveRow& action, const Knowledge&, platform::Platform&) {
    const auto place = find_row(state.book(), action.row);
    if (!place)
        return;
    const std::string removal = removal_of(state.book(), *place);
    if (state.document.apply({word("删除"), {edit::RemoveRow{action.row}}}))
        say(state, removal, true);
}

void carry_out(State& state, const OpenFile&, const Knowledge&, platform::Platform& machine) {
    state.comparison.takes_file = false;
    machine.open_file();
}

void carry_out(State&, const PasteText&, const Knowledge&, platform::Platform& machine) {
    machine.paste_text();
}

void carry_out(State& state, const NewBook& action, const Knowledge& knowledge, platform::Platform& machine) {
    open_new_book(state, new_book(knowledge.templates.get(action.template_id), 0),
                  std::string(tr("新建的绩效目标表")), knowledge, machine);
}

void carry_out(State& state, const DismissMessage&, const Knowledge&, platform::Platform&) {
    state.message.reset();
}

void carry_out(State& state, const ShowHome&, const Knowledge&, platform::Platform& machine) {
    go_home(state, machine);
}

void carry_out(State& state, const OpenBook& action, const Knowledge& knowledge,
               platform::Platform& machine) {
    read_book(state, action.id, ReadFor::open, knowledge, machine);
}

void carry_out(State& state, const DuplicateBook& action, const Knowledge& knowledge,
               platform::Platform& machine) {
    read_book(state, action.id, ReadFor::duplicate, knowledge, machine);
}

/// By a change of what the list says of it.
template <class Change>
void redescribe(State& state, const std::string& id, platform::Platform& machine, Change&& change) {
    if (const BookEntry* entry = state.books.find(id)) {
        io::BookMeta meta = entry->meta;
        change(meta);
        describe_book(state, id, std::move(meta), machine);
    }
}

void carry_out(State& state, const RenameBook& action, const Knowledge&, platform::Platform& machine) {
    redescribe(state, action.id, machine, [&](io::BookMeta& meta) {
        const std::string_view name = cut_to(trim(action.name), most_characters(Field::name));
        meta.name = name == meta.title ? "" : std::string(name);
    });
}

void carry_out(State& state, const ArchiveBook& action, const Knowledge&, platform::Platform& machine) {
    redescribe(state, action.id, machine, [&](io::BookMeta& meta) {
        meta.archived = action.archived;
        say(state, fill(action.archived ? tr("已归档“{1}”") : tr("已取消归档“{1}”"), {name_of(meta)}));
    });
}

void carry_out(State& state, const DeleteBook& action, const Knowledge& knowledge,
               platform::Platform& machine) {
    delete_book(state, action.id, knowledge, machine);
}

/// The row where the person is, then on to the next one; from elsewhere to the first one.
void carry_out(State& state, const Confirm& action, const Knowledge&, platform::Platform&) {
    if (!state.has_book() || state.carried.empty())
        return;
    edit::Edit edit{word("核对"), {}};
    const RowId row = state.current_finding_at.value_or(FieldRef()).row;
    std::optional<FieldRef> first, behind;
    for (const FieldRef& at : state.carried) {
        if (action.all || at.row == row)
            edit.operations.emplace_back(edit::Confirm{at});
        else if (auto& next = edit.operations.empty() ? first : behind; !next)
            next = at;
    }
    state.document.apply(edit);
    if (const auto next = behind ? behind : first) {
        state.current_finding_at = next;
        show(state, *next);
    } else {
        say(state, tr("沿用上年的内容都已核对"), true);
    }
}

void carry_out(State& state, const RestoreBook& action, const Knowledge&, platform::Platform& machine) {
    redescribe(state, action.id, machine, [&](io::BookMeta& meta) {
        meta.deleted = false;
        say(state, fill(tr("已恢复“{1}”"), {name_of(meta)}));
    });
}

void carry_out(State& state, const ShowLibrary&, const Knowledge&, platform::Platform&) {
    state.show_library = state.has_book() && state.page == Page::project;
}

template <LaterAction One>
void carry_out(State& state, const One& action, const Knowledge&, platform::Platform& machine) {
    ask_later(state, action, machine);
}

// ---- one function an event ----

/// As much of it as can be read: nobody works with it here.
void take_for_library(State& state, const platform::JournalLoaded& loaded, platform::Platform& machine) {
    Result<Book> book = loaded.snapshot.empty() ? Result<Book>(Book()) : io::read_binary(loaded.snapshot);
    for (const std::string& entry : loaded.entries) {
        if (!book || io::replay(*book, entry))
            break;
    }
    ask_later(state, TakeOwnBook{loaded.book, book ? *std::move(book) : Book()}, machine);
}

/// The person sees it, and then it is checked.
void show_unchecked(State& state, platform::Platform& machine) {
    state.checking = true;
    state.report = {};
    state.carried = carried_cells(state.book());
    machine.wake(2);
}

/// The snapshot, then each change after it. What cannot be read any more is said, and everything before it is
/// kept.
void restore(State& state, const platform::JournalLoaded& loaded, const Knowledge& knowledge,
             platform::Platform& machine) {
    Result<Book> book = loaded.snapshot.empty() ? Result<Book>(Book()) : io::read_binary(loaded.snapshot);
    if (!book || (loaded.snapshot.empty() && loaded.entries.empty())) {
        state.loading = false;
        return complain(state,
                        with_colon(tr("本机保存的内容已损坏，无法恢复"), book ? "" : tr(book.error().what)));
    }
    std::size_t replayed = 0;
    for (const std::string& entry : loaded.entries) {
        if (io::replay(*book, entry))
            break;
        ++replayed;
    }
    const ReadFor purpose = state.books.purpose;
    done_reading(state, *std::move(book), loaded.revision, knowledge, machine);
    const std::size_t lost = loaded.entries.size() - replayed;
    if (state.books.open == loaded.book) {
        state.entries_since_snapshot = static_cast<int>(loaded.entries.size());
        state.store_whole = lost > 0;
        if (loaded.snapshot.size() >= bytes_of_large && state.waiting.empty())
            show_unchecked(state, machine);
    }
    if (lost > 0)
        complain(state, fill(tr("最后 {1} 处修改已损坏，无法恢复；之前的内容都在"), {std::to_string(lost)}));
    else if (purpose == ReadFor::resume)
        say(state, tr("已恢复上次的内容"));
}

void take_in(State& state, const platform::FileOpened& event, platform::Platform& machine) {
    ask_later(state, OpenBytes{event.name, event.bytes}, machine);
}
void take_in(State& state, const platform::FileFailed& event, platform::Platform&) {
    complain(state, fill(tr("没有打开“{1}”：{2}"), {tr(event.name), tr(event.reason)}));
}
void take_in(State& state, const platform::TextPasted& event, platform::Platform& machine) {
    if (trim(event.text).empty())
        return complain(state, tr("没有粘贴：剪贴板里没有文字。请先在 Word、WPS 或网页里选中文本并复制。"));
    ask_later(state, OpenBytes{std::string(pasted_name), event.text}, machine);
}
void take_in(State& state, const platform::PasteFailed& event, platform::Platform&) {
    complain(state, with_colon(tr("没有粘贴"), tr(event.reason)));
}
/// Into a cell, it is the page's business.
void take_in(State& state, const platform::TablePasted& event, platform::Platform& machine) {
    if (event.node.empty())
        take_in(state, platform::TextPasted{event.text}, machine);
}
void take_in(State& state, const platform::Copied&, platform::Platform&) {
    say(state, tr("已复制表格，可以粘贴到 Excel、WPS 或 Word 里"));
}
void take_in(State& state, const platform::CopyFailed& event, platform::Platform&) {
    complain(state, with_colon(tr("没有复制"), tr(event.reason)));
}
void take_in(State& state, const platform::DragHover& event, platform::Platform&) {
    state.files_hover = event.over;
}
void take_in(State& state, const platform::FileSaved& event, platform::Platform&) {
    auto exported = std::exchange(state.exporting, std::nullopt);
    if (event.cancelled)
        return;
    if (exported)
        state.exported = std::move(exported);
    say(state, fill(tr("已导出文件“{1}”"), {event.name}));
}
void take_in(State& state, const platform::FileSaveFailed& event, platform::Platform&) {
    state.exporting.reset();
    complain(state, fill(tr("没有导出“{1}”：{2}"), {event.name, tr(event.reason)}));
}
void take_in(State& state, const platform::JournalSaved& event, platform::Platform&) {
    std::erase_if(state.books.unsaved, [&event](const Books::Unsaved& one) {
        return one.id == event.book && one.revision <= event.revision;
    });
    if (event.book == state.books.open)
        state.saved_revision = std::max(state.saved_revision, event.revision);
    if (!state.journaled_revision || state.saved_revision < state.storage_base + *state.journaled_revision)
        return;
    state.save_state = SaveState::saved;
    state.store_whole = false; // What had failed was tried again with success.
}

/// 20261129.
std::uint64_t number_of_day(std::string_view day) {
    std::uint64_t number = 0;
    for (const char digit : day)
        number = digit == '-' ? number : 10 * number + static_cast<std::uint64_t>(digit - '0');
    return number;
}

void take_in(State& state, const platform::JournalFailed& event, platform::Platform& machine) {
    const bool is_wanted = state.loading && event.book == state.books.wanted;
    if (!event.book.empty() && !is_wanted) { // The library does without it, for now.
        state.own_books.sources.clear();
        if (event.book == state.own_books.reading)
            ask_later(state, TakeOwnBook{event.book, Book()}, machine);
        return;
    }
    const bool is_news = state.save_state != SaveState::failed;
    state.save_state = SaveState::failed;
    state.store_whole =
        true; // What failed may be missing in the journal, and changes after it would not fit.
    if (state.loading &&
        state.books.all.empty()) // Nobody knows which numbers are taken: far beyond all of them.
        state.books.next = number_of_day(machine.today());
    if (is_news)
        complain(state,
                 with_colon(state.loading ? tr("读不到本机保存的内容") : tr("没有保存"), tr(event.reason)));
    state.loading = false;
    state.books.wanted.clear();
}
void take_in(State& state, const platform::BooksListed& event, platform::Platform& machine) {
    take_list(state, event, machine);
}
/// What waited for it is given up: carried out some time later it would surprise.
void take_in(State& state, const platform::LaterFailed& event, platform::Platform&) {
    if (!state.waiting.empty())
        complain(state, with_colon(tr("没有完成"), tr(event.reason)));
    state.waiting.clear();
    state.words_wanted = false;
}
/// What people read about the rules is kept as it is; the rest belongs to the library.
void take_in(State& state, const platform::AssetLoaded& event, platform::Platform& machine) {
    if (event.name != check::explained_asset)
        return ask_later(state, TakeAsset{event.name, event.bytes, {}}, machine);
    state.rule_texts_wanted = false;
    if (check::is_explained(event.bytes))
        state.rule_texts = event.bytes;
    else
        state.rule_texts_failed = word("没有取到规则说明：服务器给的不是它。请稍后再试。");
}
void take_in(State& state, const platform::AssetFailed& event, platform::Platform& machine) {
    if (event.name != check::explained_asset)
        return ask_later(state, TakeAsset{event.name, {}, event.reason}, machine);
    state.rule_texts_failed = event.reason;
    state.rule_texts_wanted = false;
}
template <class Other>
void take_in(State&, const Other&, platform::Platform&) {}

/// What is stored comes first: a file that is opened over it can be undone.
void end_waiting(State& state, const Knowledge& knowledge, platform::Platform& machine) {
    const platform::Later* later = machine.later();
    if (!later || state.loading)
        return;
    for (const Action& action : std::exchange(state.waiting, {}))
        carry_out_later(*later, state, action, knowledge, machine);
}

/// What was said about cells, as soon as the part of the program is there that reads it.
bool renew_threads(State& state, platform::Platform& machine) {
    const std::uint64_t revision = state.document.revision();
    const platform::Later* later = state.threads_revision == revision ? nullptr : machine.later();
    if (!later)
        return false;
    state.threads = threads_of(*later, state.book());
    state.threads_revision = revision;
    return true;
}

/// Hands the storage what has changed since the last time.
void journal(State& state, platform::Platform& machine) {
    const std::uint64_t revision = state.document.revision();
    const std::uint64_t stored_as = state.storage_base + revision;
    if (state.store_whole || state.entries_since_snapshot >= most_entries) {
        machine.journal_snapshot(state.books.open, stored_as, io::write_binary(state.book()));
        state.entries_since_snapshot = 0;
        state.store_whole = false;
    } else {
        machine.journal_append(state.books.open, stored_as,
                               io::write_patch(difference(state.journaled_book, state.book())));
        ++state.entries_since_snapshot;
    }
    state.journaled_revision = revision;
    state.journaled_book = state.book();
    state.save_state = SaveState::saving;
}

} // namespace

bool State::shows(FieldRef at) const {
    if (!has_book() || !find_cell(book(), at))
        return false;
    const Project* owner = project_of(book(), at);
    return owner ? page == Page::project && owner->id == project : page == Page::texts;
}

std::vector<const check::Finding*> State::shown_findings() const {
    auto shown = filter_findings(report, book(), filter);
    std::erase_if(shown, [this](const check::Finding* finding) {
        return !shown_severities[static_cast<std::size_t>(finding->severity)];
    });
    return shown;
}

const check::Finding* State::finding_here(bool with_safe_fix) const {
    const check::Finding* gravest = nullptr;
    for (const check::Finding& finding : report.findings) {
        if (finding.at == current_finding_at && (!with_safe_fix || (finding.fix && finding.fix->safe)) &&
            (!gravest || finding.severity > gravest->severity))
            gravest = &finding;
    }
    return gravest;
}

void update(State& state, const Action& action, const Knowledge& knowledge, platform::Platform& machine) {
    finish_checking(state, knowledge, machine);
    std::visit([&](const auto& one) { carry_out(state, one, knowledge, machine); }, action);
    end_waiting(state, knowledge, machine);
    keep_selection_valid(state);
    if (state.message && state.message->offers_undo && state.message->restores.empty() &&
        state.message->revision != state.document.revision())
        state.message.reset();
}

void take(State& state, const platform::Event& event, const Knowledge& knowledge,
          platform::Platform& machine) {
    if (const auto* loaded = std::get_if<platform::JournalLoaded>(&event)) {
        if (state.loading && loaded->book == state.books.wanted)
            restore(state, *loaded, knowledge, machine);
        else if (loaded->book == state.own_books.reading)
            take_for_library(state, *loaded, machine);
    } else {
        std::visit([&](const auto& one) { take_in(state, one, machine); }, event);
    }
    end_waiting(state, knowledge, machine);
    keep_selection_valid(state);
}

void finish_checking(State& state, const Knowledge& knowledge, platform::Platform& machine) {
    if (std::exchange(state.checking, false))
        settle(state, knowledge, machine);
}

void settle(State& state, const Knowledge& knowledge, platform::Platform& machine) {
    if (state.checking)
        return;
    const std::uint64_t revision = state.document.revision();
    const bool unchecked = state.checked_revision != revision;
    if (unchecked)
        recheck(state, knowledge);
    const bool unread = renew_threads(state, machine);
    if (const platform::Later* later = state.guide.step == GuideStep::none ? nullptr : machine.later())
        follow_guide(*later, state, machine);
    if (const platform::Later* later = state.page >= Page::compare ? machine.later() : nullptr)
        state.page == Page::compare ? renew_comparison(*later, state)
                                    : renew_pictures(*later, state, knowledge);
    if (state.books.open.empty())
        return;
    const bool changed = state.journaled_revision != revision;
    if (changed) {
        journal(state, machine);
        machine.set_title(file_name_of(state.book()));
    }
    if (unchecked || unread || changed)
        describe_open_book(state, changed, machine);
}

std::string file_name_of(const Book& book) {
    std::string name = book.title.text;
    if (name.empty() && !book.projects.empty())
        name = book.projects.front().unit_name.text;
    if (name.empty())
        name = "预算绩效目标表";
    for (const char* forbidden : {"/", "\\", ":", "*", "?", "\"", "<", ">", "|", "\n", "\t"})
        name = replace_all(name, forbidden, "");
    return shorten(name, 60) + ".jibiao.json";
}

} // namespace jibiao::app
