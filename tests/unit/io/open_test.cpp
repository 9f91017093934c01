#include "io/open.h"

#include "import_support.h"
#include "io/archive.h"

#include <doctest/doctest.h>

#include <string>

namespace open_test {

using namespace jibiao;
using namespace import_support;

TEST_CASE("a file is opened by what it contains, whatever its name") {
    const Book book = imported(sample("heb-2021-shili.txt"));
    for (const std::string& bytes : {io::write_json(book), io::write_xml(book), io::write_binary(book)}) {
        const auto opened = io::open_book(bytes, "book.txt", templates());
        REQUIRE(opened);
        CHECK(*opened == book);
    }
    CHECK(io::open_book(sample("gz-2024-shili.txt"), "x.json", templates()));
    CHECK(io::open_book("\xEF\xBB\xBF" + io::write_json(book), "x", templates()));
}

TEST_CASE("other formats are named, with what to do") {
    struct Case {
        std::string bytes;
        const char* word;
    };
    for (const Case& one :
         {Case{std::string("PK\x03\x04", 4) + "…word/document.xml", "Word"},
          Case{std::string("PK\x03\x04", 4) + "…xl/workbook.xml", "Excel"},
          Case{std::string("PK\x03\x04", 4), "压缩"}, Case{"%PDF-1.7", "PDF"},
          Case{"\xD0\xCF\x11\xE0\xA1", "旧版"}, Case{"<!DOCTYPE HTML><p>", "网页"},
          Case{"\n<html lang=zh>", "网页"}, Case{"{\\rtf1", "RTF"}, Case{"{\"a\":1}", "jibiao-book"},
          Case{"<?xml version='1.0'?><a/>", "<jibiao-book>"}, Case{"", "空"}}) {
        CAPTURE(one.word);
        const auto book = io::open_book(one.bytes, "x", templates());
        REQUIRE_FALSE(book);
        CHECK(book.error().what.find(one.word) != std::string::npos);
    }
}

} // namespace open_test
