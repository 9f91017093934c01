#pragma once
#include <algorithm>
#include <functional>
#include <ranges>

namespace jibiao {

/// Puts `range` in order; equal ones in any. On the page a heap sort: libc++'s introsort would be fetched a
/// dozen times over, 12 kB in all, for lists of a few entries.
template <std::ranges::random_access_range Range, class Less = std::ranges::less,
          class Projection = std::identity>
void sort(Range&& range, Less less = {}, Projection projection = {}) {
#ifdef __EMSCRIPTEN__
    std::ranges::make_heap(range, less, projection);
    std::ranges::sort_heap(range, less, projection);
#else
    std::ranges::sort(range, less, projection);
#endif
}

} // namespace jibiao
