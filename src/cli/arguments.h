#pragma once
#include "base/result.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jibiao::cli {

/// An option of a command: --format json, --format=json, --dry-run.
struct Option {
    std::string_view name;       ///< With its dashes: --format.
    std::string_view short_name; ///< -o; "" if it has none.
    std::string_view value;      ///< What its value is called in the help: text|json; "" if it takes none.
    std::string_view help;
    std::vector<std::string_view> choices = {}; ///< The values that are allowed; empty: any.
    std::vector<std::string_view> not_yet = {}; ///< Values that a later version will take.
    bool repeats = false; ///< May be given several times: its values are joined with commas.
};

/// What a person typed behind the command.
struct Arguments {
    std::vector<std::string> operands; ///< Files, a rule's id. "-" is standard input.
    std::map<std::string_view, std::string> options;

    /// The option's value, or `otherwise`.
    std::string_view get(std::string_view option, std::string_view otherwise) const;
    bool has(std::string_view option) const { return options.contains(option); }
};

/// Errors: an unknown option (with the nearest one), a missing value, a value that is not allowed or that an
/// option does not take. "--" ends the options.
Result<Arguments> read_arguments(std::span<const std::string_view> words, std::span<const Option> known);

/// The one of `candidates` that `word` was probably meant to be; "" if none is near.
std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);

} // namespace jibiao::cli
