#include "check/suppression.h"

#include "base/text.h"

#include <functional>
#include <unordered_map>
#include <utility>

namespace jibiao::check {
namespace {

/// What a finding is, and what a suppression is about: both may be many.
struct Matter {
    std::string_view rule;
    FieldRef at;
    std::string_view text;
    std::string_view message;

    bool operator==(const Matter&) const = default;
};

Matter matter_of(const Finding& finding) {
    return {finding.rule, finding.at, finding.value, finding.message};
}
Matter matter_of(const Suppression& suppression) {
    return {suppression.rule, suppression.at, suppression.text, suppression.message};
}

struct HashMatter {
    std::size_t operator()(const Matter& key) const {
        const std::hash<std::string_view> hash;
        std::size_t result = static_cast<std::size_t>(cell_key(key.at));
        for (const std::string_view text : {key.rule, key.text, key.message})
            result = result * 31 + hash(text);
        return result;
    }
};

struct Entry {
    const Suppression* suppression = nullptr; ///< Null: it gives no reason.
    bool used = false;
};

} // namespace

edit::Edit suppress(const Finding& finding, std::string reason, std::string date) {
    Suppression suppression{std::string(finding.rule), finding.at,        finding.value,
                            finding.message,           std::move(reason), std::move(date)};
    return {"说明不改", {edit::Suppress{std::move(suppression)}}};
}

edit::Edit unsuppress(const Suppression& suppression) {
    return {"恢复问题", {edit::Unsuppress{suppression}}};
}

bool can_be_suppressed(std::string_view rule) {
    const Rule* known = find_rule(rule);
    return known && !known->check_suppressions;
}

std::vector<const Suppression*> set_aside(Report& report, const Book& book) {
    if (book.suppressions.empty())
        return {};
    std::unordered_map<Matter, Entry, HashMatter> entries;
    for (const Suppression& one : book.suppressions) {
        const bool speaks = !trim(one.reason).empty();
        entries.try_emplace(matter_of(one), Entry{speaks ? &one : nullptr});
    }
    std::vector<Finding> left;
    for (Finding& finding : report.findings) {
        const auto entry = entries.find(matter_of(finding));
        if (entry == entries.end() || !entry->second.suppression) {
            left.push_back(std::move(finding));
            continue;
        }
        entry->second.used = true;
        report.suppressed.push_back({std::move(finding), *entry->second.suppression});
    }
    report.findings = std::move(left);
    std::vector<const Suppression*> unused;
    for (const Suppression& one : book.suppressions) {
        Entry& entry = entries.at(matter_of(one));
        if (!std::exchange(entry.used, true)) // Of several about the same the first speaks.
            unused.push_back(&one);
    }
    return unused;
}

} // namespace jibiao::check
