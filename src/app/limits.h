#pragma once
#include "model/field_ref.h"

#include <cstdint>

namespace jibiao::app {

/// Most code points that a person can leave in a cell: more was pasted by mistake, and slows everything down.
/// No regulation says so; theirs are shorter, and rules warn of them (field-too-long). What was imported
/// longer stays, but does not grow.
std::uint32_t most_characters(Field field);
/// Most of a remark about a cell.
inline constexpr std::uint32_t most_of_remark = 2000;

} // namespace jibiao::app
