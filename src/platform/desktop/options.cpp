#include "platform/desktop/options.h"

#include <charconv>
#include <optional>
#include <string_view>

namespace jibiao::platform {
namespace {

template <class Number>
std::optional<Number> number_in(std::string_view text, Number least, Number most) {
    Number number{};
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc() || end != text.data() + text.size() || !(number >= least && number <= most))
        return std::nullopt;
    return number;
}

Error refuse(std::string what) {
    return {std::move(what) + "。" + desktop_usage};
}

/// One option and its value; the error says what is wrong with it.
std::optional<Error> take_option(DesktopOptions& options, std::string_view name, std::string_view value) {
    if (name == "--data") {
        options.data = value;
    } else if (name == "--screenshot") {
        options.screenshot = value;
    } else if (name == "--script") {
        options.script = value;
    } else if (name == "--frames") {
        const auto frames = number_in(value, 1, 10'000);
        if (!frames)
            return refuse("--frames 后面要一个 1 到 10000 的整数");
        options.frames = *frames;
    } else if (name == "--scale") {
        const auto scale = number_in(value, 0.5f, 4.0f);
        if (!scale)
            return refuse("--scale 后面要一个 0.5 到 4 的数");
        options.scale = *scale;
    } else {
        return refuse("没有“" + std::string(name) + "”这个选项");
    }
    return std::nullopt;
}

} // namespace

Result<DesktopOptions> read_options(std::span<char* const> arguments) {
    DesktopOptions options;
    while (!arguments.empty()) {
        const std::string_view argument = arguments.front();
        arguments = arguments.subspan(1);
        if (argument == "--help" || argument == "-h") {
            options.help = true;
        } else if (!argument.starts_with("--")) {
            if (!options.file.empty())
                return refuse("一次打开一个文件");
            options.file = argument;
        } else {
            const std::string_view value = arguments.empty() ? "" : arguments.front();
            if (const auto failure = take_option(options, argument, value))
                return *failure;
            if (value.empty())
                return refuse(std::string(argument) + " 后面还要写一项");
            arguments = arguments.subspan(1);
        }
    }
    return options;
}

} // namespace jibiao::platform
