#pragma once
#include "check/check.h"
#include "cli/report.h"

#include <string>
#include <string_view>
#include <vector>

/// What several reports say in the same words.

namespace jibiao::cli {

/// Findings by severity.
struct Tally {
    std::size_t errors = 0;
    std::size_t warnings = 0;
    std::size_t hints = 0;

    void add(const check::Report& report);
};
/// 1 个错误，0 个警告，2 个提示.
std::string in_words(const Tally& tally);

/// How a rule's mistakes are mended, as the rule explains it; "" for a rule that we do not know.
std::string_view advice_on(const check::Finding& finding);
/// 可修复：改为“=100%”, 可参考：…; "" if there is no fix.
std::string offer_of(const check::Finding& finding);

/// The reason for leaving a finding, and when it was given: 已与财政局商定（2026-11-22）.
std::string reason_of(const check::Suppressed& suppressed);
/// 已说明不改 2 项。基线中已有 3 项。; "" if there is none of either.
std::string not_counted(std::size_t suppressed, std::size_t in_baseline);
/// By what was judged, and the day where it was given: 全国通用，规则包 2026.1，2026-11-22.
std::string basis_of(const Checked& checked);

/// Where the cell stands, without the project: 指标 3 培训次数 › 指标值.
std::string place_in_project(const Book& book, const Template& form, FieldRef at);

/// The row's target as the form writes it, also where it has three columns for it: ≥5次.
std::string whole_target(const Indicator& row);
/// The indicator that a place lies in; nullptr for all others.
const Indicator* indicator_of(const Book& book, FieldRef at);

/// Valid UTF-8 without control characters but line ends and TAB: cells of foreign files may hold anything.
std::string printable(std::string_view text);

} // namespace jibiao::cli
