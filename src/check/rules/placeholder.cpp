#include "base/text.h"
#include "base/utf8.h"
#include "check/explanation.h"
#include "check/reading.h"
#include "check/triggers.h"

#include <array>

namespace jibiao::check::placeholder {
namespace {

char32_t point_after(std::string_view text, std::size_t at) {
    return at < text.size() ? code_point_at(text, at).value : 0;
}

/// A marker counts where it is a word of its own: XX in "XX市", not in "XXL"; 待定 in "时间待定。", not in
/// "等待定点医院".
bool stands_alone(std::string_view text, std::size_t at, std::string_view marker) {
    const char32_t first = code_point_at(marker, 0).value;
    const char32_t before = code_point_before(text, at);
    const char32_t after = point_after(text, at + marker.size());
    if (is_latin(first)) {
        const auto joined = [first](char32_t c) { return c != first && (is_latin(c) || is_digit(c)); };
        return !joined(before) && !joined(after);
    }
    if (is_ideograph(first)) {
        const bool ends = !is_ideograph(after);
        return ends && before != U'等' && before != U'对' && before != U'期';
    }
    return true;
}

/// The first marker that a template left in `text`; "" if none.
std::string_view marker_in(std::string_view text, const Words& markers) {
    for (const std::size_t number : markers.words_in(text)) {
        const std::string& marker = markers[number];
        for (std::size_t at = text.find(marker); at != std::string_view::npos;
             at = text.find(marker, at + 1)) {
            if (stands_alone(text, at, marker))
                return marker;
        }
    }
    return {};
}

/// Names and numbers of people are masked with ** on purpose, and codes may hold any letters.
bool is_exempt(Field field) {
    constexpr std::array exempt{Field::leader, Field::phone, Field::code, Field::unit_code, Field::caption};
    for (const Field one : exempt) {
        if (one == field)
            return true;
    }
    return false;
}

void check_marker(FieldRef at, const Cell& cell, const Profile& profile, Findings& findings) {
    const std::string_view marker = marker_in(cell.text, profile.placeholders);
    if (marker.empty())
        return;
    Finding& finding = findings.add(at, "“" + shorten(cell.text, 30) + "”里的“" + std::string(marker) +
                                            "”是没有替换掉的占位符，应填实际内容。");
    if (at.field == Field::paragraph || at.field == Field::heading)
        finding.severity = Severity::warning;
}

/// A row whose name says 无 states nothing, whatever its other cells say.
void check_row(const RowContext& context, Findings& findings) {
    const Indicator& indicator = *context.row.row;
    if (indicator.name.empty() || !is_any(context.row.name, context.profile.void_words))
        return;
    Finding& finding = findings.add({Field::indicator_name, indicator.id},
                                    "三级指标只写了“" + indicator.name.text +
                                        "”，这一行没有内容：不需要就删去这一行，需要就填实际的指标。");
    finding.severity = Severity::warning;
    finding.fix = Fix{"删去这一行", {"删去空指标行", {edit::RemoveRow{indicator.id}}}, false};
}

void check_cell(const CellContext& context, Findings& findings) {
    if (!is_exempt(context.at.field))
        check_marker(context.at, context.cell, context.profile, findings);
}

constexpr Example examples[] = {
    {"indicator: 产出指标 | 数量指标 | 累计参观人数 | 累计参观人数>=**万人次 | ≥1.8万人次 | 上年统计数据",
     "projects[0].indicators[0].description"},
    {"indicator: 产出指标 | 数量指标 | 培训次数 | 开展培训的次数 | ≥××次 | 年度工作计划",
     "projects[0].indicators[0].target_value"},
    {"goal: 完成XX县科普站点建设", "projects[0].goals[0]"},
    {"purpose: 用于购置设备，型号待定。", "projects[0].purpose"},
    {"indicator: 效益指标 | 生态效益指标 | 无 | 无 | 无 | 年度工作计划",
     "projects[0].indicators[6].indicator_name"},
    {"section: 一、总体绩效目标\nparagraph: 召开××会议。", "sections[0].body[0]"},
    {"purpose: 自二〇〇八年起开展的培训", ""},
    {"leader: 王**\nphone: 138****0000", ""},
    {"goal: 为XXL码演出服配备定制衣架，完善等待定点诊疗的服务", ""},
    {"indicator: 产出指标 | 质量指标 | 安全事故 | 发生的安全事故 | 无 | 年度工作计划", ""},
    {"indicator: 产出指标 | 质量指标 | 培训合格率 | 合格人数/参训人数×100% | ≥95% | 年度工作计划", ""},
};

} // namespace

void triggers(const Profile& profile, CellGate& gate);
void triggers(const Profile& profile, CellGate& gate) {
    gate.add(profile.placeholders);
}

extern const Rule rule;
const Rule rule{
    .id = "placeholder",
    .severity = Severity::error,
    .title = "留有占位符",
    .title_en = "Placeholder left in the form",
    .check_cell = check_cell,
    .check_row = check_row,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "“**”“××”“待定”是表样留给填报人替换的，留在正式文本里说明没有填完，会被退回。"
           "“无”占着一行指标，却没有设定目标。",
    .how_to_mend = "换成实际的内容；不需要的指标行整行删去。",
    .source = "经验：45 份样本文本中 7 份留有表样内容；审计指出空行计分（赤峰市审计局 2023 年通报，已读）",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::placeholder
