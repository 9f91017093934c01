#include "support/sound_books.h"

#include "base/text.h"
#include "check/example.h"

#include <array>
#include <random>
#include <string>
#include <string_view>

namespace sound_books {
namespace {

using namespace jibiao;

/// In the notation of check/example.h. {a} … {d} are numbers of the topic, {place} is where, {cost} the
/// budget in 万元.
struct Topic {
    std::string_view text;
    std::array<int, 4> least; ///< Of {a} … {d}.
    std::array<int, 4> most;
};

constexpr Topic topics[] = {
    {"name: {place}道路养护\n"
     "purpose: 用于{place}城区主次干道路面修补、人行道更换和排水管网疏通，保障市民出行安全。\n"
     "goal: 完成{a}公里城区道路养护，修补破损路面{b}平方米，疏通排水管网{c}公里，路面完好率保持在95%以上。\n"
     "indicator: 产出指标 | 数量指标 | 道路养护里程 | 纳入年度养护的城区道路长度 | ≥{a}公里 | 年度养护方案 | "
     "按养护台账统计\n"
     "indicator: 产出指标 | 数量指标 | 破损路面修补面积 | 经验收的路面修补面积 | ≥{b}平方米 | 年度养护方案 | "
     "按验收单统计\n"
     "indicator: 产出指标 | 数量指标 | 排水管网疏通长度 | 完成清淤疏通的管网长度 | ≥{c}公里 | 年度养护方案 | "
     "按疏通记录统计\n"
     "indicator: 产出指标 | 质量指标 | 路面完好率 | 完好路面面积占养护面积的比例 | ≥95% | "
     "城镇道路养护技术规范 | 完好面积÷养护面积×100%\n"
     "indicator: 产出指标 | 时效指标 | 汛期前管网疏通完成时间 | 主汛期到来前完成疏通的时间 | 2021年5月底前 | "
     "年度养护方案 | 以疏通完工单为准\n"
     "indicator: 产出指标 | 成本指标 | 道路养护总成本 | 道路养护的全部支出 | ≤{cost}万元 | 项目预算 | "
     "项目全部支出\n"
     "indicator: 效益指标 | 社会效益指标 | 路面病害投诉下降比例 | 市民热线受理的路面投诉比上年减少的比例 | "
     "≥10% | 上年热线统计数据 | "
     "（上年件数－本年件数）÷上年件数×100%\n"
     "indicator: 满意度指标 | 服务对象满意度指标 | 沿线居民满意度 | 对道路养护表示满意的居民占受访居民的比例 "
     "| ≥90% | 调查问卷 | "
     "满意人数÷受访人数×100%\n",
     {20, 3000, 15, 0},
     {60, 9000, 40, 0}},
    {"name: {place}图书馆免费开放\n"
     "purpose: 用于{place}图书馆购置新书、举办读者讲座和更新自助借还设备，方便读者免费借阅。\n"
     "goal: 采购新书{a}册，举办公益讲座{b}场，更新自助借还机{c}台，全年接待读者{d}人次。\n"
     "indicator: 产出指标 | 数量指标 | 新书采购册数 | 验收入库的新书 | ≥{a}册 | 年度采编计划 | "
     "按入库清单统计\n"
     "indicator: 产出指标 | 数量指标 | 公益讲座场次 | 面向读者举办的公益讲座 | ≥{b}场 | 年度活动计划 | "
     "按签到表统计\n"
     "indicator: 产出指标 | 数量指标 | 自助借还机更新数量 | 安装并投入使用的借还机 | ≥{c}台 | 设备更新方案 | "
     "按验收单统计\n"
     "indicator: 产出指标 | 质量指标 | 新书编目准确率 | 抽查无误的书目占抽查书目的比例 | ≥98% | 编目工作规范 "
     "| 无误条数÷抽查条数×100%\n"
     "indicator: 产出指标 | 时效指标 | 借还机安装完成时间 | 全部借还机投入使用的时间 | 2021年9月底前 | "
     "设备更新方案 | 以验收日期为准\n"
     "indicator: 产出指标 | 成本指标 | 免费开放总成本 | 免费开放的全部支出 | ≤{cost}万元 | 项目预算 | "
     "项目全部支出\n"
     "indicator: 效益指标 | 社会效益指标 | 接待读者人次 | 全年进馆的读者 | ≥{d}人次 | 上年统计数据 | "
     "按门禁记录统计\n"
     "indicator: 满意度指标 | 服务对象满意度指标 | 读者满意度 | 对借阅服务表示满意的读者占受访读者的比例 | "
     "≥92% | 读者问卷 | "
     "满意人数÷受访人数×100%\n",
     {4000, 20, 3, 30000},
     {9000, 48, 9, 90000}},
    {"name: {place}农田灌溉渠道改造\n"
     "purpose: 用于{place}灌区渠道衬砌、闸门更换和量水设施安装，改善农田灌溉条件。\n"
     "goal: 衬砌灌溉渠道{a}公里，更换闸门{b}座，安装量水设施{c}套，改善灌溉面积{d}亩。\n"
     "indicator: 产出指标 | 数量指标 | 渠道衬砌长度 | 完成衬砌的渠道 | ≥{a}公里 | 灌区改造实施方案 | "
     "按监理签证统计\n"
     "indicator: 产出指标 | 数量指标 | 闸门更换座数 | 更换并调试的闸门 | ≥{b}座 | 灌区改造实施方案 | "
     "按监理签证统计\n"
     "indicator: 产出指标 | 数量指标 | 量水设施安装套数 | 安装并联网的量水设施 | ≥{c}套 | 灌区改造实施方案 | "
     "按验收单统计\n"
     "indicator: 产出指标 | 质量指标 | 工程一次验收合格率 | 一次通过验收的单位工程占全部单位工程的比例 | "
     "≥96% | 水利工程验收规程 | "
     "一次合格数÷验收总数×100%\n"
     "indicator: 产出指标 | 时效指标 | 渠道工程完工时间 | 全部渠道通水的时间 | 2021年10月底前 | 施工合同 | "
     "以完工证书为准\n"
     "indicator: 产出指标 | 成本指标 | 渠道改造总成本 | 渠道改造的全部支出 | ≤{cost}万元 | 项目预算 | "
     "项目全部支出\n"
     "indicator: 效益指标 | 社会效益指标 | 灌溉条件改善面积 | 渠系改造后得到保障的农田 | ≥{d}亩 | "
     "灌区改造实施方案 | 按渠系控制面积统计\n"
     "indicator: 满意度指标 | 服务对象满意度指标 | 灌区农户满意度 | 对供水表示满意的农户占受访农户的比例 | "
     "≥88% | 入户调查问卷 | "
     "满意户数÷受访户数×100%\n",
     {6, 10, 12, 4000},
     {18, 36, 40, 12000}},
    {"name: {place}妇幼健康筛查\n"
     "purpose: 用于{place}适龄妇女两癌筛查、新生儿听力筛查和孕产妇健康档案管理，早发现早治疗。\n"
     "goal: 完成两癌筛查{a}人，新生儿听力筛查{b}人，建立孕产妇健康档案{c}份，异常个案随访率不低于95%。\n"
     "indicator: 产出指标 | 数量指标 | 两癌筛查人数 | 接受两癌筛查的适龄妇女 | ≥{a}人 | 妇幼健康工作方案 | "
     "按筛查登记统计\n"
     "indicator: 产出指标 | 数量指标 | 新生儿听力筛查人数 | 接受听力筛查的新生儿 | ≥{b}人 | 妇幼健康工作方案 "
     "| 按筛查登记统计\n"
     "indicator: 产出指标 | 数量指标 | 孕产妇健康档案份数 | 建立的孕产妇健康档案 | ≥{c}份 | 妇幼健康工作方案 "
     "| 按档案系统统计\n"
     "indicator: 产出指标 | 质量指标 | 异常个案随访率 | 得到随访的异常个案占全部异常个案的比例 | ≥95% | "
     "妇幼保健工作规范 | "
     "随访人数÷异常人数×100%\n"
     "indicator: 产出指标 | 时效指标 | 筛查任务完成时间 | 全部筛查结束的时间 | 2021年11月底前 | "
     "妇幼健康工作方案 | 以最后一批报告日期为准\n"
     "indicator: 产出指标 | 成本指标 | 健康筛查总成本 | 健康筛查的全部支出 | ≤{cost}万元 | 项目预算 | "
     "项目全部支出\n"
     "indicator: 效益指标 | 社会效益指标 | 宫颈癌早诊率 | 早期病例占确诊病例的比例 | ≥90% | 上年筛查统计数据 "
     "| 早期病例÷确诊病例×100%\n"
     "indicator: 满意度指标 | 服务对象满意度指标 | 受检妇女满意度 | "
     "对筛查服务表示满意的受检妇女占受访妇女的比例 | ≥91% | 电话回访问卷 | "
     "满意人数÷受访人数×100%\n",
     {2000, 600, 700, 0},
     {6000, 1800, 1900, 0}},
    {"name: {place}政务云平台运行维护\n"
     "purpose: 用于{place}政务云服务器租用、安全等级测评和应用系统维护，保证政务系统稳定运行。\n"
     "goal: 租用云服务器{a}台，完成{b}个系统的安全等级测评，处理运维工单{c}件，平台可用率不低于99%。\n"
     "indicator: 产出指标 | 数量指标 | 云服务器租用台数 | 全年在用的云服务器 | ≥{a}台 | 租用合同 | "
     "按月度账单统计\n"
     "indicator: 产出指标 | 数量指标 | 等级测评系统个数 | 取得测评报告的系统 | ≥{b}个 | 网络安全等级保护要求 "
     "| 按测评报告统计\n"
     "indicator: 产出指标 | 数量指标 | 运维工单处理件数 | 办结的运维工单 | ≥{c}件 | 上年工单统计数据 | "
     "按工单系统统计\n"
     "indicator: 产出指标 | 质量指标 | 平台可用率 | 平台正常运行时长占全年时长的比例 | ≥99% | 租用合同 | "
     "正常时长÷全年时长×100%\n"
     "indicator: 产出指标 | 时效指标 | 故障响应时间 | 接到报障后开始处理的时间 | ≤30分钟 | 运维服务合同 | "
     "按工单时间统计\n"
     "indicator: 产出指标 | 成本指标 | 云平台运维总成本 | 云平台运维的全部支出 | ≤{cost}万元 | 项目预算 | "
     "项目全部支出\n"
     "indicator: 效益指标 | 社会效益指标 | 网上办结事项比例 | 通过平台办结的事项占全部事项的比例 | ≥85% | "
     "上年政务服务统计数据 | "
     "网办件数÷总件数×100%\n"
     "indicator: 满意度指标 | 服务对象满意度指标 | 使用单位满意度 | 对运维服务表示满意的单位占受访单位的比例 "
     "| ≥93% | 使用单位问卷 | "
     "满意单位数÷受访单位数×100%\n",
     {20, 4, 300, 0},
     {60, 12, 900, 0}},
    {"name: {place}困难老人居家照料\n"
     "purpose: 用于为{place}高龄独居老人购买上门照料、助餐和紧急呼叫服务，使老人得到及时照护。\n"
     "goal: 为{a}名老人提供上门照料{b}次，配送助餐{c}份，安装紧急呼叫器{d}台。\n"
     "indicator: 产出指标 | 数量指标 | 上门照料次数 | 护理员入户照料 | ≥{b}次 | 购买服务合同 | "
     "按签到定位统计\n"
     "indicator: 产出指标 | 数量指标 | 助餐配送份数 | 送餐到户的份数 | ≥{c}份 | 购买服务合同 | "
     "按配送签收统计\n"
     "indicator: 产出指标 | 数量指标 | 紧急呼叫器安装台数 | 安装并接通的呼叫器 | ≥{d}台 | 居家养老实施方案 | "
     "按验收单统计\n"
     "indicator: 产出指标 | 质量指标 | 照料服务达标率 | 抽查达标的服务占抽查服务的比例 | ≥94% | "
     "居家养老服务规范 | 达标次数÷抽查次数×100%\n"
     "indicator: 产出指标 | 时效指标 | 呼叫器安装完成时间 | 全部呼叫器接通的时间 | 2021年6月底前 | "
     "居家养老实施方案 | 以接通记录为准\n"
     "indicator: 产出指标 | 成本指标 | 居家照料总成本 | 居家照料的全部支出 | ≤{cost}万元 | 项目预算 | "
     "项目全部支出\n"
     "indicator: 效益指标 | 社会效益指标 | 受益老人数量 | 得到照料的高龄独居老人 | ≥{a}人 | 居家养老实施方案 "
     "| 按服务对象名册统计\n"
     "indicator: 满意度指标 | 服务对象满意度指标 | 老人及家属满意度 | 对照料表示满意的家庭占受访家庭的比例 | "
     "≥90% | 入户回访问卷 | "
     "满意户数÷受访户数×100%\n",
     {120, 3000, 20000, 60},
     {400, 9000, 60000, 110}},
};

constexpr std::string_view places[] = {"示例市东湖区", "样例县", "示例市西山区", "示例市新城区",
                                       "样例县北镇"};

std::string filled(const Topic& topic, std::string_view place, std::mt19937& random) {
    std::string text = replace_all(topic.text, "{place}", place);
    for (std::size_t i = 0; i < topic.least.size(); ++i) {
        const auto range = static_cast<unsigned>(topic.most[i] - topic.least[i] + 1);
        const int number = topic.least[i] + static_cast<int>(random() % range);
        text = replace_all(text, std::string("{") + static_cast<char>('a' + i) + "}", std::to_string(number));
    }
    const std::string cost =
        std::to_string(20 + random() % 80) + "." + std::to_string(1 + random() % 9) + "0";
    return replace_all(text, "{cost}", cost) + "budget_total: " + cost + "\nbudget_fiscal: " + cost + "\n";
}

} // namespace

Book sound_book(unsigned seed, int projects) {
    std::mt19937 random(seed);
    std::string text;
    for (int i = 0; i < projects; ++i) {
        const auto round = static_cast<std::size_t>(i) / std::size(topics);
        const std::string_view place = places[(round + seed) % std::size(places)];
        if (i > 0)
            text += "project: 项目\n";
        text += "without: 产出指标\nwithout: 效益指标\nwithout: 满意度指标\n" +
                filled(topics[static_cast<std::size_t>(i) % std::size(topics)], place, random);
    }
    auto book = check::read_example(text);
    Book result = book ? std::move(*book) : Book{};
    for (std::size_t i = 0; i < result.projects.size(); ++i) {
        Project& project = result.projects.edit(i);
        project.caption.text = std::to_string(i + 1) + "." + project.name.text + "绩效目标表";
    }
    return result;
}

} // namespace sound_books
