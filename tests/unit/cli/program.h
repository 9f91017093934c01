#pragma once
#include "cli/cli.h"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <unistd.h>
#include <vector>

/// The command line for tests: run without a process, on files of a folder of their own.

namespace program {

struct Outcome {
    int status = 0;
    std::string out;
    std::string err;
};

inline Outcome jibiao_(const std::vector<std::string>& words, std::string_view input = {}) {
    Outcome outcome;
    const std::vector<std::string_view> arguments(words.begin(), words.end());
    jibiao::cli::Streams streams;
    streams.read_input = [input](std::size_t most) { return std::string(input.substr(0, most)); };
    streams.out = [&outcome](std::string_view text) {
        outcome.out += text;
        return true;
    };
    streams.err = [&outcome](std::string_view text) { outcome.err += text; };
    streams.today = [] { return std::string("2026-11-22"); };
    outcome.status = jibiao::cli::run(arguments, streams);
    return outcome;
}

/// A folder of its own for each test, gone afterwards.
struct Folder {
    std::filesystem::path path;
    Folder() {
        static int count = 0;
        path = std::filesystem::temp_directory_path() / ("jibiao-cli-" + std::to_string(getpid()) + "-" +
                                                         std::to_string(++count)); // Others may test, too.
        std::filesystem::remove_all(path);
        std::filesystem::create_directories(path);
    }
    ~Folder() { std::filesystem::remove_all(path); }
    std::string file(std::string_view name, std::string_view content) const {
        std::ofstream(path / name, std::ios::binary) << content;
        return (path / name).string();
    }
    std::string read(std::string_view name) const {
        std::ostringstream text;
        text << std::ifstream(path / name, std::ios::binary).rdbuf();
        return text.str();
    }
    std::size_t size() const {
        std::size_t count = 0;
        for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(path))
            ++count;
        return count;
    }
};

/// One project, a cell a line, as converters write it.
inline std::string form_text(std::string_view target, std::string_view first_quarter = "25%") {
    const std::vector<std::vector<std::string>> rows = {
        {"900001示例市科学技术协会本级", "单位：万元"},
        {"项目编码", "90000021ABCDEFGHJK123", "项目名称", "科普经费"},
        {"预算规模及资金用途", "预算数", "27.00", "其中：财政资金", "27.00", "其他资金", "0"},
        {"", "用于开展科普培训。"},
        {"资金支出计划（%）", "3月底", "6月底", "10月底", "12月底"},
        {"", std::string(first_quarter), "50%", "75%", "100%"},
        {"绩效目标", "1.开展科普培训5次"},
        {"一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值", "指标值确定依据"},
        {"产出指标", "数量指标", "培训次数", "开展培训的次数", "≥5次", "年度工作计划"},
        {"", "质量指标", "培训合格率", "考核合格的比例", std::string(target), "年度工作计划"},
        {"", "时效指标", "完成时间", "完成培训的时间", "12月底前", "年度工作计划"},
        {"", "成本指标", "项目总成本", "项目支出总额", "≤27万元", "项目预算"},
        {"效益指标", "社会效益指标", "受益群众人数", "接受服务的群众", "≥300人", "统计数据"},
        {"满意度指标", "服务对象满意度指标", "参训人员满意度", "满意的比例", "≥90%", "调查问卷"},
    };
    std::string text = "1.科普经费绩效目标表\n";
    for (const auto& row : rows) {
        for (const std::string& cell : row)
            text += "\t" + cell + "\n";
        text += "\n";
    }
    return text;
}

} // namespace program
