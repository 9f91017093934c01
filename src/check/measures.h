#pragma once
#include "check/facts.h"
#include "templates/template.h"

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>

/// What an indicator measures, as far as its name and unit say: shared by the rules about indicators. The
/// words are lists of the profile (assets/profiles/README.md).

namespace jibiao::check {

enum class Measure : std::uint8_t {
    none,   ///< No number, or a unit that decides nothing.
    count,  ///< Things and activities: 次, 场, 个.
    people, ///< 人, 人次.
    money,  ///< 元 of any size; not 元/人.
    ratio,  ///< Per cent, or a number without unit whose name is a ratio.
    days    ///< 天, 小时.
};

Measure measure_of(const RowFacts& row, const Profile& profile);

/// What a row says that it measures: its name, or what its column of units says where that is the name of a
/// measure (活动次数) and no unit.
const std::string& measured_words(const RowFacts& row, const Profile& profile);

/// What a row measures without 次数, 数量 at the end and 开展, 完成 in front: 科普培训 of 开展科普培训次数.
const Spelt& measured_thing(const RowFacts& row, const Profile& profile);

/// Of people or things, whatever their unit.
bool is_count(Measure measure);

/// The target as messages quote it, also where the form has three columns for it: ≥5次.
std::string stated_target(const RowFacts& row, const Template& form);

/// Names one of the things that can be measured: 次数, 满意度, 成本, 时间. Folded name.
bool ends_in_measure(std::string_view name, const Profile& profile);

/// The name is a task or a goal instead of a measure: 开展活动, 提高素质, …建设. Folded name.
bool is_task_or_goal(std::string_view name, const Profile& profile);

/// 满意度, 群众满意率: satisfaction itself, not the people who are satisfied.
bool is_satisfaction(std::string_view name, const Profile& profile);

/// Letters, digits and ideographs of a folded text; all else goes. For comparing.
std::string bare(std::string_view folded);

/// `bare` without the words that tell no object from another: 项目总成本 and 成本.
std::string object_of(std::string_view folded, const Profile& profile);

/// The description or explanation says something about the row that its name does not. Folded.
bool tells_more(std::string_view text, const RowFacts& row);

/// Two rows whose descriptions or explanations, where both have them, do not tell them apart.
bool told_alike(const RowFacts& a, const RowFacts& b);

/// Blanks for the words that stand in rows of any project (资金, 完成, 满意): what is left tells what it is
/// about.
std::string without_fillers(std::string text, const Profile& profile);

/// The pairs of neighbouring ideographs of a folded text, which must outlive them: for many comparisons.
class LetterPairs {
  public:
    explicit LetterPairs(std::string_view text);
    bool contain(std::string_view pair) const;

  private:
    std::string_view text_;
    std::bitset<32768> hashes_;
};

/// Whether two folded texts share two ideographs in a row.
bool share_a_word(std::string_view a, const LetterPairs& b);
bool share_a_word(std::string_view a, std::string_view b);

} // namespace jibiao::check
