#include "cli/open.h"

#include "check/change_template.h"
#include "cli/files.h"
#include "edit/edit.h"
#include "io/open.h"

#include <algorithm>
#include <filesystem>

namespace jibiao::cli {

Result<Book> open(const std::string& path, const io::PreparedForms& forms, const Streams& streams,
                  std::string_view template_id) {
    const auto bytes = read_input(path, streams);
    if (!bytes)
        return bytes.error();
    const std::string name = path == "-" ? "" : std::filesystem::path(path).filename().string();
    auto book = io::open_book(*bytes, name, forms, template_id);
    if (book && !template_id.empty() && book->template_id != template_id) // Our own files name theirs.
        edit::apply(*book, check::change_template(*book, forms.templates().get(book->template_id),
                                                  forms.templates().get(template_id)));
    if (book)
        return book;
    return Error{(path == "-" ? "标准输入" : path) + "：" + book.error().what, book.error().line};
}

std::optional<Error> check_template_id(std::string_view id, const Templates& forms) {
    std::string list;
    for (const Template& form : forms.all()) {
        if (form.id == id)
            return std::nullopt;
        list += (list.empty() ? "" : "、") + form.id;
    }
    if (id.empty())
        return std::nullopt;
    return Error{"没有表样“" + std::string(id) + "”，可用：" + list + "。"};
}

} // namespace jibiao::cli
