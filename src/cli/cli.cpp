#include "cli/cli.h"

#include "base/text.h"
#include "cli/commands.h"
#include "cli/version.h"

#include <algorithm>
#include <vector>

namespace jibiao::cli {
namespace {

constexpr int unusable = 2;

const Command* find_command(std::string_view name) {
    const auto found =
        std::ranges::find(commands(), name, [](const Command* command) { return command->name; });
    return found == commands().end() ? nullptr : *found;
}

std::string usage_of(const Command& command) {
    std::string usage = "jibiao " + std::string(command.name);
    if (!command.operands.empty())
        usage += " " + std::string(command.operands);
    for (const Option& option : command.options) {
        const std::string_view name = option.short_name.empty() ? option.name : option.short_name;
        usage += " [" + std::string(name) + (option.value.empty() ? "" : " ") + std::string(option.value) +
                 (option.repeats ? "]..." : "]");
    }
    return usage;
}

std::string help_for_all() {
    std::string help = "绩表 jibiao：检查预算绩效目标文本。\n\n";
    for (const Command* command : commands())
        help += "  " + usage_of(*command) + "\n      " + std::string(command->help) + "\n";
    return help +
           "\n  jibiao COMMAND --help    一个命令的全部选项\n  jibiao --version\n\n"
           "FILE 或 OUT 为 - 表示标准输入或标准输出。\n"
           "退出码：0 完成；1 有须改（--phase）或 --fail-on 及以上的问题；2 文件、选项或磁盘有问题。\n";
}

std::string help_for(const Command& command) {
    std::string help = usage_of(command) + "\n" + std::string(command.help) + "\n";
    for (const Option& option : command.options) {
        help += "  " + std::string(option.name);
        if (!option.short_name.empty())
            help += ", " + std::string(option.short_name);
        help += (option.value.empty() ? "" : " ") + std::string(option.value) + "\n      " +
                std::string(option.help) + "\n";
    }
    return help;
}

int fail(const Streams& streams, std::string_view what) {
    streams.err("jibiao: " + replace_all(what, "\n", " ") + "\n");
    return unusable;
}

int print(const Streams& streams, std::string_view text) {
    return streams.out(text) ? 0 : fail(streams, "写不到标准输出。");
}

int unknown_command(std::string_view word, const Streams& streams) {
    std::vector<std::string_view> names;
    for (const Command* command : commands())
        names.push_back(command->name);
    const std::string_view near = nearest(word, names);
    return fail(streams, "没有命令“" + std::string(word) + "”，" +
                             (near.empty() ? "用 jibiao --help 查看全部命令。"
                                           : "是不是“" + std::string(near) + "”？"));
}

int run_command(const Command& command, std::span<const std::string_view> words, const Streams& streams) {
    if (std::ranges::any_of(words, [](std::string_view word) { return word == "--help" || word == "-h"; }))
        return print(streams, help_for(command));
    const auto arguments = read_arguments(words, command.options);
    if (!arguments)
        return fail(streams, arguments.error().what);
    const std::size_t count = arguments->operands.size();
    if (count < command.fewest_operands || count > command.most_operands)
        return fail(streams, "用法：" + usage_of(command));
    const auto status = command.run(*arguments, streams);
    return status ? *status : fail(streams, status.error().what);
}

} // namespace

int run(std::span<const std::string_view> arguments, const Streams& streams) {
    if (arguments.empty()) {
        streams.err(help_for_all());
        return unusable;
    }
    const std::string_view word = arguments.front();
    if (word == "--help" || word == "-h" || word == "help")
        return print(streams, help_for_all());
    if (word == "--version")
        return print(streams, "jibiao " + std::string(version()) + "\n");
    const Command* command = find_command(word);
    return command ? run_command(*command, arguments.subspan(1), streams) : unknown_command(word, streams);
}

} // namespace jibiao::cli
