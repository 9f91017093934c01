#include "io/baseline.h"

#include "base/text.h"

#include <doctest/doctest.h>

namespace baseline_test {

using namespace jibiao;
using namespace jibiao::io;

TEST_CASE("a baseline comes back as it was written, a finding a line") {
    const Baseline baseline{
        "national",
        "2026.1",
        {{"00ff", "目录/甲.txt", "typo", "项目 1 “科普” › 资金用途"}, {"00ff:2", "b.txt", "x", ""}}};
    const std::string text = write_baseline(baseline);
    CHECK(
        contains(text, "\n    {\"fingerprint\": \"00ff\", \"file\": \"目录/甲.txt\", \"rule\": \"typo\", "));
    const auto read = read_baseline(text);
    REQUIRE(read);
    CHECK(*read == baseline);
    CHECK(*read_baseline(write_baseline({})) == Baseline{});
}

TEST_CASE("what is no baseline is an error that says so") {
    struct Case {
        const char* text;
        const char* what;
    };
    for (
        const Case& one :
        {Case{"", "JSON"}, Case{"[1,2", "行"}, Case{"[]", "不是基线文件"},
         Case{R"({"format":"jibiao-book","version":3})", "不是基线文件"},
         Case{R"({"format":"jibiao-baseline"})", "版本"},
         Case{R"({"format":"jibiao-baseline","version":2,"findings":[]})", "版本"},
         Case{R"({"format":"jibiao-baseline","version":1})", "findings"},
         Case{R"({"format":"jibiao-baseline","version":1,"findings":{}})", "findings"},
         Case{R"({"format":"jibiao-baseline","version":1,"findings":[5]})", "第 1 项"},
         Case{
             R"({"format":"jibiao-baseline","version":1,"findings":[{"fingerprint":"a"},{"fingerprint":7}]})",
             "第 2 项"}}) {
        CAPTURE(one.text);
        const auto read = read_baseline(one.text);
        REQUIRE_FALSE(read);
        CHECK(contains(read.error().what, one.what));
    }
}

} // namespace baseline_test
