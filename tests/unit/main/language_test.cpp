#include "base/utf8.h"
#include "base/words.h"
#include "platform/appearance.h"
#include "support/session.h"

#include <algorithm>
#include <fstream>
#include <sstream>

/// The page in English, settings, what the program says of itself.
namespace language_test {

using namespace jibiao;
using support::FakePlatform;
using support::Node;
using support::Role;
using support::Session;

namespace {

std::string file(const char* path) {
    std::ifstream stream(std::string(JIBIAO_SOURCE_DIR "/") + path, std::ios::binary);
    REQUIRE(stream.good());
    std::stringstream text;
    text << stream.rdbuf();
    return text.str();
}

struct Person : Session {
    Person() { give(machine); }
    explicit Person(FakePlatform& used) : Session(used) {}
    ~Person() { use_words({}); }
    Person(const Person&) = delete;
    Person& operator=(const Person&) = delete;

    static void give(FakePlatform& machine) {
        machine.give_asset("words/en.json", file("assets/words/en.json"));
        machine.give_asset("THIRD_PARTY.md", file("THIRD_PARTY.md"));
    }
    void command(const char* name) {
        machine.push(platform::Command{name});
        settle();
    }
    void choose_english() {
        command("settings");
        press("settings/language/en");
        command("escape");
    }
    bool is_pressed(const char* id) const {
        const Node* node = machine.find(id);
        REQUIRE(node);
        return node->pressed;
    }
    std::string appearance() const { return machine.preference(platform::appearance_preference); }
};

} // namespace

TEST_CASE("a page that was left in English is in English from its first words on") {
    FakePlatform machine;
    Person::give(machine);
    machine.set_preference(platform::appearance_preference, "en");
    const Person person(machine);
    CHECK(person.shows(Role::heading, "Jibiao"));
    CHECK(person.appearance() == "en");
}

TEST_CASE("while the words are on their way nothing is shown in Chinese, and without them all of it") {
    FakePlatform machine;
    machine.hold_later();
    Person::give(machine);
    machine.set_preference(platform::appearance_preference, "en");
    Person person(machine);
    CHECK(!machine.find("welcome-open"));
    SUBCASE("they come") {
        machine.bring_later();
        person.settle();
        CHECK(machine.find("welcome-open")->name.starts_with("Open"));
    }
    SUBCASE("the part that reads them does not") {
        machine.push(platform::LaterFailed{"没有取到"});
        person.settle();
        CHECK(machine.find("welcome-open")->name.starts_with("打开"));
    }
}

TEST_CASE("English that cannot be fetched is said, and the page stays Chinese") {
    FakePlatform machine;
    Person person(machine);
    person.choose_english();
    CHECK(person.state().message->text.starts_with("没有换成英文"));
    CHECK(person.appearance().empty());
    CHECK(machine.find("welcome-open")->name.starts_with("打开"));
}

TEST_CASE("charts are printed in Chinese whatever the page's language is") {
    Person person;
    person.open("heb-2021-shili.txt");
    person.press("contents/pictures");
    person.press("print-pictures");
    person.choose_english();
    CHECK(person.shows(Role::button, "Print charts"));
    person.press("print-pictures");
    REQUIRE(person.machine.printed().size() == 2);
    CHECK(person.machine.printed()[0] == person.machine.printed()[1]);
    CHECK(person.shows(Role::button, "Print charts"));
}

TEST_CASE("colours that are chosen count, not the machine's; the usual ones are one press away") {
    Person person;
    person.machine.set_look({.dark = true});
    person.command("settings");
    CHECK(person.is_pressed("settings/colours/auto"));
    person.press("settings/colours/no");
    CHECK(person.is_pressed("settings/colours/no"));
    CHECK(!person.machine.look().dark);
    person.press("settings/contrast/yes");
    CHECK(person.machine.look().more_contrast);
    CHECK(person.appearance() == "light contrast");
    person.press("settings/usual");
    CHECK(person.appearance().empty());
    CHECK(person.machine.look() == platform::Look{.dark = true});
}

TEST_CASE("everything becomes larger step by step and stays so") {
    Person person;
    person.command("settings");
    CHECK(person.shows(Role::status, "100 %"));
    person.press("settings/size/more");
    CHECK(person.shows(Role::status, "110 %"));
    CHECK(person.machine.preference("scale") == "110");
    for (int i = 0; i < 9 && !person.machine.find("settings/size/more")->disabled; ++i)
        person.press("settings/size/more");
    CHECK(person.shows(Role::status, "200 %"));
    person.press("settings/usual");
    CHECK(person.shows(Role::status, "100 %"));
}

TEST_CASE("the dialog of settings closes with Escape and can be reached from the first page") {
    Person person;
    person.press("home-settings");
    CHECK(person.shows(Role::dialog, "设置"));
    person.command("escape");
    CHECK(!person.shows(Role::dialog, "设置"));
    person.press("home-about");
    CHECK(person.shows(Role::dialog, "关于绩表"));
}

TEST_CASE("the program says what it is made of") {
    Person person;
    person.command("about");
    CHECK(person.shows(Role::text, "Dear ImGui：MIT"));
    CHECK(person.shows(Role::text, "cereal：BSD 3-clause"));
    CHECK(!person.shows(Role::text, "library：licence"));
}

TEST_CASE("why a file cannot be read is said in English, too") {
    Person person;
    person.choose_english();
    const auto has_chinese = [](std::string_view text) {
        return std::ranges::any_of(code_points(text),
                                   [](const CodePoint& each) { return each.value >= 0x2E80; });
    };
    const std::string deep = "{\"format\":\"jibiao-book\",\"version\":1,\"book\":" + std::string(200, '[');
    for (const std::string& bytes :
         {std::string("PK\x03\x04 word/document.xml"), std::string("{\"format\":"), deep,
          std::string("{\"format\":\"jibiao-book\",\"version\":99,\"book\":{}}"),
          std::string("<?xml version=\"1.0\"?><jibiao-book><a></jibiao-book>"),
          std::string("<jibiao-book>&x;"), std::string(" \n \n"), std::string(),
          std::string("Nothing of the kind.\n"),
          std::string("\xE7\xBB\xA9 \xFF\xFF\n\xE7\xBB\xA9\xE6\x95\x88\n")}) {
        CAPTURE(bytes.substr(0, 60));
        person.machine.push(platform::FileOpened{"a.txt", bytes});
        person.settle();
        REQUIRE(person.state().message);
        CHECK(person.state().message->text.find("a.txt") != std::string::npos);
        CHECK_FALSE(has_chinese(person.state().message->text));
        person.command("escape");
        CHECK_FALSE(person.state().message);
    }
}

} // namespace language_test
