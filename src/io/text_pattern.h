#pragma once
#include "model/book.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Text with placeholders, as a form's layout has it (templates/template.h: TextLayout).

namespace jibiao::io {

/// What a placeholder stands for.
struct Filler {
    std::string text;           ///< What is printed where it is all of the cell.
    const Cell* cell = nullptr; ///< Where it comes from.
};
using Lookup = std::function<std::optional<Filler>(std::string_view key)>;

struct Filled {
    std::string text;
    bool any = false; ///< A placeholder had something to say.
    std::vector<const Cell*> cells = {};
};

/// `pattern` with its {keys} filled in by what the cells say; a [part] whose keys have nothing to say goes.
Filled compose(std::string_view pattern, const Lookup& lookup);

} // namespace jibiao::io
