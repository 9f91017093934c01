#include "io/embedded.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace embedded_test {

using namespace jibiao;

TEST_CASE("embedded assets are sorted by path and found by it") {
    const auto assets = io::embedded_assets();
    CHECK(std::ranges::is_sorted(assets, {}, &io::EmbeddedAsset::path));
    for (const io::EmbeddedAsset& asset : assets) {
        CAPTURE(asset.path);
        CHECK(!asset.text.empty());
        CHECK(io::embedded_asset(asset.path) == asset.text);
    }
    CHECK(io::embedded_asset("templates/none.json").empty());
}

} // namespace embedded_test
