#include "cli/version.h"

namespace jibiao::cli {

std::string_view version() {
    return JIBIAO_VERSION;
}

} // namespace jibiao::cli
