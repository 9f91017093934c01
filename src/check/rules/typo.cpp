#include "base/text.h"
#include "check/explanation.h"
#include "check/reading.h"

namespace jibiao::check::typo {
namespace {

bool is_exempt(Field field) {
    return field == Field::leader || field == Field::handler || field == Field::reviewed_by ||
           field == Field::contents_text || field == Field::catalogue_code || field == Field::code;
}

constexpr std::string_view reaction = "反应";

/// A description that begins with 反应 explains what a number shows: 反映. 反应时间, 反应堆 are nouns.
bool begins_with_reaction(const CellContext& context) {
    const std::string_view text = context.cell.text;
    if (context.at.field != Field::description && context.at.field != Field::explanation)
        return false;
    if (!text.starts_with(reaction) || text.size() < reaction.size() + 6)
        return false;
    const Words& nouns = context.profile.list("nouns_with_reaction");
    return !starts_with_any(text.substr(reaction.size()), nouns);
}

void check_reaction(const CellContext& context, Findings& findings) {
    const std::string mended = "反映" + context.cell.text.substr(reaction.size());
    findings.add(context.at, "“反应”应为“反映”：指标反映情况。").fix =
        Fix{"改为“反映”", edit::set_text(context.at, mended, "改正错别字")};
}

/// 的 for 地 is a slip that few mind.
bool is_particle(const WordTable::Entry& entry) {
    return replace_all(entry.word, "的", "地") == entry.value;
}

void check(const CellContext& context, Findings& findings) {
    const std::string& text = context.cell.text;
    if (text.size() < 6 || is_exempt(context.at.field))
        return;
    if (begins_with_reaction(context)) {
        check_reaction(context, findings);
        return;
    }
    const WordTable& typos = context.profile.table("typos");
    std::size_t at = 0;
    const WordTable::Entry* first = typos.find_in(text, at);
    if (!first)
        return;
    std::string mended = text.substr(0, at);
    std::string listed;
    bool only_particles = true;
    for (const WordTable::Entry* entry = first; entry; entry = typos.find_in(text, at)) {
        if (!contains(listed, "“" + entry->word + "”"))
            listed +=
                (listed.empty() ? "" : "，") + std::string("“") + entry->word + "”应为“" + entry->value + "”";
        only_particles = only_particles && is_particle(*entry);
        mended += entry->value;
        at += entry->word.size();
        std::size_t next = at;
        mended += text.substr(at, (typos.find_in(text, next) ? next : text.size()) - at);
    }
    Finding& finding = findings.add(context.at, listed + "。");
    finding.fix = Fix{"改正错别字", edit::set_text(context.at, mended, "改正错别字")};
    if (only_particles)
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
    {"indicator: 产出指标 | 时效指标 | 应急反应时间 | 反应时间的长短 | 2021年11月底前 | 年度工作计划", ""},
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
