#pragma once
#include "model/field_ref.h"
#include "model/row_id.h"
#include "model/rows.h"

#include <cstdint>
#include <string>
#include <vector>

/// The book of performance targets (预算绩效文本) as plain values. Any text may stand in any cell: what is
/// wrong with it is a finding. Glossary Chinese ↔ English: README.md.

namespace jibiao {

/// How the text of a cell came to be there. Values are part of the file format: do not renumber.
enum class Origin : std::uint8_t {
    typed = 0,     ///< Entered here, or never filled.
    read = 1,      ///< Stood in the imported source; `raw` is what stood there.
    inherited = 2, ///< The source's cell is merged with the one above and therefore blank.
    rebuilt =
        3, ///< Lost or displaced in the source, restored from the template; the book has a note about it.
    carried = 4, ///< Taken over from last year's book; nobody has changed or confirmed it since.
};

/// A cell of a form, or a paragraph.
struct Cell {
    std::string text; ///< What people see and edit: UTF-8, '\n' between paragraphs, no blanks at the ends.
    std::string raw;  ///< As it stood in the source while `text` still says the same; "" once edited.
    int line = 0; ///< First line of the cell in the imported text, 1-based; 0 if it was not imported. Blank
                  ///< cells of an imported table have a line too.
    int last_line = 0; ///< Its last line.
    Origin origin = Origin::typed;

    bool empty() const { return text.empty(); }
    bool operator==(const Cell&) const = default;
};

/// One indicator (绩效指标): a row of the three-level table.
struct Indicator {
    RowId id = 0;
    Cell level1;      ///< 一级指标, e.g. 产出指标.
    Cell level2;      ///< 二级指标, e.g. 数量指标.
    Cell name;        ///< 三级指标: what is measured.
    Cell description; ///< 绩效指标描述.
    Cell comparator;  ///< 符号: only where the form has a column for it; else part of `target`.
    Cell target;      ///< 指标值.
    Cell target_unit; ///< 单位（文字描述）: only where the form has a column for it.
    Cell weight;      ///< 分值（权重）.
    Cell basis;       ///< 指标值确定依据.
    Cell explanation; ///< 指标解释及计算公式.

    bool operator==(const Indicator&) const = default;
};

/// One goal sentence (绩效目标), without its ordinal.
struct Goal {
    RowId id = 0;
    Cell text;

    bool operator==(const Goal&) const = default;
};

/// One checkpoint of the spending plan (资金支出计划): 3月底 25.00%, cumulative.
struct PlanLine {
    RowId id = 0;
    Cell checkpoint;
    Cell percent;

    bool operator==(const PlanLine&) const = default;
};

/// One phase of the implementation plan (阶段性计划, 实施计划).
struct Phase {
    RowId id = 0;
    Cell period;
    Cell text;

    bool operator==(const Phase&) const = default;
};

/// Values are part of the file format: do not renumber.
enum class ProjectKind : std::uint8_t {
    project = 0,    ///< 项目绩效目标表.
    department = 1, ///< 部门整体绩效目标表: same shape, for the department as a whole.
};

/// One performance target table (绩效目标表), of a project or of the whole department.
struct Project {
    RowId id = 0;
    ProjectKind kind = ProjectKind::project;
    RowId section = 0;        ///< The section below which the table stands; 0: behind all of them.
    Cell caption;             ///< Heading above the table as printed, e.g. 1.科普经费绩效目标表.
    Cell unit_code;           ///< 单位编码: 3 or 6 digits.
    Cell unit_name;           ///< 单位名称.
    Cell authority;           ///< 主管部门.
    Cell year_line;           ///< (2024年度).
    Cell money_unit;          ///< 元 or 万元: the unit of the table's amounts.
    Cell code;                ///< 项目编码, 21 characters.
    Cell name;                ///< 项目名称; of a department its name.
    Cell leader;              ///< 项目负责人.
    Cell phone;               ///< 联系电话.
    Cell category;            ///< 项目类别.
    Cell attribute;           ///< 项目属性.
    Cell period;              ///< 项目计划实施时间.
    Cell duties;              ///< 职能描述 (department).
    Cell basic_expenditure;   ///< 基本支出 (department).
    Cell project_expenditure; ///< 项目支出 (department).
    Cell budget_total;        ///< 预算数, 预算资金, 资金总额.
    Cell budget_fiscal;       ///< 其中：财政资金.
    Cell budget_other;        ///< 其他资金.
    Cell fund_nature;         ///< 资金性质.
    Cell purpose;             ///< 资金用途.
    Cell organisation;        ///< 保障措施: 组织机构.
    Cell rules;               ///< 保障措施: 管理制度.
    Rows<PlanLine> plan;
    Rows<Goal> goals;
    Rows<Goal> detail_goals; ///< 明细目标 (department).
    Rows<Phase> phases;
    Rows<Indicator> indicators;

    bool operator==(const Project&) const = default;
};

/// A paragraph below a heading. Table rows that the model has no place for are kept here too, with their
/// cells separated by TAB, so that nothing of the source is lost.
struct Paragraph {
    RowId id = 0;
    Cell text;
    bool unplaced = false; ///< Kept, but not understood; the book has a note about it.

    bool operator==(const Paragraph&) const = default;
};

/// A row of a table about the department. One type for all such tables: a form's table has some of the
/// columns (templates/template.h: TableForm).
struct TableRow {
    RowId id = 0;
    Cell label;          ///< First column: 单位名称, 项目名称, 项目; of a sum 合计, … 小计.
    Cell nature;         ///< 单位性质: 行政, 事业.
    Cell grade;          ///< 单位规格: 正处级 …
    Cell funding;        ///< 经费保障形式.
    Cell source_budget;  ///< 政府采购项目来源: 预算资金.
    Cell goods;          ///< 采购物品名称.
    Cell catalogue_code; ///< 政府采购目录序号.
    Cell unit;           ///< 计量单位.
    Cell quantity;       ///< 数量; —— where it does not apply.
    Cell price;          ///< 单价.
    Cell amount;         ///< 合计, 价值.
    Cell general_budget; ///< 一般公共预算拨款.
    Cell fund_budget;    ///< 基金预算拨款.
    Cell capital_budget; ///< 国有资本经营预算拨款.
    Cell account_funds;  ///< 财政专户核拨.
    Cell other_funds;    ///< 其他来源收入.

    bool operator==(const TableRow&) const = default;
};

/// A table about the department, below a section's paragraphs: 机构设置, 政府采购, 固定资产.
struct Table {
    RowId id = 0;
    std::string form; ///< Which of the template's tables it is: "institutions".
    Cell caption;     ///< 部门机构设置情况.
    Cell unit_code;   ///< 单位编码.
    Cell unit_name;   ///< 单位名称.
    Cell money_unit;  ///< 元 or 万元.
    Cell prepared_by; ///< 编制部门.
    Cell as_of;       ///< 截止时间.
    Rows<TableRow> rows;

    bool operator==(const Table&) const = default;
};

/// A heading and what stands below it up to the next heading. The tree is in `level`: a section belongs to
/// the nearest one before it with a smaller level.
struct Section {
    RowId id = 0;
    int level = 0; ///< 0 part (第一部分), 1 chapter (一、), 2 (（一）), 3 …
    Cell heading;  ///< As printed, with its ordinal (ordinal.h); empty for text that follows a table.
    Rows<Paragraph> body;
    Rows<Table> tables;

    bool operator==(const Section&) const = default;
};

/// A line of the table of contents.
struct ContentsLine {
    RowId id = 0;
    Cell text;
    Cell page; ///< Page number; blank for parts.

    bool operator==(const ContentsLine&) const = default;
};

/// What an import wants to say: something could not be placed, or was restored.
struct Note {
    int line = 0; ///< 1-based line in the source; 0 for the whole file.
    std::string text;

    bool operator==(const Note&) const = default;
};

/// A finding that stays as it is, and why (说明不改). It is about this finding only: once the cell or what
/// the rule says of it is another, it suppresses nothing.
struct Suppression {
    std::string rule; ///< Id of check::Rule, also of one that is not known here.
    FieldRef at; ///< Its row is in the book (0: a cell of the book itself), and takes it along when it goes.
    std::string text;    ///< What the cell said; "" for a whole row or table.
    std::string message; ///< What the rule said of it.
    std::string reason;
    std::string date; ///< When the reason was given: 2026-11-22.

    bool about_same(const Suppression& other) const {
        return at == other.at && rule == other.rule && text == other.text && message == other.message;
    }
    bool operator==(const Suppression&) const = default;
};

/// Values are part of the file format: do not renumber.
enum class CommentKind : std::uint8_t {
    remark = 0,   ///< 批注, or an answer to one.
    returned = 1, ///< 退回: the cell must be changed.
    approved = 2, ///< 通过.
    resolved = 3, ///< 已处理.
};

/// What a reviewer or a preparer said about a cell. All that was said about one cell is a thread (review.h).
struct Comment {
    FieldRef at; ///< Its row is in the book (0: a cell of the book itself), and takes it along when it goes.
    CommentKind kind = CommentKind::remark;
    std::string text;   ///< May be "" for approved and resolved.
    std::string author; ///< As they call themselves; "" if they do not say.
    std::string date;   ///< 2026-11-22.

    bool operator==(const Comment&) const = default;
};

/// By what the book was judged last, so that the verdict can be had again. All "" if it never was.
struct CheckRecord {
    std::string profile;   ///< Id of a Profile.
    std::string rule_pack; ///< check/rule_pack.h.
    std::string as_of;     ///< The day of the check: 2026-11-22.
    std::string phase;     ///< "draft", "submit", "review" (check/verdict.h).

    bool operator==(const CheckRecord&) const = default;
};

/// Everything of a book but its sections and projects.
struct BookHead {
    std::string template_id; ///< e.g. "heb-2021"; decides labels, columns and the required categories.
    int year = 0;            ///< 年度 of the targets; 0 if not known.
    std::string region;      ///< 6-digit district code; "" if not known.
    Cell attachment;         ///< 附件2:
    Cell title;
    Cell compiled_by;        ///< 编制单位 on the cover.
    Cell reviewed_by;        ///< 审核单位 on the cover.
    Cell handler;            ///< 经办人.
    Cell handler_phone;      ///< 联系电话.
    std::string source_name; ///< Name of the file it was imported from, for messages.
    Rows<ContentsLine> contents;
    std::vector<Note> notes;
    RowId last_row_id = 0; ///< The highest id ever given.
    std::vector<Suppression> suppressions;
    CheckRecord last_check;
    std::vector<Comment> comments; ///< In the order in which they were made.

    bool operator==(const BookHead&) const = default;
};

/// A document: everything that is saved together.
struct Book : BookHead {
    Rows<Section> sections;
    Rows<Project> projects;

    /// A fresh id for a row that is about to be added.
    RowId new_row_id() { return ++last_row_id; }

    /// Equal content. `last_row_id` is no content: it grows even where an edit was undone, so that no id
    /// comes back.
    friend bool operator==(const Book& a, const Book& b) {
        BookHead head = a;
        head.last_row_id = b.last_row_id;
        return head == b && a.sections == b.sections && a.projects == b.projects;
    }
};

} // namespace jibiao
