#include "support/session.h"

namespace message_test {

using namespace jibiao;
using support::Session;

namespace {

/// A page that says "已删除一行" and offers to take it back.
struct Said : Session {
    Said() {
        open("heb-2021-shili.txt");
        press("remove/" + std::to_string(book().projects[0].indicators[0].id));
        REQUIRE(state().message);
        REQUIRE(state().message->offers_undo);
    }
    void wait(double seconds) {
        clock += seconds;
        settle();
    }
    void point_at(platform::Rect rect) {
        machine.push_input(platform::PointerMoved{rect.x + rect.w / 2, rect.y + rect.h / 2, false});
        settle();
    }
};

} // namespace

TEST_CASE("a message that offers undo stays for twenty seconds") {
    Said page;
    page.wait(19);
    CHECK(page.state().message);
    CHECK(page.machine.timers().back() == 20);
    page.wait(1);
    CHECK_FALSE(page.state().message);
    CHECK_FALSE(page.machine.find("message"));
}

TEST_CASE("it does not go from under the pointer, and then stays for its time") {
    Said page;
    page.point_at(page.machine.find("message-text")->rect);
    page.wait(100);
    CHECK(page.state().message);
    const std::size_t timers = page.machine.timers().size();
    page.point_at({600, 300, 0, 0});
    CHECK(page.machine.timers().size() == timers + 1); // Nothing else would draw the frame in which it goes.
    page.wait(19);
    CHECK(page.state().message);
    page.wait(2);
    CHECK_FALSE(page.state().message);
}

TEST_CASE("it does not go while its button has the keyboard") {
    Said page;
    page.machine.focus_by_user("message-undo");
    page.settle();
    page.wait(100);
    CHECK(page.state().message);
    page.machine.focus_by_user("");
    page.settle();
    page.wait(21);
    CHECK_FALSE(page.state().message);
}

TEST_CASE("its undo would take back the next edit, so it goes with that one") {
    Said page;
    const FieldRef name{Field::name, page.book().projects[0].id};
    page.machine.focus_by_user(page.id_of(name));
    page.settle();
    CHECK(page.state().message);
    page.machine.change_text(page.id_of(name), "另一个名称");
    page.settle();
    CHECK_FALSE(page.state().message);
}

} // namespace message_test
