#include "base/sort.h"
#include "base/text.h"
#include "check/explanation.h"
#include "check/fixed_names.h"
#include "check/measures.h"
#include "check/reading.h"
#include "check/wording.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace jibiao::check::typo {
namespace {

bool is_exempt(Field field) {
    return field == Field::leader || field == Field::handler || field == Field::reviewed_by ||
           field == Field::contents_text || field == Field::catalogue_code || field == Field::code;
}

/// A wrong form in a text, by bytes.
struct Slip {
    std::size_t at = 0;
    std::size_t length = 0;
    std::string_view right;
    bool certain = true;
    bool particle = false; ///< 的 for 地 is a slip that few mind.
    std::size_t order = 0; ///< In which they were found: of two at one place the first stays.
};
using Slips = std::vector<Slip>;

void add_listed(const CellContext& context, Slips& slips) {
    const WordTable& typos = context.profile.table("typos");
    std::size_t at = 0;
    while (const WordTable::Entry* entry = typos.find_in(context.cell.text, at)) {
        if (entry->word != entry->value) // 公布署名 stands in the table to hide 布署 in it.
            slips.push_back({at, entry->word.size(), entry->value, true,
                             replace_all(entry->word, "的", "地") == entry->value});
        at += entry->word.size();
    }
}

/// Of a profile; made anew when another one is asked for.
const FixedNames& names_of(const Profile& profile) {
    const Words& names = profile.list("fixed_names");
    thread_local const Words* known = nullptr;
    thread_local std::string last;
    thread_local FixedNames index({}, {}, {}, "");
    const std::string_view now = names.empty() ? std::string_view{} : std::string_view(names.back());
    if (known != &names || last != now) {
        const Words& letters = profile.list("function_letters");
        index = FixedNames(names, profile.list("fixed_phrases"), profile.list("alike_letters"),
                           letters.empty() ? std::string_view{} : std::string_view(letters.front()));
        known = &names;
        last = now;
    }
    return index;
}

void add_names(const CellContext& context, Slips& slips) {
    for (const FixedNames::Slip& slip : names_of(context.profile).find(context.cell.text))
        slips.push_back({slip.at, slip.length, slip.right, slip.certain});
}

constexpr std::string_view reaction = "反应";

/// The longest of `words` that `text` begins with.
std::size_t beginning_of(std::string_view text, const Words& words) {
    return words.front_of(text).size();
}

/// 读者反应 as a basis: what readers said.
bool is_said_by_people(const CellContext& context, std::string_view clause, std::size_t at) {
    return context.at.field == Field::basis && at + reaction.size() == clause.size() &&
           ends_with_any(clause.substr(0, at), context.profile.list("persons"));
}

/// 反应物业服务质量, 真实反应群众诉求 are said of what shows something: 反映. 反应时间, 反应物 are nouns.
bool shows_something(const CellContext& context, std::string_view clause, std::size_t at) {
    const Profile& profile = context.profile;
    const std::string_view rest = clause.substr(at + reaction.size());
    if (rest.size() < 6 || beginning_of(rest, profile.list("nouns_with_reaction")) >
                               beginning_of(rest, profile.list("things_reflected")))
        return false;
    const Field field = context.at.field;
    if (at == 0 && (field == Field::description || field == Field::explanation))
        return true;
    if (at != 0 && !ends_with_any(clause.substr(0, at), profile.list("reflecting_openings")))
        return false;
    return ends_with_any(rest, profile.list("reflected_endings"));
}

void add_reactions(const CellContext& context, Slips& slips) {
    const std::string_view text = context.cell.text;
    if (!contains(text, reaction))
        return;
    for (const std::string_view clause : clauses_of(text)) {
        const std::size_t at = clause.find(reaction);
        if (at == std::string_view::npos ||
            (!shows_something(context, clause, at) && !is_said_by_people(context, clause, at)))
            continue;
        const auto begin = static_cast<std::size_t>(clause.data() - text.data());
        slips.push_back({begin + at, reaction.size(), "反映"});
    }
}

/// Without those that lie over an earlier one.
void put_in_order(Slips& slips) {
    for (std::size_t i = 0; i < slips.size(); ++i)
        slips[i].order = i;
    jibiao::sort(slips, {}, [](const Slip& slip) { return std::pair(slip.at, slip.order); });
    std::size_t free = 0;
    std::erase_if(slips, [&free](const Slip& slip) {
        const bool covered = slip.at < free;
        free = std::max(free, slip.at + slip.length);
        return covered;
    });
}

/// 帮扶人数被: such a word leads to another one. 植被 is a word of its own.
bool is_cut_off(const CellContext& context) {
    switch (context.at.field) {
    case Field::indicator_name:
    case Field::description:
    case Field::basis:
    case Field::explanation:
        break;
    default:
        return false;
    }
    const std::string_view text = context.cell.text;
    return ends_with_any(text, context.profile.list("leading_words")) &&
           !ends_with_any(text, context.profile.list("words_like_leading"));
}

/// 建立示范基 for the name 建立示范基地: the description is the name, and its last letter is lost.
void check_row(const RowContext& context, Findings& findings) {
    constexpr std::size_t shortest = 5 * 3; // 5 ideographs.
    const RowFacts& row = context.row;
    const std::string& name = row.measured.name;
    const std::string& text = row.description;
    if (text.size() < shortest || text.size() + 3 != name.size() || !name.starts_with(text) ||
        ends_in_measure(name, context.profile) || ends_in_measure(text, context.profile))
        return;
    const FieldRef at{Field::description, row.id()};
    Finding& finding =
        findings.add(at, "“" + row.row->description.text + "”末尾缺了“" + name.substr(text.size()) +
                             "”：三级指标是“" + row.row->name.text + "”。");
    finding.related = {{Field::indicator_name, row.id()}};
}

void check(const CellContext& context, Findings& findings) {
    const std::string& text = context.cell.text;
    if (text.size() < 6 || is_exempt(context.at.field))
        return;
    if (is_cut_off(context))
        findings.add(context.at, "“" + shorten(text, 24) + "”的最后一个字后面缺字，或者字序颠倒了。");
    Slips slips;
    add_listed(context, slips);
    add_names(context, slips);
    add_reactions(context, slips);
    if (slips.empty())
        return;
    put_in_order(slips);
    std::string mended;
    std::string listed;
    std::size_t at = 0;
    for (const Slip& slip : slips) {
        const std::string wrong = text.substr(slip.at, slip.length);
        if (!contains(listed, "“" + wrong + "”"))
            listed += (listed.empty() ? "“" : "，“") + wrong + "”应为“" + std::string(slip.right) + "”";
        mended += text.substr(at, slip.at - at);
        mended += slip.right;
        at = slip.at + slip.length;
    }
    mended += text.substr(at);
    Finding& finding = findings.add(context.at, listed + "。");
    finding.fix = Fix{"改正错别字", edit::set_text(context.at, mended, "改正错别字"),
                      std::ranges::all_of(slips, &Slip::certain)};
    if (std::ranges::all_of(slips, &Slip::particle))
        finding.severity = Severity::hint;
}

constexpr Example examples[] = {
    {"purpose: 及时反应群众诉求，设计制做展板", "projects[0].purpose", "及时反映群众诉求，设计制作展板"},
    {"goal: 为乡村振心贡献力量", "projects[0].goals[0]", "为乡村振兴贡献力量"},
    {"indicator: 产出指标 | 数量指标 | 工作布署会次数 | 召开工作布署会的次数 | ≥5次 | 年度工作计划",
     "projects[0].indicators[0].indicator_name projects[0].indicators[0].description", "工作部署会次数"},
    {"section: 一、总体绩效目标\nparagraph: 有针对性的开展培训。", "sections[0].body[0]",
     "有针对性地开展培训。"},
    {"indicator: 产出指标 | 质量指标 | 培训合格率 | 反应培训质量情况 | ≥95% | 年度工作计划",
     "projects[0].indicators[1].description", "反映培训质量情况"},
    {"goal: 做好“科普及农兴村”项目的申报", "projects[0].goals[0]", "做好“科普惠农兴村”项目的申报"},
    {"goal: 完成三大历史人物，做好家庭医签生约服务", "projects[0].goals[0]",
     "完成三大历史任务，做好家庭医生签约服务"},
    {"goal: 推进最低生活保保障和政府购服务", "projects[0].goals[0]", "推进最低生活保障和政府购买服务"},
    {"goal: 选区试点学校，加强监督官理", "projects[0].goals[0]", "选取试点学校，加强监督管理"},
    {"indicator: 产出指标 | 质量指标 | 物业服务验收合格率 | 反应物业服务质量 | ≥95% | 年度工作计划",
     "projects[0].indicators[1].description", "反映物业服务质量"},
    {"purpose: 了解基层动态，真实反应群众诉求", "projects[0].purpose", "了解基层动态，真实反映群众诉求"},
    {"indicator: 产出指标 | 数量指标 | 帮扶人数被 | 接受帮扶的人数 | ≥300人 | 年度工作计划",
     "projects[0].indicators[0].indicator_name"},
    {"indicator: 产出指标 | 数量指标 | 建立村级示范站 | 建立村级示范 | ≥4个 | 年度工作计划",
     "projects[0].indicators[0].description"},
    {"indicator: 产出指标 | 质量指标 | 馆藏适用率 | 适用馆藏的占比 | ≥90% | 读者反应",
     "projects[0].indicators[1].basis", "读者反映"},
    {"indicator: 产出指标 | 数量指标 | 恢复植被 | 恢复的植被 | ≥300亩 | 年度工作计划", ""},
    {"goal: 落实《全民科学素质行动规划纲要》，实施人才强市战略，提高科技管理水平", ""},
    {"goal: 生态环境不断改善，工作方按照计划推进，农业农村布局更加合理", ""},
    {"indicator: 产出指标 | 质量指标 | 反应物浓度达标率 | 反应物浓度的高低 | ≥95% | 年度工作计划", ""},
    {"indicator: 产出指标 | 时效指标 | 应急反应时间 | 反应时间的长短 | 2021年11月底前 | 年度工作计划", ""},
    {"purpose: 统筹布署各项工作，积极主动的开展宣传，防患与未然", "projects[0].purpose",
     "统筹部署各项工作，积极主动地开展宣传，防患于未然"},
    {"purpose: 提高编制做好公布署名，搭建帐篷，企业届时参加，既便民又使用", ""},
    {"purpose: 提高应急反应能力，反映社情民意", ""},
    {"purpose: 截至6月底，报名截止后登录系统核对账目", ""},
    {"purpose: 采取有针对性的措施，制定制度，修订教材，做好各界人士工作", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "typo",
    .severity = Severity::warning,
    .title = "错别字",
    .title_en = "Misspelt word",
    .check_cell = check,
    .check_row = check_row,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "错别字影响文本的严肃性，专有名称写错还会让人误解依据。",
    .how_to_mend = "按提示改正；名称以正式文件为准。",
    .source = "国家语言文字规范和通用词典；混淆词表见配置文件",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::typo
