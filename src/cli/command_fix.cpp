#include "base/text.h"
#include "check/fingerprint.h"
#include "check/mend.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/open.h"
#include "cli/output_format.h"
#include "cli/report.h"
#include "cli/strictness.h"
#include "io/template_json.h"

#include <array>

namespace jibiao::cli {
namespace {

using check::Mended;
using check::Mending;

constexpr std::size_t longest_text = 60;

/// The ids that --rule names. Errors name the one that there is not.
Result<std::vector<std::string_view>> rules_from(const Arguments& arguments) {
    std::vector<std::string_view> rules;
    for (const std::string_view id : split(arguments.get("--rule", ""), ',')) {
        if (!id.empty() && !check::find_rule(id))
            return Error{"没有规则“" + std::string(id) + "”，用 jibiao rules 查看全部规则。"};
        if (!id.empty())
            rules.push_back(id);
    }
    return rules;
}

std::string in_quotes(std::string_view text) {
    return text.empty() ? "（空白）" : "“" + shorten_in_line(text, longest_text) + "”";
}

/// The input, to which the places of a change refer; a later one would count rows differently.
struct Input {
    const std::string& path;
    const Book& book;
    const Template& form;
};

std::string change_in_text(const Input& input, const Mended& mended) {
    const int line = line_of(input.book, mended.at);
    std::string text = input.path + (line > 0 ? ":" + std::to_string(line) : "") + ": 修复 [" +
                       std::string(mended.rule) + "] " + mended.fix.title + "\n";
    for (const Mended::CellChange& cell : mended.cells)
        text += "    " + place_in_words(input.book, input.form, cell.at) + "：" + in_quotes(cell.before) +
                " → " + in_quotes(cell.after) + "\n";
    if (mended.cells.empty())
        text += "    " + place_in_words(input.book, input.form, mended.at) + "\n";
    return text;
}

std::string summary_of(const Mending& mending, bool dry_run) {
    if (mending.mended.empty())
        return "没有可以自动修复的问题。\n";
    return (dry_run ? "可以修复 " : "修复了 ") + std::to_string(mending.mended.size()) + " 处" +
           (dry_run ? "（--dry-run，没有写文件）。\n" : "。\n");
}

Result<int> run_fix(const Arguments& arguments, const Streams& streams) {
    const bool dry_run = arguments.has("--dry-run");
    if (!dry_run && !arguments.has("--output"))
        return Error{"fix 要写明 -o 文件，例如：jibiao fix 文本.txt -o 文本.jibiao.json；"
                     "只看会改什么，用 --dry-run。"};
    const std::string out(arguments.get("--output", "-"));
    const auto format = output_format_of(out);
    if (!format)
        return format.error();
    const auto profile = profile_from(arguments);
    if (!profile)
        return profile.error();
    const auto rules = rules_from(arguments);
    if (!rules)
        return rules.error();
    const auto as_of = as_of_from(arguments, streams);
    if (!as_of)
        return as_of.error();
    const Templates forms = io::load_embedded_templates();
    const std::string& path = arguments.operands.front();
    const auto book = open(path, io::PreparedForms(forms), streams);
    if (!book)
        return book.error();

    const Template& form = forms.get(book->template_id);
    Mending mending = check::mend({*book, form, *profile, &forms.words()}, *rules);
    const Strictness strictness = strictness_from(arguments);
    edit::apply(mending.book, {"记录检查", {edit::RecordCheck{record_of(*profile, strictness, *as_of)}}});
    if (!dry_run) {
        if (const auto error = write_book(out, **format, mending.book, form, path, streams))
            return *error;
    }

    std::string text;
    for (const Mended& mended : mending.mended)
        text += change_in_text({path, *book, form}, mended);
    text += summary_of(mending, dry_run);
    const bool failed = is_fatal(mending.report, strictness);
    const check::Verdict verdict = verdict_of(mending.report, strictness.phase);
    Checked left{forms, *profile, strictness.phase};
    auto fingerprints = check::fingerprints(mending.book, mending.report);
    left.files.push_back(
        {path, std::move(mending.book), std::move(mending.report), std::move(fingerprints), verdict});
    text += text_report(left);
    if (out == "-" && !dry_run)
        streams.err(text); // Standard output is the book.
    else if (const auto error = write_output("-", text, streams))
        return *error;
    return failed ? 1 : 0;
}

const std::array fix_options{
    Option{"--output", "-o", "OUT", "写到这个文件，格式按结尾：.json、.xml、.jibiao、.txt；- 为标准输出"},
    Option{"--dry-run", "", "", "只列出会改什么，不写文件"},
    Option{"--rule", "", "ID", "只修复这条规则的问题；可以写多次", {}, {}, true},
    profile_option(),
    phase_option(),
    fail_on_option(),
    as_of_option(),
};

} // namespace

extern const Command fix_command;
const Command fix_command{
    "fix", "FILE", "自动修复有把握的问题，列出改了什么、还剩什么；不会带来新的问题。", fix_options, 1,
    1,     run_fix};

} // namespace jibiao::cli
