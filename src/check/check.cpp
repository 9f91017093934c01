#include "check/check.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace jibiao::check {
namespace {

/// Where rows, and the projects' indicator tables, stand when the book is read from the front to the back.
struct ReadingOrder {
    std::unordered_map<RowId, std::size_t> rows;
    std::unordered_map<RowId, std::size_t> tables;
};

ReadingOrder reading_order(const Book& book) {
    ReadingOrder order;
    std::size_t next = 1;
    const auto add = [&](const auto& rows) {
        for (const auto& row : rows)
            order.rows.emplace(row.id, next++);
    };
    for (const Section& section : book.sections) {
        order.rows.emplace(section.id, next++);
        add(section.body);
    }
    for (const Project& project : book.projects) {
        order.rows.emplace(project.id, next++);
        add(project.plan);
        add(project.goals);
        add(project.detail_goals);
        add(project.phases);
        order.tables.emplace(project.id, next++);
        add(project.indicators);
    }
    return order;
}

void sort_by_place(std::vector<Finding>& findings, const Book& book) {
    if (findings.empty())
        return;
    const ReadingOrder order = reading_order(book);
    const auto place_of = [&order](const Finding& finding) {
        const auto& places = finding.at.field == Field::indicators ? order.tables : order.rows;
        const auto found = places.find(finding.at.row);
        return found == places.end() ? 0 : found->second;
    };
    // Rules ran in their order; the index keeps it within a cell.
    std::vector<std::tuple<std::size_t, Field, std::size_t>> keys;
    for (std::size_t i = 0; i < findings.size(); ++i)
        keys.emplace_back(place_of(findings[i]), findings[i].at.field, i);
    std::ranges::sort(keys);
    std::vector<Finding> sorted;
    sorted.reserve(findings.size());
    for (const auto& key : keys)
        sorted.push_back(std::move(findings[std::get<2>(key)]));
    findings = std::move(sorted);
}

/// In one walk through the book: find_cell looks for its row from the beginning.
void fill_values(std::vector<Finding>& findings, const Book& book) {
    if (findings.empty())
        return;
    std::unordered_map<RowId, std::vector<Finding*>> by_row;
    for (Finding& finding : findings)
        by_row[finding.at.row].push_back(&finding);
    for_each_cell(book, [&by_row](FieldRef at, const Cell& cell) {
        const auto found = by_row.find(at.row);
        if (found == by_row.end())
            return;
        for (Finding* finding : found->second) {
            if (finding->at == at)
                finding->value = cell.text;
        }
    });
}

} // namespace

Finding& Findings::add(FieldRef at, std::string message) {
    Finding& finding = out_.emplace_back();
    finding.rule = rule;
    finding.severity = severity;
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

Report run(const Context& context) {
    Report report;
    Findings findings(report.findings);
    for (const Rule* rule : rules()) {
        findings.rule = rule->id;
        findings.severity = rule->severity;
        rule->check(context, findings);
    }
    fill_values(report.findings, context.book);
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
