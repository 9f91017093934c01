#pragma once
#include "app/state.h"
#include "platform/later.h"

/// The language of the page: Chinese, which stands in the program, or English, which is fetched.

namespace jibiao::app {

inline constexpr std::string_view words_asset = "words/en.json";

/// At the start: whoever chose English last time sees nothing before it is there.
void begin_language(State& state, platform::Platform& machine);

/// Chinese at once, English as soon as it has come.
[[gnu::noinline]] void choose_language(const platform::Later&, State& state, bool english,
                                       platform::Platform& machine);
/// The English words, or why there are none.
[[gnu::noinline]] void take_words(const platform::Later&, State& state, const TakeAsset& asset,
                                  platform::Platform& machine);

} // namespace jibiao::app
