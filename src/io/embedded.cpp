#include "io/embedded.h"

namespace jibiao::io {

std::string_view embedded_asset(std::string_view path) {
    for (const EmbeddedAsset& asset : embedded_assets())
        if (asset.path == path)
            return asset.text;
    return {};
}

} // namespace jibiao::io
