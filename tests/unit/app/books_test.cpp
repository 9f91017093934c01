#include "app/books.h"

#include "app/state.h"

#include <doctest/doctest.h>

namespace books_test {

using namespace jibiao;

namespace {

app::Books some_books() {
    app::Books books;
    books.all = {{"b1", {.title = "文化馆绩效文本", .unit = "文化局", .year = 2021, .change = 3}},
                 {"b2", {.name = "我的表", .title = "科协绩效文本", .year = 2022, .change = 9}},
                 {"b3", {.title = "旧的", .change = 12, .archived = true}},
                 {"b4", {.title = "删掉的", .change = 13, .deleted = true}}};
    return books;
}

std::string ids_of(const std::vector<const app::BookEntry*>& entries) {
    std::string ids;
    for (const app::BookEntry* entry : entries)
        ids += entry->id + " ";
    return ids;
}

} // namespace

TEST_CASE("the list has what was changed last first, without what is archived or deleted") {
    const app::Books books = some_books();
    CHECK(ids_of(app::listed(books, false)) == "b2 b1 ");
    CHECK(ids_of(app::listed(books, true)) == "b3 ");
}

TEST_CASE("books are found by name, unit and year") {
    const app::Books books = some_books();
    CHECK(ids_of(app::listed(books, false, "我的")) == "b2 ");
    CHECK(ids_of(app::listed(books, false, " 文化局 ")) == "b1 ");
    CHECK(ids_of(app::listed(books, false, "2022")) == "b2 ");
    CHECK(ids_of(app::listed(books, false, "科协")) == ""); // Its name is another one.
    CHECK(ids_of(app::listed(books, true, "文化局")) == "");
}

TEST_CASE("days are said as people say them, also over the end of a month, a year and a February") {
    CHECK(app::day_in_words("2026-11-29", "2026-11-29") == "今天");
    CHECK(app::day_in_words("2026-11-28", "2026-11-29") == "昨天");
    CHECK(app::day_in_words("2026-10-31", "2026-11-01") == "昨天");
    CHECK(app::day_in_words("2025-12-31", "2026-01-01") == "昨天");
    CHECK(app::day_in_words("2024-02-29", "2024-03-01") == "昨天");
    CHECK(app::day_in_words("2024-02-28", "2024-03-01") == "2024-02-28");
    CHECK(app::day_in_words("2026-02-28", "2026-03-01") == "昨天");
    CHECK(app::day_in_words("2025-11-29", "2026-11-29") == "2025-11-29");
    CHECK(app::day_in_words("", "2026-11-29") == "");
}

TEST_CASE("what the list says of a book is written and read, whatever stands in it") {
    io::BookMeta meta{.name = R"(甲"乙\丙)",
                      .title = "2021年绩效文本",
                      .unit = "文化局",
                      .template_id = "heb-2021",
                      .day = "2026-11-29",
                      .year = 2021,
                      .to_mend = 7,
                      .change = 12,
                      .archived = true,
                      .deleted = true};
    CHECK(io::read_meta(io::write_meta(meta)) == meta);
    CHECK(io::read_meta(io::write_meta({})) == io::BookMeta{});
    CHECK(io::read_meta("") == io::BookMeta{});
    CHECK(io::read_meta("[1]") == io::BookMeta{});
    CHECK(io::read_meta(R"({"title":3,"year":"x","name":"好","archived":1})") == io::BookMeta{.name = "好"});
    meta.name = "两\n行";
    CHECK(io::read_meta(io::write_meta(meta)).name == "两 行");
}

} // namespace books_test
