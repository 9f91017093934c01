#include "base/hash.h"
#include "base/sort.h"
#include "check/changes.h"
#include "check/check.h"
#include "check/suppression.h"
#include "check/triggers.h"

#include <algorithm>
#include <bitset>
#include <cstdint>
#include <functional>
#include <iterator>
#include <span>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace jibiao::check {
namespace {

/// What the report needs to know about the rows of its findings.
class Places {
  public:
    explicit Places(std::vector<Finding>& findings) {
        for (Finding& finding : findings) {
            rows_[finding.at.row].findings.push_back(&finding);
            may_have_.set(finding.at.row % may_have_.size());
        }
    }

    /// Reads the book from the front to the back: numbers its rows, and its projects' indicator tables, and
    /// fills in what the cells of findings say.
    void read(const Book& book) {
        number(book_cells(), static_cast<const BookHead&>(book), 0);
        next_ = 1;
        all(contents_cells(), book.contents);
        for (const Section& section : book.sections) {
            number(section.id, Field::heading, section.heading);
            for (const Paragraph& paragraph : section.body)
                number(paragraph.id, Field::paragraph, paragraph.text);
            for (const Table& table : section.tables) {
                number(table_cells(), table, table.id);
                all(table_row_cells(), table.rows);
            }
        }
        for (const Project& project : book.projects) {
            Row* own = number(project_cells(), project, project.id);
            all(plan_cells(), project.plan);
            for (const Goal& goal : project.goals)
                number(goal.id, Field::goal, goal.text);
            for (const Goal& goal : project.detail_goals)
                number(goal.id, Field::detail_goal, goal.text);
            all(phase_cells(), project.phases);
            if (own)
                own->table = next_;
            ++next_;
            all(indicator_cells(), project.indicators);
        }
    }

    std::size_t of(const Finding& finding) const {
        const Row& row = rows_.at(finding.at.row);
        return finding.at.field == Field::indicators ? row.table : row.place;
    }

  private:
    struct Row {
        std::size_t place = 0;
        std::size_t table = 0;
        std::vector<Finding*> findings;
    };

    /// nullptr if nothing was found in the row.
    Row* number(RowId id) {
        const std::size_t place = next_++;
        if (!may_have_.test(id % may_have_.size()))
            return nullptr;
        const auto found = rows_.find(id);
        if (found == rows_.end())
            return nullptr;
        found->second.place = place;
        return &found->second;
    }
    void number(RowId id, Field field, const Cell& cell) {
        if (const Row* row = number(id))
            fill(*row, field, cell);
    }
    template <class Item>
    Row* number(std::span<const CellField<Item>> cells, const Item& item, RowId id) {
        Row* row = number(id);
        for (const CellField<Item>& cell : row ? cells : cells.first(0))
            fill(*row, cell.field, item.*cell.cell);
        return row;
    }
    template <class Item>
    void all(std::span<const CellField<Item>> cells, const Rows<Item>& items) {
        for (const Item& item : items)
            number(cells, item, item.id);
    }
    static void fill(const Row& row, Field field, const Cell& cell) {
        for (Finding* finding : row.findings) {
            if (finding->at.field == field)
                finding->value = cell.text;
        }
    }

    std::unordered_map<RowId, Row> rows_;
    std::bitset<2048> may_have_; ///< Spares most rows the search.
    std::size_t next_ = 0;
};

/// Within a cell in the order of the rules.
void sort_by_place(std::vector<Finding>& findings, const Book& book) {
    if (findings.empty())
        return;
    Places places(findings);
    places.read(book);
    std::vector<std::tuple<std::size_t, Field, std::size_t, std::size_t>> keys;
    keys.reserve(findings.size());
    for (std::size_t i = 0; i < findings.size(); ++i)
        keys.emplace_back(places.of(findings[i]), findings[i].at.field, findings[i].order, i);
    jibiao::sort(keys);
    std::vector<Finding> sorted;
    sorted.reserve(findings.size());
    for (const auto& key : keys)
        sorted.push_back(std::move(findings[std::get<3>(key)]));
    findings = std::move(sorted);
}

bool is_any(const Rule&) {
    return true;
}
bool reads_names_only(const Rule& rule) {
    return rule.reads_names_only;
}
bool reads_details(const Rule& rule) {
    return !rule.reads_names_only;
}

/// A number that is wrong as a whole: what else could be mended in it by itself is looked at by a person.
void mistrust_wrong_numbers(std::vector<Finding>& findings) {
    const auto is_wrong = [](const Finding& finding) {
        return finding.severity == Severity::error && (!finding.fix || !finding.fix->safe);
    };
    for (auto first = findings.begin(); first != findings.end();) {
        const auto end = std::find_if(first, findings.end(),
                                      [first](const Finding& finding) { return finding.at != first->at; });
        if (first->at.field == Field::target_value && std::any_of(first, end, is_wrong)) {
            for (; first != end; ++first) {
                if (first->fix)
                    first->fix->safe = false;
            }
        }
        first = end;
    }
}

/// The rules that look at one kind of thing.
template <class Check>
class RulesOf {
  public:
    explicit RulesOf(Check Rule::*check, bool (*belongs)(const Rule&) = is_any) {
        std::size_t order = 0;
        for (const Rule* rule : rules()) {
            if (rule->*check && belongs(*rule))
                rules_.push_back({rule, rule->*check, order, CellGate::bit_of(*rule)});
            ++order;
        }
    }
    template <class Context>
    void run(const Context& context, Findings& findings, CellGate::Rules called = ~CellGate::Rules{}) const {
        for (const One& one : rules_) {
            if ((one.bit & called) == 0)
                continue;
            findings.rule = one.rule->id;
            findings.severity = one.rule->severity;
            findings.order = one.order;
            one.check(context, findings);
        }
    }

  private:
    struct One {
        const Rule* rule;
        Check check;
        std::size_t order;
        CellGate::Rules bit;
    };
    std::vector<One> rules_;
};

struct AllRules {
    RulesOf<decltype(Rule::check_cell)> of_cells{&Rule::check_cell};
    RulesOf<decltype(Rule::check_row)> of_rows{&Rule::check_row};
    RulesOf<decltype(Rule::check_project)> of_projects{&Rule::check_project};
    RulesOf<decltype(Rule::check_book)> of_books{&Rule::check_book, reads_details};
    RulesOf<decltype(Rule::check_book)> of_names{&Rule::check_book, reads_names_only};
    RulesOf<decltype(Rule::check_suppressions)> of_suppressions{&Rule::check_suppressions};
};

const AllRules& all_rules() {
    static const AllRules rules;
    return rules;
}

void report_unused(Report& report, const Book& book, const std::vector<const Suppression*>& unused) {
    if (unused.empty())
        return;
    std::vector<Finding> found;
    Findings findings(found);
    all_rules().of_suppressions.run(SuppressionContext{book, unused, report.findings}, findings);
    std::ranges::move(found, std::back_inserter(report.findings));
    sort_by_place(report.findings, book);
}

std::size_t rows_of(const Section& section) {
    std::size_t rows = 1 + section.body.size();
    for (const Table& table : section.tables)
        rows += 1 + table.rows.size();
    return rows;
}

/// Texts in which no rule of cells found anything, and where they stood. Most texts of a book stand in it,
/// and in the next book, many times: 产出指标, 年度工作计划, ≥95%.
class CleanTexts {
  public:
    bool has(Field field, std::string_view text) const {
        const Entry* entry = text.size() > longest ? nullptr : find(text, hash_of(text));
        return entry && entry->fields.test(static_cast<std::size_t>(field));
    }
    void add(Field field, const std::string& text) {
        if (text.size() > longest)
            return;
        const std::uint64_t hash = hash_of(text);
        Entry* entry = find(text, hash);
        if (!entry) {
            if (entries_.size() >= most)
                clear();
            if (entries_.size() * 2 >= places_.size())
                grow();
            entries_.push_back({hash, text, {}});
            put(entries_.size());
            entry = &entries_.back();
        }
        entry->fields.set(static_cast<std::size_t>(field));
    }
    void clear() {
        entries_.clear();
        places_.clear();
    }

  private:
    static constexpr std::size_t most = 16'384;
    static constexpr std::size_t longest = 240;
    struct Entry {
        std::uint64_t hash = 0;
        std::string text;
        std::bitset<128> fields;
    };

    static std::uint64_t hash_of(std::string_view text) {
        Hash hash;
        hash.add_bytes(text.data(), text.size());
        return hash.value();
    }

    const Entry* find(std::string_view text, std::uint64_t hash) const {
        if (places_.empty())
            return nullptr;
        for (std::size_t place = static_cast<std::size_t>(hash) & (places_.size() - 1); places_[place] != 0;
             place = (place + 1) & (places_.size() - 1)) {
            const Entry& entry = entries_[places_[place] - 1];
            if (entry.hash == hash && entry.text == text)
                return &entry;
        }
        return nullptr;
    }
    Entry* find(std::string_view text, std::uint64_t hash) {
        return const_cast<Entry*>(std::as_const(*this).find(text, hash));
    }
    /// `number`: of an entry, 1-based.
    void put(std::size_t number) {
        std::size_t place = static_cast<std::size_t>(entries_[number - 1].hash) & (places_.size() - 1);
        while (places_[place] != 0)
            place = (place + 1) & (places_.size() - 1);
        places_[place] = static_cast<std::uint32_t>(number);
    }
    void grow() {
        places_.assign(std::max<std::size_t>(places_.size() * 2, 256), 0);
        for (std::size_t number = 1; number <= entries_.size(); ++number)
            put(number);
    }

    std::vector<Entry> entries_;
    std::vector<std::uint32_t> places_; ///< Numbers of entries by their hashes, 0 for none; a power of two.
};

} // namespace

struct Checker::Cache {
    struct Row {
        std::shared_ptr<const RowFacts> facts;
        std::vector<Finding> findings;
    };
    /// A cell of a project's own at which rules of cells looked.
    struct OwnCell {
        FieldRef at;
        const Cell* cell; ///< Of the project that `Project::facts` keeps.
        std::vector<Finding> findings;
    };
    struct Project {
        std::shared_ptr<const ProjectFacts> facts;
        std::vector<Finding> findings; ///< Without its cells' and rows'.
        std::vector<OwnCell> cells;
        std::vector<Row> rows; ///< One for each indicator, in order.
    };
    struct Section {
        std::shared_ptr<const jibiao::Section> section; ///< Kept, so that its address is not used again.
        std::vector<Finding> findings;
    };
    /// What was found in a project as it was.
    struct Known {
        std::unordered_map<const Indicator*, const Row*> rows;     ///< By their addresses.
        std::unordered_map<RowId, std::span<const OwnCell>> cells; ///< By their project.
    };

    const Template* form = nullptr;
    const Profile* profile = nullptr;
    int year = 0;
    const ReadingWords* words = nullptr;
    std::vector<Note> notes;
    std::optional<Book> checked;   ///< The last book.
    std::vector<Finding> of_names; ///< What rules of books that read names only found in it.
    std::unordered_map<const jibiao::Project*, Project> projects;
    std::unordered_map<const jibiao::Section*, Section> sections;
    std::unordered_map<const Indicator*, Row> ahead; ///< Of the project that look_ahead() is in.
    CleanTexts clean;
    std::optional<CellGate> gate; ///< Of the profile.
    Readings readings;

    void forget_if_other(const Subject& subject);
    bool needs_look(Field field, const Cell& cell) const {
        return !cell.empty() && !clean.has(field, cell.text);
    }
    void look_at(FieldRef at, const Cell& cell, const Subject& subject, Findings& findings,
                 const std::vector<Finding>& found);
    void check_cell(FieldRef at, const Cell& cell, const Subject& subject, Findings& findings,
                    const std::vector<Finding>& found) {
        if (needs_look(at.field, cell))
            look_at(at, cell, subject, findings, found);
    }
    Row check_row(std::shared_ptr<const Indicator> row, const Subject& subject);
    Section check_section(std::shared_ptr<const jibiao::Section> section, const Subject& subject);
    Project check_project(std::shared_ptr<const jibiao::Project> project, const Subject& subject,
                          const Known& known);
    std::vector<OwnCell> check_own_cells(const jibiao::Project& project, const Subject& subject,
                                         const Known& known);
    Known known_of_changed_projects(const Book& book) const;
    bool look_ahead(const std::shared_ptr<const jibiao::Project>& project, const Subject& subject,
                    std::size_t& rows_left);
    const std::vector<Finding>& found_in_names(const Context& context);
};

void Checker::Cache::forget_if_other(const Subject& subject) {
    const bool same_words = form == &subject.form && profile == &subject.profile && words == subject.words &&
                            year == subject.book.year;
    if (same_words && notes == subject.book.notes)
        return;
    projects.clear();
    sections.clear();
    ahead.clear();
    checked.reset();
    if (!same_words)
        clean.clear();
    if (profile != &subject.profile)
        gate.emplace(subject.profile);
    form = &subject.form;
    profile = &subject.profile;
    words = subject.words;
    year = subject.book.year;
    notes = subject.book.notes;
}

void Checker::Cache::look_at(FieldRef at, const Cell& cell, const Subject& subject, Findings& findings,
                             const std::vector<Finding>& found) {
    const std::size_t before = found.size();
    all_rules().of_cells.run(CellContext{at, cell, subject.form, subject.profile, subject.book.year},
                             findings, gate->rules_for(cell.text));
    if (found.size() == before)
        clean.add(at.field, cell.text);
}

Checker::Cache::Row Checker::Cache::check_row(std::shared_ptr<const Indicator> row, const Subject& subject) {
    Row result;
    Findings findings(result.findings);
    for (const auto& cell : indicator_cells())
        check_cell({cell.field, row->id}, (*row).*cell.cell, subject, findings, result.findings);
    result.facts = std::make_shared<RowFacts>(read_row(std::move(row), subject.form, readings));
    all_rules().of_rows.run(RowContext{*result.facts, subject.form, subject.profile, subject.book.year},
                            findings);
    return result;
}

Checker::Cache::Section Checker::Cache::check_section(std::shared_ptr<const jibiao::Section> section,
                                                      const Subject& subject) {
    Section result;
    Findings findings(result.findings);
    for_each_cell(*section, [&](FieldRef at, const Cell& cell) {
        check_cell(at, cell, subject, findings, result.findings);
    });
    result.section = std::move(section);
    return result;
}

/// Those in which something was found, and the long ones, are not among the clean texts.
std::vector<Checker::Cache::OwnCell>
Checker::Cache::check_own_cells(const jibiao::Project& project, const Subject& subject, const Known& known) {
    std::vector<OwnCell> looked_at;
    const auto of_project = known.cells.find(project.id);
    const std::span<const OwnCell> before =
        of_project == known.cells.end() ? std::span<const OwnCell>() : of_project->second;
    std::size_t next = 0; // Most stand where they stood.
    for_each_own_cell(project, [&](FieldRef at, const Cell& cell) {
        if (!needs_look(at.field, cell))
            return;
        OwnCell& own = looked_at.emplace_back(at, &cell);
        if (next >= before.size() || before[next].at != at)
            next = static_cast<std::size_t>(std::ranges::find(before, at, &OwnCell::at) - before.begin());
        if (next < before.size() && before[next].cell->text == cell.text) {
            own.findings = before[next].findings;
        } else {
            Findings findings(own.findings);
            look_at(at, cell, subject, findings, own.findings);
        }
        ++next;
    });
    return looked_at;
}

Checker::Cache::Project Checker::Cache::check_project(std::shared_ptr<const jibiao::Project> project,
                                                      const Subject& subject, const Known& known) {
    Project result;
    Findings findings(result.findings);
    auto facts = std::make_shared<ProjectFacts>(read_project(project));
    result.cells = check_own_cells(*project, subject, known);
    const std::size_t count = project->indicators.size();
    result.rows.reserve(count);
    facts->rows.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto& indicator = project->indicators.share(i);
        const auto same = known.rows.find(indicator.get());
        result.rows.push_back(same == known.rows.end() ? check_row(indicator, subject) : *same->second);
        facts->rows.push_back(result.rows.back().facts);
    }
    all_rules().of_projects.run(ProjectContext{*project, *facts, subject.form, subject.profile, subject.book},
                                findings);
    result.facts = std::move(facts);
    return result;
}

/// Of the projects that are no longer in the book as they were.
Checker::Cache::Known Checker::Cache::known_of_changed_projects(const Book& book) const {
    Known known;
    std::unordered_set<const jibiao::Project*> here;
    for (std::size_t i = 0; i < book.projects.size(); ++i)
        here.insert(book.projects.share(i).get());
    for (const auto& [project, entry] : projects) {
        if (here.contains(project))
            continue;
        known.cells.emplace(project->id, entry.cells);
        for (const Row& row : entry.rows)
            known.rows.emplace(row.facts->row.get(), &row);
    }
    return known;
}

bool Checker::Cache::look_ahead(const std::shared_ptr<const jibiao::Project>& project, const Subject& subject,
                                std::size_t& rows_left) {
    for (std::size_t i = ahead.size(); i < project->indicators.size(); ++i) {
        if (rows_left == 0)
            return false;
        --rows_left;
        const auto& indicator = project->indicators.share(i);
        ahead.emplace(indicator.get(), check_row(indicator, subject));
    }
    Known known;
    for (const auto& [indicator, row] : ahead)
        known.rows.emplace(indicator, &row);
    projects.emplace(project.get(), check_project(project, subject, known));
    ahead.clear();
    rows_left -= std::min<std::size_t>(rows_left, 1);
    return true;
}

const std::vector<Finding>& Checker::Cache::found_in_names(const Context& context) {
    if (!checked || !differ_in_details_only(*checked, context.book)) {
        of_names.clear();
        Findings findings(of_names);
        all_rules().of_names.run(context, findings);
    }
    checked = context.book;
    return of_names;
}

Checker::Checker() : cache_(std::make_unique<Cache>()) {}
Checker::~Checker() = default;
Checker::Checker(Checker&&) noexcept = default;
Checker& Checker::operator=(Checker&&) noexcept = default;

float Checker::look_ahead(const Subject& subject, std::size_t most_rows) {
    cache_->forget_if_other(subject);
    std::size_t all = 0;
    std::size_t done = 0;
    for (std::size_t i = 0; i < subject.book.sections.size(); ++i) {
        const auto& section = subject.book.sections.share(i);
        const std::size_t rows = rows_of(*section);
        all += rows;
        if (!cache_->sections.contains(section.get())) {
            if (most_rows == 0)
                continue;
            cache_->sections.emplace(section.get(), cache_->check_section(section, subject));
            most_rows -= std::min(most_rows, rows);
        }
        done += rows;
    }
    for (std::size_t i = 0; i < subject.book.projects.size(); ++i) {
        const auto& project = subject.book.projects.share(i);
        const std::size_t rows = 1 + project->indicators.size();
        all += rows;
        if (cache_->projects.contains(project.get()) ||
            (most_rows > 0 && cache_->look_ahead(project, subject, most_rows)))
            done += rows;
    }
    if (done == all)
        return 1;
    return static_cast<float>(done + cache_->ahead.size()) / static_cast<float>(all);
}

Report Checker::run(const Subject& subject) {
    cache_->forget_if_other(subject);
    const Book& book = subject.book;
    Report report;
    BookFacts facts = read_book(book);
    Findings findings(report.findings);
    const auto take = [&report](const std::vector<Finding>& some) {
        report.findings.insert(report.findings.end(), some.begin(), some.end());
    };
    const Cache::Known known_before = cache_->known_of_changed_projects(book);
    auto projects = std::exchange(cache_->projects, {}); // `known_before` points into them.
    auto sections = std::exchange(cache_->sections, {});
    for_each_head_cell(book, [&](FieldRef at, const Cell& cell) {
        cache_->check_cell(at, cell, subject, findings, report.findings);
    });
    for (std::size_t i = 0; i < book.sections.size(); ++i) {
        const auto& section = book.sections.share(i);
        const auto known = sections.find(section.get());
        take(cache_->sections
                 .emplace(section.get(), known == sections.end() ? cache_->check_section(section, subject)
                                                                 : std::move(known->second))
                 .first->second.findings);
    }
    for (std::size_t i = 0; i < book.projects.size(); ++i) {
        const auto& project = book.projects.share(i);
        const auto known = projects.find(project.get());
        const Cache::Project& entry =
            cache_->projects
                .emplace(project.get(), known == projects.end()
                                            ? cache_->check_project(project, subject, known_before)
                                            : std::move(known->second))
                .first->second;
        for (const Cache::OwnCell& cell : entry.cells)
            take(cell.findings);
        take(entry.findings);
        for (const Cache::Row& row : entry.rows)
            take(row.findings);
        facts.projects.push_back(entry.facts);
    }
    const Context context{book, subject.form, subject.profile, facts, subject.words};
    all_rules().of_books.run(context, findings);
    take(cache_->found_in_names(context));
    sort_by_place(report.findings, book);
    const auto unused = set_aside(report, book);
    mistrust_wrong_numbers(report.findings);
    report_unused(report, book, unused);
    return report;
}

Report run(const Subject& subject) {
    return Checker().run(subject);
}

} // namespace jibiao::check
