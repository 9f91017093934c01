#pragma once
#include <string>
#include <string_view>

namespace jibiao::fuzz {

/// A binary file of ours without its frame (io/archive.cpp): magic, content and version stay with the
/// payload, length and checksum go. "" if it has no frame.
std::string without_frame(std::string_view file);
/// The file of such a payload, with the length and the checksum that belong to it: past them a reader gets to
/// what was changed.
std::string with_frame(std::string_view payload);

} // namespace jibiao::fuzz
