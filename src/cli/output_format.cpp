#include "cli/output_format.h"

#include "cli/files.h"
#include "io/archive.h"
#include "io/text_export.h"
#include "templates/shown.h"

#include <algorithm>

namespace jibiao::cli {
namespace {

constexpr OutputFormat all_formats[] = {
    {"json", ".json", [](const Book& book, const Template&) { return io::write_json(book); }},
    {"xml", ".xml", [](const Book& book, const Template&) { return io::write_xml(book); }},
    {"bin", ".jibiao", [](const Book& book, const Template&) { return io::write_binary(book); }},
    {"txt", ".txt", io::export_text, true},
};

} // namespace

std::span<const OutputFormat> output_formats() {
    return all_formats;
}

const OutputFormat* find_output_format(std::string_view name) {
    const auto* found = std::ranges::find(all_formats, name, &OutputFormat::name);
    return found == std::end(all_formats) ? nullptr : found;
}

Result<const OutputFormat*> output_format_of(const std::string& path) {
    if (path == "-")
        return find_output_format("json");
    std::string endings;
    for (const OutputFormat& format : all_formats) {
        if (path.ends_with(format.ending))
            return &format;
        endings += (endings.empty() ? "" : "、") + std::string(format.ending);
    }
    return Error{"从文件名“" + path + "”看不出要写成什么格式，请用这些结尾之一：" + endings + "。"};
}

Result<const OutputFormat*> archive_format_of(const std::string& path) {
    auto format = output_format_of(path);
    if (format && (*format)->of_form)
        return Error{"“" + path + "”这种格式放不下不改的理由和检查记录，请写成 .json、.xml 或 .jibiao。"};
    return format;
}

std::optional<Error> write_book(const std::string& path, const OutputFormat& format, const Book& book,
                                const Template& form, const std::string& source, const Streams& streams) {
    if (auto error = write_output(path, format.write(book, form), streams))
        return error;
    const std::size_t left_out = format.of_form ? not_shown(form, book).size() : 0;
    if (left_out > 0)
        streams.err(source + ": 说明: 有 " + std::to_string(left_out) + " 项内容表样“" + form.name +
                    "”没有栏目，没有写出；另存为 json 可以全部保留。\n");
    if (format.of_form && !book.suppressions.empty())
        streams.err(source + ": 说明: " + std::to_string(book.suppressions.size()) +
                    " 条不改的理由没有写出；另存为 json 可以全部保留。\n");
    if (format.of_form && !book.comments.empty())
        streams.err(source + ": 说明: " + std::to_string(book.comments.size()) +
                    " 条批注没有写出；另存为 json 可以全部保留。\n");
    return std::nullopt;
}

} // namespace jibiao::cli
