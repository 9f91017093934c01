#include "app/review.h"

#include "platform/fake/fake_platform.h"

#include <doctest/doctest.h>

namespace review_test {

using namespace jibiao;
using namespace jibiao::app;

namespace {

std::vector<Thread> threads_of(const Book& book) {
    const platform::FakePlatform machine;
    return app::threads_of(*machine.later(), book);
}

struct Said {
    Book book;
    RowId project;
    Said() : project(book.projects.push_back({.id = book.new_row_id()}).id) {}
    FieldRef name() const { return {Field::name, project}; }
    void say(FieldRef at, CommentKind kind) {
        book.comments.push_back({at, kind, "话", "张三", "2026-11-22"});
    }
    ReviewState state() const { return threads_of(book).at(0).state; }
};

} // namespace

TEST_CASE("the last word on a cell counts, and a remark opens anew what was done with") {
    Said said;
    CHECK(threads_of(said.book).empty());
    using enum CommentKind;
    const std::pair<CommentKind, ReviewState> story[] = {
        {remark, ReviewState::open},       {remark, ReviewState::open}, {returned, ReviewState::returned},
        {remark, ReviewState::returned}, // An answer.
        {resolved, ReviewState::resolved}, {remark, ReviewState::open}, {returned, ReviewState::returned},
        {approved, ReviewState::approved}, {remark, ReviewState::open},
    };
    for (const auto& [kind, state] : story) {
        said.say(said.name(), kind);
        CHECK(said.state() == state);
        const auto threads = threads_of(said.book);
        CHECK(count_waiting(threads) == (threads[0].waits() ? 1 : 0));
    }
}

TEST_CASE("threads stand in the order of the book, whenever they began") {
    Said said;
    const FieldRef lost{Field::none, said.project};
    said.say(lost, CommentKind::remark);
    said.say({Field::purpose, said.project}, CommentKind::approved);
    said.say(said.name(), CommentKind::remark);
    said.say({Field::title, 0}, CommentKind::remark);
    said.say(said.name(), CommentKind::remark);
    const auto threads = threads_of(said.book);
    REQUIRE(threads.size() == 4);
    CHECK(threads[0].at == FieldRef{Field::title, 0});
    CHECK(threads[1].at == said.name());
    CHECK(threads[1].comments == std::vector<std::size_t>{2, 4});
    CHECK(threads[2].at == FieldRef{Field::purpose, said.project});
    CHECK(threads[3].at == lost);
    CHECK(count_waiting(threads) == 3);
}

} // namespace review_test
