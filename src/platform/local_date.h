#pragma once
#include <string>

namespace jibiao::platform {

/// The day by the machine's clock and time zone: 2026-11-22. The one place that asks a clock for a date.
std::string local_date();

} // namespace jibiao::platform
