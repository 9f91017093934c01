#pragma once
#include "check/check.h"
#include "model/book.h"
#include "templates/template.h"

#include <string>
#include <string_view>
#include <vector>

namespace jibiao::cli {

/// A file that was read and checked.
struct CheckedFile {
    std::string path; ///< As it was given.
    Book book;
    check::Report report;
};

/// For people: file:line: 错误 rule: message, the place with its cell below, and a line that counts.
std::string text_report(const std::vector<CheckedFile>& files, const Templates& forms);

/// {"version":1,"profile":…,"files":[…],"findings":[…]}: a contract (README.md), scripts depend on it.
std::string json_report(const std::vector<CheckedFile>& files, const Templates& forms,
                        std::string_view profile);

} // namespace jibiao::cli
