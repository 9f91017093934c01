#pragma once
#include "ui/frame.h"

/// A window of the page's own above everything else, at most one at a time. Escape, its × and a press beside
/// it close it, and the keyboard goes back to where it was.

namespace jibiao::ui {

/// The keyboard goes to the node `first` as soon as that has been drawn.
void open_dialog(ViewState& view, std::string id, std::string first, std::string subject = {});
void close_dialog(ViewState& view);

struct DialogLook {
    std::string title;
    float width = 560;  ///< Of the whole, if the window has so much.
    float content = -1; ///< Height of what scrolls, where it is known; negative: as it was in the last frame.
    float head = 0;     ///< Height of what stands above it and does not scroll.
    float foot = 0;     ///< Of what stands below it, for buttons.
    bool closes_beside = true; ///< With a press beside it; not where that would throw work away.
};

/// Its parts from top to bottom, within the padding; the body goes from edge to edge.
struct Dialog {
    std::string id; ///< Of what scrolls, too.
    Rect head, body, foot;
    float content; ///< Height of what scrolls in the last frame; negative where the look says how high it is.

    Frame::Area begin_body(Frame& frame) const;
};

/// Space at the sides of what stands in a dialog.
inline constexpr float dialog_pad = 16;

/// The dialog that is open. Draw its head, then between begin_body() and end_scroll() what scrolls, then its
/// foot: that is the order of Tab.
Dialog begin_dialog(Frame& frame, const DialogLook& look);
void end_dialog(Frame& frame, const Dialog& dialog);

} // namespace jibiao::ui
