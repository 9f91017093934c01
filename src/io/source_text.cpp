#include "io/source_text.h"

#include "base/text.h"
#include "base/utf8.h"
#include "base/words.h"

#include <algorithm>
#include <optional>

namespace jibiao::io {
namespace {

constexpr std::size_t most_bytes_of_a_line = 1u << 20;
constexpr std::size_t most_cells = 1'000'000;
constexpr std::size_t most_bytes_of_a_quoted_cell = 1u << 16;

struct Line {
    std::string_view text;
    int number = 0;
    bool after_blank = true;
    bool has_tab = false;
};

bool is_blank_text(std::string_view text) {
    return trim(text).empty();
}

bool is_line_end(char c) {
    return c == '\n' || c == '\r';
}

/// Bytes of the line end at `at`: CR LF is one.
std::size_t line_end_length(std::string_view text, std::size_t at) {
    return text.substr(at).starts_with("\r\n") ? 2 : at < text.size() ? 1 : 0;
}

int count_line_ends(std::string_view text) {
    int count = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_line_end(text[at]))
            continue;
        ++count;
        at += line_end_length(text, at) - 1;
    }
    return count;
}

/// Length of a cell that a spreadsheet has put in quotes: "…", inside only "" for a quote, behind it a TAB or
/// a line end. 0 if `text` begins with no such cell.
std::size_t quoted_length(std::string_view text) {
    if (!text.starts_with('"'))
        return 0;
    text = text.substr(0, most_bytes_of_a_quoted_cell);
    for (std::size_t at = text.find_first_of("\"\t", 1); at != std::string_view::npos;
         at = text.find_first_of("\"\t", at)) {
        if (text[at] == '\t')
            return 0;
        if (!text.substr(at + 1).starts_with('"')) {
            const bool closed = at + 1 == text.size() || text[at + 1] == '\t' || is_line_end(text[at + 1]);
            return closed ? at + 1 : 0;
        }
        at += 2;
    }
    return 0;
}

/// Where the cell that begins at `start` ends. Only what needs its quotes has them for their own sake: "甲"
/// is a text in quotes.
std::size_t cell_end(std::string_view text, std::size_t start) {
    const std::size_t end = std::min(text.find_first_of("\t\r\n", start), text.size());
    const std::size_t quoted = quoted_length(text.substr(start));
    return quoted > end - start ? start + quoted : end;
}

/// Length of the row of cells that `text` begins with.
std::size_t row_length(std::string_view text) {
    std::size_t end = cell_end(text, 0);
    while (end < text.size() && text[end] == '\t')
        end = cell_end(text, end + 1);
    return end;
}

std::string cell_text(std::string_view cell) {
    const bool quoted = quoted_length(cell) == cell.size() && cell.size() > 2;
    if (!quoted || cell.substr(1, cell.size() - 2).find_first_of("\"\r\n") == std::string_view::npos)
        return std::string(cell);
    std::string text = replace_all(cell.substr(1, cell.size() - 2), "\"\"", "\"");
    text = replace_all(text, "\r\n", "\n");
    std::ranges::replace(text, '\r', '\n');
    return text;
}

/// Calls `visit(line)` until it returns false. A line of a table goes on where a quoted cell has several
/// lines. An overlong line is cut, so that finding its end costs nothing.
template <class Visit>
void for_each_line(std::string_view text, Visit&& visit) {
    for (std::size_t start = 0; start < text.size();) {
        const std::string_view rest = text.substr(start, most_bytes_of_a_line + 1);
        std::size_t length = static_cast<std::size_t>(std::ranges::find_if(rest, is_line_end) - rest.begin());
        if (rest.substr(0, length).find('"') != std::string_view::npos) {
            const std::size_t longer = row_length(rest);
            length = rest.substr(0, longer).find('\t', 1) < longer ? longer : length;
        }
        if (!visit(rest.substr(0, length)))
            return;
        start += length;
        start += line_end_length(text, start);
    }
}

Result<std::vector<Line>> read_lines(std::string_view text) {
    std::vector<Line> lines;
    std::size_t cells = 0;
    int next = 1;
    bool after_blank = true;
    std::optional<Error> error;
    for_each_line(text, [&](std::string_view line) {
        const int number = next;
        next += 1 + (line.find('"') == std::string_view::npos ? 0 : count_line_ends(line));
        if (line.size() > most_bytes_of_a_line) {
            error = Error{fill(tr("第 {1} 行超过 1 MB，不像是绩效文本；请检查换行是否丢失。"),
                               {std::to_string(number)}),
                          number};
            return false;
        }
        const bool has_tab = line.find('\t') != std::string_view::npos;
        if (!has_tab && is_blank_text(line)) {
            after_blank = true;
            return true;
        }
        cells += 1 + static_cast<std::size_t>(std::count(line.begin(), line.end(), '\t'));
        if (cells > most_cells) {
            error = Error{
                fill(tr("到第 {1} 行已超过一百万个单元格；请把文件分开导入。"), {std::to_string(number)}),
                number};
            return false;
        }
        lines.push_back({line, number, after_blank, has_tab});
        after_blank = false;
        return true;
    });
    if (error)
        return *error;
    const bool blank = std::ranges::all_of(lines, [](const Line& line) { return is_blank_text(line.text); });
    if (blank)
        return Error{"文件里只有空白；请选择有内容的绩效文本。"};
    return lines;
}

/// End of the stretch of table lines that begins at `start`: their paragraphs without TAB belong to it.
std::size_t stretch_end(const std::vector<Line>& lines, std::size_t start) {
    std::size_t end = start + 1;
    while (end < lines.size() && (lines[end].has_tab || !lines[end].after_blank))
        ++end;
    return end;
}

/// A row a line: most lines with content have a TAB inside.
bool has_rows_in_lines(const std::vector<Line>& lines, std::size_t start, std::size_t end) {
    std::ptrdiff_t balance = 0;
    for (std::size_t i = start; i < end; ++i) {
        if (!lines[i].has_tab || is_blank_text(lines[i].text))
            continue;
        balance += lines[i].text.find('\t', 1) != std::string_view::npos ? 1 : -1;
    }
    return balance > 0;
}

SourceBlock paragraph(const Line& line, bool paged) {
    return {false, {{std::string(line.text), line.number, line.number, false, paged}}};
}

SourceBlock row_of_line(const Line& line) {
    SourceBlock row{true, {}};
    int number = line.number;
    for (std::size_t start = 0; start <= line.text.size();) {
        const std::size_t end = cell_end(line.text, start);
        const std::string_view cell = line.text.substr(start, end - start);
        const int last = number + count_line_ends(cell);
        row.cells.push_back({cell_text(cell), number, last, true});
        number = last;
        start = end + 1;
    }
    return row;
}

/// The cells of a line that stands for one cell; the TAB is in front.
void add_cell_line(SourceBlock& row, const Line& line) {
    row.cells.push_back({std::string(line.text.substr(1)), line.number, line.number, false});
}

} // namespace

bool SourceCell::blank() const {
    return is_blank_text(raw);
}

bool SourceBlock::blank() const {
    return std::ranges::all_of(cells, [](const SourceCell& cell) { return cell.blank(); });
}

const SourceCell* SourceBlock::only_cell() const {
    const SourceCell* only = nullptr;
    for (const SourceCell& cell : cells) {
        if (cell.blank())
            continue;
        if (only)
            return nullptr;
        only = &cell;
    }
    return only;
}

Result<std::vector<SourceBlock>> read_blocks(std::string_view text,
                                             bool (*starts_anew)(const void* context, std::string_view line),
                                             const void* context) {
    const auto read = read_lines(text);
    if (!read)
        return read.error();
    const std::vector<Line>& lines = *read;
    std::vector<SourceBlock> blocks;
    const bool pages = has_rows_in_lines(lines, 0, lines.size());
    for (std::size_t start = 0; start < lines.size();) {
        if (!lines[start].has_tab) {
            blocks.push_back(paragraph(lines[start], pages));
            ++start;
            continue;
        }
        const std::size_t end = stretch_end(lines, start);
        const bool rows_in_lines = has_rows_in_lines(lines, start, end);
        bool row_open = false;
        for (std::size_t i = start; i < end; ++i) {
            const Line& line = lines[i];
            if (!line.has_tab && row_open && !line.after_blank && !starts_anew(context, line.text)) {
                SourceCell& cell = blocks.back().cells.back();
                cell.raw += '\n';
                cell.raw += line.text;
                cell.last_line = line.number;
            } else if (!line.has_tab) {
                blocks.push_back(paragraph(line, pages));
                row_open = false;
            } else if (rows_in_lines || line.text[0] != '\t') {
                blocks.push_back(row_of_line(line));
                row_open = false;
            } else {
                if (!row_open || line.after_blank)
                    blocks.push_back({true, {}});
                add_cell_line(blocks.back(), line);
                row_open = true;
            }
        }
        start = end;
    }
    return blocks;
}

std::string_view without_marks(std::string_view paragraph) {
    paragraph = trim(paragraph);
    while (paragraph.starts_with("[bookmark:")) {
        const std::size_t end = paragraph.find(']');
        if (end == std::string_view::npos)
            break;
        paragraph = trim(paragraph.substr(end + 1));
    }
    if (has_field_code(paragraph))
        paragraph = trim(paragraph.substr(0, paragraph.rfind(" TC ")));
    return paragraph;
}

bool has_field_code(std::string_view paragraph) {
    const std::size_t code = paragraph.rfind(" TC ");
    return code != std::string_view::npos && paragraph.find(" \\", code) != std::string_view::npos;
}

std::string clean_text(const SourceCell& source) {
    std::string text;
    for (const std::string_view part : split(source.raw, '\n')) {
        const std::string_view paragraph = without_marks(part);
        if (paragraph.empty())
            continue;
        if (!text.empty())
            text += '\n';
        bool after_ideograph = false;
        for (std::size_t at = 0; at < paragraph.size();) {
            const CodePoint point = code_point_at(paragraph, at);
            std::size_t end = at + point.length;
            if (!is_blank(point.value) && point.value != '\v' && point.value != '\f') {
                text += paragraph.substr(at, point.length);
                after_ideograph = is_ideograph(point.value);
                at = end;
                continue;
            }
            while (is_blank(code_point_at(paragraph, end).value))
                end += code_point_at(paragraph, end).length;
            const bool between = after_ideograph && is_ideograph(code_point_at(paragraph, end).value);
            if (paragraph.substr(at, end - at).find('\t') != std::string_view::npos)
                text += ' ';
            else if (!source.wrapped || !between)
                text += paragraph.substr(at, end - at);
            after_ideograph = false;
            at = end;
        }
    }
    return text;
}

Cell to_cell(const SourceCell& source) {
    return {clean_text(source), source.raw, source.line, source.last_line, Origin::read};
}

Cell blank_cell(const SourceBlock& row, std::size_t index) {
    const bool own = index < row.cells.size() && row.cells[index].blank();
    const SourceCell& near = row.cells[std::min(index, row.cells.size() - 1)];
    return {"", own ? near.raw : "", near.line, near.last_line, Origin::read};
}

std::size_t first_filled(const SourceBlock& row) {
    const auto found = std::ranges::find_if_not(row.cells, &SourceCell::blank);
    return static_cast<std::size_t>(found - row.cells.begin());
}

std::string lines_in_words(int first, int last) {
    return "第 " + std::to_string(first) + (last > first ? "–" + std::to_string(last) : std::string()) +
           " 行";
}

} // namespace jibiao::io
