#include "check/example.h"

#include "base/text.h"
#include "model/field.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace jibiao::check {
namespace {

using Columns = std::array<std::string_view, 7>;

constexpr std::array indicator_columns{Field::level1,      Field::level2,       Field::indicator_name,
                                       Field::description, Field::target_value, Field::basis,
                                       Field::explanation};

constexpr std::array sound_rows{
    Columns{"产出指标", "数量指标", "培训次数", "开展科普培训的次数", "≥5次", "年度工作计划",
            "全年开展科普培训的次数"},
    Columns{"产出指标", "质量指标", "培训合格率", "考核合格人数占参训人数的比例", "≥95%", "年度工作计划",
            "考核合格人数÷参训人数×100%"},
    Columns{"产出指标", "时效指标", "培训完成时间", "完成全部培训的时间", "2021年11月底前", "年度工作计划",
            "最后一次培训结束的时间"},
    Columns{"产出指标", "成本指标", "项目总成本", "项目支出总额", "≤27万元", "项目预算", "项目全部支出"},
    Columns{"效益指标", "社会效益指标", "受益群众人数", "接受科普服务的群众", "≥300人", "上年统计数据",
            "参加活动的群众人数"},
    Columns{"满意度指标", "服务对象满意度指标", "参训人员满意度", "满意人数占调查人数的比例", "≥90%",
            "调查问卷", "满意人数÷调查人数×100%"},
};

void set_cell(Book& book, FieldRef at, std::string_view text) {
    find_cell_to_edit(book, at)->text = text;
}

RowId add_indicator(Book& book, std::size_t owner, const Columns& columns) {
    const RowId id = book.new_row_id();
    Indicator indicator;
    indicator.id = id;
    book.projects.edit(owner).indicators.push_back(indicator);
    for (std::size_t i = 0; i < columns.size(); ++i)
        set_cell(book, {indicator_columns[i], id}, columns[i]);
    return id;
}

void add_plan(Book& book, Project& project, const std::vector<std::string_view>& percents) {
    constexpr std::array<std::string_view, 4> checkpoints{"3月底", "6月底", "10月底", "12月底"};
    project.plan.clear();
    for (std::size_t i = 0; i < checkpoints.size(); ++i) {
        PlanLine line;
        line.id = book.new_row_id();
        line.checkpoint.text = checkpoints[i];
        if (i < percents.size() && percents[i] != "-")
            line.percent.text = percents[i];
        project.plan.push_back(line);
    }
}

void add_goal(Book& book, Rows<Goal>& goals, std::string_view text) {
    Goal goal;
    goal.id = book.new_row_id();
    goal.text.text = text;
    goals.push_back(goal);
}

void add_sound_project(Book& book, std::string_view name) {
    Project project;
    project.id = book.new_row_id();
    project.name.text = name;
    project.caption.text = std::to_string(book.projects.size() + 1) + "." + std::string(name) + "绩效目标表";
    project.unit_name.text = "示例市科学技术协会";
    project.leader.text = "张示例";
    project.money_unit.text = "万元";
    project.budget_total.text = "27.00";
    project.budget_fiscal.text = "27.00";
    project.budget_other.text = "0";
    project.purpose.text = "用于开展科普培训，提升公民科学素质。";
    add_plan(book, project, {"25%", "50%", "75%", "100%"});
    add_goal(book, project.goals, "开展科普培训5次，受益群众300人。");
    book.projects.push_back(project);
    for (const Columns& row : sound_rows)
        add_indicator(book, book.projects.size() - 1, row);
}

/// The state of reading: which project, section and indicator the next line speaks of.
class Reader {
  public:
    Result<Book> read(std::string_view text) {
        book_.template_id = "heb-2021";
        book_.year = 2021;
        add_sound_project(book_, "科普经费");
        int number = 0;
        for (const std::string_view line : split_lines(text)) {
            ++number;
            const std::size_t colon = line.find(':');
            const std::string_view key = trim(line.substr(0, colon));
            if (trim(line).empty())
                continue;
            if (colon == std::string_view::npos || !read_line(key, trim(line.substr(colon + 1))))
                return Error{"示例第 " + std::to_string(number) + " 行看不懂：" + std::string(line), number};
        }
        return std::move(book_);
    }

  private:
    bool read_line(std::string_view key, std::string_view value) {
        if (key == "template")
            book_.template_id = value;
        else if (key == "project")
            begin_project(value);
        else if (key == "kind" && value == "department")
            project().kind = ProjectKind::department;
        else if (key == "plan")
            add_plan(book_, project(), split(value, ' '));
        else if (key == "goal")
            read_goal(value);
        else if (key == "detail goal")
            add_goal(book_, project().detail_goals, value);
        else if (key == "without")
            remove_rows(value);
        else if (key == "indicator")
            read_indicator(value);
        else if (key == "checkpoints")
            name_checkpoints(split(value, ' '));
        else if (key == "phase")
            add_phase(value);
        else if (key == "empty" && value == "goals")
            project().goals.clear();
        else if (key == "empty" && value == "plan")
            project().plan.clear();
        else if (key == "section")
            begin_section(value, 1);
        else if (key == "subsection")
            begin_section(value, 2);
        else if (key == "table" && !book_.sections.empty())
            begin_table(value);
        else if (key == "row" && !book_.sections.empty() && !book_.sections.back().tables.empty())
            add_table_row(value);
        else if (key == "paragraph" && !book_.sections.empty())
            add_paragraph(value);
        else if (key == "suppressed")
            return read_suppression(split(value, '|'));
        else
            return read_cell(key, value);
        return true;
    }

    Project& project() { return book_.projects.edit(book_.projects.size() - 1); }

    void begin_project(std::string_view name) {
        add_sound_project(book_, name);
        indicator_ = 0;
        table_row_ = 0;
        own_goals_ = false;
        replaced_.clear();
    }

    void read_goal(std::string_view text) {
        if (!own_goals_)
            project().goals.clear();
        own_goals_ = true;
        add_goal(book_, project().goals, text);
    }

    void remove_rows(std::string_view category) {
        Rows<Indicator>& rows = project().indicators;
        for (std::size_t i = rows.size(); i-- > 0;) {
            if (rows[i].level1.text == category || rows[i].level2.text == category)
                rows.erase(i);
        }
    }

    void read_indicator(std::string_view text) {
        Columns columns;
        const auto cells = split(text, '|');
        for (std::size_t i = 0; i < columns.size() && i < cells.size(); ++i)
            columns[i] = trim(cells[i]);
        if (const auto index = row_to_replace(columns)) {
            indicator_ = project().indicators[*index].id;
            if (cells.size() <
                columns.size()) // The sound explanation may stay: not every form has the column.
                columns.back() = project().indicators[*index].explanation.text;
            for (std::size_t i = 0; i < columns.size(); ++i)
                set_cell(book_, {indicator_columns[i], indicator_}, columns[i]);
        } else {
            indicator_ = add_indicator(book_, book_.projects.size() - 1, columns);
        }
        replaced_.push_back(indicator_);
    }

    std::optional<std::size_t> row_to_replace(const Columns& columns) {
        const Rows<Indicator>& rows = project().indicators;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const bool sound = std::ranges::find(replaced_, rows[i].id) == replaced_.end();
            if (sound && rows[i].level1.text == columns[0] && rows[i].level2.text == columns[1])
                return i;
        }
        return std::nullopt;
    }

    /// Of as many checkpoints as are named; - for a blank one.
    void name_checkpoints(const std::vector<std::string_view>& labels) {
        Rows<PlanLine>& plan = project().plan;
        while (plan.size() > labels.size())
            plan.erase(plan.size() - 1);
        for (std::size_t i = 0; i < plan.size(); ++i)
            plan.edit(i).checkpoint.text = labels[i] == "-" ? std::string_view() : labels[i];
    }

    void add_phase(std::string_view text) {
        const auto cells = split(text, '|');
        Phase phase;
        phase.id = book_.new_row_id();
        phase.period.text = trim(cells.front());
        phase.text.text = trim(cells.back());
        project().phases.push_back(phase);
    }

    void begin_table(std::string_view form) {
        Table table;
        table.id = book_.new_row_id();
        table.form = form;
        book_.sections.edit(book_.sections.size() - 1).tables.push_back(table);
        table_row_ = 0;
    }

    void add_table_row(std::string_view label) {
        Section& section = book_.sections.edit(book_.sections.size() - 1);
        TableRow row;
        row.id = book_.new_row_id();
        row.label.text = label;
        section.tables.edit(section.tables.size() - 1).rows.push_back(row);
        table_row_ = row.id;
    }

    void begin_section(std::string_view heading, int level) {
        table_row_ = 0;
        Section section;
        section.id = book_.new_row_id();
        section.level = level;
        section.heading.text = heading;
        book_.sections.push_back(section);
    }

    void add_paragraph(std::string_view text) {
        Paragraph paragraph;
        paragraph.id = book_.new_row_id();
        paragraph.text.text = text;
        book_.sections.edit(book_.sections.size() - 1).body.push_back(paragraph);
    }

    /// The cell of this key in the row or project that the lines speak of.
    std::optional<FieldRef> cell_called(std::string_view key) const {
        const auto field = field_from_key(key);
        if (!field)
            return std::nullopt;
        RowId owner = book_.projects.back().id;
        for (const RowId row : {indicator_, table_row_}) {
            if (row != 0 && find_cell(book_, {*field, row}))
                owner = row;
        }
        return find_cell(book_, {*field, owner}) ? std::optional(FieldRef{*field, owner}) : std::nullopt;
    }

    bool read_cell(std::string_view key, std::string_view value) {
        const auto at = cell_called(key);
        if (at)
            set_cell(book_, *at, value);
        return at.has_value();
    }

    bool read_suppression(const std::vector<std::string_view>& parts) {
        const auto at = parts.size() == 3 ? cell_called(trim(parts[1])) : std::nullopt;
        if (!at)
            return false;
        book_.suppressions.push_back({std::string(trim(parts[0])), *at, find_cell(book_, *at)->text,
                                      std::string(trim(parts[2])), "已向财政部门说明", "2021-10-31"});
        return true;
    }

    Book book_;
    RowId indicator_ = 0;
    RowId table_row_ = 0;
    bool own_goals_ = false;
    std::vector<RowId> replaced_;
};

} // namespace

Result<Book> read_example(std::string_view text) {
    return Reader().read(text);
}

} // namespace jibiao::check
