#pragma once
#include <cstdint>
#include <string_view>

namespace jibiao {

/// The checksum of zip and PNG: tells a damaged file from a sound one (not from a forged one).
/// `before`: of what stands before them.
std::uint32_t crc32(std::string_view bytes, std::uint32_t before = 0);

} // namespace jibiao
