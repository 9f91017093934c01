#include "base/text.h"
#include "cli/program.h"
#include "cli/report.h"
#include "io/archive.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace suppress_test {

using namespace jibiao;
using namespace program;

namespace {

const std::string wrong = form_text("≥100%");
constexpr std::string_view place = "projects[0].indicators[1].target_value";

/// `suppress` of the one error in the file, with these words behind it.
Outcome suppress(const std::string& path, std::vector<std::string> words) {
    words.insert(words.begin(),
                 {"suppress", path, "--rule", "value-percent-cap", "--at", std::string(place)});
    return jibiao_(words);
}

/// A file in which it is suppressed.
std::string suppressed_in(const Folder& folder) {
    const std::string out = (folder.path / "b.jibiao.json").string();
    const Outcome outcome = suppress(folder.file("a.txt", wrong), {"--reason", "上级要求", "-o", out});
    REQUIRE(outcome.status == 0);
    CHECK(outcome.err.empty());
    return out;
}

Book book_in(const Folder& folder, std::string_view name) {
    const auto book = io::read_json(folder.read(name));
    REQUIRE(book);
    return *book;
}

std::size_t count_lines(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count(text, '\n'));
}

} // namespace

TEST_CASE("suppress keeps the reason in the book, and check no longer counts the finding") {
    const Folder folder;
    const std::string path = suppressed_in(folder);
    const Book book = book_in(folder, "b.jibiao.json");
    REQUIRE(book.suppressions.size() == 1);
    CHECK(book.suppressions[0].reason == "上级要求");
    CHECK(book.suppressions[0].date == "2026-11-22");
    const Outcome outcome = jibiao_({"check", path});
    CHECK(outcome.status == 0);
    CHECK(contains(outcome.out, "已说明不改的问题：\n"));
    CHECK(contains(outcome.out, "    理由：上级要求（2026-11-22）\n"));
    CHECK(contains(outcome.out, "0 个错误，0 个警告，0 个提示。已说明不改 1 项。"));
    CHECK(outcome.out.ends_with("结论（上报）：可上报（另有 1 项说明不改）。\n"));
    CHECK(jibiao_({"check", path, "--fail-on", "hint"}).status == 0);
}

TEST_CASE("every report shows what is suppressed, and why") {
    const Folder folder;
    const std::string path = suppressed_in(folder);
    for (const cli::ReportFormat& format : cli::report_formats()) {
        CAPTURE(format.name);
        const Outcome outcome = jibiao_({"check", path, "--format", std::string(format.name)});
        CHECK(outcome.status == 0);
        CHECK(contains(outcome.out, "上级要求"));
        CHECK(contains(outcome.out, "2026-11-22"));
        CHECK_FALSE(contains(
            jibiao_({"check", folder.file("a.txt", wrong), "--format", std::string(format.name)}).out,
            "上级要求"));
    }
    const auto report = [&](const char* format) { return jibiao_({"check", path, "--format", format}).out; };
    CHECK(contains(report("json"), "\"findings\":[],\"suppressed\":[\n{\"rule\":\"value-percent-cap\""));
    CHECK(contains(report("json"), "\"reason\":\"上级要求\",\"date\":\"2026-11-22\"}"));
    CHECK(contains(report("sarif"), "\"suppressions\":[{\"kind\":\"inSource\",\"status\":\"accepted\","
                                    "\"justification\":\"上级要求\""));
    CHECK(contains(report("html"), "<h2>已说明不改的问题</h2>"));
    CHECK(contains(report("html"), "没有发现问题"));
    CHECK(contains(report("csv"), "不改的理由\r\n"));
    CHECK_FALSE(contains(report("csv"), ",是,"));
}

TEST_CASE("the opinion that is printed has the remarks, too") {
    const Folder folder;
    suppressed_in(folder);
    Book book = book_in(folder, "b.jibiao.json");
    const auto opinion = [&] {
        const std::string path = folder.file("c.jibiao.json", io::write_json(book));
        return jibiao_({"check", path, "--format", "html"}).out;
    };
    CHECK_FALSE(contains(opinion(), "<h2>批注</h2>"));
    const FieldRef at{Field::target_value, book.projects[0].indicators[1].id};
    book.comments = {{at, CommentKind::returned, "请按<上年>实际填", "张三", "2026-11-23"},
                     {at, CommentKind::resolved, "", "李四", "2026-11-24"}};
    const std::string text = opinion();
    CHECK(contains(text, "<h2>批注</h2>"));
    const std::size_t returned = text.find("请按&lt;上年&gt;实际填");
    const std::size_t resolved = text.find("李四");
    REQUIRE(returned != text.npos);
    CHECK(text.rfind("退回", returned) != text.npos);
    CHECK(text.rfind("≥100%", returned) > text.rfind("<tr>", returned)); // What it is about is quoted.
    CHECK(text.find("张三", returned) < resolved);
    REQUIRE(resolved != text.npos);
    CHECK(contains(text.substr(returned, resolved - returned), "已处理"));
}

TEST_CASE("--remove takes the reason back") {
    const Folder folder;
    const std::string path = suppressed_in(folder);
    CHECK(suppress(path, {"--remove", "-o", path}).status == 0);
    CHECK(book_in(folder, "b.jibiao.json").suppressions.empty());
    CHECK(jibiao_({"check", path}).status == 1);
    const Outcome again = suppress(path, {"--remove", "-o", path});
    CHECK(again.status == 2);
    CHECK(contains(again.err, "别处也没有"));
}

TEST_CASE("a changed cell brings the finding back, and the old reason is a hint") {
    const Folder folder;
    suppressed_in(folder);
    const std::string changed =
        folder.file("c.jibiao.json", replace_all(folder.read("b.jibiao.json"), "\"text\": \"≥100%\", \"raw\"",
                                                 "\"text\": \"≥110%\", \"raw\""));
    const Outcome outcome = jibiao_({"check", changed});
    CHECK(outcome.status == 1);
    CHECK(contains(outcome.out, "[value-percent-cap]"));
    CHECK(contains(outcome.out, "提示 [unused-suppression]"));
    CHECK(contains(outcome.out, "上级要求"));
}

TEST_CASE("suppress says in one line what it needs") {
    const Folder folder;
    const std::string path = folder.file("a.txt", wrong);
    const std::string out = (folder.path / "b.jibiao.json").string();
    struct Slip {
        std::vector<std::string> words;
        std::string_view answer;
    };
    const std::string at(place);
    const Slip slips[] = {
        {{"--rule", "value-percent-cap", "--at", at, "-o", out}, "--reason"},
        {{"--rule", "value-percent-cap", "--at", at, "-o", out, "--reason", " "}, "--reason"},
        {{"--at", at, "-o", out, "--reason", "x"}, "--rule"},
        {{"--rule", "value-percent-cap", "-o", out, "--reason", "x"}, "--at"},
        {{"--rule", "value-percent-cap", "--at", at, "--reason", "x"}, "--output"},
        {{"--rule", "no-such-rule", "--at", at, "-o", out, "--reason", "x"}, "没有规则“no-such-rule”"},
        {{"--rule", "unused-suppression", "--at", at, "-o", out, "--reason", "x"}, "--remove"},
        {{"--rule", "value-percent-cap", "--at", "projects[9]", "-o", out, "--reason", "x"}, place},
        {{"--rule", "typo", "--at", at, "-o", out, "--reason", "x"}, "没有规则 typo 的问题，别处也没有"},
        {{"--rule", "value-percent-cap", "--at", at, "-o", out, "--reason", "x", "--remove"}, "--remove"},
        {{"--rule", "value-percent-cap", "--at", at, "-o", "b.txt", "--reason", "x"}, ".jibiao"},
        {{"--rule", "value-percent-cap", "--at", at, "-o", out, "--reason", "x", "--as-of", "2026-2-1"},
         "2026-11-22 这样的日期"},
    };
    for (const Slip& slip : slips) {
        CAPTURE(slip.answer);
        std::vector<std::string> words{"suppress", path};
        words.insert(words.end(), slip.words.begin(), slip.words.end());
        const Outcome outcome = jibiao_(words);
        CHECK(outcome.status == 2);
        CHECK(contains(outcome.err, slip.answer));
        CHECK(count_lines(outcome.err) == 1);
        CHECK(outcome.out.empty());
    }
    CHECK(folder.size() == 1);
}

TEST_CASE("a text form has no place for reasons, and says so") {
    const Folder folder;
    const std::string path = suppressed_in(folder);
    const Outcome outcome = jibiao_({"export", path, "--to", "txt", "-o", (folder.path / "b.txt").string()});
    CHECK(outcome.status == 0);
    CHECK(contains(outcome.err, "1 条不改的理由没有写出"));
}

TEST_CASE("fix and check --record write by what the book was judged; another check says what is different") {
    const Folder folder;
    const std::string path = folder.file("a.txt", wrong);
    const std::string out = (folder.path / "b.jibiao.json").string();
    CHECK(jibiao_({"check", path, "--record", out, "--as-of", "2026-10-31", "--phase", "review"}).status ==
          1);
    const CheckRecord record = book_in(folder, "b.jibiao.json").last_check;
    CHECK(record.profile == "national");
    CHECK(record.as_of == "2026-10-31");
    CHECK(record.phase == "review");
    CHECK(jibiao_({"check", out}).err.empty());
    CHECK(contains(jibiao_({"rules"}).out, "规则包 " + record.rule_pack));

    const std::string other = folder.file("c.jibiao.json", replace_all(folder.read("b.jibiao.json"),
                                                                       "\"rule_pack\": \"" + record.rule_pack,
                                                                       "\"rule_pack\": \"2020.7"));
    const Outcome outcome = jibiao_({"check", other, "--format", "json"});
    CHECK(contains(outcome.err, "规则包 2020.7"));
    CHECK(count_lines(outcome.err) == 1);
    CHECK(contains(outcome.out, "\"last_check\":{\"profile\":\"national\",\"rule_pack\":\"2020.7\","));
    CHECK(contains(outcome.out, "\"as_of\":null}"));
    CHECK(contains(jibiao_({"check", path, "--format", "json", "--as-of", "2026-10-31"}).out,
                   "\"as_of\":\"2026-10-31\""));

    CHECK(jibiao_({"fix", other, "-o", other}).status == 0);
    CHECK(book_in(folder, "c.jibiao.json").last_check ==
          CheckRecord{"national", record.rule_pack, "2026-11-22", "submit"});
    CHECK(jibiao_({"check", path, out, "--record", out}).status == 2);
    CHECK(jibiao_({"check", path, "--record", "b.txt"}).status == 2);
    CHECK(contains(jibiao_({"check", path, "--as-of", "2026-13-01"}).err, "--as-of"));
}

} // namespace suppress_test
