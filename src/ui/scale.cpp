#include "ui/scale.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <string>

namespace jibiao::ui {
namespace {

constexpr float ui_scales[] = {0.8f, 0.9f, 1, 1.1f, 1.25f, 1.5f, 1.75f, 2};
constexpr std::ptrdiff_t usual_scale = 2;
constexpr std::string_view scale_preference = "scale"; // In percent.

std::ptrdiff_t nearest_scale(float wanted) {
    const auto way = [wanted](float scale) { return std::abs(scale - wanted); };
    return std::ranges::min_element(ui_scales, {}, way) - std::begin(ui_scales);
}

} // namespace

float preferred_scale(const platform::Platform& machine) {
    const std::string text = machine.preference(scale_preference);
    int percent = 100;
    std::from_chars(text.data(), text.data() + text.size(), percent);
    return ui_scales[nearest_scale(static_cast<float>(percent) / 100)];
}

void keep_scale(platform::Platform& machine, float scale) {
    machine.set_preference(scale_preference, std::to_string(std::lround(100 * scale)));
}

float step_scale(float scale, int steps) {
    const auto last = static_cast<std::ptrdiff_t>(std::size(ui_scales)) - 1;
    const auto step = steps == 0 ? usual_scale : nearest_scale(scale) + steps;
    return ui_scales[std::clamp<std::ptrdiff_t>(step, 0, last)];
}

} // namespace jibiao::ui
