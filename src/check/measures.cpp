#include "check/measures.h"

#include "base/text.h"
#include "base/utf8.h"
#include "check/wording.h"

#include <algorithm>
#include <cstring>

namespace jibiao::check {
namespace {

/// The unit that a number without one has by its name: 人次 of 参训人次. The longest ending decides.
std::string_view unit_by_name(std::string_view name, const Profile& profile) {
    const WordTable::Entry* ending = profile.unit_of_name.ending_of(name);
    return ending ? std::string_view(ending->value) : std::string_view();
}

/// A unit that is the name of a measure, as forms with a column for the unit have it: 讲座举办次数, 观众数量.
bool is_name_of_measure(const std::string& unit, const Profile& profile) {
    return ends_with_any(unit, profile.list("count_endings")) &&
           !is_any(unit, profile.list("people_units")) && !is_any(unit, profile.list("count_units"));
}

/// What is counted by such a name where it names no unit: 观众数量, 站点数量.
Measure counted_by(std::string_view name, const Profile& profile) {
    const std::string_view thing = without_ends(name, {}, profile.list("count_endings"));
    return ends_with_any(thing, profile.list("persons")) ? Measure::people : Measure::count;
}

/// The goal is more than the bare measure: 提高种植能力, but not 保障能力.
bool has_an_object(std::string_view name, const Words& verbs, const Words& endings) {
    const auto leaves_something = [name, &endings](const std::string& verb) {
        return name.starts_with(verb) && std::ranges::none_of(endings, [&](const std::string& ending) {
                   return name.size() == verb.size() + ending.size() && name.ends_with(ending);
               });
    };
    return std::ranges::any_of(verbs, leaves_something);
}

/// One word after the other, in the order of the list.
void erase_all(std::string& text, const Words& words) {
    std::size_t done = 0;
    while (true) {
        const auto numbers = words.words_in(text);
        const auto next = std::ranges::lower_bound(numbers, done);
        if (next == numbers.end())
            return;
        const std::string& word = words[*next];
        for (std::size_t at = text.find(word); at != std::string::npos && !word.empty();
             at = text.find(word, at))
            text.erase(at, word.size());
        done = *next + 1;
    }
}

} // namespace

Measure measure_of(const RowFacts& row, const Profile& profile) {
    if (row.target.kind != TargetKind::number)
        return Measure::none;
    const std::string& name = row.measured.name;
    const bool bare_number = row.target.unit.empty();
    const bool named = is_name_of_measure(row.target.unit, profile);
    const std::string_view unit = bare_number ? unit_by_name(name, profile)
                                  : named     ? unit_by_name(row.target.unit, profile)
                                              : std::string_view(row.target.unit);
    if (named && unit.empty())
        return counted_by(row.target.unit, profile);
    if (is_percent(unit) || (bare_number && unit.empty() && ends_with_any(name, profile.ratio_words)))
        return Measure::ratio;
    if (unit == "元")
        return Measure::money;
    if (unit == "天" || unit == "日" || unit == "小时")
        return Measure::days;
    if (is_any(unit, profile.list("people_units")))
        return Measure::people;
    return is_any(unit, profile.list("count_units")) ? Measure::count : Measure::none;
}

const std::string& measured_words(const RowFacts& row, const Profile& profile) {
    return is_name_of_measure(row.target.unit, profile) ? row.target.unit : row.measured.name;
}

const Spelt& measured_thing(const RowFacts& row, const Profile& profile) {
    if (row.thing)
        return *row.thing;
    std::string_view name = row.measured.name;
    const std::string_view unit = row.target.unit;
    constexpr std::string_view number = "数";
    for (const std::string_view end : {number, std::string_view()}) {
        const std::size_t size = unit.size() + end.size();
        if (size != 0 && name.size() > size && name.ends_with(end) &&
            name.substr(0, name.size() - end.size()).ends_with(unit)) {
            name.remove_suffix(size);
            break;
        }
    }
    return row.thing.emplace(
        without_ends(name, profile.list("action_openings"), profile.list("count_endings")));
}

bool is_count(Measure measure) {
    return measure == Measure::count || measure == Measure::people;
}

std::string stated_target(const RowFacts& row, const Template& form) {
    return print_target(row.target, notation_of(form));
}

bool ends_in_measure(std::string_view name, const Profile& profile) {
    return ends_with_any(name, profile.list("measurable_endings")) &&
           !ends_with_any(name, profile.list("not_measure_endings"));
}

bool is_task_or_goal(std::string_view name, const Profile& profile) {
    if (ends_in_measure(name, profile))
        return false;
    const Words& weak = profile.list("weak_measure_endings");
    if (ends_with_any(name, weak))
        return has_an_object(name, profile.list("goal_verbs"), weak);
    return ends_with_any(name, profile.list("task_endings")) ||
           starts_with_any(name, profile.list("goal_verbs")) ||
           starts_with_any(name, profile.list("task_verbs"));
}

bool is_satisfaction(std::string_view name, const Profile& profile) {
    return ends_with_any(name, profile.list("satisfaction_endings"));
}

std::string bare(std::string_view folded) {
    std::string result;
    for (std::size_t at = 0; at < folded.size();) {
        const CodePoint point = code_point_at(folded, at);
        at += point.length;
        if (is_ideograph(point.value) || is_latin(point.value) || is_digit(point.value) || point.value == '%')
            result.append(folded, point.offset, point.length);
    }
    return result;
}

std::string object_of(std::string_view folded, const Profile& profile) {
    std::string result = bare(folded);
    erase_all(result, profile.list("object_fillers"));
    return result;
}

namespace {

/// Both begin with an ideograph, and not with the same one.
bool begin_differently(std::string_view a, std::string_view b) {
    const auto is_ideograph_byte = [](char c) {
        return static_cast<unsigned char>(c) >= 0xE4 && static_cast<unsigned char>(c) <= 0xE9;
    };
    return !a.empty() && !b.empty() && is_ideograph_byte(a[0]) && is_ideograph_byte(b[0]) &&
           a.substr(0, 3) != b.substr(0, 3);
}

} // namespace

bool tells_more(std::string_view text, const RowFacts& row) {
    if (text.empty() || begin_differently(text, row.name)) // Without copies: nearly all texts end here.
        return !text.empty();
    return bare(text) != bare(row.measured.name) && bare(text) != bare(row.name);
}

bool told_alike(const RowFacts& a, const RowFacts& b) {
    const auto alike = [&](const std::string& one, const std::string& other) {
        return one == other || !tells_more(one, a) || !tells_more(other, b);
    };
    return alike(a.description, b.description) && alike(a.explanation, b.explanation);
}

std::string without_fillers(std::string text, const Profile& profile) {
    const Words& fillers = profile.list("matter_fillers");
    for (const std::size_t filler : fillers.words_in(text)) {
        const std::string& word = fillers[filler];
        for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at))
            text.replace(at, word.size(), word.size(), ' ');
    }
    return text;
}

namespace {

constexpr std::size_t ideograph = 3; ///< Bytes of the common ones.

/// Calls `visit(pair)` for each pair of neighbouring ideographs until it returns true.
template <class Visit>
bool any_pair(std::string_view text, Visit&& visit) {
    const auto begins_one = [text](std::size_t at) {
        return (static_cast<unsigned char>(text[at]) & 0xF0) == 0xE0;
    };
    for (std::size_t at = 0; at + 2 * ideograph <= text.size();) {
        if (!begins_one(at)) {
            ++at;
            continue;
        }
        const std::size_t next = at + ideograph;
        if (!begins_one(next)) {
            at = next;
            continue;
        }
        if (visit(text.substr(at, 2 * ideograph)))
            return true;
        at = next;
    }
    return false;
}

/// Of the last two bytes of each ideograph.
std::size_t hash_of_pair(std::string_view pair) {
    std::uint16_t first = 0;
    std::uint16_t second = 0;
    std::memcpy(&first, pair.data() + 1, sizeof first);
    std::memcpy(&second, pair.data() + ideograph + 1, sizeof second);
    return (std::uint32_t{first} << 16 | second) * 0x9E3779B1u >> 17;
}

} // namespace

LetterPairs::LetterPairs(std::string_view text) : text_(text) {
    any_pair(text, [this](std::string_view pair) {
        hashes_.set(hash_of_pair(pair));
        return false;
    });
}

bool LetterPairs::contain(std::string_view pair) const {
    return hashes_.test(hash_of_pair(pair)) && contains(text_, pair);
}

bool share_a_word(std::string_view a, const LetterPairs& b) {
    return any_pair(a, [&b](std::string_view pair) { return b.contain(pair); });
}

bool share_a_word(std::string_view a, std::string_view b) {
    return any_pair(a, [b](std::string_view pair) { return contains(b, pair); });
}

} // namespace jibiao::check
