#pragma once
#include "base/words.h"
#include "model/book.h"

#include <cstddef>

namespace jibiao {

/// In Chinese: tr() where it is shown.
constexpr const char* name_of(CommentKind kind) {
    constexpr const char* names[] = {word("批注"), word("退回"), word("通过"), word("已处理")};
    return names[static_cast<std::size_t>(kind)];
}

} // namespace jibiao
