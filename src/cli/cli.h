#pragma once
#include <functional>
#include <span>
#include <string>
#include <string_view>

/// The command line. Runs without a process around it, so that tests can call it.

namespace jibiao::cli {

/// What a run asks of the machine besides the files that it was given.
struct Streams {
    std::function<std::string(std::size_t most)> read_input; ///< Standard input, at most `most` bytes of it.
    std::function<bool(std::string_view)> out;               ///< False if it could not be written.
    std::function<void(std::string_view)> err;
    std::function<std::string()> today; ///< 2026-11-22.
    bool err_is_terminal = false;       ///< Then the progress through many files is shown there.
};

/// Exit status: 0 done, and nothing found at --fail-on or above; 1 something found there; 2 a file, option or
/// disk that cannot be used, with one line on `err` that says what, where and what to do. `arguments` are
/// those behind the program's name.
int run(std::span<const std::string_view> arguments, const Streams& streams);

} // namespace jibiao::cli
