#pragma once
#include "base/result.h"
#include "platform/platform.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

/// Files of a POSIX system. What goes wrong is said in a few words of Chinese ("磁盘已满"), without a full
/// stop, for a sentence that says where.

namespace jibiao::platform {

inline constexpr std::size_t most_file_bytes = std::size_t{64} << 20;

/// An open file; closed at the end.
class File {
  public:
    /// `flags` as open(2) has them. A new file is readable and writable as the person's settings say.
    static Result<File> open(const std::filesystem::path& path, int flags);
    /// A new one in `folder` called `name` or, where that is taken, "name (2).json", "name (3).json" …:
    /// `name` is changed to what it got.
    static Result<File> create_beside_others(const std::filesystem::path& folder, std::string& name);
    File(File&& other) noexcept;
    File& operator=(File&& other) noexcept;
    ~File();

    int descriptor() const { return descriptor_; }
    bool is_folder() const;
    /// From the beginning, or an error if there is more than `most`.
    Result<std::string> read(std::size_t most) const;
    std::optional<Error> write(std::string_view bytes, std::size_t offset) const;
    std::optional<Error> cut(std::size_t size) const;
    /// Returns when everything written is on the disk.
    std::optional<Error> sync() const;

  private:
    explicit File(int descriptor) : descriptor_(descriptor) {}

    int descriptor_ = -1;
};

/// What the last system call complained about.
Error last_error();

/// Makes the names in `folder` (created, renamed) durable.
std::optional<Error> sync_folder(const std::filesystem::path& folder);
/// Durably gives the file at `path` new contents: a reader finds either the old ones or all of the new ones,
/// whenever the power fails.
std::optional<Error> replace_file(const std::filesystem::path& path, std::string_view bytes);

/// A file of a person → FileOpened, or FileFailed if it cannot be read or has more than most_file_bytes.
Event read_file(const std::filesystem::path& path);
/// Writes a file of a person into `folder`, as "name (2).json" if "name.json" is taken: nothing is
/// overwritten, nothing is left half-written → FileSaved with the name it got, or FileSaveFailed.
Event write_new_file(const std::filesystem::path& folder, std::string_view name, std::string_view bytes);

} // namespace jibiao::platform
