#include "app/guidance.h"

#include "app/limits.h"
#include "base/text.h"
#include "base/words.h"
#include "templates/grid.h"
#include "templates/offers.h"

#include <algorithm>

namespace jibiao::app {
namespace {

constexpr std::string_view rules_heading = "规则";

/// What stands between "= key" and the next "= ".
std::string_view entry_of(std::string_view text, std::string_view key) {
    const std::string head = "= " + std::string(key) + "\n";
    std::size_t from = text.starts_with(head) ? 0 : text.find("\n" + head);
    if (from == std::string_view::npos)
        return {};
    from = text.find('\n', from + 1) + 1;
    return text.substr(from, text.find("\n= ", from) - from);
}

/// Where a cell stands, as far as it decides what belongs there.
struct CellPlace {
    ProjectKind kind = ProjectKind::project;
    std::string table; ///< TableForm::id.
    std::string label; ///< Of a column.
};

CellPlace place_of(const Book& book, const Template& form, FieldRef at) {
    CellPlace place;
    if (const Project* project = project_of(book, at))
        place.kind = project->kind;
    const auto grid = find_grid(book, form, at);
    if (!grid)
        return place;
    const auto column = std::ranges::find(grid->columns, at.field, &TableColumn::field);
    if (column != grid->columns.end())
        place.label = column->label;
    const auto row = find_row(book, at.row);
    if (grid->table_rows && row)
        place.table = book.sections[row->owner].tables[row->table].form;
    return place;
}

// ---- what the form says ----

/// "产出指标：数量指标、质量指标".
std::string tree_of(const Template& form) {
    std::string text;
    for (const Level1& level1 : form.levels) {
        std::string children;
        for (const Level2& level2 : level1.children)
            children += (children.empty() ? "：" : "、") + level2.name;
        text += (text.empty() ? "" : "\n") + level1.name + children;
    }
    return text;
}

std::string choices_of(const Template& form, Field field) {
    if (field == Field::level1 || field == Field::level2)
        return tree_of(form);
    std::string text;
    for (const std::string& one : offers(form, field))
        text += (text.empty() ? "" : "、") + one;
    return text;
}

/// As the profile has them for field-too-long; 0: none.
int longest(const Profile& profile, Field field) {
    switch (field) {
    case Field::name:
        return profile.limit("longest_project_name", 0);
    case Field::goal:
    case Field::detail_goal:
        return profile.limit("longest_goal", 0);
    case Field::indicator_name:
        return profile.limit("longest_indicator_name", 0);
    case Field::target_value:
        return profile.limit("longest_target_value", 0);
    default:
        return 0;
    }
}

bool is_required(const Template& form, const Profile& profile, Field field) {
    const auto& columns = form.required_columns;
    return std::ranges::find(columns, field) != columns.end() ||
           std::ranges::find(profile.list("required_fields"), field_key(field)) !=
               profile.list("required_fields").end();
}

std::string limits_of(const Template& form, const Profile& profile, Field field) {
    std::string text(is_required(form, profile, field) ? tr("必填") : std::string_view());
    if (const int most = longest(profile, field); most > 0)
        text.append(text.empty() ? "" : tr("，")) += fill(tr("最多 {1} 字"), {std::to_string(most)});
    return text;
}

} // namespace

Guidance read_guidance(const platform::Later&, std::string_view text, std::string_view key) {
    constexpr std::string_view colon = "：";
    Guidance guidance;
    for (const std::string_view line : split(entry_of(text, key), '\n')) {
        const std::size_t end = line.find(colon);
        if (end == std::string_view::npos)
            continue;
        const std::string_view heading = line.substr(0, end);
        const std::string_view said = line.substr(end + colon.size());
        if (heading != rules_heading) {
            guidance.parts.push_back({std::string(heading), std::string(said)});
            continue;
        }
        for (const std::string_view rule : split(said, ' '))
            guidance.rules.emplace_back(rule);
    }
    return guidance;
}

GuidanceText take_guidance(const platform::Later& later, std::string bytes, std::string failure) {
    if (failure.empty() && read_guidance(later, bytes, "all").rules.empty())
        failure = tr("没有取到，请检查网络后再试");
    return {failure.empty() ? std::move(bytes) : "", std::move(failure)};
}

Guidance guidance_for(const platform::Later& later, std::string_view text, const Book& book,
                      const Template& form, const Profile& profile, FieldRef at) {
    const CellPlace place = place_of(book, form, at);
    const std::string field(field_key(at.field));
    Guidance guidance;
    std::vector<std::string> keys{form.id + "/" + field, place.table + "/" + field, field};
    if (place.kind == ProjectKind::department)
        keys.insert(keys.begin(), "department/" + field);
    for (const std::string& key : keys) {
        if (guidance.parts.empty())
            guidance = read_guidance(later, text, key);
    }
    guidance.label = place.label.empty() ? form.label(at.field, place.kind) : place.label;
    const std::string limits = limits_of(form, profile, at.field);
    const std::string choices = choices_of(form, at.field);
    if (!limits.empty())
        guidance.parts.push_back({std::string(tr("本表样")), limits});
    if (!choices.empty())
        guidance.parts.push_back({std::string(tr("可选")), choices});
    guidance.rules_for_all = static_cast<int>(read_guidance(later, text, "all").rules.size());
    return guidance;
}

} // namespace jibiao::app
