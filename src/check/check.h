#pragma once
#include "check/facts.h"
#include "edit/edit.h"
#include "model/book.h"
#include "model/field.h"
#include "templates/template.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The checker: book + template + profile → findings. Pure: no file, no clock, cannot fail. The window and
/// the command line call the same run().

namespace jibiao::check {

enum class Severity : std::uint8_t { hint, warning, error };

/// A change that removes the finding; goes through the same door as typing.
struct Fix {
    std::string title; ///< 改为“=100%”.
    edit::Edit edit;
    bool safe = true; ///< False: a proposal that a person must look at; `jibiao fix` leaves it alone.
};

struct Finding {
    std::string_view rule; ///< Id; lives as long as the program.
    Severity severity = Severity::error;
    FieldRef at;
    std::string message;           ///< Chinese, with the actual values and the arithmetic.
    std::string value;             ///< The offending cell's text.
    std::vector<FieldRef> related; ///< Other places that belong to it.
    std::optional<Fix> fix;
    std::size_t order = 0; ///< Of the rule in rules(): findings of one cell stand in this order.
};

/// What is checked, and by which form and region.
struct Subject {
    const Book& book;
    const Template& form;
    const Profile& profile;
    /// By which amounts in sentences are read; without them rules say nothing about sentences.
    const ReadingWords* words = nullptr;
};

/// A rule looks at one of these. The smaller it is, the less is checked again after an edit: what a rule of a
/// cell, row or project says depends on nothing but what its context holds. Of a cell only its text and field
/// count: a text in which nothing was found is not looked at again where it stands in the same field.
struct CellContext {
    FieldRef at;
    const Cell& cell;
    const Template& form;
    const Profile& profile;
    int year; ///< Of the book; 0 if not known.
};
struct RowContext {
    const RowFacts& row;
    const Template& form;
    const Profile& profile;
    int year;
};
struct ProjectContext {
    const Project& project;
    const ProjectFacts& facts;
    const Template& form;
    const Profile& profile;
    const BookHead& head; ///< Year, notes.
};
struct Context {
    const Book& book;
    const Template& form;
    const Profile& profile;
    const BookFacts& facts;
    const ReadingWords* words = nullptr; ///< Of the subject.
};

/// For what can only be said once all other rules have run.
struct SuppressionContext {
    const Book& book;
    std::span<const Suppression* const> unused; ///< Those of the book that suppress no finding.
    std::span<const Finding> findings;          ///< What was found and not suppressed.
};

/// Where rules leave what they found.
class Findings {
  public:
    explicit Findings(std::vector<Finding>& out) : out_(out) {}

    /// The rule being run; set by run().
    std::string_view rule;
    Severity severity = Severity::error;
    std::size_t order = 0;

    /// Adds a finding with the rule's own severity; run() fills in `value` from the cell. Returns it for fix,
    /// related, another severity.
    Finding& add(FieldRef at, std::string message);

  private:
    std::vector<Finding>& out_;
};

/// One rule. Its file under rules/ has its explanation too (check/explanation.h).
struct Rule {
    std::string_view id;    ///< Fixed for ever: reports cite it.
    Severity severity;      ///< The gravest it reports.
    std::string_view title; ///< Chinese, named after what is wrong.
    std::string_view title_en;
    void (*check_cell)(const CellContext&, Findings&) = nullptr; ///< Every cell that is not empty.
    void (*check_row)(const RowContext&, Findings&) = nullptr;   ///< Every indicator.
    void (*check_project)(const ProjectContext&, Findings&) = nullptr;
    void (*check_book)(const Context&, Findings&) = nullptr;
    /// check_book reads of indicators nothing but level 1, level 2 and name: what it found stands while only
    /// their other cells are edited.
    bool reads_names_only = false;
    void (*check_suppressions)(const SuppressionContext&, Findings&) = nullptr; ///< Where some are unused.
};

/// All rules, in the order in which reports list them.
std::span<const Rule* const> rules();
const Rule* find_rule(std::string_view id);

/// A finding that stays as it is. It counts for nothing, and is shown with its reason.
struct Suppressed {
    Finding finding;
    Suppression suppression;
};

/// What a run found: sorted by place in the book, then by rule.
struct Report {
    std::vector<Finding> findings;
    std::vector<Suppressed> suppressed; ///< Those that the book gives a reason for; not in `findings`.

    std::size_t count(Severity severity) const;
};

/// Checks a book, and after an edit only what the edit touched: the results of rows and projects that are the
/// very same as the time before are kept. So is what was read from texts: books checked one after the other
/// have many in common. For one thread at a time.
class Checker {
  public:
    Checker();
    ~Checker();
    Checker(Checker&&) noexcept;
    Checker& operator=(Checker&&) noexcept;

    /// Looks ahead at about `most_rows` of what run() would look at, so that it is done in pieces. How much
    /// of it has been looked at, 0 to 1: at 1 nothing is left but what needs all of it. Nothing else may be
    /// checked until run().
    float look_ahead(const Subject& subject, std::size_t most_rows);

    /// `subject.form`, `subject.profile` and `subject.words` must live as long as the checker is used.
    Report run(const Subject& subject);

  private:
    struct Cache;
    std::unique_ptr<Cache> cache_;
};

/// A whole check.
Report run(const Subject& subject);

/// "error", "warning", "hint": the words of the JSON report.
std::string_view severity_key(Severity severity);
/// 错误, 警告, 提示.
std::string_view severity_name(Severity severity);

} // namespace jibiao::check
