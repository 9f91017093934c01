#pragma once
#include "platform/platform.h"

/// How large people want everything, on top of the machine's scale: 0.8 to 2, in the steps that
/// web/later/pair.js counts.

namespace jibiao::ui {

float preferred_scale(const platform::Platform& machine);
void keep_scale(platform::Platform& machine, float scale);
/// So many steps larger; 0: as usual.
float step_scale(float scale, int steps);

} // namespace jibiao::ui
