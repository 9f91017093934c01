#include "fuzz/corpus.h"
#include "fuzz/targets.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

// jibiao_fuzz_corpus FOLDER: the seeds of every target as files FOLDER/<target>/…, its words as
// FOLDER/<target>.dict.

using namespace jibiao::fuzz;

namespace {

void write_file(const std::filesystem::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

/// libFuzzer's notation.
std::string dictionary_line(const std::string& word) {
    std::string line = "\"";
    for (const char c : word) {
        char hex[5];
        std::snprintf(hex, sizeof hex, "\\x%02X", static_cast<unsigned>(static_cast<unsigned char>(c)));
        line += hex;
    }
    return line + "\"\n";
}

} // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::fprintf(stderr, "jibiao_fuzz_corpus FOLDER\n");
        return 2;
    }
    const std::filesystem::path folder = arguments[1];
    for (const Target& target : targets()) {
        const std::string name(target.name);
        std::filesystem::create_directories(folder / name);
        for (const Input& seed : seeds(name))
            write_file(folder / name / seed.name, seed.bytes);
        std::string dictionary;
        for (const std::string& word : words(name))
            dictionary += dictionary_line(word);
        write_file(folder / (name + ".dict"), dictionary);
    }
}
