#include "base/text.h"
#include "cli/cli.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace seeds_test {

using namespace jibiao;

namespace {

const std::filesystem::path seeds = std::filesystem::path(JIBIAO_SOURCE_DIR) / "../shared/seeds";

std::vector<std::string> seed_files() {
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(seeds))
        files.push_back(entry.path().string());
    std::ranges::sort(files);
    return files;
}

/// The lines of the JSON report that are findings of `rule`.
std::vector<std::string_view> findings_of(std::string_view report, std::string_view rule) {
    std::vector<std::string_view> result;
    for (const std::string_view line : split_lines(report)) {
        if (line.starts_with("{\"rule\":\"" + std::string(rule) + "\""))
            result.push_back(line);
    }
    return result;
}

bool stands_at(std::string_view finding, std::string_view seed, int line) {
    return contains(finding, "/" + std::string(seed) + "_") &&
           contains(finding, "\"line\":" + std::to_string(line) + ",");
}

} // namespace

TEST_CASE("the published documents are checked, where they are at hand" *
          doctest::skip(!std::filesystem::exists(seeds))) {
    std::string out;
    cli::Streams streams{[](std::size_t) { return std::string(); },
                         [&out](std::string_view text) {
                             out += text;
                             return true;
                         },
                         [](std::string_view) {}, [] { return std::string("2026-11-22"); }};
    const auto files = seed_files();
    std::vector<std::string_view> words{"check", "--format", "json"};
    words.insert(words.end(), files.begin(), files.end());
    CHECK(cli::run(words, streams) == 1);

    struct Known {
        std::string_view rule;
        std::string_view seed;
        int line;
    };
    const Known known[] = {
        {"value-repeated-digits", "000", 282}, {"value-missing-unit", "000", 282},
        {"cost-ne-budget", "000", 1005},       {"placeholder", "000", 983},
        {"basis-missing", "000", 199},         {"unbalanced-bracket", "000", 593},
        {"plan-blank-quarter", "000", 343},    {"plan-blank-quarter", "000", 433},
        {"plan-blank-quarter", "000", 613},    {"plan-blank-quarter", "000", 792},
        {"plan-blank-quarter", "000", 874},    {"plan-blank-quarter", "000", 963},
        {"value-percent-cap", "001", 113},     {"value-percent-cap", "000", 191},
        {"unbalanced-bracket", "003", 85},     {"unbalanced-bracket", "003", 125},
        {"basis-missing", "003", 512},         {"basis-missing", "004", 100},
        {"value-missing-unit", "004", 53},     {"value-missing-unit", "004", 93},
    };
    for (const Known& one : known) {
        INFO(one.rule, " ", one.seed, ":", one.line);
        CHECK(std::ranges::any_of(findings_of(out, one.rule), [&](std::string_view finding) {
            return stands_at(finding, one.seed, one.line);
        }));
    }
    const auto missing = findings_of(out, "missing-category");
    CHECK(std::ranges::any_of(missing, [](std::string_view finding) {
        return stands_at(finding, "000", 809) && contains(finding, "\"projects[8].indicators\"");
    }));
    for (const std::string_view silent : {"sum-mismatch", "plan-not-100", "plan-not-monotone"}) {
        INFO(silent);
        CHECK(findings_of(out, silent).empty());
    }
    CHECK(findings_of(out, "cost-ne-budget").size() == 1);
}

} // namespace seeds_test
