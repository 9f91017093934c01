#include "fuzz/frame.h"

#include "io/archive.h"

#include <cstdint>

namespace jibiao::fuzz {
namespace {

constexpr std::size_t length_at = 10; ///< Behind magic, content and version.
constexpr std::size_t length_size = 8;
constexpr std::size_t checksum_size = 4;
constexpr std::size_t payload_at = length_at + length_size + checksum_size;

void append_number(std::string& out, std::uint64_t number, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i)
        out += static_cast<char>((number >> (8 * i)) & 0xFF);
}

} // namespace

std::string without_frame(std::string_view file) {
    if (file.size() < payload_at)
        return {};
    return std::string(file.substr(0, length_at)) + std::string(file.substr(payload_at));
}

std::string with_frame(std::string_view payload) {
    const std::string_view content = payload.substr(std::min(length_at, payload.size()));
    std::string file(payload.substr(0, length_at));
    append_number(file, content.size(), length_size);
    const int version = payload.size() < length_at ? 0 : static_cast<unsigned char>(payload[length_at - 1]);
    append_number(file, io::checksum(version, content), checksum_size);
    return file + std::string(content);
}

} // namespace jibiao::fuzz
