#include "io/open.h"

#include "base/text.h"
#include "base/words.h"
#include "io/archive.h"
#include "io/bounds.h"

#include <array>
#include <string>
#include <utility>

namespace jibiao::io {
namespace {

struct ForeignFormat {
    std::string_view start; ///< First bytes.
    std::string_view part;  ///< Somewhere in the file; "" if the start says enough.
    std::string_view advice;
};

constexpr std::string_view zip = "PK\x03\x04";

/// The more particular ones first.
constexpr std::array foreign_formats{
    ForeignFormat{zip, "word/",
                  word("这是 Word 文档（.docx）；请在 Word 或 WPS 里另存为“纯文本（UTF-8）”后再导入。")},
    ForeignFormat{zip, "xl/",
                  word("这是 Excel 工作簿（.xlsx）；请在 Excel 或 WPS "
                       "里另存为“文本文件（制表符分隔，UTF-8）”后再导入。")},
    ForeignFormat{zip, "", word("这是压缩文件；请先解压，再导入里面的文本。")},
    ForeignFormat{"%PDF-", "", word("这是 PDF；请用阅读器另存为文本（UTF-8）后再导入。")},
    ForeignFormat{"\xD0\xCF\x11\xE0", "",
                  word("这是旧版 Word 或 Excel 文件（.doc、.xls）；请另存为“纯文本（UTF-8）”后再导入。")},
    ForeignFormat{"{\\rtf", "", word("这是 RTF 文档；请在 Word 或 WPS 里另存为“纯文本（UTF-8）”后再导入。")},
    ForeignFormat{"Rar!", "", word("这是压缩文件；请先解压，再导入里面的文本。")},
    ForeignFormat{"7z\xBC\xAF", "", word("这是压缩文件；请先解压，再导入里面的文本。")},
    ForeignFormat{"\x89PNG", "", word("这是图片；请先识别成文字，存为文本后再导入。")},
    ForeignFormat{"\xFF\xD8\xFF", "", word("这是图片；请先识别成文字，存为文本后再导入。")},
};

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return result;
}

bool is_html(std::string_view start) {
    const std::string text = lower(start);
    return text.starts_with("<!doctype html") || text.starts_with("<html") ||
           (text.starts_with("<?xml") && contains(text, "<html"));
}

/// nullopt: what is left is a text.
std::optional<Result<Book>> open_other_than_text(std::string_view bytes) {
    if (const auto error = check_file_size(bytes))
        return *error;
    if (is_binary(bytes))
        return read_binary(bytes);
    for (const ForeignFormat& format : foreign_formats) {
        if (bytes.starts_with(format.start) && (format.part.empty() || contains(bytes, format.part)))
            return Error{std::string(format.advice)};
    }
    std::string_view start = bytes.substr(0, 1000);
    if (start.starts_with("\xEF\xBB\xBF"))
        start.remove_prefix(3);
    start = trim(start);
    if (is_html(start))
        return Error{word("这是网页；请在浏览器里全选复制，存为纯文本（UTF-8）后再导入。")};
    if (start.starts_with('{'))
        return read_json(bytes);
    if (is_xml(start))
        return read_xml(bytes);
    return std::nullopt;
}

} // namespace

Result<Book> open_book(std::string_view bytes, std::string_view file_name, const PreparedForms& forms,
                       std::string_view template_id) {
    if (auto other = open_other_than_text(bytes))
        return *std::move(other);
    return import_text(bytes, file_name, forms, template_id);
}

Result<Book> open_book(std::string_view bytes, std::string_view file_name, const Templates& templates,
                       std::string_view template_id) {
    return open_book(bytes, file_name, PreparedForms(templates), template_id);
}

Opening::Opening(std::string bytes, std::string file_name, const Templates& templates)
    : bytes_(std::move(bytes)), file_name_(std::move(file_name)), forms_(templates) {}

bool Opening::go_on() {
    if (!text_ && !whole_)
        whole_ = open_other_than_text(bytes_);
    if (whole_)
        return false;
    if (!text_)
        text_ = std::make_unique<TextReading>(bytes_, file_name_, forms_);
    return text_->go_on();
}

float Opening::share() const {
    return text_ ? text_->share() : 0.0f;
}

Result<Book> Opening::take() {
    return whole_ ? *std::move(whole_) : text_->take();
}

} // namespace jibiao::io
