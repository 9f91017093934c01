#include "io/encoding.h"

#include "base/utf8.h"
#include "base/words.h"
#include "io/bounds.h"
#include "io/text_place.h"

#include <array>
#include <cstdint>
#include <iconv.h>

namespace jibiao::io {
namespace {

struct Conversion {
    std::string text;
    std::size_t good = 0; ///< Bytes of the source up to the first wrong one; all of them if there is none.
};

class Converter {
  public:
    explicit Converter(const char* from) : handle_(iconv_open("UTF-8", from)) {}
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;
    ~Converter() {
        if (is_open())
            iconv_close(handle_);
    }

    bool is_open() const { return reinterpret_cast<std::intptr_t>(handle_) != -1; }

    Conversion convert(std::string_view bytes) {
        Conversion result;
        char* in = const_cast<char*>(bytes.data()); // iconv does not write to it.
        std::size_t left = bytes.size();
        std::array<char, 16384> buffer;
        for (std::size_t before = left + 1; left > 0 && left < before;) { // It stops where it cannot go on.
            before = left;
            char* out = buffer.data();
            std::size_t room = buffer.size();
            iconv(handle_, &in, &left, &out, &room);
            result.text.append(buffer.data(), buffer.size() - room);
        }
        result.good = bytes.size() - left;
        return result;
    }

  private:
    iconv_t handle_;
};

struct Utf8Shape {
    std::size_t first_wrong = std::string_view::npos;
    std::size_t in_long_sequences = 0; ///< Bytes of well-formed sequences of three and four bytes.
    std::size_t beyond_ascii = 0;
};

Utf8Shape shape_of(std::string_view bytes) {
    Utf8Shape shape;
    for (std::size_t at = 0; at < bytes.size();) {
        const CodePoint point = code_point_at(bytes, at);
        const bool ascii = static_cast<unsigned char>(bytes[at]) < 0x80;
        const bool wrong = !ascii && point.length == 1;
        if (wrong && shape.first_wrong == std::string_view::npos)
            shape.first_wrong = at;
        shape.beyond_ascii += ascii ? 0 : point.length;
        shape.in_long_sequences += point.length >= 3 ? point.length : 0;
        at += point.length;
    }
    return shape;
}

/// Chinese UTF-8 is nearly all sequences of three bytes; in GB 18030 such sequences come about by chance
/// only.
bool is_damaged_utf8(const Utf8Shape& shape) {
    return shape.in_long_sequences * 2 > shape.beyond_ascii;
}

Result<DecodedText> from_utf16(std::string_view bytes, const char* encoding) {
    Converter converter(encoding);
    const std::string_view text = bytes.substr(2);
    if (converter.is_open()) {
        Conversion conversion = converter.convert(text);
        if (conversion.good == text.size())
            return DecodedText{bytes, std::move(conversion.text), "文件是 UTF-16 编码，已转换为 UTF-8。"};
    }
    return Error{"文件是 UTF-16 编码，里面有损坏的字符；请用记事本另存为 UTF-8 编码的文本后再导入。"};
}

Error damaged_utf8(std::string_view bytes, std::size_t offset) {
    const int line = line_at(bytes, offset);
    return Error{
        fill(tr("第 {1} 行有损坏的字符，不是 UTF-8 编码（文件的其余部分是）；请在原来的软件里重新另存为 "
                "UTF-8 编码的文本，或改正这一行后再导入。"),
             {std::to_string(line)}),
        line};
}

Error unknown_encoding(std::string_view bytes, std::size_t offset) {
    const int line = line_at(bytes, offset);
    return Error{
        fill(tr("第 {1} 行既不是 UTF-8 编码，也不是 GB 18030（GBK）编码；请用记事本或 WPS 打开，另存为 UTF-8 "
                "编码的文本后再导入。"),
             {std::to_string(line)}),
        line};
}

Result<DecodedText> from_gb18030(std::string_view bytes, std::size_t first_wrong) {
    Converter converter("GB18030");
    if (!converter.is_open())
        return unknown_encoding(bytes, first_wrong);
    Conversion conversion = converter.convert(bytes);
    if (conversion.good < bytes.size())
        return unknown_encoding(bytes, conversion.good);
    return DecodedText{bytes, std::move(conversion.text), "文件是 GBK（GB 18030）编码，已转换为 UTF-8。"};
}

Result<DecodedText> decode_any(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE"))
        return from_utf16(bytes, "UTF-16LE");
    if (bytes.starts_with("\xFE\xFF"))
        return from_utf16(bytes, "UTF-16BE");
    const bool marked = bytes.starts_with("\xEF\xBB\xBF");
    if (marked)
        bytes.remove_prefix(3);
    if (is_valid_utf8(bytes))
        return DecodedText{bytes, {}, {}};
    const Utf8Shape shape = shape_of(bytes);
    if (marked || is_damaged_utf8(shape))
        return damaged_utf8(bytes, shape.first_wrong);
    return from_gb18030(bytes, shape.first_wrong);
}

} // namespace

Result<DecodedText> decode_text(std::string_view bytes) {
    if (const auto error = check_file_size(bytes))
        return *error;
    const bool wide = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
    const Error no_text{"文件不是纯文本；请在原来的软件里另存为纯文本（UTF-8）后再导入。"};
    if (!wide && bytes.find('\0') != std::string_view::npos)
        return no_text;
    auto decoded = decode_any(bytes);
    if (!decoded)
        return decoded;
    if (decoded->text().empty())
        return Error{"文件是空的；请选择有内容的绩效文本。"};
    if (wide && decoded->text().find('\0') != std::string_view::npos)
        return no_text;
    return decoded;
}

} // namespace jibiao::io
