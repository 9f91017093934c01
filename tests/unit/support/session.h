#pragma once
#include "main/program.h"
#include "platform/fake/fake_platform.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

namespace jibiao::support {

using platform::FakePlatform;
using platform::Node;
using platform::Role;

/// A document of assets/samples.
inline std::string sample(std::string_view name) {
    std::ifstream file(std::string(JIBIAO_SOURCE_DIR "/assets/samples/").append(name), std::ios::binary);
    REQUIRE(file.good());
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

/// A page in memory and a person in front of it.
struct Session {
    FakePlatform own;
    FakePlatform& machine;
    Program program;
    double clock = 0;

    Session() : machine(own), program(machine) {
        machine.native_text_fields = true;
        settle();
    }
    /// A new page on a machine that has been used before.
    explicit Session(FakePlatform& used) : machine(used), program(machine) { settle(); }

    /// Frames until nothing happens any more, as the scheduler does.
    void settle() {
        for (int i = 0; i < 6 || (program.state().opening && i < 1000); ++i)
            program.frame(clock += 0.016);
    }
    void open(std::string_view name) {
        machine.push(platform::FileOpened{std::string(name), sample(name)});
        settle();
    }
    void press(std::string_view node) {
        REQUIRE(machine.find(node));
        machine.push(platform::Activated{std::string(node)});
        settle();
    }
    /// Cards far below are not drawn. Shows or hides all but errors.
    void toggle_warnings_and_hints() {
        press("severity/warning");
        press("severity/hint");
    }
    void press_named(std::string_view name) {
        const Node* node = machine.find(Role::button, name);
        CAPTURE(name);
        REQUIRE(node);
        press(std::string(node->id));
    }
    void type(std::string_view node, std::string_view text) {
        machine.enter_text(node, text);
        settle();
    }
    const app::State& state() const { return program.state(); }
    const Book& book() const { return state().book(); }
    std::string id_of(FieldRef at) const { return ui::node_id(at, state().document.generation()); }
    bool shows(Role role, std::string_view name) const { return machine.find(role, name) != nullptr; }
};

} // namespace jibiao::support
