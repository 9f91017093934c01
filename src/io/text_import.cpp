#include "io/text_import.h"

#include "base/text.h"
#include "base/utf8.h"
#include "io/form_words.h"
#include "io/outline_reader.h"
#include "io/project_reader.h"
#include "io/recognition.h"
#include "io/source_text.h"
#include "model/ordinal.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace jibiao::io {
namespace {

constexpr std::size_t most_projects = 10'000;
constexpr std::size_t longest_line_below_caption = 60; // Code points.
constexpr std::size_t most_lines_below_caption = 6;

/// What a block of the text is.
enum class Use {
    text,
    contents,      ///< In the table of contents.
    caption,       ///< Of the table that follows.
    stray_caption, ///< Looks like a caption, but no table follows.
    table_row,     ///< Of a performance target table.
    other_row,     ///< Of another table.
};

bool starts_anew(const void* context, std::string_view line) {
    const auto& words = *static_cast<const FormWords*>(context);
    const std::string_view text = without_marks(line);
    return words.is_caption(text) || words.is_chapter(text) || read_ordinal(text).style == OrdinalStyle::part;
}

class TextImport {
  public:
    TextImport(std::vector<SourceBlock> blocks, const FormWords& words, const Template& form,
               const Templates& all)
        : blocks_(std::move(blocks)), words_(words), outline_(book_, words),
          projects_(book_, form, all, words, outline_) {}

    Result<Book> read();

  private:
    void classify();
    void find_contents();
    void find_captions();
    void find_tables();
    bool is_indented_heading(const SourceCell& cell) const;
    bool is_contents_entry(const SourceBlock& block) const;
    const SourceCell* caption_in(const SourceBlock& block) const;
    bool ends_table(std::size_t index) const;
    bool table_follows(std::size_t index) const;
    bool has_known_chapter() const;
    void read_block(std::size_t index);

    Book book_;
    std::vector<SourceBlock> blocks_;
    std::vector<Use> uses_;
    const FormWords& words_;
    OutlineReader outline_;
    ProjectReader projects_;
};

Result<Book> TextImport::read() {
    classify();
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
        read_block(i);
        if (book_.projects.size() > most_projects)
            return Error{"文件里有一万张以上的绩效目标表；请把文件分开导入。", blocks_[i].line()};
    }
    projects_.end();
    if (book_.projects.empty() && !has_known_chapter())
        return Error{"没有找到绩效目标表，也没有找到“总体绩效目标”等章节；请确认选的是预算绩效文本。"};
    return std::move(book_);
}

void TextImport::classify() {
    uses_.assign(blocks_.size(), Use::text);
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
        SourceBlock& block = blocks_[i];
        if (block.is_row && block.cells.size() == 1 && is_indented_heading(block.cells[0]))
            block.is_row = false;
        if (block.is_row)
            uses_[i] = Use::other_row;
    }
    find_contents();
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
        if (uses_[i] != Use::contents && caption_in(blocks_[i]))
            uses_[i] = Use::stray_caption;
    }
    find_tables();
    find_captions();
}

/// A TAB in front of a heading indents it; a table of one cell has no such text.
bool TextImport::is_indented_heading(const SourceCell& cell) const {
    const OrdinalStyle style = read_ordinal(without_marks(cell.raw)).style;
    const bool outer = style == OrdinalStyle::part || style == OrdinalStyle::chinese;
    return words_.is_chapter(cell.raw) || (outer && outline_.is_heading(cell));
}

bool TextImport::is_contents_entry(const SourceBlock& block) const {
    const SourceCell& last = block.cells.back();
    if (last.raw.size() > 400)
        return false;
    const std::string text = fold(last.raw);
    const std::size_t digits = text.size() - (text.find_last_not_of("0123456789") + 1);
    if (digits == 0 || digits > 4)
        return false;
    if (block.is_row)
        return digits == text.size() && block.cells.size() == 2 && !block.cells[0].blank();
    const std::string_view before = std::string_view(text).substr(0, text.size() - digits);
    return before.ends_with("...") || before.ends_with("……") || before.ends_with("··");
}

void TextImport::find_contents() {
    constexpr std::size_t most_lines_between = 6;
    const auto title = std::ranges::find_if(blocks_, [this](const SourceBlock& block) {
        return block.cells.size() == 1 && words_.is_contents_title(block.cells[0].raw);
    });
    if (title == blocks_.end())
        return;
    const std::size_t start = static_cast<std::size_t>(title - blocks_.begin());
    std::size_t last = start;
    for (std::size_t i = start + 1; i < blocks_.size() && i - last <= most_lines_between; ++i) {
        if (is_contents_entry(blocks_[i]))
            last = i;
    }
    for (std::size_t i = start; i <= last && last > start; ++i)
        uses_[i] = Use::contents;
}

const SourceCell* TextImport::caption_in(const SourceBlock& block) const {
    const SourceCell* only = block.only_cell();
    return only && words_.is_caption(only->raw) ? only : nullptr;
}

/// A heading or a caption stands between the tables before and after it.
bool TextImport::ends_table(std::size_t index) const {
    return uses_[index] == Use::stray_caption || uses_[index] == Use::contents ||
           (uses_[index] == Use::text && outline_.is_heading(blocks_[index].cells[0]));
}

void TextImport::find_tables() {
    bool goes_on = false; // A performance target table was read and nothing has ended it.
    for (std::size_t start = 0; start < blocks_.size();) {
        if (uses_[start] != Use::other_row) {
            goes_on = goes_on && !ends_table(start);
            ++start;
            continue;
        }
        std::size_t end = start;
        std::size_t typical = 0;
        bool header = false;
        for (; end < blocks_.size() && uses_[end] == Use::other_row; ++end) {
            typical += projects_.is_typical(blocks_[end]) ? 1 : 0;
            header = header || !read_header(blocks_[end], words_).empty();
        }
        const bool captioned = start > 0 && uses_[start - 1] == Use::stray_caption;
        const bool ours = goes_on || header || typical >= 2 || (typical == 1 && captioned);
        for (std::size_t i = start; i < end && ours; ++i)
            uses_[i] = Use::table_row;
        goes_on = ours;
        start = end;
    }
}

bool TextImport::table_follows(std::size_t index) const {
    for (std::size_t i = index + 1; i < blocks_.size() && i - index <= most_lines_below_caption + 1; ++i) {
        if (uses_[i] == Use::table_row)
            return true;
        if (uses_[i] != Use::text || ends_table(i))
            return false;
        const std::string_view text = blocks_[i].cells[0].raw;
        if (count_code_points(text.substr(0, 400)) > longest_line_below_caption)
            return false;
    }
    return false;
}

void TextImport::find_captions() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
        if (uses_[i] == Use::stray_caption && table_follows(i))
            uses_[i] = Use::caption;
    }
}

bool TextImport::has_known_chapter() const {
    return std::any_of(book_.sections.begin(), book_.sections.end(), [this](const Section& section) {
        return !section.heading.empty() && words_.is_chapter(section.heading.text);
    });
}

void TextImport::read_block(std::size_t index) {
    const SourceBlock& block = blocks_[index];
    switch (uses_[index]) {
    case Use::contents:
        projects_.end();
        return outline_.add_contents_line(block);
    case Use::caption:
        return projects_.begin(*caption_in(block));
    case Use::stray_caption:
        if (projects_.give_caption(*caption_in(block)))
            return;
        projects_.end();
        return outline_.add_paragraph(*caption_in(block));
    case Use::table_row:
        return projects_.read_row(block);
    case Use::other_row:
        if (block.blank())
            return;
        if (block.cells.size() > 1)
            return outline_.add_unplaced(block);
        break; // A paragraph that is indented by a TAB.
    case Use::text:
        break;
    }
    const SourceCell& paragraph = block.cells[0];
    if (outline_.is_heading(paragraph))
        projects_.end();
    else if (projects_.read_line(paragraph))
        return;
    outline_.add_paragraph(paragraph);
}

} // namespace

Result<Book> import_text(std::string_view bytes, std::string_view file_name, const Templates& templates,
                         std::string_view template_id) {
    if (!template_id.empty() && templates.get(template_id).id != template_id)
        return Error{"没有编号为“" + std::string(template_id) + "”的表样；可用的表样见 jibiao templates。"};
    const FormWords words(templates);
    auto blocks = read_blocks(bytes, starts_anew, &words);
    if (!blocks)
        return blocks.error();
    const Recognition found = recognise(*blocks, templates, words);
    const Template& form = templates.get(template_id.empty() ? found.template_id : template_id);
    auto book = TextImport(std::move(*blocks), words, form, templates).read();
    if (!book)
        return book.error();
    book->template_id = form.id;
    book->year = found.year;
    book->region = found.region;
    book->source_name = file_name;
    return book;
}

} // namespace jibiao::io
