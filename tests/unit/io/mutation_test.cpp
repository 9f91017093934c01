#include "import_support.h"

#include "base/text.h"
#include "io/archive.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

namespace mutation_test {

using namespace jibiao;
using namespace import_support;

// Texts that went wrong on their way. The importer must never crash, and what it accepts must still be all
// there.

namespace {

using Random = std::mt19937; // Its numbers are the same everywhere; distributions' are not.

std::string with_lines_moved(const std::string& text, Random& random) {
    std::vector<std::string_view> lines = split_lines(text);
    for (int i = 0; i < 3; ++i)
        std::swap(lines[random() % lines.size()], lines[random() % lines.size()]);
    std::string result;
    for (const std::string_view line : lines) {
        result += line;
        result += '\n';
    }
    return result;
}

std::string with_lines_dropped_and_doubled(const std::string& text, Random& random) {
    std::string result;
    for (const std::string_view line : split_lines(text)) {
        const auto chance = random() % 40;
        for (std::size_t copies = chance == 0 ? 0 : chance == 1 ? 2 : 1; copies > 0; --copies) {
            result += line;
            result += '\n';
        }
    }
    return result;
}

/// Only ASCII, so that the text stays UTF-8.
std::string with_characters_inserted(std::string text, Random& random) {
    constexpr std::string_view inserted = "\t\n\r 1.%()~:";
    for (int i = 0; i < 8; ++i) {
        std::size_t at = random() % text.size();
        while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80)
            --at;
        text.insert(at, 1, inserted[random() % inserted.size()]);
    }
    return text;
}

std::string with_bytes_changed(std::string text, Random& random) {
    for (int i = 0; i < 4; ++i)
        text[random() % text.size()] = static_cast<char>(random() & 0xFF);
    return text;
}

} // namespace

TEST_CASE("2,000 mutated samples neither crash the importer nor lose text") {
    const std::vector<std::string> texts{sample("heb-2021-shili.txt"), sample("heb-2022-shili.txt"),
                                         sample("heb-2020-shili.txt"), sample("gz-2024-shili.txt")};
    Random random(20240601);
    std::size_t accepted = 0;
    for (int variant = 0; variant < 2000; ++variant) {
        CAPTURE(variant);
        const std::string& text = texts[static_cast<std::size_t>(variant) % texts.size()];
        const auto kind = (variant / 4) % 4;
        const std::string mutated = kind == 0   ? with_lines_moved(text, random)
                                    : kind == 1 ? with_lines_dropped_and_doubled(text, random)
                                    : kind == 2 ? with_characters_inserted(text, random)
                                                : with_bytes_changed(text, random);
        const auto book = io::import_text(mutated, "示例.txt", prepared_forms());
        if (!book)
            continue;
        ++accepted;
        const auto lost = lost_pieces(mutated, *book);
        CHECK_MESSAGE(lost.empty(), (lost.empty() ? std::string() : lost.front()));
    }
    CHECK(accepted >= 1500); // Changed bytes are mostly no UTF-8 any more; everything else imports.
}

} // namespace mutation_test
