#pragma once
#include "model/book.h"

/// Books for tests of archives.
namespace generated_books {

/// Something in every member of every row, made by walking the tables of model/field.h: texts that are
/// awkward to store (quotes, markup, line ends, blanks at the ends, control characters, all planes), all
/// enumerators.
jibiao::Book full_book();

/// The same with the number and the contents of rows left to chance; equal for equal seeds.
jibiao::Book random_book(unsigned seed);

} // namespace generated_books
