#include "ui/drawing.h"

#include "base/hash.h"

#include <algorithm>
#include <bit>

namespace jibiao::ui {
namespace {

template <class Item>
void add_all(Hash& hash, const ImVector<Item>& items) {
    hash.add_bytes(items.Data, static_cast<std::size_t>(items.size_in_bytes()));
}

std::uint64_t bits_of(float a, float b) {
    return std::uint64_t{std::bit_cast<std::uint32_t>(a)} << 32 | std::bit_cast<std::uint32_t>(b);
}

} // namespace

std::uint64_t hash_of_drawing(const ImDrawData& data, ImU32 paper) {
    Hash hash;
    hash.add(paper);
    hash.add(bits_of(data.DisplaySize.x, data.DisplaySize.y));
    for (const ImDrawList* list : data.CmdLists) {
        add_all(hash, list->VtxBuffer);
        add_all(hash, list->IdxBuffer);
        for (const ImDrawCmd& part : list->CmdBuffer) {
            const ImVec4& clip = part.ClipRect;
            hash.add(bits_of(clip.x, clip.y));
            hash.add(bits_of(clip.z, clip.w));
            hash.add(reinterpret_cast<std::uintptr_t>(part.TexRef._TexData));
            hash.add(part.ElemCount);
        }
    }
    return hash.value();
}

bool has_new_textures(const ImDrawData& data) {
    return data.Textures && std::ranges::any_of(*data.Textures, [](const ImTextureData* texture) {
               return texture->Status != ImTextureStatus_OK;
           });
}

} // namespace jibiao::ui
