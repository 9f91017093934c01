#include "base/sort.h"
#include "base/text.h"
#include "base/utf8.h"
#include "check/explanation.h"
#include "model/ordinal.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace jibiao::check::punctuation {
namespace {

constexpr std::u32string_view marks = U"，。、；：！？";

bool is_mark(char32_t c) {
    return marks.find(c) != std::u32string_view::npos;
}

/// The Chinese mark for an ASCII one; 0 for all that may stand between ideographs (3:1, a.b, ratio).
char32_t chinese_for(char32_t c) {
    return c == U',' ? U'，' : c == U';' ? U'；' : c == U'!' ? U'！' : c == U'?' ? U'？' : 0;
}

/// What a Chinese clause may end with in front of a mark, and begin with behind it.
bool ends_clause(char32_t c) {
    return is_ideograph(c) || c == U'%' || std::u32string_view(U"）”》").find(c) != std::u32string_view::npos;
}
bool begins_clause(char32_t c) {
    return is_ideograph(c) || std::u32string_view(U"（“《").find(c) != std::u32string_view::npos;
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
        const bool separates = c == U',' || c == U';';
        if (mark != 0 && ends_clause(before) &&
            (begins_clause(after) || (after == 0 && separates && is_ideograph(before)))) {
            const CodePoint& last = points[std::min(i + 1, points.size() - 1)];
            if (result.ascii.empty())
                result.ascii =
                    text.substr(points[i - 1].offset, last.offset + last.length - points[i - 1].offset);
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

void check_cell(const CellContext& context, Findings& findings) {
    const std::string& text = context.cell.text;
    const bool is_read = is_running_text(context.at.field) || context.at.field == Field::heading;
    if (text.size() < 12 || !is_read || !may_be_wrong(text))
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

// ---- lists
// ---------------------------------------------------------------------------------------------------------

/// An item of a numbered list.
struct Item {
    FieldRef at;
    const Cell* cell = nullptr; ///< Begins with the ordinal.
    Ordinal ordinal;
    FieldRef end_at;
    const Cell* end = nullptr; ///< Where its text ends; nullptr if that is not known.
};
using List = std::vector<Item>;

/// Lists of paragraphs below one heading, and of headings below one.
class ListReader {
  public:
    explicit ListReader(const Book& book) : sections_(book.sections) {}

    std::vector<List> read() {
        for (std::size_t i = 0; i < sections_.size(); ++i) {
            take_heading(i);
            take_paragraphs(sections_[i]);
        }
        for (OpenList& open : open_)
            close(open.items);
        return std::move(lists_);
    }

  private:
    struct OpenList {
        int level = 0;
        List items;
    };

    void close(List& items) {
        if (items.size() > 1)
            lists_.push_back(std::move(items));
        items.clear();
    }

    void take(List& items, Item item) {
        const bool goes_on = !items.empty() && items.back().ordinal.style == item.ordinal.style &&
                             items.back().ordinal.number + 1 == item.ordinal.number;
        if (!goes_on)
            close(items);
        if (item.ordinal.style != OrdinalStyle::none)
            items.push_back(std::move(item));
    }

    void take_heading(std::size_t i) {
        const Section& section = sections_[i];
        while (!open_.empty() && open_.back().level > section.level) {
            close(open_.back().items);
            open_.pop_back();
        }
        if (open_.empty() || open_.back().level < section.level)
            open_.push_back({section.level, {}});
        Item item{
            {Field::heading, section.id}, &section.heading, read_ordinal(section.heading.text), {}, nullptr};
        const bool is_leaf = i + 1 == sections_.size() || sections_[i + 1].level <= section.level;
        if (is_leaf && section.tables.empty() && section.body.size() <= 1) {
            item.end_at = item.at;
            item.end = item.cell;
            for (const Paragraph& paragraph : section.body) {
                item.end_at = {Field::paragraph, paragraph.id};
                const bool is_text =
                    !paragraph.unplaced && read_ordinal(paragraph.text.text).style == OrdinalStyle::none;
                item.end = is_text ? &paragraph.text : nullptr;
            }
        }
        take(open_.back().items, std::move(item));
    }

    void take_paragraphs(const Section& section) {
        List items;
        for (const Paragraph& paragraph : section.body) {
            const FieldRef at{Field::paragraph, paragraph.id};
            const Ordinal ordinal = paragraph.unplaced ? Ordinal{} : read_ordinal(paragraph.text.text);
            if (ordinal.style == OrdinalStyle::none && !items.empty())
                items.back().end = nullptr; // It may go on here, or the list has ended.
            else
                take(items, {at, &paragraph.text, ordinal, at, &paragraph.text});
        }
        close(items);
    }

    const Rows<Section>& sections_;
    std::vector<OpenList> open_;
    std::vector<List> lists_;
};

enum class Ending { stop, comma, lists, none };

Ending ending_of(std::string_view text) {
    constexpr std::u32string_view stops = U"。；;！？!?….";
    constexpr std::u32string_view closing = U"”’」』）)》";
    const auto points = code_points(text);
    for (std::size_t i = points.size(); i-- > 0;) {
        const char32_t c = points[i].value;
        if (stops.find(c) != std::u32string_view::npos)
            return Ending::stop;
        if (c == U'，' || c == U',' || c == U'、')
            return Ending::comma;
        if (c == U'：' || c == U':')
            return Ending::lists;
        if (closing.find(c) == std::u32string_view::npos)
            return Ending::none;
    }
    return Ending::none;
}

/// One item without a stop, or with a comma at its end, among items that have one.
void check_endings(const List& list, Findings& findings) {
    constexpr std::size_t shortest_sentence = 30; // Bytes; shorter ones may be titles.
    const Item* without = nullptr;
    std::size_t stops = 0;
    for (const Item& item : list) {
        if (!item.end)
            continue;
        const Ending ending = ending_of(item.end->text);
        stops += ending == Ending::stop ? 1 : 0;
        if (ending == Ending::stop || ending == Ending::lists)
            continue;
        if (without || item.end->text.size() < shortest_sentence)
            return;
        without = &item;
    }
    if (!without || stops == 0)
        return;
    const std::string& text = without->end->text;
    const bool comma = ending_of(text) == Ending::comma;
    const std::size_t size = comma ? text.size() - (text.back() == ',' ? 1 : 3) : text.size();
    Finding& finding =
        findings.add(without->end_at, std::string("这一条末尾") + (comma ? "是逗号，" : "没有句号，") +
                                          "同一列的其他 " + std::to_string(stops) + " 条都有句末标点。");
    finding.severity = Severity::hint;
    finding.fix = Fix{"补上句号", edit::set_text(without->end_at, text.substr(0, size) + "。", "补上句号")};
}

/// Some goals of a list end with a stop and one or more do not.
void check_goals(const Rows<Goal>& goals, Field field, Findings& findings) {
    const Goal* without = nullptr;
    std::size_t stops = 0;
    for (const Goal& goal : goals) {
        const Ending ending = ending_of(goal.text.text);
        if (goal.text.empty() || ending == Ending::lists)
            continue;
        if (ending == Ending::stop)
            ++stops;
        else if (!without)
            without = &goal;
    }
    if (!without || stops == 0)
        return;
    const std::string& text = without->text.text;
    const std::size_t comma = text.ends_with(',')                            ? 1
                              : text.ends_with("，") || text.ends_with("、") ? std::string_view("，").size()
                                                                             : 0;
    const FieldRef at{field, without->id};
    Finding& finding =
        findings.add(at, "这条目标末尾没有句号，同一栏的其他 " + std::to_string(stops) + " 条有，应统一。");
    finding.severity = Severity::hint;
    finding.fix = Fix{"补上句号", edit::set_text(at, text.substr(0, text.size() - comma) + "。", "补上句号")};
}

bool begins_narrow(const Item& item) {
    return item.cell->text.starts_with("(");
}

/// （五） and (六) in one list.
void check_ordinals(const List& list, Findings& findings) {
    const auto is_bracketed = [](const Item& item) {
        return item.cell->text.starts_with("（") || begins_narrow(item);
    };
    const auto narrow = std::ranges::find_if(list, begins_narrow);
    if (!std::ranges::all_of(list, is_bracketed) || narrow == list.end() ||
        std::ranges::all_of(list, begins_narrow))
        return;
    Finding& finding =
        findings.add(narrow->at, "同一列序号用了两种括号：从“" + shorten(narrow->cell->text, 12) +
                                     "”起有半角“()”，其他是全角“（）”，应统一用全角。");
    finding.severity = Severity::hint;
    edit::Edit edit;
    edit.label = "统一序号的括号";
    for (const Item& item : list) {
        if (!begins_narrow(item))
            continue;
        std::string text = item.cell->text;
        const std::size_t close = text.find(')');
        if (close != std::string::npos && close < item.ordinal.length)
            text.replace(close, 1, "）");
        text.replace(0, 1, "（");
        edit.operations.push_back(edit::SetText{item.at, text});
    }
    finding.fix = Fix{"序号改用全角括号", std::move(edit)};
}

// ---- brackets
// ------------------------------------------------------------------------------------------------------

/// Pairs of brackets around Chinese.
struct Brackets {
    std::size_t wide = 0;
    std::vector<std::pair<std::size_t, std::size_t>> narrow; ///< Offsets of ( and ).
};

Brackets brackets_in(std::string_view text) {
    Brackets brackets;
    struct Open {
        char32_t mark = 0;
        std::size_t offset = 0;
        bool chinese = false;
    };
    std::vector<Open> open;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = code_point_at(text, at);
        at += c.length;
        if (c.value == U'(' || c.value == U'（') {
            open.push_back({c.value, c.offset, false});
        } else if (c.value == U')' || c.value == U'）') {
            if (open.empty())
                continue;
            const Open last = open.back();
            open.pop_back();
            if (!last.chinese)
                continue;
            if (last.mark == U'(' && c.value == U')')
                brackets.narrow.emplace_back(last.offset, c.offset);
            else if (last.mark == U'（' && c.value == U'）')
                ++brackets.wide;
        } else if (is_ideograph(c.value) && !open.empty()) {
            open.back().chinese = true;
        }
    }
    jibiao::sort(brackets.narrow);
    return brackets;
}

/// A few ASCII brackets in the text of a book that writes Chinese ones.
void check_brackets(const Context& context, Findings& findings) {
    struct Place {
        FieldRef at;
        const Cell* cell = nullptr;
        Brackets brackets;
    };
    std::vector<Place> places;
    std::size_t wide = 0;
    std::size_t narrow = 0;
    for_each_marked_cell(context.facts, [&](FieldRef at, const Cell& cell) {
        if (!is_running_text(at.field) || at.field == Field::explanation) // Formulas.
            return;
        Brackets brackets = brackets_in(std::string_view(cell.text).substr(read_ordinal(cell.text).length));
        wide += brackets.wide;
        narrow += brackets.narrow.size();
        if (!brackets.narrow.empty())
            places.push_back({at, &cell, std::move(brackets)});
    });
    constexpr std::size_t rare = 3; // One in so many.
    if (narrow * rare > wide)
        return;
    for (const Place& place : places) {
        const std::size_t skipped = read_ordinal(place.cell->text).length;
        const auto [open, close] = place.brackets.narrow.front();
        std::string text = place.cell->text;
        const std::string quoted = text.substr(skipped + open, close + 1 - open);
        std::vector<std::size_t> offsets;
        for (const auto& [from, to] : place.brackets.narrow)
            offsets.insert(offsets.end(), {from + skipped, to + skipped});
        jibiao::sort(offsets, std::greater<>{});
        for (const std::size_t offset : offsets)
            text.replace(offset, 1, text[offset] == '(' ? "（" : "）");
        Finding& finding =
            findings.add(place.at, "“" + shorten(quoted, 20) + "”用了半角括号，全文的括号是全角的，应统一。");
        finding.severity = Severity::hint;
        finding.fix = Fix{"改用全角括号", edit::set_text(place.at, text, "改用全角括号")};
    }
}

void check_book(const Context& context, Findings& findings) {
    for (const List& list : ListReader(context.book).read()) {
        check_endings(list, findings);
        check_ordinals(list, findings);
    }
    for (const Project& project : context.book.projects) {
        check_goals(project.goals, Field::goal, findings);
        check_goals(project.detail_goals, Field::detail_goal, findings);
    }
    check_brackets(context, findings);
}

constexpr Example examples[] = {
    {"goal: 科普覆盖率达到100%,开展“科普”活动5次", "projects[0].goals[0]",
     "科普覆盖率达到100%，开展“科普”活动5次"},
    {"goal: 开展科普培训5次。\ngoal: 受益群众300人", "projects[0].goals[1]", "受益群众300人。"},
    {"goal: 开展科普培训5次\ngoal: 受益群众300人", ""},
    {"goal: 开展培训,提高素质", "projects[0].goals[0]", "开展培训，提高素质"},
    {"purpose: 用于购置设备，，改善条件、。", "projects[0].purpose", "用于购置设备，改善条件。"},
    {"goal: 组织评审;公布结果", "projects[0].goals[0]", "组织评审；公布结果"},
    {"section: 一、总体绩效目标\nsubsection: 1、扎实推进全民行动,夯实发展基础\nparagraph: 推进工作。",
     "sections[1].heading", "1、扎实推进全民行动，夯实发展基础"},
    {"section: 一、总体绩效目标\nparagraph: 做好大篷车下乡工作;", "sections[0].body[0]",
     "做好大篷车下乡工作；"},
    {"section: 一、总体绩效目标\nparagraph: （1）开展科学普及活动不少于10次。\n"
     "paragraph: （2）成立学会专门委员会1个\nparagraph: （3）撰写调研报告2篇。",
     "sections[0].body[1]", "（2）成立学会专门委员会1个。"},
    {"section: 一、总体绩效目标\nparagraph: （一）开展科学普及活动。\nparagraph: (二)促进学术交流。",
     "sections[0].body[1]", "（二）促进学术交流。"},
    {"section: 一、总体绩效目标\nparagraph: 培训干部（含村干部）、农民（含社员）、职工（含退休）。\n"
     "paragraph: 发展同国(境)外的交流。",
     "sections[0].body[1]", "发展同国（境）外的交流。"},
    {"section: 一、总体绩效目标\nparagraph: （1）开展科学普及活动\nparagraph: （2）成立学会专门委员会\n"
     "paragraph: （3）撰写调研报告2篇。",
     ""},
    {"section: 一、总体绩效目标\nparagraph: 一、加强组织领导。\nparagraph: 二、对进度慢的学校进行约谈，",
     "sections[0].body[1]", "二、对进度慢的学校进行约谈。"},
    {"section: 一、总体绩效目标\nparagraph: （1）开展科学普及活动不少于10次。\n"
     "paragraph: （2）成立学会专门委员会1个，\nparagraph: 撰写调研报告2篇",
     ""},
    {"section: 一、总体绩效目标\nparagraph: 培训干部(含村干部)、农民(含社员)。", ""},
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
    .check_cell = check_cell,
    .check_book = check_book,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "标点连用是录入错误；中英文标点混用让文本不规范，导入系统后也不好断句。",
    .how_to_mend = "删去多余的标点，中文句子用中文标点，同一列各条的序号和句末标点一致。",
    .source = "GB/T 15834—2011《标点符号用法》（凭记忆）；经验",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::punctuation
