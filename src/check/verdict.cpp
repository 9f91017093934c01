#include "check/verdict.h"
#include "base/words.h"

#include <algorithm>
#include <array>

namespace jibiao::check {
namespace {

struct PhaseRow {
    BookPhase phase;
    std::string_view key;
    std::string_view name;
    std::optional<Severity> least;
};

constexpr std::array phases{
    PhaseRow{BookPhase::draft, "draft", "编制", std::nullopt},
    PhaseRow{BookPhase::submit, "submit", "上报", Severity::error},
    PhaseRow{BookPhase::review, "review", "审核", Severity::warning},
};

const PhaseRow& row_of(BookPhase phase) {
    return *std::ranges::find(phases, phase, &PhaseRow::phase);
}

} // namespace

std::optional<Severity> least_blocking(BookPhase phase) {
    return row_of(phase).least;
}

bool blocks(Severity severity, BookPhase phase) {
    const auto least = least_blocking(phase);
    return least && severity >= *least;
}

std::string_view phase_key(BookPhase phase) {
    return row_of(phase).key;
}

std::string_view phase_name(BookPhase phase) {
    return row_of(phase).name;
}

std::optional<BookPhase> phase_from(std::string_view key) {
    const auto found = std::ranges::find(phases, key, &PhaseRow::key);
    return found == phases.end() ? std::nullopt : std::optional(found->phase);
}

Verdict verdict_of(const Report& report, BookPhase phase) {
    const auto blocking = [phase](const Finding& finding) { return blocks(finding.severity, phase); };
    return {
        phase, static_cast<std::size_t>(std::ranges::count_if(report.findings, blocking)),
        static_cast<std::size_t>(std::ranges::count_if(report.suppressed, blocking, &Suppressed::finding))};
}

std::string in_words(const Verdict& verdict) {
    if (verdict.phase == BookPhase::draft)
        return std::string(tr("编制中"));
    std::string words = verdict.ready() ? std::string(tr("可上报"))
                                        : fill(tr("有 {1} 项须改"), {std::to_string(verdict.to_mend)});
    if (verdict.suppressed > 0)
        words += fill(tr("（另有 {1} 项说明不改）"), {std::to_string(verdict.suppressed)});
    return words;
}

} // namespace jibiao::check
