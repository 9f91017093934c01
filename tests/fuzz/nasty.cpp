#include "fuzz/corpus.h"
#include "fuzz/frame.h"

#include <array>
#include <utility>

namespace jibiao::fuzz {
namespace {

constexpr std::size_t much = 1 << 18;               ///< Enough for what grows with the square to show.
constexpr std::size_t more_than_a_line = 1'100'000; ///< A longer line of text is refused.

std::string repeated(std::string_view part, std::size_t size) {
    std::string text;
    text.reserve(size + part.size());
    while (text.size() + part.size() <= size)
        text += part;
    return text;
}

/// "a1", "a2" … with `between`.
std::string counted(std::string_view part, std::string_view between, std::size_t size) {
    std::string text;
    for (int number = 1; text.size() < size; ++number)
        text += std::string(part) + std::to_string(number) + std::string(between);
    return text;
}

// ---- texts

constexpr std::string_view table_head =
    "1.示例绩效目标表\n一级指标\t二级指标\t三级指标\t指标值\t指标值确定依据\n";

constexpr std::string_view project_head = "1.示例绩效目标表\n项目编码\t130000240P00000010001\n";

std::string in_project(std::string_view rows) {
    return std::string(project_head) + std::string(rows);
}

std::string in_table(std::string_view rows) {
    return std::string(table_head) + std::string(rows);
}

std::vector<Nasty> nasty_texts() {
    // A table of one line each: what is repeated within a line makes it wide, across lines long.
    const auto wide_row = [](std::string_view cell) { return in_table(repeated(cell, much) + "\n"); };
    const auto in_lines = [](std::string_view line) { return in_table(repeated(line, much)); };
    std::vector<Nasty> all{
        {"TABs", [] { return repeated("\t", much); }},
        {"lines of a TAB", [] { return repeated("\t\n", much); }},
        {"an enormous cell",
         [] { return in_table("产出指标\t数量指标\t" + repeated("绩", much) + "\t≥1个\t计划\n"); }},
        {"an enormous cell of many paragraphs",
         [] { return in_project("\t项目名称\n\t" + repeated("绩\n", much)); }},
        {"an enormous cell of blanks",
         [] { return in_table("产出指标\t甲" + repeated(" ", much) + "乙\t计划\n"); }},
        {"an enormous cell of wide blanks",
         [] { return in_table("产出指标\t甲" + repeated("　", much) + "乙\t计划\n"); }},
        {"an enormous number",
         [] { return in_table("产出指标\t数量指标\t次数\t" + repeated("9", much) + "\t计划\n"); }},
        {"one paragraph over many pages",
         [] {
             return "甲\t乙\n\n" + repeated("绩效目标绩效目标绩效目标绩效目标绩效目标绩效目标\n\n", much);
         }},
        {"short paragraphs", [] { return "一、总体绩效目标\n" + repeated("a\n\n", much); }},
        {"blank lines", [] { return "一、总体绩效目标\n" + repeated("\n", much); }},
        {"lines that end with CR", [] { return "一、总体绩效目标\r" + repeated("甲\r", much); }},
        {"chapters", [] { return repeated("一、总体绩效目标\n", much); }},
        {"headings that nest",
         [] { return "一、总体绩效目标\n" + repeated("第一部分\n一、甲\n（一）乙\n1.丙\n（1）丁\n", much); }},
        {"captions without tables", [] { return repeated("1.示例绩效目标表\n", much); }},
        {"tables of one row", [] { return repeated("1.示例绩效目标表\n项目名称\t甲\n", much); }},
        {"contents without end", [] { return "目录\n" + repeated("一、总体绩效目标……1\n", much); }},
        {"bookmarks", [] { return "一、总体绩效目标\n" + repeated("[bookmark: a]", much); }},
        {"open bookmarks", [] { return "一、总体绩效目标\n" + repeated("[bookmark: ", much); }},
        {"field codes", [] { return "一、总体绩效目标\n" + repeated(" TC \\f", much); }},
        {"open brackets",
         [] { return in_table("产出指标\t数量指标\t" + repeated("（", much) + "\t≥1个\t计划\n"); }},
        {"a numbered list in a cell",
         [] { return in_project("绩效目标\t" + counted("", ".甲；", much) + "\n"); }},
        {"a list of ones in a cell",
         [] { return in_project("绩效目标\t1.甲；" + repeated("2 ", much) + "\n"); }},
        {"Chinese numbers", [] { return repeated("十", much) + "、\n一、总体绩效目标\n"; }},
        {"years", [] { return "一、总体绩效目标\n" + repeated("2024年", much); }},
        {"colons", [wide_row] { return wide_row("：\t"); }},
        {"checkpoints in a row",
         [] { return in_project(repeated("3月底\t", much) + "\n" + repeated("5%\t", much) + "\n"); }},
        {"checkpoints with values in a row", [] { return in_project(repeated("3月底\t5%\t", much) + "\n"); }},
        {"values without checkpoints",
         [] { return in_project("3月底\t6月底\n" + repeated("5%\t", much) + "\n"); }},
        {"labels in a row",
         [] {
             return in_project(repeated("项目名称\t项目编码\t", much) + "\n" + repeated("甲\t", much) + "\n");
         }},
        {"labels without values", [] { return in_project(repeated("项目名称\t项目编码\n", much)); }},
        {"a header of many columns", [] { return in_project("一级指标\t" + repeated("甲\t", much) + "\n"); }},
        {"a second header of many columns",
         [] { return in_table(repeated("符号\t指标值\t", much) + "\n" + repeated("甲\t乙\n", much)); }},
        {"headers without rows", [] { return repeated(table_head, much); }},
        {"an indicator of many cells", [wide_row] { return wide_row("数量指标\t"); }},
        {"a row of different cells", [] { return in_table(counted("甲", "\t", much) + "\n"); }},
        {"indicators", [in_lines] { return in_lines("产出指标\t数量指标\t培训次数\t≥1次\t计划\n"); }},
        {"indicators of one name and different targets",
         [] { return in_table(counted("产出指标\t数量指标\t次数\t≥", "次\t计划\n", much)); }},
        {"rows that fit twelve columns nowhere",
         [] {
             return in_project("一级指标\t二级指标\t三级指标\t指标值\t" + repeated("甲\t", 28) + "乙\n" +
                               repeated(repeated("1\t", 22) + "1\n", much));
         }},
        {"rows of sixteen cells", [] { return in_table(repeated(repeated("甲\t", 64) + "\n", much)); }},
        {"cells in lines", [] { return in_project(repeated("\t甲\n", much)); }},
        {"rows of cells in lines", [] { return in_project(repeated("\t甲\n\n", much)); }},
        {"phases", [] { return in_project(repeated("实施计划\t1月至3月\t甲\n", much)); }},
        {"plans", [] { return in_project(repeated("资金支出计划\t3月底\t6月底\n\t5%\t6%\n", much)); }},
        {"goals", [] { return in_project(repeated("绩效目标\t甲\n", much)); }},
        {"zero-width characters", [] { return in_table(repeated("\u200B", much)); }},
        {"marks to tell byte order", [] { return repeated("\xEF\xBB\xBF", much) + in_table("甲\t乙\n"); }},
        {"continuation bytes", [] { return repeated("\x80", much); }},
        {"GB 18030", [] { return repeated("\xBC\xA8\xD0\xA7\xC4\xBF\xB1\xEA\xB1\xED\n", much); }},
        {"GB 18030 of four bytes", [] { return repeated("\x84\x31\xA4\x37", much); }},
        {"UTF-16", [] { return "\xFF\xFE" + repeated(std::string_view("\x00\x4E", 2), much); }},
        {"zeros", [] { return std::string(much, '\0'); }},
        {"a line beyond the limit", [] { return in_table(repeated("甲", more_than_a_line)); }},
    };
    return all;
}

// ---- JSON

std::string json_book(std::string_view members) {
    return R"({"format":"jibiao-book","version":1,"book":{)" + std::string(members) + "}}";
}

std::string list_of(std::string_view element, std::size_t size) {
    std::string list = repeated(std::string(element) + ",", size);
    if (!list.empty())
        list.pop_back();
    return "[" + list + "]";
}

std::string nested(std::string_view open, std::string_view close, std::size_t depth) {
    return repeated(open, depth * open.size()) + "1" + repeated(close, depth * close.size());
}

std::vector<Nasty> nasty_jsons() {
    return {
        {"open brackets", [] { return repeated("[", much); }},
        {"open braces", [] { return repeated("{\"book\":", much); }},
        {"lists in lists", [] { return json_book("\"notes\":" + nested("[", "]", 100'000)); }},
        {"objects in objects", [] { return json_book("\"title\":" + nested("{\"text\":", "}", 50'000)); }},
        {"unknown members that nest",
         [] { return json_book("\"colour\":" + nested("[{\"a\":", "}]", 50'000)); }},
        {"projects of nothing", [] { return json_book("\"projects\":" + list_of("{}", much)); }},
        {"indicators of nothing",
         [] { return json_book("\"projects\":[{\"indicators\":" + list_of("{}", much) + "}]"); }},
        {"paragraphs of nothing",
         [] { return json_book("\"sections\":[{\"body\":" + list_of("{}", much) + "}]"); }},
        {"table rows of nothing",
         [] { return json_book("\"sections\":[{\"tables\":[{\"rows\":" + list_of("{}", much) + "}]}]"); }},
        {"indicators with the same id",
         [] {
             return json_book("\"projects\":[{\"indicators\":" +
                              list_of("{\"id\":1,\"name\":{\"text\":\"甲\"}}", much) + "}]");
         }},
        {"unknown members",
         [] { return json_book("\"title\":{" + counted("\"a", "\":1,", much) + "\"b\":1}"); }},
        {"a member a hundred thousand times",
         [] { return json_book(repeated("\"year\":1,", much) + "\"year\":2"); }},
        {"an endless text", [] { return json_book("\"title\":{\"text\":\"" + repeated("绩", much)); }},
        {"an enormous text",
         [] { return json_book("\"title\":{\"text\":\"" + repeated("绩", much) + "\"}"); }},
        {"an enormous text of brackets",
         [] { return json_book("\"projects\":[{\"name\":{\"text\":\"" + repeated("（", much) + "\"}}]"); }},
        {"an enormous target",
         [] {
             return json_book("\"projects\":[{\"indicators\":[{\"target\":{\"text\":\"" +
                              repeated("9", much) + "\"},\"target_value\":{\"text\":\"" +
                              repeated("1", much) + "\"}}]}]");
         }},
        {"escapes", [] { return json_book("\"title\":{\"text\":\"" + repeated("\\u4e00", much) + "\"}"); }},
        {"lone surrogates",
         [] { return json_book("\"title\":{\"text\":\"" + repeated("\\ud800", 6000) + "\"}"); }},
        {"an enormous number", [] { return json_book("\"year\":" + repeated("9", much)); }},
        {"a number of many zeros", [] { return json_book("\"year\":0." + repeated("0", much) + "1"); }},
        {"blanks", [] { return repeated(" ", much) + json_book(""); }},
    };
}

// ---- XML

std::string xml_book(std::string_view inside) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<jibiao-book version=\"2\"><book>" +
           std::string(inside) + "</book></jibiao-book>\n";
}

std::vector<Nasty> nasty_xmls() {
    return {
        {"open elements", [] { return repeated("<a>", much); }},
        {"open angles", [] { return repeated("<", much); }},
        {"elements in elements", [] { return xml_book(nested("<a>", "</a>", 50'000)); }},
        {"known elements in elements", [] { return xml_book(nested("<title>", "</title>", 50'000)); }},
        {"projects of nothing",
         [] { return xml_book("<projects>" + repeated("<a/>", much) + "</projects>"); }},
        {"unknown elements", [] { return xml_book(counted("<a", "/>", much)); }},
        {"attributes", [] { return "<jibiao-book " + counted("a", "=\"\" ", much) + "/>"; }},
        {"an enormous attribute", [] { return "<jibiao-book version=\"" + repeated("2", much) + "\"/>"; }},
        {"an enormous name", [] { return "<" + repeated("a", much) + "/>"; }},
        {"an enormous text",
         [] { return xml_book("<title><text>" + repeated("绩", much) + "</text></title>"); }},
        {"an endless text",
         [] { return "<jibiao-book version=\"2\"><book><title><text>" + repeated("绩", much); }},
        {"an endless comment", [] { return "<jibiao-book><!--" + repeated("-- ", much); }},
        {"comments", [] { return xml_book(repeated("<!---->", much)); }},
        {"character data",
         [] { return xml_book("<title><text>" + repeated("<![CDATA[]]>", much) + "</text></title>"); }},
        {"ampersands", [] { return xml_book("<title><text>" + repeated("&", much) + "</text></title>"); }},
        {"entities",
         [] { return xml_book("<title><text>" + repeated("&amp;&#x7EE9;", much) + "</text></title>"); }},
        {"characters that do not exist",
         [] {
             return xml_book("<title><text>&#0;&#xD800;&#x110000;&#99999999999999999999;</text></title>");
         }},
        {"entities of entities",
         [] {
             std::string document = "<!DOCTYPE a [<!ENTITY a0 \"绩\">";
             for (int i = 1; i < 40; ++i)
                 document += "<!ENTITY a" + std::to_string(i) + " \"&a" + std::to_string(i - 1) + ";&a" +
                             std::to_string(i - 1) + ";\">";
             return document + "]>" + xml_book("<title><text>&a39;</text></title>");
         }},
        {"document types in document types", [] { return "<!DOCTYPE " + repeated("[", much); }},
        {"blanks", [] { return repeated(" ", much) + xml_book(""); }},
    };
}

// ---- assets

std::vector<Nasty> nasty_assets() {
    const auto member = [](std::string_view key, std::string value) {
        return "{\"id\":\"a\",\"" + std::string(key) + "\":" + std::move(value) + "}";
    };
    return {
        {"levels that nest", [=] { return member("levels", nested("[{\"children\":", "}]", 50'000)); }},
        {"layouts that nest", [=] { return member("layout", nested("{\"project\":", "}", 50'000)); }},
        {"levels of nothing", [=] { return member("levels", list_of("{}", much)); }},
        {"words of nothing", [=] { return member("placeholders", list_of("\"\"", much / 4)); }},
        {"void words of nothing", [=] { return member("void_words", list_of("\"\"", much / 4)); }},
        {"groups", [] { return "{\"groups\":{" + counted("\"a", "\":\"goal\",", much) + "\"b\":\"\"}}"; }},
        {"an unknown key in every line", [] { return "{" + counted("\n\"a", "\":1,", much) + "\"b\":1}"; }},
    };
}

// ---- binary

/// Groups of seven bits, as the archive writes numbers.
std::string number(std::uint64_t value) {
    std::string bytes;
    for (; value >= 0x80; value >>= 7)
        bytes += static_cast<char>(0x80 | (value & 0x7F));
    return bytes + static_cast<char>(value);
}

std::vector<Nasty> nasty_binaries(char content) {
    const auto file = [content](char version, std::string_view payload) {
        return with_frame("\x89JIBIAO\n" + std::string(1, content) + version + std::string(payload));
    };
    std::vector<Nasty> all{
        {"zeros", [=] { return file(1, std::string(much, '\0')); }},
        {"ones", [=] { return file(1, std::string(much, '\1')); }},
        {"a number without end", [=] { return file(1, std::string(much, '\xFF')); }},
    };
    for (const std::uint64_t count :
         {std::uint64_t{1'000'000}, std::uint64_t{1} << 31, std::uint64_t{1} << 32, ~std::uint64_t{0}}) {
        for (std::size_t at = 0; at < 40; at += 3) { // Whatever stands there: a text, a list, an id.
            all.push_back(
                {"the number " + std::to_string(count) + " at " + std::to_string(at),
                 [=] { return file(1, std::string(at, '\0') + number(count) + std::string(much, '\0')); }});
        }
    }
    return all;
}

} // namespace

std::vector<Nasty> nasty_inputs(std::string_view target) {
    if (target == "text")
        return nasty_texts();
    if (target == "json")
        return nasty_jsons();
    if (target == "xml")
        return nasty_xmls();
    if (target == "binary")
        return nasty_binaries('B');
    if (target == "patch")
        return nasty_binaries('P');
    return nasty_assets();
}

} // namespace jibiao::fuzz
