#include "platform/desktop/desktop_platform.h"

#include "base/utf8.h"
#include "platform/desktop/disk.h"
#include "platform/tab_order.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <memory>
#include <utility>

namespace jibiao::platform {
namespace {

/// ImGui takes a click apart into frames of their own: moved, pressed, let go.
constexpr int frames_after_input = 3;

/// CSS pixels of a step of the wheel.
constexpr float wheel_step = 60;

struct Key {
    SDL_Keycode key;
    const char* code; ///< As KeyPressed::code.
};
constexpr Key keys[] = {
    {SDLK_TAB, "Tab"},
    {SDLK_RETURN, "Enter"},
    {SDLK_KP_ENTER, "NumpadEnter"},
    {SDLK_ESCAPE, "Escape"},
    {SDLK_SPACE, "Space"},
    {SDLK_BACKSPACE, "Backspace"},
    {SDLK_DELETE, "Delete"},
    {SDLK_LEFT, "ArrowLeft"},
    {SDLK_RIGHT, "ArrowRight"},
    {SDLK_UP, "ArrowUp"},
    {SDLK_DOWN, "ArrowDown"},
    {SDLK_HOME, "Home"},
    {SDLK_END, "End"},
    {SDLK_PAGEUP, "PageUp"},
    {SDLK_PAGEDOWN, "PageDown"},
    {SDLK_EQUALS, "Equal"},
    {SDLK_KP_PLUS, "NumpadAdd"},
    {SDLK_PLUS, "Equal"},
    {SDLK_MINUS, "Minus"},
    {SDLK_KP_MINUS, "NumpadSubtract"},
};

/// Letters by what the key says, not by where it is: they are for commands. "" for keys without any use here.
std::string code_of(SDL_Keycode key) {
    if (key >= SDLK_a && key <= SDLK_z)
        return std::string("Key") + static_cast<char>('A' + (key - SDLK_a));
    if (key >= SDLK_0 && key <= SDLK_9)
        return std::string("Digit") + static_cast<char>(key);
    if (key >= SDLK_F1 && key <= SDLK_F12)
        return "F" + std::to_string(key - SDLK_F1 + 1);
    const auto found = std::ranges::find(keys, key, &Key::key);
    return found == std::end(keys) ? "" : found->code;
}

/// ImGui counts left, right, middle.
int button_of(Uint8 button) {
    switch (button) {
    case SDL_BUTTON_LEFT:
        return 0;
    case SDL_BUTTON_RIGHT:
        return 1;
    case SDL_BUTTON_MIDDLE:
        return 2;
    default:
        return -1;
    }
}

} // namespace

double desktop_seconds() {
    return static_cast<double>(SDL_GetPerformanceCounter()) /
           static_cast<double>(SDL_GetPerformanceFrequency());
}

DesktopPlatform::DesktopPlatform(SDL_Window* window, const std::filesystem::path& journal_folder, float scale,
                                 Assets assets)
    : window_(window), scale_(scale), assets_(assets), journal_(journal_folder) {
    SDL_StopTextInput(); // It is on from the start.
}

void DesktopPlatform::fetch_asset(std::string_view name) {
    const std::string_view bytes = assets_(name);
    if (bytes.empty())
        push(AssetFailed{std::string(name), "这个程序里没有它；请重新编译或换一个完整的版本"});
    else
        push(AssetLoaded{std::string(name), std::string(bytes)});
}

void DesktopPlatform::take(const SDL_Event& event) {
    schedule_.wake(frames_after_input);
    switch (event.type) {
    case SDL_KEYDOWN:
    case SDL_KEYUP:
        return take_key(event.key.keysym, event.type == SDL_KEYDOWN);
    case SDL_TEXTINPUT:
        inputs_.emplace_back(TextTyped{event.text.text});
        return;
    case SDL_TEXTEDITING:
        return take_preedit(event.edit.text, event.edit.start, event.edit.length);
    case SDL_TEXTEDITING_EXT:
        take_preedit(event.editExt.text, event.editExt.start, event.editExt.length);
        SDL_free(event.editExt.text);
        return;
    case SDL_DROPFILE:
        open_path(event.drop.file);
        SDL_free(event.drop.file);
        return;
    case SDL_WINDOWEVENT:
        return take_window_event(event.window);
    default:
        return take_pointer(event);
    }
}

void DesktopPlatform::take_key(const SDL_Keysym& key, bool down) {
    std::string code = code_of(key.sym);
    if (!code.empty()) {
        inputs_.emplace_back(
            KeyPressed{.code = std::move(code),
                       .down = down,
                       .ctrl = (key.mod & (KMOD_CTRL | KMOD_GUI)) != 0, // The Mac's command key.
                       .shift = (key.mod & KMOD_SHIFT) != 0,
                       .alt = (key.mod & KMOD_ALT) != 0});
    }
}

/// SDL counts characters. The caret is behind the part that is being chosen; it does not always say where
/// that is.
void DesktopPlatform::take_preedit(const char* text, int start, int length) {
    Preedit preedit{text, 0};
    const std::size_t count = count_code_points(preedit.text);
    std::size_t ahead =
        start < 0 ? count : static_cast<std::size_t>(start) + static_cast<std::size_t>(std::max(length, 0));
    for (ahead = std::min(ahead, count); ahead > 0; --ahead)
        preedit.caret += code_point_at(preedit.text, preedit.caret).length;
    inputs_.emplace_back(std::move(preedit));
}

/// SDL has the window's units.
void DesktopPlatform::move_pointer(int x, int y) {
    const float density = pixel_density();
    inputs_.emplace_back(PointerMoved{std::round(static_cast<float>(x) * density),
                                      std::round(static_cast<float>(y) * density)});
}

void DesktopPlatform::take_pointer(const SDL_Event& event) {
    switch (event.type) {
    case SDL_MOUSEMOTION:
        return move_pointer(event.motion.x, event.motion.y);
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
        move_pointer(event.button.x, event.button.y);
        if (const int button = button_of(event.button.button); button >= 0)
            inputs_.emplace_back(PointerButton{button, event.type == SDL_MOUSEBUTTONDOWN, false});
        return;
    case SDL_MOUSEWHEEL: {
        const float density = pixel_density();
        Scroll scroll{static_cast<float>(event.wheel.mouseX) * density,
                      static_cast<float>(event.wheel.mouseY) * density, event.wheel.preciseX * wheel_step,
                      -event.wheel.preciseY * wheel_step};
        if ((SDL_GetModState() & KMOD_SHIFT) != 0 && scroll.dx == 0)
            std::swap(scroll.dx, scroll.dy);
        inputs_.emplace_back(scroll);
        return;
    }
    default:
        return;
    }
}

void DesktopPlatform::take_window_event(const SDL_WindowEvent& event) {
    switch (event.event) {
    case SDL_WINDOWEVENT_SIZE_CHANGED:
    case SDL_WINDOWEVENT_DISPLAY_CHANGED:
        return push(Resized{});
    case SDL_WINDOWEVENT_LEAVE:
        inputs_.emplace_back(PointerLeft{});
        return;
    case SDL_WINDOWEVENT_FOCUS_LOST:
        if (!focused_.empty())
            push(Blurred{focused_});
        return;
    case SDL_WINDOWEVENT_FOCUS_GAINED:
        if (!focused_.empty())
            push(Focused{focused_});
        return;
    default:
        return;
    }
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

void DesktopPlatform::publish(const Tree& tree) {
    tree_ = tree;
    if (index_of(tree_, focused_) == tree_.size())
        focus("");
}

void DesktopPlatform::focus(std::string_view node) {
    const std::size_t at = index_of(tree_, node);
    const bool is_there = at < tree_.size() && takes_keyboard(tree_[at]);
    if (node == focused_ || (!node.empty() && !is_there))
        return;
    if (!focused_.empty())
        push(Blurred{focused_});
    focused_ = node;
    if (!focused_.empty())
        push(Focused{focused_});
}

void DesktopPlatform::show_caret(std::string_view node, const Rect& caret) {
    if (node != caret_node_) {
        SDL_StopTextInput(); // Input methods forget what they were composing.
        if (!node.empty())
            SDL_StartTextInput();
        caret_node_ = node;
        caret_ = {};
    }
    if (node.empty())
        return;
    const auto units = [this](float css_pixels) {
        return static_cast<int>(std::lround(css_pixels * scale_));
    };
    const SDL_Rect rect{units(caret.x), units(caret.y), std::max(1, units(caret.w)), units(caret.h)};
    if (!SDL_RectEquals(&rect, &caret_)) {
        caret_ = rect;
        SDL_SetTextInputRect(&caret_);
    }
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

void DesktopPlatform::journal_meta(std::string_view book, std::string_view meta) {
    if (auto failure = journal_.describe(book, meta))
        push(*std::move(failure));
}

void DesktopPlatform::journal_delete(std::string_view book) {
    if (auto failure = journal_.remove(book))
        push(*std::move(failure));
}

void DesktopPlatform::set_title(std::string_view title) {
    SDL_SetWindowTitle(window_, (std::string(title) + " — 绩表").c_str());
}

} // namespace jibiao::platform
