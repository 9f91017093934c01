#include "base/sort.h"
#include "base/text.h"
#include "base/utf8.h"
#include "check/explanation.h"
#include "check/reading.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace jibiao::check::unbalanced_bracket {
namespace {

/// Opening and closing marks that go together. Widths may be mixed, and [0, 60) is an interval: all of them
/// are one class.
struct Pair {
    char32_t open;
    char32_t close;
    int kind;
};
constexpr std::array pairs{Pair{U'（', U'）', 0}, Pair{U'(', U')', 0},   Pair{U'［', U'］', 0},
                           Pair{U'[', U']', 0},   Pair{U'《', U'》', 1}, Pair{U'〈', U'〉', 2},
                           Pair{U'“', U'”', 3},   Pair{U'‘', U'’', 4},   Pair{U'「', U'」', 5},
                           Pair{U'『', U'』', 6}, Pair{U'【', U'】', 7}, Pair{U'〔', U'〕', 8}};
constexpr std::size_t kinds = 9;
constexpr int round_kind = 0;
constexpr int quote_kind = 3;
constexpr int single_quote_kind = 4;

struct Mark {
    char32_t value = 0;
    std::size_t offset = 0;
    int kind = 0;
    bool opens = false;
    char32_t partner = 0;
};

std::optional<Mark> mark_of(const CodePoint& point) {
    for (const Pair& pair : pairs) {
        if (point.value == pair.open)
            return Mark{point.value, point.offset, pair.kind, true, pair.close};
        if (point.value == pair.close)
            return Mark{point.value, point.offset, pair.kind, false, pair.open};
    }
    return std::nullopt;
}

bool is_ordinal(char32_t c) {
    return is_digit(c) || is_latin(c) ||
           std::u32string_view(U"一二三四五六七八九十①②③④⑤⑥⑦⑧⑨").find(c) != std::u32string_view::npos;
}

/// 1) or 一） at the beginning of a text or after a mark: the bracket of a list item has no partner. Digits
/// and letters (第3）条) are one wherever they stand, 一 may be the end of a word.
bool ends_ordinal(std::string_view before) {
    constexpr std::size_t longest_ordinal = 3;
    const auto points = code_points(before);
    std::size_t start = points.size();
    while (start > 0 && points.size() - start < longest_ordinal && is_ordinal(points[start - 1].value))
        --start;
    if (start == points.size())
        return false;
    const char32_t first = start == 0 ? U'\n' : points[start - 1].value;
    const bool plain =
        std::all_of(points.begin() + static_cast<std::ptrdiff_t>(start), points.end(),
                    [](const CodePoint& point) { return is_digit(point.value) || is_latin(point.value); });
    return !is_ordinal(first) && (plain || !is_ideograph(first));
}

/// ’ in don’t.
bool is_apostrophe(std::string_view before) {
    const auto points = code_points(before);
    return !points.empty() && (is_latin(points.back().value) || is_digit(points.back().value));
}

bool needs_no_partner(const Mark& mark, std::string_view before) {
    return (mark.kind == round_kind && ends_ordinal(before)) ||
           (mark.kind == single_quote_kind && is_apostrophe(before));
}

/// Bytes before a mark that decide what it means.
constexpr std::size_t reach = 16;

/// A straight quotation mark closes what is open, or opens. It is never reported: inches and seconds are
/// written so.
constexpr bool is_straight_quote(char32_t c) {
    return c == U'"' || c == U'＂';
}

class Matching {
  public:
    void opens(const Mark& mark) {
        open_.push_back(mark);
        ++open_of_kind_[static_cast<std::size_t>(mark.kind)];
    }

    /// False if nothing of its kind is open. What was opened inside and not closed has no partner.
    bool closes(int kind) {
        if (open_of_kind_[static_cast<std::size_t>(kind)] == 0)
            return false;
        for (Mark mark = pop(); mark.kind != kind; mark = pop())
            drop(mark);
        return true;
    }

    void drop(const Mark& mark) {
        if (!is_straight_quote(mark.value))
            unmatched_.push_back(mark);
    }

    std::vector<Mark> finish() {
        while (!open_.empty())
            drop(pop());
        jibiao::sort(unmatched_, {}, &Mark::offset);
        return std::move(unmatched_);
    }

  private:
    Mark pop() {
        const Mark mark = open_.back();
        open_.pop_back();
        --open_of_kind_[static_cast<std::size_t>(mark.kind)];
        return mark;
    }

    std::vector<Mark> open_;
    std::array<std::size_t, kinds> open_of_kind_{};
    std::vector<Mark> unmatched_;
};

/// The marks of a text that have no partner in it, in order.
std::vector<Mark> unmatched_in(std::string_view text) {
    if (!may_have_marks(text))
        return {};
    Matching matching;
    for (std::size_t offset = 0; offset < text.size();) {
        const CodePoint point = code_point_at(text, offset);
        offset += point.length;
        if (is_ideograph(point.value))
            continue;
        if (is_straight_quote(point.value)) {
            if (!matching.closes(quote_kind))
                matching.opens({point.value, point.offset, quote_kind, true, point.value});
            continue;
        }
        const auto mark = mark_of(point);
        if (!mark || (!mark->opens && matching.closes(mark->kind)))
            continue;
        if (mark->opens)
            matching.opens(*mark);
        else if (!needs_no_partner(*mark, just_before(text, point.offset, reach)))
            matching.drop(*mark);
    }
    return matching.finish();
}

/// （其中：…): the offset of a bracket that closes one of the other width.
std::optional<std::size_t> mixed_in(std::string_view text) {
    if (!may_have_marks(text))
        return std::nullopt;
    std::vector<char32_t> open;
    for (std::size_t offset = 0; offset < text.size();) {
        const CodePoint point = code_point_at(text, offset);
        offset += point.length;
        if (point.value == U'（' || point.value == U'(') {
            open.push_back(point.value);
        } else if ((point.value == U'）' || point.value == U')') && !open.empty()) {
            if (ends_ordinal(just_before(text, point.offset, reach)))
                continue; // 1) inside （…）.
            const char32_t first = open.back();
            open.pop_back();
            if ((first == U'(') != (point.value == U')'))
                return point.offset;
        }
    }
    return std::nullopt;
}

std::string utf8(char32_t c) {
    std::string text;
    append_utf8(text, c);
    return text;
}

// ---- what can be mended
// ------------------------------------------------------------------------------------

/// （（科普）: one of the two is too much.
std::optional<std::string> without_double(const std::string& text, const std::vector<Mark>& unmatched) {
    if (unmatched.size() != 1)
        return std::nullopt;
    const std::string mark = utf8(unmatched[0].value);
    const std::size_t at = unmatched[0].offset;
    const bool after = text.compare(at + mark.size(), mark.size(), mark) == 0;
    const bool before = at >= mark.size() && text.compare(at - mark.size(), mark.size(), mark) == 0;
    if (!after && !before)
        return std::nullopt;
    return text.substr(0, at) + text.substr(at + mark.size());
}

/// “科普“: the second was meant to close.
std::optional<std::string> with_quote_turned(const std::string& text, const std::vector<Mark>& unmatched) {
    if (unmatched.size() != 2 || unmatched[0].kind != quote_kind || unmatched[0].value != unmatched[1].value)
        return std::nullopt;
    const Mark& wrong = unmatched[unmatched[0].opens ? 1 : 0];
    std::string result = text;
    return result.replace(wrong.offset, utf8(wrong.value).size(), utf8(wrong.partner));
}

/// 科普经费（流动科技馆: in a name, the bracket can only close at the end.
std::optional<std::string> closed_at_end(const std::string& text, const std::vector<Mark>& unmatched) {
    if (unmatched.size() != 1 || !unmatched[0].opens || unmatched[0].kind != round_kind)
        return std::nullopt;
    const std::string rest = text.substr(unmatched[0].offset + utf8(unmatched[0].value).size());
    const auto points = code_points(rest);
    const bool plain = !points.empty() && std::ranges::all_of(points, [](const CodePoint& point) {
        return is_ideograph(point.value) || is_digit(point.value) || is_latin(point.value);
    });
    if (!plain)
        return std::nullopt;
    return text + utf8(unmatched[0].partner);
}

struct Mending {
    std::string text;
    bool safe = true;
};

std::optional<Mending> mend(const std::string& text, const std::vector<Mark>& unmatched) {
    if (auto mended = without_double(text, unmatched))
        return Mending{*mended, true};
    if (auto mended = with_quote_turned(text, unmatched))
        return Mending{*mended, true};
    if (auto mended = closed_at_end(text, unmatched))
        return Mending{*mended, false};
    return std::nullopt;
}

// ---- where it is looked for
// ----------------------------------------------------------------------------------

struct Place {
    FieldRef at;
    const Cell* cell = nullptr;
    std::vector<Mark> unmatched;
};

Place place_of(FieldRef at, const Cell& cell) {
    return {at, &cell, unmatched_in(cell.text)};
}

bool begins_with_quote(const Place& place) {
    return place.cell->text.starts_with("“");
}

/// A quotation of several paragraphs has “ at the head of each and one ” at its end.
void close_quoted_paragraphs(std::vector<Place>& places) {
    bool closed = false; // The quotation that the paragraph below begins with or goes on with.
    for (std::size_t i = places.size(); i-- > 0;) {
        std::vector<Mark>& unmatched = places[i].unmatched;
        if (!begins_with_quote(places[i])) {
            closed = false;
            continue;
        }
        const bool open_head = !unmatched.empty() && unmatched.front().offset == 0;
        if (open_head && closed)
            unmatched.erase(unmatched.begin());
        closed = closed || !open_head;
    }
}

/// A text that page breaks or a list have cut: what one part opens, a later one closes.
void join_neighbours(std::vector<Place>& places) {
    std::vector<std::pair<std::size_t, int>> open; // Place and kind of what waits for its partner.
    for (std::size_t i = 0; i < places.size(); ++i) {
        std::vector<Mark>& own = places[i].unmatched;
        std::size_t closing = 0;
        while (closing < own.size() && !own[closing].opens && !open.empty() &&
               open.back().second == own[closing].kind) {
            places[open.back().first].unmatched.pop_back();
            open.pop_back();
            ++closing;
        }
        own.erase(own.begin(), own.begin() + static_cast<std::ptrdiff_t>(closing));
        for (const Mark& mark : own) {
            if (mark.opens)
                open.emplace_back(i, mark.kind);
            else
                open.clear(); // It closes nothing: what is open in front of it cannot close behind it.
        }
    }
}

class Search {
  public:
    Search(const Context& context, Findings& findings) : context_(context), findings_(findings) {}

    void run() {
        names();
        add({place_of({Field::title, 0}, context_.book.title)});
        for (const Section& section : context_.book.sections) {
            add({place_of({Field::heading, section.id}, section.heading)});
            std::vector<Place> body;
            for (const Paragraph& paragraph : section.body)
                body.push_back(place_of({Field::paragraph, paragraph.id}, paragraph.text));
            add(std::move(body));
        }
        for (const auto& project : context_.facts.projects)
            cells_of(*project);
        for (const Place& place : found_)
            report(place);
    }

  private:
    /// A name that is wrong stands in captions and lists of contents too; it is reported once, at the
    /// project.
    void names() {
        for (const Project& project : context_.book.projects) {
            Place place = place_of({Field::name, project.id}, project.name);
            if (place.unmatched.empty())
                continue;
            const auto [entry, first] = repeats_.try_emplace(project.name.text);
            longest_name_ = std::max(longest_name_, project.name.text.size());
            if (first)
                found_.push_back(std::move(place));
            else
                entry->second.push_back(std::move(place));
        }
    }

    void cells_of(const ProjectFacts& facts) {
        const Project& project = *facts.project;
        for_each_marked_cell(facts, [&](FieldRef at, const Cell& cell) {
            if (at.field != Field::goal && at.field != Field::detail_goal && at.field != Field::name)
                add({place_of(at, cell)}, &project);
        });
        std::vector<Place> goals;
        for (const Goal& goal : project.goals)
            goals.push_back(place_of({Field::goal, goal.id}, goal.text));
        for (const Goal& goal : project.detail_goals)
            goals.push_back(place_of({Field::detail_goal, goal.id}, goal.text));
        add(std::move(goals), &project);
    }

    void add(std::vector<Place> places, const Project* project = nullptr) {
        for (const Place& place : places) {
            if (place.unmatched.empty())
                report_mixed(place);
        }
        close_quoted_paragraphs(places);
        join_neighbours(places);
        for (Place& place : places) {
            if (place.unmatched.empty())
                continue;
            const auto name = project ? repeats_.find(project->name.text) : name_in(place);
            if (name != repeats_.end() && contains(place.cell->text, name->first))
                name->second.push_back(place);
            else
                found_.push_back(std::move(place));
        }
    }

    using Repeats = std::map<std::string, std::vector<Place>, std::less<>>;

    /// The wrong name around the first lonely mark of a text.
    Repeats::iterator name_in(const Place& place) {
        const std::string_view text = place.cell->text;
        const std::size_t mark = place.unmatched.front().offset;
        const std::size_t first = mark > longest_name_ ? mark - longest_name_ : 0;
        for (std::size_t start = mark + 1; start-- > first;) {
            if (const auto name = name_at_start(text.substr(start, longest_name_)); name != repeats_.end())
                return name;
        }
        return repeats_.end();
    }

    /// A name with which `text` starts. In a sorted list it stands in front of `text`, and whatever stands
    /// between the two starts like both.
    Repeats::iterator name_at_start(std::string_view text) {
        for (auto next = repeats_.upper_bound(text); next != repeats_.begin();
             next = repeats_.upper_bound(text)) {
            const auto before = std::prev(next);
            if (text.starts_with(before->first))
                return before;
            const auto differ = std::ranges::mismatch(text, before->first).in1;
            text = text.substr(0, static_cast<std::size_t>(differ - text.begin()));
        }
        return repeats_.end();
    }

    void report(const Place& place) {
        const Mark& mark = place.unmatched.front();
        const std::string& text = place.cell->text;
        Finding& finding =
            findings_.add(place.at, "「" + utf8(mark.value) + "」缺少" + (mark.opens ? "右边" : "左边") +
                                        "配对的「" + utf8(mark.partner) + "」：" + around(text, mark.offset));
        // That the rule of the standard binds is recalled; names and captions were seen sent back for it.
        if (place.at.field != Field::name && place.at.field != Field::caption)
            finding.severity = Severity::warning;
        const std::vector<Place> none;
        const std::vector<Place>& repeats =
            place.at.field == Field::name ? repeats_.find(text)->second : none;
        for (const Place& other : repeats)
            finding.related.push_back(other.at);
        const auto mended = mend(text, place.unmatched);
        if (!mended)
            return;
        finding.fix = Fix{"改为“" + shorten(mended->text, 40) + "”",
                          edit::set_text(place.at, mended->text, "配对括号、引号"), mended->safe};
        for (const Place& other : repeats) {
            finding.fix->edit.operations.push_back(
                edit::SetText{other.at, replace_all(other.cell->text, text, mended->text)});
        }
    }

    void report_mixed(const Place& place) {
        const std::string& text = place.cell->text;
        const auto mixed = mixed_in(text);
        if (!mixed)
            return;
        const bool narrow = text[*mixed] == ')';
        Finding& finding = findings_.add(place.at, std::string("括号一半全角、一半半角：") +
                                                       (narrow ? "“（”配了“)”" : "“(”配了“）”") +
                                                       "，应都用全角：" + around(text, *mixed));
        finding.severity = Severity::hint;
        if (!narrow)
            return;
        std::string mended = text;
        mended.replace(*mixed, 1, "）");
        if (!mixed_in(mended))
            finding.fix = Fix{"改为全角括号", edit::set_text(place.at, mended, "统一括号")};
    }

    static std::string around(std::string_view text, std::size_t offset) {
        constexpr std::size_t most = 20;
        return "…" + shorten(text.substr(offset), most);
    }

    const Context& context_;
    Findings& findings_;
    std::vector<Place> found_;
    Repeats repeats_; ///< Wrong name → where else it stands.
    std::size_t longest_name_ = 0;
};

void check(const Context& context, Findings& findings) {
    Search(context, findings).run();
}

constexpr Example examples[] = {
    {"name: 科学普及（专项资金的通知（流动科技馆运行经费）\n"
     "caption: 1.科学普及（专项资金的通知（流动科技馆运行经费）绩效目标表",
     "projects[0].name"},
    {"name: 科普经费（流动科技馆\ncaption: 1.科普经费（流动科技馆绩效目标表", "projects[0].name",
     "科普经费（流动科技馆）"},
    {"section: 一、总体绩效目标\nparagraph: 引进“科普网络书屋终端等设施2台。", "sections[0].body[0]"},
    {"goal: 开展“科普“进校园活动", "projects[0].goals[0]", "开展“科普”进校园活动"},
    {"purpose: 用于《全民科学素质纲要》》的实施", "projects[0].purpose", "用于《全民科学素质纲要》的实施"},
    {"indicator: 产出指标 | 数量指标 | 培训次数 | 培训次数） | ≥5次 | 年度工作计划",
     "projects[0].indicators[0].description"},
    {"purpose: 奖补县级（含县级)以下协会（联合会）", "projects[0].purpose",
     "奖补县级（含县级）以下协会（联合会）"},
    {"purpose: 1）开展培训；2）购置设备。", ""},
    {"purpose: 开展活动1)培训；2)讲座、《科普“两法”》宣传", ""},
    {"purpose: 满意度在[90,100）之间的得满分", ""},
    {"section: 一、总体绩效目标\nparagraph: 开展调查（含社区、\nparagraph: 学校）并形成报告。", ""},
    {"section: 一、总体绩效目标\nparagraph: 开展调查（含社区、\nparagraph: 街道、\nparagraph: 学校）。", ""},
    {"section: 一、总体绩效目标\nparagraph: “开展调查。\nparagraph: “走访社区。\nparagraph: “形成报告。”",
     ""},
    {"section: 一、总体绩效目标\nparagraph: “开展调查。\nparagraph: “走访社区。", "sections[0].body[0] "
                                                                                  "sections[0].body[1]"},
    {"goal: 主要任务1）培训；任务a)购置；落实第3）条", ""},
    {"goal: 开展第一）期培训", "projects[0].goals[0]"},
    {"goal: 开展\"科普”进校园和“科技\"下乡", ""},
    {"goal: 配备5\"屏幕", ""},
    {"goal: 引进 Children’s Museum 展览", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "unbalanced-bracket",
    .severity = Severity::error,
    .title = "括号、引号不成对",
    .title_en = "Unbalanced brackets or quotation marks",
    .check_book = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "括号、书名号、引号必须成对，缺一半会改变文意，项目名称还会与系统里的名称对不上。",
    .how_to_mend = "补上缺的一半，或删去多余的一半；项目名称与批复文件核对。",
    .source = "GB/T 15834—2011《标点符号用法》：括号、引号、书名号成对使用（凭记忆）",
    .sureness = Sureness::recalled,
    .examples = examples,
};

} // namespace jibiao::check::unbalanced_bracket
