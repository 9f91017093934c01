#include "io/form_words.h"

#include "base/text.h"
#include "base/utf8.h"
#include "io/source_text.h"
#include "model/ordinal.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace jibiao::io {
namespace {

constexpr std::size_t longest_label = 120;             // Bytes; a longer cell is no label.
constexpr std::size_t longest_paragraph_heading = 300; // Bytes.
constexpr std::size_t longest_unit_line = 60;          // Code points.

bool is_indicator_field(Field field) {
    return std::ranges::any_of(indicator_cells(), [field](const auto& cell) { return cell.field == field; });
}

/// Without what stands in brackets: 部门(单位)名称 → 部门名称.
std::string without_brackets(std::string_view folded) {
    std::string result;
    int depth = 0;
    for (const char c : folded) {
        depth += c == '(' ? 1 : 0;
        if (depth == 0)
            result += c;
        depth -= c == ')' && depth > 0 ? 1 : 0;
    }
    return result;
}

/// Without a year in front: 2024年度预算金额 → 预算金额.
std::string_view without_year(std::string_view folded) {
    const std::size_t digits = std::min(folded.find_first_not_of("0123456789"), folded.size());
    if (digits != 4)
        return folded;
    std::string_view rest = folded.substr(digits);
    for (const std::string_view word : {"年度", "年"}) {
        if (rest.starts_with(word))
            return rest.substr(word.size());
    }
    return folded;
}

std::string label_key(std::string_view label) {
    std::string key = fold(label);
    while (key.ends_with(':'))
        key.pop_back();
    return key;
}

std::string_view unit_in_brackets(std::string_view folded) {
    for (const std::string_view unit : {"万元", "千元", "元"}) {
        if (contains(folded, "(" + std::string(unit) + ")"))
            return unit;
    }
    return {};
}

/// The paragraph as headings and captions are compared: marks, blanks and ordinal gone.
std::string title_key(std::string_view paragraph) {
    if (paragraph.size() > longest_paragraph_heading)
        return {};
    std::string_view text = without_marks(paragraph);
    text.remove_prefix(read_ordinal(text).length);
    return fold(text);
}

bool ends_with_any(std::string_view text, const std::vector<std::string>& endings) {
    return std::ranges::any_of(endings, [text](const std::string& ending) { return text.ends_with(ending); });
}

bool contains_any(std::string_view text, const std::vector<std::string>& words) {
    return std::ranges::any_of(words, [text](const std::string& word) { return contains(text, word); });
}

std::string_view without_final_bracket(std::string_view folded) {
    if (!folded.ends_with(')'))
        return folded;
    const std::size_t open = folded.rfind('(');
    return open == std::string_view::npos ? folded : folded.substr(0, open);
}

/// Folded and without brackets; "" for what is too long for a label.
std::string bare_key(std::string_view label) {
    return label.size() > longest_label ? std::string() : without_brackets(fold(label));
}

/// "编制部门：{prepared_by}" → 编制部门, prepared_by.
std::optional<std::pair<std::string, Field>> head_word(std::string_view cell) {
    const std::size_t open = cell.find('{');
    const std::size_t close = cell.find('}');
    if (open == std::string_view::npos || open == 0 || close == std::string_view::npos || close < open)
        return std::nullopt;
    const auto field = field_from_key(cell.substr(open + 1, close - open - 1));
    return field ? std::optional(std::pair(label_key(cell.substr(0, open)), *field)) : std::nullopt;
}

TableWords words_of(const Template& owner, const TableForm& form) {
    TableWords words{&owner, &form, {}, {}, {}};
    std::ranges::transform(form.captions, std::back_inserter(words.captions), fold);
    for (const TableColumn& column : form.columns)
        words.columns.push_back({bare_key(column.label), bare_key(column.group), column.field});
    for (const std::string& cell : form.head) {
        if (auto word = head_word(cell))
            words.head.push_back(std::move(*word));
    }
    return words;
}

} // namespace

bool TableWords::is_caption(std::string_view paragraph) const {
    const std::string key = title_key(paragraph);
    return !key.empty() && std::ranges::find(captions, key) != captions.end();
}

Field TableWords::column(std::string_view cell) const {
    const std::string key = bare_key(cell);
    const auto found = std::ranges::find(columns, key, &Column::label);
    return key.empty() || found == columns.end() ? Field::none : found->field;
}

std::size_t TableWords::columns_of_group(std::string_view cell) const {
    const std::string key = bare_key(cell);
    return key.empty() ? 0 : static_cast<std::size_t>(std::ranges::count(columns, key, &Column::group));
}

std::optional<Label> TableWords::head_label(std::string_view cell) const {
    for (const std::string_view colon : {"：", ":"}) {
        const std::size_t at = cell.find(colon);
        if (at == std::string_view::npos || at > longest_label)
            continue;
        const std::string key = label_key(cell.substr(0, at));
        for (const auto& [label, field] : head) {
            if (label == key)
                return Label{.field = field, .value = trim(cell.substr(at + colon.size()))};
        }
    }
    return std::nullopt;
}

FormWords::FormWords(const Templates& templates) : words_(templates.words()) {
    const auto add = [this](std::string_view key, const std::string& text) {
        const auto field = field_from_key(key);
        if (!field)
            return;
        const std::string folded = label_key(text);
        if (is_indicator_field(*field))
            columns_.emplace(folded, *field);
        else
            labels_.emplace(folded, Label{.field = *field, .of_department = folded.starts_with("部门")});
    };
    for (const auto& [key, spellings] : words_.labels) {
        for (const std::string& spelling : spellings)
            add(key, spelling);
    }
    for (const Template& form : templates.all()) {
        for (const auto& [key, label] : form.labels)
            add(key, label);
    }
    for (const auto& [group, key] : words_.groups) {
        const auto below = field_from_key(key);
        labels_.insert_or_assign(label_key(group), Label{.text_below = below.value_or(Field::none)});
    }
    for (const auto& [key, spellings] : words_.cover_labels) {
        for (const std::string& spelling : spellings)
            cover_labels_.emplace(label_key(spelling), field_from_key(key).value_or(Field::none));
    }
    for (const auto& [key, endings] : words_.cover_endings) {
        for (const std::string& ending : endings)
            cover_endings_.emplace_back(ending, field_from_key(key).value_or(Field::none));
    }
    for (const Template& form : templates.all()) {
        for (const TableForm& table : form.tables)
            tables_.push_back(words_of(form, table));
        for (const Chapter& chapter : form.chapters) {
            chapters_.push_back(fold(chapter.title));
            std::ranges::transform(chapter.aliases, std::back_inserter(chapters_), fold);
        }
    }
    std::ranges::transform(words_.chapters, std::back_inserter(chapters_), fold);
    std::ranges::transform(words_.comparators, std::back_inserter(comparators_), fold);
    for (const Template& form : templates.all())
        std::ranges::transform(form.plan_checkpoints, std::back_inserter(checkpoints_), fold);
}

void FormWords::forget_asked() const {
    constexpr std::size_t most_asked = 20'000;
    if (asked_.size() > most_asked)
        asked_.clear();
}

std::optional<Label> FormWords::label(std::string_view cell) const {
    return meaning(cell).label;
}

std::optional<Field> FormWords::column(std::string_view cell) const {
    return meaning(cell).column;
}

const FormWords::Meaning& FormWords::meaning(std::string_view cell) const {
    static const Meaning none;
    if (cell.empty() || cell.size() > 4 * longest_label)
        return none;
    const auto found = asked_.find(cell);
    if (found != asked_.end())
        return found->second;
    const auto made = asked_.emplace(std::string(cell), Meaning{}).first;
    const std::string_view kept = made->first; // What a label points into must last.
    made->second = {find_label(kept), find_column(kept)};
    return made->second;
}

std::optional<Label> FormWords::look_up(std::string_view text) const {
    if (text.size() > longest_label)
        return std::nullopt;
    const std::string folded = label_key(text);
    if (folded.empty())
        return std::nullopt;
    const bool bracketed = contains(folded, "(");
    const std::string bare = bracketed ? without_brackets(folded) : folded;
    for (const std::string_view key :
         {std::string_view(folded), without_year(folded), std::string_view(bare), without_year(bare)}) {
        const auto found = labels_.find(key);
        if (found == labels_.end())
            continue;
        Label label = found->second;
        label.money_unit = unit_in_brackets(folded);
        return label;
    }
    return std::nullopt;
}

std::optional<Label> FormWords::find_label(std::string_view cell) const {
    if (auto whole = look_up(cell))
        return whole;
    for (const std::string_view colon : {"：", ":"}) {
        const std::size_t at = cell.find(colon);
        if (at == std::string_view::npos)
            continue;
        auto label = look_up(cell.substr(0, at));
        if (!label)
            continue;
        label->value = trim(cell.substr(at + colon.size()));
        return label;
    }
    const std::string_view numbered = trim(cell);
    const Ordinal ordinal = read_ordinal(numbered);
    if (ordinal.style != OrdinalStyle::none)
        return look_up(numbered.substr(ordinal.length));
    return std::nullopt;
}

std::optional<Field> FormWords::find_column(std::string_view cell) const {
    if (cell.size() > longest_label)
        return std::nullopt;
    const std::string folded = label_key(cell);
    auto found = columns_.find(folded);
    if (found == columns_.end() && contains(folded, "("))
        found = columns_.find(without_brackets(folded));
    return found == columns_.end() ? std::nullopt : std::optional(found->second);
}

bool FormWords::is_checkpoint(std::string_view cell) const {
    if (cell.size() > longest_label)
        return false;
    const std::string folded = fold(cell);
    const std::size_t digits = std::min(folded.find_first_not_of("0123456789"), folded.size());
    const std::string_view rest = std::string_view(folded).substr(digits);
    const bool month = digits >= 1 && digits <= 2 && (rest == "月底" || rest == "月" || rest == "月末");
    return month || std::ranges::find(checkpoints_, folded) != checkpoints_.end();
}

bool FormWords::is_caption(std::string_view paragraph) const {
    const std::string key = title_key(paragraph);
    return ends_with_any(without_final_bracket(key), words_.caption_endings);
}

bool FormWords::is_department_caption(std::string_view paragraph) const {
    return contains_any(title_key(paragraph), words_.department_words);
}

std::string_view FormWords::name_in_caption(std::string_view caption) const {
    std::string_view name = trim(caption);
    name.remove_prefix(read_ordinal(name).length);
    for (const std::string& ending : words_.caption_endings) {
        const std::size_t at = name.rfind(ending);
        if (at != std::string_view::npos)
            return trim(name.substr(0, at));
    }
    return name;
}

bool FormWords::is_chapter(std::string_view paragraph) const {
    return std::ranges::find(chapters_, title_key(paragraph)) != chapters_.end();
}

bool FormWords::is_contents_title(std::string_view paragraph) const {
    const std::string key = title_key(paragraph);
    return std::ranges::find(words_.contents_titles, key) != words_.contents_titles.end();
}

bool FormWords::has_title_word(std::string_view paragraph) const {
    return contains_any(title_key(paragraph), words_.title_words);
}

std::optional<Label> FormWords::cover_label(std::string_view paragraph) const {
    const std::string_view line = without_marks(paragraph);
    if (line.size() > longest_paragraph_heading)
        return std::nullopt;
    const auto find = [this](const std::string& key) {
        auto found = cover_labels_.find(key);
        return found == cover_labels_.end() ? Field::none : found->second;
    };
    for (const std::string_view colon : {"：", ":"}) {
        const std::size_t at = line.find(colon);
        if (at == std::string_view::npos)
            continue;
        const Field field = find(without_brackets(label_key(line.substr(0, at))));
        if (field != Field::none && field != Field::attachment)
            return Label{.field = field, .value = trim(line.substr(at + colon.size()))};
    }
    std::string key = label_key(line); // 附件2-1:
    const std::size_t end = key.find_first_of("0123456789-");
    const bool only_number =
        end != std::string::npos && key.find_first_not_of("0123456789-", end) == std::string::npos;
    if (only_number)
        key.resize(end);
    return find(key) == Field::attachment ? std::optional(Label{.field = Field::attachment, .value = line})
                                          : std::nullopt;
}

std::optional<Label> FormWords::cover_ending(std::string_view paragraph) const {
    const std::string_view line = without_marks(paragraph);
    for (const auto& [ending, field] : cover_endings_) {
        if (line.size() <= longest_paragraph_heading && line.ends_with(ending))
            return Label{.field = field, .value = trim(line.substr(0, line.size() - ending.size()))};
    }
    return std::nullopt;
}

bool FormWords::is_table_caption(std::string_view paragraph) const {
    return std::ranges::any_of(tables_,
                               [paragraph](const TableWords& table) { return table.is_caption(paragraph); });
}

bool FormWords::has_basis_word(std::string_view cell) const {
    return contains_any(cell, words_.basis_words);
}

bool FormWords::is_comparator(std::string_view cell) const {
    if (cell.size() > longest_label)
        return false;
    return std::ranges::find(comparators_, fold(cell)) != comparators_.end();
}

std::size_t unit_code_length(std::string_view text) {
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits < 3 || digits > 9 || count_code_points(text.substr(0, 400)) > longest_unit_line)
        return 0;
    const std::string_view name = trim(text.substr(digits));
    const bool named = !name.empty() && is_ideograph(code_point_at(name, 0).value);
    // 300人以上 is no unit: a name has at least four characters and no digits.
    return named && count_code_points(name) >= 4 &&
                   name.find_first_of("0123456789%") == std::string_view::npos
               ? digits
               : 0;
}

std::string_view stated_money_unit(std::string_view folded) {
    for (const std::string_view open : {"", "(", "["}) {
        for (const std::string_view word : {"单位:", "金额单位:", "货币单位:", "计量单位:"}) {
            const std::string start = std::string(open) + std::string(word);
            if (!folded.starts_with(start))
                continue;
            std::string_view rest = folded.substr(start.size());
            while (rest.ends_with(')') || rest.ends_with(']'))
                rest.remove_suffix(1);
            if (rest == "万元" || rest == "人民币万元")
                return "万元";
            if (rest == "千元" || rest == "人民币千元")
                return "千元";
            if (rest == "元" || rest == "人民币元")
                return "元";
        }
    }
    return {};
}

} // namespace jibiao::io
