#include "check/books.h"

#include "model/target_value.h"

#include <algorithm>

namespace check_test {

using namespace jibiao;
using namespace jibiao::check;

namespace {

const Finding& only_finding(const Report& report) {
    REQUIRE(report.findings.size() == 1);
    return report.findings.front();
}

const Finding& only_finding_of(std::string_view rule, const Report& report) {
    const Finding* found = nullptr;
    for (const Finding& finding : report.findings) {
        if (finding.rule != rule)
            continue;
        REQUIRE(found == nullptr);
        found = &finding;
    }
    REQUIRE(found != nullptr);
    return *found;
}

/// Without what other rules find in the same books.
Report only_of(std::initializer_list<std::string_view> rules, Report report) {
    std::erase_if(report.findings, [rules](const Finding& finding) {
        return std::find(rules.begin(), rules.end(), finding.rule) == rules.end();
    });
    return report;
}

} // namespace

TEST_CASE("a report lists findings in the order in which the book is read") {
    const Book book = book_of("plan: - 50% 75% 90%\n"
                              "indicator: 产出指标 | 质量指标 | 培训合格率 | 合格的比例 | ≥100% |\n"
                              "project: 设备购置\n"
                              "name: 设备（购置");
    const Report report = only_of(
        {"plan-blank-quarter", "plan-not-100", "value-percent-cap", "basis-missing", "unbalanced-bracket"},
        run(book));
    CHECK(in_words(book, report) ==
          "plan-blank-quarter@projects[0].plan[0].plan_percent plan-not-100@projects[0].plan[3].plan_percent "
          "value-percent-cap@projects[0].indicators[1].target_value "
          "basis-missing@projects[0].indicators[1].basis "
          "unbalanced-bracket@projects[1].name");
}

TEST_CASE("a finding carries the text of its cell and its rule's severity") {
    const Book book = book_of("plan: - 50% 75% 100%\nbudget_total: 30.00");
    const Report report = only_of({"sum-mismatch", "plan-blank-quarter"}, run(book));
    REQUIRE(report.findings.size() == 2);
    CHECK(report.findings[0].value == "30.00");
    CHECK(report.findings[0].severity == Severity::error);
    CHECK(report.findings[1].value == "");
    CHECK(report.findings[1].severity == Severity::warning);
    CHECK(report.count(Severity::error) == 1);
    CHECK(report.count(Severity::warning) == 1);
    CHECK(report.count(Severity::hint) == 0);
}

TEST_CASE("messages show the arithmetic") {
    const Book sum = book_of("budget_total: 27.00\nbudget_fiscal: 25.00\nbudget_other: 0");
    CHECK(only_finding_of("sum-mismatch", run(sum)).message ==
          "预算数 27.00 ≠ 财政资金 25.00 + 其他资金 0 = 25.00，差 2.00（万元）。");
    const Book cost = book_of("money_unit: 元\nbudget_total: 37500.00\nbudget_fiscal: 37500.00\n"
                              "indicator: 产出指标 | 成本指标 | 总成本 | 经费控制数 | 3.85万元 | 项目预算");
    CHECK(only_finding_of("cost-ne-budget", run(cost)).message ==
          "成本“3.85万元”大于预算数 37500.00元，多 1000元。");
}

TEST_CASE("a missing category is an error only where every other table of several has it") {
    const auto severity_in = [](std::string_view book) {
        return only_finding_of("missing-category", run(book_of(book))).severity;
    };
    CHECK(severity_in("without: 成本指标") == Severity::warning);
    CHECK(severity_in("without: 成本指标\nproject: 甲\nproject: 乙\nproject: 丙") == Severity::error);
    const Report both = only_of({"missing-category"},
                                run(book_of("without: 成本指标\nproject: 甲\nwithout: 成本指标\nproject: 乙\n"
                                            "project: 丙\nproject: 丁")));
    REQUIRE(both.findings.size() == 2);
    CHECK(both.findings[0].severity == Severity::warning);
}

TEST_CASE("a name with an unbalanced bracket is reported once, wherever else it stands") {
    const Book book = book_of("section: 目录\nparagraph: 1.科普经费（流动科技馆绩效目标表\n"
                              "name: 科普经费（流动科技馆\ncaption: 1.科普经费（流动科技馆绩效目标表");
    const Report report = run(book);
    const Finding& finding = only_finding_of("unbalanced-bracket", report);
    CHECK(path_of(book, finding.at) == "projects[0].name");
    REQUIRE(finding.related.size() == 2);
    CHECK(path_of(book, finding.related[0]) == "sections[0].body[0]");
    CHECK(path_of(book, finding.related[1]) == "projects[0].caption");
}

TEST_CASE("a column that the imported source does not have is not missed in every row") {
    Book book = book_of("");
    auto& rows = book.projects.edit(0).indicators;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows.edit(i).name.line = static_cast<int>(i) + 10;
        rows.edit(i).basis = {};
    }
    CHECK(in_words(book, run(book)) == "");
    rows.edit(0).basis.line = 10; // Now the column exists, and is blank.
    CHECK(run(book).findings.size() == rows.size());
    rows.edit(1).basis.origin = Origin::inherited; // Merged with the cell above.
    CHECK(run(book).findings.size() == rows.size() - 1);
}

TEST_CASE("a book without anything in it has no findings") {
    CHECK(run(Book{}).findings.empty());
}

TEST_CASE("what is probably wrong is a warning, what is surely wrong an error") {
    struct Row {
        std::string_view rule;
        std::string_view book;
        Severity severity;
        bool safe;
    };
    const Row rows[] = {
        {"value-percent-cap", "indicator: 产出指标 | 质量指标 | 设备利用率 | 使用的比例 | ≥100% | 计划",
         Severity::error, true},
        {"value-percent-cap", "indicator: 产出指标 | 质量指标 | 优质服务水平 | 服务达到的水平 | ≥100% | 计划",
         Severity::warning, false},
        {"value-repeated-digits",
         "indicator: 产出指标 | 数量指标 | 参训人次 | 培训的人次 | ≥20002000人次 | 计划", Severity::error,
         false},
        {"value-repeated-digits",
         "indicator: 产出指标 | 数量指标 | 参训人次 | 培训的人次 | ≥123123人次 | 计划", Severity::warning,
         false},
        {"sum-mismatch", "budget_total: 29.00\nbudget_fiscal: 25.00\nbudget_other: 2.00", Severity::error,
         false},
        {"unbalanced-bracket", "name: 科普经费（流动科技馆", Severity::error, false},
        {"unbalanced-bracket", "purpose: 用于《全民科学素质纲要》》的实施", Severity::warning, true},
    };
    for (const Row& row : rows) {
        INFO(row.book);
        const Finding finding = only_finding_of(row.rule, run(book_of(row.book)));
        CHECK(finding.severity == row.severity);
        REQUIRE(finding.fix);
        CHECK(finding.fix->safe == row.safe);
    }
    const Finding third = only_finding_of(
        "sum-mismatch", run(book_of("purpose: 含上年结转2万元\nbudget_total: 27.00\nbudget_fiscal: 25.00")));
    CHECK(third.severity == Severity::warning);
    const Finding more = only_finding_of(
        "sum-mismatch", run(book_of("purpose: 含上年结转2万元\nbudget_total: 27.00\nbudget_fiscal: 29.00")));
    CHECK(more.severity == Severity::error);
}

TEST_CASE("a fix writes sign, number and unit to the cells in which they stood") {
    Book book = book_of("template: heb-2020-open\n"
                        "indicator: 产出指标 | 成本指标 | 总成本 | 经费控制数 | 30 | 项目预算\n"
                        "comparator: <=\ntarget_unit: 万元");
    edit::apply(book, only_finding(run(book)).fix->edit);
    const Indicator& cost = book.projects[0].indicators[3];
    CHECK(cost.comparator.text == "<=");
    CHECK(cost.target.text == "27");
    CHECK(cost.target_unit.text == "万元");
    book = book_of("template: heb-2020-open\n"
                   "indicator: 产出指标 | 质量指标 | 培训合格率 | 合格的比例 | | 工作计划\n"
                   "comparator: >=\ntarget_unit: ≥120%");
    edit::apply(book, only_finding(run(book)).fix->edit);
    const Indicator& ratio = book.projects[0].indicators[1];
    CHECK(ratio.comparator.text == "=");
    CHECK(ratio.target.text == "");
    CHECK(ratio.target_unit.text == "100%");
}

TEST_CASE("a long paragraph of what looks like placeholders is checked") {
    Book book = book_of("section: 一\nparagraph: 正文");
    std::string text;
    for (int i = 0; i < 200'000; ++i)
        text += "aXXa";
    book.sections.edit(0).body.edit(0).text.text = text;
    CHECK(run(book).findings.empty()); // Tried at each place for each word, it would take hours.
}

TEST_CASE("thousands of wrong names are found in captions and lists of contents") {
    Book book = book_of("section: 目录");
    const Project pattern = book_of("").projects[0];
    for (int i = 0; i < 6'000; ++i) {
        const std::string name = "科普经费（第" + std::to_string(i) + "批";
        Project project = pattern;
        project.id = book.new_row_id();
        project.name.text = name;
        project.caption.text = name + "绩效目标表";
        project.indicators.clear();
        book.projects.push_back(project);
        Paragraph line;
        line.id = book.new_row_id();
        line.text.text = std::to_string(i + 1) + "." + name + "绩效目标表";
        book.sections.edit(0).body.push_back(line);
    }
    std::vector<Finding> found;
    Findings findings(found);
    BookFacts facts;
    for (const Project& project : book.projects)
        facts.projects.push_back(
            std::make_shared<ProjectFacts>(read_project(std::make_shared<Project>(project))));
    find_rule("unbalanced-bracket")
        ->check_book({book, forms().get(book.template_id), national(), facts}, findings);
    CHECK(found.size() == 6'000);
    CHECK(found.back().related.size() == 2);
}

TEST_CASE("any text may stand in any cell") {
    const std::string_view odd[] = {"",     "\xff\xfe", "（（（（", "≥", "%", "9999999999999999999999",
                                    "\n\n", "》》》",   "-",        "**"};
    for (const std::string_view text : odd) {
        Book book = book_of("section: 一\nparagraph: 正文");
        std::vector<FieldRef> all;
        for_each_cell(book, [&](FieldRef at, const Cell&) { all.push_back(at); });
        for (const FieldRef at : all)
            find_cell_to_edit(book, at)->text = text;
        for (const Finding& finding : run(book).findings) {
            if (finding.fix) {
                Book mended = book;
                edit::apply(mended, finding.fix->edit);
                CHECK(mended != book);
            }
        }
    }
}

} // namespace check_test
