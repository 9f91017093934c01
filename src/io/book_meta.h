#pragma once
#include <string>
#include <string_view>

namespace jibiao::io {

/// What the list of books says of one without opening it: the storage keeps it beside the book as a short
/// JSON text.
struct BookMeta {
    std::string name;        ///< Given by a person; "": the title.
    std::string title;       ///< Of the book, or what stands for it.
    std::string unit;        ///< Whose book it is.
    std::string template_id; ///< Of its form.
    std::string made_from;   ///< Id of the book of which it is a copy, or next year's; "" if of none.
    std::string day;         ///< Of the last change: 2026-11-29.
    int year = 0;            ///< 年度; 0 if not known.
    int to_mend = -1;        ///< Findings that block handing it in; -1 if not known.
    int comments = 0;        ///< That nobody has dealt with.
    int change = 0;          ///< Higher than that of every book that was changed earlier.
    bool archived = false;
    bool deleted = false; ///< Goes when the program starts next.

    bool operator==(const BookMeta&) const = default;
};

std::string write_meta(const BookMeta& meta);
/// What is missing or no such thing has its default.
BookMeta read_meta(std::string_view text);

} // namespace jibiao::io
