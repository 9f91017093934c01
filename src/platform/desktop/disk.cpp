#include "platform/desktop/disk.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace jibiao::platform {
namespace {

constexpr std::size_t megabyte = std::size_t{1} << 20;

template <class Call>
auto retry(Call call) {
    auto result = call();
    while (result < 0 && errno == EINTR)
        result = call();
    return result;
}

/// "a.jibiao.json" → "a", ".jibiao.json"; "2021.5.txt" → "2021.5", ".txt".
std::pair<std::string, std::string> split_name(std::string_view name) {
    const std::filesystem::path whole(name);
    std::filesystem::path stem = whole.stem();
    std::string extension = whole.extension().string();
    if (stem.extension() == ".jibiao") {
        extension = ".jibiao" + extension;
        stem = stem.stem();
    }
    return {stem.string(), extension};
}

int open_descriptor(const std::filesystem::path& path, int flags) {
    return retry([&] { return ::open(path.c_str(), flags | O_CLOEXEC, 0666); });
}

std::optional<Error> write_and_sync(const File& file, std::string_view bytes) {
    if (auto failure = file.write(bytes, 0))
        return failure;
    return file.sync();
}

} // namespace

Error last_error() {
    switch (errno) {
    case ENOENT:
        return {"找不到这个文件或文件夹"};
    case EACCES:
    case EPERM:
        return {"没有权限"};
    case ENOSPC:
    case EDQUOT:
        return {"磁盘已满"};
    case EROFS:
        return {"磁盘是只读的"};
    case EISDIR:
        return {"这是文件夹，不是文件"};
    case ENOTDIR:
    case EEXIST:
        return {"路径中有同名的文件，不是文件夹"};
    case ENAMETOOLONG:
        return {"文件名太长"};
    default:
        return {std::string("系统报告“") + std::strerror(errno) + "”"};
    }
}

Result<File> File::open(const std::filesystem::path& path, int flags) {
    const int descriptor = open_descriptor(path, flags);
    if (descriptor < 0)
        return last_error();
    return File(descriptor);
}

File::File(File&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

File& File::operator=(File&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

File::~File() {
    if (descriptor_ >= 0)
        ::close(descriptor_);
}

bool File::is_folder() const {
    struct stat status {};
    return ::fstat(descriptor_, &status) == 0 && S_ISDIR(status.st_mode);
}

Result<std::string> File::read(std::size_t most) const {
    std::string bytes;
    std::string part(64 * 1024, '\0');
    while (bytes.size() <= most) {
        const ssize_t got = retry([&] { return ::read(descriptor_, part.data(), part.size()); });
        if (got < 0)
            return last_error();
        if (got == 0)
            return bytes;
        bytes.append(part, 0, static_cast<std::size_t>(got));
    }
    return Error{"超过 " + std::to_string(most / megabyte) + " MB 的上限"};
}

std::optional<Error> File::write(std::string_view bytes, std::size_t offset) const {
    while (!bytes.empty()) {
        const ssize_t put = retry(
            [&] { return ::pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(offset)); });
        if (put < 0)
            return last_error();
        bytes.remove_prefix(static_cast<std::size_t>(put));
        offset += static_cast<std::size_t>(put);
    }
    return std::nullopt;
}

std::optional<Error> File::cut(std::size_t size) const {
    if (retry([&] { return ::ftruncate(descriptor_, static_cast<off_t>(size)); }) < 0)
        return last_error();
    return std::nullopt;
}

std::optional<Error> File::sync() const {
    if (retry([&] { return ::fsync(descriptor_); }) < 0)
        return last_error();
    return std::nullopt;
}

std::optional<Error> sync_folder(const std::filesystem::path& folder) {
    const Result<File> opened = File::open(folder, O_RDONLY);
    return opened ? opened->sync() : opened.error();
}

std::optional<Error> replace_file(const std::filesystem::path& path, std::string_view bytes) {
    const std::filesystem::path fresh = path.string() + ".new";
    const Result<File> file = File::open(fresh, O_WRONLY | O_CREAT | O_TRUNC);
    if (!file)
        return file.error();
    auto failure = write_and_sync(*file, bytes);
    if (!failure && std::rename(fresh.c_str(), path.c_str()) != 0)
        failure = last_error();
    if (failure) {
        ::unlink(fresh.c_str());
        return failure;
    }
    return sync_folder(path.parent_path());
}

Result<File> File::create_beside_others(const std::filesystem::path& folder, std::string& name) {
    const auto [stem, extension] = split_name(name);
    for (int number = 2;; ++number) {
        const int descriptor = open_descriptor(folder / name, O_WRONLY | O_CREAT | O_EXCL);
        if (descriptor >= 0)
            return File(descriptor);
        if (errno != EEXIST)
            return last_error();
        name = stem + " (" + std::to_string(number) + ")" + extension;
    }
}

Event read_file(const std::filesystem::path& path) {
    const std::string name = path.filename().string();
    const Result<File> file = File::open(path, O_RDONLY);
    if (!file)
        return FileFailed{name, file.error().what + "。请检查文件名和位置后重试。"};
    if (file->is_folder())
        return FileFailed{name, "这是文件夹，不是文件。请选其中的一个文件。"};
    Result<std::string> bytes = file->read(most_file_bytes);
    if (!bytes)
        return FileFailed{name,
                          bytes.error().what + "，没有打开。请确认选的是绩效目标文件，或拆分后再打开。"};
    return FileOpened{name, *std::move(bytes)};
}

Event write_new_file(const std::filesystem::path& folder, std::string_view name, std::string_view bytes) {
    std::string free_name = std::filesystem::path(name).filename().string();
    const Result<File> file = File::create_beside_others(folder, free_name);
    if (!file)
        return FileSaveFailed{free_name, file.error().what + "。请换一个文件夹启动后重试。"};
    if (const auto failure = write_and_sync(*file, bytes)) {
        ::unlink((folder / free_name).c_str());
        return FileSaveFailed{free_name, failure->what + "。请清理磁盘后重试。"};
    }
    return FileSaved{free_name, false};
}

} // namespace jibiao::platform
