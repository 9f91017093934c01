#include "app/review.h"

#include "base/sort.h"
#include "base/words.h"
#include "model/field.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace jibiao::app {
namespace {

ReviewState after(ReviewState state, CommentKind kind) {
    switch (kind) {
    case CommentKind::returned:
        return ReviewState::returned;
    case CommentKind::approved:
        return ReviewState::approved;
    case CommentKind::resolved:
        return ReviewState::resolved;
    case CommentKind::remark:
        break;
    }
    return state == ReviewState::returned ? state : ReviewState::open;
}

} // namespace

std::vector<Thread> threads_of(const platform::Later&, const Book& book) {
    std::vector<Thread> threads;
    if (book.comments.empty())
        return threads;
    std::unordered_map<std::uint64_t, std::size_t> index;
    for (std::size_t i = 0; i < book.comments.size(); ++i) {
        const Comment& comment = book.comments[i];
        const auto [found, is_new] = index.try_emplace(cell_key(comment.at), threads.size());
        if (is_new)
            threads.push_back({comment.at, {}, ReviewState::open});
        Thread& thread = threads[found->second];
        thread.comments.push_back(i);
        thread.state = after(thread.state, comment.kind);
    }
    std::unordered_map<std::uint64_t, std::size_t> places;
    for_each_cell(book, [&, place = std::size_t{0}](FieldRef at, const Cell&) mutable {
        ++place;
        if (index.contains(cell_key(at)))
            places.emplace(cell_key(at), place);
    });
    jibiao::sort(threads, [&places](const Thread& a, const Thread& b) {
        const auto place = [&places](const Thread& thread) {
            const auto found = places.find(cell_key(thread.at));
            return found == places.end() ? std::numeric_limits<std::size_t>::max() : found->second;
        };
        return place(a) != place(b) ? place(a) < place(b) : a.comments.front() < b.comments.front();
    });
    return threads;
}

std::size_t count_waiting(const std::vector<Thread>& threads) {
    return static_cast<std::size_t>(std::ranges::count_if(threads, &Thread::waits));
}

std::string_view name_of(ReviewState state) {
    constexpr const char* names[] = {word("待处理"), word("退回"), word("通过"), word("已处理")};
    return tr(names[static_cast<std::size_t>(state)]);
}

} // namespace jibiao::app
