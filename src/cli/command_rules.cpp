#include "base/text.h"
#include "check/explained.h"
#include "check/rule_pack.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/json.h"
#include "io/template_json.h"

#include <array>
#include <vector>

namespace jibiao::cli {
namespace {

using check::Explanation;
using check::Rule;
using check::Sureness;

std::string_view sureness_key(Sureness sureness) {
    switch (sureness) {
    case Sureness::read:
        return "read";
    case Sureness::seen:
        return "seen";
    case Sureness::recalled:
        return "recalled";
    }
    return "";
}

std::string indented(std::string_view text) {
    std::string lines;
    for (const std::string_view line : split(text, '\n'))
        lines += (line.empty() ? "" : "    ") + std::string(line) + "\n";
    return lines;
}

std::string described(const Rule& rule) {
    std::string text = std::string(rule.id) + "（" + std::string(check::severity_name(rule.severity)) + "）" +
                       std::string(rule.title) + "\n";
    for (const check::ExplainedPart& part : check::explained(rule))
        text += "\n" + part.heading + "\n" + indented(part.text);
    return text;
}

Result<int> print(const std::string& text, const Streams& streams) {
    if (const auto error = write_output("-", text, streams))
        return *error;
    return 0;
}

Result<int> run_explain(const Arguments& arguments, const Streams& streams) {
    const std::string& id = arguments.operands.front();
    if (const Rule* rule = check::find_rule(id))
        return print(described(*rule), streams);
    std::vector<std::string_view> ids;
    for (const Rule* rule : check::rules())
        ids.push_back(rule->id);
    const std::string_view near = nearest(id, ids);
    return Error{"没有规则“" + id + "”，" +
                 (near.empty() ? "用 jibiao rules 查看全部规则。" : "是不是“" + std::string(near) + "”？")};
}

std::string rule_in_json(const Rule& rule) {
    const Explanation& explanation = check::explanation_of(rule);
    return json_object({{"id", json_string(rule.id)},
                        {"severity", json_string(check::severity_key(rule.severity))},
                        {"title", json_string(rule.title)},
                        {"title_en", json_string(rule.title_en)},
                        {"why", json_string(explanation.why)},
                        {"how_to_mend", json_string(explanation.how_to_mend)},
                        {"source", json_string(explanation.source)},
                        {"sureness", json_string(sureness_key(explanation.sureness))}});
}

Result<int> run_rules(const Arguments& arguments, const Streams& streams) {
    if (arguments.get("--format", "text") == "json") {
        std::vector<std::string> rules;
        for (const Rule* rule : check::rules())
            rules.push_back(rule_in_json(*rule));
        return print(json_object({{"version", "1"},
                                  {"rule_pack", json_string(check::rule_pack)},
                                  {"rules", json_lines(rules)}}) +
                         "\n",
                     streams);
    }
    std::string text;
    for (const Rule* rule : check::rules()) {
        constexpr std::size_t id_width = 24;
        std::string id(rule->id);
        id.resize(std::max(id_width, id.size() + 1), ' ');
        text +=
            id + std::string(check::severity_name(rule->severity)) + "  " + std::string(rule->title) + "\n";
    }
    return print(text + "规则包 " + std::string(check::rule_pack) + "，" +
                     std::to_string(check::rules().size()) + " 条规则\n",
                 streams);
}

Result<int> run_templates(const Arguments&, const Streams& streams) {
    const Templates forms = io::load_embedded_templates();
    std::string text;
    for (const Template& form : forms.all()) {
        constexpr std::size_t id_width = 16;
        std::string id = form.id;
        id.resize(std::max(id_width, id.size() + 1), ' ');
        text += id + form.name + "\n";
    }
    return print(text, streams);
}

const std::array rules_options{
    Option{"--format", "", "text|json", "列表的格式，默认 text", {"text", "json"}}};

} // namespace

extern const Command explain_command;
const Command explain_command{"explain", "RULE",     "一条规则：为什么、怎么改、依据和例子。", {}, 1,
                              1,         run_explain};

extern const Command rules_command;
const Command rules_command{"rules", "", "列出全部规则。", rules_options, 0, 0, run_rules};

extern const Command templates_command;
const Command templates_command{"templates", "", "列出认识的表样。", {}, 0, 0, run_templates};

} // namespace jibiao::cli
