#include "base/text.h"
#include "io/embedded.h"
#include "main/program.h"
#include "platform/desktop/desktop_platform.h"
#include "platform/desktop/disk.h"
#include "platform/desktop/options.h"
#include "platform/desktop/script.h"
#include "ui/theme.h"

#include <SDL_opengl.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <memory>

namespace {

using jibiao::platform::desktop_seconds;
using jibiao::platform::DesktopOptions;
using jibiao::platform::DesktopPlatform;

constexpr int unusable = 2; // Exit status, as the command line's.
constexpr int most_frames_to_settle = 200;

int fail(const std::string& what) {
    std::fprintf(stderr, "jibiao-desktop：%s\n", what.c_str());
    return unusable;
}

/// With a current context of OpenGL 3.2; null with SDL_GetError() if there is no display or no OpenGL.
SDL_Window* make_window(const DesktopOptions& options) {
    SDL_SetHint(SDL_HINT_IME_SHOW_UI, "1");
    SDL_SetHint(SDL_HINT_IME_SUPPORT_EXTENDED_TEXT, "1"); // Long preedits come whole.
    SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
    SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
    if (SDL_Init(SDL_INIT_VIDEO) != 0)
        return nullptr;
    std::atexit(SDL_Quit);
    SDL_EnableScreenSaver();
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_CORE);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_FLAGS, SDL_GL_CONTEXT_FORWARD_COMPATIBLE_FLAG);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 2);
    Uint32 flags = SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
    flags |= options.screenshot.empty() ? SDL_WINDOW_SHOWN : SDL_WINDOW_HIDDEN;
    SDL_Window* window = SDL_CreateWindow("绩表", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                                          static_cast<int>(1280 * options.scale),
                                          static_cast<int>(800 * options.scale), flags);
    if (window && !SDL_GL_CreateContext(window))
        return nullptr;
    return window;
}

std::filesystem::path journal_folder(const DesktopOptions& options) {
    if (!options.data.empty())
        return options.data;
    const std::unique_ptr<char, decltype(&SDL_free)> usual(SDL_GetPrefPath(nullptr, "jibiao"), SDL_free);
    return usual ? usual.get() : "";
}

/// ImGui's own clipboard would be the program's only.
const char* clipboard_text(ImGuiContext*) {
    static std::string text; // Until the next call.
    const std::unique_ptr<char, decltype(&SDL_free)> held(SDL_GetClipboardText(), SDL_free);
    text = held ? held.get() : "";
    return text.c_str();
}
void set_clipboard_text(ImGuiContext*, const char* text) {
    SDL_SetClipboardText(text);
}

class Window {
  public:
    Window(SDL_Window* window, const DesktopOptions& options)
        : window_(window),
          machine_(window, journal_folder(options), options.scale, jibiao::io::embedded_asset),
          program_(machine_, jibiao::ui::make_keyboard()) {
        ImGui_ImplOpenGL3_Init("#version 150");
        ImGui::GetPlatformIO().Platform_GetClipboardTextFn = clipboard_text;
        ImGui::GetPlatformIO().Platform_SetClipboardTextFn = set_clipboard_text;
        if (!options.file.empty())
            machine_.open_path(options.file);
        machine_.wake(1);
    }
    ~Window() { ImGui_ImplOpenGL3_Shutdown(); }
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    /// Until the person closes it. Sleeps while nothing happens.
    void run() {
        while (!closed_) {
            wait();
            if (machine_.schedule().take_frame(desktop_seconds())) {
                draw();
                SDL_GL_SwapWindow(window_);
            }
        }
    }

    /// Does what the script says, step by step.
    std::optional<jibiao::Error> play(const std::filesystem::path& script) {
        const jibiao::platform::Event file = jibiao::platform::read_file(script);
        const auto* opened = std::get_if<jibiao::platform::FileOpened>(&file);
        if (!opened)
            return jibiao::Error{"读不到 " + script.string()};
        settle();
        for (const std::string_view line : jibiao::split_lines(opened->bytes)) {
            if (const auto failure = jibiao::platform::push_line(line))
                return failure;
            SDL_Event event;
            while (SDL_PollEvent(&event))
                take(event);
            settle();
        }
        return std::nullopt;
    }

    /// False with SDL_GetError() if it cannot be written.
    bool write_screenshot(const DesktopOptions& options) {
        if (options.frames > 0) {
            for (int frame = 0; frame < options.frames; ++frame)
                draw();
        } else {
            settle();
        }
        return write_picture(options.screenshot);
    }

  private:
    void settle() {
        for (int frame = 0; frame < most_frames_to_settle && machine_.schedule().is_awake(); ++frame) {
            machine_.schedule().take_frame(desktop_seconds());
            draw();
        }
    }

    void wait() {
        const auto seconds = machine_.schedule().until_next(desktop_seconds());
        SDL_Event event;
        const int got = seconds ? SDL_WaitEventTimeout(&event, static_cast<int>(std::ceil(*seconds * 1000)))
                                : SDL_WaitEvent(&event);
        if (got == 0)
            return;
        do
            take(event);
        while (SDL_PollEvent(&event));
    }

    void take(const SDL_Event& event) {
        if (event.type == SDL_QUIT)
            closed_ = true;
        else
            machine_.take(event);
    }

    void draw() {
        ImGui_ImplOpenGL3_NewFrame();
        const bool changed = program_.frame(desktop_seconds());
        if (changed)
            machine_.wake(1);
        ImDrawData* data = ImGui::GetDrawData();
        glViewport(0, 0, static_cast<GLsizei>(data->DisplaySize.x),
                   static_cast<GLsizei>(data->DisplaySize.y));
        const ImVec4 paper =
            ImGui::ColorConvertU32ToFloat4(jibiao::ui::theme::palette_of(machine_.look()).page);
        glClearColor(paper.x, paper.y, paper.z, 1);
        glClear(GL_COLOR_BUFFER_BIT);
        ImGui_ImplOpenGL3_RenderDrawData(data);
    }

    /// What was drawn last and not yet swapped.
    bool write_picture(const std::filesystem::path& path) {
        const jibiao::platform::Size size = machine_.size();
        const std::unique_ptr<SDL_Surface, decltype(&SDL_FreeSurface)> picture(
            SDL_CreateRGBSurfaceWithFormat(0, size.width, size.height, 24, SDL_PIXELFORMAT_RGB24),
            SDL_FreeSurface);
        if (!picture)
            return false;
        glPixelStorei(GL_PACK_ALIGNMENT, 1);
        for (int row = 0; row < size.height; ++row) { // OpenGL counts rows from below.
            auto* pixels = static_cast<std::uint8_t*>(picture->pixels) + row * picture->pitch;
            glReadPixels(0, size.height - 1 - row, size.width, 1, GL_RGB, GL_UNSIGNED_BYTE, pixels);
        }
        return SDL_SaveBMP(picture.get(), path.c_str()) == 0;
    }

    SDL_Window* window_;
    DesktopPlatform machine_;
    jibiao::Program program_;
    bool closed_ = false;
};

} // namespace

int main(int count, char** arguments) {
    const auto options = jibiao::platform::read_options({arguments + 1, static_cast<std::size_t>(count - 1)});
    if (!options)
        return fail(options.error().what);
    if (options->help)
        return std::puts(jibiao::platform::desktop_usage), 0;
    SDL_Window* window = make_window(*options);
    if (!window)
        return fail(std::string("打不开窗口：") + SDL_GetError() + "。需要图形界面和 OpenGL 3.2。");
    Window page(window, *options);
    if (!options->script.empty()) {
        if (const auto failure = page.play(options->script))
            return fail(failure->what + "。");
    }
    if (options->screenshot.empty())
        page.run();
    else if (!page.write_screenshot(*options))
        return fail("没有写出截图：" + std::string(SDL_GetError()) + "。");
    return 0;
}
