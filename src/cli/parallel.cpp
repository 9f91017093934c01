#include "cli/parallel.h"

#include <algorithm>
#include <atomic>
#include <system_error>
#include <thread>
#include <vector>

namespace jibiao::cli {
namespace {

using Next = std::function<std::size_t()>;
using Work = std::function<void(const Next&)>;

#ifdef __EMSCRIPTEN__ // No threads there.
constexpr std::size_t most_workers = 1;
void run_beside(std::size_t, const Work& work, const Next& next) {
    work(next);
}
#else
constexpr std::size_t most_workers = static_cast<std::size_t>(-1);
void run_beside(std::size_t others, const Work& work, const Next& next) {
    std::vector<std::jthread> threads;
    try {
        while (threads.size() < others)
            threads.emplace_back([&] { work(next); });
    } catch (const std::system_error&) { // The machine gives no more: those that there are do it.
    }
    work(next);
}
#endif

} // namespace

std::size_t cores() {
    return std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, most_workers);
}

void share_out(std::size_t count, std::size_t workers, const Work& work) {
    if (count == 0)
        return;
    std::atomic<std::size_t> taken{0};
    const Next next = [&] { return std::min(count, taken.fetch_add(1)); };
    run_beside(std::min(workers, count) - 1, work, next);
}

} // namespace jibiao::cli
