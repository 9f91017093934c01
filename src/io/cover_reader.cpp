#include "io/cover_reader.h"

#include "base/text.h"
#include "base/utf8.h"
#include "io/paragraphs.h"
#include "model/field.h"
#include "model/ordinal.h"

#include <string>
#include <string_view>
#include <utility>

namespace jibiao::io {
namespace {

constexpr std::size_t longest_unit_name = 40;
constexpr std::size_t shortest_unit_name = 4;

bool has_year(std::string_view text) {
    const std::string folded = fold(text);
    const std::size_t at = folded.find("20");
    return at != std::string::npos && at + 4 <= folded.size() && contains(folded.substr(at), "年");
}

/// Unlike a sentence a name may end with a bracket.
bool is_name_end(std::string_view text) {
    return is_heading_end(text) && !fold(text).ends_with(':');
}

class CoverReader {
  public:
    CoverReader(Book& book, const FormWords& words, const std::vector<const SourceCell*>& lines)
        : book_(book), words_(words), lines_(lines), taken_(lines.size(), false) {}

    std::vector<bool> read() {
        for (std::size_t i = 0; i < lines_.size(); ++i)
            taken_[i] = taken_[i] || read_title(i) || read_label(i) || read_ending(i);
        return std::move(taken_);
    }

  private:
    bool read_title(std::size_t i);
    bool read_label(std::size_t i);
    bool read_ending(std::size_t i);
    bool is_unit_name(std::size_t i) const;
    Cell* free_cell(Field field);
    Cell with_line_above(std::size_t i) const;

    Book& book_;
    const FormWords& words_;
    const std::vector<const SourceCell*>& lines_;
    std::vector<bool> taken_;
};

Cell* CoverReader::free_cell(Field field) {
    for (const auto& entry : book_cells()) {
        Cell& cell = book_.*entry.cell;
        if (entry.field == field)
            return cell.line == 0 ? &cell : nullptr;
    }
    return nullptr;
}

/// The line and the one above it as one cell.
Cell CoverReader::with_line_above(std::size_t i) const {
    Cell cell = to_cell(*lines_[i - 1]);
    cell.raw += "\n" + lines_[i]->raw;
    cell.last_line = lines_[i]->last_line;
    return cell;
}

bool CoverReader::is_unit_name(std::size_t i) const {
    const std::string text = clean_text(*lines_[i]);
    const std::size_t length = count_code_points(std::string_view(text).substr(0, 400));
    return !taken_[i] && length >= shortest_unit_name && length <= longest_unit_name && is_name_end(text) &&
           read_ordinal(text).style == OrdinalStyle::none;
}

/// A title that begins with its year has the unit's name on the line above.
bool CoverReader::read_title(std::size_t i) {
    const std::string text = clean_text(*lines_[i]);
    if (book_.title.line != 0 || count_code_points(std::string_view(text).substr(0, 400)) > longest_title)
        return false;
    if (!is_name_end(text) || !has_year(text) || !words_.has_title_word(text))
        return false;
    const bool nameless = text.starts_with("20") || text.starts_with("２０");
    if (!nameless || i == 0 || !is_unit_name(i - 1)) {
        book_.title = to_cell(*lines_[i]);
        return true;
    }
    book_.title = with_line_above(i);
    book_.title.text += " " + text;
    taken_[i - 1] = true;
    return true;
}

bool CoverReader::read_label(std::size_t i) {
    const auto label = words_.cover_label(lines_[i]->raw);
    Cell* cell = label ? free_cell(label->field) : nullptr;
    if (!cell)
        return false;
    *cell = to_cell(*lines_[i]);
    cell->text = clean_text({std::string(label->value), 0, 0, lines_[i]->wrapped});
    return true;
}

/// 示例市科协编制, or 编制 on the line below 示例市科协.
bool CoverReader::read_ending(std::size_t i) {
    const auto ending = words_.cover_ending(lines_[i]->raw);
    Cell* cell = ending ? free_cell(ending->field) : nullptr;
    if (!cell)
        return false;
    if (!ending->value.empty()) {
        if (!is_unit_name(i) || count_code_points(ending->value) < shortest_unit_name)
            return false;
        *cell = to_cell(*lines_[i]);
        cell->text = clean_text({std::string(ending->value), 0, 0, lines_[i]->wrapped});
        return true;
    }
    if (i == 0 || !is_unit_name(i - 1))
        return false;
    *cell = with_line_above(i);
    taken_[i - 1] = true;
    return true;
}

} // namespace

std::vector<bool> read_cover(Book& book, const FormWords& words,
                             const std::vector<const SourceCell*>& lines) {
    return CoverReader(book, words, lines).read();
}

} // namespace jibiao::io
