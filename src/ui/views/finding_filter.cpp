#include "base/words.h"
#include "ui/theme.h"
#include "ui/views/finding_parts.h"
#include "ui/widgets/widgets.h"

#include <algorithm>
#include <unordered_map>

namespace jibiao::ui {
namespace {

using app::FindingFilter;

constexpr const char* all_of_them = word("全部");
constexpr float filter_gap = 6;

struct Offer {
    FindingFilter filter;
    std::string words;
};

std::string project_words(const app::State& state, RowId project) {
    const auto index = state.book().projects.index_of(project);
    return index ? project_in_words(state.book(), *index) : std::string(tr("部门整体绩效文本"));
}

/// Findings of the severities that are shown.
std::vector<const check::Finding*> listed(const app::State& state, const FindingFilter& filter) {
    auto findings = app::filter_findings(state.report, state.book(), filter);
    std::erase_if(findings, [&state](const check::Finding* finding) {
        return !state.shown_severities[static_cast<std::size_t>(finding->severity)];
    });
    return findings;
}

/// All rules that have findings in the project that is asked for, the one that is chosen in any case.
std::vector<Offer> rules_on_offer(const app::State& state) {
    FindingFilter filter = state.filter;
    filter.rule = {};
    std::unordered_map<std::string_view, std::size_t> counts;
    for (const check::Finding* finding : listed(state, filter))
        ++counts[finding->rule];
    std::vector<Offer> offers{{filter, std::string(tr(all_of_them))}};
    for (const check::Rule* rule : check::rules()) {
        const auto found = counts.find(rule->id);
        if (found == counts.end() && rule->id != state.filter.rule)
            continue;
        filter.rule = rule->id;
        offers.push_back({filter, std::string(rule_title(rule->id)) + " " +
                                      std::to_string(found == counts.end() ? 0 : found->second)});
    }
    return offers;
}

/// The same for projects, cover and texts first.
std::vector<Offer> projects_on_offer(const app::State& state) {
    FindingFilter filter = state.filter;
    filter.project.reset();
    const RowPlaces places(state.book());
    std::unordered_map<RowId, std::size_t> counts;
    for (const check::Finding* finding : listed(state, filter))
        ++counts[app::project_at(state.book(), places, finding->at)];
    std::vector<Offer> offers{{filter, std::string(tr(all_of_them))}};
    const auto offer = [&](RowId project) {
        const auto found = counts.find(project);
        if (found == counts.end() && state.filter.project != project)
            return;
        filter.project = project;
        offers.push_back({filter, project_words(state, project) + " " +
                                      std::to_string(found == counts.end() ? 0 : found->second)});
    };
    offer(0);
    for (const Project& project : state.book().projects)
        offer(project.id);
    return offers;
}

/// "单位有误；项目 2 演出经费".
std::string in_words(const app::State& state) {
    std::string text(rule_title(state.filter.rule));
    if (state.filter.project)
        text.append(text.empty() ? "" : tr("；")).append(project_words(state, *state.filter.project));
    return text;
}

} // namespace

float filter_height(const Frame& frame) {
    const float row = frame.control_height();
    return frame.state.filter.is_empty() ? row : 2 * row + filter_gap;
}

void draw_filter(const platform::Later&, Frame& frame, float x, float y, float width) {
    const float height = frame.control_height();
    const float half = (width - filter_gap) / 2;
    const app::State& state = frame.state;
    const auto choose = [&](bool of_rules, std::string_view name, float left) {
        const auto offers = [&] { return of_rules ? rules_on_offer(state) : projects_on_offer(state); };
        const auto words = [&] {
            std::vector<std::string> all;
            for (const Offer& offer : offers())
                all.push_back(offer.words);
            return all;
        };
        std::string value(tr(all_of_them)); // To count is for who has chosen, or opens the list.
        if (of_rules ? !state.filter.rule.empty() : state.filter.project.has_value()) {
            const auto all = offers();
            if (const auto chosen = std::ranges::find(all, state.filter, &Offer::filter); chosen != all.end())
                value = chosen->words;
        }
        const ChoiceLook look{.name = fill(tr("按{1}筛选"), {name}),
                              .value = std::move(value),
                              .label = fill(tr("{1}："), {name})};
        const auto picked = choice(frame, choice_id(of_rules ? "filter/rule" : "filter/project"),
                                   {left, y, half, height}, look, words);
        if (!picked)
            return;
        if (const auto all = offers(); *picked < all.size())
            frame.wish(app::FilterFindings{all[*picked].filter});
    };
    choose(true, tr("规则"), x);
    choose(false, tr("项目"), x + half + filter_gap);
    if (state.filter.is_empty())
        return;
    const std::string words = in_words(state);
    const std::string label = with_colon(tr("× 只列出"), words);
    const Rect rect{x, y + height + filter_gap, std::min(width, button_width(frame, label)), height};
    if (button(frame, "filter/end", rect, label,
               {ButtonKind::plain, true, with_colon(tr("取消筛选"), words)})) {
        frame.wish(app::FilterFindings{});
        frame.view.focus_wanted = choice_id(state.filter.rule.empty() ? "filter/project" : "filter/rule");
    }
}

} // namespace jibiao::ui
