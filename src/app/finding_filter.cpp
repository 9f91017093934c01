#include "app/finding_filter.h"

namespace jibiao::app {

std::unordered_map<RowId, RowId> projects_of_rows(const Book& book) {
    std::unordered_map<RowId, RowId> projects;
    for (const Project& project : book.projects) {
        const auto belongs = [&](const auto& rows) {
            for (const auto& row : rows)
                projects[row.id] = project.id;
        };
        projects[project.id] = project.id;
        belongs(project.plan);
        belongs(project.goals);
        belongs(project.detail_goals);
        belongs(project.phases);
        belongs(project.indicators);
    }
    return projects;
}

std::vector<const check::Finding*> filter_findings(const check::Report& report, const Book& book,
                                                   const FindingFilter& filter) {
    std::unordered_map<RowId, RowId> projects;
    if (filter.project)
        projects = projects_of_rows(book);
    std::vector<const check::Finding*> passed;
    for (const check::Finding& finding : report.findings) {
        if (!filter.rule.empty() && finding.rule != filter.rule)
            continue;
        const auto found = projects.find(finding.at.row);
        if (filter.project && (found == projects.end() ? 0 : found->second) != *filter.project)
            continue;
        passed.push_back(&finding);
    }
    return passed;
}

} // namespace jibiao::app
