#include "check/mend.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <unordered_set>
#include <utility>

namespace jibiao::check {
namespace {

/// Which finding this is, whatever it says: a message that quotes a cell changes with the cell.
using Key = std::tuple<std::string_view, Severity, RowId, Field>;
using Counts = std::map<Key, std::size_t>;

Key key_of(const Finding& finding) {
    return {finding.rule, finding.severity, finding.at.row, finding.at.field};
}

Counts counts_of(const Report& report) {
    Counts counts;
    for (const Finding& finding : report.findings)
        ++counts[key_of(finding)];
    return counts;
}

/// The row that an operation changes, or into which it puts one.
RowId row_of(const edit::Operation& operation) {
    return std::visit(
        []<class Operation>(const Operation& one) -> RowId {
            if constexpr (requires { one.at; })
                return one.at.row;
            else if constexpr (requires { one.owner; })
                return one.owner;
            else if constexpr (requires { one.row; })
                return one.row;
            else
                return 0;
        },
        operation);
}

class Mender {
  public:
    Mender(const Subject& subject, std::span<const std::string_view> rules, std::span<const FixKey> left_out)
        : subject_(subject), rules_(rules), left_out_(left_out), result_{subject.book, {}, {}} {
        result_.report = check(result_.book);
        counts_ = counts_of(result_.report);
    }

    Mending run() {
        for (auto next = candidates(); !next.empty(); next = candidates()) {
            const std::size_t before = result_.mended.size();
            apply(next);
            if (result_.mended.size() > before)
                refused_.clear(); // What was wrong in the book before may be right in this one.
        }
        return std::move(result_);
    }

  private:
    using Group = std::vector<Finding>;

    Report check(const Book& book) {
        return checker_.run({book, subject_.form, subject_.profile, subject_.words});
    }

    bool may_be_applied(const Finding& finding) const {
        return finding.fix && finding.fix->safe && !refused_.contains(key_of(finding)) &&
               (rules_.empty() || std::ranges::find(rules_, finding.rule) != rules_.end()) &&
               std::ranges::find(left_out_, FixKey{finding.rule, finding.at}) == left_out_.end();
    }

    /// At most one for a row: a fix sets a cell to what the cell said when it was checked, so that of two
    /// the second would undo the first.
    Group candidates() const {
        Group group;
        std::unordered_set<RowId> rows;
        for (const Finding& finding : result_.report.findings) {
            if (!may_be_applied(finding))
                continue;
            const auto& operations = finding.fix->edit.operations;
            if (std::ranges::any_of(operations, [&](const auto& one) { return rows.contains(row_of(one)); }))
                continue;
            for (const edit::Operation& operation : operations)
                rows.insert(row_of(operation));
            group.push_back(finding);
        }
        return group;
    }

    /// All at once; where that goes wrong by halves, down to the fix that is to blame. To check the book
    /// after every fix would take minutes for a large one.
    void apply(const Group& group) {
        if (try_all(group))
            return;
        if (group.size() == 1) {
            refused_.insert(key_of(group.front()));
            return;
        }
        const auto middle = group.begin() + static_cast<std::ptrdiff_t>(group.size() / 2);
        apply(Group(group.begin(), middle));
        apply(Group(middle, group.end()));
    }

    /// Keeps the changed book if all findings of the group are gone and none is new.
    bool try_all(const Group& group) {
        Book book = result_.book;
        std::vector<Mended> mended;
        for (const Finding& finding : group)
            mended.push_back(carry_out(book, finding));
        Report report = check(book);
        Counts counts = counts_of(report);
        if (!none_is_new(counts) || !all_are_gone(group, counts))
            return false;
        result_.book = std::move(book);
        result_.report = std::move(report);
        std::ranges::move(mended, std::back_inserter(result_.mended));
        counts_ = std::move(counts);
        return true;
    }

    static Mended carry_out(Book& book, const Finding& finding) {
        Mended mended{finding.rule, finding.at, *finding.fix, {}};
        for (const edit::Operation& operation : finding.fix->edit.operations) {
            const auto* set = std::get_if<edit::SetText>(&operation);
            const Cell* cell = set ? find_cell(book, set->at) : nullptr;
            if (cell && cell->text != set->text)
                mended.cells.push_back({set->at, cell->text, set->text});
        }
        edit::apply(book, finding.fix->edit);
        return mended;
    }

    bool none_is_new(const Counts& counts) const {
        return std::ranges::all_of(counts, [this](const auto& entry) {
            const auto before = counts_.find(entry.first);
            return before != counts_.end() && entry.second <= before->second;
        });
    }

    bool all_are_gone(const Group& group, Counts left) const {
        for (const Finding& finding : group)
            ++left[key_of(finding)];
        return none_is_new(left);
    }

    const Subject& subject_;
    std::span<const std::string_view> rules_;
    std::span<const FixKey> left_out_;
    Checker checker_;
    Mending result_;
    Counts counts_;         ///< Of result_.report.
    std::set<Key> refused_; ///< Tried in vain since the last round that changed the book.
};

} // namespace

Mending mend(const Subject& subject, std::span<const std::string_view> rules,
             std::span<const FixKey> left_out) {
    return Mender(subject, rules, left_out).run();
}

} // namespace jibiao::check
