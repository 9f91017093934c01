#include "app/limits.h"

#include "model/field.h"

namespace jibiao::app {

std::uint32_t most_characters(Field field) {
    constexpr std::uint32_t of_texts = 20'000;
    constexpr std::uint32_t of_names_and_values = 2'000;
    return is_running_text(field) || field == Field::basis ? of_texts : of_names_and_values;
}

} // namespace jibiao::app
