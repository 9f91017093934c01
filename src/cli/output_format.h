#pragma once
#include "base/result.h"
#include "cli/cli.h"
#include "model/book.h"
#include "templates/template.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace jibiao::cli {

/// A form in which books are written.
struct OutputFormat {
    std::string_view name;   ///< As --to names it.
    std::string_view ending; ///< By which a file's name says so: .jibiao.
    std::string (*write)(const Book& book, const Template& form);
    bool of_form = false; ///< Holds only what the form has a place for.
};

std::span<const OutputFormat> output_formats();
const OutputFormat* find_output_format(std::string_view name);
/// By the ending of the file's name; json for standard output. Errors list the endings.
Result<const OutputFormat*> output_format_of(const std::string& path);
/// The same for a book with what is said about its findings and its check. Errors: a format that has no place
/// for that.
Result<const OutputFormat*> archive_format_of(const std::string& path);

/// Writes the book; says on `err` how much the format had no place for. `source` names the book there.
std::optional<Error> write_book(const std::string& path, const OutputFormat& format, const Book& book,
                                const Template& form, const std::string& source, const Streams& streams);

} // namespace jibiao::cli
