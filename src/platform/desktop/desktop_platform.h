#pragma once
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
#include <vector>

/// The native window, for development, on POSIX systems with SDL2. Text is edited by ImGui; there are no
/// semantics beyond it (no screen reader) and no dialogs: files come in by the command line and by dropping
/// them on the window, and go out into the current folder. The journal is written before a call returns.

namespace jibiao::platform {

/// Seconds of the clock of this platform.
double desktop_seconds();

class DesktopPlatform final : public Platform {
  public:
    /// `window` must live longer; `scale` comes on top of what SDL says of the display.
    DesktopPlatform(SDL_Window* window, const std::filesystem::path& journal_folder, float scale);

    /// From now on these keys ("Control+Y Control+Shift+Z") are this command; `in_text` also while typing.
    /// The Mac's command key counts as Control. A key that SDL does not know is left out.
    void add_shortcut(std::string_view keys, std::string_view command, bool in_text);
    /// Takes what belongs to the machine: commands, dropped files, the window's size. True if it was a
    /// command, which is nobody else's business then. While a person is `typing`, keys that the field knows
    /// are left to it.
    bool take(const SDL_Event& event, bool typing);
    void open_path(const std::filesystem::path& path) { push(read_file(path)); }
    /// Window coordinates × this = device pixels.
    float pixel_density() const;
    Schedule& schedule() { return schedule_; }

    // ---- Platform ----
    std::vector<Event> poll() override;
    Size size() const override;
    void wake(int frames) override { schedule_.wake(frames); }
    void wake_after(double seconds) override { schedule_.wake_at(desktop_seconds() + seconds); }
    bool has_native_text_fields() const override { return false; }
    void publish(const Tree& tree) override { tree_ = tree; }
    /// Also begins to type, if it is a text field.
    void focus(std::string_view node) override;
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
    void journal_load() override { push(journal_.load()); }
    std::string today() const override { return local_date(); }
    /// Until the window is closed.
    std::string preference(std::string_view key) const override;
    void set_preference(std::string_view key, std::string_view value) override;
    void set_title(std::string_view title) override;

  private:
    struct Shortcut {
        SDL_Keycode key = SDLK_UNKNOWN;
        Uint16 modifiers = 0; ///< KMOD_CTRL, KMOD_SHIFT, KMOD_ALT.
        std::string command;
        bool in_text = false;
    };

    void push(Event event);
    bool take_key(const SDL_Keysym& key, bool typing);
    void take_window_event(const SDL_WindowEvent& event);

    SDL_Window* window_;
    float scale_;
    Journal journal_;
    Glyphs glyphs_;
    Schedule schedule_;
    std::vector<Shortcut> shortcuts_;
    std::vector<Event> events_;
    Tree tree_;
    std::map<std::string, std::string, std::less<>> preferences_;
};

} // namespace jibiao::platform
