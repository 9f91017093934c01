#include "platform/desktop/schedule.h"

#include <algorithm>

namespace jibiao::platform {

void Schedule::wake(int frames) {
    frames_ = std::max(frames_, frames);
}

void Schedule::wake_at(double moment) {
    moments_.insert(std::ranges::upper_bound(moments_, moment), moment);
}

bool Schedule::take_frame(double now) {
    const auto later = std::ranges::upper_bound(moments_, now);
    if (later != moments_.begin())
        wake(1);
    moments_.erase(moments_.begin(), later);
    if (frames_ == 0)
        return false;
    --frames_;
    return true;
}

std::optional<double> Schedule::until_next(double now) const {
    if (frames_ > 0)
        return 0;
    if (moments_.empty())
        return std::nullopt;
    return std::max(0.0, moments_.front() - now);
}

} // namespace jibiao::platform
