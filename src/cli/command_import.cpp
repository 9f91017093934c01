#include "base/text.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/open.h"
#include "io/archive.h"
#include "io/template_json.h"

#include <array>
#include <filesystem>

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

Result<int> run_import(const Arguments& arguments, const Streams& streams) {
    const Templates forms = io::load_embedded_templates();
    const std::string_view template_id = arguments.get("--template", "");
    if (const auto error = check_template_id(template_id, forms))
        return *error;
    const std::string out(arguments.get("--output", "-"));
    const bool several = arguments.operands.size() > 1;
    if (several && !is_directory(out))
        return Error{"读入多个文件时，-o 要给出一个已有的文件夹。"};

    for (const std::string& path : arguments.operands) {
        const auto book = open(path, forms, streams, template_id);
        if (!book)
            return book.error();
        print_notes(path, *book, streams);
        const std::string target =
            is_directory(out) ? (std::filesystem::path(out) / json_name(path)).string() : out;
        if (const auto error = write_output(target, io::write_json(*book), streams))
            return *error;
    }
    return 0;
}

Result<int> run_export(const Arguments& arguments, const Streams& streams) {
    if (!arguments.has("--to") || !arguments.has("--output"))
        return Error{
            "export 要写明 --to 格式 和 -o 文件，例如：jibiao export 文本.txt --to json -o 文本.jibiao.json"};
    const auto book = open(arguments.operands.front(), io::load_embedded_templates(), streams);
    if (!book)
        return book.error();
    const std::string out(arguments.get("--output", "-"));
    if (const auto error = write_output(out, io::write_json(*book), streams))
        return *error;
    return 0;
}

const std::array import_options{
    Option{"--output", "-o", "OUT", "写到这个文件；多个文件时为文件夹；默认标准输出"},
    Option{"--template", "", "ID", "按这个表样读，默认自动识别"},
};
const std::array export_options{
    Option{"--to", "", "json", "写成的格式", {"json"}, {"xml", "bin", "txt", "csv", "html", "docx", "xlsx"}},
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
