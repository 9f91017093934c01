#pragma once
#include <string>
#include <utility>
#include <variant>

namespace jibiao {

/// What the world got wrong (a file, a disk, an option), in words for the person in front of the screen.
/// Mistakes in a book are findings, never errors; our own mistakes are assertions.
struct Error {
    /// What is wrong, where, and what to do: one line of Chinese, or already in the language that was chosen.
    /// Whoever shows it passes it through tr() (base/words.h).
    std::string what;
    int line = 0; ///< 1-based line in the file that was read; 0 where it makes no sense.
};

/// Either a value or an Error. `if (auto book = read_json(text)) use(*book); else show(book.error());`
template <class T>
class Result {
  public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    explicit operator bool() const { return state_.index() == 0; }
    T& operator*() & { return std::get<0>(state_); }
    const T& operator*() const& { return std::get<0>(state_); }
    T&& operator*() && { return std::get<0>(std::move(state_)); }
    T* operator->() { return &std::get<0>(state_); }
    const T* operator->() const { return &std::get<0>(state_); }
    const Error& error() const { return std::get<1>(state_); }

  private:
    std::variant<T, Error> state_;
};

} // namespace jibiao
