#include "base/text.h"
#include "check/explanation.h"
#include "check/reading.h"

#include <algorithm>

namespace jibiao::check::missing_category {
namespace {

/// 数量指标 and 数量 are the same category.
std::string_view core_of(std::string_view category) {
    constexpr std::string_view ending = "指标";
    return category.ends_with(ending) ? category.substr(0, category.size() - ending.size()) : category;
}

/// What the category cells of a filled row mean in the form; "" where the form does not know them.
struct RowCategory {
    std::string_view level1;
    std::string_view level2;
    const RowFacts* row = nullptr;
};

RowCategory category_of(const RowFacts& row, const Template& form) {
    RowCategory result;
    result.row = &row;
    const Level1* parent = row.parent;
    const Level2* level2 = row.known_level2;
    if (!level2 && !row.level1.empty())
        level2 = form.find_level2(row.level1, &parent);
    if (level2) {
        result.level1 = parent->name;
        result.level2 = level2->name;
    }
    if (row.known_level1)
        result.level1 = row.known_level1->name;
    return result;
}

bool is_labelled_alike(const RowFacts& a, const RowFacts& b) {
    return a.level1 == b.level1 && a.level2 == b.level2;
}

bool names(const RequiredCategory& required, std::string_view category) {
    return !category.empty() && std::ranges::find(required.any_of, category) != required.any_of.end();
}

/// Also true where a cell merely contains the word: a form's own spelling must not count as missing.
bool satisfies(const RowCategory& row, const RequiredCategory& required) {
    if (names(required, row.level1) || names(required, row.level2))
        return true;
    return std::ranges::any_of(required.any_of, [&row](const std::string& name) {
        return contains(row.row->level1, core_of(name)) || contains(row.row->level2, core_of(name));
    });
}

/// The level 1 below which a required category stands; nullptr if it is a level 1 itself.
const Level1* parent_of(const RequiredCategory& required, const Template& form) {
    const Level1* parent = nullptr;
    for (const std::string& name : required.any_of) {
        if (form.find_level1(name))
            return nullptr;
        form.find_level2(name, &parent);
    }
    return parent;
}

/// The row may be of the required category, but its labels do not say.
bool is_unclear(const RowCategory& category, const Level1* parent) {
    if (!category.level2.empty())
        return false;
    return category.level1.empty() || (parent && category.level1 == parent->name);
}

/// A table with something in it. Of neighbours with the same labels one row is enough.
struct Table {
    const ProjectFacts* project = nullptr;
    std::vector<RowCategory> rows;
};

std::vector<Table> filled_tables(const Context& context) {
    std::vector<Table> tables;
    for (const auto& project : context.facts.projects) {
        Table table{project.get(), {}};
        for (const auto& row : project->rows) {
            if (row->filled && (table.rows.empty() || !is_labelled_alike(*table.rows.back().row, *row)))
                table.rows.push_back(category_of(*row, context.form));
        }
        if (!table.rows.empty())
            tables.push_back(std::move(table));
    }
    return tables;
}

bool is_missing(const Table& table, const RequiredCategory& required, const Level1* parent) {
    return std::ranges::none_of(table.rows, [&](const RowCategory& row) {
        return satisfies(row, required) || is_unclear(row, parent);
    });
}

/// Behind the last row of the same level 1, else at the end.
std::size_t place_for(const ProjectFacts& project, const Template& form, std::string_view level1) {
    std::size_t place = project.rows.size();
    for (std::size_t i = 0; i < project.rows.size(); ++i) {
        if (category_of(*project.rows[i], form).level1 == level1)
            place = i + 1;
    }
    return place;
}

/// The level 2 of an indicator that stands for all of level 1: the only one, or the one that begins with the
/// same indicator.
const Level2* child_for(const Level1& level1, const std::string& starter, const Profile& profile) {
    if (level1.children.size() == 1)
        return &level1.children.front();
    for (const Level2& child : level1.children) {
        const auto own = profile.starter_names.find(child.name);
        if (own != profile.starter_names.end() && own->second == starter)
            return &child;
    }
    return nullptr;
}

std::optional<Fix> add_row(const ProjectFacts& facts, const RequiredCategory& required,
                           const Context& context) {
    const auto starter = context.profile.starter_names.find(required.name);
    if (starter == context.profile.starter_names.end() || required.any_of.empty())
        return std::nullopt;
    const Level1* level1 = context.form.find_level1(required.any_of.front());
    const Level2* level2 = nullptr;
    if (!level1)
        level2 = context.form.find_level2(required.any_of.front(), &level1);
    if (!level1)
        return std::nullopt;
    if (!level2)
        level2 = child_for(*level1, starter->second, context.profile);
    edit::InsertRow row{RowKind::indicator, facts.project->id, place_for(facts, context.form, level1->name)};
    row.cells = {{Field::level1, level1->name}, {Field::indicator_name, starter->second}};
    if (level2)
        row.cells.emplace_back(Field::level2, level2->name);
    return Fix{"增加一行“" + required.name + "”", {"增加" + required.name, {std::move(row)}}, false};
}

/// That a category is required is recalled, not read: a warning. Where this table is the only one without it
/// (`others_with` > 0), the book itself shows that it belongs there: an error.
void report(const ProjectFacts& facts, const RequiredCategory& required, std::size_t others_with,
            const Context& context, Findings& findings) {
    const std::string why =
        others_with > 0 ? "，本文本其他 " + std::to_string(others_with) + " 张表都有。" : "，至少应填一行。";
    Finding& finding =
        findings.add({Field::indicators, facts.project->id}, "绩效指标中没有" + required.name + why);
    finding.severity = others_with > 0 ? Severity::error : Severity::warning;
    finding.fix = add_row(facts, required, context);
}

void check(const Context& context, Findings& findings) {
    constexpr std::size_t enough_tables = 3;
    const std::vector<Table> tables = filled_tables(context);
    for (const RequiredCategory& required : context.form.required_categories) {
        const Level1* parent = parent_of(required, context.form);
        std::vector<const ProjectFacts*> without;
        for (const Table& table : tables) {
            if (is_missing(table, required, parent))
                without.push_back(table.project);
        }
        const std::size_t with = tables.size() - without.size();
        const bool only_one = without.size() == 1 && with >= enough_tables;
        for (const ProjectFacts* project : without)
            report(*project, required, only_one ? with : 0, context, findings);
    }
}

constexpr Example examples[] = {
    {"without: 成本指标", "projects[0].indicators"},
    {"without: 满意度指标", "projects[0].indicators"},
    {"without: 效益指标", "projects[0].indicators"},
    {"without: 成本指标\nproject: 设备购置\nproject: 展览经费\nproject: 宣传经费", "projects[0].indicators"},
    {"without: 成本指标\n"
     "indicator: 成本指标 | 预算执行 | 项目总成本 | 项目支出总额 | ≤27万元 | 项目预算",
     ""},
    {"without: 数量指标\nindicator: 产出指标 | | 培训次数 | 开展培训的次数 | ≥5次 | 年度工作计划", ""},
    {"without: 社会效益指标\n"
     "indicator: 效果指标 | 社会效益 | 受益群众人数 | 受益群众人数 | ≥300人 | 上年统计数据",
     ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "missing-category",
    .severity = Severity::error,
    .title = "缺少必需的指标类别",
    .title_en = "Required category of indicators is missing",
    .check_book = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "绩效目标要从数量、质量、时效、成本、效益和满意度几方面衡量，缺一类就无法完整考核，"
           "审核“规范完整性”时会扣分或退回。",
    .how_to_mend = "补一行该类别的指标。确实不适用的，在送审时说明理由。",
    .source = "财预〔2015〕88 号体系的三级指标框架（转载页已读）；哪些类别必填依据表样和财预〔2021〕101 "
              "号（凭记忆，待核对）",
    .sureness = Sureness::recalled,
    .examples = examples,
};

} // namespace jibiao::check::missing_category
