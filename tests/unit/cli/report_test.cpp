#include "base/text.h"
#include "check/check.h"
#include "cli/program.h"
#include "cli/report.h"
#include "io/json_text.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

namespace report_test {

using namespace jibiao;
using namespace program;

namespace {

const std::string sound = form_text("≥95%");
const std::string wrong = form_text("≥100%");
const std::string warned = form_text("≥95%", "");

/// The report on one file of the folder.
std::string report(const Folder& folder, std::string_view format, std::string_view text) {
    return jibiao_({"check", folder.file("a.txt", text), "--format", std::string(format)}).out;
}

/// Cells of a CSV text by RFC 4180.
std::vector<std::vector<std::string>> csv_rows(std::string_view text) {
    std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"' && quoted && text.substr(i + 1, 1) == "\"") {
            rows.back().back() += text[i++];
        } else if (text[i] == '"') {
            quoted = !quoted;
        } else if (text[i] == ',' && !quoted) {
            rows.back().emplace_back();
        } else if (text.substr(i, 2) == "\r\n" && !quoted) {
            rows.emplace_back(1);
            ++i;
        } else {
            rows.back().back() += text[i];
        }
    }
    rows.pop_back(); // Behind the last line end.
    return rows;
}

std::string cell(const std::vector<std::vector<std::string>>& rows, std::size_t row,
                 std::string_view column) {
    const auto at = std::ranges::find(rows[0], column);
    REQUIRE(at != rows[0].end());
    return rows[row].at(static_cast<std::size_t>(at - rows[0].begin()));
}

std::size_t count(std::string_view text, std::string_view part) {
    std::size_t result = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1))
        ++result;
    return result;
}

} // namespace

TEST_CASE("--phase decides the verdict, and without --fail-on the exit status") {
    const Folder folder;
    struct Row {
        std::string_view phase;
        const std::string& text;
        int status;
        std::string_view verdict;
    };
    const Row rows[] = {
        {"draft", wrong, 0, "结论（编制）：编制中。\n"},
        {"submit", wrong, 1, "结论（上报）：有 1 项须改。\n"},
        {"submit", warned, 0, "结论（上报）：可上报。\n"},
        {"review", warned, 1, "结论（审核）：有 1 项须改。\n"},
        {"review", sound, 0, "结论（审核）：可上报。\n"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.verdict);
        const Outcome outcome =
            jibiao_({"check", folder.file("a.txt", row.text), "--phase", std::string(row.phase)});
        CHECK(outcome.status == row.status);
        CHECK(outcome.out.ends_with(row.verdict));
    }
    const std::string path = folder.file("a.txt", wrong);
    CHECK(jibiao_({"check", path, "--phase", "draft", "--fail-on", "error"}).status == 1);
    CHECK(contains(jibiao_({"check", path, "--format", "json"}).out,
                   "\"to_mend\":1,\"verdict\":\"有 1 项须改\"}"));
    CHECK(contains(jibiao_({"check", path, "--min-severity", "error", "--phase", "review"}).out,
                   "有 1 项须改"));
}

TEST_CASE("of several files the text report says which are ready") {
    const Folder folder;
    const std::string bad = folder.file("a.txt", wrong);
    const std::string good = folder.file("b.txt", sound);
    CHECK(jibiao_({"check", bad, good})
              .out.ends_with(bad + "：有 1 项须改\n" + good +
                             "：可上报\n结论（上报）：1 个文件可上报，1 个须改。\n"));
}

TEST_CASE("every report is the same for one job as for many, and --output takes it") {
    const Folder folder;
    std::vector<std::string> words{"check"};
    for (int i = 0; i < 30; ++i)
        words.push_back(folder.file(std::to_string(i) + ".txt", i % 3 == 0 ? wrong : warned));
    words.push_back((folder.path / "none.txt").string());
    for (const cli::ReportFormat& format : cli::report_formats()) {
        CAPTURE(format.name);
        const auto with = [&](std::vector<std::string> more) {
            more.insert(more.begin(), words.begin(), words.end());
            more.insert(more.end(), {"--format", std::string(format.name)});
            return jibiao_(more);
        };
        const Outcome one = with({"--jobs", "1"});
        const Outcome many = with({"--jobs", "8"});
        CHECK(one.out == many.out);
        CHECK(one.err == many.err);
        CHECK(one.status == 2);
        CHECK(one.out.find("/0.txt") < one.out.find("/29.txt"));
        CHECK(with({"-o", (folder.path / "report").string()}).out.empty());
        CHECK(folder.read("report") == one.out);
    }
}

TEST_CASE("the SARIF report has the members that the standard asks for") {
    const Folder folder;
    const std::string text = report(folder, "sarif", wrong);
    const auto json = io::JsonText::read(text);
    REQUIRE(json);
    const rapidjson::Value& log = json->root();
    CHECK(io::view(log["version"]) == "2.1.0");
    REQUIRE(log["runs"].Size() == 1);
    const rapidjson::Value& run = log["runs"][0];
    const rapidjson::Value& rules = run["tool"]["driver"]["rules"];
    REQUIRE(rules.Size() == check::rules().size());
    REQUIRE(run["results"].Size() == 1);
    const rapidjson::Value& result = run["results"][0];
    CHECK(io::view(result["ruleId"]) == "value-percent-cap");
    CHECK(io::view(result["level"]) == "error");
    CHECK_FALSE(io::view(result["message"]["text"]).empty());
    const rapidjson::Value& rule = rules[result["ruleIndex"].GetUint()];
    CHECK(io::view(rule["id"]) == "value-percent-cap");
    CHECK(io::view(rule["name"]) == "ValuePercentCap");
    for (const char* member : {"shortDescription", "fullDescription", "help"})
        CHECK_FALSE(io::view(rule[member]["text"]).empty());
    const rapidjson::Value& place = result["locations"][0];
    const std::string_view before = std::string_view(wrong).substr(0, wrong.find("≥100%"));
    CHECK(place["physicalLocation"]["region"]["startLine"].GetInt() == std::ranges::count(before, '\n') + 1);
    CHECK(io::view(place["physicalLocation"]["artifactLocation"]["uri"]) ==
          "file://" + (folder.path / "a.txt").string());
    CHECK(io::view(place["logicalLocations"][0]["fullyQualifiedName"]) ==
          "projects[0].indicators[1].target_value");
    CHECK(io::view(result["partialFingerprints"]["jibiao/v1"]).size() == 16);
    CHECK(result["properties"]["fixable"].GetBool());
    CHECK(run["invocations"][0]["executionSuccessful"].GetBool());
}

TEST_CASE("SARIF levels and related places") {
    const Folder folder;
    const std::string text = report(folder, "sarif", replace_all(warned, "科普经费", "科普经费（展品"));
    const auto json = io::JsonText::read(text);
    REQUIRE(json);
    bool related = false;
    for (const rapidjson::Value& result : json->root()["runs"][0]["results"].GetArray()) {
        const std::string_view level = io::view(result["level"]);
        CHECK((level == "error" || level == "warning" || level == "note"));
        if (!result.HasMember("relatedLocations"))
            continue;
        related = true;
        CHECK(result["relatedLocations"][0]["id"].GetInt() == 1);
        CHECK_FALSE(io::view(result["relatedLocations"][0]["message"]["text"]).empty());
    }
    CHECK(related);
    CHECK(contains(text, "\"level\":\"warning\""));
}

TEST_CASE("SARIF escapes paths, and names lines only of the file itself") {
    const Folder folder;
    const std::string path = folder.file("示例 1#.txt", wrong);
    CHECK(contains(jibiao_({"check", path, "--format", "sarif"}).out, "/%E7%A4%BA%E4%BE%8B%201%23.txt\""));
    const std::string json = (folder.path / "a.json").string();
    REQUIRE(jibiao_({"import", path, "-o", json}).status == 0);
    const std::string of_json = jibiao_({"check", json, "--format", "sarif"}).out;
    CHECK(contains(of_json, "\"ruleId\":\"value-percent-cap\""));
    CHECK_FALSE(contains(of_json, "startLine"));
    const std::string missing = (folder.path / "none.txt").string();
    const std::string with_missing = jibiao_({"check", path, missing, "--format", "sarif"}).out;
    CHECK(contains(with_missing, "\"executionSuccessful\":false"));
    CHECK(contains(with_missing, "none.txt\"}"));
}

TEST_CASE("the CSV report has the whole row of the indicator") {
    const Folder folder;
    const std::string text = report(folder, "csv", wrong);
    REQUIRE(text.starts_with("\xEF\xBB\xBF"));
    const auto rows = csv_rows(std::string_view(text).substr(3));
    REQUIRE(rows.size() == 2);
    REQUIRE(rows[1].size() == rows[0].size());
    CHECK(cell(rows, 1, "级别") == "错误");
    CHECK(cell(rows, 1, "须改") == "是");
    CHECK(cell(rows, 1, "规则") == "value-percent-cap");
    CHECK(cell(rows, 1, "项目编码") == "90000021ABCDEFGHJK123");
    CHECK(cell(rows, 1, "项目名称") == "科普经费");
    CHECK(cell(rows, 1, "一级指标") == "产出指标");
    CHECK(cell(rows, 1, "二级指标") == "质量指标");
    CHECK(cell(rows, 1, "三级指标") == "培训合格率");
    CHECK(cell(rows, 1, "绩效指标描述") == "考核合格的比例");
    CHECK(cell(rows, 1, "指标值") == "≥100%");
    CHECK(cell(rows, 1, "指标值确定依据") == "年度工作计划");
    CHECK(cell(rows, 1, "位置") == "指标 2 培训合格率 › 指标值");
    CHECK(cell(rows, 1, "原文") == "≥100%");
    CHECK(cell(rows, 1, "可以改成") == "改为“100%”");
    CHECK_FALSE(cell(rows, 1, "怎么改").empty());
}

TEST_CASE("CSV cells are quoted, and no spreadsheet takes one for a formula") {
    const Folder folder;
    std::string text = replace_all(wrong, "考核合格的比例", "合格的\"比例\",按考核");
    text = replace_all(text, "培训合格率", "=HYPERLINK(A1)合格率");
    const auto rows = csv_rows(std::string_view(report(folder, "csv", text)).substr(3));
    REQUIRE(rows.size() >= 2);
    for (std::size_t i = 1; i < rows.size(); ++i) {
        CHECK(rows[i].size() == rows[0].size());
        for (const std::string& one : rows[i])
            CHECK((one.empty() || std::string_view("=+-@").find(one.front()) == std::string_view::npos));
    }
    const auto capped =
        std::ranges::find_if(rows, [](const auto& row) { return row[4] == "value-percent-cap"; });
    REQUIRE(capped != rows.end());
    const auto at = static_cast<std::size_t>(capped - rows.begin());
    CHECK(cell(rows, at, "三级指标") == "'=HYPERLINK(A1)合格率");
    CHECK(cell(rows, at, "绩效指标描述") == "合格的\"比例\",按考核");
}

TEST_CASE("the HTML report can be printed and signed, and is one file without scripts") {
    const Folder folder;
    const std::string text = report(folder, "html", wrong);
    for (const std::string_view part :
         {"预算绩效目标审核意见", "示例市科学技术协会本级", "上报：有 1 项须改",
          "1 个错误，0 个警告，0 个提示", "项目 1 科普经费（90000021ABCDEFGHJK123）",
          "指标 2 培训合格率 › 指标值", "≥100%", "可修复：改为“100%”", "审核人（签字）", "日期：", "@page",
          "break-inside: avoid"})
        CHECK_MESSAGE(contains(text, part), part);
    for (const std::string_view outside : {"<script", "src=", "href=", "url("})
        CHECK_FALSE(contains(text, outside));
    CHECK(contains(report(folder, "html", sound), "没有发现问题。"));
}

TEST_CASE("the HTML report shows markup in cells as text") {
    const Folder folder;
    const std::string text =
        report(folder, "html", replace_all(wrong, "培训合格率", "<img onerror=\"x\">&'合格率"));
    CHECK_FALSE(contains(text, "<img"));
    CHECK(contains(text, "&lt;img onerror=&quot;x&quot;&gt;&amp;&#39;合格率"));
}

TEST_CASE("several files are one HTML document, with an overview and a part each") {
    const Folder folder;
    const std::string bad = folder.file("a.txt", wrong);
    const std::string good = folder.file("b.txt", sound);
    const std::string missing = (folder.path / "none.txt").string();
    const std::string text = jibiao_({"check", bad, good, missing, "--format", "html"}).out;
    CHECK(count(text, "<section class=\"book\">") == 2);
    CHECK(count(text, "<html") == 1);
    CHECK(contains(text, "审核汇总"));
    CHECK(contains(text, "没有读取"));
    CHECK(count(text, "审核人（签字）") == 2);
}

} // namespace report_test
