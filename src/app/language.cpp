#include "app/language.h"

#include "app/outcome.h"
#include "base/words.h"
#include "io/words_text.h"
#include "platform/appearance.h"

#include <utility>

namespace jibiao::app {
namespace {

/// What was put together of words is put together anew.
void speak(State& state, Words words, platform::Platform& machine) {
    auto appearance = platform::read_appearance(machine.preference(platform::appearance_preference));
    appearance.english = !words.empty();
    machine.set_preference(platform::appearance_preference, platform::write_appearance(appearance));
    use_words(std::move(words));
    if (state.message && state.message->tone == Tone::done && state.message->restores.empty())
        state.message.reset(); // The others are said only once.
    state.pictured_revision.reset();
    state.comparison.revision.reset();
    if (state.page == Page::home)
        machine.set_title(tr("绩表"));
    machine.wake(2);
}

} // namespace

void begin_language(State& state, platform::Platform& machine) {
    if (!platform::read_appearance(machine.preference(platform::appearance_preference)).english)
        return;
    state.english = state.words_wanted = true;
    machine.fetch_asset(words_asset);
}

void choose_language(const platform::Later&, State& state, bool english, platform::Platform& machine) {
    state.english = english;
    if (english)
        machine.fetch_asset(words_asset);
    else
        speak(state, {}, machine);
}

void take_words(const platform::Later&, State& state, const TakeAsset& asset, platform::Platform& machine) {
    state.words_wanted = false;
    machine.wake(2);
    if (!state.english)
        return; // Chinese was chosen meanwhile.
    Result<Words> words = asset.failure.empty() ? io::read_words(asset.bytes) : Error{asset.failure};
    state.english = static_cast<bool>(words);
    if (!words)
        return complain(state, fill(tr("没有换成英文：{1}"), {words.error().what}));
    speak(state, *std::move(words), machine);
}

} // namespace jibiao::app
