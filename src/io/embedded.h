#pragma once

#include <span>
#include <string_view>

namespace jibiao::io {

/// A file of assets/ that is compiled into the program, so that the page needs no second download
/// and the command line no installation.
struct EmbeddedAsset {
    std::string_view path; ///< relative to assets/, e.g. "templates/heb-2021.json"
    std::string_view text;
};

/// Forms, profiles, reading words and the sample that the page offers, sorted by path.
std::span<const EmbeddedAsset> embedded_assets();

/// The text of one of them; empty when there is none of that path.
std::string_view embedded_asset(std::string_view path);

} // namespace jibiao::io
