#include "base/text.h"
#include "cli/report.h"
#include "cli/report_words.h"

#include <array>
#include <utility>

namespace jibiao::cli {
namespace {

using check::Finding;

/// Spreadsheets take what begins so for a formula, also in full width, and carry it out.
constexpr std::array formula_starts{"=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠"};

std::string guarded(const std::string& text) {
    for (const std::string_view start : formula_starts) {
        if (text.starts_with(start))
            return "'" + text;
    }
    return text;
}

/// RFC 4180.
std::string csv_cell(std::string_view text) {
    const std::string clean = guarded(printable(text));
    if (clean.find_first_of(",\"\n") == std::string::npos)
        return clean;
    return "\"" + replace_all(clean, "\"", "\"\"") + "\"";
}

struct Row {
    const CheckedFile& file;
    const Template& form;
    const Finding& finding;
    const Project* project;
    const Indicator* indicator;
    std::string reason; ///< For leaving it.
};

std::string text_in(const Row& row, Cell Project::*cell) {
    return row.project ? (row.project->*cell).text : "";
}
std::string text_in(const Row& row, Cell Indicator::*cell) {
    return row.indicator ? (row.indicator->*cell).text : "";
}

struct Column {
    std::string_view title;
    std::string (*text)(const Row&);
};

constexpr std::array columns{
    Column{"文件", [](const Row& row) { return row.file.path; }},
    Column{"行",
           [](const Row& row) {
               const int line = line_of(row.file.book, row.finding.at);
               return line > 0 ? std::to_string(line) : std::string();
           }},
    Column{"级别", [](const Row& row) { return std::string(check::severity_name(row.finding.severity)); }},
    Column{"须改",
           [](const Row& row) {
               const bool counts = row.reason.empty();
               return std::string(counts && check::blocks(row.finding.severity, row.file.verdict.phase) ? "是"
                                                                                                        : "");
           }},
    Column{"规则", [](const Row& row) { return std::string(row.finding.rule); }},
    Column{"项目编码", [](const Row& row) { return text_in(row, &Project::code); }},
    Column{"项目名称", [](const Row& row) { return text_in(row, &Project::name); }},
    Column{"一级指标", [](const Row& row) { return text_in(row, &Indicator::level1); }},
    Column{"二级指标", [](const Row& row) { return text_in(row, &Indicator::level2); }},
    Column{"三级指标", [](const Row& row) { return text_in(row, &Indicator::name); }},
    Column{"绩效指标描述", [](const Row& row) { return text_in(row, &Indicator::description); }},
    Column{"指标值",
           [](const Row& row) { return row.indicator ? whole_target(*row.indicator) : std::string(); }},
    Column{"指标值确定依据", [](const Row& row) { return text_in(row, &Indicator::basis); }},
    Column{"位置", [](const Row& row) { return place_in_project(row.file.book, row.form, row.finding.at); }},
    Column{"原文", [](const Row& row) { return row.finding.value; }},
    Column{"问题", [](const Row& row) { return row.finding.message; }},
    Column{"怎么改", [](const Row& row) { return std::string(advice_on(row.finding)); }},
    Column{"可以改成", [](const Row& row) { return row.finding.fix ? row.finding.fix->title : ""; }},
    Column{"不改的理由", [](const Row& row) { return row.reason; }},
};

template <class Text>
std::string csv_line(Text&& text_of) {
    std::string line;
    for (const Column& column : columns)
        line += csv_cell(text_of(column)) + (&column == &columns.back() ? "\r\n" : ",");
    return line;
}

} // namespace

std::string csv_report(const Checked& checked) {
    std::string out = "\xEF\xBB\xBF"; // Without it Excel reads UTF-8 as the machine's own encoding.
    out += csv_line([](const Column& column) { return std::string(column.title); });
    for (const CheckedFile& file : checked.files) {
        const auto add = [&](const Finding& finding, std::string reason) {
            const Row row{file,
                          checked.forms.get(file.book.template_id),
                          finding,
                          project_of(file.book, finding.at),
                          indicator_of(file.book, finding.at),
                          std::move(reason)};
            out += csv_line([&row](const Column& column) { return column.text(row); });
        };
        for (const Finding& finding : file.report.findings)
            add(finding, "");
        for (const check::Suppressed& one : file.report.suppressed)
            add(one.finding, reason_of(one));
    }
    return out;
}

} // namespace jibiao::cli
