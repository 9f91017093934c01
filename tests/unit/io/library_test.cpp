#include "io/library_text.h"

#include "check/books.h"
#include "support/sound_books.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

namespace library_test {

using namespace jibiao;

namespace {

const std::vector<LibraryEntry>& library() {
    static const std::vector<LibraryEntry> all = [] {
        std::ifstream file(JIBIAO_SOURCE_DIR "/assets/library/indicators.txt", std::ios::binary);
        std::stringstream text;
        text << file.rdbuf();
        auto read = io::read_library(text.str());
        if (!read)
            FAIL(read.error().what);
        return *std::move(read);
    }();
    return all;
}

/// A value that a careful office might put there.
std::string target_of(const LibraryEntry& entry) {
    const bool none = entry.comparator == "=" && (entry.unit == "起" || contains(entry.name, "因贫失学"));
    const bool whole = entry.comparator == "=" && entry.unit == "%";
    const std::string number = none ? "0" : whole ? "100" : entry.comparator == "≤" ? "5" : "90";
    return entry.comparator + number + entry.unit;
}

/// Of rules about the number, which is the office's own.
bool is_about_the_number(std::string_view rule) {
    constexpr std::string_view rules[] = {"cost-ne-budget", "unit-differs-from-table", "unrealistic-target"};
    return std::ranges::find(rules, rule) != std::end(rules);
}

/// In the place of the first row of that category; a cost, as one more: the total must stay.
void plant(Book& book, const LibraryEntry& entry, const Template& form) {
    Project& project = book.projects.edit(0);
    const Rows<Indicator>& rows = project.indicators;
    std::size_t index = entry.category == CategoryKind::cost ? rows.size() : 0;
    while (index < rows.size() && category_of(form, rows[index]) != entry.category)
        ++index;
    Indicator row = rows[index < rows.size() ? index : 0];
    const CategoryPlace place = place_of(form, entry.category);
    row.level1.text = place.level1;
    row.level2.text = place.level2;
    row.name.text = entry.name;
    row.description.text = entry.description;
    row.basis.text = entry.basis;
    sound_books::put_target(row, target_of(entry));
    if (index < rows.size()) {
        project.indicators.edit(index) = std::move(row);
    } else {
        row.id = book.new_row_id();
        project.indicators.push_back(std::move(row));
    }
}

} // namespace

TEST_CASE("The library has several hundred entries, each of them once, in every category") {
    CHECK(library().size() > 600);
    std::set<std::string> names, fields;
    for (const LibraryEntry& entry : library()) {
        CAPTURE(entry.name);
        CHECK(names.insert(entry.name).second);
        CHECK(!entry.description.empty());
        CHECK(!entry.basis.empty());
        fields.insert(entry.field);
    }
    CHECK(fields.size() >= 40);
    for (const CategoryKind kind : library_categories())
        CHECK(std::ranges::count(library(), kind, &LibraryEntry::category) >= 10);
}

TEST_CASE("Every form has a place for every category of the library") {
    for (const Template& form : check::forms().all()) {
        for (const CategoryKind kind : library_categories()) {
            const CategoryPlace place = place_of(form, kind);
            CAPTURE(form.id);
            CAPTURE(category_word(kind));
            const Level1* parent = nullptr;
            const Level2* level2 = form.find_level2(place.level2, &parent);
            REQUIRE(level2);
            CHECK(level2->kind == kind);
            CHECK(parent->name == place.level1);
        }
    }
    CHECK(place_of(check::forms().get("gz-2024"), CategoryKind::cost).level2 == "经济成本指标");
    CHECK(place_of(check::forms().get("heb-2021"), CategoryKind::cost).level2 == "成本指标");
    CHECK(place_of(Template(), CategoryKind::cost).level2.empty());
}

TEST_CASE("Comparators and units are such that a target of them is read") {
    for (const LibraryEntry& entry : library()) {
        const TargetValue value = read_target(target_of(entry));
        CAPTURE(entry.name);
        CAPTURE(target_of(entry));
        CHECK(value.kind == TargetKind::number);
        CHECK(value.comparator != Comparator::none);
        CHECK((value.before + value.unit + value.after).size() > 0);
        CHECK(print_target(value) == fold(target_of(entry)));
    }
}

TEST_CASE("The checker finds no fault with any entry") {
    std::string found;
    for (const char* form_id : {"heb-2021", "heb-2020-open", "gz-2024", "national-2021"}) {
        const Template& form = check::forms().get(form_id);
        const Book sound = sound_books::sound_book(7, 2, form_id);
        for (const LibraryEntry& entry : library()) {
            Book book = sound;
            plant(book, entry, form);
            for (const check::Finding& finding : check::run(book).findings)
                if (!is_about_the_number(finding.rule))
                    found += std::string(form_id) + " " + entry.name + " " + target_of(entry) + ": " +
                             std::string(finding.rule) + " " + finding.message + "\n";
        }
    }
    CHECK(found == "");
}

TEST_CASE("What is wrong in the file is said with its line") {
    CHECK(io::read_library("")->empty());
    CHECK(io::read_library("# 通用\n\n数量|次数|描述|≥|次|计划\n")->size() == 1);
    const auto error = [](std::string_view text) {
        const auto read = io::read_library(text);
        return read ? std::string() : read.error().what;
    };
    CHECK(error("# 通用\n数量|次数\n") == "指标库第 2 行应当有 6 格，却有 2 格");
    CHECK(error("# 通用\n多少|次数|描述|≥|次|计划\n") == "指标库第 2 行的类别“多少”不认识");
    CHECK(error("数量|次数|描述|≥|次|计划\n") == "指标库第 1 行之前没有领域");
    CHECK(error("# 通用\n数量||描述|≥|次|计划\n") == "指标库第 2 行没有指标名称");
}

} // namespace library_test
