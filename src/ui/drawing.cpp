#include "ui/drawing.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace jibiao::ui {
namespace {

class Hash {
  public:
    void add(std::uint64_t word) {
        value_ = (value_ ^ word) * 0x9E3779B97F4A7C15u;
        value_ ^= value_ >> 32;
    }
    template <class Item>
    void add_all(const ImVector<Item>& items) {
        const char* bytes = reinterpret_cast<const char*>(items.Data);
        const auto size = static_cast<std::size_t>(items.size_in_bytes());
        add(size);
        for (std::size_t at = 0; at < size; at += sizeof(std::uint64_t)) {
            std::uint64_t word = 0;
            std::memcpy(&word, bytes + at, std::min(sizeof word, size - at));
            add(word);
        }
    }
    std::uint64_t value() const { return value_; }

  private:
    std::uint64_t value_ = 0;
};

std::uint64_t bits_of(float a, float b) {
    return std::uint64_t{std::bit_cast<std::uint32_t>(a)} << 32 | std::bit_cast<std::uint32_t>(b);
}

} // namespace

std::uint64_t hash_of_drawing(const ImDrawData& data, ImU32 paper) {
    Hash hash;
    hash.add(paper);
    hash.add(bits_of(data.DisplaySize.x, data.DisplaySize.y));
    for (const ImDrawList* list : data.CmdLists) {
        hash.add_all(list->VtxBuffer);
        hash.add_all(list->IdxBuffer);
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
