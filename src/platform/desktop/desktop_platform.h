#pragma once
#include "platform/appearance.h"
#include "platform/desktop/glyphs.h"
#include "platform/desktop/journal.h"
#include "platform/desktop/schedule.h"
#include "platform/local_date.h"
#include "platform/platform.h"

#include <SDL.h>

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

/// The native window, for development, on POSIX systems with SDL2. Text is edited by the page itself, with
/// SDL's input methods; there is no screen reader and there are no dialogs: files come in by the command line
/// and by dropping them on the window, and go out into the current folder. The journal is written before a
/// call returns.

namespace jibiao::platform {

/// Seconds of the clock of this platform.
double desktop_seconds();

class DesktopPlatform final : public Platform {
  public:
    /// The text of a file of assets/, "" if there is none.
    using Assets = std::string_view (*)(std::string_view name);

    /// `window` must live longer; `scale` comes on top of what SDL says of the display.
    DesktopPlatform(SDL_Window* window, const std::filesystem::path& journal_folder, float scale,
                    Assets assets);

    /// Takes whatever SDL tells of the window, and draws the next frames. What SDL allocated for it is freed.
    void take(const SDL_Event& event);
    void open_path(const std::filesystem::path& path) { push(read_file(path)); }
    /// Window coordinates × this = device pixels.
    float pixel_density() const;
    Schedule& schedule() { return schedule_; }

    // ---- Platform ----
    std::vector<Event> poll() override;
    std::vector<Input> poll_input() override { return std::exchange(inputs_, {}); }
    Size size() const override;
    Look look() const override { return wear({}, read_appearance(preference(appearance_preference))); }
    void wake(int frames) override { schedule_.wake(frames); }
    void wake_after(double seconds) override { schedule_.wake_at(desktop_seconds() + seconds); }
    void fetch_asset(std::string_view name) override;
    bool has_native_text_fields() const override { return false; }
    void publish(const Tree& tree) override;
    void focus(std::string_view node) override;
    void show_caret(std::string_view node, const Rect& caret) override;
    FontMetrics font_metrics(float size, bool bold) override { return glyphs_.metrics(size, bold); }
    Glyph rasterize(char32_t code_point, float size, bool bold) override {
        return glyphs_.rasterize(code_point, size, bold);
    }
    void open_file() override;
    void paste_text() override;
    void copy(std::string_view text, std::string_view html) override;
    /// Into a file, for a browser to print.
    void print(std::string_view html) override;
    void save_file(std::string_view name, std::string_view mime, std::string_view bytes) override;
    void journal_append(std::string_view book, std::uint64_t revision, std::string_view entry) override;
    void journal_snapshot(std::string_view book, std::uint64_t revision, std::string_view snapshot) override;
    void journal_meta(std::string_view book, std::string_view meta) override;
    void journal_list() override { push(journal_.list()); }
    void journal_load(std::string_view book) override { push(journal_.load(book)); }
    void journal_delete(std::string_view book) override;
    std::string today() const override { return local_date(); }
    /// Until the window is closed.
    std::string preference(std::string_view key) const override;
    void set_preference(std::string_view key, std::string_view value) override;
    void set_title(std::string_view title) override;

  private:
    void push(Event event);
    void take_key(const SDL_Keysym& key, bool down);
    void take_preedit(const char* text, int start, int length);
    void take_pointer(const SDL_Event& event);
    void take_window_event(const SDL_WindowEvent& event);
    void move_pointer(int x, int y);

    SDL_Window* window_;
    float scale_;
    Assets assets_;
    Journal journal_;
    Glyphs glyphs_;
    Schedule schedule_;
    std::vector<Event> events_;
    std::vector<Input> inputs_;
    Tree tree_;
    std::string focused_;    ///< Kept while another window has the keyboard.
    std::string caret_node_; ///< Where text is edited; "" for nowhere, and then SDL takes no text.
    SDL_Rect caret_{};       ///< In the window's units.
    std::map<std::string, std::string, std::less<>> preferences_;
};

} // namespace jibiao::platform
