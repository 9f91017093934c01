#include "base/text.h"
#include "base/utf8.h"
#include "check/explanation.h"
#include "check/values.h"

#include <algorithm>
#include <array>

namespace jibiao::check::shifted_cells {
namespace {

/// What stands behind the categories, in the order of the forms.
struct Column {
    Field field;
    Cell Indicator::*cell;
};
constexpr std::array columns{
    Column{Field::indicator_name, &Indicator::name},     Column{Field::description, &Indicator::description},
    Column{Field::comparator, &Indicator::comparator},   Column{Field::target_value, &Indicator::target},
    Column{Field::target_unit, &Indicator::target_unit}, Column{Field::basis, &Indicator::basis},
    Column{Field::explanation, &Indicator::explanation}};

/// A target that cannot be a description: a sign or a unit, and nothing else.
bool is_target(const Cell& cell) {
    constexpr std::size_t longest = 60;
    if (cell.text.size() > longest || !has_digit(cell.text))
        return false;
    const TargetValue value = read_target(cell.text);
    return value.kind == TargetKind::number && (value.comparator != Comparator::none || !value.unit.empty());
}

bool is_source(const Cell& cell, const Profile& profile) {
    return !cell.empty() && !has_digit(cell.text) &&
           ends_with_any(fold(cell.text), profile.list("source_endings"));
}

/// The import put cells back that had moved because one before them was missing. Where whole rows were
/// moved by a displaced category nothing is missing between them, and nothing of the row is wrong.
const Column* moved_past_gap(const Indicator& row, const Template& form) {
    bool gap = false;
    for (const Column& column : columns) {
        const Cell& cell = row.*column.cell;
        if (cell.empty())
            gap = gap || form.has_column(column.field);
        else if (gap && cell.origin == Origin::rebuilt && !cell.raw.empty())
            return &column;
    }
    return nullptr;
}

/// 指全年开展培训的次数: no grade, which may have its standard beside it (优秀: ≥90分).
bool is_explanation(const Cell& cell, const Profile& profile) {
    constexpr std::size_t shortest = 6;
    return starts_with_any(fold(cell.text), profile.list("description_openings")) &&
           count_code_points(cell.text) >= shortest;
}

void check(const RowContext& context, Findings& findings) {
    const Indicator& row = *context.row.row;
    const RowId id = context.row.id();
    if (const Column* moved = moved_past_gap(row, context.form)) {
        findings.add({moved->field, id}, "原文这一行缺一个单元格，后面的内容左移了；导入时已按内容归位（“" +
                                             shorten((row.*moved->cell).text, 20) + "”归到“" +
                                             short_label(context.form, moved->field) + "”），请核对原表。");
        return;
    }
    if (context.row.target.kind == TargetKind::number)
        return;
    const std::string target = short_label(context.form, Field::target_value);
    if (is_target(row.description) && is_source(row.target, context.profile)) {
        Finding& finding =
            findings.add({Field::target_value, id},
                         "“" + target + "”里是“" + shorten(row.target.text, 20) + "”，像是依据；“" +
                             short_label(context.form, Field::description) + "”里是“" + row.description.text +
                             "”，像是指标值：这一行整体左移了一格。");
        finding.related.push_back({Field::description, id});
    } else if (row.target.empty() && row.target_unit.empty() && is_target(row.basis)) {
        Finding& finding =
            findings.add({Field::target_value, id},
                         "“" + target + "”空着，“" + short_label(context.form, Field::basis) + "”里是“" +
                             row.basis.text + "”，像是指标值：这一行整体右移了一格。");
        finding.related.push_back({Field::basis, id});
    } else if (is_explanation(row.target, context.profile) && is_target(row.explanation)) {
        Finding& finding = findings.add({Field::target_value, id},
                                        "“" + target + "”里是文字“" + shorten(row.target.text, 20) + "”，“" +
                                            short_label(context.form, Field::explanation) + "”里是“" +
                                            row.explanation.text + "”，像是指标值：两格填反了。");
        finding.related.push_back({Field::explanation, id});
    }
}

constexpr Example examples[] = {
    {"indicator: 产出指标 | 数量指标 | 培训次数 | ≥5次 | 年度工作计划 |",
     "projects[0].indicators[0].target_value"},
    {"indicator: 产出指标 | 数量指标 | 宣传册印制数量 | 500册 | 项目实施方案 |",
     "projects[0].indicators[0].target_value"},
    {"indicator: 产出指标 | 数量指标 | 培训次数 | 开展培训的次数 | | ≥5次",
     "projects[0].indicators[0].target_value"},
    {"indicator: 产出指标 | 数量指标 | 培训次数 | 开展培训 | 指全年开展培训的次数 | 年度工作计划 | ≥5次",
     "projects[0].indicators[0].target_value"},
    {"indicator: 产出指标 | 数量指标 | 培训次数 | 开展培训的次数 | ≥5次 | 年度工作计划", ""},
    {"indicator: 产出指标 | 质量指标 | 培训考核等级 | 考核的等级 | 优秀 | 考核办法 | ≥90分", ""},
    {"indicator: 产出指标 | 数量指标 | 培训次数 | 全年5次 | ≥5次 | 年度工作计划", ""},
    {"indicator: 产出指标 | 数量指标 | 制定计划数 | 5项 | 5项计划 | 年度工作计划", ""},
    {"indicator: 产出指标 | 质量指标 | 验收标准 | 工程验收执行的标准 | 达到国家标准 | 施工合同", ""},
    {"indicator: 产出指标 | 数量指标 | 培训次数 | ≥5次 | ≥5次 |", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "shifted-cells",
    .severity = Severity::error,
    .title = "一行的内容错位",
    .title_en = "Cells of a row are shifted",
    .check_row = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "少一个或多一个单元格，后面的内容就整体错位，指标值、依据都落到别的栏里，系统读不出指标值。",
    .how_to_mend = "对照表头把每一项移回自己的栏，缺的那一栏补填。",
    .source = "各地绩效目标表样的栏目（从已公开文本归纳）",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::shifted_cells
