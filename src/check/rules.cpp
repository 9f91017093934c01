#include "check/check.h"

namespace jibiao::check {

#define RULE(name)                                                                                           \
    namespace name {                                                                                         \
    extern const Rule rule;                                                                                  \
    }
#include "check/rules.def"

namespace {

constexpr const Rule* all[] = {
#define RULE(name) &name::rule,
#include "check/rules.def"
};

} // namespace

std::span<const Rule* const> rules() {
    return all;
}

} // namespace jibiao::check
