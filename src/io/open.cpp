#include "io/open.h"

#include "base/text.h"
#include "io/archive.h"
#include "io/text_import.h"

#include <array>
#include <string>

namespace jibiao::io {
namespace {

struct Foreign {
    std::string_view beginning;
    const char* advice;
};
constexpr std::string_view old_office("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
constexpr std::array foreign_files{
    Foreign{"PK\x03\x04",
            "这是 Word（docx）、Excel（xlsx）或压缩文件。请用 Word 或 WPS 打开后另存为“纯文本（*.txt）”，"
            "编码选 UTF-8，再导入。"},
    Foreign{old_office,
            "这是旧版 Word（doc）或 Excel（xls）文件。请用 Word 或 WPS 打开后另存为“纯文本（*.txt）”，"
            "编码选 UTF-8，再导入。"},
    Foreign{"%PDF", "这是 PDF 文件。请把文字复制出来，存为 UTF-8 编码的文本文件，再导入。"},
    Foreign{"{\\rtf", "这是 RTF 文件。请用 Word 或 WPS 另存为“纯文本（*.txt）”，编码选 UTF-8，再导入。"},
    Foreign{"<!DOCTYPE",
            "这是网页文件。请在浏览器中打开，把文字复制出来，存为 UTF-8 编码的文本文件，再导入。"},
    Foreign{"<html", "这是网页文件。请在浏览器中打开，把文字复制出来，存为 UTF-8 编码的文本文件，再导入。"},
    Foreign{"\x89PNG", "这是图片，里面的文字读不出来。请导入文本文件。"},
    Foreign{"\xFF\xD8\xFF", "这是图片，里面的文字读不出来。请导入文本文件。"},
};

constexpr std::string_view our_binary = "JBB";

} // namespace

Result<Book> open_book(std::string_view bytes, std::string_view file_name, const Templates& templates,
                       std::string_view template_id) {
    for (const Foreign& foreign : foreign_files) {
        if (bytes.starts_with(foreign.beginning))
            return Error{foreign.advice};
    }
    if (bytes.starts_with(our_binary))
        return read_binary(bytes);
    const std::string_view start = trim(bytes.substr(0, 64));
    if (start.starts_with('{') || start.starts_with('['))
        return read_json(bytes);
    return import_text(bytes, file_name, templates, template_id);
}

} // namespace jibiao::io
