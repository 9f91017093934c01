#include "check/change_template.h"

#include "base/words.h"
#include "model/field.h"
#include "model/target_value.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace jibiao::check {
namespace {

// ---- target values ----

/// A target as a form with three columns has it.
struct Parts {
    std::string sign;
    std::string value;
    std::string unit;

    bool operator==(const Parts&) const = default;
};

bool has_three_columns(const Template& form) {
    return form.has_column(Field::comparator) && form.has_column(Field::target_unit);
}

struct Sign {
    std::string_view in_one;
    std::string_view in_three;
};
std::array<Sign, 5> signs_of(const Template& one, const Template& three) {
    return {
        {{one.at_least, three.at_least}, {one.at_most, three.at_most}, {">", ">"}, {"<", "<"}, {"=", "="}}};
}

std::string join_target(const Parts& parts, const Template& one, const Template& three) {
    std::string text;
    for (const Sign& sign : signs_of(one, three)) {
        if (parts.sign == sign.in_three) {
            text = sign.in_one;
            break;
        }
    }
    if (text.empty())
        text = parts.sign;
    text += parts.value;
    if (one.blank_before_unit && !parts.unit.empty() && !is_percent(parts.unit))
        text += ' ';
    return text + parts.unit;
}

/// 1.8万人次 is 1.8万 and 人次, 6.9万元 is 6.9 and 万元.
Parts take_apart(std::string_view text, const Template& one, const Template& three) {
    Parts parts;
    std::string_view rest = text;
    for (const Sign& sign : signs_of(one, three)) {
        if (rest.starts_with(sign.in_one)) {
            parts.sign = sign.in_three;
            rest.remove_prefix(sign.in_one.size());
            break;
        }
    }
    const std::size_t digits = std::min(rest.find_first_not_of("0123456789.,"), rest.size());
    parts.value = rest.substr(0, digits);
    rest.remove_prefix(digits);
    if (rest.starts_with(' '))
        rest.remove_prefix(1);
    const TargetValue read = read_target(text);
    const bool is_money = read.unit == "元";
    if (read.multiplier > 1 && !is_money && rest.ends_with(read.unit)) {
        parts.value += rest.substr(0, rest.size() - read.unit.size());
        rest.remove_prefix(rest.size() - read.unit.size());
    }
    parts.unit = rest;
    return parts;
}

/// Nothing if it is no number, or if joining would not give the same text again.
std::optional<Parts> split_target(std::string_view text, const Template& one, const Template& three) {
    const TargetKind kind = read_target(text).kind;
    if (kind != TargetKind::number && kind != TargetKind::month)
        return std::nullopt;
    Parts parts = take_apart(text, one, three);
    if (parts.value.empty() || join_target(parts, one, three) != text)
        return std::nullopt;
    return parts;
}

class Change {
  public:
    Change(const Book& book, const Template& from, const Template& to) : book_(book), from_(from), to_(to) {}

    edit::Edit edit() {
        edit_ = {fill(tr("改用表样“{1}”"), {to_.name}), {edit::SetTemplate{to_.id}}};
        for (const Project& project : book_.projects) {
            for (const Indicator& row : project.indicators)
                change_target(row);
            change_plan(project);
            keep_money_unit(project);
        }
        change_names(Field::level1, [](const Template& form, std::string_view text) {
            return name_of(form.find_level1(text));
        });
        change_names(Field::level2, [](const Template& form, std::string_view text) {
            return name_of(form.find_level2(text));
        });
        return std::move(edit_);
    }

  private:
    template <class Level>
    static std::string name_of(const Level* level) {
        return level ? level->name : std::string();
    }

    void set(Field field, RowId row, const Cell& now, const std::string& text) {
        if (now.text != text)
            edit_.operations.push_back(edit::SetText{{field, row}, text});
    }
    void set(const Indicator& row, const Parts& parts) {
        set(Field::comparator, row.id, row.comparator, parts.sign);
        set(Field::target_value, row.id, row.target, parts.value);
        set(Field::target_unit, row.id, row.target_unit, parts.unit);
    }

    /// Amounts without a unit are in the form's; in the new form they would be others.
    void keep_money_unit(const Project& project) {
        const bool amounts = !project.budget_total.empty() || !project.budget_fiscal.empty() ||
                             !project.budget_other.empty() || !project.basic_expenditure.empty() ||
                             !project.project_expenditure.empty();
        if (project.money_unit.empty() && amounts && from_.money_unit != to_.money_unit)
            set(Field::money_unit, project.id, project.money_unit, from_.money_unit);
    }

    void change_target(const Indicator& row) {
        const bool split_before = has_three_columns(from_);
        if (split_before == has_three_columns(to_))
            return;
        const Parts now{row.comparator.text, row.target.text, row.target_unit.text};
        const bool in_one_cell = now.sign.empty() && now.unit.empty();
        // The source had the columns, left them blank and wrote the whole target in one of them.
        const bool was_left_whole =
            (row.comparator.line > 0 || row.target_unit.line > 0) && row.target.origin != Origin::typed;
        if (!split_before && in_one_cell && !was_left_whole) {
            if (const auto parts = split_target(now.value, from_, to_))
                set(row, *parts);
        } else if (split_before && !in_one_cell) {
            const std::string text = join_target(now, to_, from_);
            if (split_target(text, to_, from_) == now)
                set(row, {{}, text, {}});
        }
    }

    static bool is_blank_plan_of(const Template& form, const Rows<PlanLine>& plan) {
        return std::equal(plan.begin(), plan.end(), form.plan_checkpoints.begin(),
                          form.plan_checkpoints.end(),
                          [](const PlanLine& line, const std::string& checkpoint) {
                              return line.percent.empty() && line.checkpoint.text == checkpoint;
                          });
    }

    /// Coming to a form with a plan, a project without one gets blank lines, and going from it these go. A
    /// plan that was missing before is the other way round: its blank lines, which say nothing and are not
    /// shown, remember that it was.
    void change_plan(const Project& project) {
        if (project.kind != ProjectKind::project ||
            from_.plan_checkpoints.empty() == to_.plan_checkpoints.empty())
            return;
        const Template& with_plan = from_.plan_checkpoints.empty() ? to_ : from_;
        if (project.plan.empty()) {
            std::size_t index = 0;
            for (const std::string& checkpoint : with_plan.plan_checkpoints) {
                edit_.operations.push_back(edit::InsertRow{
                    RowKind::plan_line, project.id, index++, {{Field::plan_checkpoint, checkpoint}}});
            }
        } else if (is_blank_plan_of(with_plan, project.plan)) {
            for (const PlanLine& line : project.plan)
                edit_.operations.push_back(edit::RemoveRow{line.id});
        }
    }

    /// `canonical(form, text)` is what the form calls the category that `text` means, "" if it has none.
    template <class Canonical>
    void change_names(Field field, Canonical&& canonical) {
        std::set<std::string> present;
        const auto each_row = [&](auto&& visit) {
            for (const Project& project : book_.projects) {
                for (const Indicator& row : project.indicators)
                    visit(row, *cell_of(row, field));
            }
        };
        each_row([&](const Indicator&, const Cell& cell) { present.insert(cell.text); });
        each_row([&](const Indicator& row, const Cell& cell) {
            if (cell.empty() || canonical(from_, cell.text) != cell.text)
                return;
            const std::string name = canonical(to_, cell.text);
            const bool comes_back = !name.empty() && canonical(from_, name) == cell.text;
            if (comes_back && !present.contains(name))
                set(field, row.id, cell, name);
        });
    }

    const Book& book_;
    const Template& from_;
    const Template& to_;
    edit::Edit edit_;
};

} // namespace

edit::Edit change_template(const Book& book, const Template& from, const Template& to) {
    return Change(book, from, to).edit();
}

} // namespace jibiao::check
