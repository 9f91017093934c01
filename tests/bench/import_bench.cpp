#include "check/check.h"
#include "io/archive.h"
#include "io/template_json.h"
#include "io/text_export.h"
#include "io/text_import.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

// Prints what reading, checking and writing a document costs: jibiao_bench [FILE...], else the samples and,
// where they are, the documents of ../shared/seeds.

using namespace jibiao;

namespace {

std::vector<std::string> documents(int count, char** arguments) {
    std::vector<std::string> paths(arguments + 1, arguments + count);
    for (const char* folder : {"/assets/samples", "/../shared/seeds"}) {
        const std::filesystem::path path = std::string(JIBIAO_SOURCE_DIR) + folder;
        if (count > 1 || !std::filesystem::exists(path))
            continue;
        for (const auto& entry : std::filesystem::directory_iterator(path)) {
            if (entry.path().extension() == ".txt")
                paths.push_back(entry.path().string());
        }
    }
    std::ranges::sort(paths);
    return paths;
}

/// Median milliseconds of several runs.
template <class Work>
double milliseconds(Work&& work) {
    std::vector<double> times;
    for (int i = 0; i < 21; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work();
        times.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    std::ranges::nth_element(times, times.begin() + 10);
    return times[10];
}

} // namespace

int main(int count, char** arguments) {
    const Templates templates = io::load_embedded_templates();
    const Profile profile = io::load_embedded_profile("national");
    const io::PreparedForms forms(templates);
    std::printf("%-36s %8s %8s %8s %8s %8s %8s\n", "median of 21, ms", "import", "check", "txt", "json",
                "xml", "binary");
    for (const std::string& path : documents(count, arguments)) {
        std::ifstream file(path, std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
        const auto book = io::import_text(text, path, forms, "");
        if (!book) {
            std::printf("%s: %s\n", path.c_str(), book.error().what.c_str());
            continue;
        }
        const Template& form = templates.get(book->template_id);
        std::printf("%-36s %8.2f %8.2f %8.2f %8.2f %8.2f %8.2f\n",
                    std::filesystem::path(path).filename().string().c_str(),
                    milliseconds([&] { return io::import_text(text, path, forms, ""); }), milliseconds([&] {
                        return check::run({*book, form, profile});
                    }),
                    milliseconds([&] { return io::export_text(*book, form); }),
                    milliseconds([&] { return io::read_json(io::write_json(*book)); }),
                    milliseconds([&] { return io::read_xml(io::write_xml(*book)); }),
                    milliseconds([&] { return io::read_binary(io::write_binary(*book)); }));
    }
    return 0;
}
