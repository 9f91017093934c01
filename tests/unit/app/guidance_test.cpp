#include "app/guidance.h"

#include "base/text.h"
#include "check/books.h"
#include "check/explanation.h"
#include "io/template_json.h"
#include "platform/fake/fake_platform.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

namespace guidance_test {

using namespace jibiao;

namespace {

const platform::Later& later() {
    static const platform::FakePlatform machine;
    return *machine.later();
}

/// From its file: the page has it beside it, not in it.
const std::string& text() {
    static const std::string all = [] {
        std::ifstream file(std::string(JIBIAO_SOURCE_DIR "/assets/").append(app::guidance_asset),
                           std::ios::binary);
        REQUIRE(file.good());
        return std::string(std::istreambuf_iterator(file), {});
    }();
    return all;
}

const app::GuidancePart* part(const app::Guidance& guidance, std::string_view heading) {
    const auto found = std::ranges::find(guidance.parts, heading, &app::GuidancePart::heading);
    return found == guidance.parts.end() ? nullptr : &*found;
}

/// A book in this form with one of everything that it has.
Book book_in(const Template& form) {
    Book book;
    book.template_id = form.id;
    Section& section = book.sections.push_back({.id = book.new_row_id()});
    section.body.push_back({.id = book.new_row_id()});
    for (const TableForm& table : form.tables)
        section.tables.push_back({.id = book.new_row_id(), .form = table.id})
            .rows.push_back({.id = book.new_row_id()});
    for (const ProjectKind kind : {ProjectKind::project, ProjectKind::department}) {
        Project& project = book.projects.push_back({.id = book.new_row_id(), .kind = kind});
        project.goals.push_back({.id = book.new_row_id()});
        project.detail_goals.push_back({.id = book.new_row_id()});
        project.phases.push_back({.id = book.new_row_id()});
        project.plan.push_back({.id = book.new_row_id()});
        project.indicators.push_back({.id = book.new_row_id()});
    }
    book.contents.push_back({.id = book.new_row_id()});
    return book;
}

app::Guidance guidance_of(const Book& book, const Template& form, FieldRef at) {
    static const Profile profile = io::load_embedded_profile("national");
    return app::guidance_for(later(), text(), book, form, profile, at);
}

} // namespace

TEST_CASE("every field and every column of every form says what belongs there, with an example") {
    const Templates forms = io::load_embedded_templates();
    for (const Template& form : forms.all()) {
        CAPTURE(form.id);
        const Book book = book_in(form);
        std::vector<FieldRef> cells;
        for_each_cell(book, [&](FieldRef at, const Cell&) { cells.push_back(at); });
        CHECK(cells.size() > 60);
        for (const FieldRef& at : cells) {
            CAPTURE(field_key(at.field));
            const app::Guidance guidance = guidance_of(book, form, at);
            REQUIRE(part(guidance, "用途"));
            REQUIRE(part(guidance, "示例"));
            CHECK(part(guidance, "用途")->text.size() > 9);
            CHECK_FALSE(guidance.label.empty());
            CHECK(guidance.rules_for_all > 0);
        }
    }
}

TEST_CASE("every line can be read, and every key and rule in it exists") {
    const Templates forms = io::load_embedded_templates();
    std::set<std::string> keys, rules;
    for (const std::string_view line : split(text(), '\n')) {
        CAPTURE(line);
        if (line.empty() || line.starts_with("#"))
            continue;
        if (line.starts_with("= ")) {
            const std::string_view key = line.substr(2);
            CHECK(keys.insert(std::string(key)).second);
            const std::string_view field = key.substr(key.find('/') + 1);
            CHECK((key == "all" || field_from_key(field)));
            continue;
        }
        const auto known = {"用途：", "示例：", "常见错误：", "依据：", "规则："};
        CHECK(std::ranges::any_of(known, [&](const char* head) { return line.starts_with(head); }));
    }
    for (const std::string& key : keys) {
        for (const std::string& rule : app::read_guidance(later(), text(), key).rules) {
            CAPTURE(rule);
            CHECK(check::find_rule(rule));
            rules.insert(rule);
        }
    }
    // It looks at no field.
    rules.insert("unused-suppression");
    for (const check::Rule* rule : check::rules()) {
        CAPTURE(rule->id);
        CHECK(rules.contains(std::string(rule->id)));
    }
}

TEST_CASE("a field names every rule that finds something in it in the rule's own examples") {
    std::vector<std::string> of_all = app::read_guidance(later(), text(), "all").rules;
    of_all.emplace_back("unused-suppression"); // It looks at no field.
    std::size_t places = 0;
    for (const check::Rule* rule : check::rules()) {
        if (std::ranges::find(of_all, rule->id) != of_all.end())
            continue;
        for (const check::Example& example : check::explanation_of(*rule).examples) {
            const Book book = check::book_of(example.book);
            const Template& form = check::forms().get(book.template_id);
            for (const check::Finding& finding : check::run(book).findings) {
                if (finding.rule != rule->id || !find_cell(book, finding.at))
                    continue; // A table as a whole has no guidance.
                ++places;
                INFO(rule->id, " ", form.id, " ", path_of(book, finding.at), "\n", example.book);
                const auto named = guidance_of(book, form, finding.at).rules;
                CHECK(std::ranges::find(named, rule->id) != named.end());
            }
        }
    }
    CHECK(places > 200);
}

TEST_CASE("a form, a table and the department say it in their own way") {
    const Templates forms = io::load_embedded_templates();
    const Template& open = forms.get("heb-2020-open");
    const Book book = book_in(open);
    const FieldRef value{Field::target_value, book.projects[0].indicators[0].id};
    CHECK(contains(part(guidance_of(book, open, value), "用途")->text, "只填数字"));
    CHECK(guidance_of(book, open, value).label == "值");
    const Template& usual = forms.get("heb-2021");
    const Book other = book_in(usual);
    const FieldRef same{Field::target_value, other.projects[0].indicators[0].id};
    CHECK_FALSE(contains(part(guidance_of(other, usual, same), "用途")->text, "只填数字"));

    std::set<std::string> of_tables;
    for (const Table& table : book.sections[0].tables)
        of_tables.insert(part(guidance_of(book, open, {Field::item_label, table.rows[0].id}), "用途")->text);
    CHECK(of_tables.size() == 3);

    const Template& guizhou = forms.get("gz-2024");
    const Book both = book_in(guizhou);
    const auto name_of = [&](std::size_t project) {
        return guidance_of(both, guizhou, {Field::name, both.projects[project].id});
    };
    CHECK(name_of(1).label == "部门（单位）名称");
    CHECK(part(name_of(0), "用途")->text != part(name_of(1), "用途")->text);
}

TEST_CASE("what is said is true of the form") {
    const Templates forms = io::load_embedded_templates();
    const auto said = [&](const char* id, Field field, const char* heading) {
        const Template& form = forms.get(id);
        const Book book = book_in(form);
        return part(guidance_of(book, form, {field, book.projects[0].id}), heading)->text;
    };
    CHECK(said("gz-2024", Field::budget_total, "示例") == "500000"); // In 元, and it has no parts.
    CHECK_FALSE(contains(said("gz-2024", Field::budget_total, "用途"), "财政资金"));
    CHECK(said("heb-2021", Field::budget_total, "示例") == "50.00");
    CHECK(contains(said("heb-2021", Field::code, "常见错误"), "上级下达的项目除外"));
    CHECK(contains(said("heb-2020-open", Field::caption, "示例"), "绩效信息表"));
    CHECK(contains(said("heb-2021", Field::caption, "示例"), "绩效目标表"));
}

TEST_CASE("a field names no rule that does not look at it") {
    const auto names = [](const char* key, std::string_view rule) {
        const auto rules = app::read_guidance(later(), text(), key).rules;
        return std::ranges::find(rules, rule) != rules.end();
    };
    CHECK(app::read_guidance(later(), text(), "weight").rules.empty()); // Nothing adds them up.
    for (const char* key : {"quantity", "general_budget", "fund_budget", "basic_expenditure",
                            "project_expenditure", "amount", "budget_total"})
        CHECK_FALSE(names(key, "blank-number"));
    for (const char* key : {"budget_fiscal", "budget_other", "assets/amount"})
        CHECK(names(key, "blank-number"));
    for (const char* key : {"quantity", "price", "amount"})
        CHECK_FALSE(names(key, "cost-over-budget"));
}

TEST_CASE("the form adds its limits, choices and tree") {
    const Templates forms = io::load_embedded_templates();
    const Template& form = forms.get("gz-2024");
    const Book book = book_in(form);
    const app::Guidance attribute = guidance_of(book, form, {Field::attribute, book.projects[0].id});
    CHECK(part(attribute, "可选")->text == "新增项目、延续项目");
    const FieldRef level2{Field::level2, book.projects[0].indicators[0].id};
    const std::string tree = part(guidance_of(book, form, level2), "可选")->text;
    CHECK(contains(tree, "产出指标：数量指标、质量指标"));
    const app::Guidance name = guidance_of(book, form, {Field::indicator_name, level2.row});
    CHECK(part(name, "本表样")->text == "必填，最多 1000 字");
    CHECK_FALSE(part(name, "可选"));
}

} // namespace guidance_test
