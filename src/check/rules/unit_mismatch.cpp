#include "base/text.h"
#include "base/utf8.h"
#include "check/explanation.h"
#include "check/measures.h"
#include "check/triggers.h"
#include "check/values.h"

#include <algorithm>
#include <optional>

namespace jibiao::check::unit_mismatch {
namespace {

/// people, things, time …; "" if the unit is not known. 人/年 counts as 人.
std::string_view class_of_unit(std::string_view unit, const WordTable& classes) {
    const WordTable::Entry* found = classes.find(unit.substr(0, unit.find('/')));
    return found ? std::string_view(found->value) : std::string_view();
}

bool names_a_rate(const RowFacts& row, const Profile& profile) {
    const std::string& name = row.measured.name;
    return ends_with_any(name, profile.list("rate_endings")) && !profile.unit_of_name.ending_of(name);
}

void report(const RowFacts& row, const std::string& should, Severity severity, Findings& findings) {
    findings
        .add({Field::target_value, row.id()}, "“" + row.row->name.text + "”" + should + "，指标值却是“" +
                                                  quoted_target(row) + "”，名称与单位对不上。")
        .severity = severity;
}

void check_rate(const RowContext& context, Findings& findings) {
    const RowFacts& row = context.row;
    const std::string_view unit_class = class_of_unit(row.target.unit, context.profile.table("unit_classes"));
    const bool money = is_money(row.target);
    if (!money && (unit_class.empty() || contains(row.target.unit, "/")))
        return;
    report(row, "是比率，应以“%”计", money || unit_class == "人" ? Severity::error : Severity::warning,
           findings);
}

void check_class(const RowContext& context, const std::string& expected, Findings& findings) {
    const RowFacts& row = context.row;
    const Profile& profile = context.profile;
    const std::string named = "应以" + expected + "计";
    if (is_rate(row.target)) {
        const std::string all = row.measured.name + row.description + row.explanation;
        if (expected == "金额" || contains_any(all, profile.ratio_words) ||
            contains_any(all, profile.uncapped_words))
            return;
        return report(row, named, Severity::warning, findings);
    }
    if (expected == "数")
        return; // 采购数量: any unit but a percentage.
    const std::string_view actual = class_of_unit(row.target.unit, profile.table("unit_classes"));
    if (actual.empty() || actual == expected)
        return;
    const bool visits = contains_any(row.measured.name, profile.list("visit_words"));
    if (expected == "人" && actual == "人次" && visits)
        return; // 参观人数 1.2万人次 is how people speak.
    const bool slip =
        (expected == "人" && actual == "个数") || (expected == "个数" && actual == "人"); // 230个 of people.
    const bool both_people = (expected == "人次" && actual == "人") || (expected == "人" && actual == "人次");
    const Severity other = both_people ? Severity::hint : Severity::error;
    report(row, named, slip ? Severity::warning : other, findings);
}

/// 学校个数 answered by how often something was done.
bool counts_activities(const RowFacts& row, const Profile& profile) {
    return ends_with_any(row.measured.name, profile.list("thing_counts")) &&
           is_any(row.target.unit, profile.list("times_units"));
}

/// 年度物业费 and 15元/平方米月: the price of another period.
std::string_view other_period(const RowFacts& row, const Profile& profile) {
    if (!is_price(row.target))
        return {};
    const std::string words = row.measured.name + row.description;
    const bool yearly = contains_any(words, profile.list("yearly_price_words"));
    const bool monthly = contains_any(words, profile.list("monthly_price_words"));
    if (yearly && !monthly && row.target.unit.ends_with("月"))
        return "说的是一年";
    return monthly && !yearly && row.target.unit.ends_with("年") ? "说的是一个月" : "";
}

/// 参观人数（人） with 人次 in the value.
bool contradicts_brackets(const RowFacts& row, const WordTable& classes) {
    const std::string& stated = row.measured.in_brackets;
    const std::string& unit = row.target.unit;
    if (stated.empty() || row.target.multiplier != 1)
        return false;
    const std::string_view stated_class = is_percent(stated) ? "%" : class_of_unit(stated, classes);
    const std::string_view unit_class = is_percent(unit) ? "%" : class_of_unit(unit, classes);
    return !stated_class.empty() && !unit_class.empty() && stated_class != unit_class;
}

/// 听课人数 described as 听课人次: one of the two is not what is counted.
bool counts_persons_twice(const RowFacts& row) {
    return row.measured.name.ends_with("人数") && row.description.ends_with("人次") &&
           bare(row.description) == row.description; // Else it states a number of its own.
}

void check_row(const RowContext& context, Findings& findings) {
    const RowFacts& row = context.row;
    if (counts_persons_twice(row))
        findings
            .add({Field::description, row.id()}, "“" + row.row->name.text + "”以人计，描述“" +
                                                     row.row->description.text +
                                                     "”却以人次计：一个人来几次算几个人次，应统一。")
            .severity = Severity::hint;
    const TargetKind kind = row.target.kind;
    const Profile& profile = context.profile;
    if (kind == TargetKind::period || kind == TargetKind::date) {
        if (ends_with_any(row.measured.name, profile.list("duration_names")))
            report(row, "问的是用多长时间", Severity::hint, findings);
        return;
    }
    if (kind != TargetKind::number || row.target.unit.empty())
        return;
    if (const std::string_view period = other_period(row, profile); !period.empty())
        return report(row, std::string(period), Severity::warning, findings);
    if (counts_activities(row, profile))
        return report(row, "数的是对象", Severity::warning, findings);
    if (contradicts_brackets(row, profile.table("unit_classes")))
        return report(row, "括号里的单位是“" + row.measured.in_brackets + "”", Severity::hint, findings);
    if (const auto* expected = profile.table("class_of_name").ending_of(row.measured.name))
        return check_class(context, expected->value, findings);
    if (!is_percent(row.target.unit) && names_a_rate(row, profile))
        check_rate(context, findings);
}

/// The unit behind the number that follows `text`: 不低于5万人次 → 人次.
std::optional<std::string_view> unit_after_number(std::string_view text, const Words& bridges,
                                                  const Words& wrong_units) {
    for (const std::string& bridge : bridges) {
        if (text.starts_with(bridge)) {
            text.remove_prefix(bridge.size());
            break;
        }
    }
    const std::size_t end = std::min(text.find_first_not_of("0123456789,."), text.size());
    if (end == 0)
        return std::nullopt;
    text.remove_prefix(end);
    if (text.starts_with("万"))
        text.remove_prefix(std::string_view("万").size());
    for (const std::string& unit : wrong_units) {
        if (text.starts_with(unit))
            return text.substr(0, unit.size());
    }
    return std::nullopt;
}

/// 受益人口不低于5000人次: in paragraphs and goals.
void check_cell(const CellContext& context, Findings& findings) {
    const Field field = context.at.field;
    if ((field != Field::paragraph && field != Field::goal && field != Field::detail_goal) ||
        !has_digit(context.cell.text))
        return;
    const Words& wrong = context.profile.list("not_units_of_population");
    const Words& bridges = context.profile.list("number_bridges");
    for (const std::string& noun : context.profile.list("population_words")) {
        if (!contains(context.cell.text, noun))
            continue;
        const std::string text = fold(context.cell.text);
        for (std::size_t at = text.find(noun); at != std::string::npos; at = text.find(noun, at + 1)) {
            const auto unit =
                unit_after_number(std::string_view(text).substr(at + noun.size()), bridges, wrong);
            if (!unit)
                continue;
            findings
                .add(context.at, "“" + noun + "”以人计，这里的数字却以“" + std::string(*unit) +
                                     "”计：一个人参加几次算几个人次，两者不能混用。")
                .severity = Severity::hint;
            return;
        }
    }
}

constexpr Example examples[] = {
    {"indicator: 满意度指标 | 服务对象满意度指标 | 参训人员满意度 | 满意的学员 | ≥90人 | 调查问卷",
     "projects[0].indicators[5].target_value"},
    {"indicator: 满意度指标 | 服务对象满意度指标 | 参训人员满意度 | 问卷平均得分 | ≥90分 | 调查问卷", ""},
    {"indicator: 产出指标 | 数量指标 | 参观人次 | 全年参观的人次 | ≥220天 | 年度工作计划",
     "projects[0].indicators[0].target_value"},
    {"indicator: 产出指标 | 成本指标 | 成本控制率 | 支出占预算的比例 | ≤27万元 | 项目预算",
     "projects[0].indicators[3].target_value"},
    {"indicator: 产出指标 | 数量指标 | 参训人数 | 参加培训的人数 | ≥230个 | 年度工作计划",
     "projects[0].indicators[0].target_value"},
    {"indicator: 产出指标 | 数量指标 | 免费检查人数 | 接受检查的妇女 | ≥4500人次 | 年度工作计划",
     "projects[0].indicators[0].target_value"},
    {"indicator: 产出指标 | 数量指标 | 参观人数（人） | 参观的人数 | ≥230人次 | 年度工作计划",
     "projects[0].indicators[0].target_value"},
    {"indicator: 产出指标 | 时效指标 | 建成站点所需时间 | 建成的时间 | 2021.4-2021.12 | 年度工作计划",
     "projects[0].indicators[2].target_value"},
    {"indicator: 产出指标 | 数量指标 | 培训次数 | 开展培训的次数 | ≥95% | 年度工作计划",
     "projects[0].indicators[0].target_value"},
    {"indicator: 产出指标 | 数量指标 | 设备采购数量 | 采购设备 | 100% | 年度工作计划",
     "projects[0].indicators[0].target_value"},
    {"indicator: 产出指标 | 数量指标 | 参加讲座人数 | 参加讲座的居民人次 | ≥1200人 | 年度工作计划",
     "projects[0].indicators[0].description"},
    {"goal: 全年受益人口不低于5000人次。", "projects[0].goals[0]"},
    {"indicator: 产出指标 | 数量指标 | 巡展学校个数 | 到达的学校 | ≥18次 | 年度工作计划",
     "projects[0].indicators[0].target_value"},
    {"indicator: 产出指标 | 成本指标 | 年度单位面积保洁费 | 每平方米一年的支出 | ≤15元/平方米·月 | 合同",
     "projects[0].indicators[3].target_value"},
    {"indicator: 产出指标 | 成本指标 | 单位面积保洁费 | 每平方米每月的支出 | ≤15元/平方米·月 | 合同\n"
     "indicator: 产出指标 | 成本指标 | 项目总成本 | 项目支出总额 | ≤27万元 | 项目预算",
     ""},
    {"indicator: 产出指标 | 数量指标 | 培训次数 | 开展培训的次数 | ≥5场 | 年度工作计划", ""},
    {"indicator: 产出指标 | 数量指标 | 设备采购数量 | 采购设备 | 12台 | 年度工作计划", ""},
    {"indicator: 产出指标 | 数量指标 | 参观人数 | 参观的人数 | ≥1.2万人次 | 年度工作计划", ""},
    {"indicator: 产出指标 | 数量指标 | 培训人数 | 培训人数占应培训人数的比例 | ≥95% | 年度工作计划", ""},
    {"indicator: 效益指标 | 社会效益指标 | 受益人数增长率 | 比上年增长 | ≥5% | 上年统计数据", ""},
    {"indicator: 产出指标 | 质量指标 | 巡查频率 | 巡查的次数 | ≥2次/月 | 年度工作计划", ""},
    {"indicator: 满意度指标 | 服务对象满意度指标 | 参训人员满意度 | 满意的程度 | ≥90分 | 调查问卷", ""},
    {"goal: 全年受益人口不低于5000人，参观5000人次。", ""},
    {"indicator: 产出指标 | 数量指标 | 改造面积（平方米） | 改造的面积 | ≥300㎡ | 年度工作计划", ""},
};

} // namespace

void triggers(const Profile& profile, CellGate& gate);
void triggers(const Profile& profile, CellGate& gate) {
    gate.add(profile.list("population_words"));
}

extern const Rule rule;
const Rule rule{
    .id = "unit-mismatch",
    .severity = Severity::error,
    .title = "单位与指标名称对不上",
    .title_en = "Unit does not fit the indicator's name",
    .check_cell = check_cell,
    .check_row = check_row,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "名称问的是人次，指标值答的是天数；名称是比率，指标值却是金额。这样的指标无法考核。",
    .how_to_mend = "按名称改单位和数值，或者把名称改成指标值真正衡量的内容。",
    .source = "经验：45 份样本文本中 13 份单位缺失或错误",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::unit_mismatch
