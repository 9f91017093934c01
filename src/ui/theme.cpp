#include "ui/theme.h"

namespace jibiao::ui::theme {
namespace {

/// 0xRRGGBB as CSS writes it.
constexpr ImU32 rgb(std::uint32_t hex, ImU32 alpha = 0xFF) {
    return IM_COL32(hex >> 16 & 0xFF, hex >> 8 & 0xFF, hex & 0xFF, alpha);
}

constexpr Palette light{
    .page = rgb(0xF3F5F8),
    .card = rgb(0xFFFFFF),
    .hover = rgb(0xEEF2F7),
    .accent_pale = rgb(0xE6EFFA),
    .table_head = rgb(0xEAEFF5),
    .veil = rgb(0x101822, 0x70),
    .ink = rgb(0x1C232D),
    .quiet = rgb(0x5A6574),
    .off = rgb(0x98A3B1),
    .line = rgb(0xD6DCE4),
    .field_line = rgb(0x818E9F),
    .accent = rgb(0x1B5FAE),
    .done = rgb(0x1E6B3A),
    .primary = rgb(0x1B5FAE),
    .primary_hover = rgb(0x1D3B5C),
    .primary_text = rgb(0xFFFFFF),
    .primary_off = rgb(0xD6DCE4),
    .bar = rgb(0x1D3B5C),
    .bar_hover = rgb(0x2D527A),
    .message = rgb(0x1C232D),
    .message_failed = rgb(0xB42318),
    .bar_text = rgb(0xFFFFFF),
    .bar_quiet = rgb(0xC9D6E4),
    .bar_failed = rgb(0xFFC9C2),
    .bar_off = rgb(0x7D93AB),
    .bar_line = rgb(0x8AA0B8),
    .error = {rgb(0xB42318), rgb(0xFDECEA)},
    .warning = {rgb(0x8A5200), rgb(0xFFF4DD)},
    .hint = {rgb(0x3A5F8A), rgb(0xEAF1F9)},
};

constexpr Palette dark{
    .page = rgb(0x14181E),
    .card = rgb(0x1D232B),
    .hover = rgb(0x29323D),
    .accent_pale = rgb(0x1F3650),
    .table_head = rgb(0x262E38),
    .veil = rgb(0x000000, 0x98),
    .ink = rgb(0xE6EAF0),
    .quiet = rgb(0xA3AEBD),
    .off = rgb(0x667180),
    .line = rgb(0x38414D),
    .field_line = rgb(0x7A899C),
    .accent = rgb(0x7DB4F5),
    .done = rgb(0x7CCB95),
    .primary = rgb(0x2468B8),
    .primary_hover = rgb(0x1C5599),
    .primary_text = rgb(0xFFFFFF),
    .primary_off = rgb(0x38414D),
    .bar = rgb(0x122840),
    .bar_hover = rgb(0x23466B),
    .message = rgb(0x2E3947),
    .message_failed = rgb(0x8E1F17),
    .bar_text = rgb(0xF1F5FA),
    .bar_quiet = rgb(0xB7C4D3),
    .bar_failed = rgb(0xFFB4AB),
    .bar_off = rgb(0x6F8399),
    .bar_line = rgb(0x7890AB),
    .error = {rgb(0xFF9A90), rgb(0x40211F)},
    .warning = {rgb(0xF0B45A), rgb(0x3A2C12)},
    .hint = {rgb(0x9CC3EE), rgb(0x1E2D40)},
};

constexpr Palette light_contrast{
    .page = rgb(0xFFFFFF),
    .card = rgb(0xFFFFFF),
    .hover = rgb(0xE6EDF5),
    .accent_pale = rgb(0xD9E8FA),
    .table_head = rgb(0xDDE6F0),
    .veil = rgb(0x000000, 0xA0),
    .ink = rgb(0x000000),
    .quiet = rgb(0x333B45),
    .off = rgb(0x6B7480),
    .line = rgb(0x5E6875),
    .field_line = rgb(0x2F3945),
    .accent = rgb(0x00397A),
    .done = rgb(0x0B4A22),
    .primary = rgb(0x00397A),
    .primary_hover = rgb(0x002450),
    .primary_text = rgb(0xFFFFFF),
    .primary_off = rgb(0xDDE6F0),
    .bar = rgb(0x00203F),
    .bar_hover = rgb(0x003D73),
    .message = rgb(0x000000),
    .message_failed = rgb(0x850E05),
    .bar_text = rgb(0xFFFFFF),
    .bar_quiet = rgb(0xE8F0F8),
    .bar_failed = rgb(0xFFD9D4),
    .bar_off = rgb(0x93A4B5),
    .bar_line = rgb(0xFFFFFF),
    .error = {rgb(0x850E05), rgb(0xFFE9E6)},
    .warning = {rgb(0x5E3700), rgb(0xFFF3D6)},
    .hint = {rgb(0x143A66), rgb(0xE6F0FB)},
};

constexpr Palette dark_contrast{
    .page = rgb(0x000000),
    .card = rgb(0x000000),
    .hover = rgb(0x1B2733),
    .accent_pale = rgb(0x0D2A4A),
    .table_head = rgb(0x17212C),
    .veil = rgb(0x30363D, 0xA0),
    .ink = rgb(0xFFFFFF),
    .quiet = rgb(0xD5DCE5),
    .off = rgb(0x8C96A1),
    .line = rgb(0x8A94A0),
    .field_line = rgb(0xC8D0DA),
    .accent = rgb(0x9CCBFF),
    .done = rgb(0x9BE3B0),
    .primary = rgb(0x9CCBFF),
    .primary_hover = rgb(0xCFE5FF),
    .primary_text = rgb(0x000000),
    .primary_off = rgb(0x17212C),
    .bar = rgb(0x00101F),
    .bar_hover = rgb(0x0A335C),
    .message = rgb(0x22282F),
    .message_failed = rgb(0x6E0E07),
    .bar_text = rgb(0xFFFFFF),
    .bar_quiet = rgb(0xDCE6F0),
    .bar_failed = rgb(0xFFC9C2),
    .bar_off = rgb(0x8795A4),
    .bar_line = rgb(0xFFFFFF),
    .error = {rgb(0xFFB3AB), rgb(0x3A0D09)},
    .warning = {rgb(0xFFD08A), rgb(0x2E1F00)},
    .hint = {rgb(0xB9D9FF), rgb(0x0F2136)},
};

} // namespace

const Palette& palette_of(const platform::Look& look) {
    if (look.more_contrast)
        return look.dark ? dark_contrast : light_contrast;
    return look.dark ? dark : light;
}

} // namespace jibiao::ui::theme
