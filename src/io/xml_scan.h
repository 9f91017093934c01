#pragma once
#include "base/result.h"

#include <optional>
#include <string_view>

namespace jibiao::io {

/// What is wrong with an XML text that RapidXML would take amiss (it goes as deep as the elements do, and
/// stops at a 0), would overlook (entities, DOCTYPE, a second root) or that is past the bounds. Elements are
/// counted just as RapidXML sees them: whatever could be seen in two ways is refused.
std::optional<Error> check_xml(std::string_view text);

} // namespace jibiao::io
