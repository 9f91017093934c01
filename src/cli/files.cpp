#include "cli/files.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

namespace jibiao::cli {
namespace {

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

std::string quoted(const std::string& path) {
    return path == "-" ? "标准输入" : "“" + path + "”";
}

Error too_large(const std::string& path) {
    return {quoted(path) + "超过 64 MB，不像是绩效文本，没有读取。"};
}

std::string reason_of(int error) {
    switch (error) {
    case ENOENT:
        return "文件或文件夹不存在";
    case EACCES:
    case EPERM:
    case EROFS:
        return "没有权限";
    case ENOSPC:
        return "磁盘已满";
    case ENOTDIR:
        return "路径中有一段不是文件夹";
    case EISDIR:
        return "这是一个文件夹";
    default:
        return std::strerror(error);
    }
}

Result<std::string> read_file(const std::string& path) {
    const File file(std::fopen(path.c_str(), "rb"));
    if (!file)
        return Error{"打不开" + quoted(path) + "：" + reason_of(errno) + "。"};
    std::string bytes;
    std::array<char, 1 << 16> chunk;
    while (const std::size_t count = std::fread(chunk.data(), 1, chunk.size(), file.get())) {
        bytes.append(chunk.data(), count);
        if (bytes.size() > largest_file)
            return too_large(path);
    }
    if (std::ferror(file.get()))
        return Error{"读不了" + quoted(path) + "：" + reason_of(errno) + "。"};
    return bytes;
}

/// Writes and closes. 0, or the reason why not all of it was written.
int write_to(std::FILE* file, std::string_view bytes) {
    if (!file)
        return errno;
    const bool written =
        std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size() && std::fflush(file) == 0;
    const int reason = errno;
    if (std::fclose(file) != 0 && written)
        return errno;
    return written ? 0 : reason;
}

/// A new file in the same folder, and its name; what is there already is left alone.
std::pair<std::FILE*, std::string> open_beside(const std::string& path) {
    constexpr int most = 100;
    std::string name;
    for (int i = 0; i < most; ++i) {
        name = path + ".jibiao-tmp" + std::to_string(i);
        std::FILE* file = std::fopen(name.c_str(), "wbx");
        if (file || errno != EEXIST)
            return {file, name};
    }
    return {nullptr, name};
}

} // namespace

bool is_directory(const std::string& path) {
    std::error_code ignored;
    return std::filesystem::is_directory(path, ignored);
}

Result<std::string> read_input(const std::string& path, const Streams& streams) {
    if (path != "-" && is_directory(path))
        return Error{quoted(path) + "是一个文件夹，请给出里面的文件。"};
    auto bytes = path == "-" ? Result<std::string>(streams.read_input(largest_file + 1)) : read_file(path);
    if (bytes && bytes->size() > largest_file)
        return too_large(path);
    if (bytes && bytes->empty())
        return Error{quoted(path) + "是空的。"};
    return bytes;
}

std::optional<Error> write_output(const std::string& path, std::string_view bytes, const Streams& streams) {
    if (path == "-") {
        if (streams.out(bytes))
            return std::nullopt;
        return Error{"写不到标准输出。"};
    }
    const auto failed = [&path](int error) {
        return Error{"写不了“" + path + "”：" + reason_of(error) + "。"};
    };
    if (is_directory(path))
        return failed(EISDIR);
    std::error_code error;
    const auto linked =
        std::filesystem::canonical(path, error); // A link stays one; what it names is written.
    const std::string target = error ? path : linked.string();
    const auto old = std::filesystem::status(target, error);
    if (std::filesystem::exists(old) && !std::filesystem::is_regular_file(old)) {
        const int reason = write_to(std::fopen(target.c_str(), "wb"), bytes); // A pipe or device.
        return reason == 0 ? std::nullopt : std::optional(failed(reason));
    }
    const auto [file, beside] = open_beside(target);
    if (!file)
        return failed(errno);
    int reason = write_to(file, bytes);
    if (reason == 0 && std::filesystem::exists(old))
        std::filesystem::permissions(beside, old.permissions(), error);
    if (reason == 0) {
        std::filesystem::rename(beside, target, error);
        reason = error.value();
    }
    if (reason == 0)
        return std::nullopt;
    std::filesystem::remove(beside, error);
    return failed(reason);
}

} // namespace jibiao::cli
