#pragma once
#include "app/palette.h"
#include "app/state.h"
#include "base/words.h"
#include "edit/text_changes.h"
#include "model/field.h"
#include "platform/platform.h"
#include "ui/fonts.h"
#include "ui/line_memory.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace jibiao::ui {

namespace theme {
struct Palette;
}

using platform::Rect;
using platform::Role;

class Keyboard;

/// How a finding is shown: what and where in words, and the node of its card.
struct FindingText {
    std::string_view title; ///< rule_title().
    std::string place, id;
};

/// How high a finding's card is, and a hash of what it says; 0 for none.
struct CardHeight {
    std::uint64_t said = 0;
    float height = 0;
};

/// What is made of the book and of what was found in it, for as long as both are the same.
template <class Made>
class FromBook {
  public:
    /// `about`: what else it depends on.
    template <class Make>
    Made& get(const app::State& state, std::uint64_t about, Make&& make) {
        const auto& findings = state.report.findings;
        const Key key{state.document.generation(),
                      state.document.revision(),
                      reinterpret_cast<std::uintptr_t>(findings.data()),
                      findings.size(),
                      words_version(),
                      about};
        if (made_for_ != key)
            made_ = make();
        made_for_ = key;
        return made_;
    }

  private:
    using Key = std::array<std::uint64_t, 6>;
    Made made_{};
    std::optional<Key> made_for_;
};

/// Ids of comboboxes begin so; that of a cell's goes on with the cell's own.
inline constexpr std::string_view choice_prefix = "choice/";

/// What only the page cares about and what outlives a frame.
struct ViewState {
    std::string focused;                       ///< Node with keyboard focus; "" for none.
    std::string reveal;                        ///< Node to scroll into view as soon as it is drawn.
    std::unordered_set<std::string> activated; ///< Nodes activated since the last frame, without the pointer.
    float ui_scale = 1;                        ///< What the person chose on top of the machine's scale.
    bool window_has_keyboard = false;          ///< The window became lower when a soft keyboard came.
    std::string anchor;       ///< Node to scroll back to the top of its area: it stood there before a change.
    std::string focus_wanted; ///< To get the keyboard once it has been published.
    /// By text field: number of its last text that was applied (platform::Node::revision).
    std::unordered_map<std::string, std::uint32_t> revisions;
    std::uint64_t generation = 0;     ///< Of the document, when it was drawn last.
    app::Page page = app::Page::home; ///< That was shown last.

    // The list of choices, at most one at a time.
    std::string open_choice;    ///< The combobox whose list is open, "" for none.
    bool choice_begins = false; ///< It was opened just now.
    std::string choice_return;  ///< Where the keyboard goes when it closes.
    std::string picked_at;      ///< The combobox for which something was chosen …
    std::size_t picked = 0;     ///< … and which of its options.

    // The dialog, at most one at a time (widgets/dialog.h).
    std::string dialog;         ///< Its id, "" for none.
    std::string dialog_subject; ///< What it is about, where its id does not say it all.
    std::string dialog_return;  ///< Where the keyboard goes when it closes.
    std::string later_failed;   ///< Why the second part of the program did not come; "" while it may.
    bool at_message = false;    ///< The pointer or the keyboard is at the message at the foot.

    // The one text that is no cell's: a remark, the reason for leaving a finding, while it is written.
    std::string draft_node; ///< Its field, "" for none.
    std::string draft;
    std::unordered_map<std::string, std::string> drafts_left; ///< Not finished when another one was begun.
    bool suppressed_open = false;                             ///< Whether the suppressed findings are listed.

    // The find bar (views/find.h).
    struct Find {
        bool is_open = false;
        std::string words;
        std::string return_to; ///< Where the keyboard was.
        int steps = 0;         ///< Wanted: so many matches on.
        // What was found, and for which words in which book.
        std::vector<FieldRef> found;
        std::size_t at = 0; ///< The match that is shown.
        std::string found_for;
        std::array<std::uint64_t, 2> found_in{};

        std::optional<FieldRef> current() const {
            return found.empty() ? std::nullopt : std::optional(found[at]);
        }
    };
    Find find;

    // The list of commands (views/shortcuts.cpp).
    struct Palette {
        std::string text;     ///< As typed …
        bool is_done = false; ///< … and Enter: the first one is chosen, in this frame or never.
        std::string command;  ///< Chosen, for Screen to carry out.
        std::vector<app::PaletteEntry> found;
        std::optional<std::string> found_for; ///< Nothing: to be found anew …
        std::array<std::uint64_t, 4>
            found_in{}; ///< … as where the book, the words or the readings are others.
        std::vector<std::string> recent;
    };
    Palette palette;

    // What 全部修复 would change (views/fix_preview.cpp).
    struct FixPreview {
        std::vector<check::Mended> listed; ///< What it would, and what is left out.
        std::vector<check::FixKey> left_out;
        std::size_t chosen = 0;                         ///< So many are not left out.
        std::optional<std::array<std::uint64_t, 2>> of; ///< The book, when it was made.
    };
    FixPreview fixes;

    bool paste_filtered = false; ///< Of a table to paste, only rows with what is changed or refused.

    // What is said below the cell with the keyboard.
    std::string told_at;                ///< The cell for which it was decided …
    std::vector<std::string_view> told; ///< … what is said: these rules. While text is typed, no others.

    bool guidance_open = false;   ///< What belongs into the cell where the person is, or was last …
    std::optional<Rect> label_at; ///< … whose label stands here, if it was drawn in this frame.
    bool label_is_head = false;   ///< It is the head of a column.

    // What was said about cells.
    bool comments_open = false; ///< The panel lists it, not the findings.
    std::string author;         ///< As the person signs it.
    bool author_known = false;  ///< It was read from the preferences.

    std::unordered_map<std::string, edit::TextChanges> changes; ///< By both texts, of those compared here.

    std::size_t plan_line = 0; ///< Of the spending plans, the one that is drawn above the others.

    // The home page.
    bool at_home = false;       ///< When it was drawn last.
    bool archived_open = false; ///< It lists the archived books, not the others.
    std::string book_search;    ///< What the books that are listed have in their names.

    app::LibrarySearch library; ///< What is looked for in the library of indicators …
    struct LibraryHits {
        std::vector<LibraryEntry> own; ///< Of the open book, and of the others once all were read.
        std::size_t own_version = 0;
        std::vector<const LibraryEntry*> found;
        // … and for what it was found.
        std::shared_ptr<const app::Library> shelf;
        app::LibrarySearch search;
        std::optional<std::array<std::uint64_t, 2>> book;
    };
    LibraryHits library_hits;
    bool reads_own_books = false; ///< For the library that is open.
    bool shows_opening = false;   ///< The dialog that says how far a file is: closing it cancels.

    // The numbers of findings, read out when they have changed.
    /// By check::Severity, when they were read out last; nothing for a book that was just opened.
    std::optional<std::array<std::size_t, 3>> said_counts;
    std::string said;
    bool typing = false; ///< The text of a field is not finished yet.

    bool finding_list_open = false;                 ///< Narrow windows show either the form or the findings.
    std::unordered_map<std::string, float> heights; ///< Of scrolled contents in the last frame, by area.

    // Grids (views/grid.h), by their id.
    struct GridMemory {
        std::vector<float> widths;  ///< Of its columns, as the person wants them; none: as they come.
        std::vector<float> tops{0}; ///< Of its rows, from the first one on, and the end of the last one …
        std::array<double, 4> made_for{}; ///< … as they were in this form and for these columns …
        Rows<Indicator> indicators;       ///< … and these rows, or those below: held here, none can change.
        Rows<TableRow> table_rows;
    };
    std::unordered_map<std::string, GridMemory> grids;
    int wider = 0;            ///< So many steps for the column of the cursor.
    RowId dragged = 0;        ///< The row that the pointer drags to another place.
    float border_dragged = 0; ///< Where in the border of a column the pointer took it.

    LineMemory lines; ///< Of all texts.
    FromBook<std::unordered_map<std::uint64_t, std::vector<const check::Finding*>>> findings_by_cell;
    FromBook<std::unordered_map<RowId, std::array<std::size_t, 3>>> counts; ///< Of findings, by project.
    FromBook<RowPlaces> row_places;
    FromBook<std::vector<FindingText>> finding_texts;
    /// Of what the cards of findings say, in this width and scale; 0 where it was never shown.
    FromBook<std::vector<float>> finding_heights;
    std::optional<FieldRef> listed_at;         ///< The cell to whose finding the list was scrolled last.
    std::vector<CardHeight> card_heights;      ///< The same for the next revision, by a hash of the words.
    FromBook<std::vector<FieldRef>> not_shown; ///< Of the project that is shown.
    std::size_t node_count = 0;                ///< Of the last frame.
};

/// CSS pixels; home bars are lower.
inline constexpr float least_keyboard = 100;

/// How a piece of text looks. Sizes in CSS pixels.
struct TextLook {
    float size = 15;
    ImU32 color = 0;
    bool bold = false;
};

/// Everything that the widgets of one frame share. All coordinates are CSS pixels from the window's top left,
/// scrolled, as large as the person wants them (ViewState::ui_scale); Frame turns them into device pixels
/// when it draws, and Screen turns the tree into the machine's CSS pixels.
class Frame {
  public:
    Frame(platform::Platform& machine, const Fonts& fonts, const app::State& state,
          const app::Knowledge& knowledge, ViewState& view);

    const app::State& state;
    const app::Knowledge& knowledge;
    const Template& form; ///< Of the open book.
    ViewState& view;
    platform::Platform& machine;
    const theme::Palette& colors;
    float scale;            ///< Device pixels per CSS pixel.
    bool coarse;            ///< Touch: everything one can hit is at least 44 wide and high.
    float width, height;    ///< Of the window.
    Rect room;              ///< What of it nothing covers: contents stay inside, colours go to the edge.
    bool has_soft_keyboard; ///< It covers the lower part.
    Keyboard* keyboard = nullptr; ///< Where `machine` has no text fields of its own.

    /// Height of anything one can hit.
    float control_height() const { return coarse ? at_least(44) : 34; }
    /// As much of the machine's CSS pixels, even where the person made everything smaller.
    float at_least(float css) const { return css / std::min(1.0f, view.ui_scale); }

    // ---- wishes ----
    void wish(app::Action action) { actions_.push_back(std::move(action)); }
    std::vector<app::Action> take_actions() { return std::move(actions_); }

    // ---- semantics ----
    /// Of the node of a cell. Another one after the whole book was exchanged.
    std::string id_of(FieldRef at) const;
    /// Of the open book.
    const RowPlaces& row_places() const;
    /// Adds a node below the current parent; its clip is the current scroll area's.
    platform::Node& node(std::string id, Role role, std::string_view name, const Rect& rect);
    /// Nodes added until end_group() are its children. Valid until the next node.
    platform::Node& begin_group(std::string id, Role role, std::string_view name, const Rect& rect);
    void end_group() { parents_.pop_back(); }
    const platform::Tree& tree() const { return tree_; }
    platform::Tree take_tree() { return std::move(tree_); }
    /// True once if the node was activated by keyboard or a screen reader.
    bool activated(const std::string& id) { return view.activated.erase(id) > 0; }
    bool has_focus(const std::string& id) const { return view.focused == id; }

    /// Of a cell: where one looks for what belongs into it.
    void note_label(FieldRef at, const Rect& rect, bool is_head = false) {
        if (state.current_finding_at != at)
            return;
        view.label_at = rect;
        view.label_is_head = is_head;
    }

    /// The machine's text fields lie above everything that is drawn: what of them is under `rect` is cut off,
    /// so that taps reach what was drawn there.
    void cover_fields(const Rect& rect);

    // ---- drawing ----
    float snap(float css) const; ///< To whole device pixels.
    Rect snap(const Rect& rect) const;
    /// The thinnest line that looks the same everywhere: whole device pixels.
    float hairline() const;
    /// With the sides that touch the border of `room` moved to that of the window.
    Rect to_edges(const Rect& rect) const;
    /// What lies outside of the visible part is not drawn at all.
    void fill(const Rect& rect, ImU32 color, float radius = 0);
    void outline(const Rect& rect, ImU32 color, float radius = 0, float thickness = 1);
    void line(float x0, float y0, float x1, float y1, ImU32 color, float thickness = 1);
    float text_width(std::string_view text, const TextLook& look) const;
    /// One line; `y` is the top of its line box of `line_height(look)`.
    void text(float x, float y, std::string_view text, const TextLook& look);
    /// One line, cut with "…" where it does not fit into `width`. Returns how wide it is.
    float text_cut(float x, float y, float width, std::string_view text, const TextLook& look);
    std::vector<std::string_view> wrap(std::string_view text, float width, const TextLook& look) const;
    /// Wrapped text from the top; returns its height.
    float paragraph(float x, float y, float width, std::string_view text, const TextLook& look);
    float paragraph_height(float width, std::string_view text, const TextLook& look) const;
    float line_height(const TextLook& look) const;
    /// The size that is really drawn: whole device pixels.
    float font_size(const TextLook& look) const;
    bool is_visible(const Rect& rect) const;
    /// Near enough to the visible part to be drawn and published, so that Tab and screen readers can go on;
    /// far rows of long lists are left out. A row with the keyboard, or that shall be shown, is always near.
    bool is_near(const Rect& rect, RowId row) const;
    /// Whoever cannot see a list walks through it, so all of it is there; of longer ones what is near.
    static constexpr std::size_t most_listed = 400;

    // ---- pointer ----
    struct Press {
        bool hovered = false;
        bool held = false;
        bool clicked = false;
    };
    Press press(const std::string& id, const Rect& rect);
    bool is_under_pointer(const Rect& rect) const;

    // ---- scrolling ----
    struct Area {
        std::string id;
        Rect rect;          ///< What is seen.
        Rect before;        ///< The clip outside of it.
        Rect scroll_before; ///< The same of the area that scrolls up and down.
        float x, y;         ///< Where the content begins, scrolled.
        float width;        ///< For the content: without the scroll bar.
        std::size_t node;   ///< Of the content in the tree: what is added until the end stands in it.
    };
    /// What all is drawn on has the page's colour already; each pixel that is filled twice costs those
    /// without a graphics card.
    static constexpr ImU32 on_paper = 0;
    Area begin_scroll(const std::string& id, const Rect& rect, ImU32 background = on_paper);
    /// `bottom` is the y below the last of the content.
    void end_scroll(const Area& area, float bottom);
    /// A part of the current area that is wider than there is room: it scrolls sideways, `content` wide.
    /// Returns where the content begins and its width. `rect.h` is the height without the scroll bar.
    Area begin_side_scroll(const std::string& id, const Rect& rect, float content);
    void end_side_scroll(const Area& area);
    /// Height of the bar that scrolls `content` sideways where so much is `available`; 0 if it fits.
    float side_bar_height(float content, float available) const;
    /// What is drawn until end_below() is cut off above `rect`, within the current area: it scrolls away
    /// beneath a head that stays in view there. `rect` is the whole of it, `head` what is above it.
    Rect begin_below(const std::string& id, const Rect& rect, const Rect& head);
    /// Takes what that returned.
    void end_below(const Rect& before);
    /// The same for what scrolls away sideways beneath columns that stay: cut off at the left of `x`. `rect`
    /// is the whole of it. To be ended by end_beside() with what it returned.
    Rect begin_beside(const std::string& id, const Rect& rect, float x);
    void end_beside(const Rect& before);
    /// The visible part of the area that scrolls up and down.
    const Rect& seen() const { return scroll_clip_; }
    /// What is drawn until end_overlay() lies above everything drawn before in this frame, and takes the
    /// pointer.
    void begin_overlay(const std::string& id, const Rect& rect);
    void end_overlay();
    /// Call for what may be revealed: scrolls the current area so that `rect` is seen, if `id` is wanted, or
    /// stands at its top again, if it did.
    void reveal_if_wanted(const std::string& id, const Rect& rect);
    /// Scrolls the area so that `rect`, which lies in it, is seen.
    void bring_into_view(const Rect& rect);

    /// The list of choices that is open, for whoever draws it above everything else.
    struct OpenChoice {
        Rect anchor; ///< Of the combobox.
        std::string name;
        std::string value;
        std::vector<std::string> options;
    };
    std::optional<OpenChoice> open_choice;

    // ---- findings ----
    /// Those at a cell, gravest first; empty if none.
    const std::vector<const check::Finding*>& findings_at(FieldRef at) const;
    /// What was said about a cell; null if nothing.
    const app::Thread* thread_at(FieldRef at) const;

  private:
    /// Not even its edge is in the visible part.
    bool is_outside(const Rect& rect) const;
    const LineMemory::Lines& lines(std::string_view text, float width, const TextLook& look) const;
    ImFont* font(const TextLook& look) const { return look.bold ? fonts_.bold : fonts_.regular; }
    ImVec2 device(float x, float y) const;
    void begin_child(const std::string& id, const Rect& rect);
    /// What is drawn until end_cut() is cut off around `seen`; returns what was seen before.
    Rect begin_cut(const std::string& id, const Rect& rect, const Rect& seen);
    void end_cut(const Rect& before);
    std::size_t begin_content(const std::string& id, const Rect& rect);
    void end_content(std::size_t node, const Rect& rect);

    const Fonts& fonts_;
    platform::Tree tree_;
    std::vector<std::string> parents_;
    std::vector<app::Action> actions_;
    Rect clip_;
    Rect scroll_clip_;               ///< Of the area that scrolls up and down.
    float covered_ = 0;              ///< By a head, at the top of that.
    std::vector<RowId> wanted_rows_; ///< Those that are near wherever they are.
};

/// Ids of rows begin anew with every book, so nodes are named with the document's generation: what is still
/// on its way to a cell of the book before does not reach this one.
struct CellNode {
    FieldRef at;
    std::uint64_t generation = 0;
};
/// Id of the node of a cell, and back.
std::string node_id(FieldRef at, std::uint64_t generation);
std::optional<CellNode> field_of_node(std::string_view id);

} // namespace jibiao::ui
