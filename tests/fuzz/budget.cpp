#include "fuzz/budget.h"

#include <algorithm>
#include <cstdint>

#if defined(__SANITIZE_ADDRESS__)
#define JIBIAO_COUNTS_MEMORY 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define JIBIAO_COUNTS_MEMORY 1
#endif
#endif

#ifdef JIBIAO_COUNTS_MEMORY
#include <sanitizer/allocator_interface.h>
#endif

namespace jibiao::fuzz {
namespace {

constexpr double megabyte = 1 << 20;

#if defined(JIBIAO_COUNTS_MEMORY)
constexpr double slowness = 6;
#elif defined(__EMSCRIPTEN__)
constexpr double slowness = 10; // Its clock() is the time of day.
#else
constexpr double slowness = 2;
#endif

/// Of this thread, since the last Budget was made. Negative where it frees what was there before.
struct Memory {
    bool counting = false;
    std::int64_t largest = 0;
    std::int64_t alive = 0;
    std::int64_t most_alive = 0;
};
thread_local Memory memory;

#ifdef JIBIAO_COUNTS_MEMORY
void count_malloc(const volatile void*, std::size_t size) {
    if (!memory.counting)
        return;
    const auto bytes = static_cast<std::int64_t>(size);
    memory.largest = std::max(memory.largest, bytes);
    memory.alive += bytes;
    memory.most_alive = std::max(memory.most_alive, memory.alive);
}
void count_free(const volatile void* block) {
    if (memory.counting && block)
        memory.alive -= static_cast<std::int64_t>(__sanitizer_get_allocated_size(block));
}
#endif

void start_counting() {
#ifdef JIBIAO_COUNTS_MEMORY
    static const int installed = __sanitizer_install_malloc_and_free_hooks(count_malloc, count_free);
    memory = {.counting = installed > 0};
#endif
}

std::string in_megabytes(double bytes) {
    return std::to_string(bytes / megabyte) + " MB";
}

} // namespace

Budget::Budget(std::size_t input_size) : input_size_(input_size), started_(std::clock()) {
    start_counting();
}

Budget::~Budget() {
    memory.counting = false;
}

std::string Budget::exceeded(const std::string& who) const {
    const double seconds = static_cast<double>(std::clock() - started_) / CLOCKS_PER_SEC;
    const auto size = static_cast<double>(input_size_);
    const std::string spent = who + " spent on " + in_megabytes(size) + " ";
    if (seconds > slowness * (0.1 + size / megabyte))
        return spent + std::to_string(seconds) + " s";
    if (static_cast<double>(memory.largest) > 64 * size + megabyte)
        return spent + "an allocation of " + in_megabytes(static_cast<double>(memory.largest));
    if (static_cast<double>(memory.most_alive) > 1024 * size + megabyte)
        return spent + in_megabytes(static_cast<double>(memory.most_alive)) + " of memory at once";
    return {};
}

} // namespace jibiao::fuzz
