#include "base/text.h"
#include "base/utf8.h"
#include "check/explanation.h"
#include "check/values.h"

#include <array>
#include <optional>

namespace jibiao::check::date_format_inconsistent {
namespace {

/// How a date is written: what stands between year and month, and whether the day is stated.
struct Style {
    char32_t mark = 0; ///< 0: without the year.
    bool day = false;

    bool operator==(const Style&) const = default;
};

struct Seen {
    FieldRef at;
    std::string text;
    Style style;
};

std::optional<Style> style_of(const TargetValue& value) {
    const std::string& text = value.text;
    if (value.from.month == 0)
        return std::nullopt;
    const std::size_t digit = text.find_first_of("0123456789");
    if (digit == std::string::npos)
        return std::nullopt;
    if (value.kind == TargetKind::date && (value.from.year == 0 || value.from.day == 0))
        return std::nullopt; // 12月底, 2021年底: words that any form may use.
    const std::size_t end = text.find_first_not_of("0123456789", digit);
    const bool year = end != std::string::npos && end - digit == 4;
    if (end == std::string::npos || (!year && value.from.year != 0))
        return std::nullopt;
    return Style{year ? code_point_at(text, end).value : 0, value.from.day > 0};
}

/// Of one field, in which periods are compared with periods and dates with dates.
class Styles {
  public:
    explicit Styles(Findings& findings) : findings_(findings) {}

    void see(FieldRef at, const TargetValue& value) {
        if (value.kind != TargetKind::period && value.kind != TargetKind::date)
            return;
        const std::size_t kind = value.kind == TargetKind::period ? 0 : 1;
        const auto style = style_of(value);
        if (!style || reported_[kind])
            return;
        if (!first_[kind])
            first_[kind] = Seen{at, value.text, *style};
        else if (first_[kind]->style != *style)
            report(kind, at, value.text);
    }

  private:
    void report(std::size_t kind, FieldRef at, const std::string& text) {
        reported_[kind] = true;
        findings_
            .add(at, "“" + text + "”与前面的“" + first_[kind]->text + "”写法不同，同一份文本里" +
                         (kind == 0 ? "时间段" : "日期") + "的写法应统一。")
            .related.push_back(first_[kind]->at);
    }

    Findings& findings_;
    std::array<std::optional<Seen>, 2> first_;
    std::array<bool, 2> reported_{};
};

void check(const Context& context, Findings& findings) {
    Styles periods(findings), phases(findings), targets(findings);
    for (const auto& facts : context.facts.projects) {
        const Project& project = *facts->project;
        if (!project.period.empty())
            periods.see({Field::period, project.id}, read_target(project.period.text));
        for (const Phase& phase : project.phases)
            phases.see({Field::phase_period, phase.id}, read_target(phase.period.text));
        for (const auto& row : facts->rows)
            targets.see({Field::target_value, row->id()}, row->target);
    }
}

constexpr Example examples[] = {
    {"indicator: 产出指标 | 时效指标 | 展览时间 | 展出的时间 | 2021.4.1-2021.10.31 | 年度工作计划\n"
     "project: 设备购置\n"
     "indicator: 产出指标 | 时效指标 | 展览时间 | 展出的时间 | 2021.4-2021.10 | 年度工作计划",
     "projects[1].indicators[2].target_value"},
    {"indicator: 产出指标 | 时效指标 | 展览时间 | 展出的时间 | 2021.4-2021.10 | 年度工作计划\n"
     "project: 设备购置\n"
     "indicator: 产出指标 | 时效指标 | 展览时间 | 展出的时间 | 2021年4月-2021年10月 | 年度工作计划",
     "projects[1].indicators[2].target_value"},
    {"indicator: 产出指标 | 时效指标 | 完成时间 | 完成的时间 | 2021年10月31日 | 年度工作计划\n"
     "project: 设备购置\n"
     "indicator: 产出指标 | 时效指标 | 完成时间 | 完成的时间 | 2021-10-31 | 年度工作计划",
     "projects[1].indicators[2].target_value"},
    {"indicator: 产出指标 | 时效指标 | 展览时间 | 展出的时间 | 2021.4.1-2021.10.31 | 年度工作计划\n"
     "project: 设备购置\n"
     "indicator: 产出指标 | 时效指标 | 展览时间 | 展出的时间 | 2021.5.6-2021.12.31 | 年度工作计划",
     ""},
    {"indicator: 产出指标 | 时效指标 | 展览时间 | 展出的时间 | 2021.4.1-2021.10.31 | 年度工作计划\n"
     "project: 设备购置\n"
     "indicator: 产出指标 | 时效指标 | 完成时间 | 完成的时间 | 12月底前 | 年度工作计划",
     ""},
    {"indicator: 产出指标 | 时效指标 | 完成时间 | 完成的时间 | 2021年10月31日前 | 年度工作计划\n"
     "project: 设备购置\n"
     "indicator: 产出指标 | 时效指标 | 完成时间 | 完成的时间 | 2021年底 | 年度工作计划",
     ""},
    {"template: gz-2024\nperiod: 2024年1月至2024年12月\nphase: 1月至6月 | 采购\nphase: 7月至12月 | 验收", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "date-format-inconsistent",
    .severity = Severity::hint,
    .title = "日期写法不统一",
    .title_en = "Dates written in several ways",
    .check_book = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why =
        "同一份文本里日期时而到月、时而到日，时而用点、时而用横线，看起来像几份文本拼成，汇总时也难以比较。",
    .how_to_mend = "全文用同一种写法，例如“2021年3月1日至2021年12月31日”。",
    .source = "经验：公开文本中的写法",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::date_format_inconsistent
