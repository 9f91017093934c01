#include "io/encoding.h"

#include "import_support.h"
#include "io/open.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <iconv.h>
#include <string>

namespace encoding_test {

using namespace jibiao;
using namespace import_support;

namespace {

std::string encoded(std::string_view text, const char* encoding) {
    const iconv_t handle = iconv_open(encoding, "UTF-8");
    std::string bytes(text.size() * 4 + 16, '\0');
    char* in = const_cast<char*>(text.data());
    char* out = bytes.data();
    std::size_t left = text.size();
    std::size_t room = bytes.size();
    REQUIRE(iconv(handle, &in, &left, &out, &room) != static_cast<std::size_t>(-1));
    iconv_close(handle);
    bytes.resize(bytes.size() - room);
    return bytes;
}

std::string decoded(std::string_view bytes) {
    const auto text = io::decode_text(bytes);
    REQUIRE_MESSAGE(text, (text ? std::string() : text.error().what));
    return std::string(text->text());
}

Error error_of(std::string_view bytes) {
    const auto text = io::decode_text(bytes);
    REQUIRE_FALSE(text);
    return text.error();
}

} // namespace

TEST_CASE("UTF-8 is taken as it is, with or without its mark") {
    CHECK(decoded("绩效\n") == "绩效\n");
    CHECK(decoded("\xEF\xBB\xBF绩效\n") == "绩效\n");
    CHECK(decoded("abc") == "abc");
    CHECK(io::decode_text("绩效")->note.empty());
}

TEST_CASE("GBK, GB 18030 and UTF-16 are converted, and a note says so") {
    CHECK(decoded("\xBC\xA8\xD0\xA7\xA3\xBA") == "绩效：");
    CHECK(decoded("\xBC\xA8\x95\x32\x82\x36") == "绩𠀀"); // Four bytes: GB 18030 only.
    CHECK(decoded(std::string_view("\xFF\xFE\xE9\x7E\n\0", 6)) == "绩\n");
    CHECK(decoded(std::string_view("\xFE\xFF\x7E\xE9\0\n", 6)) == "绩\n");
    CHECK(io::decode_text("\xBC\xA8")->note.find("GBK") != std::string::npos);
    CHECK(io::decode_text(std::string_view("\xFF\xFE\xE9\x7E", 4))->note.find("UTF-16") != std::string::npos);
}

// The C library of the WebAssembly build writes no GB 18030, which this test needs. Reading, which is by
// web/iconv.library.js there, is tested above.
#ifdef __EMSCRIPTEN__
constexpr bool no_gb18030_writer = true;
#else
constexpr bool no_gb18030_writer = false;
#endif

TEST_CASE("every sample gives the same book in every encoding, but for the note" *
          doctest::skip(no_gb18030_writer)) {
    for (const char* name :
         {"heb-2021-shili.txt", "heb-2022-shili.txt", "heb-2020-shili.txt", "gz-2024-shili.txt"}) {
        const std::string text = sample(name);
        const Book plain = imported(text);
        for (const char* encoding : {"GB18030", "UTF-16"}) {
            CAPTURE(name);
            CAPTURE(encoding);
            auto book = io::open_book(encoded(text, encoding), "示例.txt", templates());
            REQUIRE_MESSAGE(book, (book ? std::string() : book.error().what));
            REQUIRE(book->notes.size() == plain.notes.size() + 1);
            CHECK(book->notes[0].line == 0);
            book->notes.erase(book->notes.begin());
            CHECK(*book == plain);
        }
    }
}

TEST_CASE("a UTF-8 file with a damaged byte is not taken for GBK") {
    const std::string text = sample("heb-2021-shili.txt");
    for (const char byte : {'\xFF', '\xC0', '\x20', '\xE7'}) {
        std::string damaged = text;
        const std::size_t at = damaged.find("演出");
        damaged[at + 1] = byte;
        const Error error = error_of(damaged);
        CHECK(error.what.find("损坏") != std::string::npos);
        CHECK(error.line ==
              1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    }
    CHECK(error_of("第一部分\r\n\xC1\xC1\r\n").line == 2);
    CHECK(error_of("\xEF\xBB\xBF"
                   "a\rb\r\xBC\xA8")
              .line == 3);
}

TEST_CASE("what is no text in any of the encodings names its line") {
    const Error error = error_of("\xBC\xA8\n\xBC\xA8\n\xBC\x20\n");
    CHECK(error.line == 3);
    CHECK(error.what.find("GB 18030") != std::string::npos);
    CHECK(error_of("\xBC\xA8\n\xBC").line == 2); // Cut in the middle of a character.
    CHECK(error_of(std::string_view("\xFF\xFE\x29", 3)).what.find("UTF-16") != std::string::npos);
    CHECK(error_of(std::string_view("\xFF\xFE\0\xD8"
                                    "a\0",
                                    6))
              .what.find("UTF-16") != std::string::npos);
    CHECK(error_of(std::string_view("\xFF\xFE\0\0", 4)).what.find("纯文本") != std::string::npos);
    CHECK(error_of(std::string_view("a\0b", 3)).what.find("纯文本") != std::string::npos);
    CHECK(error_of("").what.find("空") != std::string::npos);
    CHECK(error_of("\xEF\xBB\xBF").what.find("空") != std::string::npos);
    CHECK(error_of(std::string((64u << 20) + 1, 'a')).what.find("64 MB") != std::string::npos);
}

} // namespace encoding_test
