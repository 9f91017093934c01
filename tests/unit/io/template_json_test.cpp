#include "io/template_json.h"

#include "base/text.h"
#include "io/embedded.h"
#include "model/field.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace template_json_test {

using namespace jibiao;

TEST_CASE("every embedded data file is read") {
    std::size_t templates = 0;
    for (const io::EmbeddedAsset& asset : io::embedded_assets()) {
        CAPTURE(asset.path);
        if (asset.path.starts_with("templates/")) {
            const auto form = io::read_template(asset.text, asset.path);
            REQUIRE_MESSAGE(form, (form ? std::string() : form.error().what));
            CHECK(asset.path == "templates/" + form->id + ".json");
            ++templates;
        } else if (asset.path.starts_with("profiles/")) {
            const auto profile = io::read_profile(asset.text, asset.path);
            CHECK_MESSAGE(profile, (profile ? std::string() : profile.error().what));
        } else if (asset.path.starts_with("reading/")) {
            const auto words = io::read_reading_words(asset.text, asset.path);
            CHECK_MESSAGE(words, (words ? std::string() : words.error().what));
        }
    }
    CHECK(io::load_embedded_templates().all().size() == templates);
    CHECK(io::load_embedded_profile("national").id == "national");
}

TEST_CASE("the embedded forms are whole: names folded, columns labelled, requirements in the tree") {
    const Templates templates = io::load_embedded_templates();
    CHECK(std::ranges::count(templates.all(), true, &Template::general) == 1);
    for (const Template& form : templates.all()) {
        CAPTURE(form.id);
        CHECK_FALSE(form.name.empty());
        CHECK((form.money_unit == "元" || form.money_unit == "万元"));
        for (const Field column : form.required_columns)
            CHECK(form.has_column(column));
        for (const Field column : form.indicator_columns)
            CHECK(form.labels.contains(std::string(field_key(column))));
        for (const Level1& level1 : form.levels) {
            CHECK(fold(level1.name) == level1.name);
            for (const std::string& alias : level1.aliases)
                CHECK(fold(alias) == alias);
            for (const Level2& level2 : level1.children) {
                CHECK(fold(level2.name) == level2.name);
                for (const std::string& alias : level2.aliases)
                    CHECK(fold(alias) == alias);
            }
        }
        for (const RequiredCategory& category : form.required_categories) {
            for (const std::string& name : category.any_of)
                CHECK((form.find_level1(name) || form.find_level2(name)));
        }
    }
}

TEST_CASE("a mistake in a data file is named by file, line and key") {
    const auto error = [](std::string_view json) {
        const auto form = io::read_template(json, "templates/x.json");
        REQUIRE_FALSE(form);
        CHECK(form.error().what.find("templates/x.json") != std::string::npos);
        return form.error();
    };
    const Error wrong_type = error("{\n \"id\": \"x\",\n \"levels\": [\n {\"name\": 3}]}");
    CHECK(wrong_type.line == 4);
    CHECK(wrong_type.what.find("“name”") != std::string::npos);
    const Error unknown = error("{\n \"id\": \"x\",\n \"colour\": 1}");
    CHECK(unknown.line == 3);
    CHECK(unknown.what.find("“colour”") != std::string::npos);
    CHECK(error("{\"id\": \"x\", \"indicator_columns\": [\"level9\"]}").what.find("level9") !=
          std::string::npos);
    CHECK(error("{\"id\": \"x\", \"labels\": {\"nmae\": \"名称\"}}").what.find("nmae") != std::string::npos);
    CHECK(error("{\n\"id\": \"x\"\n,,}").line == 3);
    error("{}");
    error("[]");
    error("");
}

} // namespace template_json_test
