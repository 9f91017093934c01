#include "base/crc32.h"

#include <doctest/doctest.h>

namespace crc32_test {

using jibiao::crc32;

TEST_CASE("The checksum is the one of zip and PNG") {
    CHECK(crc32("") == 0);
    CHECK(crc32("123456789") == 0xCBF43926u); // The check value that its standard gives.
    CHECK(crc32("IEND") == 0xAE426082u);      // The last four bytes of every PNG.
    CHECK(crc32("6789", crc32("12345")) == crc32("123456789"));
}

} // namespace crc32_test
