#pragma once
#include "platform/semantics.h"

#include <doctest/doctest.h>

#include <cstring>

namespace patch_reader {

using namespace jibiao::platform;

/// Reads a patch as web/tree_patch.js does.
struct Patch {
    struct NodeRecord {
        std::uint32_t handle, popup_of;
        std::uint16_t flags;
        std::string id, name, value, shortcut, placeholder;
        std::uint32_t position, limit, revision;
    };
    struct PlaceRecord {
        std::uint32_t handle;
        Rect rect;
        bool visible;
        float top, right, bottom, left;
    };
    std::vector<NodeRecord> nodes;
    std::vector<PlaceRecord> places;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> order;

    explicit Patch(const std::vector<std::uint8_t>& bytes) : bytes_(bytes) {
        while (at_ < bytes_.size()) {
            switch (const auto kind = take<std::uint8_t>()) {
            case 1:
                take_node();
                break;
            case 2:
                take_place();
                break;
            case 3:
                take_order();
                break;
            default:
                FAIL("unknown record ", int{kind});
            }
        }
    }

  private:
    template <class T>
    T take() {
        T value;
        REQUIRE(at_ + sizeof value <= bytes_.size());
        std::memcpy(&value, bytes_.data() + at_, sizeof value);
        at_ += sizeof value;
        return value;
    }
    std::string take_string() {
        const auto size = take<std::uint32_t>();
        REQUIRE(at_ + size <= bytes_.size());
        at_ += size;
        return {reinterpret_cast<const char*>(bytes_.data()) + at_ - size, size};
    }
    void take_node() {
        NodeRecord record{};
        record.handle = take<std::uint32_t>();
        const auto role = static_cast<Role>(take<std::uint8_t>());
        take<std::uint8_t>();
        record.flags = take<std::uint16_t>();
        record.popup_of = take<std::uint32_t>();
        record.id = take_string();
        record.name = take_string();
        record.value = take_string();
        take_string();
        record.shortcut = take_string();
        if (role == Role::row || role == Role::grid || role == Role::progressbar)
            record.position = take<std::uint32_t>();
        if (role == Role::textbox) {
            for (int i = 0; i < 4; ++i)
                take<float>();
            take<std::uint32_t>();
            take<std::uint32_t>();
            record.limit = take<std::uint32_t>();
            record.revision = take<std::uint32_t>();
            record.placeholder = take_string();
        }
        nodes.push_back(record);
    }
    void take_place() {
        PlaceRecord record{};
        record.handle = take<std::uint32_t>();
        for (float* side : {&record.rect.x, &record.rect.y, &record.rect.w, &record.rect.h})
            *side = take<float>();
        record.visible = take<std::uint8_t>() != 0;
        for (float* side : {&record.top, &record.right, &record.bottom, &record.left})
            *side = take<float>();
        places.push_back(record);
    }
    void take_order() {
        const auto count = take<std::uint32_t>();
        for (std::uint32_t i = 0; i < count; ++i) {
            const auto handle = take<std::uint32_t>();
            order.emplace_back(handle, take<std::uint32_t>());
        }
    }

    const std::vector<std::uint8_t>& bytes_;
    std::size_t at_ = 0;
};

} // namespace patch_reader
