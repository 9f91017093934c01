#include "base/text.h"
#include "cli/program.h"
#include "io/archive.h"

#include <doctest/doctest.h>

namespace fix_test {

using namespace jibiao;
using namespace program;

namespace {

/// A value that cannot be, and a blank checkpoint: both can be mended.
const std::string faulty = form_text("≥100%", "");

} // namespace

TEST_CASE("fix writes the mended book and says what it changed and what is left") {
    const Folder folder;
    const std::string path = folder.file("a.txt", faulty);
    const std::string out = (folder.path / "b.json").string();
    const Outcome outcome = jibiao_({"fix", path, "-o", out});
    CHECK(outcome.status == 0);
    CHECK(contains(outcome.out, ": 修复 [value-percent-cap] 改为“100%”\n"));
    CHECK(contains(outcome.out, "指标 2 培训合格率 › 指标值：“≥100%” → “100%”\n"));
    CHECK(contains(outcome.out, "：（空白） → “0%”\n"));
    CHECK(contains(outcome.out, "修复了 2 处。\n"));
    CHECK(outcome.out.ends_with("1 个文件：0 个错误，0 个警告，0 个提示。\n结论（上报）：可上报。\n"));
    const auto book = io::read_json(folder.read("b.json"));
    REQUIRE(book);
    CHECK(book->projects[0].indicators[1].target.text == "100%");
    CHECK(folder.read("a.txt") == faulty);
    CHECK(contains(jibiao_({"fix", out, "--dry-run"}).out, "没有可以自动修复的问题"));
}

TEST_CASE("fix --dry-run lists the same changes and writes nothing") {
    const Folder folder;
    const std::string path = folder.file("a.txt", faulty);
    const Outcome outcome = jibiao_({"fix", path, "--dry-run", "-o", (folder.path / "b.json").string()});
    CHECK(outcome.status == 0);
    CHECK(contains(outcome.out, "“≥100%” → “100%”"));
    CHECK(contains(outcome.out, "可以修复 2 处"));
    CHECK(folder.size() == 1);
}

TEST_CASE("fix writes in the format that the ending names, and over the input if -o says so") {
    const Folder folder;
    const std::string path = folder.file("a.txt", faulty);
    for (const std::string name : {"b.json", "b.xml", "b.jibiao", "b.txt", "a.txt"}) {
        CAPTURE(name);
        const std::string out = (folder.path / name).string();
        REQUIRE(jibiao_({"fix", path, "-o", out}).status == 0);
        CHECK(jibiao_({"check", out, "--fail-on", "hint"}).status == 0);
    }
    CHECK_FALSE(contains(folder.read("a.txt"), "≥100%"));
    CHECK(folder.read("b.xml").starts_with("<"));
}

TEST_CASE("fix - -o - is a filter, with its report on standard error") {
    const Outcome outcome = jibiao_({"fix", "-", "-o", "-"}, faulty);
    CHECK(outcome.status == 0);
    REQUIRE(io::read_json(outcome.out));
    CHECK(contains(outcome.err, "修复了 2 处"));
}

TEST_CASE("fix --rule mends only what it names, and the exit status is that of what is left") {
    const Folder folder;
    const std::string path = folder.file("a.txt", faulty);
    const Outcome one = jibiao_({"fix", path, "--dry-run", "--rule", "plan-blank-quarter"});
    CHECK(one.status == 1);
    CHECK(contains(one.out, "可以修复 1 处"));
    CHECK(contains(one.out, ": 错误 [value-percent-cap] "));
    const Outcome both =
        jibiao_({"fix", path, "--dry-run", "--rule", "plan-blank-quarter", "--rule=value-percent-cap"});
    CHECK(both.status == 0);
    CHECK(contains(both.out, "可以修复 2 处"));
}

TEST_CASE("fix writes nothing where it cannot read") {
    const Folder folder;
    const Outcome outcome =
        jibiao_({"fix", (folder.path / "none.txt").string(), "-o", (folder.path / "b.json").string()});
    CHECK(outcome.status == 2);
    CHECK(contains(outcome.err, "none.txt"));
    CHECK(folder.size() == 0);
}

} // namespace fix_test
