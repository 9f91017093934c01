#include "io/upgrade.h"

#include "base/text.h"
#include "import_support.h"
#include "io/archive.h"
#include "model/content.h"
#include "model/field.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <string>

namespace upgrade_test {

using namespace jibiao;
using namespace jibiao::io;
using namespace import_support;

namespace {

/// "v1/heb-2020.patch".
std::string frozen(const std::string& name) {
    const std::string bytes = read_file(JIBIAO_SOURCE_DIR "/tests/files/" + name);
    REQUIRE_FALSE(bytes.empty());
    return bytes;
}

/// What a version wrote of the samples: calls `check(read, book)` with each file that is read, and the book
/// that importing the sample gives today; the journal must still apply.
void each_frozen(const std::string& folder, auto&& check) {
    for (const std::string name : {"heb-2020", "heb-2021", "heb-2022", "gz-2024"}) {
        const std::string path = folder + "/" + name;
        CAPTURE(path);
        const Book book = imported(sample(name + "-shili.txt"));
        for (const auto& read :
             {read_json(frozen(path + ".jibiao.json")), read_xml(frozen(path + ".jibiao.xml")),
              read_binary(frozen(path + ".jibiao"))}) {
            REQUIRE(read);
            check(*read, book);
        }
        Book replayed = *read_binary(frozen(path + ".jibiao"));
        CHECK_FALSE(replay(replayed, frozen(path + ".patch")));
        CHECK(replayed.projects[0].name.text == "改过的名称");
    }
}

std::string heading_above(const Book& book, const Project& project) {
    const Section* section = book.sections.find(project.section);
    return section ? section->heading.text : "(none)";
}

void check_heb_2020(const Book& book) {
    CHECK(book.template_id == "heb-2020-open");
    CHECK(book.year == 2020);
    CHECK(book.title.text == "2020年部门预算信息公开情况说明");
    CHECK(book.sections.size() == 18);
    REQUIRE(book.projects.size() == 3);
    CHECK(book.projects[0].caption.text == "1.购书经费绩效信息表");
    CHECK(book.projects[0].indicators.size() == 5);
    CHECK(book.projects[1].indicators.size() == 4);
    CHECK(book.projects[2].indicators.size() == 5);
    for (const Project& project : book.projects)
        CHECK(heading_above(book, project) == "第二部分  预算项目绩效目标");
    CHECK(book.notes.size() == 3); // Those of its import.
    CHECK(book.last_row_id == 61);
}

void check_gz_2024(const Book& book) {
    CHECK(book.template_id == "gz-2024");
    CHECK(book.sections.size() == 1);
    REQUIRE(book.projects.size() == 2);
    CHECK(book.projects[0].kind == ProjectKind::department);
    CHECK(book.projects[0].name.text == "样例县卫生监督所");
    CHECK(book.projects[0].budget_total == Cell{"246.00", "246.00", 24, 24, Origin::read});
    CHECK(book.projects[0].indicators.size() == 11);
    CHECK(book.projects[1].indicators.size() == 11);
    CHECK(book.projects[0].section == book.sections[0].id);
    CHECK(book.projects[1].section == book.sections[0].id);
    CHECK(book.notes.size() == 6);
    CHECK(book.last_row_id == 41);
}

} // namespace

TEST_CASE("files that version 1 wrote are read, and its projects get their sections") {
    const auto heb_json = read_json(frozen("v1/heb-2020.jibiao.json"));
    const auto heb_binary = read_binary(frozen("v1/heb-2020.jibiao"));
    const auto gz_json = read_json(frozen("v1/gz-2024.jibiao.json"));
    const auto gz_binary = read_binary(frozen("v1/gz-2024.jibiao"));
    REQUIRE((heb_json && heb_binary && gz_json && gz_binary));
    check_heb_2020(*heb_json);
    check_gz_2024(*gz_json);
    CHECK(*heb_json == *heb_binary);
    CHECK(*gz_json == *gz_binary);
}

TEST_CASE("a journal of version 1 is replayed on its snapshot, and projects keep their sections") {
    for (const std::string name : {"v1/heb-2020", "v1/gz-2024"}) {
        CAPTURE(name);
        const auto stored = read_binary(frozen(name + ".jibiao"));
        REQUIRE(stored);
        const RowId row = stored->projects[0].id; // What the entry holds, as it is in the snapshot too.
        Book after = *stored;
        after.projects.edit(0) = {.id = row};
        REQUIRE_FALSE(after == *stored);
        CHECK_FALSE(replay(after, frozen(name + ".patch")));
        CHECK(after == *stored);
        const Book unchanged = after;
        CHECK(replay(after, frozen(name + ".jibiao")));
        CHECK(after == unchanged);
    }
}

TEST_CASE("a project of version 1 stands below the last section that begins before it") {
    const auto cell = [](int line) { return Cell{"字", "字", line, line, Origin::read}; };
    Book book;
    book.sections.push_back({.id = 1, .heading = cell(2)});
    book.sections.push_back({.id = 2, .heading = cell(10)});
    Section& untitled = book.sections.push_back({.id = 3}); // Text that follows a table.
    untitled.body.push_back({.id = 4, .text = cell(20)});
    book.sections.push_back({.id = 5, .heading = {.text = "后来加的"}});
    for (const int line : {1, 5, 15, 25, 0}) {
        Project& project = book.projects.push_back({.id = static_cast<RowId>(line + 50)});
        project.name = cell(line);
        if (line > 0)
            project.indicators.push_back({.id = static_cast<RowId>(line + 100), .name = cell(line + 30)});
    }
    upgrade(book, 1);
    CHECK(book.projects[0].section == 0);
    CHECK(book.projects[1].section == 1);
    CHECK(book.projects[2].section == 2);
    CHECK(book.projects[3].section == 3);
    CHECK(book.projects[4].section == 0);
    Book today = book;
    today.projects.edit(1).section = 0;
    upgrade(today, format_version);
    CHECK(today.projects[1].section == 0);
}

TEST_CASE("files that version 2 wrote are read; nothing in them was suppressed or checked") {
    each_frozen("v2", [](const Book& read, const Book& book) {
        CHECK_FALSE(first_difference(read, book));
        CHECK(read.contents.size() == book.contents.size());
        CHECK(read.last_row_id > 0);
        CHECK(read.suppressions.empty());
        CHECK(read.last_check == CheckRecord{});
    });
}

TEST_CASE("files that version 4 wrote are read, those from before it knew remarks and those from after") {
    for (const char* folder : {"v4-first", "v4"}) {
        each_frozen(folder, [](const Book& read, const Book& book) {
            CHECK_FALSE(first_difference(read, book));
            CHECK(read.comments.empty());
        });
    }
}

TEST_CASE("files that version 5 wrote are read, and its journal of whole projects") {
    each_frozen("v5", [](const Book& read, const Book& book) { CHECK(read == book); });
}

TEST_CASE("files that version 3 wrote are read; nothing in them was taken over from another year") {
    each_frozen("v3", [](const Book& read, const Book& book) {
        CHECK_FALSE(first_difference(read, book));
        for_each_cell(read, [](FieldRef, const Cell& cell) { CHECK(cell.origin != Origin::carried); });
    });
}

TEST_CASE("a cell that was taken over from another year stays so in every form of file") {
    Book book;
    Project& project = book.projects.push_back({.id = book.new_row_id()});
    project.purpose = {.text = "演出", .origin = Origin::carried};
    for (const auto& read :
         {read_json(write_json(book)), read_xml(write_xml(book)), read_binary(write_binary(book))}) {
        REQUIRE(read);
        CHECK(*read == book);
    }
}

TEST_CASE("a journal of version 2 leaves what today's book knows of findings alone") {
    Book book = *read_binary(frozen("v2/gz-2024.jibiao"));
    book.suppressions.push_back(
        {"typo", {Field::name, book.projects[0].id}, "甲", "问题", "理由", "2026-11-22"});
    book.last_check = {"national", "2026.1", "2026-11-22", "submit"};
    const Book before = book;
    CHECK_FALSE(replay(book, frozen("v2/gz-2024.patch")));
    CHECK(book.suppressions == before.suppressions);
    CHECK(book.last_check == before.last_check);
}

// How a version is frozen when it has been released: tests/files/README.md.
TEST_CASE("samples are written in today's version and read again") {
    const char* folder = std::getenv("JIBIAO_FREEZE");
    for (const std::string name : {"heb-2021", "heb-2022", "heb-2020", "gz-2024"}) {
        CAPTURE(name);
        const Book book = imported(sample(name + "-shili.txt"));
        Book changed = book;
        changed.projects.edit(0).name.text = "改过的名称";
        const std::string json = write_json(book);
        const std::string xml = write_xml(book);
        const std::string binary = write_binary(book);
        const std::string patch = write_patch(difference(book, changed));
        for (const auto& read : {read_json(json), read_xml(xml), read_binary(binary)}) {
            REQUIRE(read);
            CHECK(*read == book);
        }
        Book replayed = book;
        CHECK_FALSE(replay(replayed, patch));
        CHECK(replayed == changed);
        if (!folder)
            continue;
        const std::string path = std::string(folder) + "/" + name;
        std::ofstream(path + ".jibiao.json", std::ios::binary) << json;
        std::ofstream(path + ".jibiao.xml", std::ios::binary) << xml;
        std::ofstream(path + ".jibiao", std::ios::binary) << binary;
        std::ofstream(path + ".patch", std::ios::binary) << patch;
    }
}

} // namespace upgrade_test
