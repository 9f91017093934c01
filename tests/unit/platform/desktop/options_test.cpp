#include "platform/desktop/options.h"

#include "base/text.h"

#include <doctest/doctest.h>
#include <initializer_list>
#include <vector>

namespace options_test {

using namespace jibiao;
using namespace jibiao::platform;

namespace {

Result<DesktopOptions> read(std::initializer_list<const char*> words) {
    std::vector<std::string> texts(words.begin(), words.end());
    std::vector<char*> arguments;
    for (std::string& text : texts)
        arguments.push_back(text.data());
    return read_options(arguments);
}

} // namespace

TEST_CASE("The window's command line names a file, folders and a picture") {
    const auto options = read({"--data", "d", "绩效.txt", "--screenshot", "s.bmp", "--script", "t",
                               "--frames", "5", "--scale", "1.5"});
    REQUIRE(options);
    CHECK(options->file == "绩效.txt");
    CHECK(options->script == "t");
    CHECK(options->data == "d");
    CHECK(options->screenshot == "s.bmp");
    CHECK(options->frames == 5);
    CHECK(options->scale == 1.5f);
}

TEST_CASE("The window starts without a command line") {
    const auto options = read({});
    REQUIRE(options);
    CHECK(options->file.empty());
    CHECK(options->data.empty());
    CHECK(options->scale == 1);
}

TEST_CASE("A command line that makes no sense is refused with the usage") {
    CHECK(contains(read({"--colour", "red"}).error().what, "没有“--colour”这个选项"));
    CHECK(contains(read({"--data"}).error().what, "--data 后面还要写一项"));
    CHECK(contains(read({"--frames", "0"}).error().what, "--frames"));
    CHECK(contains(read({"--frames", "3x"}).error().what, "--frames"));
    CHECK(contains(read({"--scale", "nan"}).error().what, "--scale"));
    CHECK(contains(read({"a.txt", "b.txt"}).error().what, "一次打开一个文件"));
    CHECK(contains(read({"a.txt", "b.txt"}).error().what, desktop_usage));
}

} // namespace options_test
