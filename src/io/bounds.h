#pragma once
#include "base/result.h"
#include "model/book.h"
#include "model/patch.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>

namespace jibiao::io {

// What a file may contain. No form was ever near these; past them a file is refused with a clear error.

inline constexpr std::size_t largest_file = 64u << 20; ///< Bytes.
inline constexpr std::size_t deepest = 64;             ///< Lists and objects in each other.
inline constexpr std::size_t most_projects = 10'000;
inline constexpr std::size_t most_cells = 1'000'000;           ///< Of all rows together.
inline constexpr std::size_t most_values = 8'000'000;          ///< Texts, numbers, lists … of JSON or XML.
inline constexpr std::uint32_t highest_number = 1'000'000'000; ///< Lines, levels, years.

std::optional<Error> check_file_size(std::string_view bytes);
/// A book that was made of a file of this size: what is refused when it is read again must not be made.
std::optional<Error> check_bounds(const Book& book, std::size_t file_size);

Error too_deep(std::string_view text, std::size_t offset);
Error too_many_values(std::string_view text, std::size_t offset);

/// Cells that a row has by itself, without the rows below it; at least 1.
std::size_t cells_in(const ContentsLine&);
std::size_t cells_in(const Table&);
std::size_t cells_in(const TableRow&);
std::size_t cells_in(const Project&);
std::size_t cells_in(const PlanLine&);
std::size_t cells_in(const Phase&);
std::size_t cells_in(const Indicator&);
inline std::size_t cells_in(const ProjectPatch& patch) {
    return cells_in(patch.project);
}
template <class Row>
std::size_t cells_in(const Row&) {
    return 1; // Headings, paragraphs, goals, notes, ids of a patch.
}

/// Counts the rows of one file while they are read. A row that costs three bytes in a file takes hundreds in
/// memory, so memory is counted too.
class Tally {
  public:
    explicit Tally(std::size_t file_size) : most_memory_(slack + 32 * file_size) {}

    /// False from the first row on that is too much.
    template <class Row>
    bool add(const Row& row) {
        return add(cells_in(row), sizeof(Row) + overhead,
                   std::is_same_v<Row, Project> || std::is_same_v<Row, ProjectPatch>);
    }
    /// What was too much.
    const std::optional<Error>& error() const { return error_; }

  private:
    static constexpr std::size_t slack = 4u << 20;
    static constexpr std::size_t overhead = 3 * sizeof(void*); ///< Of a shared row in its list.
    bool add(std::size_t cells, std::size_t memory, bool is_project);

    std::size_t most_memory_;
    std::size_t memory_ = 0;
    std::size_t cells_ = 0;
    std::size_t projects_ = 0;
    std::optional<Error> error_;
};

} // namespace jibiao::io
