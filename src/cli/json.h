#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jibiao::cli {

/// Pieces of the reports' JSON. Strings are always valid UTF-8; their order is ours, so reports can be
/// compared.
std::string json_string(std::string_view text);
std::string json_bool(bool value);

/// The members' values are JSON already.
std::string json_object(const std::vector<std::pair<std::string_view, std::string>>& members);
std::string json_array(const std::vector<std::string>& elements);
/// One element a line.
std::string json_lines(const std::vector<std::string>& elements);

} // namespace jibiao::cli
