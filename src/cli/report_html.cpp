#include "cli/report.h"
#include "cli/report_words.h"
#include "cli/version.h"
#include "io/html_text.h"
#include "model/comment_kind.h"

namespace jibiao::cli {
namespace {

using check::Finding;

constexpr std::string_view head = R"(<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>预算绩效目标审核意见</title>
<style>
@page { size: A4; margin: 18mm 15mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 190mm; padding: 8mm; color: #111; background: #fff;
  font: 10.5pt/1.6 "Noto Serif CJK SC", "Source Han Serif SC", SimSun, "宋体", serif; }
h1 { font-size: 18pt; text-align: center; margin: 0 0 6mm; }
h2 { font-size: 12pt; margin: 6mm 0 2mm; break-after: avoid; }
p { margin: 2mm 0; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { border: 0.5pt solid #444; padding: 1.2mm 1.6mm; text-align: left; vertical-align: top;
  overflow-wrap: anywhere; }
th { background: #f2f2f2; font-weight: bold; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
.text { white-space: pre-line; }
.number { width: 12mm; text-align: center; }
.level { width: 14mm; text-align: center; }
.line { width: 13mm; text-align: center; }
.place { width: 30mm; }
.quote { width: 34mm; }
.about th { width: 22mm; }
.verdict { font-size: 13pt; font-weight: bold; border: 1pt solid #111; padding: 2mm 4mm; margin: 4mm 0; }
.must .level { font-weight: bold; }
.offer { margin: 1mm 0 0; }
.sign { display: grid; grid-template-columns: 1fr 1fr; gap: 8mm 12mm; margin-top: 12mm;
  break-inside: avoid; }
.sign p { margin: 0; border-bottom: 0.5pt solid #111; padding-bottom: 1mm; }
.small { font-size: 9pt; color: #444; }
.book + .book, .overview + .book { break-before: page; }
@media print { body { max-width: none; padding: 0; } th { print-color-adjust: exact; } }
</style>
</head>
<body>
)";

std::string escaped(std::string_view text) {
    return io::html_text(printable(text), "\n");
}

std::string element(std::string_view name, std::string_view kind, std::string_view inner) {
    std::string out = "<" + std::string(name);
    if (!kind.empty())
        out += " class=\"" + std::string(kind) + "\"";
    return out + ">" + std::string(inner) + "</" + std::string(name) + ">";
}

/// Whose text it is: as the cover says, else as the first table does that says it.
std::string unit_of(const Book& book) {
    if (!book.compiled_by.empty())
        return book.compiled_by.text;
    for (Cell Project::*const cell : {&Project::unit_name, &Project::authority}) {
        for (const Project& project : book.projects) {
            if (!(project.*cell).empty())
                return (project.*cell).text;
        }
    }
    return "";
}

std::string verdict_of_file(const CheckedFile& file) {
    return std::string(check::phase_name(file.verdict.phase)) + "：" + in_words(file.verdict);
}

Tally tally_of(const CheckedFile& file) {
    Tally tally;
    tally.add(file.report);
    return tally;
}

std::string about_line(std::string_view label, std::string_view text) {
    if (text.empty())
        return "";
    return "<tr><th>" + escaped(label) + "</th>" + element("td", "", escaped(text)) + "</tr>\n";
}

std::string about_file(const CheckedFile& file, const Checked& checked) {
    const Book& book = file.book;
    return "<table class=\"about\"><tbody>\n" + about_line("编制单位", unit_of(book)) +
           about_line("文本名称", book.title.text) +
           about_line("年度", book.year > 0 ? std::to_string(book.year) : "") +
           about_line("表样", checked.forms.get(book.template_id).name) + about_line("文件", file.path) +
           about_line("审核依据", basis_of(checked) + "；绩表 " + std::string(version())) +
           "</tbody></table>\n" + element("p", "verdict", escaped(verdict_of_file(file))) + "\n" +
           element("p", "",
                   escaped(in_words(tally_of(file)) + "。" +
                           not_counted(file.report.suppressed.size(), file.in_baseline))) +
           "\n";
}

/// What is said about a cell; all but `quote` and `text` is HTML already.
struct RowParts {
    std::string kind;
    std::string level;
    std::string place;
    std::string_view quote;
    std::string_view text;
    std::string last;
};

std::string row_in_html(const CheckedFile& file, FieldRef at, std::size_t number, const RowParts& parts) {
    const int line = line_of(file.book, at);
    return element("tr", parts.kind,
                   element("td", "number", std::to_string(number)) + element("td", "level", parts.level) +
                       element("td", "line", line > 0 ? std::to_string(line) : "—") +
                       element("td", "place", parts.place) +
                       element("td", "quote text", escaped(parts.quote)) +
                       element("td", "text", escaped(parts.text)) + element("td", "text", parts.last)) +
           "\n";
}

std::string row_to_mend(const CheckedFile& file, const Template& form, const Finding& finding,
                        std::size_t number) {
    std::string advice = escaped(advice_on(finding));
    if (finding.fix)
        advice += element("p", "offer", escaped(offer_of(finding)));
    const bool must = check::blocks(finding.severity, file.verdict.phase);
    return row_in_html(
        file, finding.at, number,
        {must ? "must" : "", escaped(check::severity_name(finding.severity)) + (must ? "<br>须改" : ""),
         escaped(place_in_project(file.book, form, finding.at)), finding.value, finding.message, advice});
}

struct TableHead {
    std::string_view what;
    std::string_view last;
    std::string_view level = "级别";
    std::string_view quote = "原文";
};
std::string table_head(const TableHead& titles) {
    return "<table><thead><tr><th class=\"number\">序号</th>" + element("th", "level", titles.level) +
           "<th class=\"line\">行</th><th class=\"place\">位置</th>" + element("th", "quote", titles.quote) +
           element("th", "", titles.what) + element("th", "", titles.last) + "</tr></thead><tbody>\n";
}

std::string heading_of(const Book& book, const Project* project) {
    if (!project)
        return "封面、目录和正文";
    std::string words = project_in_words(book, *book.projects.index_of(project->id));
    return project->code.empty() ? words : words + "（" + project->code.text + "）";
}

/// A table for each project; findings of one stand together.
std::string findings_in_html(const CheckedFile& file, const Template& form) {
    if (file.report.findings.empty())
        return element("p", "", "没有发现问题。") + "\n";
    std::string out;
    const Project* project = nullptr;
    for (std::size_t i = 0; i < file.report.findings.size(); ++i) {
        const Finding& finding = file.report.findings[i];
        const Project* its = project_of(file.book, finding.at);
        if (i == 0 || its != project) {
            out += i > 0 ? "</tbody></table>\n" : "";
            out += element("h2", "", escaped(heading_of(file.book, its))) + "\n" +
                   table_head({"审核意见", "怎么改"});
        }
        project = its;
        out += row_to_mend(file, form, finding, i + 1);
    }
    return out + "</tbody></table>\n";
}

/// For the reviewer to judge: the reasons are the preparer's.
std::string suppressed_in_html(const CheckedFile& file, const Template& form) {
    if (file.report.suppressed.empty())
        return "";
    std::string out = element("h2", "", "已说明不改的问题") + "\n" + table_head({"问题", "不改的理由"});
    std::size_t number = 0;
    for (const check::Suppressed& one : file.report.suppressed)
        out += row_in_html(file, one.finding.at, ++number,
                           {"", escaped(check::severity_name(one.finding.severity)),
                            escaped(place_in_words(file.book, form, one.finding.at)), one.finding.value,
                            one.finding.message, escaped(reason_of(one))});
    return out + "</tbody></table>\n";
}

/// What reviewers and preparers have said, in the order in which they did.
std::string comments_in_html(const CheckedFile& file, const Template& form) {
    const Book& book = file.book;
    if (book.comments.empty())
        return "";
    std::string out =
        element("h2", "", "批注") + "\n" + table_head({"批注", "署名、日期", "类别", "现在的内容"});
    std::size_t number = 0;
    for (const Comment& comment : book.comments) {
        const Cell* cell = find_cell(book, comment.at);
        const std::string date = comment.date.empty() ? "" : element("p", "offer", escaped(comment.date));
        out += row_in_html(file, comment.at, ++number,
                           {"", name_of(comment.kind), escaped(place_in_words(book, form, comment.at)),
                            cell ? std::string_view(cell->text) : "", comment.text,
                            escaped(comment.author.empty() ? "（未署名）" : comment.author) + date});
    }
    return out + "</tbody></table>\n";
}

constexpr std::string_view signatures =
    "<div class=\"sign\"><p>审核人（签字）：</p><p>复核人（签字）：</p>"
    "<p>审核单位（盖章）：</p><p>日期：　　　　年　　月　　日</p></div>\n";

std::string file_in_html(const CheckedFile& file, const Checked& checked) {
    const Template& form = checked.forms.get(file.book.template_id);
    return "<section class=\"book\">\n" + element("h1", "", "预算绩效目标审核意见") + "\n" +
           about_file(file, checked) + findings_in_html(file, form) + suppressed_in_html(file, form) +
           comments_in_html(file, form) + std::string(signatures) + "</section>\n";
}

/// Of several files, which of them are ready.
std::string overview(const Checked& checked) {
    if (checked.files.size() + checked.unread.size() < 2)
        return "";
    std::string out = "<section class=\"overview\">\n" + element("h1", "", "预算绩效目标审核汇总") +
                      "\n<table><thead><tr><th class=\"number\">序号</th><th>编制单位</th><th>文件</th>"
                      "<th>问题</th><th>结论</th></tr></thead><tbody>\n";
    std::size_t number = 0;
    const auto line = [&](std::string_view unit, std::string_view path, std::string_view found,
                          std::string_view verdict) {
        out += "<tr>" + element("td", "number", std::to_string(++number)) + element("td", "", escaped(unit)) +
               element("td", "", escaped(path)) + element("td", "", escaped(found)) +
               element("td", "", escaped(verdict)) + "</tr>\n";
    };
    for (const CheckedFile& file : checked.files)
        line(unit_of(file.book), file.path, in_words(tally_of(file)), in_words(file.verdict));
    for (const UnreadFile& unread : checked.unread)
        line("", unread.path, unread.error.what, "没有读取");
    return out + "</tbody></table>\n</section>\n";
}

} // namespace

std::string html_report(const Checked& checked) {
    std::string out(head);
    out += overview(checked);
    for (const CheckedFile& file : checked.files)
        out += file_in_html(file, checked);
    return out + "</body>\n</html>\n";
}

} // namespace jibiao::cli
