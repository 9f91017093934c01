#include "books.h"

#include "base/decimal.h"
#include "base/text.h"
#include "support/sound_books.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>
#include <string_view>
#include <utility>

namespace bench {

using namespace jibiao;

namespace {

/// The rows of a table stand in the order of their categories.
void sort_rows(Project& project) {
    std::vector<Indicator> rows(project.indicators.begin(), project.indicators.end());
    std::ranges::stable_sort(rows, {}, [](const Indicator& row) {
        constexpr const char* order[] = {"数量指标", "质量指标", "时效指标", "成本指标", "社会效益指标"};
        return std::ranges::find(order, row.level2.text) - std::begin(order);
    });
    for (std::size_t i = 0; i < rows.size(); ++i)
        project.indicators.edit(i) = std::move(rows[i]);
}

/// Every tenth row, in turn: no unit, no sign, a vague target, the name again as its description.
void make_mistakes(Project& project, int& row_number) {
    for (std::size_t i = 0; i < project.indicators.size(); ++i) {
        const int number = row_number++;
        if (number % 10 != 0)
            continue;
        Indicator& row = project.indicators.edit(i);
        switch (number / 10 % 4) {
        case 0:
            row.target.text = "≥52";
            break;
        case 1:
            row.target.text = "95%";
            break;
        case 2:
            row.target.text = "明显改善";
            break;
        default:
            row.description.text = row.name.text;
            break;
        }
    }
}

/// What the project is for too, so that its goals and its money suit all of its rows.
void take_over(Project& project, const Project& other) {
    project.purpose.text += other.purpose.text;
    for (std::size_t i = 0; i < other.goals.size(); ++i)
        project.goals.push_back_shared(other.goals, i);
    const auto sum = read_decimal(project.budget_total.text);
    const auto more = read_decimal(other.budget_total.text);
    for (Cell* cell : {&project.budget_total, &project.budget_fiscal}) {
        if (sum && more)
            cell->text = (*sum + *more).to_string();
    }
}

/// The rows of the sound projects, `rows` a project.
Book book_of(const Book& source, int indicators, int rows) {
    Book result = source;
    result.projects = {};
    int left = indicators;
    int row_number = 0;
    std::size_t from = 0;
    std::size_t row = 0;
    while (left > 0) {
        Project project = source.projects[from];
        project.indicators = {};
        for (int i = 0; i < rows && left > 0; ++i, --left) {
            if (row == source.projects[from].indicators.size()) {
                row = 0;
                ++from;
                take_over(project, source.projects[from]);
            }
            project.indicators.push_back(source.projects[from].indicators[row++]);
        }
        sort_rows(project);
        make_mistakes(project, row_number);
        result.projects.push_back(std::move(project));
        if (left > 0 && row == source.projects[from].indicators.size()) {
            row = 0;
            ++from;
        }
    }
    return result;
}

constexpr int rows_of_source = 7; ///< Of a sound project, at least.

/// What one office calls so, another calls otherwise.
constexpr std::array<std::string_view, 5> nouns[] = {{"道路", "街巷", "公路", "村道", "园路"},
                                                     {"路面", "桥面", "人行道", "步道", "边坡"},
                                                     {"管网", "管道", "沟渠", "箱涵", "雨水井"},
                                                     {"新书", "期刊", "童书", "古籍", "盲文书"},
                                                     {"讲座", "展览", "读书会", "朗诵会", "公开课"},
                                                     {"借还机", "查询机", "打印机", "存包柜", "检索台"},
                                                     {"读者", "观众", "学员", "游客", "青少年"},
                                                     {"渠道", "支渠", "斗渠", "干渠", "渡槽"},
                                                     {"闸门", "水泵", "阀门", "启闭机", "拦污栅"},
                                                     {"量水设施", "测流设施", "水位计", "雨量站", "流量计"},
                                                     {"农户", "菜农", "果农", "养殖户", "合作社"},
                                                     {"听力", "视力", "骨密度", "心脏", "甲状腺"},
                                                     {"妇女", "职工", "教师", "环卫工", "司机"},
                                                     {"档案", "手册", "病历", "登记卡", "随访表"},
                                                     {"服务器", "存储", "数据库", "防火墙", "虚拟机"},
                                                     {"工单", "报障单", "需求单", "派工单", "变更单"},
                                                     {"老人", "儿童", "残疾人", "退役军人", "困境家庭"},
                                                     {"照料", "护理", "陪护", "探访", "康复"},
                                                     {"呼叫器", "烟感器", "定位器", "血压计", "报警器"},
                                                     {"问卷", "访谈", "回访", "评议", "测评"}};
constexpr std::string_view first_syllables[] = {"安", "永", "青", "龙", "石", "南", "长", "新", "清", "大",
                                                "金", "双", "白", "玉", "临", "福", "古", "云", "太", "洪"};
constexpr std::string_view second_syllables[] = {"平", "兴", "河", "泉", "桥", "岭", "宁", "集", "丰", "山",
                                                 "湾", "堡", "庄", "和", "塘", "坪", "渡", "口", "城", "林"};

std::string place_name(std::mt19937& random) {
    return std::string(first_syllables[random() % std::size(first_syllables)]) +
           std::string(second_syllables[random() % std::size(second_syllables)]);
}

/// The words of one office: other things, another place, some rows about a part of it.
void reword(Book& book, std::mt19937& random) {
    std::vector<std::pair<std::string_view, std::string_view>> words;
    for (const auto& choices : nouns)
        words.emplace_back(choices[0], choices[random() % choices.size()]);
    const std::string county = place_name(random) + "县";
    for (const std::string_view place :
         {"示例市东湖区", "样例县北镇", "样例县", "示例市西山区", "示例市新城区"})
        words.emplace_back(place, county);
    const auto said = [&words](Cell& cell) {
        for (const auto& [from, to] : words) {
            if (contains(cell.text, from))
                cell.text = replace_all(cell.text, from, to);
        }
    };
    for (std::size_t i = 0; i < book.projects.size(); ++i) {
        Project& project = book.projects.edit(i);
        for (Cell* cell : {&project.name, &project.caption, &project.purpose})
            said(*cell);
        for (std::size_t goal = 0; goal < project.goals.size(); ++goal)
            said(project.goals.edit(goal).text);
        for (std::size_t row = 0; row < project.indicators.size(); ++row) {
            Indicator& indicator = project.indicators.edit(row);
            for (Cell* cell :
                 {&indicator.name, &indicator.description, &indicator.basis, &indicator.explanation})
                said(*cell);
            if (random() % 2 == 0)
                indicator.name.text = place_name(random) + "镇" + indicator.name.text;
        }
    }
}

} // namespace

Book book(int indicators, int rows) {
    return book_of(sound_books::sound_book(1, indicators / rows_of_source + 1), indicators, rows);
}

std::vector<Book> different_forms(int count, int rows) {
    std::vector<Book> forms;
    for (int i = 0; i < count; ++i) {
        const auto seed = static_cast<unsigned>(i + 1);
        std::mt19937 random(seed);
        forms.push_back(book_of(sound_books::sound_book(seed, rows / rows_of_source + 1), rows, rows));
        reword(forms.back(), random);
    }
    return forms;
}

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        std::fprintf(stderr, "%s: cannot be read\n", path.c_str());
        std::exit(2);
    }
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

} // namespace bench
