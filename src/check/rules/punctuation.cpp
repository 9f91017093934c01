#include "base/text.h"
#include "base/utf8.h"
#include "check/explanation.h"

namespace jibiao::check::punctuation {
namespace {

/// Texts in sentences: elsewhere commas may separate the parts of a code or a name.
bool is_running_text(Field field) {
    switch (field) {
    case Field::paragraph:
    case Field::duties:
    case Field::purpose:
    case Field::organisation:
    case Field::rules:
    case Field::goal:
    case Field::detail_goal:
    case Field::phase_text:
    case Field::description:
    case Field::explanation:
        return true;
    default:
        return false;
    }
}

constexpr std::u32string_view marks = U"，。、；：！？";

bool is_mark(char32_t c) {
    return marks.find(c) != std::u32string_view::npos;
}

/// The Chinese mark for an ASCII one; 0 for all that may stand between ideographs (3:1, a.b, ratio).
char32_t chinese_for(char32_t c) {
    return c == U',' ? U'，' : c == U';' ? U'；' : c == U'!' ? U'！' : c == U'?' ? U'？' : 0;
}

struct Mended {
    std::string text;
    std::string ascii;   ///< The first ASCII mark with its neighbours.
    std::string doubled; ///< The first pair of marks that cannot stand together.
    int count = 0;
};

/// Of two marks that follow each other one is too many: the same twice, or a stop beside a comma.
/// ！！ and ？！ are used on purpose, 。。。 stands for an ellipsis.
bool cannot_follow(char32_t first, char32_t second) {
    constexpr std::u32string_view weak = U"，、；";
    const auto is_weak = [weak](char32_t c) { return weak.find(c) != std::u32string_view::npos; };
    return (is_weak(first) && (is_weak(second) || second == U'。')) || (first == U'。' && is_weak(second)) ||
           (first == U'。' && second == U'。') || (first == U'：' && second == U'：');
}

Mended mend(std::string_view text) {
    Mended result;
    char32_t before = 0;
    const auto points = code_points(text);
    const auto at = [&points](std::size_t i) { return i < points.size() ? points[i].value : 0; };
    for (std::size_t i = 0; i < points.size(); ++i) {
        const char32_t c = points[i].value;
        const char32_t after = at(i + 1);
        const char32_t mark = chinese_for(c);
        if (mark != 0 && is_ideograph(before) && is_ideograph(after)) {
            if (result.ascii.empty())
                result.ascii = text.substr(points[i - 1].offset, points[i + 1].offset + points[i + 1].length -
                                                                     points[i - 1].offset);
            ++result.count;
            append_utf8(result.text, mark);
            before = c;
            continue;
        }
        const bool ellipsis = c == U'。' && (after == U'。' || (i >= 2 && at(i - 2) == U'。'));
        if (is_mark(before) && cannot_follow(before, c) && !ellipsis) {
            if (result.doubled.empty())
                append_utf8(result.doubled, before), append_utf8(result.doubled, c);
            if (c == U'。') { // The stop is meant.
                while (!result.text.empty() && code_point_before(result.text, result.text.size()) == before)
                    result.text.resize(result.text.size() - 3);
                append_utf8(result.text, c);
                before = c;
            }
            continue;
        }
        result.text += text.substr(points[i].offset, points[i].length);
        before = c;
    }
    return result;
}

/// Spares most texts the search: an ASCII mark, or two Chinese marks in a row.
bool may_be_wrong(std::string_view text) {
    bool mark_before = false;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = code_point_at(text, at);
        const bool mark = is_mark(c.value);
        if (chinese_for(c.value) != 0 || (mark && mark_before))
            return true;
        mark_before = mark;
        at += c.length;
    }
    return false;
}

void check(const CellContext& context, Findings& findings) {
    const std::string& text = context.cell.text;
    if (text.size() < 12 || !is_running_text(context.at.field) || !may_be_wrong(text))
        return;
    const Mended mended = mend(text);
    if (mended.ascii.empty() && mended.doubled.empty())
        return;
    std::string message;
    if (!mended.doubled.empty())
        message = "标点“" + mended.doubled + "”连用，多了一个。";
    if (!mended.ascii.empty())
        message += "中文句子里用了英文标点“" + mended.ascii + "”" +
                   (mended.count > 1 ? "，共 " + std::to_string(mended.count) + " 处" : "") +
                   "，应改用中文标点。";
    Finding& finding = findings.add(context.at, message);
    if (mended.doubled.empty())
        finding.severity = Severity::hint;
    finding.fix = Fix{"改正标点", edit::set_text(context.at, mended.text, "改正标点")};
}

constexpr Example examples[] = {
    {"goal: 开展培训,提高素质", "projects[0].goals[0]", "开展培训，提高素质"},
    {"purpose: 用于购置设备，，改善条件、。", "projects[0].purpose", "用于购置设备，改善条件。"},
    {"goal: 组织评审;公布结果", "projects[0].goals[0]", "组织评审；公布结果"},
    {"goal: 全年支出1,200万元，比例为3:1", ""},
    {"goal: 推广APP,WPS等软件，举办“科普,”展", ""},
    {"purpose: 这样做行吗？！等等。。。", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "punctuation",
    .severity = Severity::error,
    .title = "标点有误",
    .title_en = "Wrong punctuation",
    .check_cell = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "标点连用是录入错误；中英文标点混用让文本不规范，导入系统后也不好断句。",
    .how_to_mend = "删去多余的标点，中文句子用中文标点。",
    .source = "GB/T 15834—2011《标点符号用法》（凭记忆）；经验",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::punctuation
