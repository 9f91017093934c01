#pragma once
#include "model/row_id.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace jibiao {

/// An ordered list of rows that is cheap to copy: copies share their rows until one of them is edited. Undo
/// keeps whole books, and "what did this edit touch?" is a comparison of pointers (`shares`). `Row` is a
/// struct with a member `RowId id`.
template <class Row>
class Rows {
  public:
    class iterator {
      public:
        using difference_type = std::ptrdiff_t;
        using value_type = Row;
        using pointer = const Row*;
        using reference = const Row&;
        using iterator_category = std::forward_iterator_tag;

        iterator() = default;
        explicit iterator(const std::shared_ptr<const Row>* at) : at_(at) {}
        const Row& operator*() const { return **at_; }
        const Row* operator->() const { return at_->get(); }
        iterator& operator++() {
            ++at_;
            return *this;
        }
        iterator operator++(int) { return iterator(at_++); }
        bool operator==(const iterator&) const = default;

      private:
        const std::shared_ptr<const Row>* at_ = nullptr;
    };

    std::size_t size() const { return rows_.size(); }
    bool empty() const { return rows_.empty(); }
    const Row& operator[](std::size_t index) const { return *rows_[index]; }
    const Row& front() const { return *rows_.front(); }
    const Row& back() const { return *rows_.back(); }
    iterator begin() const { return iterator(rows_.data()); }
    iterator end() const { return iterator(rows_.data() + rows_.size()); }

    /// The last row whose id is not above `id`, if ids grow from front to back, as when a book was read or
    /// written anew: the row itself, or the one that holds it. A guess; 0 if there is none.
    std::size_t likely_index(RowId id) const {
        std::size_t first = 0, count = rows_.size();
        while (count > 1) {
            const std::size_t half = count / 2;
            first += rows_[first + half]->id <= id ? half : 0;
            count -= half;
        }
        return first;
    }
    std::optional<std::size_t> index_of(RowId id) const {
        if (const std::size_t likely = likely_index(id); likely < rows_.size() && rows_[likely]->id == id)
            return likely;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (rows_[i]->id == id)
                return i;
        }
        return std::nullopt;
    }
    const Row* find(RowId id) const {
        const auto index = index_of(id);
        return index ? rows_[*index].get() : nullptr;
    }

    /// The row for writing; copied first if another list shares it.
    Row& edit(std::size_t index) {
        auto& row = rows_[index];
        if (row.use_count() > 1)
            row = std::make_shared<Row>(*row);
        return const_cast<Row&>(*row); // Made by make_shared<Row> and owned by this list alone.
    }
    /// An empty row at the end, to be filled in.
    Row& add() {
        auto made = std::make_shared<Row>();
        Row& result = *made;
        rows_.push_back(std::move(made));
        return result;
    }
    Row& push_back(Row row) { return insert(rows_.size(), std::move(row)); }
    Row& insert(std::size_t index, Row row) {
        auto made = std::make_shared<Row>(std::move(row));
        Row& result = *made;
        rows_.insert(rows_.begin() + static_cast<std::ptrdiff_t>(index), std::move(made));
        return result;
    }
    void erase(std::size_t index) { rows_.erase(rows_.begin() + static_cast<std::ptrdiff_t>(index)); }
    void clear() { rows_.clear(); }

    /// The row as a value that outlives changes of the list: the same one as long as it was not edited.
    const std::shared_ptr<const Row>& share(std::size_t index) const { return rows_[index]; }
    /// True if row `index` is the very row `other_index` of `other`: not changed since the two were copies.
    bool shares(std::size_t index, const Rows& other, std::size_t other_index) const {
        return rows_[index] == other.rows_[other_index];
    }
    /// Takes the row of another list without copying it.
    void push_back_shared(const Rows& other, std::size_t index) { rows_.push_back(other.rows_[index]); }

    friend bool operator==(const Rows& a, const Rows& b) {
        if (a.rows_.size() != b.rows_.size())
            return false;
        for (std::size_t i = 0; i < a.rows_.size(); ++i) {
            if (a.rows_[i] != b.rows_[i] && !(*a.rows_[i] == *b.rows_[i]))
                return false;
        }
        return true;
    }

  private:
    std::vector<std::shared_ptr<const Row>> rows_;
};

} // namespace jibiao
