#include "io/library_text.h"

#include "base/text.h"

#include <string>

namespace jibiao::io {
namespace {

constexpr std::size_t cells_a_line = 6;

Error wrong(std::size_t line, std::string what) {
    return {"指标库第 " + std::to_string(line) + " 行" + std::move(what), static_cast<int>(line)};
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
            return wrong(number, "应当有 6 格，却有 " + std::to_string(cells.size()) + " 格");
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
            return wrong(number, "的类别“" + shorten_in_line(cells[0], 20) + "”不认识");
        if (field.empty() || entry.name.empty())
            return wrong(number, field.empty() ? "之前没有领域" : "没有指标名称");
        entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace jibiao::io
