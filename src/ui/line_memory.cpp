#include "ui/line_memory.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <span>

namespace jibiao::ui {
namespace {

constexpr std::size_t most_remembered = 8192; // A power of two.
constexpr std::size_t places_of_text = 8;     // Too.

} // namespace

LineMemory::Entry& LineMemory::entry_of(std::string_view text, const Shape& shape) {
    entries_.resize(most_remembered);
    const std::uint32_t width = std::bit_cast<std::uint32_t>(shape.width) >> 10; // It may be below 0.
    const std::size_t place =
        (std::hash<std::string_view>()(text) + std::size_t{31} * width) & (most_remembered - 1);
    const std::span own(entries_.data() + (place & ~(places_of_text - 1)), places_of_text);
    const auto known = std::ranges::find_if(
        own, [&](const Entry& entry) { return entry.shape == shape && entry.text == text; });
    return known != own.end() ? *known : *std::ranges::min_element(own, {}, &Entry::used);
}

void LineMemory::learn(Entry& entry, std::string_view text, const Shape& shape,
                       const std::vector<std::string_view>& broken) {
    entry.text = text;
    entry.shape = shape;
    entry.lines.clear();
    for (const std::string_view line : broken)
        entry.lines.push_back(
            {static_cast<std::uint32_t>(line.data() - text.data()), static_cast<std::uint32_t>(line.size())});
}

} // namespace jibiao::ui
