#pragma once
#include "check/check.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace jibiao::check {

/// How far a book is on its way; decides how much may still be wrong with it. Hints never block.
enum class BookPhase : std::uint8_t {
    draft,  ///< 编制: nothing blocks.
    submit, ///< 上报: errors block.
    review, ///< 审核: errors and warnings block.
};

/// The least grave severity that blocks; nullopt: none does.
std::optional<Severity> least_blocking(BookPhase phase);
bool blocks(Severity severity, BookPhase phase);

/// "draft", "submit", "review"; 编制, 上报, 审核.
std::string_view phase_key(BookPhase phase);
std::string_view phase_name(BookPhase phase);
std::optional<BookPhase> phase_from(std::string_view key);

/// Whether a book may be handed in.
struct Verdict {
    BookPhase phase = BookPhase::submit;
    std::size_t to_mend = 0;    ///< Findings that block.
    std::size_t suppressed = 0; ///< Those that would, if the book gave no reason for them.

    bool ready() const { return to_mend == 0; }
    bool operator==(const Verdict&) const = default;
};
Verdict verdict_of(const Report& report, BookPhase phase);

/// 可上报, 有 3 项须改（另有 1 项说明不改）; of a draft, which nobody judges yet: 编制中.
std::string in_words(const Verdict& verdict);

} // namespace jibiao::check
