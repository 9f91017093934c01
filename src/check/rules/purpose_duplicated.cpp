#include "base/text.h"
#include "check/explanation.h"
#include "check/wording.h"

namespace jibiao::check::purpose_duplicated {
namespace {

constexpr std::size_t most_compared = 200; ///< Projects: each is compared with each.
constexpr int very_like = 85;              ///< Per cent of common pairs of letters.
constexpr std::size_t comparable = 8;
constexpr std::size_t comparable_core = 4;

struct Purpose {
    const Project* project;
    const SortedPairs& pairs;
    Letters core; ///< Without 保障 … 正常运转.
};

std::vector<Purpose> purposes_of(const Context& context) {
    std::vector<Purpose> purposes;
    if (context.facts.projects.size() < 2)
        return purposes; // Nothing to compare with.
    for (const auto& facts : context.facts.projects) {
        const Project& project = *facts->project;
        if (project.kind == ProjectKind::department || project.purpose.empty())
            continue;
        const SortedPairs& pairs = facts->pairs_of_purpose();
        if (pairs.size() < comparable)
            continue;
        const auto clauses = clauses_of(facts->purpose);
        Letters core;
        if (clauses.size() == 1)
            core = letters_of(without_ends(clauses.front(), context.profile.list("purpose_openings"),
                                           context.profile.list("purpose_endings")));
        purposes.push_back({&project, pairs, std::move(core)});
        if (purposes.size() == most_compared)
            break;
    }
    return purposes;
}

bool are_alike(const Purpose& a, const Purpose& b) {
    return (a.core.size() >= comparable_core && a.core == b.core) ||
           check::are_alike(a.pairs, b.pairs, very_like);
}

void check(const Context& context, Findings& findings) {
    const auto purposes = purposes_of(context);
    for (std::size_t i = 1; i < purposes.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (!are_alike(purposes[i], purposes[j]))
                continue;
            const Project& project = *purposes[i].project;
            const Project& other = *purposes[j].project;
            Finding& finding = findings.add({Field::purpose, project.id},
                                            "与项目“" + shorten(other.name.text, 30) + "”的资金用途“" +
                                                shorten(other.purpose.text, 30) +
                                                "”几乎一样：两个项目是否为同一件事花钱，写明各自的范围。");
            finding.related = {{Field::purpose, other.id}};
            break;
        }
    }
}

constexpr Example examples[] = {
    {"project: 科普宣传费", "projects[1].purpose"},
    {"purpose: 保障文化馆展厅正常运转\nproject: 文化馆免费开放\npurpose: 保障文化馆展厅工作的正常开展",
     "projects[1].purpose"},
    {"purpose: 用于支付办公楼水费、电费、取暖费\nproject: 后勤\npurpose: 用于支付办公楼水费、取暖费、电费",
     "projects[1].purpose"},
    {"project: 设备购置\npurpose: 用于更新实验室的老旧检测设备", ""},
    {"purpose: 办公经费\nproject: 设备购置\npurpose: 办公经费", ""},
    {"purpose: 用于支付办公楼物业费\nproject: 设备购置\npurpose: 用于支付宿舍楼维修费", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "purpose-duplicated",
    .severity = Severity::hint,
    .title = "两个项目的资金用途相同",
    .title_en = "Two projects have the same purpose",
    .check_book = check,
    .reads_names_only = true,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "两个项目为同一件事申请资金，容易被认为重复安排预算。",
    .how_to_mend = "合并项目，或写清各自的范围、对象和来源。",
    .source = "经验：预算审核关注重复安排",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::purpose_duplicated
