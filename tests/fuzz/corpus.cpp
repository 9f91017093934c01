#include "fuzz/corpus.h"

#include "io/archive.h"
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

/// The samples after an import, written by `write`.
template <class Write>
void add_samples(std::vector<Input>& inputs, Write&& write) {
    const Templates templates = io::load_embedded_templates();
    for (const Input& sample : files("assets/samples", ".txt")) {
        if (const auto book = io::import_text(sample.bytes, sample.name, templates))
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
        inputs = files("tests/files/v1", ".json");
        add_samples(inputs, io::write_json);
    } else if (target == "xml") {
        add_samples(inputs, io::write_xml);
    } else if (target == "binary") {
        inputs = files("tests/files/v1", ".jibiao");
        add_samples(inputs, io::write_binary);
    } else if (target == "patch") {
        inputs = files("tests/files/v1", ".patch");
        add_samples(inputs, [](const Book& book) { return io::write_patch(difference(Book{}, book)); });
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
    } else if (target != "binary" && target != "patch") {
        for (const char* folder : {"assets/templates", "assets/profiles", "assets/reading"}) {
            for (const Input& asset : files(folder, ".json"))
                collect_quoted(asset.bytes, found);
        }
    }
    return {found.begin(), found.end()};
}

} // namespace jibiao::fuzz
