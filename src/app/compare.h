#pragma once
#include "edit/compare.h"
#include "platform/later.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// The open book beside another one, or beside itself as it was: what they say differently, what of it is
/// shown, and taking it over. The open book is the one on the right: what is taken over comes from the left.

namespace jibiao::app {

struct Knowledge;
struct State;

/// What the open book is compared with.
enum class Counterpart : std::uint8_t {
    none,     ///< A person has yet to choose.
    book,     ///< Another one of this machine.
    file,     ///< The next one that is opened while the page stays.
    opened,   ///< Itself as it was when it was opened …
    exported, ///< … or when a file was made of it last …
    step,     ///< … or before one of its last changes.
};
struct CompareWith {
    Counterpart with = Counterpart::none;
    std::string id = {};   ///< The other book; with `none` the one to open.
    std::size_t steps = 0; ///< How many changes ago, 0 the last one.
};
/// What can be done with the differences.
struct WorkOnDifferences {
    enum class What : std::uint8_t { take_over, next, previous, show_or_hide };
    What what = What::next;
    std::size_t index = 0; ///< Among those shown; of show_or_hide: an edit::Change.
};

struct Comparison {
    std::string name; ///< Of what is on the left; "": nothing was chosen.
    Book before;      ///< That.
    edit::Kinship kinship = edit::Kinship::versions;
    bool takes_file = false; ///< The next file is compared, not opened.

    struct Item {
        edit::Difference difference;
        std::uint64_t part = 0;    ///< Those of one section or project have the same number.
        std::string before, after; ///< What stands there: the cell's text, or what the row says.
        FieldRef at;               ///< The cell to look at in the open book; of a row its first one.
    };
    std::vector<Item> items;
    std::vector<std::size_t> shown;      ///< Indices into `items`.
    std::array<std::size_t, 4> counts{}; ///< By edit::Change.
    std::array<bool, 4> shows{true, true, true, true};
    std::optional<std::size_t> current;    ///< Among `shown`.
    bool go_to_current = false;            ///< The page clears it when done.
    std::optional<std::uint64_t> revision; ///< Of the document, when `items` were made.
    std::uint64_t made = 0;                ///< Grows whenever `shown` is made anew.
};

/// For the page: what can be chosen, last year's book first.
struct ToCompare {
    std::string words;
    CompareWith action;
};
[[gnu::noinline]] std::vector<ToCompare> choices_to_compare(const platform::Later&, const State& state);

/// Shows the open book beside `other`; without a kinship it is told from what they say.
[[gnu::noinline]] void compare_with(const platform::Later&, State& state, Book other, std::string name,
                                    std::optional<edit::Kinship> kinship = std::nullopt);
[[gnu::noinline]] void work_on_differences(const platform::Later&, State& state,
                                           const WorkOnDifferences& action);
/// After the document has changed.
[[gnu::noinline]] void renew_comparison(const platform::Later&, State& state);
/// Where the difference is, in words.
std::string place_of(const Comparison::Item& item, const State& state, const Knowledge& knowledge);

} // namespace jibiao::app
