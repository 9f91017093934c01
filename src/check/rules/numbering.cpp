#include "base/decimal.h"
#include "base/text.h"
#include "check/explanation.h"
#include "model/ordinal.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jibiao::check::numbering {
namespace {

constexpr int paragraph_level = 1000; ///< Deeper than any section.
constexpr int widest_gap = 2;         ///< Numbers lost at once; a wider jump is no numbering.

/// A heading or paragraph of the text.
struct Line {
    FieldRef at;
    const Cell* cell = nullptr;
    Ordinal ordinal;
    int last = 0;  ///< Number of the last item in the line: a paragraph may hold several.
    int level = 0; ///< Of its section, or paragraph_level.

    bool is_section() const { return level < paragraph_level; }
};

std::vector<Line> lines_of(const Book& book) {
    std::vector<Line> lines;
    for (const Section& section : book.sections) {
        if (!section.heading.empty()) {
            const Ordinal ordinal = read_ordinal(section.heading.text);
            lines.push_back(
                {{Field::heading, section.id}, &section.heading, ordinal, ordinal.number, section.level});
        }
        for (const Paragraph& paragraph : section.body) {
            const std::string_view text = paragraph.text.text;
            const Ordinal ordinal = paragraph.unplaced ? Ordinal{} : read_ordinal(text);
            int last = ordinal.number;
            if (ordinal.style == OrdinalStyle::digits && last == 1)
                last = static_cast<int>(split_numbered(text).size());
            lines.push_back(
                {{Field::paragraph, paragraph.id}, &paragraph.text, ordinal, last, paragraph_level});
        }
    }
    return lines;
}

/// （三）, 3. or 三、 as it stands.
std::string printed(const Line& line) {
    return std::string(trim(std::string_view(line.cell->text).substr(0, line.ordinal.length)));
}

/// The bare number: 二 of （二）.
std::string numeral(OrdinalStyle style, int number) {
    const bool chinese = style == OrdinalStyle::chinese || style == OrdinalStyle::bracketed_chinese;
    std::string text = chinese ? print_ordinal(OrdinalStyle::chinese, number) : std::to_string(number);
    if (chinese)
        text.resize(text.size() - std::string_view("、").size());
    return text;
}

/// Whether item `number` begins anywhere in a text, in whatever punctuation.
bool says_ordinal(std::string_view text, OrdinalStyle style, int number) {
    const std::string folded = fold(text);
    const std::string bare = numeral(style, number);
    const bool begins = folded.starts_with(bare) && !read_decimal(folded.substr(bare.size(), 1)); // Not 2022.
    if (begins || contains(folded, fold(print_ordinal(style, number))))
        return true;
    return style == OrdinalStyle::digits && (contains(folded, bare + "、") || contains(folded, bare + "."));
}

class Walker {
  public:
    Walker(std::vector<Line> lines, Findings& findings) : lines_(std::move(lines)), findings_(findings) {}

    void walk() {
        for (index_ = 0; index_ < lines_.size(); ++index_) {
            const Line& line = lines_[index_];
            if (line.is_section() && line.level <= 1)
                chapter_ = index_;
            if (line.is_section())
                take_section(line);
            else if (line.ordinal.style != OrdinalStyle::none)
                take_paragraph(line);
        }
        report_mixed_starts();
    }

  private:
    struct List {
        OrdinalStyle style;
        int number;
        int level;
        std::size_t index; ///< Of its last line.
        std::size_t first; ///< Of its first line.
        bool like_parent;  ///< Numbered in the style of the heading above it; not yet reported.
    };
    struct Start {
        std::size_t index;
        std::size_t chapter;
        bool continues; ///< Goes on where the list below the heading before ended.
    };

    void take_section(const Line& line);
    void take_paragraph(const Line& line);
    void close_to(std::size_t size);
    void start(const Line& line);
    void next(List& list, const Line& line);
    void report_gap(const List& list, const Line& line);
    void report_mixed_starts();
    bool is_said_between(std::size_t from, OrdinalStyle style, int number) const;
    int& ended_at(OrdinalStyle style) { return ended_[static_cast<std::size_t>(style)]; }

    std::vector<Line> lines_;
    Findings& findings_;
    std::vector<List> open_;
    std::vector<Start> starts_;
    std::array<int, 8> ended_{}; ///< By style: the last number of the list that ended last.
    std::size_t index_ = 0;
    std::size_t chapter_ = 0;
};

void Walker::close_to(std::size_t size) {
    for (; open_.size() > size; open_.pop_back())
        ended_at(open_.back().style) = open_.back().number;
}

bool Walker::is_said_between(std::size_t from, OrdinalStyle style, int number) const {
    for (std::size_t i = from; i < index_; ++i) {
        if (says_ordinal(lines_[i].cell->text, style, number))
            return true;
    }
    return false;
}

void Walker::take_section(const Line& line) {
    if (line.cell->origin == Origin::rebuilt)
        findings_.add(line.at, "原文的标题“" + shorten(without_ordinal(line.cell->text), 24) +
                                   "”没有序号，导入时按前后标题补为“" + printed(line) + "”，请核对原文。");
    // The item before may have been too long for a heading.
    const bool continues_text = std::ranges::any_of(open_, [&line](const List& list) {
        return list.level >= paragraph_level && list.style == line.ordinal.style &&
               list.number + 1 == line.ordinal.number;
    });
    while (!open_.empty() && open_.back().level > line.level)
        close_to(open_.size() - 1);
    if (line.ordinal.style == OrdinalStyle::none)
        return;
    const bool same_list = !open_.empty() && open_.back().level == line.level;
    if (same_list && open_.back().style == line.ordinal.style && !continues_text)
        return next(open_.back(), line);
    if (same_list)
        close_to(open_.size() - 1);
    if (continues_text)
        open_.push_back({line.ordinal.style, line.last, line.level, index_, index_, false});
    else
        start(line);
}

void Walker::take_paragraph(const Line& line) {
    const OrdinalStyle style = line.ordinal.style;
    std::optional<std::size_t> own; ///< The innermost list of paragraphs in this style.
    for (std::size_t i = open_.size(); i-- > 0;) {
        if (open_[i].style != style)
            continue;
        if (open_[i].number + 1 == line.ordinal.number) {
            close_to(i + 1);
            return next(open_[i], line);
        }
        if (!own && open_[i].level >= paragraph_level)
            own = i;
    }
    if (own) {
        close_to(*own + 1);
        return next(open_[*own], line);
    }
    start(line);
}

void Walker::start(const Line& line) {
    const Ordinal& ordinal = line.ordinal;
    const bool continues = ordinal.number > 1 && ended_at(ordinal.style) + 1 == ordinal.number;
    const List* parent = open_.empty() ? nullptr : &open_.back();
    const bool chinese =
        ordinal.style == OrdinalStyle::chinese || ordinal.style == OrdinalStyle::bracketed_chinese;
    const bool like_parent =
        chinese && parent && parent->style == ordinal.style && parent->level < line.level;
    if (ordinal.number == 1 || continues)
        starts_.push_back({index_, chapter_, continues});
    const bool lost_first = ordinal.number == 2 && !continues && line.is_section() && parent &&
                            ordinal.style != OrdinalStyle::part &&
                            !is_said_between(parent->index + 1, ordinal.style, 1);
    if (lost_first)
        findings_.add(line.at, "“" + shorten(line.cell->text, 24) + "”前面没有“" +
                                   print_ordinal(ordinal.style, 1) + "”，序号从 2 开始。");
    open_.push_back({ordinal.style, line.last, line.level, index_, index_,
                     like_parent && line.cell->origin != Origin::rebuilt});
}

void Walker::next(List& list, const Line& line) {
    const int number = line.ordinal.number;
    const Line& before = lines_[list.index];
    const bool same_heading =
        fold(without_ordinal(before.cell->text)) == fold(without_ordinal(line.cell->text));
    if (number == 1 && (number != list.number || !line.is_section() || same_heading)) {
        starts_.push_back({index_, chapter_, false});
        list.first = index_;
        list.like_parent = false;
    } else if (number == list.number && line.is_section() && list.level == line.level) {
        findings_
            .add(line.at,
                 "序号“" + printed(line) + "”重复：前面“" + shorten(before.cell->text, 20) + "”已用。")
            .related.push_back(before.at);
    } else if (number > list.number + 1 && number <= list.number + 1 + widest_gap) {
        report_gap(list, line);
    }
    if (number == 2 && std::exchange(list.like_parent, false)) {
        Finding& finding =
            findings_.add(lines_[list.first].at, "“" + shorten(lines_[list.first].cell->text, 24) +
                                                     "”用的序号样式与上一级标题相同，分不出层次。");
        finding.severity = Severity::hint;
        finding.related.push_back(line.at);
    }
    list.number = line.last;
    list.index = index_;
}

void Walker::report_gap(const List& list, const Line& line) {
    const Ordinal& ordinal = line.ordinal;
    if (ordinal.style == OrdinalStyle::part)
        return;
    std::string lost;
    for (int number = list.number + 1; number < ordinal.number; ++number) {
        if (is_said_between(list.index, ordinal.style, number))
            return;
        lost += print_ordinal(ordinal.style, number);
    }
    const Line& before = lines_[list.index];
    findings_.add(line.at, "“" + printed(before) + "”后面直接是“" + printed(line) + "”，缺“" + lost + "”。")
        .related.push_back(before.at);
}

/// Below one heading the numbers go on from the heading before, below another one they begin again.
void Walker::report_mixed_starts() {
    for (const Start& one : starts_) {
        if (!one.continues)
            continue;
        const Line& line = lines_[one.index];
        const auto restarts = [&](const Start& other) {
            const Line& begin = lines_[other.index];
            return !other.continues && other.index > one.index && other.chapter == one.chapter &&
                   begin.ordinal.style == line.ordinal.style && begin.level == line.level;
        };
        const auto other = std::ranges::find_if(starts_, restarts);
        if (other == starts_.end())
            continue;
        findings_
            .add(line.at, "“" + shorten(line.cell->text, 20) + "”接着上一个标题下的序号往下编，而后面“" +
                              shorten(lines_[other->index].cell->text, 20) + "”又从 1 开始，应统一。")
            .related.push_back(lines_[other->index].at);
    }
}

/// Goals and captions: rows that carry their ordinals themselves.
class Sequence {
  public:
    Sequence(std::string_view what, Findings& findings) : what_(what), findings_(findings) {}

    void take(FieldRef at, std::string_view text) {
        const Ordinal ordinal = read_ordinal(trim(text));
        if (ordinal.style == OrdinalStyle::none)
            return;
        const int before = std::exchange(number_, ordinal.number);
        if (std::exchange(style_, ordinal.style) != ordinal.style || ordinal.number == 1)
            return;
        const std::string say = std::string(what_) + "的序号";
        if (ordinal.number == before)
            findings_.add(at, say + " " + std::to_string(before) + " 用了两次。");
        else if (ordinal.number > before + 1 && ordinal.number <= before + 1 + widest_gap)
            findings_
                .add(at, say + "从 " + std::to_string(before) + " 跳到 " + std::to_string(ordinal.number) +
                             "，缺 " + std::to_string(ordinal.number - before - 1) + " 项。")
                .severity = Severity::hint;
    }

  private:
    std::string_view what_;
    Findings& findings_;
    OrdinalStyle style_ = OrdinalStyle::none;
    int number_ = 0;
};

void check(const Context& context, Findings& findings) {
    Walker(lines_of(context.book), findings).walk();
    Sequence captions("表名", findings);
    for (const Project& project : context.book.projects) {
        captions.take({Field::caption, project.id}, project.caption.text);
        Sequence goals("绩效目标", findings);
        for (const Goal& goal : project.goals)
            goals.take({Field::goal, goal.id}, goal.text.raw.empty() ? goal.text.text : goal.text.raw);
    }
}

constexpr Example examples[] = {
    {"section: 二、分项绩效目标\nsubsection: （一）开展培训\nsubsection: （一）组织展览",
     "sections[2].heading"},
    {"section: 一、总体绩效目标\nsection: 三、工作保障措施", "sections[1].heading"},
    {"section: 一、总体绩效目标\nsection: 二、分项绩效目标\nsection: 二、工作保障措施",
     "sections[2].heading"},
    {"section: 一、总体绩效目标\nparagraph: （一）开展培训。\nparagraph: （三）组织展览。",
     "sections[0].body[1]"},
    {"section: 一、总体绩效目标\nsubsection: 一、开展培训\nsubsection: 二、组织展览", "sections[1].heading"},
    {"section: 一、总体绩效目标\nsubsection: （二）组织展览\nsubsection: （三）加强宣传",
     "sections[1].heading"},
    {"section: 一、总体绩效目标\nparagraph: 1.开展培训。\nparagraph: 2.组织展览。\n"
     "section: 二、分项绩效目标\nsubsection: （一）培训\nparagraph: 1.办班。\nparagraph: 2.讲座。\n"
     "subsection: （二）展览\nparagraph: 3.布展。\nsubsection: （三）宣传\nparagraph: 1.刊物。",
     "sections[3].body[0]"},
    {"project: 设备购置\ncaption: 3.设备购置绩效目标表", "projects[1].caption"},
    {"goal: 1.开展培训5次。\ngoal: 3.受益群众300人。", "projects[0].goals[1]"},
    {"section: 一、总体绩效目标\nsection: 二、分项绩效目标\nsection: 三、工作保障措施", ""},
    {"section: 一、总体绩效目标\nsubsection: （一）开展培训\nsubsection: （二）组织展览\n"
     "section: 二、分项绩效目标\nsubsection: （一）办班\nsubsection: （二）讲座",
     ""},
    {"section: 一、总体绩效目标\nparagraph: （一）开展培训；（二）组织展览。\nparagraph: （三）加强宣传。",
     ""},
    {"section: 一、总体绩效目标\nparagraph: 2.5万人次参加培训。\nparagraph: 4.5万人次参观展览。", ""},
    {"section: 一、总体绩效目标\nparagraph: 1.开展培训。2.组织展览。\nparagraph: 3.加强宣传。", ""},
    {"section: 一、总体绩效目标\nsubsection: （一）培训\nparagraph: 1.办班。\nparagraph: 2.讲座。\n"
     "subsection: （二）展览\nparagraph: 3.布展。\nparagraph: 4.讲解。",
     ""},
    {"section: 一、总体绩效目标\nparagraph: 1.开展培训。\nparagraph: 2，组织展览。\nparagraph: 3.加强宣传。",
     ""},
    {"section: 部门概况\nparagraph: 1.职责\nparagraph: 说明\nparagraph: 1.机构", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "numbering",
    .severity = Severity::warning,
    .title = "序号不连续或层次不分",
    .title_en = "Numbering is broken",
    .check_book = check,
    .reads_names_only = true,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "序号缺少、重复或者重新开始，读的人会以为漏了内容；上下级用同一种序号，分不清层次。",
    .how_to_mend = "按“一、（一）1.（1）”的顺序逐级编号，同级连续，不缺不重。",
    .source = "GB/T 9704—2012《党政机关公文格式》：结构层次序数依次用“一、”“（一）”“1.”“（1）”（凭记忆）；"
              "已公开文本",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::numbering
