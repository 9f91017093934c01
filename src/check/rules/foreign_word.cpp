#include "base/utf8.h"
#include "check/explanation.h"
#include "check/reading.h"
#include "check/triggers.h"

#include <string>

namespace jibiao::check::foreign_word {
namespace {

/// The letter in front of `at`, blanks skipped.
char32_t neighbour_before(std::string_view text, std::size_t at) {
    while (at > 0) {
        const char32_t c = code_point_before(text, at);
        if (!is_blank(c))
            return c;
        at -= c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
    }
    return 0;
}

char32_t neighbour_after(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const CodePoint c = code_point_at(text, at);
        if (!is_blank(c.value))
            return c.value;
        at += c.length;
    }
    return 0;
}

bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}

/// The small words of a sentence, and nouns and verbs that end as English ones do.
bool is_foreign(std::string_view word, const Profile& profile) {
    constexpr std::size_t shortest = 6;
    if (is_any(word, profile.list("foreign_names")))
        return false;
    return is_any(word, profile.list("foreign_words")) ||
           (word.size() >= shortest && ends_with_any(word, profile.list("foreign_endings")));
}

void check(const CellContext& context, Findings& findings) {
    const std::string& text = context.cell.text;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_lower(text[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && is_lower(text[end]))
            ++end;
        const std::string_view word(text.data() + at, end - at);
        if (word.size() >= 2 && is_ideograph(neighbour_before(text, at)) &&
            is_ideograph(neighbour_after(text, end)) && is_foreign(word, context.profile)) {
            findings.add(context.at, "中文句子里夹着英文“" + std::string(word) +
                                         "”，可能是翻译或复制时留下的：改成中文。");
            return;
        }
        at = end;
    }
}

constexpr Example examples[] = {
    {"goal: 学习贯彻党的二十大 and 历次全会精神", "projects[0].goals[0]"},
    {"purpose: 用于设备购置or维修", "projects[0].purpose"},
    {"section: 一、总体绩效目标\nparagraph: 完善制度with流程。", "sections[0].body[0]"},
    {"goal: 对签约居民实施全程tracking管理", "projects[0].goals[0]"},
    {"goal: 建设wifi热点，用java语言开发，在nature发表论文", ""},
    {"goal: 推广app应用和python培训", ""},
    {"goal: 推广marketing课程", ""},
    {"goal: 引进 Children’s Museum of Art and Science 展览", ""},
    {"goal: 维护LED屏幕、VIP阅览室和office软件", ""},
};

} // namespace

void triggers(const Profile& profile, CellGate& gate);
void triggers(const Profile& profile, CellGate& gate) {
    gate.add(profile.list("foreign_words"));
    gate.add(profile.list("foreign_endings"));
}

extern const Rule rule;
const Rule rule{
    .id = "foreign-word",
    .severity = Severity::error,
    .title = "中文里夹着英文虚词",
    .title_en = "English function word in a Chinese sentence",
    .check_cell = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "“and”“of”等英文词夹在中文之间，是翻译、识别或粘贴留下的痕迹。",
    .how_to_mend = "改成相应的中文，例如“和”“的”。",
    .source = "经验；国家通用语言文字法第十一条（凭记忆）",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::foreign_word
