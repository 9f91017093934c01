#pragma once
#include "app/state.h"
#include "platform/later.h"

#include <concepts>

namespace jibiao::app {

/// Actions whose functions are in the part of the program that comes later: files, another
/// form, tables in and out, paper, all fixes, the history, the library of indicators, comparing.
template <class One>
concept LaterAction =
    std::same_as<One, OpenBytes> || std::same_as<One, OpenSample> || std::same_as<One, ChangeTemplate> ||
    std::same_as<One, SaveFile> || std::same_as<One, PasteTable> || std::same_as<One, CopyRows> ||
    std::same_as<One, ChangeRows> || std::same_as<One, ApplySafeFixes> || std::same_as<One, TravelBy> ||
    std::same_as<One, Print> || std::same_as<One, RollForward> || std::same_as<One, FetchLibrary> ||
    std::same_as<One, FetchPinyin> || std::same_as<One, FetchGuidance> || std::same_as<One, Guided> ||
    std::same_as<One, ReadOwnBooks> || std::same_as<One, TakeOwnBook> || std::same_as<One, UseEntry> ||
    std::same_as<One, TakeAsset> || std::same_as<One, ChooseLanguage> || std::same_as<One, FetchLicences> ||
    std::same_as<One, CompareWith> || std::same_as<One, WorkOnDifferences> ||
    std::same_as<One, DecidePaste> || std::same_as<One, CancelOpening>;

/// Carries out one of them.
[[gnu::noinline]] void carry_out_later(const platform::Later&, State& state, const Action& action,
                                       const Knowledge& knowledge, platform::Platform& machine);

} // namespace jibiao::app
