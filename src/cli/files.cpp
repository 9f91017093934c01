#include "cli/files.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <system_error>

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
    const std::string beside = path + ".jibiao-tmp";
    std::FILE* file = std::fopen(beside.c_str(), "wb");
    if (!file)
        return failed(errno);
    const bool written =
        std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size() && std::fflush(file) == 0;
    const int write_error = errno;
    const bool closed = std::fclose(file) == 0;
    std::error_code error;
    if (!written || !closed) {
        std::filesystem::remove(beside, error);
        return failed(written ? errno : write_error);
    }
    std::filesystem::rename(beside, path, error);
    if (!error)
        return std::nullopt;
    const int rename_error = error.value();
    std::filesystem::remove(beside, error);
    return failed(rename_error);
}

} // namespace jibiao::cli
