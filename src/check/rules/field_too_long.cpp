#include "base/utf8.h"
#include "check/explanation.h"
#include "check/reading.h"

#include <array>
#include <string>

namespace jibiao::check::field_too_long {
namespace {

struct Limit {
    Field field;
    std::string_view key; ///< Of the profile's limits.
};
constexpr std::array limits{Limit{Field::name, "longest_project_name"}, Limit{Field::goal, "longest_goal"},
                            Limit{Field::detail_goal, "longest_goal"},
                            Limit{Field::indicator_name, "longest_indicator_name"},
                            Limit{Field::target_value, "longest_target_value"}};

/// No limit is shorter: most cells need not be counted.
constexpr std::size_t always_short = 180;

void check(const CellContext& context, Findings& findings) {
    if (context.cell.text.size() <= always_short)
        return;
    for (const Limit& limit : limits) {
        if (limit.field != context.at.field)
            continue;
        const int most = context.profile.limit(limit.key, 0);
        const std::size_t length = count_code_points(context.cell.text);
        if (most > 0 && length > static_cast<std::size_t>(most))
            findings.add(context.at, "“" + short_label(context.form, limit.field) + "”有 " +
                                         std::to_string(length) + " 个字，最多 " + std::to_string(most) +
                                         " 个，超出 " +
                                         std::to_string(length - static_cast<std::size_t>(most)) + " 个。");
    }
}

#define JIBIAO_60                                                                                                                                               \
    "关于提前下达年度基层科学普及行动计划专项资金用于农村社区学校场馆活动设备宣传培训竞赛展览志愿服务等工作" \
    "经费安排与使用管理的项目"

constexpr Example examples[] = {
    {"name: " JIBIAO_60 JIBIAO_60 JIBIAO_60 JIBIAO_60, "projects[0].name"},
    {"project: 设备购置\nname: " JIBIAO_60 JIBIAO_60 JIBIAO_60 JIBIAO_60, "projects[1].name"},
    {"name: " JIBIAO_60 "，" JIBIAO_60 "，" JIBIAO_60 "，" JIBIAO_60, "projects[0].name"},
    {"name: " JIBIAO_60 JIBIAO_60, ""},
    {"goal: " JIBIAO_60 JIBIAO_60 JIBIAO_60 JIBIAO_60, ""},
    {"purpose: " JIBIAO_60 JIBIAO_60 JIBIAO_60 JIBIAO_60, ""},
};

#undef JIBIAO_60

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "field-too-long",
    .severity = Severity::warning,
    .title = "内容超过系统允许的长度",
    .title_en = "Longer than the system allows",
    .check_cell = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "系统按数据标准限制字数，超长的内容会被拒收或截断。",
    .how_to_mend = "压缩文字，只写要点；说明和依据写到它们自己的栏里。",
    .source =
        "执行国家财政数据标准的系统的字段长度：项目名称 180、绩效目标 2000、指标名称和指标值 1000（已见）",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::field_too_long
