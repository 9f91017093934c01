#pragma once
#include "app/books.h"
#include "app/compare.h"
#include "app/finding_filter.h"
#include "app/guidance.h"
#include "app/guide.h"
#include "app/library.h"
#include "app/overview.h"
#include "app/own_books.h"
#include "app/paste.h"
#include "app/review.h"
#include "app/rows.h"
#include "app/selection.h"
#include "check/check.h"
#include "check/mend.h"
#include "check/verdict.h"
#include "edit/document.h"
#include "platform/platform.h"
#include "templates/template.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// The program without pixels: what it knows, and what people can do to it.

namespace jibiao::app {

struct Pasting; // app/pasting.h
struct Opening; // app/opening.h

/// What does not change while the program runs.
struct Knowledge {
    Templates templates;
    Profile profile;
};

/// How safe the work is. "已保存" is shown for `saved` only, which only the storage's own answer brings
/// about.
enum class SaveState : std::uint8_t { nothing, saving, saved, failed };

enum class Tone : std::uint8_t { done, failed };

/// A line at the foot of the page about something that happened.
struct Message {
    std::string text;
    Tone tone = Tone::done;
    bool offers_undo = false;   ///< Until the next edit: it would take back that one.
    std::uint64_t revision = 0; ///< Of the document, when it was said.
    std::string restores = {};  ///< The undo is not the document's, but brings back this book.
    bool operator==(const Message&) const = default;
};

/// By which the page judges: its books are on their way to the finance bureau.
inline constexpr check::BookPhase judged_phase = check::BookPhase::submit;

/// What fills the middle of the page.
enum class Page : std::uint8_t {
    home,    ///< All books, or how to begin.
    project, ///< The form of `project`.
    texts,   ///< The document's sections.
    notes,   ///< What the import could not place or restored.
    compare, ///< Beside another one.
    pictures,
};

// ---- actions ----

/// Something was typed; `done` when the person has left the cell or confirmed.
struct SetCell {
    FieldRef at;
    std::string text;
    bool done = false;
};
struct BeginTyping {
    FieldRef at;
};
/// Any edit with a button of its own.
struct Apply {
    edit::Edit edit;
    std::string said = {}; ///< When it is done; "" for what one sees.
};
/// A remark about the cell where the person is, or about `at`.
struct BeginComment {
    std::optional<FieldRef> at = {};
};
struct Undo {};
struct Redo {};
/// What is said of the rules, again after it failed.
struct FetchRuleTexts {};
/// So many steps of the history on, or back.
struct TravelBy {
    int steps = 0;
};
struct ApplyFix {
    FieldRef at;
    check::Fix fix;
};
struct ApplySafeFixes {
    std::vector<check::FixKey> left_out = {}; ///< Those that the person does not want.
};
/// The safe fix of what is found where the person is.
struct FixHere {};
/// A finding stays as it is, for this reason; a blank one is refused.
struct Suppress {
    check::Finding finding;
    std::string reason;
};
/// The finding counts again, if it is still there.
struct Unsuppress {
    Suppression suppression;
};
struct ShowProject {
    RowId project = 0;
};
struct ShowPage {
    Page page = Page::texts;
};
struct GoTo {
    FieldRef at;
};
/// The same, but the keyboard stays where it is.
struct LookAt {
    FieldRef at;
};
/// A part of the page that is not always there, by its id.
struct OpenView {
    std::string_view id; ///< Lives as long as the program.
};
/// The next finding of those shown, or the previous one.
struct NextFinding {
    bool backwards = false;
};
struct ToggleSeverity {
    check::Severity severity = check::Severity::hint;
};
struct FilterFindings {
    FindingFilter filter;
};
/// Projects and rows without findings are left out of what is shown, or shown again.
struct ToggleOnlyFindings {};
struct AddProject {};
struct AddIndicator {
    RowId project = 0;
    std::size_t index = 0;
};
struct RemoveRow {
    RowId row = 0;
};
/// A blank row, with its cell `focus` ready for typing.
struct AddRow {
    edit::Edit edit; ///< Inserts one row.
    Field focus = Field::none;
};
/// Where a key leads that leaves a grid.
enum class WayOut : std::uint8_t {
    none,
    back,   ///< To what Tab stops at before the cell …
    on,     ///< … or behind it.
    beyond, ///< To what stands below the grid.
};

/// A key in a cell of a grid, as platform::CellKey has it.
struct PressCellKey {
    FieldRef at;
    std::string keys;
};
/// In a grid; its cursor gets the keyboard.
struct SelectCells {
    Selection selection;
};
/// What is selected in a grid; with a cell whose row is not among it, that row alone.
struct ChangeRows {
    RowChange change = RowChange::clear;
    FieldRef at = {};
};
struct OpenFile {};
/// The text on the clipboard, as a file.
struct PasteText {};
/// A block of cells, laid over a table from the cell `at` on, or from the first cell of what is selected
/// there, which it fills if it goes into it several times; rows are added as needed. What is more than a few
/// cells into blank ones is shown first (State::pasting).
struct PasteTable {
    FieldRef at;
    PasteRows rows;
};
/// What a person says to State::pasting.
struct DecidePaste {
    std::optional<PasteOrder> order = {}; ///< Otherwise, and shown so; without columns: as they are guessed.
                                          ///< Nothing: it is pasted.
};
/// All rows of a grid (templates/grid.h: find_grid); with {none, 0} of the one where a person was last. Of
/// the cell with the cursor: what is selected there.
struct CopyRows {
    FieldRef of;
};
/// The whole book, as its form has it; where pictures of it are shown, these.
struct Print {};
struct OpenSample {};
struct NewBook {
    std::string template_id;
};
struct ChangeTemplate {
    std::string template_id;
};
/// With what was checked, and by what (CheckRecord).
struct SaveFile {};
/// What the page is written in.
struct ChooseLanguage {
    bool english = false;
};
/// What others wrote, and under which licences.
struct FetchLicences {};
struct DismissMessage {};
struct ShowHome {};
struct OpenBook {
    std::string id;
};
/// As the list calls it from now on; blank: by its title.
struct RenameBook {
    std::string id, name;
};
struct DuplicateBook {
    std::string id;
};
struct ArchiveBook {
    std::string id;
    bool archived = true;
};
/// Next year's book from it.
struct RollForward {
    std::string id;
};
/// The texts of last year's book in the row where the person is hold for this year, too; or all of them.
struct Confirm {
    bool all = false;
};
/// It stays stored until the program starts next.
struct DeleteBook {
    std::string id;
};
struct RestoreBook {
    std::string id;
};
/// The library of indicators, for the row with the cursor.
struct ShowLibrary {};
/// Again, where it could not be fetched.
struct FetchLibrary {};
/// How ideographs are read alone, for other searches.
struct FetchPinyin {};
/// What belongs into the fields; again, where it could not be fetched.
struct FetchGuidance {};
/// The guide through the sample.
struct Guided {
    enum class Way : std::uint8_t { begin, on, end };
    Way way = Way::begin;
};
/// What the indicator table of another book has (app/own_books.h).
struct TakeOwnBook {
    std::string id;
    Book book;
};
/// Those of all other books, while the library is open; or no more of them.
struct ReadOwnBooks {
    bool stop = false;
};
/// Into the row, or below it (app/library.h: use_entry).
struct UseEntry {
    RowId project = 0, row = 0;
    LibraryEntry entry;
};
/// What the machine answered to fetch_asset(); a failure where there is no text.
struct TakeAsset {
    std::string name, bytes, failure;
};
/// A file that has been picked or dropped, or a text that has been pasted. A large one takes its time
/// (State::opening).
struct OpenBytes {
    std::string name;
    std::string bytes;
};
struct CancelOpening {};

using Action =
    std::variant<SetCell, BeginTyping, Apply, Undo, Redo, TravelBy, FetchRuleTexts, ApplyFix, ApplySafeFixes,
                 FixHere, Suppress, Unsuppress, ShowProject, ShowPage, GoTo, LookAt, OpenView, NextFinding,
                 ToggleSeverity, FilterFindings, ToggleOnlyFindings, AddProject, AddIndicator, RemoveRow,
                 AddRow, PressCellKey, SelectCells, ChangeRows, OpenFile, PasteText, PasteTable, CopyRows,
                 Print, OpenSample, NewBook, ChangeTemplate, SaveFile, DismissMessage, ShowHome, OpenBook,
                 RenameBook, DuplicateBook, ArchiveBook, DeleteBook, RestoreBook, RollForward, Confirm,
                 ShowLibrary, FetchLibrary, FetchPinyin, FetchGuidance, Guided, ReadOwnBooks, TakeOwnBook,
                 UseEntry, TakeAsset, OpenBytes, CancelOpening, CompareWith, WorkOnDifferences, BeginComment,
                 ChooseLanguage, FetchLicences, DecidePaste>;

// ---- state ----

struct State {
    edit::Document document; ///< Of the book that is open.
    Books books;
    bool loading = true; ///< Until the storage has answered nothing is shown or taken.

    Book opened;                   ///< The book as it was when it was opened …
    std::optional<Book> exported;  ///< … and when a file was made of it last.
    std::optional<Book> exporting; ///< The same until the machine has answered.
    Comparison comparison;
    std::array<Picture, 4> pictures;                ///< Where they are shown …
    std::optional<std::uint64_t> pictured_revision; ///< … as of this revision of the document.

    std::vector<Thread> threads;                   ///< What was said about cells …
    std::optional<std::uint64_t> threads_revision; ///< … as of this revision of the document.
    bool begin_comment = false;                    ///< At current_finding_at; the page clears it when done.
    std::vector<FieldRef> carried; ///< Texts of last year's book that nobody has looked at (roll_forward.h).

    check::Checker checker;
    check::Report report;
    std::optional<std::uint64_t> checked_revision; ///< Of the document, when `report` was made.
    bool checking = false; ///< A large book is shown once before it is checked: `report` is empty.

    Page page = Page::home;
    RowId project = 0;                          ///< The project that is shown.
    std::optional<FieldRef> go_to;              ///< A cell to show and focus; the page clears it when done.
    std::optional<FieldRef> look_at;            ///< The same without the focus.
    std::string_view view_wanted;               ///< Of OpenView; the page clears it when done.
    std::optional<FieldRef> current_finding_at; ///< Where 下一处 continues from.
    std::array<bool, 3> shown_severities{true, true, true}; ///< By check::Severity.
    FindingFilter filter; ///< Beside them; goes when there is nothing left that it would show.

    bool english = false;      ///< Chosen; the words may be on their way.
    bool words_wanted = false; ///< They are, and nothing is shown before they have come.
    std::string licences, licences_failed;
    bool licences_wanted = false; ///< They are on their way.
    /// Of all rules (check/explained.h): fetched when a person asks for the first of them.
    std::string rule_texts, rule_texts_failed;
    bool rule_texts_wanted = false; ///< They are on their way.
    bool only_findings = false;     ///< Contents and tables leave out what has none.

    Guide guide;
    GuidanceText guidance; ///< Fetched when a person asks for it first.

    Selection selection;           ///< In a grid.
    WayOut way_out = WayOut::none; ///< Wanted by a key at its end; the page clears it.

    FieldRef typing_at;            ///< The cell that got the keyboard last …
    std::size_t typing_length = 0; ///< … and how many code points it held then.

    std::shared_ptr<const Library> library; ///< Null until it is opened first.
    OwnBooks own_books;
    bool show_library = false; ///< Wanted; the page clears it.

    std::shared_ptr<Opening> opening;       ///< A large file that is being read.
    std::shared_ptr<const Pasting> pasting; ///< A table that is shown before it is pasted.

    std::optional<Message> message;
    bool files_hover = false; ///< A file is being dragged over the page.

    // Saving. Revisions of the storage go on where the last session ended.
    SaveState save_state = SaveState::nothing;
    std::uint64_t storage_base = 0;                  ///< Storage revision = storage_base + document revision.
    std::optional<std::uint64_t> journaled_revision; ///< Document revision that the storage was given last.
    bool store_whole = true; ///< The next change is stored as a snapshot: the storage holds no sound base.
    std::uint64_t saved_revision = 0; ///< Storage revision that it has acknowledged.
    Book journaled_book;              ///< What the storage would give back.
    int entries_since_snapshot = 0;

    /// Asked for before the storage had answered or the rest of the program had come (app/later.h); done in
    /// this order as soon as both are there.
    std::vector<Action> waiting;

    const Book& book() const { return document.book(); }
    /// False: the home page is shown, and what can be done to a book means none.
    bool has_book() const { return page != Page::home; }
    const Project* shown_project() const { return book().projects.find(project); }
    /// Whether the page has the cell.
    bool shows(FieldRef at) const;
    /// Findings of the severities that are shown and that the filter lets pass, in order.
    std::vector<const check::Finding*> shown_findings() const;
    /// The gravest finding where the person is, of all or of those with a safe fix; nullptr if there is none.
    const check::Finding* finding_here(bool with_safe_fix = false) const;
};

/// Carries out an action. What it wants of the machine it asks `machine`; the answers come as events.
void update(State& state, const Action& action, const Knowledge& knowledge, platform::Platform& machine);

/// Takes in what the machine answered (files, storage). Events of the page itself (focus, text, activation)
/// are the page's business and are ignored here.
void take(State& state, const platform::Event& event, const Knowledge& knowledge,
          platform::Platform& machine);

/// Once a frame, before anything else: what the frame before showed unchecked is checked.
void finish_checking(State& state, const Knowledge& knowledge, platform::Platform& machine);

/// Once after the actions and events of a frame: checks and journals the book if it has changed.
void settle(State& state, const Knowledge& knowledge, platform::Platform& machine);

/// What the book would be called as a file, without folder: 示例市科普协会2021年预算绩效文本.jibiao.json.
std::string file_name_of(const Book& book);

} // namespace jibiao::app
