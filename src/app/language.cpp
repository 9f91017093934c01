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
    state.message.reset();
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
    state.words_wanted = true;
    machine.fetch_asset(words_asset);
}

void choose_language(const platform::Later&, State& state, bool english, platform::Platform& machine) {
    if (english)
        machine.fetch_asset(words_asset);
    else
        speak(state, {}, machine);
}

void take_words(const platform::Later&, State& state, const TakeAsset& asset, platform::Platform& machine) {
    state.words_wanted = false;
    machine.wake(2);
    if (!asset.failure.empty())
        return complain(state, fill(tr("没有换成英文：{1}"), {asset.failure}));
    Result<Words> words = io::read_words(asset.bytes);
    if (!words)
        return complain(state, words.error().what);
    speak(state, *std::move(words), machine);
}

} // namespace jibiao::app
