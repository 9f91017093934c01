#include "cli/commands.h"

/// The table of commands.

namespace jibiao::cli {

extern const Command import_command;
extern const Command check_command;
extern const Command fix_command;
extern const Command suppress_command;
extern const Command export_command;
extern const Command explain_command;
extern const Command rules_command;
extern const Command templates_command;

namespace {

constexpr const Command* all[] = {
    &import_command, &check_command,   &fix_command,   &suppress_command,
    &export_command, &explain_command, &rules_command, &templates_command,
};

} // namespace

std::span<const Command* const> commands() {
    return all;
}

} // namespace jibiao::cli
