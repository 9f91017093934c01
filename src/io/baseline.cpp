#include "io/baseline.h"

#include "io/json_syntax.h"
#include "io/json_text.h"

namespace jibiao::io {
namespace {

constexpr std::string_view baseline_format = "jibiao-baseline";
constexpr int baseline_version = 1;
constexpr std::string_view write_again = "；请用 jibiao check --write-baseline 重新生成。";

/// Null if there is none.
const rapidjson::Value* member_of(const rapidjson::Value& object, const char* name) {
    if (!object.IsObject())
        return nullptr;
    const auto found = object.FindMember(name);
    return found == object.MemberEnd() ? nullptr : &found->value;
}

std::string text_of(const rapidjson::Value& object, const char* name) {
    const rapidjson::Value* value = member_of(object, name);
    return value && value->IsString() ? std::string(view(*value)) : std::string();
}

Error unusable(const std::string& what) {
    return Error{what + std::string(write_again)};
}

} // namespace

std::string write_baseline(const Baseline& baseline) {
    JsonSyntax syntax;
    const auto member = [&syntax](std::string_view name, std::string_view text) {
        syntax.key(name);
        syntax.text(text);
    };
    syntax.begin_object(false);
    member("format", baseline_format);
    syntax.key("version");
    syntax.word(std::to_string(baseline_version));
    member("profile", baseline.profile);
    member("rule_pack", baseline.rule_pack);
    syntax.key("findings");
    syntax.begin_list();
    for (const KnownFinding& finding : baseline.findings) {
        syntax.element({});
        syntax.begin_object(true);
        member("fingerprint", finding.fingerprint);
        member("file", finding.file);
        member("rule", finding.rule);
        member("place", finding.place);
        syntax.end_object();
    }
    syntax.end_list();
    syntax.end_object();
    return syntax.take();
}

Result<Baseline> read_baseline(std::string_view text) {
    const auto json = JsonText::read(text);
    if (!json)
        return json.error();
    const rapidjson::Value& root = json->root();
    if (text_of(root, "format") != baseline_format)
        return unusable("不是基线文件（缺少 \"format\": \"jibiao-baseline\"）");
    const rapidjson::Value* version = member_of(root, "version");
    if (!version || !version->IsInt() || version->GetInt() != baseline_version)
        return unusable("基线文件的版本不是这里认识的 " + std::to_string(baseline_version));
    const rapidjson::Value* findings = member_of(root, "findings");
    if (!findings || !findings->IsArray())
        return unusable("基线文件里缺少列表“findings”");
    Baseline baseline{text_of(root, "profile"), text_of(root, "rule_pack"), {}};
    for (const rapidjson::Value& element : findings->GetArray()) {
        KnownFinding finding{text_of(element, "fingerprint"), text_of(element, "file"),
                             text_of(element, "rule"), text_of(element, "place")};
        if (finding.fingerprint.empty())
            return unusable("基线文件里第 " + std::to_string(baseline.findings.size() + 1) +
                            " 项没有“fingerprint”");
        baseline.findings.push_back(std::move(finding));
    }
    return baseline;
}

} // namespace jibiao::io
