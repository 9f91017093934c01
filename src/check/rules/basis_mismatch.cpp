#include "check/explanation.h"
#include "check/measures.h"

namespace jibiao::check::basis_mismatch {
namespace {

/// 申报项目 of 申报项目数量.
std::string_view thing_of(std::string_view text, const Words& endings) {
    std::size_t longest = 0;
    for (const std::string& ending : endings) {
        if (text.ends_with(ending) && ending.size() > longest)
            longest = ending.size();
    }
    return longest == 0 ? std::string_view{} : text.substr(0, text.size() - longest);
}

/// Two counts of things can be told apart by their words. People, days and rates have too many names.
bool counts_alike(const RowFacts& row, std::string_view ending) {
    return row.measured.name.ends_with(ending) || row.description.ends_with(ending);
}

void check(const RowContext& context, Findings& findings) {
    const RowFacts& row = context.row;
    constexpr std::size_t shortest = 2 * 3; // Two ideographs.
    if (row.basis.empty() || row.measured.name.empty() || row.description.empty())
        return;
    const std::string_view thing = thing_of(row.basis, context.profile.list("thing_count_endings"));
    const std::string_view ending = std::string_view(row.basis).substr(thing.size());
    if (thing.size() < shortest || !counts_alike(row, ending) || share_a_word(thing, row.name) ||
        share_a_word(thing, row.description) || contains_any(row.basis, context.profile.list("source_words")))
        return;
    Finding& finding = findings.add({Field::basis, row.id()},
                                    "依据“" + row.row->basis.text + "”与三级指标“" + row.row->name.text +
                                        "”、描述“" + row.row->description.text + "”说的不是同一件事。");
    finding.related = {{Field::indicator_name, row.id()}, {Field::description, row.id()}};
}

constexpr Example examples[] = {
    {"indicator: 产出指标 | 数量指标 | 讲座数量 | 举办讲座的数量 | ≥5场 | 资助课题数量",
     "projects[0].indicators[0].basis"},
    {"indicator: 产出指标 | 数量指标 | 站点建设 | 建设站点的个数 | ≥5个 | 参评企业个数",
     "projects[0].indicators[0].basis"},
    {"indicator: 产出指标 | 数量指标 | 专利申请件数 | 企业申请的专利 | ≥5件 | 调解纠纷件数",
     "projects[0].indicators[0].basis"},
    {"indicator: 产出指标 | 数量指标 | 讲座数量 | 举办讲座的数量 | ≥5场 | 全年讲座数量", ""},
    {"indicator: 效益指标 | 社会效益指标 | 受益观众人数 | 受益的观众 | ≥300人 | 年参观人数", ""},
    {"indicator: 产出指标 | 数量指标 | 讲座数量 | 举办讲座的数量 | ≥5场 | 合同约定数量", ""},
    {"indicator: 产出指标 | 数量指标 | 讲座数量 | 举办讲座的数量 | ≥5场 | 数量", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "basis-mismatch",
    .severity = Severity::hint,
    .title = "依据与指标说的不是一件事",
    .title_en = "Basis speaks of something else",
    .check_row = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "名称衡量活动，依据却是另一个对象的数量，多半是从别的行或别的项目抄来的。",
    .how_to_mend = "核对这一行要衡量什么，把名称、描述和依据改成同一对象。",
    .source = "经验：从已公开文本归纳",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::basis_mismatch
