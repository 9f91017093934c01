#pragma once
#include "ui/frame.h"
#include "ui/widgets/widgets.h"

/// The parts of the page: functions of const state that leave wishes. Each fills the rectangle it is given.

namespace jibiao::ui {

/// Contents, form and findings stand side by side.
inline bool is_wide(const Frame& frame) {
    return frame.room.w >= 1120;
}
/// One row, or two in a narrow window.
float top_bar_height(const Frame& frame);
/// Title, open, paste, save to file, undo, redo, print, the book's form, and how safe the work is.
void draw_top_bar(Frame& frame, const Rect& rect);
/// Settings and what the program says of itself, at the foot of the home page. Returns the y below.
float draw_home_foot(Frame& frame, float x, float y);
/// All books, and how to begin another one.
void draw_home(Frame& frame, const Rect& rect);
/// How to begin, while there is no book.
void draw_welcome(Frame& frame, const Rect& rect);
/// The field for words that the books listed at home have in their names; a name that is being changed there
/// has a draft field (ViewState::draft) with this prefix.
inline constexpr std::string_view book_search_node = "home-search";
inline constexpr std::string_view rename_prefix = "rename/";
/// The field for words that the library of indicators is searched for.
inline constexpr std::string_view library_search_node = "library-search";
/// The one for what to do, in the list of commands.
inline constexpr std::string_view palette_node = "palette";
/// The document's parts and projects, each with its number of findings.
void draw_contents(Frame& frame, const Rect& rect);
/// The same as one row, for windows without room for a column.
void draw_contents_row(Frame& frame, const Rect& rect);
/// The form of the shown project.
void draw_project(Frame& frame, const Rect& rect);
/// Draws the indicator table from `y` downwards and returns the y below it.
float draw_indicator_table(Frame& frame, const Project& project, float x, float y, float width);
/// What the project says for which its form has no place, in a card of its own; returns the y below it.
float draw_other_content(Frame& frame, const Project& project, float x, float y, float width);
/// The document's cover, contents, sections, paragraphs and tables.
void draw_texts(Frame& frame, const Rect& rect);
/// The cover's cells, and the lines of the table of contents. Like all that follow: from `y` downwards, and
/// they return the y below.
float draw_cover(Frame& frame, float x, float y, float width);
float draw_contents_lines(Frame& frame, float x, float y, float width);
/// A table about the department: its head, and a grid that scrolls sideways where it is wide.
float draw_table(Frame& frame, const Table& table, float x, float y, float width);
/// What the import could not place or restored.
[[gnu::noinline]] void draw_notes(const platform::Later&, Frame& frame, const Rect& rect);
/// Where the keyboard belongs at a difference among those shown, or if there is none.
inline std::string difference_node(std::optional<std::size_t> index) {
    return index ? "difference/" + std::to_string(*index) + "/take" : choice_id("compare");
}
/// The open book beside another one: every difference, and taking it over.
[[gnu::noinline]] void draw_compare(const platform::Later&, Frame& frame, const Rect& rect);
/// Spending plans, funds, coverage and findings of the whole book, drawn.
[[gnu::noinline]] void draw_pictures(const platform::Later&, Frame& frame, const Rect& rect);
/// All findings with their reasons and fixes.
void draw_findings(Frame& frame, const Rect& rect);
/// What is found at the cell with the keyboard, right below it or above it within `room`; drawn after all
/// that `room` holds. Returns what it covers.
[[gnu::noinline]] Rect draw_field_message(const platform::Later&, Frame& frame, const Rect& room);
/// What was said about cells, in the same place: written, answered, dealt with.
[[gnu::noinline]] void draw_comments(const platform::Later&, Frame& frame, const Rect& rect);
/// Where it is written, by the cell's node, and who signs it.
inline std::string comment_node(const std::string& cell) {
    return "comment/" + cell;
}
inline constexpr std::string_view author_node = "comment-author";
/// What belongs into the cell where the person is: beside the form, or at its foot. Its nodes' ids begin
/// alike.
inline constexpr std::string_view guidance_prefix = "guidance";
[[gnu::noinline]] void draw_guidance(const platform::Later&, Frame& frame, const Rect& rect);
/// Height that it wants of `most`.
float guidance_height(const Frame& frame, float most);
/// The way there from the label of that cell, drawn after all that `room` holds; not over `covered`.
[[gnu::noinline]] void draw_guidance_mark(const platform::Later&, Frame& frame, const Rect& room,
                                          const Rect& covered);
/// The keyboard goes back to the cell.
void open_guidance(ViewState& view, const app::State& state);
void close_guidance(ViewState& view, const app::State& state);
/// How many findings there are, for screen readers alone, each time that their numbers have changed and no
/// text is being typed: "错误 3（少 1），警告 2".
void say_counts(Frame& frame);
/// "错误 7", "警告 3", "提示 0" as switches, from x to the right; returns the width used.
float draw_severity_switches(Frame& frame, float x, float y, float width);
/// While the storage is asked what was open last.
void draw_loading(Frame& frame, const Rect& rect);
/// The same while the second part of the program is on its way.
void draw_awaiting(Frame& frame, const Rect& rect);
/// What has just happened, in a strip of its own at the foot: what lies above the fields could not be tapped.
void draw_message(Frame& frame, const Rect& rect);
/// Height of that strip; 0 if there is nothing to say.
float message_height(const Frame& frame);
/// The guide through the sample: what to do next, in a strip at the head …
[[gnu::noinline]] void draw_guide(const platform::Later&, Frame& frame, const Rect& rect);
/// … and a frame round the thing that it means; drawn last.
[[gnu::noinline]] void draw_guide_ring(const platform::Later&, Frame& frame);
/// 0 while there is no guide.
float guide_height(const Frame& frame);
/// How many texts of last year's book nobody has looked at, in a strip at the head, and what to do about it.
void draw_carried(Frame& frame, const Rect& rect);
float carried_height(const Frame& frame);
/// The invitation to drop a file.
void draw_drop_target(Frame& frame);
/// That the second part of the program did not come, why, and a button to try again; returns the height.
float draw_failure(Frame& frame, float x, float y, float width);
/// The dialog that is open, if any: each has its function in later_dialogs.h.
void draw_dialog(Frame& frame);
/// The commands and their keys.
void open_shortcuts(ViewState& view);
/// What a pasted table would change (app::State::pasting).
void open_paste_preview(ViewState& view);

/// The whole page.
void draw_page(Frame& frame);

} // namespace jibiao::ui
