#pragma once
#include <cstddef>
#include <ctime>
#include <string>

namespace jibiao::fuzz {

/// Measures what a reader spends on an input, from construction on. One at a time.
///
/// Time: 1 s of processor time per MB and 0.1 s for the rest; several times that where the build is slowed
/// down by sanitizers, coverage or WebAssembly. Memory, which only builds with the address sanitizer can
/// tell: no allocation beyond 64 × the input, not more than 1,024 × the input alive at once, and 1 MB for
/// what does not grow with it.
class Budget {
  public:
    explicit Budget(std::size_t input_size);
    ~Budget();
    Budget(const Budget&) = delete;
    Budget& operator=(const Budget&) = delete;

    /// "", or what was exceeded and by how much. `who` names the spender.
    std::string exceeded(const std::string& who) const;

  private:
    std::size_t input_size_;
    std::clock_t started_;
};

} // namespace jibiao::fuzz
