#include "app/about.h"

#include "base/text.h"
#include "base/words.h"
#include "check/check.h"
#include "check/rule_pack.h"
#include "io/format.h"

namespace jibiao::app {

std::vector<AboutLine> about_lines(const platform::Later&, const Knowledge& knowledge) {
    const auto line = [](std::string_view what, std::string which) {
        return AboutLine{std::string(what), std::move(which)};
    };
    const auto number = [](std::size_t count) { return std::to_string(count); };
    return {
        line(tr("程序"), JIBIAO_VERSION), line(tr("文件格式"), std::to_string(io::format_version)),
        line(tr("规则包"), fill(tr("{1}，{2} 条规则"), {check::rule_pack, number(check::rules().size())})),
        line(tr("标准"), knowledge.profile.name),
        line(tr("表样"), fill(tr("{1} 种"), {number(knowledge.templates.all().size())}))};
}

std::vector<AboutLine> licences_of(const platform::Later&, std::string_view markdown) {
    std::vector<AboutLine> lines;
    bool in_table = false;
    for (const std::string_view line : split_lines(markdown)) {
        const auto cells = split(line, '|'); // A blank one before the first.
        const bool is_row = cells.size() > 5;
        if (!is_row && in_table)
            break;
        if (is_row && in_table && !line.starts_with("| --"))
            lines.push_back({std::string(trim(cells[1])), std::string(trim(cells[4]))});
        in_table = is_row;
    }
    return lines;
}

} // namespace jibiao::app
