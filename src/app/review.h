#pragma once
#include "model/book.h"
#include "platform/later.h"

#include <cstdint>
#include <string_view>
#include <vector>

/// What reviewers and preparers have said about the cells of a book (Comment), by cell.

namespace jibiao::app {

enum class ReviewState : std::uint8_t {
    open,     ///< Something was remarked, and nobody has dealt with it.
    returned, ///< 退回: must be changed.
    approved, ///< 通过.
    resolved, ///< 已处理.
};

/// All that was said about one cell.
struct Thread {
    FieldRef at;
    std::vector<std::size_t> comments; ///< Indices into Book::comments, in order.
    /// The last word on it counts. A remark on what was approved or resolved opens it anew; on what was
    /// returned it is an answer.
    ReviewState state = ReviewState::open;

    bool waits() const { return state == ReviewState::open || state == ReviewState::returned; }
};

/// In the order of the book.
[[gnu::noinline]] std::vector<Thread> threads_of(const platform::Later&, const Book& book);
/// Those that somebody has yet to deal with.
std::size_t count_waiting(const std::vector<Thread>& threads);

/// 待处理, 退回, 通过, 已处理.
std::string_view name_of(ReviewState state);

} // namespace jibiao::app
