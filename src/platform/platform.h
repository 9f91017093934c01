#pragma once
#include "platform/later.h"
#include "platform/semantics.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// What we ask of the machine: this header is the specification of a port (web/, desktop/, fake/). Calls
/// return at once; what the machine answers comes back as an Event from poll(). No callback reaches into the
/// program's state.

namespace jibiao::platform {

// ---- events ----

/// A node was activated (click, Enter, Space, screen reader) other than through the pointer on the canvas.
struct Activated {
    std::string node;
};
/// A node got or lost keyboard focus.
struct Focused {
    std::string node;
};
struct Blurred {
    std::string node;
};
/// The text of a textbox changed. Sent for every input; while `composing` an input method is at work and
/// `value` holds its preedit: nothing may act on it.
struct TextChanged {
    std::string node;
    std::string value;
    bool composing = false;
    std::uint32_t revision =
        0; ///< Of this field's texts, growing; Node::revision answers it. 0: not counted.
};
/// The person is done with the text: blur, Enter in a single line, Ctrl+Enter in several; Escape, with the
/// text that the field had when it got the keyboard.
struct TextCommitted {
    std::string node;
    std::string value;
    std::uint32_t revision = 0; ///< As of TextChanged.
};
/// A key that moves about in a grid, as aria-keyshortcuts has it ("Control+Shift+ArrowDown", "Shift+Space",
/// "Delete"), pressed in a cell of it (Node::takes_table) while that is at rest; what was typed has been
/// committed. A cell is at rest when it gets the keyboard, but by touch: its text is selected whole, and
/// typing replaces it; while that is typed plain arrows lead to other cells. F2 and a press into it end that:
/// then keys move in the text, but for Enter and Tab. "Shift+Click" is the pointer's: in `node`, another cell
/// than that with the keyboard, with Shift or dragged to there.
struct CellKey {
    std::string node;
    std::string keys;
};
/// A command by keyboard that is not text: "undo", "redo", "open", "save", "print", "copy" (outside of any
/// text field, or in a cell at rest; whoever has something answers with copy() at once), "paste" (where the
/// machine does not paste by itself), "next-finding", "previous-finding", "confirm", "comment", "home",
/// "next-region", "previous-region", "open-choices", "shortcuts" (a list of them), "escape", "larger",
/// "smaller", "usual-size" (as ScaleStep), "library" (indicators to choose from), "guidance"
/// (what belongs into the field); for the cells and rows of a
/// grid "fill-down", "clear", "insert-above", "insert-below", "duplicate-rows", "rows-up", "rows-down",
/// "remove-rows", "wider-column", "narrower-column". What they are for people, and their keys:
/// app/commands.h.
struct Command {
    std::string name;
};
/// A file that a person picked, dropped or named on the command line.
struct FileOpened {
    std::string name;
    std::string bytes;
};
/// Picking was cancelled: nothing happens. Reading failed: `reason` says so in Chinese.
struct FileFailed {
    std::string name;
    std::string reason;
};
/// A whole text that a person pasted outside of any text field, or asked for with paste_text().
struct TextPasted {
    std::string text;
};
struct PasteFailed {
    std::string reason; ///< In Chinese, with what to do.
};
/// A table of more than one cell that a person pasted, into a field or outside of any.
struct TablePasted {
    std::string node;                           ///< The field; "" outside.
    std::vector<std::vector<std::string>> rows; ///< All of the same length.
    std::string text;                           ///< The same as plain text.
};
/// Answers to copy().
struct Copied {};
struct CopyFailed {
    std::string reason; ///< In Chinese, with what to do.
};
/// Files are being dragged over the window.
struct DragHover {
    bool over = false;
};
/// A file was handed to the machine (download or picker). `cancelled`: the person thought better of it.
struct FileSaved {
    std::string name;
    bool cancelled = false;
};
struct FileSaveFailed {
    std::string name;
    std::string reason;
};
/// The storage's own acknowledgement that everything up to `revision` of `book` is durable.
struct JournalSaved {
    std::string book;
    std::uint64_t revision = 0;
};
struct JournalFailed {
    std::string reason;    ///< In Chinese, with what to do.
    std::string book = {}; ///< Of journal_load(); "" where something else failed.
};
/// A book that the storage holds, and what journal_meta() said of it last.
struct StoredBook {
    std::string id;
    std::string meta;
};
/// Answer to journal_list(): all of them, in no order.
struct BooksListed {
    std::vector<StoredBook> books;
    std::string open;       ///< The one that was written last; "" for none.
    std::uint64_t next = 1; ///< No book b<n> with this number or a higher one was ever stored.
};
/// Answer to journal_load(): the newest snapshot and what was journaled after it, in order. Both empty:
/// nothing stored.
struct JournalLoaded {
    std::string book;
    std::string snapshot;
    std::vector<std::string> entries;
    std::uint64_t revision = 0; ///< Of the last entry.
};
/// Size or scale of the window changed; see size().
struct Resized {};
/// Colours of the machine changed: draw again; see look().
struct Redraw {};
/// A person wants everything larger or smaller (two fingers): so many steps, 0 for the usual size.
struct ScaleStep {
    int steps = 0;
};
/// A font arrived or went: every glyph may look different now.
struct FontsChanged {};
/// The graphics card was lost and is back, with nothing of ours on it.
struct ContextRestored {};
/// Answers to load_later().
struct LaterLoaded {};
struct LaterFailed {
    std::string reason; ///< In Chinese, with what to do.
};
/// Answers to fetch_asset().
struct AssetLoaded {
    std::string name;
    std::string bytes;
};
struct AssetFailed {
    std::string name;
    std::string reason; ///< In Chinese, with what to do.
};

using Event = std::variant<Activated, Focused, Blurred, TextChanged, TextCommitted, CellKey, Command,
                           FileOpened, FileFailed, TextPasted, PasteFailed, TablePasted, Copied, CopyFailed,
                           DragHover, FileSaved, FileSaveFailed, JournalSaved, JournalFailed, JournalLoaded,
                           Resized, Redraw, ScaleStep, FontsChanged, ContextRestored, LaterLoaded,
                           LaterFailed, BooksListed, AssetLoaded, AssetFailed>;

// ---- pointer and keys
// --------------------------------------------------------------------------------------------------

/// What the pointer and the keyboard did over the canvas, in order. Positions in device pixels, distances in
/// CSS pixels. Where the machine has text fields of its own, keys that a text field, a button or a command
/// took do not come here; where not, all keys and the text of the keyboard do.
struct PointerMoved {
    float x = 0, y = 0;
    bool touch = false;
};
struct PointerButton {
    int button = 0; ///< 0 left, 1 right, 2 middle, as ImGui counts.
    bool down = false;
    bool touch = false;
};
/// No pointer is over the window any more (left, or the finger lifted): nothing is hovered.
struct PointerLeft {};
/// A finger drags the content at x, y (or it coasts on after the finger), or a wheel turned there: scroll by
/// exactly this. Positive: towards the end of the content, to the right. No button is pressed during it.
struct Scroll {
    float x = 0, y = 0;
    float dx = 0, dy = 0;
};
struct KeyPressed {
    std::string code; ///< Place on the keyboard, as KeyboardEvent.code: "ArrowDown", "PageUp", "KeyA".
    bool down = false;
    bool ctrl = false, shift = false, alt = false;
};

/// Of keyboard or input method, where the machine has no text fields of its own. Also after a KeyPressed.
struct TextTyped {
    std::string text;
};
/// What an input method is composing, with its own caret (in bytes); "": nothing any more. The text follows
/// as TextTyped.
struct Preedit {
    std::string text;
    std::size_t caret = 0;
};

using Input = std::variant<PointerMoved, PointerButton, PointerLeft, Scroll, KeyPressed, TextTyped, Preedit>;

// ---- glyphs ----

/// A glyph drawn by the machine. Pixels are coverage, one byte each, or, `colored` (emoji), red, green, blue,
/// alpha, not premultiplied; top row first, without gaps; they stay valid until the next call. All lengths in
/// device pixels; `left` and `top` from the pen position on the baseline to the bitmap's left top corner
/// (`top` is negative above the baseline).
struct Glyph {
    bool found = false;
    bool colored = false;
    float advance = 0;
    int left = 0, top = 0, width = 0, height = 0;
    std::span<const std::uint8_t> pixels;
};

struct FontMetrics {
    float ascent = 0;  ///< Device pixels from the top of the em-high line box to the baseline, as the browser
                       ///< places the baseline of a line that is exactly `size` high.
    float descent = 0; ///< Negative.
};

// ---- the machine ----

/// How much of each side of the window is covered (soft keyboard, rounded corners, home bar), in CSS pixels.
struct Insets {
    float top = 0, right = 0, bottom = 0, left = 0;
    bool operator==(const Insets&) const = default;
};

struct Size {
    int width = 0, height = 0;   ///< Device pixels.
    float scale = 1;             ///< Device pixels per CSS pixel, e.g. 1.25.
    bool coarse_pointer = false; ///< Touch: targets of 44 CSS px and more.
    Insets insets;
};

/// What the person has asked of every program on this machine.
struct Look {
    bool dark = false;
    bool more_contrast = false;
    bool reduced_motion = false;
    bool operator==(const Look&) const = default;
};

inline constexpr std::size_t most_preference_bytes = 4096;

class Platform {
  public:
    virtual ~Platform() = default;

    /// Takes what happened since the last call.
    virtual std::vector<Event> poll() = 0;
    /// Takes the pointer and key input since the last call.
    virtual std::vector<Input> poll_input() = 0;
    virtual Size size() const = 0;
    /// As the person chose on the page, else as the machine has it (platform/appearance.h).
    virtual Look look() const { return {}; }

    /// Nothing is drawn when nothing changes: whoever needs more frames asks. Events and input wake by
    /// themselves.
    virtual void wake(int frames) = 0;
    /// One frame after `seconds`, for what ends by itself (a toast). The earliest request counts, later ones
    /// follow.
    virtual void wake_after(double seconds) = 0;
    /// The first frame that can be used is on the screen.
    virtual void ready(std::string_view version) { static_cast<void>(version); }

    /// The key to the part of the program that comes later; null until it is there.
    const Later* later() const {
        static constexpr Later key;
        return has_later() ? &key : nullptr;
    }
    /// Sees to it that it comes, and tries again if it could not be fetched → LaterLoaded, LaterFailed;
    /// nothing if it is there.
    virtual void load_later() {}
    /// Asks for a file of assets/ that is not part of the program ("library/indicators.txt") → AssetLoaded,
    /// AssetFailed. One that failed may be asked for again.
    virtual void fetch_asset(std::string_view name) = 0;

    /// Whether text is edited by the machine's own elements over the canvas (web). If not (desktop, fake),
    /// the page does it by itself (ui/keyboard.h).
    virtual bool has_native_text_fields() const = 0;
    /// Publishes this frame's nodes.
    virtual void publish(const Tree& tree) = 0;
    /// Moves keyboard focus to a node that has been published; without text fields of the machine's own also
    /// to none ("") → Blurred, Focused.
    virtual void focus(std::string_view node) = 0;
    /// Where the page itself edits text: the caret of this frame, in CSS pixels, for the windows of input
    /// methods. "": no text is edited. An input method forgets what it was composing in another node.
    virtual void show_caret(std::string_view node, const Rect& caret) {
        static_cast<void>(node), static_cast<void>(caret);
    }

    virtual FontMetrics font_metrics(float size, bool bold) = 0;
    virtual Glyph rasterize(char32_t code_point, float size, bool bold) = 0;
    /// These will soon be asked for: the machine may get ready for them when it has nothing else to do.
    virtual void prepare(std::u32string_view code_points, float size, bool bold) {
        static_cast<void>(code_points), static_cast<void>(size), static_cast<void>(bold);
    }

    /// Asks the person for a file → FileOpened, FileFailed or nothing.
    virtual void open_file() = 0;
    /// Asks for the text on the clipboard → TextPasted, PasteFailed.
    virtual void paste_text() = 0;
    /// Puts the same on the clipboard twice, as plain text and as HTML (a fragment; "" for none) → Copied,
    /// CopyFailed. Browsers allow it while they handle a key or a tap.
    virtual void copy(std::string_view text, std::string_view html) = 0;
    /// Prints a document: a fragment of HTML with headings, paragraphs, lists, tables and classes of
    /// web/page.css; anything else in it is left out. The machine shows its own dialog, nothing is answered.
    virtual void print(std::string_view html) = 0;
    /// Hands the person a file → FileSaved, FileSaveFailed.
    virtual void save_file(std::string_view name, std::string_view mime, std::string_view bytes) = 0;

    /// Appends one change of `book` → JournalSaved, JournalFailed. Revisions grow.
    virtual void journal_append(std::string_view book, std::uint64_t revision, std::string_view entry) = 0;
    /// Stores the whole book as of `revision`; older entries may go once it is durable → the same answers.
    virtual void journal_snapshot(std::string_view book, std::uint64_t revision,
                                  std::string_view snapshot) = 0;
    /// What is to be known of a book without reading it: a short text, stored for good. Where the machine
    /// can, it becomes durable together with what is written of the book in the same frame → JournalFailed or
    /// nothing.
    virtual void journal_meta(std::string_view book, std::string_view meta) = 0;
    /// Asks which books there are → BooksListed, JournalFailed.
    virtual void journal_list() = 0;
    /// Asks for a book → JournalLoaded, JournalFailed.
    virtual void journal_load(std::string_view book) = 0;
    /// Takes a book away for ever, with all that was kept of it → JournalFailed or nothing.
    virtual void journal_delete(std::string_view book) = 0;

    /// The day, by the person's own clock: 2026-11-22.
    virtual std::string today() const = 0;

    /// A preference of this machine's (not the book's); "" if it was never set or cannot be read. Up to
    /// most_preference_bytes.
    virtual std::string preference(std::string_view key) const = 0;
    /// Kept if the machine keeps such things at all: nothing may depend on it.
    virtual void set_preference(std::string_view key, std::string_view value) = 0;

    /// Name for the tab or the window.
    virtual void set_title(std::string_view title) = 0;

  protected:
    /// Where the program is in one file it is always there.
    virtual bool has_later() const { return true; }
};

} // namespace jibiao::platform
