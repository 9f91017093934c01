#include "check/books.h"
#include "io/import_support.h"

#include <algorithm>
#include <set>
#include <string>

namespace imported_test {

using namespace jibiao;
using namespace jibiao::check;

// What an import restored must be reported: examples of rules cannot say where a cell came from.

namespace {

/// "rule@line rule@line …" of some rules, as a check of the imported text reports them.
std::string found(std::string_view text, const std::set<std::string_view>& rules) {
    const Book book = import_support::imported(text);
    std::string words;
    for (const Finding& finding : run(book).findings) {
        if (!rules.contains(finding.rule))
            continue;
        words += words.empty() ? "" : " ";
        words += std::string(finding.rule) + "@" + std::to_string(line_of(book, finding.at));
    }
    return words;
}

const std::string plan_head = "资金支出计划（%）|3月底|6月底|10月底|";
const std::string rows = "|质量指标|演出合格率|合格场次占比|≥95%|工作计划\n"
                         "效益指标|社会效益指标|观众人次|全年观众|≥3000人次|上年统计\n";

} // namespace

TEST_CASE("a checkpoint that the import filled in is reported") {
    const std::string code = "项目编码|99010021P00702210044W|项目名称|演出经费\n";
    const std::string end = import_support::header + import_support::first_row + rows;
    const auto text = [&](const std::string& last) {
        return import_support::head +
               import_support::lines(code + plan_head + last + "\n|25%|50%|75%|100%\n" + end);
    };
    CHECK(found(text(""), {"missing-label"}) == "missing-label@3");
    CHECK(found(text("12月底"), {"missing-label"}).empty());
}

TEST_CASE("a level 1 that the import took from the tree is reported, a label further down is not") {
    const std::string level1 = "产出指标|数量指标|演出场次|全年场次|≥60场|工作计划\n";
    const std::string lost = level1 + rows.substr(0, rows.find("效益指标")) +
                             "|社会效益指标|观众人次|全年观众|≥3000人次|上年统计\n"
                             "满意度指标|服务对象满意度指标|观众满意度|满意观众占比|≥90%|问卷\n";
    const std::string below = level1 + "|社会效益指标|观众人次|全年观众|≥3000人次|上年统计\n"
                                       "效益指标|可持续影响指标|机制运行年限|机制运行的年限|≥3年|工作计划\n";
    const auto text = [](const std::string& all) {
        return import_support::head + import_support::lines(import_support::header + all);
    };
    CHECK(found(text(lost), {"level1-missing"}) == "level1-missing@5");
    CHECK(found(text(below), {"level1-missing"}).empty());
    const std::string strange =
        "项目完成指标|数量指标|演出场次|全年场次|≥60场|工作计划\n" + rows.substr(0, rows.find("效益指标"));
    CHECK(found(text(strange), {"level1-missing"}).empty());
}

TEST_CASE("a row that the import moved back is reported where a cell was lost") {
    const auto text = [](const std::string& cost) {
        return import_support::head +
               import_support::lines(import_support::header + import_support::first_row + rows +
                                     "产出指标|成本指标|项目总成本|" + cost + "≤40万元|项目预算\n");
    };
    CHECK(found(text(""), {"shifted-cells"}) == "shifted-cells@6");
    CHECK(found(text("演出总支出|"), {"shifted-cells"}).empty());
}

TEST_CASE("restored ordinals and merged headings are reported") {
    const std::string text = "一、总体绩效目标\n总体绩效目标\n全年演出六十场，观众三千人次。\n"
                             "二、分项绩效目标\n繁荣舞台艺术\n全年新排剧目两台。\n"
                             "（二）服务基层群众\n送戏下乡三十场。\n三、工作保障措施\n加强组织领导。\n";
    CHECK(found(text + "\n" + import_support::head +
                    import_support::lines(import_support::header + import_support::first_row + rows),
                {"numbering", "heading-duplicated"}) == "heading-duplicated@1 numbering@5");
}

TEST_CASE("a heading of two lines is no heading printed twice") {
    const std::string text = "第一部分\n部门整体绩效目标\n一、总体绩效目标\n全年演出六十场。\n";
    CHECK(found(text + import_support::head +
                    import_support::lines(import_support::header + import_support::first_row + rows),
                {"heading-duplicated"})
              .empty());
}

TEST_CASE("a caption behind its table is reported") {
    const std::string table =
        "\n" +
        import_support::cells("绩效目标|目标1|全年演出六十场。\n" + import_support::header +
                              import_support::first_row + rows) +
        "\n";
    const std::string first = "1.演出经费绩效目标表" + table;
    const std::string last = "3.展览经费绩效目标表" + table;
    CHECK(found(first + "2.排练经费绩效目标表" + table + last, {"caption-misplaced"}).empty());
    CHECK(found(first + table + "2.排练经费绩效目标表\n" + last, {"caption-misplaced"}) ==
          "caption-misplaced@" + std::to_string(std::ranges::count(first + table, '\n') + 1));
}

TEST_CASE("a blank cell above rows that the import did not understand is no missing one") {
    const auto text = [](const std::string& values) {
        return "项目支出绩效目标表\n(2024年度)\n" +
               import_support::lines("项目名称|演出经费\n实施单位|示例市剧院\n"
                                     "项目资金（万元）|年度资金总额|其中：财政拨款|其他资金\n" +
                                     values +
                                     "一级指标|二级指标|三级指标|指标值|分值\n"
                                     "产出指标|数量指标|演出场次|≥60场|20\n"
                                     "|质量指标|演出合格率|≥95%|20\n");
    };
    CHECK(found(text("|40|40|0\n"), {"required-missing"}).empty());
    CHECK(found(text(""), {"required-missing"}) == "required-missing@5");
}

TEST_CASE("a column of long-term targets that repeats the year's is reported, although it has no place") {
    const auto text = [](const std::string& long_term) {
        return "项目支出绩效目标表\n(2024年度)\n" +
               import_support::lines("项目名称|演出经费\n实施单位|示例市剧院\n"
                                     "一级指标|二级指标|三级指标|中期指标值|年度指标值\n"
                                     "产出指标|数量指标|演出场次|" +
                                     long_term +
                                     "|≥60场\n"
                                     "|质量指标|演出合格率|≥95%|≥95%\n"
                                     "效益指标|社会效益指标|观众人次|≥3000人次|≥3000人次\n");
    };
    CHECK(found(text("≥60场"), {"long-term-equals-annual"}) == "long-term-equals-annual@6");
    CHECK(found(text("≥180场"), {"long-term-equals-annual"}).empty());
}

} // namespace imported_test
