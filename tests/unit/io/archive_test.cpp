#include "io/archive.h"

#include "base/text.h"
#include "io/json_syntax.h"
#include "io/tree_reader.h"
#include "io/xml_syntax.h"
#include "io/xml_text.h"
#include "model/field.h"
#include "support/generated_books.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <string>

namespace archive_test {

using namespace jibiao;
using namespace jibiao::io;
using generated_books::full_book;
using generated_books::random_book;

namespace {

struct Choice {
    std::optional<int> seven;
};
template <class Archive>
void serialize(Archive& archive, Choice& choice) {
    archive(cereal::make_nvp("seven", choice.seven));
}

std::string json_with(std::string_view members) {
    return R"({"format":"jibiao-book","version":2,"book":{"template":"heb-2021","last_row_id":9)" +
           std::string(members.empty() ? "" : ",") + std::string(members) + "}}";
}

std::string xml_with(std::string_view elements) {
    return "<jibiao-book version=\"2\"><book><template>heb-2021</template><last_row_id>9</last_row_id>" +
           std::string(elements) + "</book></jibiao-book>";
}

Book read(std::string_view file) {
    const auto book = is_xml(file) ? read_xml(file) : read_json(file);
    REQUIRE_MESSAGE(book, (book ? std::string() : book.error().what));
    return *book;
}

bool has_note(const Book& book, std::string_view words) {
    return std::ranges::any_of(book.notes, [words](const Note& note) { return contains(note.text, words); });
}

void check_all_forms(const Book& book) {
    for (const auto& stored :
         {read_json(write_json(book)), read_xml(write_xml(book)), read_binary(write_binary(book))}) {
        REQUIRE_MESSAGE(stored, (stored ? std::string() : stored.error().what));
        CHECK(*stored == book);
        CHECK(stored->last_row_id == book.last_row_id);
        CHECK(write_json(*stored) == write_json(book));
    }
    const auto patch = read_patch(write_patch(difference(Book{}, book)));
    REQUIRE(patch);
    Book patched;
    apply_patch(patched, *patch);
    CHECK(patched == book);
}

} // namespace

TEST_CASE("a book with something in every member goes through every form without loss") {
    const Book book = full_book();
    std::size_t filled = 0;
    for_each_cell(book, [&filled](FieldRef, const Cell& cell) { filled += cell == Cell{} ? 0 : 1; });
    CHECK(filled > 700);
    check_all_forms(book);
}

TEST_CASE("200 books made by chance go through every form without loss") {
    for (unsigned seed = 1; seed <= 200; ++seed) {
        CAPTURE(seed);
        check_all_forms(random_book(seed));
    }
}

TEST_CASE("an empty book goes through every form") {
    check_all_forms(Book{});
}

TEST_CASE("JSON and XML are for people: names, keys of fields, nothing that is not there") {
    Book book;
    book.template_id = "heb-2021";
    Project& project = book.projects.push_back({.id = book.new_row_id(), .kind = ProjectKind::department});
    project.name = {" 甲<乙", "甲", 3, 4, Origin::rebuilt};
    const std::string json = write_json(book);
    CHECK(contains(json, R"("kind": "department",)"));
    CHECK(contains(
        json, R"("name": {"text": " 甲<乙", "raw": "甲", "line": 3, "last_line": 4, "origin": "rebuilt"})"));
    CHECK_FALSE(contains(json, "leader"));
    const std::string xml = write_xml(book);
    CHECK(contains(xml, "<kind>department</kind>"));
    CHECK(contains(xml, R"(<name raw="甲" line="3" last_line="4" origin="rebuilt">&#32;甲&lt;乙</name>)"));
    CHECK_FALSE(contains(xml, "leader"));
}

TEST_CASE("suppressions are readable, and go with the rows that a file really has") {
    Book book;
    book.template_id = "heb-2021";
    const RowId row = book.projects.push_back({.id = book.new_row_id()}).id;
    book.suppressions.push_back(
        {"typo", {Field::purpose, row}, "制做", "应为制作", "专有名称", "2026-11-22"});
    book.last_check = {"national", "2026.1", "2026-11-22", "review"};
    CHECK(contains(write_json(book), R"("field": "purpose",)"));
    CHECK(contains(write_xml(book), "<reason>专有名称</reason>"));
    CHECK(contains(write_xml(book), "<phase>review</phase>"));

    const std::string rows =
        R"("projects":[{"id":1},{"id":1}],"suppressions":[{"rule":"typo","row":1,"field":"name"},)"
        R"({"rule":"typo","row":5,"field":"name"},{"rule":"typo","row":1,"field":"colour"},)"
        R"({"rule":"typo","field":"title","reason":7}])";
    const Book repaired = read(json_with(rows));
    REQUIRE(repaired.suppressions.size() == 3);
    CHECK(repaired.suppressions[0].at == FieldRef{Field::name, repaired.projects[0].id});
    CHECK(repaired.suppressions[1].at == FieldRef{Field::none, repaired.projects[0].id});
    CHECK(repaired.suppressions[2].at == FieldRef{Field::title, 0});
    CHECK(repaired.suppressions[2].reason == "7");
    CHECK(has_note(repaired, "1 条不改的理由所说的行不存在"));
    CHECK(has_note(repaired, "“book.suppressions[2].field”应当是已知的栏目"));
    CHECK(has_note(repaired, "“book.suppressions[3].reason”应当是文字"));
}

TEST_CASE("comments are readable, and go with the rows that a file really has") {
    Book book;
    book.template_id = "heb-2021";
    const RowId row = book.projects.push_back({.id = book.new_row_id()}).id;
    book.comments.push_back(
        {{Field::purpose, row}, CommentKind::returned, "写具体些", "李审核", "2026-11-22"});
    CHECK(contains(write_json(book), R"("kind": "returned")"));
    CHECK(contains(write_xml(book), "<author>李审核</author>"));
    const Book repaired = read(json_with(
        R"("projects":[{"id":4000000001}],"comments":[{"row":4000000001,"field":"name","text":"甲"},)"
        R"({"row":5,"field":"name","text":"乙"},{"field":"title","kind":"shouted","text":"丙"}])"));
    REQUIRE(repaired.comments.size() == 2);
    CHECK(repaired.comments[0].at == FieldRef{Field::name, repaired.projects[0].id});
    CHECK(repaired.comments[1].kind == CommentKind::remark);
    CHECK(has_note(repaired, "1 条批注所说的行不存在"));
}

TEST_CASE("suppressions follow rows that get new numbers") {
    const Book book = read(json_with(R"("projects":[{"id":4000000001,"indicators":[{"id":4000000002}]}],)"
                                     R"("suppressions":[{"rule":"typo","row":4000000002,"field":"basis"}])"));
    REQUIRE(book.suppressions.size() == 1);
    CHECK(book.suppressions[0].at == FieldRef{Field::basis, book.projects[0].indicators[0].id});
}

TEST_CASE("unknown and missing keys become notes that name their path") {
    for (
        const std::string& file :
        {json_with(R"("projects":[{"id":1,"colour":"red","name":{"text":"甲","size":"3"}}])"),
         xml_with(
             R"(<projects><project colour="red"><id>1</id><name size="3">甲</name></project></projects>)")}) {
        const Book book = read(file);
        CHECK(book.projects[0].name.text == "甲");
        CHECK(book.projects[0].kind == ProjectKind::project);
        CHECK(book.notes.size() == 2);
        CHECK(has_note(book, "不认识的内容“book.projects[0].colour”"));
        CHECK(has_note(book, "不认识的内容“book.projects[0].name.size”"));
    }
    for (const std::string_view file :
         {R"({"format":"jibiao-book","version":2,"book":{"year":2021},"x":1})",
          R"(<jibiao-book version="2" x="1"><book><year>2021</year></book></jibiao-book>)"}) {
        const Book book = read(file);
        CHECK(book.year == 2021);
        CHECK(book.notes.size() == 3);
        CHECK(has_note(book, "缺少“book.template”"));
        CHECK(has_note(book, "缺少“book.last_row_id”"));
        CHECK(has_note(book, "不认识的内容“x”"));
    }
}

TEST_CASE("a value of a wrong type becomes a note that names its path, and the rest is read") {
    struct Case {
        const char* members;
        const char* note;
    };
    for (const Case& one :
         {Case{R"("projects":{})", "“book.projects”应当是列表，却是对象，已略过"},
          Case{R"("projects":[5])", "“book.projects[0]”应当是对象，却是数字 5，已略过"},
          Case{R"("projects":[null,{"id":3}])", "“book.projects[0]”应当是对象，却是空值，已略过"},
          Case{R"("projects":[{"id":-1}])",
               "“book.projects[0].id”应当是 0 到 4294967295 的整数，却是数字 -1，已略过"},
          Case{R"("projects":[{"id":4294967296}])", "“book.projects[0].id”应当是 0 到 4294967295 的整数"},
          Case{R"("projects":[{"id":1,"name":[1]}])", "“book.projects[0].name”应当是对象，却是列表，已略过"},
          Case{R"("projects":[{"id":1,"kind":7}])",
               "“book.projects[0].kind”应当是已知的名称，却是数字 7，已略过"},
          Case{R"("year":"二〇二一")",
               "“book.year”应当是 0 到 1000000000 的整数，却是文字“二〇二一”，已略过"},
          Case{R"("year":1e300)", "“book.year”应当是 0 到 1000000000 的整数，却是数字 1e300，已略过"},
          Case{R"("year":null)", "“book.year”应当是 0 到 1000000000 的整数，却是空值，已略过"},
          Case{R"("region":true)", "“book.region”应当是文字，却是真假值，已略过"},
          Case{R"("title":{"origin":"guessed"})",
               "“book.title.origin”应当是已知的名称，却是文字“guessed”，已略过"},
          Case{R"("sections":[{"id":1,"body":[{"id":2,"unplaced":"ja"}]}])",
               "“book.sections[0].body[0].unplaced”应当是真假值，却是文字“ja”，已略过"}}) {
        CAPTURE(one.note);
        const Book book = read(json_with(std::string(one.members) + R"(,"source":"在后面.txt")"));
        CHECK(has_note(book, one.note));
        CHECK(book.source_name == "在后面.txt");
    }
}

TEST_CASE("what can be read in spite of its type is read, with a note") {
    const Book book = read(json_with(R"("year":"2021","region":130000,"title":"标题",
        "projects":[{"id":1.0,"budget_total":27.5,"goals":[{"id":2,"text":"目标"}]}],
        "sections":[{"id":3,"body":[{"id":4,"unplaced":"true"}]}])"));
    CHECK(book.year == 2021);
    CHECK(book.region == "130000");
    CHECK(book.title.text == "标题");
    CHECK(book.projects[0].id == 1);
    CHECK(book.projects[0].budget_total.text == "27.5");
    CHECK(book.projects[0].goals[0].text.text == "目标");
    CHECK(book.sections[0].body[0].unplaced);
    CHECK(book.notes.size() == 7);
    CHECK(has_note(book, "“book.year”应当是 0 到 1000000000 的整数，却是文字“2021”，已按整数读取"));
    CHECK(has_note(book, "“book.title”应当是对象，却是文字“标题”，已按文字读取"));
}

TEST_CASE("XML has no types, so only what makes no sense is noted") {
    const Book book =
        read(xml_with("<year> 2021 </year><title>标题</title><region><a/>1</region><sections>字</sections>"
                      "<projects><project id='1' kind='department'>字</project><x/></projects>"));
    CHECK(book.year == 2021);
    CHECK(book.title.text == "标题");
    REQUIRE(book.projects.size() == 1);
    CHECK(book.projects[0].kind == ProjectKind::department);
    CHECK(book.notes.size() == 4);
    CHECK(has_note(book, "“book.region”应当是文字，却是对象，已略过"));
    CHECK(has_note(book, "“book.sections”应当是列表，却是文字“字”，已略过"));
    CHECK(has_note(book, "“book.projects[0].text”"));
    CHECK(has_note(book, "“book.projects.x”"));
}

TEST_CASE("a key that stands twice is noted") {
    for (const std::string& file :
         {json_with(R"("year":2021,"year":2022)"), xml_with("<year>2021</year><year>2022</year>")}) {
        const Book book = read(file);
        CHECK(book.year == 2021);
        CHECK(has_note(book, "“book.year”重复出现"));
    }
}

TEST_CASE("many things wrong with a file are noted in a few lines") {
    std::string members;
    for (int i = 0; i < 1'000; ++i)
        members += (i > 0 ? ",\"x" : "\"x") + std::to_string(i) + "\":0";
    const Book book = read(json_with(members));
    CHECK(book.notes.size() == 51);
    CHECK(has_note(book, "另有 950 处"));
}

TEST_CASE("what is not our file is refused with a reason") {
    for (const char* json : {"", "{", "[]", "{}", "1", R"({"format":"other","version":1,"book":{}})",
                             R"({"format":1,"version":1,"book":{}})", R"({"format":"jibiao-book","book":{}})",
                             R"({"format":"jibiao-book","version":0,"book":{}})",
                             R"({"format":"jibiao-book","version":1,"book":[]})", "\xFF\xFE"})
        CHECK_FALSE(read_json(json));
    for (const char* xml :
         {"", "<", "<jibiao-book", "<jibiao-book/>", "<jibiao-book version='1'/>",
          "<jibiao-book version='0'><book/></jibiao-book>",
          "<jibiao-book version='1'><book>字</book></jibiao-book>", "<book version='1'><book/></book>",
          "<jibiao-book version='1'>\xFF</jibiao-book>"})
        CHECK_FALSE(read_xml(xml));
    for (const auto& newer : {read_json(R"({"format":"jibiao-book","version":99,"book":{}})"),
                              read_xml("<jibiao-book version='99'><book/></jibiao-book>")}) {
        REQUIRE_FALSE(newer);
        CHECK(contains(newer.error().what, "更新版本"));
    }
    std::string binary = write_binary(Book{});
    binary[9] = 99;
    const auto newer = read_binary(binary);
    REQUIRE_FALSE(newer);
    CHECK(contains(newer.error().what, "更新版本"));
}

TEST_CASE("where a file breaks off is told by line and column") {
    const auto json = read_json("{\n  \"书\": \"甲\" 乙\n}");
    REQUIRE_FALSE(json);
    CHECK(json.error().line == 2);
    CHECK(contains(json.error().what, "第 2 行第 12 列"));
    const auto zero = read_json(std::string(json_with("")) + '\0');
    REQUIRE_FALSE(zero);
    const auto xml = read_xml("<书>\n  甲</乙>\n");
    REQUIRE_FALSE(xml);
    CHECK(xml.error().line == 2);
    CHECK(contains(xml.error().what, "第 2 行第"));
}

TEST_CASE("an optional value is left out, or stands there like any other") {
    for (const std::optional<int> seven : {std::optional<int>(7), std::optional<int>()}) {
        JsonSyntax json;
        XmlSyntax xml("jibiao", "");
        TreeWriter to_json(json);
        TreeWriter to_xml(xml);
        to_json(Choice{seven});
        to_xml(cereal::make_nvp("seven", seven));
        const std::string json_file = json.take();
        const std::string xml_file = xml.take();
        CHECK(contains(json_file, "\"seven\": 7") == seven.has_value());
        CHECK(contains(xml_file, "<seven>7</seven>") == seven.has_value());

        const auto json_text = JsonText::read(json_file);
        const auto xml_text = XmlText::read(xml_file);
        REQUIRE((json_text && xml_text));
        for (const Tree& tree : {Tree{json_text->root()}, Tree{xml_text->root(), false}}) {
            TreeReader reader(tree, json_file.size());
            Choice read;
            serialize(reader, read);
            CHECK(read.seven == seven);
        }
    }
}

TEST_CASE("rows with the same id, or none, get ids of their own") {
    const Book book = read(json_with(R"("projects":[{"id":5,"goals":[{"id":5},{}]},{"id":17}])"));
    CHECK(book.projects[0].id != book.projects[0].goals[0].id);
    CHECK(book.projects[0].goals[1].id != 0);
    CHECK(book.projects[1].id == 17);
    CHECK(book.last_row_id >= 19);
    CHECK(book.notes.size() == 1);
}

TEST_CASE("a project's section is one that is there, also after sections got new ids") {
    const Book astray =
        read(json_with(R"("sections":[{"id":1}],"projects":[{"id":2,"section":1},{"id":3,"section":7}])"));
    CHECK(astray.projects[0].section == 1);
    CHECK(astray.projects[1].section == 0);
    CHECK(has_note(astray, "1 个项目所属的章节"));
    const Book renumbered =
        read(json_with(R"("sections":[{"id":4294967295}],"projects":[{"id":2,"section":4294967295}])"));
    CHECK(renumbered.projects[0].section == renumbered.sections[0].id);
    CHECK(renumbered.sections[0].id < 10);
}

TEST_CASE("a binary form that is cut off or changed at any place is refused") {
    Book book;
    Project& project = book.projects.push_back({.id = book.new_row_id()});
    project.name = {"名称", "名 称", 3, 3, Origin::read};
    const std::string bytes = write_binary(book);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        CHECK_FALSE(read_binary(std::string_view(bytes).substr(0, i)));
        for (const int flip : {0x01, 0x80, 0xFF}) {
            std::string changed = bytes;
            changed[i] = static_cast<char>(changed[i] ^ flip);
            CHECK_FALSE(read_binary(changed));
        }
    }
}

TEST_CASE("a JSON or XML file that is cut off or changed at any place is refused or read, never more") {
    Book book;
    book.projects.push_back({.id = book.new_row_id(), .name = {.text = "名 称", .raw = "名称"}});
    for (const bool as_xml : {false, true}) {
        const auto read_form = as_xml ? read_xml : read_json;
        const std::string file = as_xml ? write_xml(book) : write_json(book);
        std::size_t accepted = 0;
        for (std::size_t i = 0; i + 2 < file.size(); ++i) {
            CHECK_FALSE(read_form(std::string_view(file).substr(0, i)));
            for (const char wrong : {'{', '"', '0', ']', '\0', '<', '>', '/', '&'}) {
                std::string changed = file;
                changed[i] = wrong;
                const auto result = read_form(changed);
                if (!result)
                    continue;
                ++accepted;
                CHECK(read_form(as_xml ? write_xml(*result) : write_json(*result)));
            }
        }
        CHECK(accepted > file.size());
    }
}

} // namespace archive_test
