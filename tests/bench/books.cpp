#include "books.h"

#include "support/sound_books.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
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

} // namespace

Book book(int indicators, int rows) {
    constexpr int rows_of_source = 7; // At least.
    const int sources = indicators / rows_of_source + 1;
    Book source = sound_books::sound_book(1, sources);
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

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        std::fprintf(stderr, "%s: cannot be read\n", path.c_str());
        std::exit(2);
    }
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

} // namespace bench
