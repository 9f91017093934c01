#include "check/check.h"
#include "check/suppression.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <unordered_map>
#include <utility>

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
    add(book.contents);
    for (const Section& section : book.sections) {
        order.rows.emplace(section.id, next++);
        add(section.body);
        for (const Table& table : section.tables) {
            order.rows.emplace(table.id, next++);
            add(table.rows);
        }
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

/// Within a cell in the order of the rules.
void sort_by_place(std::vector<Finding>& findings, const Book& book) {
    if (findings.empty())
        return;
    const ReadingOrder order = reading_order(book);
    const auto place_of = [&order](const Finding& finding) {
        const auto& places = finding.at.field == Field::indicators ? order.tables : order.rows;
        const auto found = places.find(finding.at.row);
        return found == places.end() ? 0 : found->second;
    };
    std::vector<std::tuple<std::size_t, Field, std::size_t, std::size_t>> keys;
    for (std::size_t i = 0; i < findings.size(); ++i)
        keys.emplace_back(place_of(findings[i]), findings[i].at.field, findings[i].order, i);
    std::ranges::sort(keys);
    std::vector<Finding> sorted;
    sorted.reserve(findings.size());
    for (const auto& key : keys)
        sorted.push_back(std::move(findings[std::get<3>(key)]));
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

/// Calls `run(rule)` for each rule that looks at such a thing.
template <class Member, class Run>
void for_each_rule(Member member, Findings& findings, Run&& run) {
    std::size_t order = 0;
    for (const Rule* rule : rules()) {
        findings.rule = rule->id;
        findings.severity = rule->severity;
        findings.order = order++;
        if (rule->*member)
            run(*rule);
    }
}

void complete(std::vector<Finding>& findings, const Book& book) {
    sort_by_place(findings, book);
    fill_values(findings, book);
}

void report_unused(Report& report, const Book& book, const std::vector<const Suppression*>& unused) {
    if (unused.empty())
        return;
    std::vector<Finding> found;
    Findings findings(found);
    const SuppressionContext context{book, unused, report.findings};
    for_each_rule(&Rule::check_suppressions, findings,
                  [&](const Rule& rule) { rule.check_suppressions(context, findings); });
    std::ranges::move(found, std::back_inserter(report.findings));
    complete(report.findings, book);
}

} // namespace

struct Checker::Cache {
    struct Row {
        std::shared_ptr<const RowFacts> facts;
        std::vector<Finding> findings;
    };
    struct Project {
        std::shared_ptr<const ProjectFacts> facts;
        std::vector<Finding> findings;
    };
    struct Section {
        std::shared_ptr<const jibiao::Section> section; ///< Kept, so that its address is not used again.
        std::vector<Finding> findings;
    };
    template <class Key, class Value>
    using Map = std::unordered_map<const Key*, Value>;

    const Template* form = nullptr;
    const Profile* profile = nullptr;
    int year = 0;
    std::vector<Note> notes;
    Map<Indicator, Row> rows;
    Map<jibiao::Project, Project> projects;
    Map<jibiao::Section, Section> sections;

    void forget_if_other(const Subject& subject);
    std::vector<Finding> check_cells(const Subject& subject, auto&& for_each) const;
    Row check_row(std::shared_ptr<const Indicator> row, const Subject& subject) const;
    Project check_project(std::shared_ptr<const jibiao::Project> project, const Subject& subject,
                          Map<Indicator, Row>& kept);
};

void Checker::Cache::forget_if_other(const Subject& subject) {
    if (form == &subject.form && profile == &subject.profile && year == subject.book.year &&
        notes == subject.book.notes)
        return;
    rows.clear();
    projects.clear();
    sections.clear();
    form = &subject.form;
    profile = &subject.profile;
    year = subject.book.year;
    notes = subject.book.notes;
}

/// `for_each(visit)` calls visit(FieldRef, const Cell&) for every cell to check.
std::vector<Finding> Checker::Cache::check_cells(const Subject& subject, auto&& for_each) const {
    std::vector<Finding> found;
    Findings findings(found);
    for_each([&](FieldRef at, const Cell& cell) {
        if (cell.empty())
            return;
        const CellContext context{at, cell, subject.form, subject.profile, subject.book.year};
        for_each_rule(&Rule::check_cell, findings,
                      [&](const Rule& rule) { rule.check_cell(context, findings); });
    });
    return found;
}

Checker::Cache::Row Checker::Cache::check_row(std::shared_ptr<const Indicator> row,
                                              const Subject& subject) const {
    Row result;
    result.findings = check_cells(subject, [&row](auto&& visit) {
        for (const auto& cell : indicator_cells())
            visit(FieldRef{cell.field, row->id}, (*row).*cell.cell);
    });
    result.facts = std::make_shared<RowFacts>(read_row(std::move(row), subject.form));
    Findings findings(result.findings);
    const RowContext context{*result.facts, subject.form, subject.profile, subject.book.year};
    for_each_rule(&Rule::check_row, findings, [&](const Rule& rule) { rule.check_row(context, findings); });
    return result;
}

Checker::Cache::Project Checker::Cache::check_project(std::shared_ptr<const jibiao::Project> project,
                                                      const Subject& subject, Map<Indicator, Row>& kept) {
    Project result;
    auto facts = std::make_shared<ProjectFacts>(read_project(project));
    result.findings = check_cells(subject, [&project](auto&& visit) { for_each_own_cell(*project, visit); });
    for (std::size_t i = 0; i < project->indicators.size(); ++i) {
        const auto& indicator = project->indicators.share(i);
        const auto known = rows.find(indicator.get());
        Row row = known == rows.end() ? check_row(indicator, subject) : std::move(known->second);
        facts->rows.push_back(row.facts);
        kept.insert_or_assign(indicator.get(), std::move(row));
    }
    Findings findings(result.findings);
    const ProjectContext context{*project, *facts, subject.form, subject.profile, subject.book};
    for_each_rule(&Rule::check_project, findings,
                  [&](const Rule& rule) { rule.check_project(context, findings); });
    result.facts = std::move(facts);
    return result;
}

Checker::Checker() : cache_(std::make_unique<Cache>()) {}
Checker::~Checker() = default;
Checker::Checker(Checker&&) noexcept = default;
Checker& Checker::operator=(Checker&&) noexcept = default;

Report Checker::run(const Subject& subject) {
    cache_->forget_if_other(subject);
    const Book& book = subject.book;
    Report report;
    BookFacts facts;
    const auto take = [&report](const std::vector<Finding>& findings) {
        report.findings.insert(report.findings.end(), findings.begin(), findings.end());
    };
    Cache now;
    now.form = cache_->form;
    now.profile = cache_->profile;
    now.year = cache_->year;
    now.notes = cache_->notes;
    take(now.check_cells(subject, [&book](auto&& visit) { for_each_head_cell(book, visit); }));
    for (std::size_t i = 0; i < book.sections.size(); ++i) {
        const auto& section = book.sections.share(i);
        const auto known = cache_->sections.find(section.get());
        Cache::Section& entry = now.sections[section.get()];
        if (known != cache_->sections.end())
            entry = std::move(known->second);
        else
            entry = {section,
                     now.check_cells(subject, [&section](auto&& visit) { for_each_cell(*section, visit); })};
        take(entry.findings);
    }
    for (std::size_t i = 0; i < book.projects.size(); ++i) {
        const auto& project = book.projects.share(i);
        const auto known = cache_->projects.find(project.get());
        Cache::Project& entry = now.projects[project.get()];
        if (known == cache_->projects.end()) {
            entry = cache_->check_project(project, subject, now.rows);
        } else {
            entry = std::move(known->second);
            for (const auto& row : entry.facts->rows) {
                if (auto old = cache_->rows.extract(row->row.get()))
                    now.rows.insert(std::move(old));
            }
        }
        take(entry.findings);
        for (const auto& row : entry.facts->rows)
            take(now.rows.at(row->row.get()).findings);
        facts.projects.push_back(entry.facts);
    }
    Findings findings(report.findings);
    const Context context{book, subject.form, subject.profile, facts, subject.words};
    for_each_rule(&Rule::check_book, findings, [&](const Rule& rule) { rule.check_book(context, findings); });
    *cache_ = std::move(now);
    complete(report.findings, book);
    report_unused(report, book, set_aside(report, book));
    return report;
}

Report run(const Subject& subject) {
    return Checker().run(subject);
}

} // namespace jibiao::check
