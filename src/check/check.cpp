#include "check/check.h"

#include <algorithm>

namespace jibiao::check {
Finding& Findings::add(FieldRef at, std::string message) {
    Finding& finding = out_.emplace_back();
    finding.rule = rule;
    finding.severity = severity;
    finding.order = order;
    finding.at = at;
    finding.message = std::move(message);
    return finding;
}

const Rule* find_rule(std::string_view id) {
    for (const Rule* rule : rules()) {
        if (rule->id == id)
            return rule;
    }
    return nullptr;
}

std::size_t Report::count(Severity severity) const {
    return static_cast<std::size_t>(std::ranges::count(findings, severity, &Finding::severity));
}

std::string_view severity_key(Severity severity) {
    switch (severity) {
    case Severity::hint:
        return "hint";
    case Severity::warning:
        return "warning";
    case Severity::error:
        return "error";
    }
    return "";
}

std::string_view severity_name(Severity severity) {
    switch (severity) {
    case Severity::hint:
        return "提示";
    case Severity::warning:
        return "警告";
    case Severity::error:
        return "错误";
    }
    return "";
}

} // namespace jibiao::check
