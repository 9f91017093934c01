#include "base/text.h"
#include "cli/program.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace known_findings_test {

using namespace jibiao;
using namespace program;

namespace {

const std::string wrong = form_text("≥100%");
const std::string worse = form_text("≥100%", "99%"); // The plan falls, too.

std::size_t count_lines(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count(text, '\n'));
}

} // namespace

TEST_CASE("what the baseline knows does not count; what is new does") {
    const Folder folder;
    const std::string path = folder.file("a.txt", wrong);
    const std::string baseline = (folder.path / "baseline.json").string();
    const Outcome written = jibiao_({"check", path, "--write-baseline", baseline});
    CHECK(written.status == 0);
    CHECK(contains(written.out, "基线中已有 1 项。"));
    CHECK(contains(folder.read("baseline.json"), "\"rule\": \"value-percent-cap\""));
    CHECK(contains(folder.read("baseline.json"), "指标值"));

    const Outcome known = jibiao_({"check", path, "--baseline", baseline, "--fail-on", "hint"});
    CHECK(known.status == 0);
    CHECK(known.err.empty());
    CHECK(known.out == "1 个文件：0 个错误，0 个警告，0 个提示。基线中已有 1 项。\n结论（上报）：可上报。\n");

    folder.file("a.txt", worse);
    const Outcome more = jibiao_({"check", path, "--baseline", baseline});
    CHECK(more.status == 1);
    CHECK(contains(more.out, "[plan-not-monotone]"));
    CHECK_FALSE(contains(more.out, "[value-percent-cap]"));
    for (const char* format : {"json", "sarif"})
        CHECK(contains(jibiao_({"check", path, "--baseline", baseline, "--format", format}).out,
                       "\"in_baseline\":1"));
    CHECK(contains(jibiao_({"check", path, "--baseline", baseline, "--format", "html"}).out,
                   "基线中已有 1 项"));
}

TEST_CASE("a renamed file is known, and other rules than the baseline's are told") {
    const Folder folder;
    const std::string baseline = (folder.path / "baseline.json").string();
    CHECK(jibiao_({"check", folder.file("a.txt", wrong), "--write-baseline", baseline}).status == 0);
    folder.file("baseline.json", replace_all(folder.read("baseline.json"), "\"profile\": \"national\"",
                                             "\"profile\": \"hebei\""));
    const Outcome outcome = jibiao_({"check", folder.file("b.txt", wrong), "--baseline", baseline});
    CHECK(outcome.status == 0);
    CHECK(contains(outcome.err, "基线用规则配置 hebei"));
    CHECK(count_lines(outcome.err) == 1);
}

TEST_CASE("each entry of a baseline accounts for one finding") {
    const Folder folder;
    const std::string first = folder.file("a.txt", wrong);
    const std::string baseline = (folder.path / "baseline.json").string();
    CHECK(jibiao_({"check", first, "--write-baseline", baseline}).status == 0);
    const Outcome both = jibiao_({"check", first, folder.file("b.txt", wrong), "--baseline", baseline});
    CHECK(both.status == 1);
    CHECK(contains(both.out, "b.txt:"));
    CHECK(contains(both.out, "基线中已有 1 项。"));
}

TEST_CASE("entries that are gone are told, but not those of files that were not checked") {
    const Folder folder;
    const std::string first = folder.file("a.txt", worse);
    const std::string second = folder.file("b.txt", wrong);
    const std::string baseline = (folder.path / "baseline.json").string();
    CHECK(jibiao_({"check", first, second, "--write-baseline", baseline}).status == 0);
    folder.file("a.txt", wrong);
    const Outcome outcome = jibiao_({"check", first, "--baseline", baseline});
    CHECK(outcome.status == 0);
    CHECK(count_lines(outcome.err) ==
          count_lines(jibiao_({"check", first, second, "--baseline", baseline}).err));
    CHECK(contains(outcome.err, "基线中的问题已经没有了：" + first + " [plan-not-monotone]"));
    CHECK_FALSE(contains(outcome.err, "b.txt"));
    folder.file("b.txt", form_text("≥95%"));
    const Outcome other = jibiao_({"check", first, second, "--baseline", baseline});
    CHECK(contains(other.err, "基线中的问题已经没有了：" + second + " [value-percent-cap]"));
    CHECK(count_lines(other.err) == 2);
}

TEST_CASE("what the book itself gives a reason for is shown, and not gone from the baseline") {
    const Folder folder;
    const std::string path =
        folder.file("a.jibiao.json", jibiao_({"import", folder.file("a.txt", wrong)}).out);
    const std::string baseline = (folder.path / "baseline.json").string();
    CHECK(jibiao_({"check", path, "--write-baseline", baseline}).status == 0);
    CHECK(jibiao_({"suppress", path, "--rule", "value-percent-cap", "--at",
                   "projects[0].indicators[1].target_value", "--reason", "上级要求", "-o", path})
              .status == 0);
    const Outcome outcome = jibiao_({"check", path, "--baseline", baseline});
    CHECK(outcome.err.empty());
    CHECK(contains(outcome.out, "上级要求"));
    CHECK(contains(outcome.out, "已说明不改 1 项。\n"));
}

TEST_CASE("a baseline that cannot be used is status 2, with one line") {
    const Folder folder;
    const std::string path = folder.file("a.txt", wrong);
    const std::string broken = folder.file("broken.json", "{\"format\":");
    const std::string other = folder.file("other.json", "{}");
    const std::vector<std::vector<std::string>> words{
        {"--baseline", broken},
        {"--baseline", other},
        {"--baseline", (folder.path / "none.json").string()},
        {"--baseline", other, "--write-baseline", other},
        {"--write-baseline", (folder.path / "no/such.json").string()},
    };
    for (std::vector<std::string> one : words) {
        CAPTURE(one[1]);
        one.insert(one.begin(), {"check", path});
        const Outcome outcome = jibiao_(one);
        CHECK(outcome.status == 2);
        CHECK(count_lines(outcome.err) == 1);
        CHECK(outcome.out.empty());
    }
    CHECK(contains(jibiao_({"check", path, "--baseline", other}).err, "--write-baseline"));
}

} // namespace known_findings_test
