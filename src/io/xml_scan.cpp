#include "io/xml_scan.h"

#include "base/words.h"
#include "io/bounds.h"
#include "io/text_place.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <string>

namespace jibiao::io {
namespace {

constexpr std::string_view blanks = " \t\r\n";

bool is_name_byte(char c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.' || c == ':' ||
           (c & 0x80) != 0;
}

/// A character by its number: &#10; or &#x20;. `number` is what stands between "&#" and ";".
bool is_reference(std::string_view number) {
    const bool hexadecimal = number.starts_with('x');
    number.remove_prefix(hexadecimal ? 1 : 0);
    std::uint32_t code = 0;
    const auto [end, error] =
        std::from_chars(number.data(), number.data() + number.size(), code, hexadecimal ? 16 : 10);
    return error == std::errc() && end == number.data() + number.size() && code > 0 && code < 0x110000 &&
           !(code >= 0xD800 && code < 0xE000);
}

bool is_entity(std::string_view name) {
    constexpr std::array<std::string_view, 5> known{"amp", "lt", "gt", "quot", "apos"};
    return name.starts_with('#') ? is_reference(name.substr(1))
                                 : std::find(known.begin(), known.end(), name) != known.end();
}

class XmlScan {
  public:
    explicit XmlScan(std::string_view text) : text_(text) {}

    std::optional<Error> run() {
        if (const std::size_t zero = text_.find('\0'); zero != std::string_view::npos)
            return fail(zero);
        while (at_ < text_.size() && !error_) {
            if (text_[at_] == '<')
                read_markup();
            else
                read_text();
        }
        if (!error_ && (depth_ > 0 || values_ == 0))
            fail(text_.size());
        return error_;
    }

  private:
    std::optional<Error> fail(std::size_t at, const char* what = word("不是正确的 XML")) {
        return stop(error_at(text_, at, fill(tr("{1}；文件可能不完整，请重新导出。"), {tr(what)})));
    }

    /// Keeps the first error.
    std::optional<Error> stop(Error error) {
        at_ = text_.size();
        if (!error_)
            error_ = std::move(error);
        return error_;
    }

    bool take(std::string_view word) {
        if (!text_.substr(at_).starts_with(word))
            return false;
        at_ += word.size();
        return true;
    }

    void skip_past(std::string_view end) {
        const std::size_t found = text_.find(end, at_);
        if (found == std::string_view::npos)
            fail(at_);
        else
            at_ = found + end.size();
    }

    bool skip_blanks() {
        const std::size_t start = at_;
        at_ = std::min(text_.find_first_not_of(blanks, at_), text_.size());
        return at_ > start;
    }

    bool skip_name() {
        const std::size_t start = at_;
        while (at_ < text_.size() && is_name_byte(text_[at_]))
            ++at_;
        return at_ > start;
    }

    void count_value(std::size_t at) {
        if (++values_ > most_values)
            stop(too_many_values(text_, at));
    }

    void read_text() {
        const std::size_t end = std::min(text_.find('<', at_), text_.size());
        const std::string_view piece = text_.substr(at_, end - at_);
        if (depth_ == 0 && piece.find_first_not_of(blanks) != std::string_view::npos)
            fail(at_ + piece.find_first_not_of(blanks));
        else
            check_entities(end);
        at_ = std::max(at_, end);
    }

    /// From here to `end`.
    void check_entities(std::size_t end) {
        constexpr std::size_t longest = 12;
        const std::string_view piece = text_.substr(at_, end - at_);
        for (std::size_t at = 0; (at = piece.find('&', at)) != std::string_view::npos; ++at) {
            const std::string_view name = piece.substr(at + 1, longest);
            const std::size_t length = name.find(';');
            if (length == std::string_view::npos || !is_entity(name.substr(0, length))) {
                fail(at_ + at, word("有不认识的实体（&…;）"));
                return;
            }
        }
    }

    void read_markup() {
        const std::size_t start = at_;
        if (take("<!--"))
            return skip_past("-->");
        if (take("<?"))
            return skip_past("?>");
        if (depth_ > 0 && take("<![CDATA["))
            return skip_past("]]>");
        if (take("<!")) {
            fail(start, word("有 DOCTYPE 之类的声明，绩表的文件里没有这样的内容"));
            return;
        }
        if (take("</"))
            read_end_tag(start);
        else
            read_start_tag();
    }

    void read_end_tag(std::size_t start) {
        const bool named = skip_name();
        skip_blanks();
        if (!named || depth_ == 0 || !take(">"))
            fail(start);
        else
            --depth_;
    }

    void read_start_tag() {
        const std::size_t start = at_;
        if (depth_ == 0 && values_ > 0) {
            fail(start);
            return;
        }
        ++at_;
        count_value(start);
        if (!skip_name())
            fail(start);
        while (!error_ && skip_blanks() && at_ < text_.size() && is_name_byte(text_[at_]))
            read_attribute();
        if (error_ || take("/>"))
            return;
        if (!take(">")) {
            fail(std::min(at_, text_.size()));
        } else if (++depth_ > deepest) {
            stop(too_deep(text_, start));
        }
    }

    void read_attribute() {
        count_value(at_);
        skip_name();
        skip_blanks();
        const bool equals = take("=");
        skip_blanks();
        const char quote = at_ < text_.size() ? text_[at_] : ' ';
        const std::size_t end = text_.find(quote, at_ + 1);
        if (!equals || (quote != '"' && quote != '\'') || end == std::string_view::npos ||
            text_.substr(at_, end - at_).find('<') != std::string_view::npos) {
            fail(at_);
            return;
        }
        check_entities(end);
        at_ = std::max(at_, end + 1);
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t depth_ = 0;
    std::size_t values_ = 0;
    std::optional<Error> error_;
};

} // namespace

std::optional<Error> check_xml(std::string_view text) {
    return XmlScan(text).run();
}

} // namespace jibiao::io
