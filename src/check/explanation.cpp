#include "check/explanation.h"

#include <algorithm>

namespace jibiao::check {

#define RULE(name)                                                                                           \
    namespace name {                                                                                         \
    extern const Explanation explanation;                                                                    \
    }
#include "check/rules.def"

namespace {

constexpr const Explanation* explanations[] = {
#define RULE(name) &name::explanation,
#include "check/rules.def"
};

} // namespace

const Explanation& explanation_of(const Rule& rule) {
    return *explanations[std::ranges::find(rules(), &rule) - rules().begin()];
}

} // namespace jibiao::check
