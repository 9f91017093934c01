#include "app/finding_filter.h"

namespace jibiao::app {

RowId project_at(const Book& book, const RowPlaces& places, FieldRef at) {
    const auto place = places.find(at.row);
    return place && place->in_project() ? book.projects[place->owner].id : 0;
}

std::vector<const check::Finding*> filter_findings(const check::Report& report, const Book& book,
                                                   const FindingFilter& filter) {
    std::optional<RowPlaces> places;
    if (filter.project)
        places.emplace(book);
    std::vector<const check::Finding*> passed;
    for (const check::Finding& finding : report.findings) {
        if (!filter.rule.empty() && finding.rule != filter.rule)
            continue;
        if (filter.project && project_at(book, *places, finding.at) != *filter.project)
            continue;
        passed.push_back(&finding);
    }
    return passed;
}

} // namespace jibiao::app
