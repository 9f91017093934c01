#include "fuzz/frame.h"
#include "fuzz/targets.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

// libFuzzer's entry points for the target JIBIAO_FUZZ_TARGET.

using namespace jibiao::fuzz;

namespace {

const Target& target() {
    static const Target& found = *find_target(JIBIAO_FUZZ_TARGET);
    return found;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string complaint = target().complaint({reinterpret_cast<const char*>(data), size});
    if (complaint.empty())
        return 0;
    std::fprintf(stderr, "%s: %s\n", JIBIAO_FUZZ_TARGET, complaint.c_str());
    std::abort();
}

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size);

/// Files with a checksum are changed inside their frame, or else no change would get past it.
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t max_size,
                                               unsigned int seed) {
    constexpr unsigned frame_is_hit = 50; // Once in so many times.
    const std::string payload = without_frame({reinterpret_cast<const char*>(data), size});
    if (!target().framed || payload.empty() || seed % frame_is_hit == 0)
        return LLVMFuzzerMutate(data, size, max_size);
    const std::size_t frame_size = size - payload.size();
    std::memcpy(data, payload.data(), payload.size());
    const std::size_t mutated = LLVMFuzzerMutate(data, payload.size(), max_size - frame_size);
    const std::string file = with_frame({reinterpret_cast<const char*>(data), mutated});
    std::memcpy(data, file.data(), file.size());
    return file.size();
}
