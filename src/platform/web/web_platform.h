#pragma once
#include "platform/platform.h"

#include <functional>
#include <memory>

/// The browser's part: C++ calls go through web/bridge.library.js to the modules in web/, events come back
/// through the exported functions at the end of web_platform.cpp.

namespace jibiao::platform {

/// One per page.
std::unique_ptr<Platform> make_web_platform();

/// `frame` draws one frame and returns whether another must follow at once (input is still queued in ImGui).
/// web/scheduler.js runs it: when something woke it, and inside the handler of a click or a tap, so that a
/// focus request still counts as the person's own (soft keyboards open only then).
void on_frame(std::function<bool()> frame);

/// `lost` is called when the canvas may no longer show what was drawn: it got another size, or the browser
/// took the picture from a page that nobody saw.
void on_canvas_lost(std::function<void()> lost);

/// `restored` forgets what it had on the graphics card: the context is a new one. The program hears of it by
/// the event ContextRestored.
void on_context_restored(std::function<void()> restored);

} // namespace jibiao::platform
