#pragma once
#include "check/check.h"
#include "platform/platform.h"

#include <imgui.h>

/// Colours and measures, in one place. Measures are CSS pixels.

namespace jibiao::ui::theme {

struct Tint {
    ImU32 strong; ///< Text and signs, on `pale` and on a card.
    ImU32 pale;   ///< A ground.
};

/// What is written is 4.5:1 and more on each of its grounds (with more contrast 7:1); what one has to see to
/// find a control, and the ring around what has the keyboard, 3:1. tests/unit/ui/theme_test.cpp measures it.
struct Palette {
    // Grounds.
    ImU32 page, card, hover, accent_pale, table_head;
    ImU32 veil; ///< Over what a dialog covers.
    // On them.
    ImU32 ink, quiet;
    ImU32 off;        ///< What cannot be pressed now.
    ImU32 line;       ///< Between things that are told apart without it.
    ImU32 field_line; ///< Around what can be pressed or filled in.
    ImU32 accent;     ///< What can be pressed, what is chosen, and the ring around what has the keyboard.
    ImU32 done;
    // The one thing to do.
    ImU32 primary, primary_hover, primary_text, primary_off;
    // The bar and the message, dark in every palette; they share what lies on them.
    ImU32 bar, bar_hover, message, message_failed;
    ImU32 bar_text, bar_quiet, bar_failed, bar_off, bar_line;
    Tint error, warning, hint;

    Tint of(check::Severity severity) const {
        switch (severity) {
        case check::Severity::error:
            return error;
        case check::Severity::warning:
            return warning;
        case check::Severity::hint:
            break;
        }
        return hint;
    }
};

const Palette& palette_of(const platform::Look& look);

inline constexpr float text_size = 15;
inline constexpr float touch_text_size = 16; ///< Of fields: iOS enlarges the page around smaller ones.
inline constexpr float dense_size = 14;
inline constexpr float small_size = 13;
inline constexpr float title_size = 18;
inline constexpr float line_height = 1.5f; ///< Times the text size.
inline constexpr float gap = 12;
inline constexpr float foot = 36; ///< Below the end of the content.
inline constexpr float radius = 5;

} // namespace jibiao::ui::theme
