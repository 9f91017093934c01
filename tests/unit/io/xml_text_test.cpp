#include "io/xml_text.h"

#include "base/text.h"
#include "io/json_text.h"
#include "io/xml_syntax.h"

#include <doctest/doctest.h>

#include <string>

namespace xml_text_test {

using namespace jibiao;
using namespace jibiao::io;

namespace {

/// Text of the root, which has an attribute.
std::string text_in(std::string_view content) {
    const auto xml = XmlText::read("<a b='1'>" + std::string(content) + "</a>");
    REQUIRE_MESSAGE(xml, (xml ? std::string() : xml.error().what));
    const auto text = xml->root().FindMember("text");
    return text == xml->root().MemberEnd() ? "" : std::string(view(text->value));
}

} // namespace

TEST_CASE("texts, CDATA, comments and references become one text") {
    CHECK(text_in("甲") == "甲");
    CHECK(text_in("") == "");
    CHECK(text_in("&lt;&gt;&amp;&quot;&apos;&#30002;&#x7532;") == "<>&\"'甲甲");
    CHECK(text_in("甲<!-- <b> -->乙<![CDATA[<c>&amp;]]>丙<?p <d>?>") == "甲乙<c>&amp;丙");
    CHECK(text_in("&#32;甲&#10;乙&#9;") == " 甲\n乙\t");
    CHECK(text_in("a_x000A_b_x005F_x000A_") == std::string("a\nb_x000A_"));
    CHECK(text_in("&#38;lt;") == "&lt;");
}

TEST_CASE("elements and attributes become members, their own text one more") {
    const auto xml = XmlText::read(
        "\xEF\xBB\xBF<?xml version='1.0'?>\n<!-- x -->\n<a b=\"&lt;\">\n <c/>\n 甲 <c>&#32;</c>\n</a>\n");
    REQUIRE(xml);
    const auto& root = xml->root();
    CHECK(view(root["format"]) == "a");
    CHECK(view(root["b"]) == "<");
    CHECK(view(root["text"]) == "甲");
    CHECK(root.MemberCount() == 5);
    CHECK(view((root.MemberEnd() - 2)->value) == " ");
}

TEST_CASE("what could do harm or mean two things is refused") {
    for (const char* xml : {"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>",
                            "<a>&b;</a>",
                            "<a b='&c;'/>",
                            "<a>&</a>",
                            "<a>&#0;</a>",
                            "<a>&#xD800;</a>",
                            "<a>&#x110000;</a>",
                            "<a>&#99999999999999999999;</a>",
                            "<a>&#;</a>",
                            "<a/><b/>",
                            "甲<a/>",
                            "<a/>甲",
                            "<a",
                            "<a>",
                            "</a>",
                            "<a></b>",
                            "<a b=c/>",
                            "<a b='<'/>",
                            "<a\"b>c\"/>",
                            "<a b='1/>",
                            "<a b/>",
                            "<a/b>",
                            "< a/>",
                            "<a><!-- </a>",
                            "<a><![CDATA[ </a>",
                            "<a><!x></a>",
                            "<![CDATA[a]]>",
                            "<>",
                            "</>",
                            "<a>]]",
                            "<?xml version='1.0'?>",
                            "<a><a b='></a>"}) {
        CAPTURE(xml);
        CHECK_FALSE(XmlText::read(xml));
    }
    CHECK_FALSE(XmlText::read(std::string("<a>\0</a>", 8)));
    CHECK_FALSE(XmlText::read("<a>\xC0\xAF</a>"));
    const auto entity = XmlText::read("<a>\n&nbsp;</a>");
    REQUIRE_FALSE(entity);
    CHECK(contains(entity.error().what, "第 2 行第 1 列有不认识的实体"));
}

} // namespace xml_text_test
