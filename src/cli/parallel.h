#pragma once
#include <cstddef>
#include <functional>

namespace jibiao::cli {

/// Workers that this machine can keep busy; at least 1.
std::size_t cores();

/// Calls `work(next)` on each of `workers` threads, the calling one among them, and waits for all. `next()`
/// gives every number below `count` once, to whichever worker asks first, and `count` when there is none
/// left.
void share_out(std::size_t count, std::size_t workers,
               const std::function<void(const std::function<std::size_t()>& next)>& work);

} // namespace jibiao::cli
