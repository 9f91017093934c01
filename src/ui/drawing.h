#pragma once
#include <imgui.h>

#include <cstdint>

namespace jibiao::ui {

/// A number that tells drawings on such paper apart: one that is on the screen already need not be drawn
/// again. Several frames follow each other after every key, until all that depends on it has settled, and
/// most of them are alike.
std::uint64_t hash_of_drawing(const ImDrawData& data, ImU32 paper);

/// Textures wait to be made or changed by whoever draws it.
bool has_new_textures(const ImDrawData& data);

} // namespace jibiao::ui
