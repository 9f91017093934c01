#include "platform/desktop/disk.h"

#include "base/text.h"
#include "platform/desktop/temporary_folder.h"

#include <doctest/doctest.h>
#include <fstream>

namespace disk_test {

using namespace jibiao;
using namespace jibiao::platform;

namespace {

std::string text_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void write_text(const std::filesystem::path& path, std::string_view text) {
    std::ofstream(path, std::ios::binary) << text;
}

} // namespace

TEST_CASE("A file is opened by its own name and with all its bytes") {
    const TemporaryFolder folder;
    const std::string bytes("一\0\r\n二", 9);
    write_text(folder / "绩效目标.txt", bytes);
    const Event event = read_file(folder / "绩效目标.txt");
    REQUIRE(std::holds_alternative<FileOpened>(event));
    CHECK(std::get<FileOpened>(event).name == "绩效目标.txt");
    CHECK(std::get<FileOpened>(event).bytes == bytes);
}

TEST_CASE("What cannot be opened is refused with a reason") {
    const TemporaryFolder folder;
    const auto reason = [](const std::filesystem::path& path) {
        const Event event = read_file(path);
        REQUIRE(std::holds_alternative<FileFailed>(event));
        return std::get<FileFailed>(event).reason;
    };
    CHECK(contains(reason(folder / "没有.txt"), "找不到"));
    CHECK(contains(reason(folder.path()), "这是文件夹"));
    write_text(folder / "大.txt", "");
    std::filesystem::resize_file(folder / "大.txt", most_file_bytes + 1);
    CHECK(contains(reason(folder / "大.txt"), "超过 64 MB 的上限"));
    CHECK(contains(reason("/dev/zero"), "超过 64 MB 的上限"));
}

TEST_CASE("A file of exactly the limit is opened") {
    const TemporaryFolder folder;
    write_text(folder / "大.txt", "");
    std::filesystem::resize_file(folder / "大.txt", most_file_bytes);
    CHECK(std::holds_alternative<FileOpened>(read_file(folder / "大.txt")));
}

TEST_CASE("Saving never overwrites a file") {
    const TemporaryFolder folder;
    const auto saved_as = [&](std::string_view name, std::string_view bytes) {
        const Event event = write_new_file(folder.path(), name, bytes);
        REQUIRE(std::holds_alternative<FileSaved>(event));
        return std::get<FileSaved>(event).name;
    };
    CHECK(saved_as("示例市.jibiao.json", "1") == "示例市.jibiao.json");
    CHECK(saved_as("示例市.jibiao.json", "2") == "示例市 (2).jibiao.json");
    CHECK(saved_as("示例市.jibiao.json", "3") == "示例市 (3).jibiao.json");
    CHECK(text_of(folder / "示例市.jibiao.json") == "1");
    CHECK(text_of(folder / "示例市 (2).jibiao.json") == "2");
    CHECK(saved_as("2021.5.txt", "") == "2021.5.txt");
    CHECK(saved_as("2021.5.txt", "") == "2021.5 (2).txt");
}

TEST_CASE("Saving stays in its folder") {
    const TemporaryFolder folder;
    std::filesystem::create_directory(folder / "inner");
    const Event event = write_new_file(folder / "inner", "../outside.json", "1");
    CHECK(std::get<FileSaved>(event).name == "outside.json");
    CHECK(std::filesystem::exists(folder / "inner/outside.json"));
    CHECK_FALSE(std::filesystem::exists(folder / "outside.json"));
}

TEST_CASE("Saving into a folder that is not there is refused with a reason") {
    const TemporaryFolder folder;
    const Event event = write_new_file(folder / "nowhere", "a.json", "1");
    REQUIRE(std::holds_alternative<FileSaveFailed>(event));
    CHECK(contains(std::get<FileSaveFailed>(event).reason, "找不到"));
}

TEST_CASE("Replacing a file leaves nothing else behind") {
    const TemporaryFolder folder;
    write_text(folder / "a", "a long old text");
    CHECK_FALSE(replace_file(folder / "a", "new"));
    CHECK(text_of(folder / "a") == "new");
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("A file that cannot be replaced keeps its contents") {
    const TemporaryFolder folder;
    write_text(folder / "a", "old");
    std::filesystem::create_directory(folder / "a.new"); // Where the new contents would be prepared.
    CHECK(replace_file(folder / "a", "new"));
    CHECK(text_of(folder / "a") == "old");
}

} // namespace disk_test
