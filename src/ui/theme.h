#pragma once
#include "check/check.h"

#include <imgui.h>

/// Colours and measures, in one place. Measures are CSS pixels.

namespace jibiao::ui::theme {

inline constexpr ImU32 page = IM_COL32(0xF3, 0xF5, 0xF8, 0xFF);
inline constexpr ImU32 card = IM_COL32(0xFF, 0xFF, 0xFF, 0xFF);
inline constexpr ImU32 bar = IM_COL32(0x1D, 0x3B, 0x5C, 0xFF);
inline constexpr ImU32 bar_text = IM_COL32(0xFF, 0xFF, 0xFF, 0xFF);
inline constexpr ImU32 bar_quiet = IM_COL32(0xC9, 0xD6, 0xE4, 0xFF);
inline constexpr ImU32 bar_hover = IM_COL32(0x2D, 0x52, 0x7A, 0xFF);
inline constexpr ImU32 ink = IM_COL32(0x1C, 0x23, 0x2D, 0xFF);
inline constexpr ImU32 quiet = IM_COL32(0x5A, 0x65, 0x74, 0xFF); ///< 5.9:1 on card.
inline constexpr ImU32 line = IM_COL32(0xD6, 0xDC, 0xE4, 0xFF);
inline constexpr ImU32 field_line = IM_COL32(0xB4, 0xBE, 0xCB, 0xFF);
inline constexpr ImU32 accent = IM_COL32(0x1B, 0x5F, 0xAE, 0xFF);
inline constexpr ImU32 accent_pale = IM_COL32(0xE6, 0xEF, 0xFA, 0xFF);
inline constexpr ImU32 hover = IM_COL32(0xEE, 0xF2, 0xF7, 0xFF);
inline constexpr ImU32 table_head = IM_COL32(0xEA, 0xEF, 0xF5, 0xFF);
inline constexpr ImU32 done = IM_COL32(0x1E, 0x6B, 0x3A, 0xFF);
inline constexpr ImU32 error = IM_COL32(0xB4, 0x23, 0x18, 0xFF);
inline constexpr ImU32 error_pale = IM_COL32(0xFD, 0xEC, 0xEA, 0xFF);
inline constexpr ImU32 warning = IM_COL32(0x94, 0x58, 0x00, 0xFF);
inline constexpr ImU32 warning_pale = IM_COL32(0xFF, 0xF4, 0xDD, 0xFF);
inline constexpr ImU32 hint = IM_COL32(0x3A, 0x5F, 0x8A, 0xFF);
inline constexpr ImU32 hint_pale = IM_COL32(0xEA, 0xF1, 0xF9, 0xFF);

struct Tint {
    ImU32 strong;
    ImU32 pale;
};
inline Tint of(check::Severity severity) {
    switch (severity) {
    case check::Severity::error:
        return {error, error_pale};
    case check::Severity::warning:
        return {warning, warning_pale};
    case check::Severity::hint:
        break;
    }
    return {hint, hint_pale};
}

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
