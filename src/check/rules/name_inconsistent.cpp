#include "base/sort.h"
#include "base/text.h"
#include "base/utf8.h"
#include "check/explanation.h"
#include "check/reading.h"
#include "check/wording.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

namespace jibiao::check::name_inconsistent {
namespace {

constexpr std::size_t most_compared =
    500;                               ///< Each is compared with each: a hostile file must not take minutes.
constexpr std::size_t longest_gap = 8; ///< Letters by which two spellings of one title may differ.

struct Title {
    std::string_view text; ///< As printed, with 《》.
    Letters letters;
    FieldRef at;
};

std::size_t common_beginning(const Letters& a, const Letters& b) {
    return static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
}

std::size_t common_end(const Letters& a, const Letters& b) {
    const auto [end, other] = std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend());
    return static_cast<std::size_t>(end - a.rbegin());
}

Letters digits_of(const Letters& letters) {
    Letters digits;
    std::ranges::copy_if(letters, std::back_inserter(digits), is_digit);
    return digits;
}

/// One is the other with some words left out: 科普经费管理办法, 科学技术普及经费管理办法.
bool are_spellings(const Letters& a, const Letters& b) {
    const Letters& shorter = a.size() < b.size() ? a : b;
    const Letters& longer = a.size() < b.size() ? b : a;
    return shorter.size() >= 8 && longer.size() > shorter.size() &&
           longer.size() - shorter.size() <= longest_gap && common_beginning(a, b) >= 3 &&
           common_end(a, b) >= 2 && is_shortened(shorter, longer) && digits_of(a) == digits_of(b);
}

/// What stands between two marks in a text: its offset and length without them.
struct Marked {
    std::size_t begin = 0;
    std::size_t length = 0;
};

std::vector<Marked> marked_in(std::string_view text, std::string_view open, std::string_view close) {
    std::vector<Marked> found;
    for (std::size_t at = text.find(open); at != std::string_view::npos;) {
        const std::size_t begin = at + open.size();
        const std::size_t end = text.find(close, begin);
        if (end == std::string_view::npos)
            break;
        found.push_back({begin, end - begin});
        at = text.find(open, end);
    }
    return found;
}

/// Each title once, in the order of the book; in quotation marks those of programmes only.
std::vector<Title> titles_of(const Context& context) {
    constexpr std::size_t shortest = 24;
    const auto& endings = context.profile.list("programme_endings");
    std::vector<Title> titles;
    std::map<std::string_view, std::size_t> known;
    for_each_marked_cell(context.facts, [&](FieldRef at, const Cell& cell) {
        const std::string_view text = cell.text;
        const auto add = [&](const Marked& marked, std::size_t marks) {
            const std::string_view title = text.substr(marked.begin, marked.length);
            const std::string_view printed = text.substr(marked.begin - marks, marked.length + 2 * marks);
            if (title.size() >= shortest && known.emplace(printed, titles.size()).second)
                titles.push_back({printed, letters_of(title), at});
        };
        for (const Marked& marked : marked_in(text, "《", "》"))
            add(marked, 3);
        for (const Marked& marked : marked_in(text, "“", "”")) {
            if (ends_with_any(text.substr(marked.begin, marked.length), endings))
                add(marked, 3);
        }
    });
    return titles;
}

/// “科普”小镇 beside “科普小镇”. In another paragraph it may be meant: “三公”经费 in the heading of a form.
void check_quotes(const Context& context, Findings& findings) {
    constexpr std::size_t longest_rest = 8; // Letters.
    for_each_marked_cell(context.facts, [&](FieldRef at, const Cell& cell) {
        const std::string_view text = cell.text;
        const auto all = marked_in(text, "“", "”");
        std::set<std::string_view> quoted;
        for (const Marked& marked : all)
            quoted.insert(text.substr(marked.begin, marked.length));
        for (const Marked& marked : all) {
            const std::string first(text.substr(marked.begin, marked.length));
            const std::string_view after = text.substr(marked.begin + marked.length + 3);
            std::string whole = first;
            std::size_t end = 0;
            for (std::size_t letters = 0; letters < longest_rest && end < after.size(); ++letters) {
                const CodePoint c = code_point_at(after, end);
                if (!is_ideograph(c.value))
                    break;
                whole += after.substr(end, c.length);
                end += c.length;
                if (first.empty() || !quoted.contains(whole))
                    continue;
                findings.add(at, "同一段里两种写法：“" + first + "”" + whole.substr(first.size()) + "和“" +
                                     whole + "”，引号的位置应统一。");
                return;
            }
        }
    });
}

void check_titles(const Context& context, Findings& findings) {
    auto titles = titles_of(context);
    if (titles.size() > most_compared)
        titles.resize(most_compared);
    for (std::size_t i = 1; i < titles.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (!are_spellings(titles[i].letters, titles[j].letters))
                continue;
            findings
                .add(titles[i].at, "同一份文件两种写法：这里是" + std::string(titles[i].text) + "，前面是" +
                                       std::string(titles[j].text) + "，核对全称后统一。")
                .related = {titles[j].at};
            break;
        }
    }
}

/// 道路运输管理局 where the table of units has 道路运输管理处.
void check_units(const Context& context, Findings& findings) {
    constexpr std::size_t shortest = 24;
    const auto& endings = context.profile.list("unit_endings");
    std::map<std::string_view, std::string_view> units; // Without their last letter → whole.
    std::set<std::string_view> names;
    FieldRef first{};
    for (const Section& section : context.book.sections) {
        for (const Table& table : section.tables) {
            for (const TableRow& row : table.rows) {
                const std::string_view name = row.label.text;
                names.insert(name);
                if (name.size() < shortest || !ends_with_any(name, endings) || units.size() >= most_compared)
                    continue;
                if (units.emplace(name.substr(0, name.size() - 3), name).second && first.row == 0)
                    first = {Field::item_label, row.id};
            }
        }
    }
    if (units.empty())
        return;
    for (const Section& section : context.book.sections) {
        for (const Paragraph& paragraph : section.body) {
            const std::string_view text = paragraph.text.text;
            for (const auto& [stem, whole] : units) {
                const std::size_t at = text.find(stem);
                const std::size_t size = stem.size() + 3;
                if (at == std::string_view::npos || at + size > text.size())
                    continue;
                const std::string_view said = text.substr(at, size);
                if (said == whole || names.contains(said) || !ends_with_any(said, endings))
                    continue;
                findings
                    .add({Field::paragraph, paragraph.id}, "这里写“" + std::string(said) + "”，单位表里是“" +
                                                               std::string(whole) + "”，核对后统一。")
                    .related = {first};
                break;
            }
        }
    }
}

Letters sorted_letters(std::string_view text) {
    Letters letters = letters_of(text);
    jibiao::sort(letters);
    return letters;
}

/// A unit's name, as its letters in order tell it.
struct UnitName {
    std::string_view name;
    Letters letters;
    RowId project = 0; ///< The first that has it.
};

/// The same letters in another order: 疾病控制预防中心 for the unit 疾病预防控制中心. Offset, npos if it is
/// nowhere.
std::size_t find_reordered(std::string_view text, const UnitName& unit) {
    const std::string_view opening = unit.name.substr(0, 2 * 3); // Its first letters stand where they belong.
    for (std::size_t at = text.find(opening); at != std::string_view::npos; at = text.find(opening, at + 1)) {
        const std::string_view said = text.substr(at, unit.name.size());
        if (said != unit.name && sorted_letters(said) == unit.letters)
            return at;
    }
    return std::string_view::npos;
}

void check_unit_letters(const Context& context, Findings& findings) {
    constexpr std::size_t shortest = 6 * 3;
    constexpr std::size_t longest = 40 * 3;
    std::vector<UnitName> units;
    for (const Project& project : context.book.projects) {
        const std::string_view name = project.unit_name.text;
        if (name.size() >= shortest && name.size() <= longest && units.size() < most_compared &&
            std::ranges::find(units, name, &UnitName::name) == units.end())
            units.push_back({name, sorted_letters(name), project.id});
    }
    const auto look = [&](FieldRef at, const Cell& cell) {
        for (const UnitName& unit : units) {
            const std::size_t found = find_reordered(cell.text, unit);
            if (found == std::string_view::npos)
                continue;
            findings
                .add(at, "这里写“" + cell.text.substr(found, unit.name.size()) + "”，单位名称是“" +
                             std::string(unit.name) + "”，字序应一致。")
                .related = {{Field::unit_name, unit.project}};
            return;
        }
    };
    for (const Section& section : context.book.sections) {
        for (const Paragraph& paragraph : section.body)
            look({Field::paragraph, paragraph.id}, paragraph.text);
    }
    for (const Project& project : context.book.projects) {
        look({Field::purpose, project.id}, project.purpose);
        for (const Goal& goal : project.goals)
            look({Field::goal, goal.id}, goal.text);
    }
}

struct Named {
    Letters letters;
    const RowFacts* row = nullptr;
};

std::vector<Named> names_of(const BookFacts& facts, ProjectKind kind) {
    std::vector<Named> names;
    for (const auto& project : facts.projects) {
        if (project->project->kind != kind)
            continue;
        for (const auto& row : project->rows) {
            Letters letters = letters_of(row->measured.name);
            if (letters.size() >= 6 && row->target.kind == TargetKind::number)
                names.push_back({std::move(letters), row.get()});
        }
    }
    return names;
}

/// The same target under a name with a word more or less.
bool is_same_indicator(const Named& a, const Named& b) {
    const Letters& shorter = a.letters.size() < b.letters.size() ? a.letters : b.letters;
    const Letters& longer = a.letters.size() < b.letters.size() ? b.letters : a.letters;
    return longer.size() > shorter.size() && longer.size() - shorter.size() <= 2 &&
           is_shortened(shorter, longer) && a.row->target.unit == b.row->target.unit &&
           a.row->target.amount() == b.row->target.amount();
}

/// Indicators of the projects against those of the department.
void check_indicators(const Context& context, Findings& findings) {
    auto department = names_of(context.facts, ProjectKind::department);
    if (department.size() > most_compared)
        department.resize(most_compared);
    if (department.empty())
        return;
    for (const Named& name : names_of(context.facts, ProjectKind::project)) {
        const auto other = std::ranges::find_if(
            department, [&name](const Named& one) { return is_same_indicator(name, one); });
        const bool exact = std::ranges::any_of(
            department, [&name](const Named& one) { return one.letters == name.letters; });
        if (other == department.end() || exact)
            continue;
        findings
            .add({Field::indicator_name, name.row->id()}, "部门整体表里同一指标叫“" +
                                                              other->row->row->name.text + "”，这里叫“" +
                                                              name.row->row->name.text + "”，指标值相同（" +
                                                              name.row->row->target.text + "），名称应一致。")
            .related = {{Field::indicator_name, other->row->id()}};
    }
}

void check(const Context& context, Findings& findings) {
    check_titles(context, findings);
    check_quotes(context, findings);
    check_units(context, findings);
    check_unit_letters(context, findings);
    check_indicators(context, findings);
}

constexpr Example examples[] = {
    {"purpose: 依据《示例省省级科普经费管理暂行办法》\n"
     "rules: 《示例省省级科学技术普及专项经费管理暂行办法》",
     "projects[0].rules"},
    {"kind: department\nindicator: 产出指标 | 数量指标 | 社区科普宣传栏数量 | 建成的宣传栏 | ≥4个 | 计划\n"
     "project: 科普\nindicator: 产出指标 | 数量指标 | 科普宣传栏数量 | 建成的宣传栏 | ≥4个 | 计划",
     "projects[1].indicators[0].indicator_name"},
    {"unit_name: 样例县疾病预防控制中心\nsection: 一、总体绩效目标\n"
     "paragraph: 依托样例县疾病控制预防中心，加强监测预警。",
     "sections[0].body[0]"},
    {"goal: 执行《样例县部门预算绩效管理办法》\ngoal: 执行《样例县预算绩效管理办法》",
     "projects[0].goals[1]"},
    {"goal: 执行《样例县捐赠款物管理办法》\ngoal: 执行《样例县捐赠款物管理暂行办法》",
     "projects[0].goals[1]"},
    {"goal: 落实“基层科普行动计划”\ngoal: 按照“基层科普益民行动计划”建立基地", "projects[0].goals[1]"},
    {"goal: 建设“科普小镇”试点，打造该村的“科普”小镇", "projects[0].goals[0]"},
    {"goal: 建设“科普小镇”试点\ngoal: 打造该村的“科普”小镇", ""},
    {"template: heb-2020-open\nsection: 一、机构设置\ntable: institutions\nrow: "
     "样例市道路运输管理处\nsection: 二、资产情况\n"
     "paragraph: 我局与样例市道路运输管理局在同一大楼办公。",
     "sections[1].body[0]"},
    {"template: heb-2020-open\nsection: 一、机构设置\ntable: institutions\nrow: "
     "样例市道路运输管理处\nsection: 二、资产情况\n"
     "paragraph: 样例市道路运输管理工作由样例市道路运输管理处承担。",
     ""},
    {"goal: 开展“科普”宣传，建设“科普小镇”，举办“科普日”", ""},
    {"goal: 参加“全国青少年科技创新大赛”和“全省青少年科技创新大赛”", ""},
    {"goal: 执行《样例县政府投资项目管理办法》和《示例市政府投资项目管理办法》", ""},
    {"goal: 执行《示例市全民健身计划（2016—2020年）》和《示例市全民健身实施计划（2021—2025年）》", ""},
    {"kind: department\nindicator: 产出指标 | 数量指标 | 社区科普宣传栏数量 | 建成的宣传栏 | ≥9个 | 计划\n"
     "project: 科普\nindicator: 产出指标 | 数量指标 | 科普宣传栏数量 | 建成的宣传栏 | ≥4个 | 计划",
     ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "name-inconsistent",
    .severity = Severity::hint,
    .title = "同一名称写法不一致",
    .title_en = "One name, two spellings",
    .check_book = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "同一份文件或同一个指标在文本里有两种写法，读者不知道是不是同一个。",
    .how_to_mend = "核对文件和指标的正式名称，全文统一。",
    .source = "经验；GB/T 9704—2012 公文引用名称的要求（凭记忆）",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::name_inconsistent
