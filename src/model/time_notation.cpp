#include "base/text.h"
#include "base/utf8.h"
#include "model/notation.h"

#include <algorithm>
#include <array>

namespace jibiao {
namespace {

bool is_ascii_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string_view take_digits(std::string_view& text) {
    const auto end = static_cast<std::size_t>(std::ranges::find_if_not(text, is_ascii_digit) - text.begin());
    const std::string_view digits = text.substr(0, end);
    text.remove_prefix(end);
    return digits;
}

/// The number in at most two digits or in Chinese numerals, between 1 and `most`; else nothing is taken.
std::optional<int> take_small_number(std::string_view& text, int most) {
    std::string_view rest = text;
    const std::string_view digits = take_digits(rest);
    if (digits.size() > 2)
        return std::nullopt;
    int number = 0;
    for (const char c : digits)
        number = number * 10 + (c - '0');
    if (digits.empty())
        number = take_numeral(rest).value_or(0);
    if (number < 1 || number > most)
        return std::nullopt;
    text = rest;
    return number;
}

/// 二〇二四 in front of 年.
std::optional<int> take_chinese_year(std::string_view& text) {
    constexpr std::u32string_view digits = U"〇一二三四五六七八九";
    std::string_view rest = text;
    int year = 0;
    for (int i = 0; i < 4 && !rest.empty(); ++i) {
        const CodePoint point = code_point_at(rest, 0);
        const std::size_t digit = point.value == U'零' || point.value == U'○' ? 0 : digits.find(point.value);
        if (digit == std::u32string_view::npos)
            return std::nullopt;
        year = year * 10 + static_cast<int>(digit);
        rest.remove_prefix(point.length);
    }
    if (year < 1900 || year > 2099 || !rest.starts_with("年"))
        return std::nullopt;
    text = rest;
    return year;
}

std::optional<int> take_year(std::string_view& text) {
    std::string_view rest = text;
    if (!rest.empty() && !is_ascii_digit(rest.front()))
        return take_chinese_year(text);
    const std::string_view digits = take_digits(rest);
    if (digits.size() != 4 || (!digits.starts_with("19") && !digits.starts_with("20")))
        return std::nullopt;
    text = rest;
    return (digits[0] - '0') * 1000 + (digits[1] - '0') * 100 + (digits[2] - '0') * 10 + (digits[3] - '0');
}

/// A date as it was written, and whether it can only be a date.
struct WrittenDate {
    Date date;
    bool certain = true; ///< False for a bare number or a bare N月.
    bool bare = false;   ///< A number of one or two digits without any mark.
};

std::optional<WrittenDate> take_compact_date(std::string_view& text) {
    std::string_view rest = text;
    if (take_digits(rest).size() != 8)
        return std::nullopt;
    std::string_view digits = text.substr(0, 8);
    std::string_view year = digits.substr(0, 4);
    std::string_view month = digits.substr(4, 2);
    std::string_view day = digits.substr(6, 2);
    const auto y = take_year(year);
    const auto m = take_small_number(month, 12);
    const auto d = take_small_number(day, 31);
    if (!y || !m || !d)
        return std::nullopt;
    text = rest;
    return WrittenDate{{*y, *m, *d}};
}

/// 24时, 17点, 24:00 behind a day: the day is what is kept.
void take_hour(std::string_view& text) {
    std::string_view rest = text;
    if (take_small_number(rest, 24) &&
        (take_prefix(rest, "时") || take_prefix(rest, "点") || take_prefix(rest, ":00")))
        text = rest;
}

int take_day(std::string_view& text) {
    std::string_view rest = text;
    const auto day = take_small_number(rest, 31);
    if (!day || !(take_prefix(rest, "日") || take_prefix(rest, "号")))
        return 0;
    take_hour(rest);
    text = rest;
    return *day;
}

/// 2021年12月31日, 2021年12月, 2021年. The month may lack its 月 where a period follows (2024年1-12月).
WrittenDate take_after_year_mark(std::string_view& text, int year) {
    WrittenDate written{{year, 0, 0}};
    std::string_view rest = text;
    const auto month = take_small_number(rest, 12);
    if (!month)
        return written;
    if (take_prefix(rest, "月")) {
        written.date.month = *month;
        written.date.day = take_day(rest);
        text = rest;
    } else if (!rest.empty() && !is_ascii_digit(rest.front()) && rest.front() != '.') {
        written.date.month = *month;
        text = rest;
    }
    return written;
}

/// 2021.3.1, 2021-03-01, 2021/3.
std::optional<WrittenDate> take_separated_date(std::string_view& text) {
    std::string_view rest = text;
    const auto year = take_year(rest);
    if (!year)
        return std::nullopt;
    if (take_prefix(rest, "年")) {
        text = rest;
        return take_after_year_mark(text, *year);
    }
    text = rest;
    WrittenDate written{{*year, 0, 0}, false};
    if (rest.empty() || !contains(".-/", rest.substr(0, 1)))
        return written;
    const char separator = rest.front();
    rest.remove_prefix(1);
    const auto month = take_small_number(rest, 12);
    if (!month || (!rest.empty() && is_ascii_digit(rest.front())))
        return written;
    written = {{*year, *month, 0}};
    text = rest;
    if (take_prefix(rest, "月")) {
        text = rest;
        return written;
    }
    if (rest.empty() || rest.front() != separator)
        return written;
    rest.remove_prefix(1);
    if (const auto day = take_small_number(rest, 31)) {
        written.date.day = *day;
        take_prefix(rest, "日");
        text = rest;
    }
    return written;
}

/// 30 of 6.30.
int take_day_behind_dot(std::string_view& text) {
    std::string_view rest = text;
    if (!take_prefix(rest, "."))
        return 0;
    const auto day = take_small_number(rest, 31);
    if (!day || (!rest.empty() && is_ascii_digit(rest.front())))
        return 0;
    text = rest;
    return *day;
}

std::optional<WrittenDate> take_date(std::string_view& text) {
    if (const auto compact = take_compact_date(text))
        return compact;
    if (const auto separated = take_separated_date(text))
        return separated;
    std::string_view rest = text;
    const auto month = take_small_number(rest, 12);
    if (!month)
        return std::nullopt;
    if (!take_prefix(rest, "月")) {
        text = rest;
        return WrittenDate{{0, *month, take_day_behind_dot(text)}, false, true};
    }
    const int day = take_day(rest);
    text = rest;
    return WrittenDate{{0, *month, day}, day > 0};
}

bool take_refinements(std::string_view& text) {
    static constexpr std::array<std::string_view, 9> refinements{"份",   "底",   "末", "初",  "上旬",
                                                                 "中旬", "下旬", "中", "月底"};
    const std::size_t before = text.size();
    while (take_any(text, refinements)) {
    }
    return text.size() < before;
}

/// What may follow a date without changing it: 底, 前, 完成 … Deadlines are recognised by 前 or 止.
struct DateTail {
    bool refined = false; ///< 底, 末, 上旬, 份 …: whatever came before is a date.
    bool deadline = false;
    bool complete = false; ///< Nothing else follows.
};

DateTail read_date_tail(std::string_view text) {
    static constexpr std::array<std::string_view, 7> limits{"之前", "以前", "前", "为止", "止", "内", "期间"};
    DateTail tail;
    tail.refined = take_refinements(text);
    const std::string_view before = text;
    tail.deadline = take_any(text, limits) && !before.starts_with("期间");
    tail.complete = text.empty() || is_deed(text);
    return tail;
}

bool take_range_mark(std::string_view& text) {
    static constexpr std::array<std::string_view, 10> marks{"——", "--", "—", "–",  "―",
                                                            "─",  "-",  "~", "至", "到"};
    return take_any(text, marks);
}

/// Parts of a year that have a name. `year` is 0 where it was not stated.
struct NamedSpan {
    std::string_view word;
    int first_month;
    int last_month;
};
constexpr std::array named_spans{
    NamedSpan{"全年度", 1, 12},    NamedSpan{"全年", 1, 12},     NamedSpan{"本年度", 1, 12},
    NamedSpan{"当年度", 1, 12},    NamedSpan{"年度", 1, 12},     NamedSpan{"年内", 1, 12},
    NamedSpan{"度", 1, 12},        NamedSpan{"上半年", 1, 6},    NamedSpan{"下半年", 7, 12},
    NamedSpan{"第一季度", 1, 3},   NamedSpan{"第二季度", 4, 6},  NamedSpan{"第三季度", 7, 9},
    NamedSpan{"第四季度", 10, 12}, NamedSpan{"第1季度", 1, 3},   NamedSpan{"第2季度", 4, 6},
    NamedSpan{"第3季度", 7, 9},    NamedSpan{"第4季度", 10, 12}, NamedSpan{"一季度", 1, 3},
    NamedSpan{"二季度", 4, 6},     NamedSpan{"三季度", 7, 9},    NamedSpan{"四季度", 10, 12},
    NamedSpan{"1季度", 1, 3},      NamedSpan{"2季度", 4, 6},     NamedSpan{"3季度", 7, 9},
    NamedSpan{"4季度", 10, 12},    NamedSpan{"前三季度", 1, 9},  NamedSpan{"前3季度", 1, 9},
    NamedSpan{"当年底", 12, 12},   NamedSpan{"本年底", 12, 12},  NamedSpan{"年底", 12, 12},
    NamedSpan{"年末", 12, 12},     NamedSpan{"年终", 12, 12},    NamedSpan{"底", 12, 12},
    NamedSpan{"末", 12, 12},
};

/// 全年, 2021年上半年, 年底前.
bool read_named_span(std::string_view text, TargetValue& value) {
    std::string_view rest = text;
    const auto year = take_year(rest);
    const bool year_marked = year && take_prefix(rest, "年");
    for (const auto& [word, first, last] : named_spans) {
        const bool needs_year_mark = word == "度" || word == "底" || word == "末";
        std::string_view after = rest;
        if ((needs_year_mark && !year_marked) || !take_prefix(after, word))
            continue;
        const DateTail tail = read_date_tail(after);
        if (!tail.complete)
            continue;
        const bool one_day = first == last || tail.refined || tail.deadline;
        value.kind = one_day ? TargetKind::date : TargetKind::period;
        value.from = one_day ? Date{year.value_or(0), last, 0} : Date{year.value_or(0), first, 0};
        value.to = one_day ? Date{} : Date{year.value_or(0), last, 0};
        if (tail.deadline && value.comparator == Comparator::none)
            value.comparator = Comparator::at_most;
        return true;
    }
    return false;
}

/// 1 of 第一季度, 一季度, 1季度; the last word may lack (第一至三季度).
std::optional<int> take_quarter(std::string_view& text) {
    take_prefix(text, "第");
    const auto quarter = take_small_number(text, 4);
    take_prefix(text, "季度");
    return quarter;
}

/// 一至三季度, 2024年第一季度-第三季度.
bool read_quarters(std::string_view text, TargetValue& value) {
    if (!contains(text, "季度"))
        return false;
    const auto year = take_year(text);
    if (year && !take_prefix(text, "年"))
        return false;
    const auto first = take_quarter(text);
    if (!first || !take_range_mark(text))
        return false;
    const auto last = take_quarter(text);
    if (!last || *last <= *first || !read_date_tail(text).complete)
        return false;
    value.kind = TargetKind::period;
    value.from = {year.value_or(0), *first * 3 - 2, 0};
    value.to = {year.value_or(0), *last * 3, 0};
    return true;
}

/// The second date of a period: what it leaves out stands in the first (2021.3-12, 3月1日-31日).
std::optional<WrittenDate> take_last_date(std::string_view& text, Date from) {
    std::string_view rest = text;
    const auto day = from.day > 0 ? take_small_number(rest, 31) : std::nullopt;
    take_prefix(rest, "日");
    if (day && rest.empty()) {
        text = rest;
        return WrittenDate{{from.year, from.month, *day}};
    }
    auto to = take_date(text);
    if (to && to->date.year == 0)
        to->date.year = from.year;
    return to;
}

bool read_period(std::string_view text, TargetValue& value) {
    const auto from = take_date(text);
    if (!from)
        return false;
    const bool refined = take_refinements(text);
    take_any(text, std::array<std::string_view, 2>{"起", "开始"});
    if (!take_range_mark(text))
        return false;
    const auto to = take_last_date(text, from->date);
    if (to && to->date.month == 0)
        take_prefix(text, "度"); // 2024-2026年度.
    const DateTail tail = read_date_tail(text);
    if (!to || !tail.complete)
        return false;
    // 1-12 and 80-100 are ranges of numbers, and 2021-2023 could be: some mark must say that it is time.
    const bool marked = (refined && !from->bare) || from->certain || to->certain || !(from->bare && to->bare);
    const bool years_only = from->date.month == 0 && to->date.month == 0;
    if (!marked || (years_only && !from->certain && !to->certain))
        return false;
    value.kind = TargetKind::period;
    value.from = from->date;
    value.to = to->date;
    if (value.from.year == 0)
        value.from.year = to->date.year;
    return true;
}

bool read_one_date(std::string_view text, TargetValue& value) {
    const auto date = take_date(text);
    if (!date)
        return false;
    const DateTail tail = read_date_tail(text);
    if (date->bare && (date->date.day == 0 || !tail.deadline))
        return false; // 12.5 is a number, 12.5前 a date.
    if (!tail.complete || !(date->certain || tail.refined || tail.deadline))
        return false;
    const bool year_alone_unmarked = date->date.month == 0 && !date->certain;
    if (year_alone_unmarked)
        return false;
    value.kind = TargetKind::date;
    value.from = date->date;
    if (tail.deadline && value.comparator == Comparator::none)
        value.comparator = Comparator::at_most;
    return true;
}

/// 自, 截止 …, and the year in words in front of its month: 当年12月.
void take_openings(std::string_view& text) {
    static constexpr auto openings =
        std::to_array<std::string_view>({"截止到", "截至到", "截止", "截至", "于", "自", "从", "在"});
    static constexpr std::array<std::string_view, 3> this_year{"当年", "本年", "今年"};
    take_any(text, openings);
    std::string_view rest = text;
    if (take_any(rest, this_year) && !rest.empty() && is_ascii_digit(rest.front()))
        text = rest;
}

/// Whether time may be spoken of at all; spares most cells the search.
bool may_be_time(std::string_view text) {
    constexpr std::size_t longest = 120;
    if (text.size() > longest)
        return false;
    const auto digits = std::ranges::count_if(text, is_ascii_digit);
    const bool separated = digits > 0 && text.find_first_of(".-/") != std::string_view::npos;
    return separated || digits >= 8 || contains(text, "年") || contains(text, "月") || contains(text, "季度");
}

} // namespace

std::optional<TargetValue> read_time(std::string_view folded) {
    if (!may_be_time(folded))
        return std::nullopt;
    std::string plain; // (1)月至(12)月 is how some forms print the blanks that were filled in.
    std::string_view text = folded;
    if (contains(folded, ")月")) {
        plain = replace_all(replace_all(folded, "(", ""), ")", "");
        text = plain;
    }
    TargetValue value;
    take_openings(text);
    value.comparator = take_comparator(text);
    take_openings(text);
    if (!read_named_span(text, value) && !read_quarters(text, value) && !read_period(text, value) &&
        !read_one_date(text, value))
        return std::nullopt;
    value.text = folded;
    return value;
}

} // namespace jibiao
