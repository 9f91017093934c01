#include "base/text.h"
#include "check/explanation.h"
#include "check/measures.h"
#include "check/values.h"
#include "check/wording.h"

namespace jibiao::check::wrong_category {
namespace {

constexpr std::string_view quantity = "数量指标";
constexpr std::string_view quality = "质量指标";
constexpr std::string_view timeliness = "时效指标";
constexpr std::string_view cost = "成本指标";
constexpr std::string_view satisfaction = "满意度指标";

/// One row, its measure, and where its finding goes.
class Row {
  public:
    Row(const RowContext& context, Findings& findings)
        : context_(context), row_(context.row), findings_(findings),
          measure_(measure_of(context.row, context.profile)) {}

    void check() {
        if (is_satisfaction(name(), context_.profile)) {
            if (row_.kind != CategoryKind::satisfaction && row_.kind != CategoryKind::output)
                add(Severity::error, "衡量的是满意度", satisfaction);
            return;
        }
        switch (row_.kind) {
        case CategoryKind::quantity:
            return check_quantity();
        case CategoryKind::quality:
            return check_quality();
        case CategoryKind::timeliness:
            return check_timeliness();
        case CategoryKind::cost:
            return check_cost();
        case CategoryKind::economic:
            return check_economic();
        case CategoryKind::satisfaction:
            return check_satisfaction();
        default:
            return;
        }
    }

  private:
    const std::string& name() const { return row_.measured.name; }
    const Words& list(const Name& key) const { return context_.profile.list(key); }
    bool ends(const Name& key) const { return ends_with_any(name(), list(key)); }
    bool has(const Name& key) const { return contains_any(name(), list(key)); }
    bool counts() const { return is_count(measure_); }

    bool is_time() const {
        const TargetKind kind = row_.target.kind;
        return (kind == TargetKind::date || kind == TargetKind::period || kind == TargetKind::month) &&
               ends("time_endings");
    }

    void add(Severity severity, std::string_view holds, std::string_view better) {
        const std::string& category =
            row_.row->level2.empty() ? row_.row->level1.text : row_.row->level2.text;
        std::string message = "“" + row_.row->name.text + "”";
        if (!row_.row->target.empty())
            message += "（" + stated_target(row_, context_.form) + "）";
        message += "放在" + category + "下，但它" + std::string(holds);
        if (!better.empty())
            message += "，应归入" + std::string(better);
        findings_.add({Field::indicator_name, row_.id()}, message + "。").severity = severity;
    }

    /// Money that is earned or lent may be the output of a project, money that it spends is not.
    void check_money(Severity otherwise) {
        if (ends("cost_names") && !contains_any(name(), list("payment_words")))
            add(Severity::error, "是一笔费用", cost);
        else if (row_.kind != CategoryKind::quantity || !has("wanted_money"))
            add(otherwise, "是一笔金额", cost);
    }

    void check_quantity() {
        if (measure_ == Measure::money)
            check_money(Severity::warning);
        else if (measure_ == Measure::ratio && ends("on_time_ratios"))
            add(Severity::warning, "衡量的是是否及时", timeliness);
        else if (measure_ == Measure::ratio && ends("quality_ratios"))
            add(ends("reach_ratios") ? Severity::hint : Severity::warning, "是比率，不是数量", quality);
        else if (measure_ == Measure::ratio && ends("share_endings"))
            add(Severity::warning, "是比率，不是数量", quality);
        else if (is_time())
            add(Severity::warning, "是时间要求，不是数量", timeliness);
    }

    void check_quality() {
        if (measure_ == Measure::money || is_price(row_.target)) {
            check_money(Severity::warning);
        } else if (counts()) {
            // 开展示范 is work, 示范基地 a standard that was reached.
            const bool work = starts_with_any(name(), list("action_openings")) || ends("selection_endings");
            if ((work || !has("quality_words")) && !has("unwanted_words"))
                add(Severity::warning, measure_ == Measure::people ? "数的是人" : "数的是个数或次数",
                    quantity);
        } else if (measure_ == Measure::days) {
            if (row_.target.comparator == Comparator::at_least && !has("quality_words") &&
                !has("lasting_words"))
                add(Severity::warning, "数的是天数，不说明质量", quantity);
        } else if (measure_ == Measure::ratio && ends("on_time_ratios")) {
            add(Severity::warning, "衡量的是是否及时", timeliness);
        } else if (is_time()) {
            add(Severity::warning, "是时间要求，不是质量", timeliness);
        }
    }

    bool speaks_of_time() const {
        const Words& words = list("time_words");
        return contains_any(row_.name, words) || contains_any(row_.description, words) ||
               contains_any(row_.explanation, words) || contains_any(row_.row->target_unit.text, words);
    }

    /// 全年, 每月 say how often something is done, not until when.
    bool speaks_of_a_deadline() const {
        std::string all =
            row_.name + "\n" + row_.description + "\n" + row_.explanation + "\n" + row_.row->target_unit.text;
        for (const std::string& word : list("period_words"))
            all = replace_all(all, word, " ");
        return contains_any(all, list("time_words"));
    }

    /// A target in words that states a percentage: 站点覆盖率10%.
    bool states_ratio() const {
        if (row_.target.kind != TargetKind::qualitative)
            return false;
        const auto quantities = quantities_of(row_.target_text, context_.profile);
        return quantities.size() == 1 && is_percent(quantities.front().unit);
    }

    void check_timeliness() {
        if (measure_ == Measure::money)
            return check_money(Severity::warning);
        if (counts()) {
            if (!speaks_of_a_deadline() && !has("unwanted_words"))
                add(Severity::error, "数的是数量，没有时间要求", quantity);
            return;
        }
        if (measure_ == Measure::days && row_.target.comparator == Comparator::at_least)
            return add(Severity::hint, "数的是天数，没有说明什么时候完成", quantity);
        if ((measure_ != Measure::ratio && !states_ratio()) || speaks_of_time())
            return;
        const bool other = ends("quality_ratios") || ends_with_any(row_.basis, list("quality_ratios"));
        add(other ? Severity::error : Severity::warning, "是比率，没有时间要求", quality);
    }

    /// Harm to society or nature is counted in many ways.
    void check_cost() {
        if (counts() && !has("unwanted_words") && !contains_any(row_.level2, list("harm_words")) &&
            !contains_any(name(), list("cost_names")))
            add(Severity::warning, "数的是数量，不是成本", quantity);
        else if (measure_ == Measure::days && row_.target.comparator == Comparator::at_least)
            add(Severity::warning, "数的是天数，不是成本", quantity);
        else if (measure_ == Measure::ratio && ends("quality_ratios"))
            add(Severity::warning, "是质量方面的比率，不是成本", quality);
        else if (is_time())
            add(Severity::warning, "是时间要求，不是成本", timeliness);
    }

    /// Jobs and new firms are counted too; work that was done is not.
    void check_economic() {
        if (!counts() || contains_any(measured_words(row_, context_.profile), list("effect_words")) ||
            contains_any(name(), list("unwanted_words")))
            return;
        const bool work =
            is_task_or_goal(name(), context_.profile) || is_any(row_.target.unit, list("activity_units"));
        if (work || measure_ == Measure::people)
            add(Severity::warning, "数的是做了多少，没有经济上的结果",
                measure_ == Measure::people ? "数量指标或社会效益指标" : quantity);
    }

    /// The name may be short (服务对象 ≥95%); it is wrong where it speaks of work or another measure.
    void check_satisfaction() {
        if (measure_ == Measure::none || has("satisfaction_topics") ||
            contains_any(row_.description, list("satisfaction_topics")))
            return;
        if (!is_task_or_goal(name(), context_.profile) && !ends("quality_ratios") && !counts() &&
            measure_ != Measure::money)
            return;
        add(Severity::error, "衡量的不是满意度", "");
    }

    const RowContext& context_;
    const RowFacts& row_;
    Findings& findings_;
    Measure measure_;
};

void check(const RowContext& context, Findings& findings) {
    if (context.row.name.empty() || context.row.kind == CategoryKind::none)
        return;
    Row(context, findings).check();
}

constexpr Example examples[] = {
    {"indicator: 产出指标 | 质量指标 | 参训人次 | 参加培训的人次 | ≥2000人次 | 年度工作计划",
     "projects[0].indicators[1].indicator_name"},
    {"indicator: 产出指标 | 质量指标 | 展厅服务 | 全年开放的天数 | ≥300天 | 年度工作计划",
     "projects[0].indicators[1].indicator_name"},
    {"indicator: 产出指标 | 数量指标 | 协会工作经费 | 协会的经费 | 10万元 | 年度工作计划",
     "projects[0].indicators[0].indicator_name"},
    {"indicator: 产出指标 | 数量指标 | 设备验收合格率 | 合格设备的占比 | ≥95% | 采购合同",
     "projects[0].indicators[0].indicator_name"},
    {"indicator: 产出指标 | 时效指标 | 站点覆盖率 | 有站点的乡镇占比 | ≥95% | 工作方案 |",
     "projects[0].indicators[2].indicator_name"},
    {"indicator: 产出指标 | 时效指标 | 展厅开放 | 展厅全年开放的天数 | ≥300天 | 工作方案",
     "projects[0].indicators[2].indicator_name"},
    {"indicator: 产出指标 | 成本指标 | 举办讲座 | 举办讲座的场次 | ≥4场 | 工作方案",
     "projects[0].indicators[3].indicator_name"},
    {"indicator: 效益指标 | 社会效益指标 | 居民满意度 | 满意居民的占比 | ≥90% | 调查问卷",
     "projects[0].indicators[4].indicator_name"},
    {"indicator: 满意度指标 | 服务对象满意度指标 | 提供优质讲解 | 讲解覆盖的展厅 | ≥90% | 工作方案",
     "projects[0].indicators[5].indicator_name"},
    {"indicator: 产出指标 | 数量指标 | 补贴发放时间 | 发放补贴的时间 | 2021年6月底前 | 工作方案",
     "projects[0].indicators[0].indicator_name"},
    {"template: heb-2020-open\n"
     "indicator: 产出指标 | 质量指标 | 开展科普讲座 | 面向学生的讲座 | 8.00 | 年度工作计划\n"
     "comparator: >=\ntarget_unit: 讲座举办次数",
     "projects[0].indicators[1].indicator_name"},
    {"template: heb-2020-open\n"
     "indicator: 产出指标 | 时效指标 | 健全基层组织 | 建立协会的乡镇 | | 上年统计数据 |\n"
     "comparator: 文字描述\ntarget_unit: 乡镇协会覆盖率60%",
     "projects[0].indicators[2].indicator_name"},
    {"indicator: 产出指标 | 成本指标 | 展厅使用 | 展厅开放的天数 | ≥280天 | 年度工作计划",
     "projects[0].indicators[3].indicator_name"},
    {"indicator: 效益指标 | 经济效益指标 | 听课农民人数 | 来听课的农民 | ≥300人 | 上年统计数据",
     "projects[0].indicators[6].indicator_name"},
    {"indicator: 效益指标 | 经济效益指标 | 带动就业人数 | 就业的农民 | ≥300人 | 上年统计数据", ""},
    {"indicator: 产出指标 | 质量指标 | 安全事故次数 | 发生的安全事故 | ≤0次 | 年度工作计划", ""},
    {"indicator: 产出指标 | 质量指标 | 优良天数 | 空气质量优良的天数 | ≥300天 | 上年统计数据", ""},
    {"indicator: 产出指标 | 质量指标 | 路面宽度 | 硬化路面的宽度 | ≥4.5米 | 设计图纸", ""},
    {"indicator: 产出指标 | 数量指标 | 补贴发放金额 | 发放给农户的补贴 | ≥120万元 | 补贴办法",
     "projects[0].indicators[0].indicator_name"},
    {"indicator: 产出指标 | 数量指标 | 检测占比 | 送检样品的占比 | ≥30% | 工作方案",
     "projects[0].indicators[0].indicator_name"},
    {"indicator: 产出指标 | 时效指标 | 政策宣传 | 全年开展的宣传 | 4次 | 工作方案 |",
     "projects[0].indicators[2].indicator_name"},
    {"indicator: 产出指标 | 数量指标 | 贷款发放金额 | 发放给农户的贷款 | ≥120万元 | 贷款办法", ""},
    {"indicator: 产出指标 | 数量指标 | 任务完成率 | 完成的任务占比 | 100% | 年度工作计划", ""},
    {"indicator: 产出指标 | 时效指标 | 工程完工率 | 完工的工程占比 | ≥90% | 施工合同", ""},
    {"indicator: 产出指标 | 时效指标 | 故障处理时间 | 从报修到修好 | ≤2天 | 维护合同", ""},
    {"indicator: 产出指标 | 成本指标 | 成本控制率 | 支出占预算的比例 | ≤100% | 项目预算", ""},
    {"template: national-2021\n"
     "indicator: 成本指标 | 社会成本指标 | 停水户次 | 施工造成的停水 | ≤50户次 | 施工方案",
     ""},
    {"indicator: 满意度指标 | 服务对象满意度指标 | 参训学员 | 学员的评价 | ≥90% | 调查问卷", ""},
    {"indicator: 满意度指标 | 服务对象满意度指标 | 有效投诉次数 | 全年的有效投诉 | ≤2次 | 台账", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "wrong-category",
    .severity = Severity::error,
    .title = "指标放错了类别",
    .title_en = "Indicator stands in the wrong category",
    .check_row = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "数量指标数产出的多少，质量指标说达到的标准，时效指标说什么时候完成，成本指标说花多少钱，满意度指"
           "标说服务对"
           "象是否满意。放错类别，该类别就等于没有指标，权重和评分也会错位。",
    .how_to_mend = "把这一行移到与所衡量内容相符的类别；原类别另补一个合适的指标。",
    .source =
        "财预〔2015〕88号、财预〔2021〕101号对各类指标的说明（部分已读）；45 份样本文本中 16 份有此问题",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::wrong_category
