#include "base/sort.h"
#include "base/text.h"
#include "check/explanation.h"
#include "check/reading.h"
#include "check/wording.h"

#include <algorithm>

namespace jibiao::check::purpose_too_vague {
namespace {

constexpr int restates = 60; ///< Share of the name's pairs of letters, in per cent.

/// What the purpose says beside “保障…正常运转”, “…经费”.
std::string_view core_of(std::string_view purpose, const Profile& profile) {
    return without_ends(purpose, profile.list("purpose_openings"), profile.list("purpose_endings"));
}

/// 编印《年鉴》 of 《年鉴》编印经费: no letter that is not in the name.
bool only_turns_round(Letters said, Letters name) {
    constexpr std::size_t fewest = 4;
    jibiao::sort(said);
    jibiao::sort(name);
    return said.size() >= fewest && std::ranges::includes(name, said);
}

bool is_vague(std::string_view purpose, const ProjectContext& context) {
    const Profile& profile = context.profile;
    const std::string_view core = core_of(purpose, profile);
    const Letters letters = letters_of(core);
    if (letters.size() <= static_cast<std::size_t>(profile.limit("purpose_empty_letters", 2)))
        return true;
    const Letters name = letters_of(context.facts.name);
    const Letters said = letters_of(purpose);
    if (said == name || said.size() <= static_cast<std::size_t>(profile.limit("purpose_shortest_letters", 4)))
        return true;
    if (only_turns_round(said, name))
        return true;
    if (core.size() == purpose.size())
        return false;
    if (contains_any(purpose, profile.list("running_words")) &&
        letters.size() <= static_cast<std::size_t>(profile.limit("purpose_vague_letters", 8)))
        return true;
    return share_of(letters, name) >= restates;
}

void check(const ProjectContext& context, Findings& findings) {
    const Project& project = context.project;
    if (project.purpose.empty() || project.kind == ProjectKind::department)
        return;
    const auto clauses = clauses_of(context.facts.purpose);
    if (clauses.size() != 1 || has_quantity(clauses.front(), context.profile))
        return;
    if (!is_vague(clauses.front(), context))
        return;
    Finding& finding = findings.add(
        {Field::purpose, project.id},
        short_label(context.form, Field::purpose) + "只写了“" + shorten(project.purpose.text, 30) +
            "”，看不出钱花在哪些事上：写明买什么、办什么、给谁，例如数量和标准。");
    finding.related = {{Field::name, project.id}};
}

constexpr Example examples[] = {
    {"name: 《科普年鉴》编印经费\npurpose: 编印《科普年鉴》", "projects[0].purpose"},
    {"purpose: 活动经费", "projects[0].purpose"},
    {"name: 科普展厅运行经费\npurpose: 科普展厅运行费用。", "projects[0].purpose"},
    {"purpose: 保障展厅工作的正常运行", "projects[0].purpose"},
    {"name: 图书馆免费开放补助\npurpose: 图书馆免费开放补助", "projects[0].purpose"},
    {"purpose: 保障展厅正常运转，支付水电费和讲解员劳务费。", ""},
    {"purpose: 设备购置", "projects[0].purpose"},
    {"purpose: 物业管理费", ""},
    {"name: 信访维稳专项\npurpose: 聘请法律顾问坐班接待来访群众", ""},
    {"purpose: 补助市县基层组织科普行动计划实施工作", ""},
    {"purpose: 购置电脑20台", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "purpose-too-vague",
    .severity = Severity::hint,
    .title = "资金用途太笼统",
    .title_en = "Purpose of the money is too vague",
    .check_project = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "资金用途只重复项目名称，或只说“保障正常运转”，审核人员无法判断预算是否合理。",
    .how_to_mend = "写明资金用在哪些具体事项、对象和数量上。",
    .source = "项目支出绩效目标表填报说明“资金用途应具体”（凭记忆）；已公开文本的常见问题",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::purpose_too_vague
