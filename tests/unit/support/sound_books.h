#pragma once
#include "model/book.h"

#include <string_view>

/// Books as a careful office writes them: several projects of different fields, in which no rule finds
/// anything. For planting mistakes in them, and for measuring the checker on realistic text.
namespace sound_books {

/// Equal for equal arguments. `projects` of the topics in turn, from a topic on that depends on the seed;
/// when all had their turn, with other places and numbers. `form`: one of assets/templates, with what else it
/// asks for (chapters, tables, phases, the department's table behind the projects).
jibiao::Book sound_book(unsigned seed, int projects = 6, std::string_view form = "heb-2021");

/// Writes a target into the row: into one cell, or into three where the row has a sign in a cell of its own.
void put_target(jibiao::Indicator& row, std::string_view text);

} // namespace sound_books
