#pragma once
#include "io/text_import.h"
#include "model/book.h"
#include "templates/template.h"

#include <string>
#include <string_view>
#include <vector>

/// What the tests of importers share.
namespace import_support {

const jibiao::Templates& templates();
const jibiao::io::PreparedForms& prepared_forms();

/// The book of a text that must import.
jibiao::Book imported(std::string_view text);

/// "" if there is no such file.
std::string read_file(const std::string& path);
std::string sample(std::string_view name);
/// A document of ../shared/seeds; "" where that folder is missing.
std::string seed(std::string_view name);

/// A table, its cells separated by '|' and its rows by line ends, as a text with a cell a line, …
std::string cells(std::string_view rows);
/// … and with a row a line.
std::string lines(std::string_view rows);

/// A small table: its caption, its header row, one row.
inline const std::string head = "1.演出经费绩效目标表\n";
inline const std::string header = "一级指标|二级指标|三级指标|绩效指标描述|指标值|指标值确定依据\n";
inline const std::string first_row = "产出指标|数量指标|演出场次|全年场次|≥60场|工作计划\n";

std::size_t filled_rows(const jibiao::Project& project);
/// Of all cells: "产出指标|数量指标|培训次数|…"; inherited cells have ^, rebuilt ones ! in front.
std::string in_words(const jibiao::Indicator& indicator);

/// Pieces of the text (cells, paragraphs) that are neither in the raw text of a cell nor in its text, but for
/// what an export prints again from the form: labels, checkpoints and the numbers of goals.
std::vector<std::string> lost_pieces(std::string_view text, const jibiao::Book& book);

} // namespace import_support
