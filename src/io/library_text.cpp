#include "io/library_text.h"

#include "base/text.h"
#include "base/words.h"

#include <string>

namespace jibiao::io {
namespace {

constexpr std::size_t cells_a_line = 6;

Error wrong(std::size_t line, std::string_view what) {
    return {fill(tr("指标库第 {1} 行{2}"), {std::to_string(line), what}), static_cast<int>(line)};
}

} // namespace

Result<std::vector<LibraryEntry>> read_library(std::string_view text) {
    std::vector<LibraryEntry> entries;
    std::string field;
    std::size_t number = 0;
    for (const std::string_view line : split_lines(text)) {
        ++number;
        if (trim(line).empty())
            continue;
        if (line.starts_with('#')) {
            field = trim(line.substr(1));
            continue;
        }
        const std::vector<std::string_view> cells = split(line, '|');
        if (cells.size() != cells_a_line)
            return wrong(number, fill(tr("应当有 {1} 格，却有 {2} 格"),
                                      {std::to_string(cells_a_line), std::to_string(cells.size())}));
        LibraryEntry entry{.field = field,
                           .category = category_of_word(cells[0]),
                           .name = std::string(cells[1]),
                           .description = std::string(cells[2]),
                           .comparator = std::string(cells[3]),
                           .unit = std::string(cells[4]),
                           .basis = std::string(cells[5]),
                           .level1 = {},
                           .level2 = {}};
        if (entry.category == CategoryKind::none)
            return wrong(number, fill(tr("的类别“{1}”不认识"), {shorten_in_line(cells[0], 20)}));
        if (field.empty() || entry.name.empty())
            return wrong(number, field.empty() ? tr("之前没有领域") : tr("没有指标名称"));
        entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace jibiao::io
