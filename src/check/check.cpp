#include "check/check.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace jibiao::check {
namespace {

/// Where each row stands when the book is read from the front to the back.
std::unordered_map<RowId, std::size_t> reading_order(const Book& book) {
    std::unordered_map<RowId, std::size_t> order;
    const auto add = [&order](const auto& rows) {
        for (const auto& row : rows)
            order.emplace(row.id, order.size() + 1);
    };
    for (const Section& section : book.sections) {
        order.emplace(section.id, order.size() + 1);
        add(section.body);
    }
    for (const Project& project : book.projects) {
        order.emplace(project.id, order.size() + 1);
        add(project.plan);
        add(project.goals);
        add(project.detail_goals);
        add(project.phases);
        add(project.indicators);
    }
    return order;
}

void sort_by_place(std::vector<Finding>& findings, const Book& book) {
    const auto order = reading_order(book);
    const auto key = [&order](const Finding& finding) {
        const auto found = order.find(finding.at.row);
        return std::tuple(found == order.end() ? 0 : found->second, finding.at.field);
    };
    // Rules ran in their order, and a stable sort keeps it within a cell.
    std::ranges::stable_sort(findings, {}, key);
}

} // namespace

Finding& Findings::add(FieldRef at, std::string message) {
    Finding& finding = out_.emplace_back();
    finding.rule = rule;
    finding.severity = severity;
    finding.at = at;
    finding.message = std::move(message);
    if (const Cell* cell = find_cell(context_.book, at))
        finding.value = cell->text;
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

Report run(const Context& context) {
    Report report;
    Findings findings(context, report.findings);
    for (const Rule* rule : rules()) {
        findings.rule = rule->id;
        findings.severity = rule->severity;
        rule->check(context, findings);
    }
    sort_by_place(report.findings, context.book);
    return report;
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
