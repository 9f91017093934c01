#include "cli/commands.h"
#include "cli/files.h"
#include "cli/open.h"
#include "cli/output_format.h"
#include "io/archive.h"
#include "io/template_json.h"

#include <array>
#include <filesystem>
#include <map>
#include <vector>

namespace jibiao::cli {
namespace {

void print_notes(const std::string& path, const Book& book, const Streams& streams) {
    for (const Note& note : book.notes) {
        const std::string line = note.line > 0 ? ":" + std::to_string(note.line) : "";
        streams.err(path + line + ": 说明: " + note.text + "\n");
    }
}

std::string json_name(const std::string& path) {
    const std::string stem = path == "-" ? "stdin" : std::filesystem::path(path).stem().string();
    return stem + ".jibiao.json";
}

/// Where each file goes. An error where two would go to the same place.
Result<std::vector<std::string>> targets_of(const std::vector<std::string>& paths, const std::string& out) {
    if (!is_directory(out)) {
        if (paths.size() > 1)
            return Error{"读入多个文件时，-o 要给出一个已有的文件夹。"};
        return std::vector{out};
    }
    std::vector<std::string> targets;
    std::map<std::string, std::string> taken;
    for (const std::string& path : paths) {
        targets.push_back((std::filesystem::path(out) / json_name(path)).string());
        const auto [first, is_new] = taken.try_emplace(targets.back(), path);
        if (!is_new)
            return Error{"“" + first->second + "”和“" + path + "”都要写成“" + targets.back() +
                         "”，请分开读入。"};
    }
    return targets;
}

/// All files that can be read are imported, also if one of them cannot.
Result<int> run_import(const Arguments& arguments, const Streams& streams) {
    const Templates forms = io::load_embedded_templates();
    const std::string_view template_id = arguments.get("--template", "");
    if (const auto error = check_template_id(template_id, forms))
        return *error;
    const std::string out(arguments.get("--output", "-"));
    const auto targets = targets_of(arguments.operands, out);
    if (!targets)
        return targets.error();

    const io::PreparedForms prepared(forms);
    std::vector<Error> unreadable;
    for (std::size_t i = 0; i < targets->size(); ++i) {
        const std::string& path = arguments.operands[i];
        const auto book = open(path, prepared, streams, template_id);
        if (!book) {
            unreadable.push_back(book.error());
            continue;
        }
        print_notes(path, *book, streams);
        if (const auto error = write_output((*targets)[i], io::write_json(*book), streams))
            return *error;
    }
    for (std::size_t i = 0; i + 1 < unreadable.size(); ++i)
        streams.err("jibiao: " + unreadable[i].what + "\n");
    if (!unreadable.empty())
        return unreadable.back();
    return 0;
}

Result<int> run_export(const Arguments& arguments, const Streams& streams) {
    if (!arguments.has("--to") || !arguments.has("--output"))
        return Error{
            "export 要写明 --to 格式 和 -o 文件，例如：jibiao export 文本.txt --to json -o 文本.jibiao.json"};
    const Templates forms = io::load_embedded_templates();
    const std::string& path = arguments.operands.front();
    const auto book = open(path, io::PreparedForms(forms), streams);
    if (!book)
        return book.error();
    const OutputFormat& format = *find_output_format(arguments.get("--to", ""));
    if (const auto error = write_book(std::string(arguments.get("--output", "-")), format, *book,
                                      forms.get(book->template_id), path, streams))
        return *error;
    return 0;
}

const std::array import_options{
    Option{"--output", "-o", "OUT", "写到这个文件；多个文件时为文件夹；默认标准输出"},
    Option{"--template", "", "ID", "按这个表样读，默认自动识别；绩表自己的文件改用这个表样"},
};
const std::array export_options{
    Option{"--to",
           "",
           "json|xml|bin|txt",
           "写成的格式",
           {"json", "xml", "bin", "txt"},
           {"csv", "html", "docx", "xlsx"}},
    Option{"--output", "-o", "OUT", "写到这个文件"},
};

} // namespace

extern const Command import_command;
const Command import_command{
    "import",       "FILE...", "把任何能读的文件变成绩表的 JSON；读入时的说明写到标准错误。",
    import_options, 1,         static_cast<std::size_t>(-1),
    run_import};

extern const Command export_command;
const Command export_command{"export", "FILE", "把文件另存为其他格式。", export_options, 1, 1, run_export};

} // namespace jibiao::cli
