#include "io/text_import.h"

#include "base/text.h"
#include "base/utf8.h"
#include "base/words.h"
#include "io/bounds.h"
#include "io/cover_reader.h"
#include "io/encoding.h"
#include "io/form_words.h"
#include "io/lost_ordinals.h"
#include "io/outline_reader.h"
#include "io/project_reader.h"
#include "io/recognition.h"
#include "io/source_text.h"
#include "io/table_reader.h"
#include "model/ordinal.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace jibiao::io {
namespace {

constexpr std::size_t longest_line_below_caption = 60; // Code points.
constexpr std::size_t most_lines_below_caption = 6;

/// What a block of the text is.
enum class Use {
    text,
    cover,              ///< Of the cover; read already.
    contents,           ///< In the table of contents.
    caption,            ///< Of the table that follows.
    stray_caption,      ///< Looks like a caption, but no table follows.
    table_row,          ///< Of a performance target table.
    department_caption, ///< Of a table about the department.
    department_row,     ///< Of such a table.
    other_row,          ///< Of another table.
};

bool starts_anew(const void* context, std::string_view line) {
    const auto& words = *static_cast<const FormWords*>(context);
    const std::string_view text = without_marks(line);
    return words.is_caption(text) || words.is_chapter(text) || words.is_table_caption(text) ||
           read_ordinal(text).style == OrdinalStyle::part;
}

/// - 3 -, 第 3 页.
bool is_page_number(const SourceCell& line) {
    if (line.raw.size() > 30)
        return false;
    std::string text = fold(line.raw);
    for (const std::string_view part : {"第", "页", "-", "—"})
        text = replace_all(text, part, "");
    return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

/// A row as one cell, its cells separated by TABs as they were.
SourceCell whole_row(const SourceBlock& row) {
    SourceCell whole = row.cells.front();
    for (std::size_t i = 1; i < row.cells.size(); ++i)
        whole.raw += "\t" + row.cells[i].raw;
    whole.last_line = row.last_line();
    return whole;
}

/// Without the dots that lead to the page number.
std::string without_leader(std::string_view text) {
    text = trim(text);
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view dot : {".", "…", "·", "．"}) {
            if (text.ends_with(dot)) {
                text = trim(text.substr(0, text.size() - dot.size()));
                again = true;
            }
        }
    }
    return std::string(text);
}

/// By line; those of a line as they came. (GCC 12's stable_sort is "deprecated" to Clang.)
void sort_notes(std::vector<Note>& notes) {
    std::multimap<int, Note> by_line;
    for (Note& note : notes)
        by_line.emplace(note.line, std::move(note));
    notes.clear();
    for (auto& [line, note] : by_line)
        notes.push_back(std::move(note));
}

} // namespace

class TextImport {
  public:
    TextImport(std::vector<SourceBlock> blocks, const Template& form, const PreparedForms& forms)
        : blocks_(std::move(blocks)), words_(forms.words()), outline_(book_, words_),
          projects_(book_, form, forms, outline_), tables_(book_, form, words_, outline_) {}

    void classify();
    bool at_end() const { return next_ == blocks_.size(); }
    float share() const { return static_cast<float>(next_) / static_cast<float>(blocks_.size()); }
    std::optional<Error> read(std::size_t most_blocks);
    Result<Book> finish();

  private:
    void find_contents();
    void find_captions();
    void find_tables();
    bool find_department_table(std::size_t start, std::size_t end);
    bool follows_department_row(std::size_t start) const;
    bool is_outline_heading(std::size_t index) const;
    void find_cover();
    bool repeats_caption(std::size_t index) const;
    bool is_indented_heading(const SourceCell& cell) const;
    bool is_contents_entry(const SourceBlock& block) const;
    const SourceCell* caption_in(const SourceBlock& block) const;
    bool ends_table(std::size_t index) const;
    bool table_follows(std::size_t index) const;
    bool has_known_chapter() const;
    void add_contents_line(const SourceBlock& block);
    void begin_department_table(std::size_t index);
    void end_tables();
    void place_first_projects();
    void read_block(std::size_t index);
    bool table_goes_on(std::size_t index);

    Book book_;
    std::vector<SourceBlock> blocks_;
    std::vector<Use> uses_;
    std::size_t next_ = 0; ///< Block to be read.
    const FormWords& words_;
    OutlineReader outline_;
    ProjectReader projects_;
    TableReader tables_;
    std::size_t looked_ahead_to_ = 0; ///< Up to this block there are table rows, or none:
    bool rows_ahead_ = false;
};

std::optional<Error> TextImport::read(std::size_t most_blocks) {
    for (const std::size_t end = next_ + std::min(most_blocks, blocks_.size() - next_); next_ < end;
         ++next_) {
        read_block(next_);
        if (book_.projects.size() > most_projects)
            return Error{"文件里有一万张以上的绩效目标表；请把文件分开导入。", blocks_[next_].line()};
    }
    return std::nullopt;
}

Result<Book> TextImport::finish() {
    end_tables();
    place_first_projects();
    restore_lost_ordinals(book_);
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
    find_cover();
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

/// Such a heading is no caption, whatever it says.
bool TextImport::is_outline_heading(std::size_t index) const {
    const OrdinalStyle style = read_ordinal(without_marks(blocks_[index].cells[0].raw)).style;
    return style == OrdinalStyle::part || style == OrdinalStyle::chinese ||
           style == OrdinalStyle::bracketed_chinese;
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
        const bool typically_ours = header || typical >= 2 || (typical == 1 && captioned);
        if (!typically_ours && find_department_table(start, end)) {
            goes_on = false;
            start = end;
            continue;
        }
        const bool ours = goes_on || typically_ours;
        for (std::size_t i = start; i < end && ours; ++i)
            uses_[i] = Use::table_row;
        goes_on = ours;
        start = end;
    }
}

/// A header row of such a table, or its caption above the rows, at most a few lines away.
bool TextImport::find_department_table(std::size_t start, std::size_t end) {
    std::size_t caption = start;
    for (std::size_t i = start; i-- > 0 && start - i <= most_lines_below_caption && caption == start;) {
        if (uses_[i] != Use::text)
            break;
        if (!is_outline_heading(i) && tables_.table_of_caption(blocks_[i].cells[0].raw))
            caption = i;
        else if (outline_.is_heading(blocks_[i].cells[0]))
            break;
    }
    const bool captioned = caption < start;
    const bool goes_on = !captioned && start > 0 && follows_department_row(start);
    const bool header =
        std::any_of(blocks_.begin() + static_cast<std::ptrdiff_t>(start),
                    blocks_.begin() + static_cast<std::ptrdiff_t>(end),
                    [this](const SourceBlock& row) { return tables_.table_of_header(row) != nullptr; });
    if (!captioned && !header && !goes_on)
        return false;
    if (captioned)
        uses_[caption] = Use::department_caption;
    for (std::size_t i = start; i < end; ++i)
        uses_[i] = Use::department_row;
    return true;
}

/// Between the rows before and these stands nothing but the end of a page: its number.
bool TextImport::follows_department_row(std::size_t start) const {
    std::size_t i = start - 1;
    if (uses_[i] == Use::text && i > 0 && is_page_number(blocks_[i].cells[0]))
        --i;
    return uses_[i] == Use::department_row;
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
    for (std::size_t i = blocks_.size(); i-- > 0;) {
        if (uses_[i] == Use::stray_caption && (table_follows(i) || repeats_caption(i)))
            uses_[i] = Use::caption;
    }
}

/// The same caption stands below, above its table.
bool TextImport::repeats_caption(std::size_t index) const {
    if (index + 1 >= blocks_.size() || uses_[index + 1] != Use::caption)
        return false;
    const auto key = [this](std::size_t i) { return fold(without_marks(caption_in(blocks_[i])->raw)); };
    return key(index) == key(index + 1);
}

/// What stands before the first section or table.
void TextImport::find_cover() {
    std::vector<const SourceCell*> lines;
    std::vector<std::size_t> indices;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
        if (uses_[i] == Use::contents || blocks_[i].blank())
            continue;
        const SourceCell* line = blocks_[i].only_cell();
        const bool plain =
            uses_[i] == Use::text || uses_[i] == Use::stray_caption || uses_[i] == Use::other_row;
        if (!plain || !line || outline_.is_heading(*line))
            break;
        lines.push_back(line);
        indices.push_back(i);
    }
    const std::vector<bool> taken = read_cover(book_, words_, lines);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (taken[i])
            uses_[indices[i]] = Use::cover;
    }
}

bool TextImport::has_known_chapter() const {
    return std::any_of(book_.sections.begin(), book_.sections.end(), [this](const Section& section) {
        return !section.heading.empty() && words_.is_chapter(section.heading.text);
    });
}

/// 一、总体绩效目标....⇥2; the title of the table of contents is the form's.
void TextImport::add_contents_line(const SourceBlock& block) {
    if (block.cells.size() == 1 && words_.is_contents_title(block.cells[0].raw))
        return;
    const SourceCell whole = whole_row(block);
    ContentsLine line;
    line.id = book_.new_row_id();
    line.text = to_cell(whole);
    line.page = {"", "", whole.line, whole.last_line, Origin::read};
    if (is_contents_entry(block)) {
        const std::size_t start = whole.raw.find_last_not_of("0123456789 \t") + 1;
        line.page.text = line.page.raw = trim(std::string_view(whole.raw).substr(start));
        line.text.text = clean_text({without_leader(whole.raw.substr(0, start)), 0, 0, whole.wrapped});
    }
    book_.contents.push_back(std::move(line));
}

void TextImport::begin_department_table(std::size_t index) {
    for (std::size_t i = index; i < blocks_.size() && uses_[i] == Use::department_row; ++i) {
        if (const TableWords* words = tables_.table_of_header(blocks_[i]))
            return tables_.begin(*words, nullptr);
    }
}

void TextImport::end_tables() {
    projects_.end();
    tables_.end();
}

/// Tables before the first section stand below one without a heading.
void TextImport::place_first_projects() {
    if (book_.sections.empty())
        return;
    RowId front = 0;
    for (std::size_t i = 0; i < book_.projects.size() && book_.projects[i].section == 0; ++i) {
        if (front == 0) {
            Section section;
            section.id = front = book_.new_row_id();
            section.level = book_.sections.front().level;
            book_.sections.insert(0, std::move(section));
        }
        book_.projects.edit(i).section = front;
    }
}

void TextImport::read_block(std::size_t index) {
    const SourceBlock& block = blocks_[index];
    switch (uses_[index]) {
    case Use::cover:
        return;
    case Use::contents:
        end_tables();
        return add_contents_line(block);
    case Use::caption:
        tables_.end();
        if (index > 0 && uses_[index - 1] == Use::caption && repeats_caption(index - 1))
            return projects_.repeat_caption(*caption_in(block));
        return projects_.begin(*caption_in(block));
    case Use::stray_caption:
        tables_.end();
        if (projects_.give_caption(*caption_in(block)))
            return;
        projects_.end();
        return outline_.add_paragraph(*caption_in(block));
    case Use::table_row:
        tables_.end();
        return projects_.read_row(block);
    case Use::department_caption:
        end_tables();
        return tables_.begin(*tables_.table_of_caption(block.cells[0].raw), &block.cells[0]);
    case Use::department_row:
        projects_.end();
        if (!tables_.is_open() && (index == 0 || uses_[index - 1] != Use::department_row))
            begin_department_table(index);
        return tables_.is_open() ? tables_.read_row(block) : outline_.add_unplaced(block);
    case Use::other_row:
        if (block.blank())
            return;
        if (block.cells.size() > 1) {
            tables_.end();
            if (!projects_.is_open())
                outline_.begin_text();
            return outline_.add_unplaced(block);
        }
        break; // A paragraph that is indented by a TAB.
    case Use::text:
        break;
    }
    const SourceCell& paragraph = block.cells[0];
    if (outline_.is_heading(paragraph))
        end_tables();
    else if (projects_.read_line(paragraph) || tables_.read_line(paragraph))
        return;
    else if (tables_.has_rows() && (index + 1 >= blocks_.size() || uses_[index + 1] != Use::department_row))
        tables_.end();
    if (projects_.has_rows() && !table_goes_on(index))
        projects_.end();
    outline_.add_paragraph(paragraph);
}

/// More rows of the open table follow below this paragraph.
bool TextImport::table_goes_on(std::size_t index) {
    if (index < looked_ahead_to_)
        return rows_ahead_;
    std::size_t i = index + 1;
    while (i < blocks_.size() && uses_[i] != Use::table_row && uses_[i] != Use::department_row &&
           uses_[i] != Use::caption && !ends_table(i))
        ++i;
    looked_ahead_to_ = i;
    rows_ahead_ = i < blocks_.size() && uses_[i] == Use::table_row;
    return rows_ahead_;
}

TextReading::TextReading(std::string_view bytes, std::string_view file_name, const PreparedForms& forms,
                         std::string_view template_id)
    : bytes_(bytes), file_name_(file_name), forms_(forms), template_id_(template_id) {}
TextReading::~TextReading() = default;

bool TextReading::go_on() {
    constexpr std::size_t most_blocks = 500;
    if (is_done_)
        return false;
    const auto error = import_ ? import_->read(most_blocks) : begin();
    if (error)
        result_ = *error;
    else if (import_->at_end())
        finish();
    else
        return true;
    import_.reset();
    is_done_ = true;
    return false;
}

float TextReading::share() const {
    return is_done_ ? 1.0f : import_ ? import_->share() : 0.0f;
}

Result<Book> TextReading::take() {
    return std::move(result_);
}

std::optional<Error> TextReading::begin() {
    const Templates& templates = forms_.templates();
    if (!template_id_.empty() && templates.get(template_id_).id != template_id_)
        return Error{fill("没有编号为“{1}”的表样；可用的表样见 jibiao templates。", {template_id_})};
    const auto decoded = decode_text(bytes_);
    if (!decoded)
        return decoded.error();
    const FormWords& words = forms_.words();
    words.forget_asked();
    auto blocks = read_blocks(decoded->text(), starts_anew, &words);
    if (!blocks)
        return blocks.error();
    const Recognition found = recognise(*blocks, templates, words);
    const Template& form = templates.get(template_id_.empty() ? found.template_id : template_id_);
    found_.template_id = form.id;
    found_.year = found.year;
    found_.region = found.region;
    if (!decoded->note.empty())
        found_.notes.push_back({0, decoded->note});
    import_ = std::make_unique<TextImport>(std::move(*blocks), form, forms_);
    import_->classify();
    return std::nullopt;
}

void TextReading::finish() {
    result_ = import_->finish();
    if (!result_)
        return;
    Book& book = *result_;
    if (auto error = check_bounds(book, bytes_.size())) {
        result_ = *std::move(error);
        return;
    }
    book.template_id = found_.template_id;
    book.year = found_.year;
    book.region = found_.region;
    book.source_name = to_valid_utf8(file_name_); // Names of files may be any bytes.
    book.notes.insert(book.notes.end(), found_.notes.begin(), found_.notes.end());
    sort_notes(book.notes);
}

Result<Book> import_text(std::string_view bytes, std::string_view file_name, const PreparedForms& forms,
                         std::string_view template_id) {
    TextReading reading(bytes, file_name, forms, template_id);
    while (reading.go_on()) {
    }
    return reading.take();
}

Result<Book> import_text(std::string_view bytes, std::string_view file_name, const Templates& templates,
                         std::string_view template_id) {
    return import_text(bytes, file_name, PreparedForms(templates), template_id);
}

} // namespace jibiao::io
