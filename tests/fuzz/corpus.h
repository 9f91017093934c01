#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace jibiao::fuzz {

struct Input {
    std::string name;
    std::string bytes;
};

/// Sound files for a target, made of assets/ and tests/files/: where mutations begin.
std::vector<Input> seeds(std::string_view target);
/// Inputs that once did harm: tests/fuzz/regression/<target>/.
std::vector<Input> regressions(std::string_view target);
/// Words for libFuzzer's dictionary: what the known forms, profiles and files put between quotation marks.
std::vector<std::string> words(std::string_view target);

/// A large or ugly input that is made rather than stored.
struct Nasty {
    std::string name;
    std::function<std::string()> make;
};
std::vector<Nasty> nasty_inputs(std::string_view target);

} // namespace jibiao::fuzz
