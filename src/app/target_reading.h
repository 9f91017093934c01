#pragma once
#include "model/target_value.h"

#include <string>

namespace jibiao::app {

/// How a target value is understood, for whoever types it: "≥95%，越高越好"; "" for a blank one.
std::string reading_of(const TargetValue& value);

} // namespace jibiao::app
