#include "fuzz/corpus.h"
#include "fuzz/frame.h"
#include "fuzz/targets.h"

#include <doctest/doctest.h>

#include <string>

using namespace jibiao::fuzz;

// In every build, without a fuzzer: what was sound must stay sound, and what did harm once must not do it
// again.

TEST_CASE("every reader takes its seeds, and survives them cut and damaged") {
    for (const Target& target : targets()) {
        const auto inputs = seeds(target.name);
        CHECK_MESSAGE(!inputs.empty(), target.name);
        for (const Input& seed : inputs) {
            CAPTURE(target.name);
            CAPTURE(seed.name);
            CHECK(target.complaint(seed.bytes) == "");
            for (const std::size_t part : {1u, 2u, 3u, 5u, 8u, 13u}) {
                CAPTURE(part);
                CHECK(target.complaint(
                          std::string_view(seed.bytes).substr(0, seed.bytes.size() * part / 14)) == "");
                std::string damaged = seed.bytes;
                char& hit = damaged[damaged.size() * part / 14];
                hit = static_cast<char>(hit ^ 0x11);
                CHECK(target.complaint(damaged) == "");
                if (target.framed) // Damage that the checksum does not tell.
                    CHECK(target.complaint(with_frame(without_frame(damaged))) == "");
            }
        }
    }
}

TEST_CASE("no reader is harmed by what harmed one before") {
    for (const Target& target : targets()) {
        for (const Input& input : regressions(target.name)) {
            CAPTURE(target.name);
            CAPTURE(input.name);
            CHECK(target.complaint(input.bytes) == "");
        }
    }
}

TEST_CASE("no reader is harmed by enormous and ugly inputs") {
    for (const Target& target : targets()) {
        for (const Nasty& input : nasty_inputs(target.name)) {
            CAPTURE(target.name);
            CAPTURE(input.name);
            CHECK(target.complaint(input.make()) == "");
        }
    }
}

TEST_CASE("a file keeps its frame when it is taken off and put on again") {
    for (const char* target : {"binary", "patch"}) {
        for (const Input& seed : seeds(target))
            CHECK(with_frame(without_frame(seed.bytes)) == seed.bytes);
    }
}
