#pragma once
#include "platform/appearance.h"

#include <functional>
#include <map>
#include <optional>
#include <utility>

namespace jibiao::platform {

/// A machine in memory, for tests: a test pushes what a person does and looks at what the program asked for.
/// The journal answers as a browser's does, in the next poll(). Glyphs are boxes of a fixed width, so that
/// layouts are the same everywhere: one em for characters beyond Latin, half an em for the others; emoji are
/// red.
class FakePlatform final : public Platform {
  public:
    // ---- what a test does ----
    void push(Event event) { events_.push_back(std::move(event)); }
    void push_input(Input input) { inputs_.push_back(std::move(input)); }
    /// Gives the keyboard to `node` as a click or Tab does.
    void focus_by_user(std::string_view node);
    /// Types over the text of `node` and leaves the field: Focused, TextChanged, TextCommitted, Blurred.
    void enter_text(std::string_view node, std::string_view text);
    /// One of these texts; returns its revision.
    std::uint32_t change_text(std::string_view node, std::string_view text, bool composing = false);
    std::uint32_t commit_text(std::string_view node, std::string_view text);
    /// From now on the storage refuses everything with this reason; "" heals it.
    void break_journal(std::string reason) { journal_error_ = std::move(reason); }
    /// What lies on the clipboard; without it the machine refuses to say.
    void fill_clipboard(std::string text) { clipboard_ = std::move(text); }
    /// As on a page whose second file has not come yet.
    void hold_later() { later_ = false; }
    /// The person thinks better of the next file that is handed out.
    void cancel_next_save() { cancels_save_ = true; }
    /// It comes after all: LaterLoaded.
    void bring_later();
    /// What fetch_asset() finds from now on; any other name fails.
    void give_asset(std::string name, std::string bytes) { assets_[std::move(name)] = std::move(bytes); }
    void resize(Size size);
    void set_look(Look look);

    // ---- what a test looks at ----
    const Tree& tree() const { return tree_; }
    /// Null if the last tree has no such node.
    const Node* find(std::string_view id) const;
    const Node* find(Role role, std::string_view name) const;
    int publications() const { return publications_; }
    const std::string& focused() const { return focused_; }
    /// What show_caret() said last.
    struct Caret {
        std::string node;
        Rect rect;
    };
    const Caret& caret() const { return caret_; }

    struct SavedFile {
        std::string name, mime, bytes;
    };
    const std::vector<SavedFile>& saved_files() const { return saved_files_; }
    /// What copy() put on the clipboard last.
    struct Copy {
        std::string text, html;
    };
    const Copy& copied() const { return copied_; }
    const std::vector<std::string>& printed() const { return printed_; }
    const std::u32string& prepared() const { return prepared_; } ///< Of all sizes.
    int rasterized() const { return rasterized_; }               ///< Glyphs that were asked for so far.
    int open_requests() const { return open_requests_; }
    int later_requests() const { return later_requests_; }
    int asset_requests() const { return asset_requests_; }

    /// What the storage holds of one book.
    struct Stored {
        std::uint64_t snapshot_revision = 0;
        std::string snapshot;
        std::map<std::uint64_t, std::string> entries; ///< By revision; those after the snapshot.
        std::string meta;
    };
    const std::map<std::string, Stored>& journal() const { return journal_; }
    int wakes() const { return wakes_; }
    const std::vector<double>& timers() const { return timers_; } ///< Seconds asked of wake_after().
    const std::string& title() const { return title_; }
    const std::string& version() const { return version_; } ///< "" until ready().

    // ---- Platform ----
    std::vector<Event> poll() override;
    std::vector<Input> poll_input() override;
    void wake(int frames) override { wakes_ += frames; }
    void wake_after(double seconds) override { timers_.push_back(seconds); }
    void ready(std::string_view version) override { version_ = version; }
    void load_later() override { ++later_requests_; }
    void fetch_asset(std::string_view name) override;
    Size size() const override { return size_; }
    Look look() const override { return wear(look_, read_appearance(preference(appearance_preference))); }
    bool has_native_text_fields() const override { return native_text_fields; }
    void publish(const Tree& tree) override;
    /// As in a browser: a published node that can take the keyboard, else nothing happens.
    void focus(std::string_view node) override;
    void show_caret(std::string_view node, const Rect& caret) override {
        caret_ = {std::string(node), caret};
    }
    FontMetrics font_metrics(float size, bool bold) override;
    Glyph rasterize(char32_t code_point, float size, bool bold) override;
    void prepare(std::u32string_view code_points, float, bool) override { prepared_ += code_points; }
    void open_file() override { ++open_requests_; }
    void paste_text() override;
    void copy(std::string_view text, std::string_view html) override;
    void print(std::string_view html) override { printed_.emplace_back(html); }
    void save_file(std::string_view name, std::string_view mime, std::string_view bytes) override;
    void journal_append(std::string_view book, std::uint64_t revision, std::string_view entry) override;
    void journal_snapshot(std::string_view book, std::uint64_t revision, std::string_view snapshot) override;
    void journal_meta(std::string_view book, std::string_view meta) override;
    void journal_list() override;
    void journal_load(std::string_view book) override;
    void journal_delete(std::string_view book) override;
    std::string today() const override { return "2026-11-22"; }
    std::string preference(std::string_view key) const override;
    void set_preference(std::string_view key, std::string_view value) override;
    void set_title(std::string_view title) override { title_ = title; }

    bool native_text_fields = false;

  protected:
    bool has_later() const override { return later_; }

  private:
    bool journal_refuses(std::string_view book = {});

    std::vector<Event> events_;
    std::vector<Input> inputs_;
    Size size_{.width = 1280, .height = 720, .scale = 1, .coarse_pointer = false};
    Look look_;
    Tree tree_;
    int publications_ = 0;
    std::uint32_t text_revision_ = 0; ///< One for all fields: it grows in each.
    std::string focused_;
    Caret caret_;
    std::vector<SavedFile> saved_files_;
    bool cancels_save_ = false;
    int open_requests_ = 0;
    bool later_ = true;
    int later_requests_ = 0;
    std::map<std::string, std::string, std::less<>> assets_;
    int asset_requests_ = 0;
    std::optional<std::string> clipboard_;
    Copy copied_;
    std::vector<std::string> printed_;
    std::u32string prepared_;
    std::map<std::string, std::string, std::less<>> preferences_;
    std::map<std::string, Stored> journal_;
    std::string open_book_;
    std::uint64_t next_book_ = 1;
    std::string journal_error_;
    int wakes_ = 0;
    std::vector<double> timers_;
    std::string title_, version_;
    int rasterized_ = 0;
    std::vector<std::uint8_t> pixels_;
};

} // namespace jibiao::platform
