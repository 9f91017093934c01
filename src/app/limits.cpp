#include "app/limits.h"

namespace jibiao::app {

std::uint32_t most_characters(Field field) {
    constexpr std::uint32_t of_texts = 20'000;
    constexpr std::uint32_t of_names_and_values = 2'000;
    switch (field) {
    case Field::paragraph:
    case Field::duties:
    case Field::purpose:
    case Field::organisation:
    case Field::rules:
    case Field::goal:
    case Field::detail_goal:
    case Field::phase_text:
    case Field::description:
    case Field::basis:
    case Field::explanation:
        return of_texts;
    default:
        return of_names_and_values;
    }
}

} // namespace jibiao::app
