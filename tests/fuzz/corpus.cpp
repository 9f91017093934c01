#include "fuzz/corpus.h"

#include "io/archive.h"
#include "io/baseline.h"
#include "io/template_json.h"
#include "io/text_import.h"
#include "model/patch.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace jibiao::fuzz {
namespace {

/// The files of a folder of the source tree whose names end with `ending`, sorted.
std::vector<Input> files(const std::string& folder, std::string_view ending) {
    const std::filesystem::path path = std::filesystem::path(JIBIAO_SOURCE_DIR) / folder;
    std::vector<Input> found;
    if (!std::filesystem::exists(path))
        return found;
    for (const auto& entry : std::filesystem::directory_iterator(path)) {
        const std::string name = entry.path().filename().string();
        if (!name.ends_with(ending))
            continue;
        std::ifstream file(entry.path(), std::ios::binary);
        found.push_back({name, {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()}});
    }
    std::ranges::sort(found, {}, &Input::name);
    return found;
}

/// The frozen files of all versions.
std::vector<Input> frozen(std::string_view ending) {
    std::vector<Input> found = files("tests/files/v1", ending);
    std::ranges::move(files("tests/files/v2", ending), std::back_inserter(found));
    return found;
}

/// Says something about findings and checks, as people do later.
void explain(Book& book) {
    book.suppressions.push_back(
        {"sum-mismatch", {Field::title, 0}, book.title.text, "不符", "理由", "2026-11-22"});
    if (!book.projects.empty())
        book.suppressions.push_back({"missing-category",
                                     {Field::indicators, book.projects[0].id},
                                     "",
                                     "缺少",
                                     "不适用",
                                     "2026-11-22"});
    book.last_check = {"national", "2026.1", "2026-11-22", "submit"};
}

/// The samples after an import, written by `write`.
template <class Write>
void add_samples(std::vector<Input>& inputs, Write&& write) {
    const Templates templates = io::load_embedded_templates();
    for (const Input& sample : files("assets/samples", ".txt")) {
        auto book = io::import_text(sample.bytes, sample.name, templates);
        if (!book)
            continue;
        explain(*book);
        inputs.push_back({sample.name, write(*book)});
    }
}

/// What stands between quotation marks in a JSON text, without escapes, short enough for libFuzzer.
void collect_quoted(std::string_view json, std::set<std::string>& words) {
    constexpr std::size_t longest = 48;
    for (std::size_t open = json.find('"'); open != std::string_view::npos;) {
        const std::size_t close = json.find('"', open + 1);
        if (close == std::string_view::npos)
            return;
        const std::string_view word = json.substr(open + 1, close - open - 1);
        if (!word.empty() && word.size() <= longest && word.find('\\') == std::string_view::npos)
            words.emplace(word);
        open = json.find('"', close + 1);
    }
}

} // namespace

std::vector<Input> seeds(std::string_view target) {
    if (target == "text")
        return files("assets/samples", ".txt");
    if (target == "template")
        return files("assets/templates", ".json");
    if (target == "profile")
        return files("assets/profiles", ".json");
    if (target == "reading")
        return files("assets/reading", ".json");
    std::vector<Input> inputs;
    if (target == "json") {
        inputs = frozen(".json");
        add_samples(inputs, io::write_json);
    } else if (target == "xml") {
        inputs = frozen(".xml");
        add_samples(inputs, io::write_xml);
    } else if (target == "binary") {
        inputs = frozen(".jibiao");
        add_samples(inputs, io::write_binary);
    } else if (target == "patch") {
        inputs = frozen(".patch");
        add_samples(inputs, [](const Book& book) { return io::write_patch(difference(Book{}, book)); });
    } else if (target == "baseline") {
        const std::vector<io::KnownFinding> findings{{"0123456789abcdef", "甲.txt", "typo", "资金用途"},
                                                     {"0123456789abcdef:2", "甲.txt", "typo", "资金用途"}};
        inputs.push_back({"small", io::write_baseline({"national", "2026.1", findings})});
    }
    return inputs;
}

std::vector<Input> regressions(std::string_view target) {
    return files("tests/fuzz/regression/" + std::string(target), "");
}

std::vector<std::string> words(std::string_view target) {
    std::set<std::string> found;
    if (target == "json" || target == "xml") { // The same keys.
        for (const Input& seed : files("tests/files/v1", ".json"))
            collect_quoted(seed.bytes, found);
    } else if (target == "baseline") {
        for (const Input& seed : seeds(target))
            collect_quoted(seed.bytes, found);
    } else if (target != "binary" && target != "patch") {
        for (const char* folder : {"assets/templates", "assets/profiles", "assets/reading"}) {
            for (const Input& asset : files(folder, ".json"))
                collect_quoted(asset.bytes, found);
        }
    }
    return {found.begin(), found.end()};
}

} // namespace jibiao::fuzz
