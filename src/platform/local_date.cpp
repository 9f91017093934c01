#include "platform/local_date.h"

#include <array>
#include <ctime>

namespace jibiao::platform {

std::string local_date() {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    std::array<char, 11> text{};
    return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%d", &local)};
}

} // namespace jibiao::platform
