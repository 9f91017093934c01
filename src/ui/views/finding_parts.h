#pragma once
#include "base/words.h"
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

/// Without an id.
FindingText text_of(const Frame& frame, const check::Finding& finding);
/// Of all findings, in the order of the report.
const std::vector<FindingText>& finding_texts(Frame& frame);
/// The whole finding in one line, for screen readers.
std::string spoken(const check::Finding& finding, const FindingText& text);

/// What can be done about a finding, at the foot of its card `id`: its fix, its rule, and to leave it for a
/// reason, which is written there too.
float finding_actions_height(const Frame& frame, const std::string& id, float width);
void draw_finding_actions(Frame& frame, const check::Finding& finding, const std::string& id,
                          const FindingText& text, float x, float y, float width);

/// Why it is a finding.
inline constexpr const char* explain_label = word("规则说明");
void open_rule_page(ViewState& view, std::string_view rule);

/// The dialog that shows what 全部修复 would change.
void open_fix_preview(ViewState& view);

/// Choices of rule and project, and while there is a filter its words, which take it away.
float filter_height(const Frame& frame);
[[gnu::noinline]] void draw_filter(const platform::Later&, Frame& frame, float x, float y, float width);

/// The findings that stay as they are, folded away at first; returns the y below. They lie within `list`.
[[gnu::noinline]] float draw_suppressed(const platform::Later&, Frame& frame, const Rect& list, float x,
                                        float y, float width);

} // namespace jibiao::ui
