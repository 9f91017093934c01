#include "check/fingerprint.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>

namespace jibiao::check {
namespace {

/// FNV-1a: the same on every machine, unlike std::hash.
class Hash {
  public:
    void add(std::string_view text) {
        for (const char c : text)
            add_byte(static_cast<unsigned char>(c));
        add_byte(0); // "a" "bc" is not "ab" "c".
    }
    std::string hex() const {
        constexpr std::string_view digits = "0123456789abcdef";
        std::string text;
        for (int shift = 60; shift >= 0; shift -= 4)
            text += digits[(value_ >> shift) & 0xF];
        return text;
    }

  private:
    void add_byte(std::uint64_t byte) { value_ = (value_ ^ byte) * 0x100000001b3; }
    std::uint64_t value_ = 0xcbf29ce484222325;
};

/// Names of the rows that cells belong to, found in one walk through the book.
struct RowNames {
    const Project* project = nullptr;
    const Indicator* indicator = nullptr;
};

std::unordered_map<RowId, RowNames> names_of_rows(const Book& book) {
    std::unordered_map<RowId, RowNames> names;
    for (const Project& project : book.projects) {
        for_each_own_cell(project, [&](FieldRef at, const Cell&) { names[at.row] = {&project, nullptr}; });
        for (const Indicator& indicator : project.indicators)
            names[indicator.id] = {&project, &indicator};
    }
    return names;
}

} // namespace

std::vector<std::string> fingerprints(const Book& book, const Report& report) {
    const auto names = names_of_rows(book);
    std::vector<std::string> result;
    std::unordered_map<std::string, int> seen;
    const auto add = [&](const Finding& finding) {
        Hash hash;
        hash.add(finding.rule);
        hash.add(field_key(finding.at.field));
        const auto row = names.find(finding.at.row);
        const RowNames named = row == names.end() ? RowNames{} : row->second;
        hash.add(named.project ? named.project->name.text : "");
        hash.add(named.indicator ? named.indicator->name.text : "");
        hash.add(finding.value);
        std::string name = hash.hex();
        const int count = ++seen[name];
        result.push_back(count == 1 ? std::move(name) : name + ":" + std::to_string(count));
    };
    std::ranges::for_each(report.findings, add);
    std::ranges::for_each(report.suppressed, add, &Suppressed::finding);
    return result;
}

} // namespace jibiao::check
