#include "import_support.h"

#include "base/text.h"
#include "io/form_words.h"
#include "io/source_text.h"
#include "io/template_json.h"
#include "model/field.h"
#include "model/ordinal.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

using namespace jibiao;

namespace import_support {

const Templates& templates() {
    static const Templates loaded = io::load_embedded_templates();
    return loaded;
}

const io::PreparedForms& prepared_forms() {
    static const io::PreparedForms forms(templates());
    return forms;
}

Book imported(std::string_view text) {
    auto book = io::import_text(text, "示例.txt", prepared_forms());
    REQUIRE_MESSAGE(book, (book ? std::string() : book.error().what));
    return *book;
}

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string sample(std::string_view name) {
    return read_file(JIBIAO_SOURCE_DIR "/assets/samples/" + std::string(name));
}

std::string seed(std::string_view name) {
    return read_file(JIBIAO_SOURCE_DIR "/../shared/seeds/" + std::string(name));
}

std::string cells(std::string_view rows) {
    std::string text;
    bool row_begins = true;
    for (const char c : rows) {
        if (row_begins)
            text += '\t';
        row_begins = false;
        if (c == '|')
            text += "\n\t";
        else if (c == '\n') {
            text += "\n\n";
            row_begins = true;
        } else {
            text += c;
        }
    }
    return text;
}

std::string lines(std::string_view rows) {
    std::string text(rows);
    for (char& c : text)
        c = c == '|' ? '\t' : c;
    return text;
}

std::size_t filled_rows(const Project& project) {
    std::size_t count = 0;
    for (const Indicator& indicator : project.indicators)
        count += indicator.name.empty() ? 0 : 1;
    return count;
}

std::string in_words(const Indicator& indicator) {
    std::string words;
    for (const auto& entry : indicator_cells()) {
        const Cell& cell = indicator.*entry.cell;
        if (cell.line == 0)
            continue; // The form has no such column.
        words += words.empty() ? "" : "|";
        words += cell.origin == Origin::inherited ? "^" : cell.origin == Origin::rebuilt ? "!" : "";
        words += cell.text;
    }
    return words;
}

namespace {

/// Printed again from the form, hence not stored.
bool is_of_the_form(std::string_view piece, const io::FormWords& words) {
    if (words.label(piece) || words.column(piece) || words.is_checkpoint(piece) ||
        words.is_contents_title(piece))
        return true;
    const auto names = [piece](const io::TableWords& table) {
        return table.column(piece) != Field::none || table.columns_of_group(piece) > 0;
    };
    if (std::ranges::any_of(words.tables(), names))
        return true;
    std::string number = fold(piece);
    const std::size_t length = number.size();
    if (number.starts_with("目标"))
        number.erase(0, std::string_view("目标").size());
    if (number.starts_with('(') || number.starts_with(':'))
        number.erase(0, 1);
    for (const std::string_view end : {")", ".", ":", "、"}) {
        if (number.ends_with(end))
            number.erase(number.size() - end.size());
    }
    // 27.00 and 0 are amounts: only what is marked as a number of a list is one.
    const bool marked = number.size() < length;
    return marked && number.size() <= 2 && number.find_first_not_of("0123456789") == std::string::npos;
}

} // namespace

std::vector<std::string> lost_pieces(std::string_view text, const Book& book) {
    const io::FormWords& words = prepared_forms().words();
    std::string kept;
    for_each_cell(book, [&kept](FieldRef, const Cell& cell) {
        kept += "\n" + fold(cell.raw);
        if (cell.raw != cell.text)
            kept += "\n" + fold(cell.text);
    });
    const auto is_kept = [&kept](std::string_view piece) {
        const std::string folded = fold(piece);
        if (contains(kept, folded))
            return true;
        const std::size_t code =
            folded.find_first_not_of("0123456789"); // 402001示例市文化馆 became two cells.
        return code != std::string::npos && code >= 3 &&
               contains(kept, "\n" + folded.substr(0, code) + "\n") && contains(kept, folded.substr(code));
    };
    const auto never = [](const void*, std::string_view) { return false; };
    const auto blocks = io::read_blocks(text, never, nullptr);
    std::vector<std::string> lost;
    for (const io::SourceBlock& block : *blocks) {
        for (const io::SourceCell& cell : block.cells) {
            if (cell.blank() || is_of_the_form(cell.raw, words) || is_kept(cell.raw))
                continue;
            for (const std::string_view paragraph : split(cell.raw, '\n')) {
                for (const std::string_view piece : split_numbered(trim(paragraph))) {
                    if (!is_of_the_form(piece, words) && !is_kept(piece))
                        lost.emplace_back(piece);
                }
            }
        }
    }
    return lost;
}

} // namespace import_support
