#pragma once
#include "ui/fonts.h"
#include "ui/frame.h"

#include <string>

namespace jibiao::ui {

/// What a person may look at next is scrolled out, on another project's page, or in a list that is not open:
/// gives the machine the characters of the book, its form and its findings that have not been drawn yet, in
/// the sizes in which they would be. Once for each book, form and scale, which `done_for` remembers.
void prewarm(const Frame& frame, const Fonts& fonts, std::string& done_for);

} // namespace jibiao::ui
