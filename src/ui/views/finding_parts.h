#pragma once
#include "ui/frame.h"
#include "ui/theme.h"

#include <string>

/// Pieces of the list of findings.

namespace jibiao::ui {

inline constexpr float finding_pad = 12; ///< Inside a finding's card.

inline TextLook finding_title_look(const Frame& frame) {
    return {theme::text_size, frame.colors.ink, true};
}
inline TextLook finding_place_look(const Frame& frame) {
    return {theme::small_size, frame.colors.quiet};
}
inline TextLook finding_message_look(const Frame& frame) {
    return {theme::text_size, frame.colors.ink};
}

struct FindingText {
    std::string title;
    std::string place;
};
FindingText text_of(const Frame& frame, const check::Finding& finding);
/// The whole finding in one line, for screen readers.
std::string spoken(const check::Finding& finding, const FindingText& text);

/// What can be done about a finding, at the foot of its card `id`: its fix, and to leave it for a reason,
/// which is written there too. 0 if there is nothing.
float finding_actions_height(const Frame& frame, const check::Finding& finding, const std::string& id,
                             float width);
void draw_finding_actions(Frame& frame, const check::Finding& finding, const std::string& id,
                          const FindingText& text, float x, float y, float width);

/// The findings that stay as they are, folded away at first; returns the y below. They lie within `list`.
float draw_suppressed(Frame& frame, const Rect& list, float x, float y, float width);

} // namespace jibiao::ui
