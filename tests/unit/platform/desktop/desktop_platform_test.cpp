#include "platform/desktop/desktop_platform.h"

#include "platform/desktop/temporary_folder.h"

#include <doctest/doctest.h>
#include <fstream>

namespace desktop_platform_test {

using namespace jibiao::platform;

namespace {

std::string_view asset(std::string_view name) {
    return name == "words.txt" ? "一" : "";
}

/// A window that nobody sees: SDL's driver for machines without a display.
class Machine {
  public:
    Machine() {
        SDL_SetHint(SDL_HINT_VIDEODRIVER, "dummy");
        REQUIRE(SDL_Init(SDL_INIT_VIDEO) == 0);
        window_ = SDL_CreateWindow("", 0, 0, 640, 480, SDL_WINDOW_HIDDEN);
        REQUIRE(window_);
        platform_.emplace(window_, folder_ / "data", 1.5f, asset);
    }
    ~Machine() {
        platform_.reset();
        SDL_DestroyWindow(window_);
        SDL_Quit();
    }
    Machine(const Machine&) = delete;
    Machine& operator=(const Machine&) = delete;

    DesktopPlatform* operator->() { return &*platform_; }
    const TemporaryFolder& folder() const { return folder_; }

    /// What SDL's event is for the page.
    std::vector<Input> inputs(const SDL_Event& event) {
        platform_->take(event);
        CHECK(platform_->poll().empty());
        return platform_->poll_input();
    }
    std::optional<KeyPressed> key(SDL_Keycode code, int modifiers, Uint32 type = SDL_KEYDOWN) {
        SDL_Event event{};
        event.type = type;
        event.key.keysym.sym = code;
        event.key.keysym.mod = static_cast<Uint16>(modifiers);
        const std::vector<Input> got = inputs(event);
        REQUIRE(got.size() <= 1);
        return got.empty() ? std::nullopt : std::optional(std::get<KeyPressed>(got.front()));
    }
    Preedit preedit(const char* text, int start, int length) {
        SDL_Event event{};
        event.type = SDL_TEXTEDITING_EXT;
        event.editExt.text = SDL_strdup(text);
        event.editExt.start = start;
        event.editExt.length = length;
        return std::get<Preedit>(inputs(event).at(0));
    }
    void window_event(SDL_WindowEventID what) {
        SDL_Event event{};
        event.type = SDL_WINDOWEVENT;
        event.window.event = static_cast<Uint8>(what);
        platform_->take(event);
    }
    Event drop(const std::filesystem::path& file) {
        SDL_Event event{};
        event.type = SDL_DROPFILE;
        event.drop.file = SDL_strdup(file.c_str());
        platform_->take(event);
        const std::vector<Event> events = platform_->poll();
        REQUIRE(events.size() == 1);
        return events.front();
    }

  private:
    TemporaryFolder folder_;
    SDL_Window* window_ = nullptr;
    std::optional<DesktopPlatform> platform_;
};

} // namespace

TEST_CASE("Keys have the names that they have in a browser, letters those on the key") {
    Machine machine;
    const auto undo = machine.key(SDLK_z, KMOD_RCTRL | KMOD_LSHIFT | KMOD_NUM | KMOD_CAPS);
    REQUIRE(undo);
    CHECK(undo->code == "KeyZ");
    CHECK((undo->down && undo->ctrl && undo->shift && !undo->alt));
    CHECK(machine.key(SDLK_s, KMOD_LGUI)->ctrl);
    CHECK(machine.key(SDLK_DOWN, KMOD_LALT)->alt);
    CHECK(machine.key(SDLK_DOWN, 0)->code == "ArrowDown");
    CHECK(machine.key(SDLK_F8, 0)->code == "F8");
    CHECK(machine.key(SDLK_5, 0)->code == "Digit5");
    CHECK(machine.key(SDLK_KP_ENTER, 0)->code == "NumpadEnter");
    CHECK_FALSE(machine.key(SDLK_TAB, 0, SDL_KEYUP)->down);
    CHECK_FALSE(machine.key(SDLK_LCTRL, KMOD_LCTRL));
    CHECK(machine->schedule().is_awake());
}

TEST_CASE("Text comes as it was typed, a preedit with its caret") {
    Machine machine;
    SDL_Event event{};
    event.type = SDL_TEXTINPUT;
    SDL_strlcpy(event.text.text, "𠮷", sizeof event.text.text);
    CHECK(std::get<TextTyped>(machine.inputs(event).at(0)).text == "𠮷");

    event = {};
    event.type = SDL_TEXTEDITING;
    SDL_strlcpy(event.edit.text, "你hao", sizeof event.edit.text);
    event.edit.start = 1;
    const auto preedit = std::get<Preedit>(machine.inputs(event).at(0));
    CHECK(preedit.text == "你hao");
    CHECK(preedit.caret == 3); // SDL counts characters, we count bytes.

    CHECK(machine.preedit("你好", 0, 1).caret == 3); // Behind the part that is being chosen.
    CHECK(machine.preedit("你好", 1, -1).caret == 3);
    CHECK(machine.preedit("你好", -1, -1).caret == 6); // Not told.
    CHECK(machine.preedit("你好", 9, 9).caret == 6);
    CHECK(machine.preedit("", 0, 0).text == "");
    const std::string sentence =
        "zhe'shi'yi'ju'bi'jiao'chang'de'hua'a'a'a'a'a"; // SDL's old event holds 31 bytes.
    CHECK(machine.preedit(sentence.c_str(), 0, 0).text == sentence);
}

TEST_CASE("The pointer comes in device pixels, the wheel in CSS pixels") {
    Machine machine;
    SDL_Event event{};
    event.type = SDL_MOUSEBUTTONDOWN;
    event.button.button = SDL_BUTTON_RIGHT;
    event.button.x = 30;
    event.button.y = 40;
    const auto pressed = machine.inputs(event);
    REQUIRE(pressed.size() == 2);
    CHECK(std::get<PointerMoved>(pressed[0]).x == 30);
    CHECK(std::get<PointerButton>(pressed[1]).button == 1);
    CHECK(std::get<PointerButton>(pressed[1]).down);

    event = {};
    event.type = SDL_MOUSEWHEEL;
    event.wheel.preciseY = -1;
    event.wheel.mouseY = 40;
    const auto turned = std::get<Scroll>(machine.inputs(event).at(0));
    CHECK(turned.y == 40);
    CHECK(turned.dy > 0); // Towards the end.
    CHECK(turned.dx == 0);
}

TEST_CASE("SDL takes text only while a caret is shown") {
    Machine machine;
    CHECK_FALSE(SDL_IsTextInputActive());
    machine->show_caret("a", {100, 200, 2, 20});
    CHECK(SDL_IsTextInputActive());
    machine->show_caret("a", {110, 200, 2, 20});
    CHECK(SDL_IsTextInputActive());
    machine->show_caret("", {});
    CHECK_FALSE(SDL_IsTextInputActive());
}

TEST_CASE("A file that is dropped on the window is opened") {
    Machine machine;
    std::ofstream(machine.folder() / "目标.txt") << "内容";
    const Event opened = machine.drop(machine.folder() / "目标.txt");
    REQUIRE(std::holds_alternative<FileOpened>(opened));
    CHECK(std::get<FileOpened>(opened).name == "目标.txt");
    CHECK(std::get<FileOpened>(opened).bytes == "内容");
    CHECK(std::holds_alternative<FileFailed>(machine.drop(machine.folder() / "没有.txt")));
}

TEST_CASE("Asking for a file tells how to open one") {
    Machine machine;
    machine->open_file();
    const auto events = machine->poll();
    REQUIRE(events.size() == 1);
    CHECK(std::get<FileFailed>(events.front()).reason.find("拖到窗口上") != std::string::npos);
}

TEST_CASE("Focus goes to nodes that are there and leaves with them and with the window") {
    Machine machine;
    Node button;
    button.id = "open";
    button.role = Role::button;
    Node field;
    field.id = "cell/1/name";
    field.role = Role::textbox;
    machine->publish({button, field});
    const auto said = [&machine] {
        std::string words;
        for (const Event& event : machine->poll()) {
            if (const auto* focused = std::get_if<Focused>(&event))
                words += "+" + focused->node;
            else
                words += "-" + std::get<Blurred>(event).node;
        }
        return words;
    };

    machine->focus("nowhere");
    CHECK(said() == "");
    machine->focus("open");
    CHECK(said() == "+open");
    machine->focus("open");
    CHECK(said() == "");
    machine->focus("cell/1/name");
    CHECK(said() == "-open+cell/1/name");
    machine.window_event(SDL_WINDOWEVENT_FOCUS_LOST);
    CHECK(said() == "-cell/1/name");
    machine.window_event(SDL_WINDOWEVENT_FOCUS_GAINED);
    CHECK(said() == "+cell/1/name");
    machine->publish({button});
    CHECK(said() == "-cell/1/name");
    machine->focus("open");
    machine->focus("");
    CHECK(said() == "+open-open");
    machine.window_event(SDL_WINDOWEVENT_FOCUS_GAINED);
    CHECK(said() == "");
}

TEST_CASE("The journal answers the window in its next events, and an answer is drawn") {
    Machine machine;
    CHECK_FALSE(machine->schedule().is_awake());
    machine->journal_snapshot("book", 1, "whole");
    machine->journal_load("book");
    CHECK(machine->schedule().is_awake());
    const auto events = machine->poll();
    REQUIRE(events.size() == 2);
    CHECK(std::get<JournalSaved>(events[0]).revision == 1);
    CHECK(std::get<JournalLoaded>(events[1]).snapshot == "whole");
    CHECK(machine->poll().empty());
}

TEST_CASE("What was copied is on the machine's clipboard, preferences last as long as the window") {
    Machine machine;
    machine->copy("甲\t乙", "<table></table>");
    CHECK(std::holds_alternative<Copied>(machine->poll().front()));
    machine->paste_text();
    CHECK(std::get<TextPasted>(machine->poll().front()).text == "甲\t乙");
    CHECK(machine->preference("scale") == "");
    machine->set_preference("scale", "125");
    CHECK(machine->preference("scale") == "125");
}

TEST_CASE("The window's size is in device pixels and its scale is that asked for") {
    Machine machine;
    const Size size = machine->size();
    CHECK(size.width == 640);
    CHECK(size.height == 480);
    CHECK(size.scale == 1.5f);
}

TEST_CASE("Files of assets come out of the program") {
    Machine machine;
    machine->fetch_asset("words.txt");
    machine->fetch_asset("none.txt");
    const auto events = machine->poll();
    REQUIRE(events.size() == 2);
    CHECK(std::get<AssetLoaded>(events[0]).bytes == "一");
    CHECK(std::get<AssetFailed>(events[1]).name == "none.txt");
    CHECK(!std::get<AssetFailed>(events[1]).reason.empty());
}

} // namespace desktop_platform_test
