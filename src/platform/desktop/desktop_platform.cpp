#include "platform/desktop/desktop_platform.h"

#include "platform/desktop/disk.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace jibiao::platform {
namespace {

/// ImGui takes a click apart into frames of their own: moved, pressed, let go.
constexpr int frames_after_input = 3;

struct Shortcut {
    SDL_Keycode key;
    Uint16 modifiers; ///< KMOD_CTRL, KMOD_SHIFT, KMOD_ALT; the Mac's command key counts as Ctrl.
    const char* command;
    bool in_text; ///< Also while a person is typing.
};
constexpr Shortcut shortcuts[] = {
    {SDLK_z, KMOD_CTRL, "undo", false},
    {SDLK_z, KMOD_CTRL | KMOD_SHIFT, "redo", false},
    {SDLK_y, KMOD_CTRL, "redo", false},
    {SDLK_o, KMOD_CTRL, "open", true},
    {SDLK_s, KMOD_CTRL, "save", true},
    {SDLK_p, KMOD_CTRL, "print", true},
    {SDLK_c, KMOD_CTRL, "copy", false},
    {SDLK_v, KMOD_CTRL, "paste", false},
    {SDLK_DOWN, KMOD_ALT, "open-choices", true},
    {SDLK_F8, 0, "next-finding", true},
    {SDLK_F8, KMOD_SHIFT, "previous-finding", true},
    {SDLK_ESCAPE, 0, "escape", false},
};

Uint16 modifiers_of(const SDL_Keysym& key) {
    Uint16 modifiers = 0;
    if (key.mod & KMOD_ALT)
        modifiers |= KMOD_ALT;
    if (key.mod & (KMOD_CTRL | KMOD_GUI))
        modifiers |= KMOD_CTRL;
    if (key.mod & KMOD_SHIFT)
        modifiers |= KMOD_SHIFT;
    return modifiers;
}

} // namespace

double desktop_seconds() {
    return static_cast<double>(SDL_GetPerformanceCounter()) /
           static_cast<double>(SDL_GetPerformanceFrequency());
}

DesktopPlatform::DesktopPlatform(SDL_Window* window, const std::filesystem::path& journal_folder, float scale)
    : window_(window), scale_(scale), journal_(journal_folder) {}

bool DesktopPlatform::take(const SDL_Event& event, bool typing) {
    schedule_.wake(frames_after_input);
    switch (event.type) {
    case SDL_KEYDOWN:
        return take_key(event.key.keysym, typing);
    case SDL_DROPFILE:
        open_path(event.drop.file);
        SDL_free(event.drop.file);
        return false;
    case SDL_WINDOWEVENT:
        take_window_event(event.window);
        return false;
    default:
        return false;
    }
}

bool DesktopPlatform::take_key(const SDL_Keysym& key, bool typing) {
    const auto found = std::ranges::find_if(shortcuts, [&](const Shortcut& shortcut) {
        return shortcut.key == key.sym && shortcut.modifiers == modifiers_of(key);
    });
    if (found == std::end(shortcuts) || (typing && !found->in_text))
        return false;
    push(Command{found->command});
    return true;
}

void DesktopPlatform::take_window_event(const SDL_WindowEvent& event) {
    if (event.event == SDL_WINDOWEVENT_SIZE_CHANGED || event.event == SDL_WINDOWEVENT_DISPLAY_CHANGED)
        push(Resized{});
}

void DesktopPlatform::push(Event event) {
    events_.push_back(std::move(event));
    schedule_.wake(1);
}

std::vector<Event> DesktopPlatform::poll() {
    return std::exchange(events_, {});
}

float DesktopPlatform::pixel_density() const {
    int points = 0;
    int pixels = 0;
    SDL_GetWindowSize(window_, &points, nullptr);
    SDL_GL_GetDrawableSize(window_, &pixels, nullptr);
    return points > 0 ? static_cast<float>(pixels) / static_cast<float>(points) : 1;
}

Size DesktopPlatform::size() const {
    Size size{.width = 0, .height = 0, .scale = scale_ * pixel_density(), .coarse_pointer = false};
    SDL_GL_GetDrawableSize(window_, &size.width, &size.height);
    return size;
}

void DesktopPlatform::focus(std::string_view node) {
    const auto target = std::ranges::find(tree_, node, &Node::id);
    if (target == tree_.end() || target->disabled)
        return;
    push(Focused{target->id});
    if (target->role == Role::textbox)
        push(Activated{target->id});
}

void DesktopPlatform::open_file() {
    push(FileFailed{"文件", "这个窗口没有选择文件的对话框。请把文件拖到窗口上，或在启动命令后写上文件名。"});
}

void DesktopPlatform::paste_text() {
    const std::unique_ptr<char, decltype(&SDL_free)> text(SDL_GetClipboardText(), SDL_free);
    push(TextPasted{text ? text.get() : ""}); // SDL has no other answer for a clipboard that cannot be read.
}

void DesktopPlatform::copy(std::string_view text, std::string_view) { // SDL knows no HTML.
    if (SDL_SetClipboardText(std::string(text).c_str()) == 0)
        push(Copied{});
    else
        push(CopyFailed{"系统没有接受要复制的内容。请再试一次。"});
}

void DesktopPlatform::print(std::string_view html) {
    const std::string page =
        "<!doctype html><meta charset=\"utf-8\"><title>绩表</title>\n"
        "<style>table{border-collapse:collapse;width:100%;margin-bottom:4mm}th,td{border:1px solid;"
        "padding:2pt 4pt;text-align:left}.project,.part{break-before:page}</style>\n" +
        std::string(html);
    push(write_new_file(".", "请用浏览器打开后打印.html", page));
}

std::string DesktopPlatform::preference(std::string_view key) const {
    const auto found = preferences_.find(key);
    return found == preferences_.end() ? "" : found->second;
}

void DesktopPlatform::set_preference(std::string_view key, std::string_view value) {
    preferences_.insert_or_assign(std::string(key), std::string(value));
}

void DesktopPlatform::save_file(std::string_view name, std::string_view, std::string_view bytes) {
    push(write_new_file(".", name, bytes));
}

void DesktopPlatform::journal_append(std::string_view book, std::uint64_t revision, std::string_view entry) {
    push(journal_.append(book, revision, entry));
}

void DesktopPlatform::journal_snapshot(std::string_view book, std::uint64_t revision,
                                       std::string_view snapshot) {
    push(journal_.snapshot(book, revision, snapshot));
}

void DesktopPlatform::set_title(std::string_view title) {
    SDL_SetWindowTitle(window_, (std::string(title) + " — 绩表").c_str());
}

} // namespace jibiao::platform
