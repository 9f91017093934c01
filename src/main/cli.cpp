#include "cli/cli.h"
#include "platform/local_date.h"

#include <array>
#include <cstdio>
#include <unistd.h>
#include <vector>

namespace {

std::string read_stdin(std::size_t most) {
    std::string bytes;
    std::array<char, 1 << 16> chunk;
    while (bytes.size() < most) {
        const std::size_t count = std::fread(chunk.data(), 1, chunk.size(), stdin);
        if (count == 0)
            break;
        bytes.append(chunk.data(), count);
    }
    return bytes;
}

bool write_stdout(std::string_view text) {
    return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
}

void write_stderr(std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stderr);
}

} // namespace

int main(int count, char** words) {
    const std::vector<std::string_view> arguments(words + 1, words + count);
    const bool terminal = isatty(STDERR_FILENO) != 0;
    return jibiao::cli::run(arguments,
                            {read_stdin, write_stdout, write_stderr, jibiao::platform::local_date, terminal});
}
