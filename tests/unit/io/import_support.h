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

/// The book of a text that must import.
jibiao::Book imported(std::string_view text);

/// "" if there is no such file.
std::string read_file(const std::string& path);
std::string sample(std::string_view name);
/// A document of ../shared/seeds; "" where that folder is missing.
std::string seed(std::string_view name);

std::size_t filled_rows(const jibiao::Project& project);
/// Of all cells: "产出指标|数量指标|培训次数|…"; inherited cells have ^, rebuilt ones ! in front.
std::string in_words(const jibiao::Indicator& indicator);

/// Pieces of the text (cells, paragraphs) that are neither in the raw text of a cell nor in its text, but for
/// what an export prints again from the form: labels, checkpoints and the numbers of goals.
std::vector<std::string> lost_pieces(std::string_view text, const jibiao::Book& book);

} // namespace import_support
