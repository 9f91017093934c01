#pragma once
#include <string>
#include <vector>

namespace bench {

/// Registers what reading, checking and writing of documents costs; of none: the samples and, where they are,
/// the documents of ../shared/seeds.
void add_documents(const std::vector<std::string>& paths);

} // namespace bench
