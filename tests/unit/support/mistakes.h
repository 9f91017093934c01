#pragma once
#include "model/book.h"
#include "model/field.h"
#include "templates/template.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

/// Mistakes as people make them, each planted in a sound book (support/sound_books.h).
namespace mistakes {

/// Where a mistake is to be planted.
struct Place {
    jibiao::Book& book;
    jibiao::Project& project; ///< Of the book, writable.
    const jibiao::Template& form;
    unsigned number; ///< Of the place: for mistakes of which there are many, like typos.
};

struct Mistake {
    std::string rule;
    std::string kind;
    /// Changes the book and says where; nothing if the mistake has no place there.
    std::function<std::optional<jibiao::FieldRef>(const Place&)> plant;
};

const std::vector<Mistake>& all();

} // namespace mistakes
