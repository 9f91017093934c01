#include "check/verdict.h"

#include <algorithm>
#include <array>

namespace jibiao::check {
namespace {

struct PhaseRow {
    Phase phase;
    std::string_view key;
    std::string_view name;
    std::optional<Severity> least;
};

constexpr std::array phases{
    PhaseRow{Phase::draft, "draft", "编制", std::nullopt},
    PhaseRow{Phase::submit, "submit", "上报", Severity::error},
    PhaseRow{Phase::review, "review", "审核", Severity::warning},
};

const PhaseRow& row_of(Phase phase) {
    return *std::ranges::find(phases, phase, &PhaseRow::phase);
}

} // namespace

std::optional<Severity> least_blocking(Phase phase) {
    return row_of(phase).least;
}

bool blocks(Severity severity, Phase phase) {
    const auto least = least_blocking(phase);
    return least && severity >= *least;
}

std::string_view phase_key(Phase phase) {
    return row_of(phase).key;
}

std::string_view phase_name(Phase phase) {
    return row_of(phase).name;
}

std::optional<Phase> phase_from(std::string_view key) {
    const auto found = std::ranges::find(phases, key, &PhaseRow::key);
    return found == phases.end() ? std::nullopt : std::optional(found->phase);
}

Verdict verdict_of(const Report& report, Phase phase) {
    const auto to_mend = std::ranges::count_if(
        report.findings, [phase](const Finding& finding) { return blocks(finding.severity, phase); });
    return {phase, static_cast<std::size_t>(to_mend)};
}

std::string in_words(const Verdict& verdict) {
    if (verdict.phase == Phase::draft)
        return "编制中";
    return verdict.ready() ? "可上报" : "有 " + std::to_string(verdict.to_mend) + " 项须改";
}

} // namespace jibiao::check
