#include "documents_bench.h"
#include "books.h"
#include "check/check.h"
#include "io/archive.h"
#include "io/template_json.h"
#include "io/text_export.h"
#include "io/text_import.h"

#include <algorithm>
#include <benchmark/benchmark.h>
#include <filesystem>

namespace bench {
namespace {

using namespace jibiao;

struct Document {
    std::string text;
    Book book;
};

const Templates& templates() {
    static const Templates all = io::load_embedded_templates();
    return all;
}

template <class Work>
void measure(const std::string& name, Work work) {
    benchmark::RegisterBenchmark(name.c_str(), [work](benchmark::State& state) {
        for (auto _ : state)
            benchmark::DoNotOptimize(work());
    })->Unit(benchmark::kMillisecond);
}

/// Reading, checking and writing of one document.
void add_document(const std::string& path) {
    static const io::PreparedForms forms(templates());
    static const Profile profile = io::load_embedded_profile("national");
    const auto document = std::make_shared<Document>();
    document->text = read_file(path);
    auto book = io::import_text(document->text, path, forms, "");
    if (!book) {
        std::fprintf(stderr, "%s: %s\n", path.c_str(), book.error().what.c_str());
        return;
    }
    document->book = std::move(*book);
    const Template& form = templates().get(document->book.template_id);
    const std::string name = std::filesystem::path(path).filename().string() + "/";
    measure(name + "import", [=] { return io::import_text(document->text, "", forms, "")->year; });
    measure(name + "check", [=, &form] {
        return check::run({document->book, form, profile, &templates().words()}).findings.size();
    });
    measure(name + "txt", [=, &form] { return io::export_text(document->book, form).size(); });
    measure(name + "json", [=] { return io::read_json(io::write_json(document->book))->year; });
    measure(name + "xml", [=] { return io::read_xml(io::write_xml(document->book))->year; });
    measure(name + "binary", [=] { return io::read_binary(io::write_binary(document->book))->year; });
}

std::vector<std::string> samples() {
    std::vector<std::string> paths;
    for (const char* folder : {"/assets/samples", "/../shared/seeds"}) {
        const std::filesystem::path path = std::string(JIBIAO_SOURCE_DIR) + folder;
        if (!std::filesystem::exists(path))
            continue;
        for (const auto& entry : std::filesystem::directory_iterator(path)) {
            if (entry.path().extension() == ".txt")
                paths.push_back(entry.path().string());
        }
    }
    std::ranges::sort(paths);
    return paths;
}

} // namespace

void add_documents(const std::vector<std::string>& paths) {
    for (const std::string& path : paths.empty() ? samples() : paths)
        add_document(path);
}

} // namespace bench
