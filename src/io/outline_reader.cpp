#include "io/outline_reader.h"

#include "base/text.h"
#include "base/utf8.h"
#include "io/paragraphs.h"

#include <algorithm>
#include <utility>

namespace jibiao::io {
namespace {

constexpr std::size_t longest_chapter_heading = 45; // Code points.
constexpr std::size_t longest_item_heading = 30;
constexpr std::size_t shortest_broken_line = 30; // A line that a page break cut is nearly full.

std::string heading_key(std::string_view heading) {
    std::string_view text = without_marks(heading);
    text.remove_prefix(read_ordinal(text).length);
    return fold(text);
}

template <class Part>
std::string joined(const std::vector<SourceCell>& cells, Part&& part) {
    std::string result;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0)
            result += '\t';
        result += part(cells[i]);
    }
    return result;
}

/// A whole row as one cell, the row's cells separated by TABs.
Cell row_as_cell(const SourceBlock& row) {
    const std::string text = joined(row.cells, clean_text);
    const std::string raw = joined(row.cells, [](const SourceCell& cell) { return cell.raw; });
    return {std::string(text), raw, row.line(), row.last_line(), Origin::read};
}

} // namespace

bool OutlineReader::is_heading(const SourceCell& paragraph) const {
    const std::string_view text = without_marks(paragraph.raw);
    if (text.empty() || text.size() > 400)
        return false;
    if (has_field_code(paragraph.raw) || words_.is_chapter(text) || words_.is_contents_title(text))
        return true;
    const Ordinal ordinal = read_ordinal(text);
    const std::size_t length = count_code_points(text);
    switch (ordinal.style) {
    case OrdinalStyle::none:
    case OrdinalStyle::circled:
        return false;
    case OrdinalStyle::part:
    case OrdinalStyle::chinese:
    case OrdinalStyle::bracketed_chinese:
    case OrdinalStyle::digits:
        return length <= longest_chapter_heading && is_heading_end(text);
    case OrdinalStyle::bracketed_digits:
        return length <= longest_item_heading && is_heading_end(text);
    }
    return false;
}

void OutlineReader::add_paragraph(const SourceCell& paragraph) {
    if (repeats_heading(paragraph))
        return extend_heading(paragraph, false);
    if (completes_part(paragraph))
        return extend_heading(paragraph, true);
    if (is_heading(paragraph) && !is_item_without_stop(paragraph))
        return add_heading(paragraph);
    if (continues_paragraph(paragraph)) {
        Rows<Paragraph>& body = current().body;
        Cell& last = body.edit(body.size() - 1).text;
        last.text += clean_text(paragraph);
        last.raw += "\n" + paragraph.raw;
        last.last_line = paragraph.last_line;
        return;
    }
    unplaced_.reset();
    begin_text();
    add_to_current(to_cell(paragraph), false);
    after_paragraph_ = true;
}

void OutlineReader::begin_text() {
    if (!std::exchange(after_table_, false) || book_.sections.empty())
        return;
    Section section;
    section.id = book_.new_row_id();
    section.level = book_.sections.back().level;
    book_.sections.push_back(std::move(section));
}

void OutlineReader::add_table(Table table) {
    begin_text();
    current().tables.push_back(std::move(table));
    end_table();
}

void OutlineReader::end_table() {
    interrupt();
    after_table_ = true;
}

void OutlineReader::add_unplaced(const SourceBlock& row) {
    after_paragraph_ = false;
    if (!unplaced_) {
        unplaced_ = UnplacedRun{book_.notes.size(), 0, row.line(), 0};
        book_.notes.push_back({row.line(), {}});
    }
    add_to_current(row_as_cell(row), true);
    UnplacedRun& run = *unplaced_;
    ++run.rows;
    run.last_line = row.last_line();
    book_.notes[run.note].text =
        lines_in_words(run.first_line, run.last_line) +
        (run.rows > 1 ? "之间有 " + std::to_string(run.rows) + " 行" : std::string("的")) +
        "表格内容没有对应的栏目，原样保留在" +
        (last_heading_.empty() ? std::string("开头的正文") : "“" + last_heading_ + "”") + "里。";
}

void OutlineReader::interrupt() {
    after_paragraph_ = false;
    unplaced_.reset();
}

bool OutlineReader::repeats_heading(const SourceCell& paragraph) const {
    if (book_.sections.empty())
        return false;
    const Section& last = book_.sections.back();
    if (!last.body.empty() || after_table_ || last.heading.empty() || paragraph.raw.size() > 400)
        return false;
    const std::string key = heading_key(paragraph.raw);
    return !key.empty() && key == heading_key(last.heading.text);
}

bool OutlineReader::completes_part(const SourceCell& paragraph) const {
    if (book_.sections.empty() || !book_.sections.back().body.empty() || after_table_ ||
        paragraph.raw.size() > 400)
        return false;
    const std::string_view heading = book_.sections.back().heading.text;
    const Ordinal part = read_ordinal(heading);
    const std::string_view text = without_marks(paragraph.raw);
    return part.style == OrdinalStyle::part && part.length == heading.size() &&
           read_ordinal(text).style == OrdinalStyle::none && !ends_sentence(text) &&
           count_code_points(text) <= longest_item_heading;
}

/// （三）制定规划 between （二）组织学习。 and （四）…: the list of sentences goes on.
bool OutlineReader::is_item_without_stop(const SourceCell& paragraph) const {
    if (!after_paragraph_ || book_.sections.empty() || book_.sections.back().body.empty() ||
        has_field_code(paragraph.raw))
        return false;
    constexpr int widest_gap = 2; // Items lost in front of it.
    const std::string_view text = without_marks(paragraph.raw);
    const std::string& before = book_.sections.back().body.back().text.text;
    const Ordinal own = read_ordinal(text);
    const Ordinal last = read_ordinal(before);
    return own.style == last.style && own.number > last.number &&
           own.number <= last.number + 1 + widest_gap && ends_sentence(before) && !words_.is_chapter(text);
}

bool OutlineReader::continues_paragraph(const SourceCell& paragraph) const {
    if (!after_paragraph_ || !paragraph.paged)
        return false;
    const Section& section = book_.sections.back();
    const std::string& before = section.body.back().text.text;
    return !ends_sentence(before) && count_code_points(before.substr(0, 400)) >= shortest_broken_line &&
           read_ordinal(without_marks(paragraph.raw)).style == OrdinalStyle::none;
}

void OutlineReader::extend_heading(const SourceCell& paragraph, bool with_text) {
    Cell& heading = current().heading;
    if (with_text)
        heading.text += " " + clean_text(paragraph);
    heading.raw += "\n" + paragraph.raw;
    heading.last_line = paragraph.last_line;
    interrupt();
}

void OutlineReader::add_heading(const SourceCell& paragraph) {
    interrupt();
    after_table_ = false;
    const std::string_view text = without_marks(paragraph.raw);
    Section section;
    section.id = book_.new_row_id();
    section.level = level_of(read_ordinal(text), words_.is_chapter(text));
    section.heading = to_cell(paragraph);
    last_heading_ = shorten(section.heading.text, 24);
    book_.sections.push_back(std::move(section));
}

int OutlineReader::level_of(const Ordinal& ordinal, bool chapter) {
    const auto close_to = [this](std::size_t depth, const Ordinal& next) {
        open_.resize(depth + 1);
        open_.back().number = next.number;
        return open_.back().level;
    };
    const auto continues = [&ordinal](const Open& open) {
        return open.style == ordinal.style && open.number + 1 == ordinal.number;
    };
    // A fixed chapter belongs to the outermost list of its style, any other heading to the innermost that it
    // continues.
    for (std::size_t i = 0; chapter && i < open_.size(); ++i) {
        if (open_[i].style == ordinal.style && ordinal.style != OrdinalStyle::none) {
            open_[i].chapters = true;
            return close_to(i, ordinal);
        }
    }
    const auto chapters = std::ranges::find_if(open_, &Open::chapters);
    if (chapter && ordinal.style == OrdinalStyle::none && chapters != open_.end()) // Its number is lost.
        return close_to(static_cast<std::size_t>(chapters - open_.begin()),
                        {chapters->style, chapters->number + 1, 0});
    for (std::size_t i = open_.size(); i-- > 0;) {
        if (continues(open_[i]) && (chapter || !open_[i].chapters))
            return close_to(i, ordinal);
    }
    // 一、 may begin a list inside 二、, and a list inside a fixed chapter may have lost its first ordinal;
    // any other list that begins again stands beside the one before.
    const auto same_style = [&ordinal](const Open& open) { return open.style == ordinal.style; };
    const auto outer = std::ranges::find_if(open_, same_style);
    const bool nests = ordinal.style == OrdinalStyle::chinese &&
                       std::ranges::count_if(open_, same_style) == 1 &&
                       (ordinal.number == 1 || (outer->chapters && !chapter));
    for (std::size_t i = open_.size(); i-- > 0 && !nests;) {
        if (same_style(open_[i]))
            return close_to(i, ordinal);
    }
    const bool part = ordinal.style == OrdinalStyle::part;
    const int level = open_.empty() ? (part ? 0 : 1) : open_.back().level + 1;
    if (ordinal.style != OrdinalStyle::none)
        open_.push_back({ordinal.style, ordinal.number, level, chapter});
    return level;
}

Section& OutlineReader::current() {
    if (book_.sections.empty()) {
        Section front;
        front.id = book_.new_row_id();
        book_.sections.push_back(std::move(front));
    }
    return book_.sections.edit(book_.sections.size() - 1);
}

void OutlineReader::add_to_current(Cell cell, bool unplaced) {
    Paragraph paragraph;
    paragraph.id = book_.new_row_id();
    paragraph.text = std::move(cell);
    paragraph.unplaced = unplaced;
    current().body.push_back(std::move(paragraph));
}

} // namespace jibiao::io
