#include "io/recognition.h"

#include "base/text.h"
#include "base/utf8.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace jibiao::io {
namespace {

constexpr std::size_t project_code_length = 21;

/// A project code: district, year, thirteen letters and digits.
bool is_project_code(std::string_view text) {
    const auto is_code_character = [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); };
    return text.size() == project_code_length && std::ranges::all_of(text, is_code_character) &&
           text.substr(0, 8).find_first_not_of("0123456789") == std::string_view::npos;
}

/// Calls `visit(year)` for every 20xx年 of the text, blanks allowed before 年.
template <class Visit>
void for_each_year(std::string_view text, Visit&& visit) {
    for (std::size_t at = text.find("20"); at != std::string_view::npos; at = text.find("20", at + 2)) {
        const bool digits = at + 4 <= text.size() &&
                            text.substr(at + 2, 2).find_first_not_of("0123456789") == std::string_view::npos;
        const bool begins = at == 0 || text[at - 1] < '0' || text[at - 1] > '9';
        if (digits && begins && trim(text.substr(at + 4, 16)).starts_with("年"))
            visit(2000 + (text[at + 2] - '0') * 10 + (text[at + 3] - '0'));
    }
}

/// Title, cover and year lines come before the first table.
int year_in_front(const std::vector<SourceBlock>& blocks, const FormWords& words) {
    for (const SourceBlock& block : blocks) {
        if (block.is_row)
            break;
        const std::string& text = block.cells[0].raw;
        if (count_code_points(std::string_view(text).substr(0, 400)) > longest_title)
            continue;
        if (!words.has_title_word(text) && !contains(text, "年度"))
            continue;
        int year = 0;
        for_each_year(text, [&year](int found) { year = year == 0 ? found : year; });
        if (year != 0)
            return year;
    }
    return 0;
}

int most_frequent_year(const std::vector<SourceBlock>& blocks) {
    std::map<int, int> counts;
    for (const SourceBlock& block : blocks) {
        for (const SourceCell& cell : block.cells)
            for_each_year(cell.raw, [&counts](int year) { ++counts[year]; });
    }
    const auto most = std::ranges::max_element(counts, {}, [](const auto& entry) { return entry.second; });
    return most == counts.end() ? 0 : most->first;
}

std::string first_project_code(const std::vector<SourceBlock>& blocks) {
    for (const SourceBlock& block : blocks) {
        for (const SourceCell& cell : block.cells) {
            const std::string_view text = trim(cell.raw);
            if (block.is_row && is_project_code(text))
                return std::string(text);
        }
    }
    return {};
}

/// The fields that a form has, or that a text has labels for.
struct Fields {
    std::set<Field> columns; ///< Of the indicator table.
    std::set<Field> others;
};

Fields fields_in(const std::vector<SourceBlock>& blocks, const FormWords& words) {
    Fields fields;
    for (const SourceBlock& block : blocks) {
        for (const SourceCell& cell : block.cells) {
            if (!block.is_row || cell.raw.size() > 120)
                continue;
            if (const auto label = words.label(cell.raw))
                fields.others.insert(label->field);
            if (const auto column = words.column(cell.raw))
                fields.columns.insert(*column);
        }
    }
    fields.others.erase(Field::none);
    return fields;
}

Fields fields_of(const Template& form) {
    Fields fields;
    fields.columns.insert(form.indicator_columns.begin(), form.indicator_columns.end());
    for (const auto& [key, label] : form.labels) {
        const auto field = field_from_key(key);
        if (field && !form.has_column(*field))
            fields.others.insert(*field);
    }
    fields.others.insert(form.project_fields.begin(), form.project_fields.end());
    fields.others.insert(form.department_fields.begin(), form.department_fields.end());
    fields.others.erase(Field::caption);
    return fields;
}

/// How well two sets agree: twice what they share by what they have.
double agreement(const std::set<Field>& a, const std::set<Field>& b) {
    const auto shared = std::ranges::count_if(a, [&b](Field field) { return b.contains(field); });
    return a.empty() && b.empty()
               ? 0
               : 2.0 * static_cast<double>(shared) / static_cast<double>(a.size() + b.size());
}

} // namespace

Recognition recognise(const std::vector<SourceBlock>& blocks, const Templates& templates,
                      const FormWords& words) {
    constexpr double same_year = 0.05; // Decides between forms with the same fields only.
    Recognition result;
    const std::string code = first_project_code(blocks);
    if (!code.empty()) {
        result.region = code.substr(0, 6);
        result.year = 2000 + (code[6] - '0') * 10 + (code[7] - '0');
    }
    if (const int year = year_in_front(blocks, words); year != 0)
        result.year = year;
    if (result.year == 0)
        result.year = most_frequent_year(blocks);

    const Fields seen = fields_in(blocks, words);
    result.template_id = templates.get("").id;
    double best = 0;
    for (const Template& form : templates.all()) {
        const bool in_use = result.year >= form.first_year && result.year <= form.last_year;
        const Fields fields = fields_of(form);
        const double score = agreement(seen.columns, fields.columns) + agreement(seen.others, fields.others) +
                             (in_use ? same_year : 0);
        if (score <= best)
            continue;
        best = score;
        result.template_id = form.id;
    }
    return result;
}

} // namespace jibiao::io
