#pragma once
#include "base/result.h"
#include "cli/cli.h"
#include "io/bounds.h"

#include <optional>
#include <string>
#include <string_view>

namespace jibiao::cli {

/// What is larger is not read.
inline constexpr std::size_t largest_file = io::largest_file;

/// The bytes of a file, or of standard input for "-". Errors: missing, a directory, unreadable, empty, too
/// large.
Result<std::string> read_input(const std::string& path, const Streams& streams);

/// Writes the whole file or leaves what was there: a neighbour file is written first and then takes its name.
/// A link's file is written, not the link; permissions stay; pipes and devices are written straight to.
/// "-" is standard output.
std::optional<Error> write_output(const std::string& path, std::string_view bytes, const Streams& streams);

bool is_directory(const std::string& path);

} // namespace jibiao::cli
