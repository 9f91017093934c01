#include "base/text.h"
#include "check/explanation.h"
#include "check/reading.h"
#include "check/tables.h"
#include "templates/figures.h"

#include <algorithm>
#include <string>
#include <vector>

namespace jibiao::check::scope_mismatch {
namespace {

/// A sum of the organ itself that is less than the department's.
struct Share {
    const TableRow* organ = nullptr;
    const TableRow* total = nullptr;
};

Share share_in(const Table& table, const TableForm& form, const Words& organ_words) {
    Share share;
    for (const TableRow& row : table.rows) {
        const RowPart part = part_of(row, form);
        if (part == RowPart::total)
            share.total = &row;
        if (part == RowPart::subtotal && contains_any(fold(row.label.text), organ_words))
            share.organ = &row;
    }
    return share;
}

bool is_less(const Share& share) {
    if (!share.organ || !share.total)
        return false;
    const auto organ = read_decimal(share.organ->amount.text);
    const auto total = read_decimal(share.total->amount.text);
    return organ && total && *organ < *total;
}

/// A table in which other units than the organ have money of their own.
Share share_of_organ(const Context& context) {
    for (const Section& section : context.book.sections) {
        for (const Table& table : section.tables) {
            const TableForm* form = context.form.find_table(table.form);
            const Share share = form ? share_in(table, *form, context.profile.list("organ_words")) : Share{};
            if (is_less(share))
                return share;
        }
    }
    return {};
}

const Figure* find_figure(const std::vector<Figure>& figures, std::string_view key) {
    const auto found =
        std::ranges::find_if(figures, [&](const Figure& one) { return one.key == key && one.yuan; });
    return found == figures.end() ? nullptr : &*found;
}

void check(const Context& context, Findings& findings) {
    if (!context.words || context.form.figures.empty())
        return;
    const Share share = share_of_organ(context);
    if (!share.organ)
        return;
    const auto figures = read_figures(context.book, context.form, *context.words);
    for (const auto& [of_organ, of_department] : context.profile.table("organ_figures")) {
        const Figure* organ = find_figure(figures, of_organ);
        const Figure* department = find_figure(figures, of_department);
        if (!organ || !department || *organ->yuan != *department->yuan || organ->yuan->is_zero())
            continue;
        findings
            .add(organ->at, "机关的 " + organ->text + "等于整个部门的 " + department->text +
                                "，可是部门还有别的单位（“" + share.organ->label.text + "”" +
                                share.organ->amount.text + "，“" + share.total->label.text + "”" +
                                share.total->amount.text + "）：核对写的是机关的数还是部门汇总的数。")
            .related = {department->at, {Field::amount, share.organ->id}};
    }
}

constexpr Example examples[] = {
    {"template: heb-2020-open\nsection: 二、收支预算\n"
     "paragraph: 基本支出包括人员经费543.89万元，日常公用支出90.98万元。\n"
     "section: 三、机关运行经费\nparagraph: 机关运行经费共计安排90.98万元。\n"
     "section: 六、政府采购\ntable: procurement\nrow: 合计\namount: 5.35\nrow: 机关小计\namount: 4.90\n"
     "row: 办公经费\namount: 4.90\nrow: 中心小计\namount: 0.45\nrow: 展览经费\namount: 0.45",
     "sections[1].body[0]"},
    {"template: heb-2020-open\nsection: 二、收支预算\n"
     "paragraph: 基本支出包括人员经费543.89万元，日常公用支出90.98万元。\n"
     "section: 三、机关运行经费\nparagraph: 机关运行经费共计安排70.15万元。\n"
     "section: 六、政府采购\ntable: procurement\nrow: 合计\namount: 5.35\nrow: 机关小计\namount: 4.90\n"
     "row: 办公经费\namount: 4.90\nrow: 中心小计\namount: 0.45\nrow: 展览经费\namount: 0.45",
     ""},
    {"template: heb-2020-open\nsection: 二、收支预算\n"
     "paragraph: 基本支出包括人员经费543.89万元，日常公用支出90.98万元。\n"
     "section: 三、机关运行经费\nparagraph: 机关运行经费共计安排90.98万元。\n"
     "section: 六、政府采购\ntable: procurement\nrow: 合计\namount: 4.90\nrow: 机关小计\namount: 4.90\n"
     "row: 办公经费\namount: 4.90",
     ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "scope-mismatch",
    .severity = Severity::hint,
    .title = "机关的数与部门汇总数相同",
    .title_en = "Amount of the organ equals the whole department's",
    .check_book = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "部门汇总数包含所属单位，机关本级的数应当小一些；两数相同，多半是口径写错。",
    .how_to_mend = "核对口径：是机关本级的数就改金额，是部门汇总数就改称呼，或者说明其他单位没有这项支出。",
    .source = "表样中的口径关系；已公开文本中可见",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::scope_mismatch
