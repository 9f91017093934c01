#include "base/hash.h"
#include "base/text.h"
#include "base/utf8.h"
#include "check/explanation.h"
#include "check/measures.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

namespace jibiao::check::indicator_duplicated {
namespace {

using Row = std::shared_ptr<const RowFacts>;

auto content_of(const RowFacts& row) {
    return std::tie(row.name, row.target_text, row.description, row.explanation);
}

bool states_something(const Row& row, const Profile& profile) {
    return !row->name.empty() && !row->target_text.empty() && !is_any(row->name, profile.void_words);
}

std::uint64_t hash_of_content(const RowFacts& row) {
    Hash hash;
    for (const std::string* text : {&row.name, &row.target_text, &row.description, &row.explanation})
        hash.add_bytes(text->data(), text->size());
    return hash.value();
}

void find_same_rows(const ProjectContext& context, Findings& findings) {
    const std::vector<Row>& rows = context.facts.rows;
    std::unordered_map<std::uint64_t, std::size_t> known; // The last of each content.
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Row& row = rows[i];
        if (!states_something(row, context.profile))
            continue;
        const auto [entry, is_new] = known.emplace(hash_of_content(*row), i);
        const RowFacts& before = *rows[std::exchange(entry->second, i)];
        if (is_new || content_of(before) != content_of(*row))
            continue;
        Finding& finding = findings.add({Field::indicator_name, row->id()},
                                        "“" + row->row->name.text + "”（" + row->target_text + "）与" +
                                            (row->kind == before.kind ? "前面" : before.row->level2.text) +
                                            "的一行完全相同，应删去一行或改为另一个指标。");
        finding.related.push_back({Field::indicator_name, before.id()});
    }
}

bool measures_satisfaction(const Row& row, const Profile& profile) {
    return row->target.kind == TargetKind::number && is_satisfaction(row->measured.name, profile);
}

/// Satisfaction once more under 社会效益, with the same value.
void find_second_satisfaction(const ProjectContext& context, Findings& findings) {
    const Row* own = nullptr;
    for (const Row& row : context.facts.rows) {
        if (row->kind == CategoryKind::satisfaction && measures_satisfaction(row, context.profile))
            own = &row;
    }
    if (!own)
        return;
    for (const Row& row : context.facts.rows) {
        if (row->kind == CategoryKind::satisfaction || content_of(*row) == content_of(**own) ||
            !measures_satisfaction(row, context.profile) || row->target.amount() != (*own)->target.amount())
            continue;
        Finding& finding =
            findings.add({Field::indicator_name, row->id()},
                         "“" + row->row->name.text + "”与满意度指标“" + (*own)->row->name.text +
                             "”衡量的是同一件事，指标值也都是" + stated_target(*row, context.form) + "。");
        finding.severity = Severity::warning;
        finding.related.push_back({Field::indicator_name, (*own)->id()});
    }
}

/// People or things in such a number that nobody counts them twice by chance.
bool is_telling(const RowFacts& row, const Profile& profile) {
    return row.target.kind == TargetKind::number && is_count(measure_of(row, profile)) &&
           row.target.amount() >= Decimal::whole(profile.limit("telling_number", 100));
}

/// What a row states besides its name, where nobody says the same by chance: a sentence in the column of
/// units, or many people or things.
std::vector<std::string> statements_of(const RowFacts& row, const Profile& profile) {
    constexpr std::size_t shortest_sentence = 5;
    std::vector<std::string> statements;
    if (count_code_points(bare(row.row->target_unit.text)) >= shortest_sentence)
        statements.push_back(row.target_text);
    if (is_telling(row, profile))
        statements.push_back((measure_of(row, profile) == Measure::people ? "人" : "个") +
                             row.target.amount().to_short_string());
    return statements;
}

bool is_other_name(const RowFacts& row, const RowFacts& before, const Profile& profile) {
    return before.kind != row.kind && content_of(row) != content_of(before) &&
           share_a_word(without_fillers(row.name, profile), before.name + before.description);
}

/// The same people or things under another category and another name: 帮扶村民 ≥300人, 得到帮扶人数 ≥300人.
void find_other_names(const ProjectContext& context, Findings& findings) {
    std::map<std::string, const RowFacts*> known;
    for (const Row& row : context.facts.rows) {
        if (row->name.empty() || row->kind == CategoryKind::satisfaction)
            continue;
        const RowFacts* before = nullptr;
        for (const std::string& statement : statements_of(*row, context.profile)) {
            const auto [entry, is_new] = known.emplace(statement, row.get());
            if (!before && !is_new && is_other_name(*row, *entry->second, context.profile))
                before = entry->second;
        }
        if (!before)
            continue;
        Finding& finding =
            findings.add({Field::indicator_name, row->id()},
                         "“" + row->row->name.text + "”与" + before->row->level2.text + "的“" +
                             before->row->name.text + "”说的是同样的" + stated_target(*row, context.form) +
                             "，只是换了类别和名称：保留一行，另一行改成该类别真正要衡量的内容。");
        finding.severity = Severity::warning;
        finding.related.push_back({Field::indicator_name, before->id()});
    }
}

void check(const ProjectContext& context, Findings& findings) {
    find_other_names(context, findings);
    find_same_rows(context, findings);
    find_second_satisfaction(context, findings);
}

constexpr Example examples[] = {
    {"indicator: 效益指标 | 社会效益指标 | 提供优质服务 | 提供优质服务 | 100% | 服务规范 |\n"
     "indicator: 满意度指标 | 服务对象满意度指标 | 提供优质服务 | 提供优质服务 | 100% | 服务规范 |",
     "projects[0].indicators[5].indicator_name"},
    {"indicator: 产出指标 | 数量指标 | 讲座场次 | 科普讲座 | ≥4场 | 年度工作计划 | 全年的场次\n"
     "indicator: 产出指标 | 数量指标 | 讲座场次 | 科普讲座 | ≥4场 | 年度工作计划 | 全年的场次",
     "projects[0].indicators[6].indicator_name"},
    {"indicator: 效益指标 | 社会效益指标 | 居民满意度 | 满意居民的占比 | ≥90% | 调查问卷",
     "projects[0].indicators[4].indicator_name"},
    {"indicator: 产出指标 | 数量指标 | 帮扶村民人数 | 帮扶的村民 | ≥300人 | 年度工作计划\n"
     "indicator: 效益指标 | 社会效益指标 | 村民得到帮扶人数 | 得到帮扶的村民 | ≥300人 | 上年统计数据",
     "projects[0].indicators[4].indicator_name"},
    {"indicator: 产出指标 | 数量指标 | 培训村民人数 | 参加培训的村民 | ≥300人 | 年度工作计划\n"
     "indicator: 效益指标 | 社会效益指标 | 新增就业人数 | 新就业的劳动者 | ≥300人 | 上年统计数据",
     ""},
    {"indicator: 产出指标 | 数量指标 | 讲座场次 | 科普讲座 | ≥4场 | 年度工作计划\n"
     "indicator: 产出指标 | 数量指标 | 讲座场次 | 健康讲座 | ≥4场 | 年度工作计划",
     ""},
    {"indicator: 满意度指标 | 服务对象满意度指标 | 学员满意度 | 满意学员的占比 | ≥90% | 调查问卷\n"
     "indicator: 满意度指标 | 服务对象满意度指标 | 教师满意度 | 满意教师的占比 | ≥90% | 调查问卷",
     ""},
    {"indicator: 效益指标 | 社会效益指标 | 居民满意度 | 满意居民的占比 | ≥85% | 调查问卷", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "indicator-duplicated",
    .severity = Severity::error,
    .title = "同一个指标填了两次",
    .title_en = "The same indicator twice",
    .check_project = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "两行衡量同一件事，评分时同一结果被计两次分，其中一个类别实际上没有指标。",
    .how_to_mend = "保留类别正确的一行，另一行改成该类别真正要衡量的内容。",
    .source = "经验：45 份样本文本中 4 份有重复的行",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::indicator_duplicated
