#pragma once
#include "base/result.h"
#include "cli/arguments.h"
#include "cli/cli.h"

#include <span>
#include <string_view>

namespace jibiao::cli {

/// One command of the program: what it takes, and what it does with it.
struct Command {
    std::string_view name;
    std::string_view operands; ///< For the help: FILE...
    std::string_view help;
    std::span<const Option> options;
    std::size_t fewest_operands;
    std::size_t most_operands;
    /// Exit status, or the line that explains why there is none.
    Result<int> (*run)(const Arguments&, const Streams&);
};

/// In the order of the help.
std::span<const Command* const> commands();

} // namespace jibiao::cli
