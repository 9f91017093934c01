#pragma once
#include "model/book.h"

#include <array>
#include <optional>
#include <string_view>

namespace jibiao::io {

/// The names under which files store enumerators, by value.
inline constexpr std::array<std::string_view, 5> origin_names{"typed", "read", "inherited", "rebuilt",
                                                              "carried"};
inline constexpr std::array<std::string_view, 2> project_kind_names{"project", "department"};
inline constexpr std::array<std::string_view, 4> comment_kind_names{"remark", "returned", "approved",
                                                                    "resolved"};

constexpr const auto& names_of(Origin) {
    return origin_names;
}
constexpr const auto& names_of(ProjectKind) {
    return project_kind_names;
}

constexpr const auto& names_of(CommentKind) {
    return comment_kind_names;
}

} // namespace jibiao::io
