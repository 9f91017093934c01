#include "cli/program.h"

#include "base/text.h"
#include "io/archive.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace cli_test {

using namespace jibiao;
using namespace program;

namespace {

const std::string sound = form_text("≥95%");
const std::string wrong = form_text("≥100%");

/// Line of the value that is wrong in `wrong`.
const std::string wrong_line = [] {
    const std::string_view before = std::string_view(wrong).substr(0, wrong.find("≥100%"));
    return std::to_string(std::ranges::count(before, '\n') + 1);
}();

std::size_t count_lines(std::string_view text) {
    return split_lines(text).size();
}

} // namespace

TEST_CASE("check exits with 0, 1 or 2 for nothing, findings and unusable files") {
    const Folder folder;
    CHECK(jibiao_({"check", folder.file("a.txt", sound)}).status == 0);
    CHECK(jibiao_({"check", folder.file("b.txt", wrong)}).status == 1);
    CHECK(jibiao_({"check", (folder.path / "none.txt").string()}).status == 2);
    const std::string blank = folder.file("c.txt", form_text("≥95%", ""));
    CHECK(jibiao_({"check", blank}).status == 0);
    CHECK(jibiao_({"check", blank, "--fail-on", "warning"}).status == 1);
}

TEST_CASE("the text report names file, line, severity, rule and cell, and counts") {
    const Folder folder;
    const std::string path = folder.file("b.txt", wrong);
    const Outcome outcome = jibiao_({"check", path});
    CHECK(contains(outcome.out, path + ":" + wrong_line + ": 错误 [value-percent-cap] "));
    CHECK(contains(outcome.out, "指标 2 培训合格率 › 指标值：“≥100%”\n    可修复：改为“100%”"));
    CHECK(contains(outcome.out, "1 个文件：1 个错误，0 个警告，0 个提示。"));
    CHECK(outcome.out.ends_with("结论（上报）：有 1 项须改。\n"));
    CHECK(outcome.err.empty());
}

TEST_CASE("the JSON report keeps its contract") {
    const Folder folder;
    const std::string path = folder.file("b.txt", wrong);
    const Outcome outcome = jibiao_({"check", "--format=json", path});
    CHECK(outcome.status == 1);
    CHECK(outcome.out.starts_with(
        "{\"version\":1,\"profile\":\"national\",\"phase\":\"submit\",\"files\":[\n{\"path\":\"" + path +
        "\",\"template\":\"heb-2021\",\"notes\":["));
    CHECK(contains(outcome.out, "{\"rule\":\"value-percent-cap\",\"severity\":\"error\",\"file\":\"" + path +
                                    "\",\"line\":" + wrong_line +
                                    ",\"at\":\"projects[0].indicators[1].target_value\",\"label\":"));
    CHECK(contains(outcome.out, "\"value\":\"≥100%\",\"fixable\":true}"));
}

TEST_CASE("files are reported in the order of the arguments, and one that cannot be read stops none") {
    const Folder folder;
    const std::string first = folder.file("z.txt", wrong);
    const std::string second = folder.file("a.txt", wrong);
    const std::string missing = (folder.path / "none.txt").string();
    const Outcome outcome = jibiao_({"check", first, missing, second});
    CHECK(outcome.status == 2);
    CHECK(outcome.out.find(first) < outcome.out.find(second));
    CHECK(contains(outcome.out, "2 个文件：2 个错误"));
    CHECK(count_lines(outcome.err) == 1);
    CHECK(contains(outcome.err, "none.txt"));
}

TEST_CASE("--min-severity leaves out what is less grave, but not its exit status") {
    const Folder folder;
    const std::string blank = folder.file("c.txt", form_text("≥95%", ""));
    const Outcome outcome = jibiao_({"check", blank, "--min-severity", "error", "--fail-on", "warning"});
    CHECK_FALSE(contains(outcome.out, "plan-blank-quarter"));
    CHECK(outcome.status == 1);
}

TEST_CASE("- is standard input and standard output") {
    const Outcome outcome = jibiao_({"check", "-"}, wrong);
    CHECK(outcome.status == 1);
    CHECK(contains(outcome.out, "-:" + wrong_line + ": 错误 [value-percent-cap]"));
    const Outcome imported = jibiao_({"import", "-", "-o", "-"}, wrong);
    CHECK(imported.status == 0);
    CHECK(io::read_json(imported.out));
}

TEST_CASE("unusable files: status 2, one line that names the file, nothing written") {
    const Folder folder;
    const std::string out = (folder.path / "out.json").string();
    const std::string one_line = folder.file("line.txt", std::string(50'000'000, 'x'));
    const std::string paths[] = {
        folder.file("empty.txt", ""),
        folder.file("blank.txt", "\n\n \n"),
        folder.file("binary.txt", std::string("\0\1\2\xff\xfe\0", 6)),
        folder.file("other.txt", "今天天气很好。\n"),
        folder.file("broken.json", "{\"format\":\"jibiao-book\",\"version\":1,"),
        (folder.path / "missing.txt").string(),
        folder.path.string(),
        one_line,
    };
    const std::size_t before = folder.size();
    for (const std::string& path : paths) {
        INFO(path);
        const Outcome outcome = jibiao_({"import", path, "-o", out});
        CHECK(outcome.status == 2);
        CHECK(outcome.out.empty());
        CHECK(count_lines(outcome.err) == 1);
        CHECK(contains(outcome.err, path));
        CHECK(folder.size() == before);
    }
}

TEST_CASE("an imported book is checked like the text it came from") {
    const Folder folder;
    const std::string path = folder.file("b.txt", wrong);
    const std::string json = (folder.path / "b.jibiao.json").string();
    REQUIRE(jibiao_({"import", path, "-o", json}).status == 0);
    const Outcome outcome = jibiao_({"check", json});
    CHECK(outcome.status == 1);
    CHECK(contains(outcome.out, ":" + wrong_line + ": 错误 [value-percent-cap]"));
    REQUIRE(jibiao_({"export", json, "--to", "json", "-o", (folder.path / "again.json").string()}).status ==
            0);
    CHECK(folder.read("again.json") == folder.read("b.jibiao.json"));
    for (const std::string format : {"xml", "bin"}) {
        const std::string other = (folder.path / ("b." + format)).string();
        REQUIRE(jibiao_({"export", json, "--to", format, "-o", other}).status == 0);
        CHECK(jibiao_({"check", other}).out == replace_all(outcome.out, json, other));
        CHECK(jibiao_({"import", other}).out == folder.read("b.jibiao.json"));
    }
}

TEST_CASE("several files are imported into a folder") {
    const Folder folder;
    const Folder out;
    const std::string first = folder.file("a.txt", sound);
    const std::string second = folder.file("b.txt", wrong);
    CHECK(jibiao_({"import", first, second}).status == 2);
    CHECK(jibiao_({"import", first, second, "-o", out.path.string()}).status == 0);
    CHECK(io::read_json(out.read("a.jibiao.json")));
    CHECK(io::read_json(out.read("b.jibiao.json")));
    CHECK(out.size() == 2);
}

TEST_CASE("two files of one name are not imported over each other") {
    const Folder one;
    const Folder two;
    const Folder out;
    const Outcome outcome =
        jibiao_({"import", one.file("a.txt", sound), two.file("a.txt", wrong), "-o", out.path.string()});
    CHECK(outcome.status == 2);
    CHECK(contains(outcome.err, "a.jibiao.json"));
    CHECK(out.size() == 0);
}

TEST_CASE("import goes on after a file that cannot be read") {
    const Folder folder;
    const Folder out;
    const Outcome outcome = jibiao_({"import", (folder.path / "none.txt").string(),
                                     folder.file("b.txt", sound), "-o", out.path.string()});
    CHECK(outcome.status == 2);
    CHECK(contains(outcome.err, "none.txt"));
    CHECK(io::read_json(out.read("b.jibiao.json")));
}

TEST_CASE("writing keeps links, permissions, devices and files that happen to stand beside") {
    namespace fs = std::filesystem;
    const Folder folder;
    const std::string path = folder.file("a.txt", sound);
    const fs::path real = folder.file("real.json", "old");
    const fs::path link = folder.path / "link.json";
    folder.file("real.json.jibiao-tmp0", "not ours");
    fs::create_symlink(real, link);
    fs::permissions(real, fs::perms::owner_read | fs::perms::owner_write);
    REQUIRE(jibiao_({"import", path, "-o", link.string()}).status == 0);
    CHECK(fs::is_symlink(link));
    CHECK(io::read_json(folder.read("real.json")));
    CHECK(fs::status(real).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
    CHECK(folder.read("real.json.jibiao-tmp0") == "not ours");
    CHECK(folder.size() == 4);
    CHECK(jibiao_({"import", path, "-o", "/dev/null"}).status == 0);
    CHECK(fs::is_character_file("/dev/null"));
}

TEST_CASE("import gives our own files the form that --template names") {
    const Folder folder;
    const std::string json = (folder.path / "a.jibiao.json").string();
    REQUIRE(jibiao_({"import", folder.file("a.txt", sound), "-o", json}).status == 0);
    CHECK(contains(jibiao_({"import", json, "--template", "heb-2022"}).out, "\"heb-2022\""));
}

TEST_CASE("import reads with the form that --template names") {
    const Folder folder;
    const std::string path = folder.file("a.txt", sound);
    const Outcome outcome = jibiao_({"import", path, "--template", "heb-2022"});
    CHECK(contains(outcome.out, "\"heb-2022\""));
    CHECK(contains(jibiao_({"import", path, "--template", "heb-2031"}).err, "heb-2021"));
}

TEST_CASE("a disk that cannot be written to is status 2 and leaves nothing behind") {
    const Folder folder;
    const std::string path = folder.file("a.txt", sound);
    const Outcome outcome = jibiao_({"import", path, "-o", (folder.path / "no/such/out.json").string()});
    CHECK(outcome.status == 2);
    CHECK(count_lines(outcome.err) == 1);
    CHECK(folder.size() == 1);
    cli::Streams full{[](std::size_t) { return std::string(); }, [](std::string_view) { return false; },
                      [](std::string_view) {}};
    const std::string_view words[] = {"rules"};
    CHECK(cli::run(words, full) == 2);
}

TEST_CASE("slips in the command line are answered with what was probably meant") {
    struct Slip {
        std::vector<std::string> words;
        std::string_view answer;
    };
    const Slip slips[] = {
        {{"chekc", "a.txt"}, "是不是“check”"},
        {{"check", "a.txt", "--fromat", "json"}, "是不是“--format”"},
        {{"check", "a.txt", "--format", "jsno"}, "是不是“json”"},
        {{"check", "a.txt", "--format", "saref"}, "是不是“sarif”"},
        {{"check", "a.txt", "--jobs", "0"}, "1 到 256"},
        {{"check", "a.txt", "--phase", "submitted"}, "是不是“submit”"},
        {{"fix", "a.txt"}, "--dry-run"},
        {{"fix", "a.txt", "-o", "b.docx"}, ".jibiao"},
        {{"fix", "a.txt", "--dry-run=yes"}, "不带值"},
        {{"fix", "a.txt", "--dry-run", "--rule", "tpyo"}, "jibiao rules"},
        {{"check", "a.txt", "--format"}, "缺少"},
        {{"check", "a.txt", "--profile", "moon"}, "national"},
        {{"check"}, "用法"},
        {{"explain", "plan-not-10"}, "是不是“plan-not-100”"},
        {{"explain", "thingamajig"}, "jibiao rules"},
        {{"export", "a.txt", "--to", "docx", "-o", "b"}, "本版本还不能"},
        {{"export", "a.txt"}, "--to"},
        {{"xyzzy"}, "--help"},
    };
    for (const Slip& slip : slips) {
        INFO(slip.answer);
        const Outcome outcome = jibiao_(slip.words);
        CHECK(outcome.status == 2);
        CHECK(contains(outcome.err, slip.answer));
        CHECK(count_lines(outcome.err) == 1);
        CHECK(outcome.out.empty());
    }
}

TEST_CASE("rules, explain, templates, help and version print to standard output") {
    CHECK(contains(jibiao_({"rules"}).out, "plan-not-100"));
    CHECK(contains(jibiao_({"rules", "--format", "json"}).out,
                   "\"id\":\"sum-mismatch\",\"severity\":\"error\""));
    CHECK(contains(jibiao_({"templates"}).out, "gz-2024"));
    CHECK(contains(jibiao_({"--help"}).out, "jibiao check FILE..."));
    CHECK(contains(jibiao_({"check", "--help"}).out, "--min-severity"));
    CHECK(jibiao_({"--version"}).out.starts_with("jibiao "));
    CHECK(jibiao_({}).status == 2);
    const Outcome explained = jibiao_({"explain", "value-percent-cap"});
    CHECK(explained.status == 0);
    for (const std::string_view part : {"为什么", "怎么改", "依据", "把握", "会报告的例子", "≥100%"})
        CHECK(contains(explained.out, part));
}

} // namespace cli_test
