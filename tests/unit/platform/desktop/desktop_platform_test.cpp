#include "platform/desktop/desktop_platform.h"

#include "app/commands.h"

#include "platform/desktop/temporary_folder.h"

#include <doctest/doctest.h>
#include <fstream>

namespace desktop_platform_test {

using namespace jibiao::platform;

namespace {

/// A window that nobody sees: SDL's driver for machines without a display.
class Machine {
  public:
    Machine() {
        SDL_SetHint(SDL_HINT_VIDEODRIVER, "dummy");
        REQUIRE(SDL_Init(SDL_INIT_VIDEO) == 0);
        window_ = SDL_CreateWindow("", 0, 0, 640, 480, SDL_WINDOW_HIDDEN);
        REQUIRE(window_);
        platform_.emplace(window_, folder_ / "data", 1.5f);
        for (const jibiao::app::Command& command : jibiao::app::commands())
            platform_->add_shortcut(command.keys, command.id, command.in_text);
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

    /// What the key means; "" for nothing, and then others get it too.
    std::string command(SDL_Keycode key, int modifiers, bool typing = false) {
        SDL_Event event{};
        event.type = SDL_KEYDOWN;
        event.key.keysym.sym = key;
        event.key.keysym.mod = static_cast<Uint16>(modifiers);
        const bool taken = platform_->take(event, typing);
        const std::vector<Event> events = platform_->poll();
        REQUIRE(events.size() == (taken ? 1 : 0));
        return taken ? std::get<Command>(events.front()).name : "";
    }
    Event drop(const std::filesystem::path& file) {
        SDL_Event event{};
        event.type = SDL_DROPFILE;
        event.drop.file = SDL_strdup(file.c_str());
        CHECK_FALSE(platform_->take(event, false));
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

TEST_CASE("The window's shortcuts are commands") {
    Machine machine;
    CHECK(machine.command(SDLK_z, KMOD_LCTRL) == "undo");
    CHECK(machine.command(SDLK_z, KMOD_RCTRL | KMOD_LSHIFT) == "redo");
    CHECK(machine.command(SDLK_y, KMOD_LCTRL | KMOD_NUM | KMOD_CAPS) == "redo");
    CHECK(machine.command(SDLK_o, KMOD_LCTRL) == "open");
    CHECK(machine.command(SDLK_s, KMOD_LGUI) == "save");
    CHECK(machine.command(SDLK_F8, 0) == "next-finding");
    CHECK(machine.command(SDLK_F8, KMOD_RSHIFT) == "previous-finding");
    CHECK(machine.command(SDLK_ESCAPE, 0) == "escape");
    CHECK(machine.command(SDLK_DOWN, KMOD_LALT) == "open-choices");
    CHECK(machine.command(SDLK_F6, KMOD_RSHIFT) == "previous-region");
    CHECK(machine.command(SDLK_F1, 0) == "shortcuts");
}

TEST_CASE("Other keys are left to the page") {
    Machine machine;
    CHECK(machine.command(SDLK_z, 0) == "");
    CHECK(machine.command(SDLK_z, KMOD_LCTRL | KMOD_LALT) == "");
    CHECK(machine.command(SDLK_F8, KMOD_LCTRL) == "");
}

TEST_CASE("While a person types, the field keeps its own undo and Escape") {
    Machine machine;
    CHECK(machine.command(SDLK_z, KMOD_LCTRL, true) == "");
    CHECK(machine.command(SDLK_y, KMOD_LCTRL, true) == "");
    CHECK(machine.command(SDLK_ESCAPE, 0, true) == "");
    CHECK(machine.command(SDLK_s, KMOD_LCTRL, true) == "save");
    CHECK(machine.command(SDLK_F8, 0, true) == "next-finding");
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

TEST_CASE("Focus goes to nodes that are there, and a text field begins to take text") {
    Machine machine;
    Node button;
    button.id = "open";
    button.role = Role::button;
    Node field;
    field.id = "cell/1/name";
    field.role = Role::textbox;
    machine->publish({button, field});

    machine->focus("nowhere");
    CHECK(machine->poll().empty());
    machine->focus("open");
    CHECK(machine->poll().size() == 1);
    machine->focus("cell/1/name");
    const auto events = machine->poll();
    REQUIRE(events.size() == 2);
    CHECK(std::get<Focused>(events[0]).node == "cell/1/name");
    CHECK(std::get<Activated>(events[1]).node == "cell/1/name");
}

TEST_CASE("The journal answers the window in its next events, and an answer is drawn") {
    Machine machine;
    CHECK_FALSE(machine->schedule().is_awake());
    machine->journal_snapshot("book", 1, "whole");
    machine->journal_load();
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

} // namespace desktop_platform_test
