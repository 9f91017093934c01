#include "check/fixed_names.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace jibiao;
using check::FixedNames;

namespace {

const FixedNames& names() {
    static const FixedNames index(
        {"科普惠农兴村", "家庭医生签约服务", "全民科学素质行动计划纲要", "全民科学素质行动规划纲要"},
        {"工作任务", "实施方案", "科技成果转化"}, {"任人认", "务物误", "案按岸", "果国"}, "按");
    return index;
}

/// What is found in a text: wrong>right.
std::vector<std::string> slips_in(const std::string& text) {
    std::vector<std::string> slips;
    for (const FixedNames::Slip& slip : names().find(text))
        slips.push_back(text.substr(slip.at, slip.length) + ">" + std::string(slip.right));
    return slips;
}

using Slips = std::vector<std::string>;

} // namespace

TEST_CASE("a name with another letter, a lost, a doubled or two swapped ones is found") {
    CHECK(slips_in("做好科普及农兴村项目") == Slips{"科普及农兴村>科普惠农兴村"});
    CHECK(slips_in("推进家庭医生签服务") == Slips{"家庭医生签服务>家庭医生签约服务"});
    CHECK(slips_in("推进家庭医医生签约服务") == Slips{"家庭医医生签约服务>家庭医生签约服务"});
    CHECK(slips_in("推进家庭医生约签服务") == Slips{"家庭医生约签服务>家庭医生签约服务"});
    CHECK(slips_in("推进家庭医签生约服务") == Slips{"家庭医签生约服务>家庭医生签约服务"});
}

TEST_CASE("a phrase is found with letters that sound alike, and with no others") {
    CHECK(slips_in("完成工作人物") == Slips{"工作人物>工作任务"});
    CHECK(slips_in("科技成国转化") == Slips{"科技成国转化>科技成果转化"});
    CHECK(slips_in("科研成果转化").empty());
    CHECK(slips_in("完成工作业务").empty());
}

TEST_CASE("what is right, or the beginning of another word, is no slip") {
    CHECK(slips_in("《全民科学素质行动规划纲要》和《全民科学素质行动计划纲要》").empty());
    CHECK(slips_in("由实施方按照合同完成工作任务").empty());
    CHECK(slips_in("").empty());
    CHECK(slips_in("科普惠农").empty());
}

TEST_CASE("two slips in one text, and bytes that are no text") {
    CHECK(slips_in("工作人物、科普及农兴村") == Slips{"工作人物>工作任务", "科普及农兴村>科普惠农兴村"});
    CHECK(slips_in("\xe5\xb7工作\xff任务").empty());
}
