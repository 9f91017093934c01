#include "app/library.h"

#include "io/library_text.h"
#include "platform/fake/fake_platform.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace app_library_test {

using namespace jibiao;

namespace {

const platform::Later& later() {
    static const platform::FakePlatform machine;
    return *machine.later();
}

app::Library small_library() {
    app::Library library;
    library.entries = *io::read_library("# 通用\n"
                                        "数量|培训人次|各期培训班结业的总人次|≥|人次|年度培训计划\n"
                                        "数量|举办培训期数|年度内举办培训班的期数|≥|期|年度培训计划\n"
                                        "质量|培训出勤率|实际出勤人次占应出勤人次的比例|≥|%|培训管理制度\n"
                                        "满意度|参训人员满意度|表示满意的参训人员占参训人员的比例|≥|%|问卷\n"
                                        "# 科学普及\n"
                                        "数量|举办科普讲座场次|面向公众举办的讲座场次|≥|场次|科普工作计划\n"
                                        "成本|单场讲座成本|支出与场次之比|≤|元|项目预算\n");
    library.pinyin = Pinyin(
        "ban 办\nchang 场\nci 次\nchu 出\ncan 参\ndu 度\nji 计\nju 举\nke 科\njiang 讲\npei 培\nman 满\n"
        "pu 普\nren 人\nxun 训\nyi 意\nqi 期\nqin 勤\nlv 率\nshu 数\nzuo 座\nyuan 员\nzhi 质\nliang 量\n");
    return library;
}

/// Names in order, with blanks between.
std::string found(const app::LibrarySearch& search, const std::vector<LibraryEntry>& own = {}) {
    static const app::Library library = small_library();
    std::string names;
    for (const LibraryEntry* entry : app::find_entries(later(), library, own, search))
        names += (names.empty() ? "" : " ") + entry->name;
    return names;
}

Template form() {
    Template form;
    form.indicator_columns = {Field::level1,      Field::level2,       Field::indicator_name,
                              Field::description, Field::target_value, Field::basis};
    form.levels = {
        {"产出指标",
         {},
         {{"数量指标", {"数量"}, CategoryKind::quantity}, {"质量指标", {}, CategoryKind::quality}}},
        {"满意度指标", {}, {{"服务对象满意度指标", {}, CategoryKind::satisfaction}}}};
    return form;
}

struct Made {
    Book book;
    Project* project;

    explicit Made(std::vector<Indicator> rows) {
        project = &book.projects.push_back({.id = book.new_row_id(), .name = {.text = "培训"}});
        for (Indicator& row : rows) {
            row.id = book.new_row_id();
            project->indicators.push_back(std::move(row));
        }
    }
    const Indicator& use(std::size_t row, const LibraryEntry& entry, const Template& of = form()) {
        const app::EntryEdit made = app::use_entry(later(), of, book.projects[0], row, entry);
        edit::apply(book, made.edit);
        return book.projects[0].indicators[made.row];
    }
    std::size_t size() const { return book.projects[0].indicators.size(); }
};

} // namespace

TEST_CASE("A blank search lists all, the favourite category first") {
    CHECK(found({}) == "培训人次 举办培训期数 培训出勤率 参训人员满意度 举办科普讲座场次 单场讲座成本");
    CHECK(found({.text = " 　", .favourite = CategoryKind::satisfaction}) ==
          "参训人员满意度 培训人次 举办培训期数 培训出勤率 举办科普讲座场次 单场讲座成本");
}

TEST_CASE("The library is found by Chinese, pinyin, initials and mixtures, the best first") {
    CHECK(found({.text = "培训"}) == "培训人次 培训出勤率 举办培训期数");
    CHECK(found({.text = "培训出勤率"}) == "培训出勤率");
    CHECK(found({.text = "peixun"}) == "培训人次 培训出勤率 举办培训期数");
    CHECK(found({.text = "pxrc"}) == "培训人次");
    CHECK(found({.text = "pei训cq"}) == "培训出勤率");
    CHECK(found({.text = "jz"}) == "举办科普讲座场次 单场讲座成本");
    CHECK(found({.text = "PeiXun  chuqin"}) == "培训出勤率");
    CHECK(found({.text = "比例"}) == "培训出勤率 参训人员满意度");
    CHECK(found({.text = "什么也没有"}).empty());
}

TEST_CASE("Field and category are found by their words, and narrow what is listed") {
    CHECK(found({.text = "kepu"}) == "举办科普讲座场次");
    CHECK(found({.text = "科学普及"}) == "举办科普讲座场次 单场讲座成本");
    CHECK(found({.text = "zhiliang"}) == "培训出勤率");
    CHECK(found({.field = "科学普及"}) == "举办科普讲座场次 单场讲座成本");
    CHECK(found({.text = "jb", .field = "科学普及"}) == "举办科普讲座场次");
    CHECK(found({.category = CategoryKind::cost}) == "单场讲座成本");
    CHECK(found({.text = "培训", .favourite = CategoryKind::quality}) == "培训出勤率 培训人次 举办培训期数");
}

TEST_CASE("The office's own indicators stand before those of the library that are as good") {
    const app::Library library = small_library();
    Made made(
        {{.level1 = {.text = "产出指标"},
          .level2 = {.text = "数量"},
          .name = {.text = "培训村干部人次"},
          .target = {.text = "≥1.5万人次"},
          .basis = {.text = "县培训计划"}},
         {.name = {.text = "培训人次"}, .basis = {.text = "年度培训计划"}}, // says what the library says
         {.name = {.text = "培训出勤率"}, .description = {.text = "按签到表计"}, .target = {.text = "11月"}},
         {.name = {.text = "培训村干部人次"}},
         {.name = {.text = " "}}});
    const auto own = app::own_entries(later(), made.book, form(), library);
    REQUIRE(own.size() == 2);
    CHECK(own[0].name == "培训村干部人次");
    CHECK(own[0].category == CategoryKind::quantity);
    CHECK(own[0].comparator == "≥");
    CHECK(own[0].unit == "万人次");
    CHECK(own[0].own);
    CHECK(own[1].unit.empty());
    CHECK(found({.text = "培训人"}, own) == "培训人次");
    CHECK(found({.text = "pei"}, own) == "培训村干部人次 培训出勤率 培训人次 培训出勤率 举办培训期数");
    CHECK(found({.field = std::string(app::own_field)}, own) == "培训村干部人次 培训出勤率");
}

TEST_CASE("An entry goes into a row that is free, else below it; the number is left to the person") {
    const LibraryEntry entry = small_library().entries[0];
    Made made({{.level1 = {.text = "满意度指标"}, .level2 = {.text = "服务对象满意度指标"}},
               {.name = {.text = "已有"}, .target = {.text = "≥3个"}}});
    const Indicator& first = made.use(0, entry);
    CHECK(made.size() == 2);
    CHECK(first.level1.text == "产出指标");
    CHECK(first.level2.text == "数量指标");
    CHECK(first.name.text == "培训人次");
    CHECK(first.description.text == "各期培训班结业的总人次");
    CHECK(first.basis.text == "年度培训计划");
    CHECK(first.target.text.empty());
    const Indicator& below = made.use(1, small_library().entries[2]);
    CHECK(made.size() == 3);
    CHECK(below.name.text == "培训出勤率");
    CHECK(below.level2.text == "质量指标");
    CHECK(made.book.projects[0].indicators[1].name.text == "已有");
    made.use(99, entry);
    CHECK(made.book.projects[0].indicators[3].name.text == "培训人次");
}

TEST_CASE("The category is called as in the row beside it, else as the form calls it") {
    const LibraryEntry entry = small_library().entries[0];
    Made made({{.level1 = {.text = "产出"}, .level2 = {.text = "数量"}, .name = {.text = "已有"}}});
    CHECK(made.use(0, entry).level2.text == "数量");
    Template unknown = form();
    unknown.levels.clear();
    CHECK(made.use(0, entry, unknown).level2.text.empty());
    LibraryEntry own = entry;
    own.own = true;
    own.level1 = "其他";
    own.level2 = "别的";
    own.category = CategoryKind::none;
    CHECK(made.use(0, own).level2.text == "别的");
}

TEST_CASE("Sign and unit go into columns of their own, and a description where the form explains") {
    const LibraryEntry entry = small_library().entries[0];
    Template wide = form();
    wide.indicator_columns = {Field::indicator_name, Field::comparator, Field::target_value,
                              Field::target_unit, Field::explanation};
    wide.at_least = ">=";
    Made made({Indicator()});
    const Indicator& row = made.use(0, entry, wide);
    CHECK(row.comparator.text == ">=");
    CHECK(row.target_unit.text == "人次");
    CHECK(row.target.text.empty());
    CHECK(row.explanation.text == "各期培训班结业的总人次");
    CHECK(row.level2.text.empty());
    CHECK(row.basis.text.empty());
}

TEST_CASE("A target's hint is its sign and unit") {
    const app::Library library = small_library();
    CHECK(app::target_hint(later(), *app::entry_called(later(), library, "单场讲座成本")) == "≤ … 元");
    CHECK(app::entry_called(later(), library, "讲座") == nullptr);
    CHECK(app::target_hint(later(), LibraryEntry()).empty());
}

} // namespace app_library_test
