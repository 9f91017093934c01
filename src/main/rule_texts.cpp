#include "check/explained.h"

#include <cstdio>

/// What the page fetches when a person asks why a rule reports something: run while the page is built.
int main() {
    const std::string all = jibiao::check::write_explained();
    return std::fwrite(all.data(), 1, all.size(), stdout) == all.size() ? 0 : 1;
}
