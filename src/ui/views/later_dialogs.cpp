#include "ui/views/later_dialogs.h"

#include <cassert>

namespace jibiao::ui {

/// Calls and no table of functions: what a table holds would be in the first part (scripts/split.mjs).
void draw_later_dialog(const platform::Later& later, Frame& frame) {
    const std::string_view id = frame.view.dialog;
    if (id == "library")
        return draw_library(later, frame);
    if (id == "settings")
        return draw_settings(frame);
    if (id == "about")
        return draw_about(later, frame);
    if (id == "shortcuts")
        return draw_shortcuts(later, frame);
    if (id == "fix-preview")
        return draw_fix_preview(frame);
    if (id == "rule")
        return draw_rule_page(frame);
    if (id == "history")
        return draw_history(frame);
    if (id == "opening")
        return draw_opening(frame);
    if (id == "paste-preview")
        return draw_paste_preview(frame);
    assert(false && "no such dialog");
}

} // namespace jibiao::ui
