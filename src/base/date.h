#pragma once
#include <string_view>

namespace jibiao {

/// A day of the calendar, written 2026-11-22.
bool is_date(std::string_view text);

} // namespace jibiao
