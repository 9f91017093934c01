#pragma once
#include "app/overview.h"

#include <string>

/// A picture for paper: the same marks as on the screen, told apart by pattern and number, so that a printer
/// without colours is enough. Its exact numbers stand in the table that is printed below.

namespace jibiao::app {

/// An <svg> element as wide as its place; "" where there is nothing to draw.
[[gnu::noinline]] std::string svg_of(const platform::Later&, const Picture& picture);

} // namespace jibiao::app
