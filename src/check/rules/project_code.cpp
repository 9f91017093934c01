#include "base/text.h"
#include "base/utf8.h"
#include "check/explanation.h"
#include "check/reading.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace jibiao::check::project_code {
namespace {

constexpr std::size_t district_length = 6;
constexpr std::size_t year_length = 2;

bool is_code_character(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
}

struct Code {
    const Project* project = nullptr;
    std::string text; ///< Folded.
    bool sound = false;
};

std::size_t length_of_codes(const Profile& profile) {
    return static_cast<std::size_t>(profile.limit("project_code_length", 21));
}

bool is_number(std::string_view text) {
    return text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::vector<Code> codes_of(const Context& context) {
    std::vector<Code> codes;
    for (const Project& project : context.book.projects) {
        if (project.code.empty())
            continue;
        std::string text = fold(project.code.text);
        if (is_any(text, context.profile.void_words) || contains_any(text, context.profile.placeholders))
            continue;
        const bool sound = text.size() == length_of_codes(context.profile) &&
                           std::ranges::all_of(text, is_code_character) &&
                           is_number(std::string_view(text).substr(0, district_length + year_length));
        codes.push_back({&project, std::move(text), sound});
    }
    return codes;
}

FieldRef at(const Code& code) {
    return {Field::code, code.project->id};
}

/// Nearly a code: it begins like one and is nearly as long.
bool is_slip(std::string_view text, std::size_t length) {
    constexpr std::size_t most = 2;
    return text.size() + most >= length && text.size() <= length + most &&
           is_number(text.substr(0, district_length + year_length));
}

void check_shape(const Code& code, std::size_t length, bool others_are_sound, Findings& findings) {
    const auto wrong = std::ranges::find_if_not(code.text, is_code_character);
    const std::string wanted =
        "应为 " + std::to_string(length) + " 位：6 位区划、2 位年份，后面是数字和大写字母。";
    Finding* finding = nullptr;
    if (wrong != code.text.end() && code.text.size() >= length) {
        const std::string_view rest =
            std::string_view(code.text).substr(static_cast<std::size_t>(wrong - code.text.begin()));
        finding = &findings.add(at(code), "项目编码“" + code.project->code.text + "”里有“" +
                                              shorten(rest, 1) + "”，" + wanted);
    } else if (code.text.size() != length) {
        finding =
            &findings.add(at(code), "项目编码“" + code.project->code.text + "”是 " +
                                        std::to_string(count_code_points(code.text)) + " 位，" + wanted);
    } else {
        finding = &findings.add(at(code), "项目编码“" + code.project->code.text +
                                              "”的前 8 位不是区划和年份，" + wanted);
    }
    // A book of other codes than the national ones may come from before they were introduced.
    if (!others_are_sound && !is_slip(code.text, length))
        finding->severity = Severity::hint;
}

void check_year(const Code& code, int year, Findings& findings) {
    const int stated =
        2000 + (code.text[district_length] - '0') * 10 + (code.text[district_length + 1] - '0');
    if (year > 0 && stated > year)
        findings.add(at(code), "项目编码里的年份是 " + std::to_string(stated) + " 年，晚于本表的 " +
                                   std::to_string(year) + " 年。");
}

void check_same(const std::vector<Code>& codes, Findings& findings) {
    std::map<std::string_view, const Code*> first;
    for (const Code& code : codes) {
        const auto [found, is_new] = first.emplace(code.text, &code);
        if (is_new)
            continue;
        const Project& other = *found->second->project;
        Finding& finding =
            findings.add(at(code), "项目编码与“" + other.name.text + "”的相同，一个编码只对应一个项目。");
        finding.related.push_back({Field::code, other.id});
        if (fold(other.name.text) == fold(code.project->name.text))
            finding.severity = Severity::warning; // The same project twice.
    }
}

/// A project passed down from above keeps the district of its origin.
void check_district(const std::vector<Code>& codes, Findings& findings) {
    constexpr std::ptrdiff_t enough = 3;
    std::map<std::string_view, std::ptrdiff_t> count;
    for (const Code& code : codes) {
        if (code.sound)
            ++count[std::string_view(code.text).substr(0, district_length)];
    }
    if (count.size() < 2)
        return;
    const auto usual = std::ranges::max_element(count, {}, [](const auto& entry) { return entry.second; });
    for (const Code& code : codes) {
        const std::string_view district = std::string_view(code.text).substr(0, district_length);
        if (!code.sound || usual->second < enough || count[district] > 1)
            continue;
        findings
            .add(at(code), "项目编码的区划“" + std::string(district) + "”与其他 " +
                               std::to_string(usual->second) + " 个项目的“" + std::string(usual->first) +
                               "”不同，请核对；上级下达的项目除外。")
            .severity = Severity::hint;
    }
}

void check(const Context& context, Findings& findings) {
    const std::vector<Code> codes = codes_of(context);
    if (codes.empty())
        return;
    const bool any_sound = std::ranges::any_of(codes, &Code::sound);
    for (const Code& code : codes) {
        if (code.sound)
            check_year(code, context.book.year, findings);
        else
            check_shape(code, length_of_codes(context.profile), any_sound, findings);
    }
    check_same(codes, findings);
    check_district(codes, findings);
}

constexpr Example examples[] = {
    {"code: 99010021P0070221004", "projects[0].code"},
    {"code: 99010021P00702210044w", "projects[0].code"},
    {"code: 99010022P00702210044W", "projects[0].code"},
    {"code: 99010021P00702210044W\nproject: 设备购置\ncode: 99010021P00702210044W", "projects[1].code"},
    {"code: 99010021P00702210041A\nproject: 设备购置\ncode: 99010021P00702210042B\nproject: 展览经费\n"
     "code: 99010021P00702210043C\nproject: 宣传经费\ncode: 99000021P00702210044D",
     "projects[3].code"},
    {"code: 20210035", "projects[0].code"},
    {"code: 99010021P00702210044W", ""},
    {"code: 99010019P00702210044W", ""},
    {"code: 9901 0021 P007 0221 0044 W", ""},
    {"code: ９９０１００２１P00702210044W", ""},
    {"code: 无", ""},
    {"code:", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "project-code",
    .severity = Severity::error,
    .title = "项目编码不对",
    .title_en = "Wrong project code",
    .check_book = check,
    .reads_names_only = true,
};

extern const Explanation explanation;
const Explanation explanation{
    .why =
        "项目编码由预算管理一体化系统生成，绩效目标按它和预算项目对应。抄错一位就对不上，或者对到别的项目。",
    .how_to_mend = "从系统中复制该项目的编码：6 位区划、2 位年份、13 位数字或大写字母，共 21 位。",
    .source = "财政业务数据标准：项目代码 21 位（一体化系统字段长度，已见）；已公开文本中的编码",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::project_code
