#include "io/template_json.h"

#include "base/text.h"
#include "io/embedded.h"
#include "io/json_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <type_traits>
#include <utility>

namespace jibiao::io {
namespace {

using rapidjson::Value;

constexpr std::size_t longest_key = 40; ///< Code points of a message.

/// One file being read: keeps the first thing that is wrong with it.
struct Source {
    const JsonText& text;
    std::string_view file_name;
    std::optional<Error> error;

    void fail(const Value& key, std::string_view what) {
        if (error)
            return;
        const int line = text.line_of(key);
        error = Error{std::string(file_name) + " 第 " + std::to_string(line) + " 行，键“" +
                          shorten_in_line(view(key), longest_key) + "”：" + std::string(what) + "。",
                      line};
    }
};

template <class Item>
void read_members(Source& source, const Value& object, Item& item);

void read_value(Source& source, const Value& key, const Value& value, std::string& out) {
    if (value.IsString())
        out = view(value);
    else
        source.fail(key, "应当是文字，却是" + std::string(json_type_name(value)));
}

void read_value(Source& source, const Value& key, const Value& value, bool& out) {
    if (value.IsBool())
        out = value.GetBool();
    else
        source.fail(key, "应当是 true 或 false");
}

void read_value(Source& source, const Value& key, const Value& value, int& out) {
    if (value.IsInt())
        out = value.GetInt();
    else
        source.fail(key, "应当是整数");
}

void read_value(Source& source, const Value& key, const Value& value, Field& out) {
    const auto field = value.IsString() ? field_from_key(view(value)) : std::nullopt;
    if (field)
        out = *field;
    else
        source.fail(key, "里面有不认识的栏目" + (value.IsString()
                                                     ? "“" + shorten_in_line(view(value), longest_key) + "”"
                                                     : std::string()));
}

void read_value(Source& source, const Value& key, const Value& value, CategoryKind& out) {
    constexpr std::array<std::string_view, 12> names{"",           "output",     "quantity", "quality",
                                                     "timeliness", "cost",       "benefit",  "economic",
                                                     "social",     "ecological", "lasting",  "satisfaction"};
    const auto name = value.IsString() ? std::ranges::find(names, view(value)) : names.end();
    if (name != names.end())
        out = static_cast<CategoryKind>(name - names.begin());
    else
        source.fail(key, "里面有不认识的类别");
}

void read_value(Source& source, const Value& key, const Value& value, OrdinalStyle& out) {
    constexpr std::array<std::string_view, 7> names{
        "none", "part", "chinese", "bracketed_chinese", "digits", "bracketed_digits", "circled"};
    const auto name = value.IsString() ? std::ranges::find(names, view(value)) : names.end();
    if (name != names.end())
        out = static_cast<OrdinalStyle>(name - names.begin());
    else
        source.fail(key, "里面有不认识的序号");
}

template <class Item>
requires std::is_class_v<Item>
void read_value(Source& source, const Value& key, const Value& value, Item& out) {
    if (!value.IsObject())
        return source.fail(key, "应当是对象，却是" + std::string(json_type_name(value)));
    read_members(source, value, out);
    if constexpr (std::is_same_v<Item, TextRow>) {
        if (out.cells.empty())
            source.fail(key, "里面有一行没有 cells");
    }
}

template <class Item>
void read_value(Source& source, const Value& key, const Value& value, std::vector<Item>& out) {
    if (!value.IsArray())
        return source.fail(key, "应当是列表，却是" + std::string(json_type_name(value)));
    for (const Value& element : value.GetArray())
        read_value(source, key, element, out.emplace_back());
}

template <class Item, class Order>
void read_value(Source& source, const Value& key, const Value& value,
                std::map<std::string, Item, Order>& out) {
    if (!value.IsObject())
        return source.fail(key, "应当是对象，却是" + std::string(json_type_name(value)));
    for (const auto& member : value.GetObject())
        read_value(source, member.name, member.value, out[std::string(view(member.name))]);
}

void read_value(Source& source, const Value& key, const Value& value, WordList& out) {
    std::vector<std::string> words;
    read_value(source, key, value, words);
    out = WordList(std::move(words));
}

void read_value(Source& source, const Value& key, const Value& value, WordTable& out) {
    std::map<std::string, std::string> words;
    read_value(source, key, value, words);
    out = WordTable(words);
}

template <class Item>
void read_value(Source& source, const Value& key, const Value& value, ByName<Item>& out) {
    std::map<std::string, Item> items;
    read_value(source, key, value, items);
    out = ByName<Item>(std::move(items));
}

template <class Owner, class Member>
bool read_if(Source& source, const Value& key, const Value& value, Owner& owner, std::string_view name,
             Member Owner::*member) {
    if (view(key) != name)
        return false;
    read_value(source, key, value, owner.*member);
    return true;
}

/// A map whose keys must be fields: a slip there would silently do nothing.
template <class Owner, class Item, class Order>
bool read_labels_if(Source& source, const Value& key, const Value& value, Owner& owner, std::string_view name,
                    std::map<std::string, Item, Order> Owner::*member) {
    if (!read_if(source, key, value, owner, name, member))
        return false;
    if (!value.IsObject())
        return true;
    for (const auto& entry : value.GetObject()) {
        if (!field_from_key(view(entry.name)))
            source.fail(entry.name, "不是栏目的键");
    }
    return true;
}

/// What stands in {braces} of a layout's texts.
void check_keys_in(Source& source, const Value& key, const std::vector<std::string>& patterns) {
    for (const std::string& pattern : patterns) {
        for (std::size_t open = pattern.find('{'); open != std::string::npos;
             open = pattern.find('{', open + 1)) {
            const std::string name = pattern.substr(open + 1, pattern.find('}', open) - open - 1);
            if (name != "number" && name != "year" && !field_from_key(name))
                source.fail(key, "里面有不认识的“{" + shorten_in_line(name, 40) + "}”");
        }
    }
}

bool read_member(Source& source, const Value& key, const Value& value, Level2& out) {
    const auto is = [&](std::string_view name, auto member) {
        return read_if(source, key, value, out, name, member);
    };
    return is("name", &Level2::name) || is("aliases", &Level2::aliases) || is("kind", &Level2::kind);
}

bool read_member(Source& source, const Value& key, const Value& value, Level1& out) {
    const auto is = [&](std::string_view name, auto member) {
        return read_if(source, key, value, out, name, member);
    };
    return is("name", &Level1::name) || is("aliases", &Level1::aliases) ||
           is("children", &Level1::children) || is("level2_optional", &Level1::level2_optional) ||
           is("kind", &Level1::kind);
}

bool read_member(Source& source, const Value& key, const Value& value, RequiredCategory& out) {
    const auto is = [&](std::string_view name, auto member) {
        return read_if(source, key, value, out, name, member);
    };
    return is("name", &RequiredCategory::name) || is("any_of", &RequiredCategory::any_of);
}

bool read_member(Source& source, const Value& key, const Value& value, TableColumn& out) {
    const auto is = [&](std::string_view name, auto member) {
        return read_if(source, key, value, out, name, member);
    };
    return is("field", &TableColumn::field) || is("label", &TableColumn::label) ||
           is("group", &TableColumn::group);
}

bool read_member(Source& source, const Value& key, const Value& value, TableForm& out) {
    const auto is = [&](std::string_view name, auto member) {
        return read_if(source, key, value, out, name, member);
    };
    return is("id", &TableForm::id) || is("captions", &TableForm::captions) ||
           is("columns", &TableForm::columns) || is("head", &TableForm::head) ||
           is("sections", &TableForm::sections) || is("sum_words", &TableForm::sum_words) ||
           is("part_words", &TableForm::part_words);
}

bool read_member(Source& source, const Value& key, const Value& value, FigureForm& out) {
    const auto is = [&](std::string_view name, auto member) {
        return read_if(source, key, value, out, name, member);
    };
    return is("key", &FigureForm::key) || is("label", &FigureForm::label) ||
           is("words", &FigureForm::words) || is("parts", &FigureForm::parts);
}

bool read_member(Source& source, const Value& key, const Value& value, Chapter& out) {
    const auto is = [&](std::string_view name, auto member) {
        return read_if(source, key, value, out, name, member);
    };
    return is("title", &Chapter::title) || is("aliases", &Chapter::aliases) || is("level", &Chapter::level) ||
           is("ordinal", &Chapter::ordinal) || is("projects", &Chapter::projects);
}

bool read_member(Source& source, const Value& key, const Value& value, TextRow& out) {
    const auto is = [&](std::string_view name, auto member) {
        return read_if(source, key, value, out, name, member);
    };
    constexpr std::array<std::string_view, 5> lists{"goals", "detail_goals", "phases", "plan", "indicators"};
    if (is("cells", &TextRow::cells)) {
        check_keys_in(source, key, out.cells);
    } else if (is("first", &TextRow::first)) {
        check_keys_in(source, key, out.first);
    } else if (is("each", &TextRow::each)) {
        if (std::ranges::find(lists, out.each) == lists.end())
            source.fail(key, "应当是 goals、detail_goals、phases、plan、indicators 之一");
    } else {
        return is("paragraph", &TextRow::paragraph);
    }
    return true;
}

bool read_member(Source& source, const Value& key, const Value& value, TextLayout& out) {
    const auto is = [&](std::string_view name, auto member) {
        return read_if(source, key, value, out, name, member);
    };
    return is("row_per_line", &TextLayout::row_per_line) || is("cover", &TextLayout::cover) ||
           is("contents_title", &TextLayout::contents_title) || is("caption", &TextLayout::caption) ||
           is("department_caption", &TextLayout::department_caption) || is("project", &TextLayout::project) ||
           is("department", &TextLayout::department) || is("merge_level1", &TextLayout::merge_level1) ||
           is("merge_level2", &TextLayout::merge_level2) ||
           is("money_decimals", &TextLayout::money_decimals) ||
           is("value_decimals", &TextLayout::value_decimals);
}

bool read_member(Source& source, const Value& key, const Value& value, Template& out) {
    const auto is = [&](std::string_view name, auto member) {
        return read_if(source, key, value, out, name, member);
    };
    const auto labels = [&](std::string_view name, auto member) {
        return read_labels_if(source, key, value, out, name, member);
    };
    return is("id", &Template::id) || is("name", &Template::name) ||
           is("money_unit", &Template::money_unit) || labels("labels", &Template::labels) ||
           labels("department_labels", &Template::department_labels) ||
           is("project_fields", &Template::project_fields) ||
           is("department_fields", &Template::department_fields) ||
           is("indicator_columns", &Template::indicator_columns) ||
           is("required_columns", &Template::required_columns) ||
           is("plan_checkpoints", &Template::plan_checkpoints) || is("levels", &Template::levels) ||
           is("required_categories", &Template::required_categories) || is("at_least", &Template::at_least) ||
           is("at_most", &Template::at_most) || is("blank_before_unit", &Template::blank_before_unit) ||
           is("chapters", &Template::chapters) || is("tables", &Template::tables) ||
           is("figures", &Template::figures) || is("cover_fields", &Template::cover_fields) ||
           labels("choices", &Template::choices) || is("layout", &Template::layout) ||
           is("general", &Template::general) || is("first_year", &Template::first_year) ||
           is("last_year", &Template::last_year);
}

bool read_member(Source& source, const Value& key, const Value& value, Profile& out) {
    const auto is = [&](std::string_view name, auto member) {
        return read_if(source, key, value, out, name, member);
    };
    return is("id", &Profile::id) || is("name", &Profile::name) ||
           is("placeholders", &Profile::placeholders) || is("void_words", &Profile::void_words) ||
           is("ratio_words", &Profile::ratio_words) || is("capped_words", &Profile::capped_words) ||
           is("uncapped_words", &Profile::uncapped_words) || is("unitless_words", &Profile::unitless_words) ||
           is("unit_of_name", &Profile::unit_of_name) || is("cost_words", &Profile::cost_words) ||
           is("not_budget_words", &Profile::not_budget_words) ||
           is("starter_names", &Profile::starter_names) || is("blank_quarter", &Profile::blank_quarter) ||
           is("lists", &Profile::lists) || is("tables", &Profile::tables) || is("limits", &Profile::limits);
}

bool read_member(Source& source, const Value& key, const Value& value, ReadingWords& out) {
    const auto is = [&](std::string_view name, auto member) {
        return read_if(source, key, value, out, name, member);
    };
    const auto labels = [&](std::string_view name, auto member) {
        return read_labels_if(source, key, value, out, name, member);
    };
    return labels("labels", &ReadingWords::labels) || is("groups", &ReadingWords::groups) ||
           is("caption_endings", &ReadingWords::caption_endings) ||
           is("department_words", &ReadingWords::department_words) ||
           is("chapters", &ReadingWords::chapters) || is("title_words", &ReadingWords::title_words) ||
           labels("cover_labels", &ReadingWords::cover_labels) ||
           labels("cover_endings", &ReadingWords::cover_endings) ||
           is("contents_titles", &ReadingWords::contents_titles) ||
           is("basis_words", &ReadingWords::basis_words) || is("comparators", &ReadingWords::comparators) ||
           is("increase_words", &ReadingWords::increase_words) ||
           is("decrease_words", &ReadingWords::decrease_words) ||
           is("unchanged_words", &ReadingWords::unchanged_words) ||
           is("reason_words", &ReadingWords::reason_words);
}

template <class Item>
void read_members(Source& source, const Value& object, Item& item) {
    for (const auto& member : object.GetObject()) {
        if (!read_member(source, member.name, member.value, item))
            source.fail(member.name, "不认识这个键");
    }
}

template <class Item>
Result<Item> read_file(std::string_view json, std::string_view file_name) {
    auto text = JsonText::read(json);
    if (!text)
        return Error{std::string(file_name) + "：" + text.error().what, text.error().line};
    if (!text->root().IsObject())
        return Error{std::string(file_name) + "：最外层应当是一个对象 { … }。", 1};
    Source source{*text, file_name, {}};
    Item item;
    read_members(source, text->root(), item);
    if constexpr (requires { item.id; }) {
        if (!source.error && item.id.empty())
            source.error = Error{std::string(file_name) + "：缺少键“id”。"};
    }
    if (source.error)
        return *source.error;
    return item;
}

} // namespace

Result<Template> read_template(std::string_view json, std::string_view file_name) {
    return read_file<Template>(json, file_name);
}

Result<Profile> read_profile(std::string_view json, std::string_view file_name) {
    return read_file<Profile>(json, file_name);
}

Result<ReadingWords> read_reading_words(std::string_view json, std::string_view file_name) {
    return read_file<ReadingWords>(json, file_name);
}

Templates load_embedded_templates() {
    std::vector<Template> templates;
    ReadingWords words;
    for (const EmbeddedAsset& asset : embedded_assets()) {
        if (asset.path.starts_with("templates/")) {
            if (auto form = read_template(asset.text, asset.path))
                templates.push_back(std::move(*form));
        } else if (asset.path.starts_with("reading/")) {
            if (auto read = read_reading_words(asset.text, asset.path))
                words = std::move(*read);
        }
    }
    return Templates(std::move(templates), std::move(words));
}

Profile load_embedded_profile(std::string_view id) {
    const std::string path = "profiles/" + std::string(id) + ".json";
    auto profile = read_profile(embedded_asset(path), path);
    return profile ? *profile : Profile{};
}

} // namespace jibiao::io
