#pragma once
#include "edit/edit.h"
#include "model/book.h"
#include "templates/template.h"

#include <cstdint>
#include <random>
#include <string>

/// Books and edits by a fixed seed, for tests of properties: the same on every machine.
namespace random_book {

class Random {
  public:
    explicit Random(std::uint32_t seed) : engine_(seed) {}
    /// 0 … below - 1. The standard distributions differ between libraries.
    std::size_t below(std::size_t limit) { return limit == 0 ? 0 : engine_() % limit; }
    bool one_in(std::size_t n) { return below(n) == 0; }

  private:
    std::mt19937 engine_;
};

/// Any text that a cell may hold: plain, long, blank, of several lines, with characters that formats escape.
std::string text(Random& random);

/// Every kind of row, every cell perhaps filled.
jibiao::Book book(Random& random);

/// Something a person could do to the book, also to rows that do not exist.
jibiao::edit::Edit edit(Random& random, const jibiao::Book& book);

/// A book in the words of a form, as people fill it in: only what the form has a place for, texts of one line
/// without awkward characters.
jibiao::Book filled_form(Random& random, const jibiao::Template& form);

} // namespace random_book
