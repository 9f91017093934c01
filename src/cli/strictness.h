#pragma once
#include "base/result.h"
#include "check/check.h"
#include "check/verdict.h"
#include "cli/arguments.h"
#include "cli/cli.h"
#include "model/book.h"
#include "templates/template.h"

#include <optional>
#include <string>

/// The options by which `check` and `fix` judge.

namespace jibiao::cli {

Option profile_option();
Option phase_option();
Option fail_on_option();
Option as_of_option();

/// The profile that --profile names. Errors list those there are.
Result<Profile> profile_from(const Arguments& arguments);

check::Severity severity_from(std::string_view key);

/// What is still allowed to be wrong.
struct Strictness {
    check::BookPhase phase = check::BookPhase::submit;
    std::optional<check::Severity> fatal; ///< From this on the exit status is 1; nullopt: never.
};
/// --fail-on decides the exit status; without it the phase does.
Strictness strictness_from(const Arguments& arguments);
bool is_fatal(const check::Report& report, const Strictness& strictness);

/// The day that --as-of names; without it today. Errors: no day of the calendar.
Result<std::string> as_of_from(const Arguments& arguments, const Streams& streams);
/// What a book keeps of a check by these.
CheckRecord record_of(const Profile& profile, const Strictness& strictness, std::string as_of);

} // namespace jibiao::cli
