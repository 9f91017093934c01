#pragma once
#include <optional>
#include <vector>

namespace jibiao::platform {

/// When the window has to be drawn: never by itself. Times are seconds of a clock that only goes forwards.
class Schedule {
  public:
    /// The next `frames` frames, one after the other.
    void wake(int frames);
    /// One frame at `moment` or as soon after it as possible.
    void wake_at(double moment);

    /// Whether a frame has to be drawn at `now`; taken off what is still to be drawn.
    bool take_frame(double now);
    /// Whether a frame is to be drawn at once.
    bool is_awake() const { return frames_ > 0; }
    /// Seconds from `now` to the next frame; none: until something happens.
    std::optional<double> until_next(double now) const;

  private:
    int frames_ = 0;
    std::vector<double> moments_; ///< Ascending.
};

} // namespace jibiao::platform
