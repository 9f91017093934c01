#include "base/text.h"
#include "check/suppression.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/open.h"
#include "cli/output_format.h"
#include "cli/strictness.h"
#include "io/template_json.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace jibiao::cli {
namespace {

using check::Finding;

constexpr std::string_view usage =
    "，例如：jibiao suppress 文本.jibiao.json --rule ID --at PATH --reason 理由 -o 文本.jibiao.json；"
    "位置见 jibiao check --format json 的 at。";

/// What the options name.
struct Wanted {
    std::string_view rule;
    std::string_view at;
    std::string_view reason;
    bool remove;
};

Result<Wanted> wanted_from(const Arguments& arguments) {
    const Wanted wanted{arguments.get("--rule", ""), arguments.get("--at", ""),
                        trim(arguments.get("--reason", "")), arguments.has("--remove")};
    for (const std::string_view needed : {"--rule", "--at", "--output"}) {
        if (!arguments.has(needed))
            return Error{"suppress 要写明 " + std::string(needed) + std::string(usage)};
    }
    if (!check::find_rule(wanted.rule))
        return Error{"没有规则“" + std::string(wanted.rule) + "”，用 jibiao rules 查看全部规则。"};
    if (!check::can_be_suppressed(wanted.rule))
        return Error{"规则 " + std::string(wanted.rule) + " 的问题不能说明不改：用 --remove 删去那条理由。"};
    if (wanted.remove && arguments.has("--reason"))
        return Error{"--remove 删去理由，不能同时写 --reason。"};
    if (!wanted.remove && wanted.reason.empty())
        return Error{"suppress 要用 --reason 写明为什么不改" + std::string(usage)};
    return wanted;
}

/// Names the places where the rule has something, so that the right one can be taken.
Error nothing_there(const Wanted& wanted, std::vector<std::string> places, std::string_view what) {
    constexpr std::size_t most = 5;
    const auto repeated = std::ranges::unique(places);
    places.erase(repeated.begin(), repeated.end());
    std::string list;
    for (std::size_t i = 0; i < places.size() && i < most; ++i)
        list += (list.empty() ? "" : "、") + places[i];
    return Error{
        "“" + std::string(wanted.at) + "”没有规则 " + std::string(wanted.rule) + std::string(what) +
        (list.empty() ? "，别处也没有。" : "；有的位置：" + list + (places.size() > most ? " 等。" : "。"))};
}

/// One edit for every item (finding, suppression) of the rule at the place; `make` gives the edit of one.
template <class Item, class Make>
Result<edit::Edit> edit_of(const Wanted& wanted, const Book& book, const std::vector<Item>& items,
                           std::string_view what, Make&& make) {
    edit::Edit all;
    std::vector<std::string> places;
    for (const Item& item : items) {
        if (item.rule != wanted.rule)
            continue;
        places.push_back(path_of(book, item.at));
        if (places.back() != wanted.at)
            continue;
        edit::Edit one = make(item);
        all.label = one.label;
        std::ranges::move(one.operations, std::back_inserter(all.operations));
    }
    if (all.operations.empty())
        return nothing_there(wanted, std::move(places), what);
    return all;
}

Result<edit::Edit> edit_from(const Wanted& wanted, const Book& book, const check::Report& report,
                             const std::string& date) {
    if (wanted.remove)
        return edit_of(wanted, book, book.suppressions, " 的理由", check::unsuppress);
    return edit_of(wanted, book, report.findings, " 的问题", [&](const Finding& finding) {
        return check::suppress(finding, std::string(wanted.reason), date);
    });
}

Result<int> run_suppress(const Arguments& arguments, const Streams& streams) {
    const auto wanted = wanted_from(arguments);
    if (!wanted)
        return wanted.error();
    const std::string out(arguments.get("--output", ""));
    const auto format = archive_format_of(out);
    if (!format)
        return format.error();
    const auto profile = profile_from(arguments);
    if (!profile)
        return profile.error();
    const auto as_of = as_of_from(arguments, streams);
    if (!as_of)
        return as_of.error();
    const Templates forms = io::load_embedded_templates();
    const std::string& path = arguments.operands.front();
    auto book = open(path, io::PreparedForms(forms), streams);
    if (!book)
        return book.error();

    const Template& form = forms.get(book->template_id);
    const check::Report report = check::run({*book, form, *profile, &forms.words()});
    const auto edit = edit_from(*wanted, *book, report, *as_of);
    if (!edit)
        return Error{path + "：" + edit.error().what};
    edit::apply(*book, *edit);
    if (const auto error = write_book(out, **format, *book, form, path, streams))
        return *error;
    return 0;
}

const std::array suppress_options{
    Option{"--rule", "", "ID", "哪条规则的问题"},
    Option{"--at", "", "PATH", "哪里：check --format json 报告里的 at，例如 projects[0].purpose"},
    Option{"--reason", "", "TEXT", "为什么不改，给审核人看"},
    Option{"--remove", "", "", "删去写过的理由，问题重新列出"},
    Option{"--output", "-o", "OUT", "写到这个文件，格式按结尾：.json、.xml、.jibiao；- 为标准输出"},
    profile_option(),
    as_of_option(),
};

} // namespace

extern const Command suppress_command;
const Command suppress_command{
    "suppress",       "FILE", "说明一处问题为什么不改：不再计入结论，连同理由列给审核人；内容改了就失效。",
    suppress_options, 1,      1,
    run_suppress};

} // namespace jibiao::cli
