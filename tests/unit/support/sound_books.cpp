#include "support/sound_books.h"

#include "base/decimal.h"
#include "base/text.h"
#include "check/example.h"
#include "model/target_value.h"

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <utility>

namespace sound_books {
namespace {

using namespace jibiao;

/// In the notation of check/example.h. {a} … {d} are numbers of the topic, {place} is where, {cost} the
/// budget in 万元.
struct Topic {
    std::string_view text;
    std::array<unsigned, 4> least; ///< Of {a} … {d}.
    std::array<unsigned, 4> most;
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
    {"name: {place}中小学教师全员培训\n"
     "purpose: 用于组织{place}中小学教师参加暑期集中培训、跟岗研修和网络研修，支付授课费、教材费和食宿费。\n"
     "goal: 组织暑期集中培训{a}人次，选派{b}名教师跟岗研修，网络研修资源使用率不低于80%。\n"
     "goal: 教师培训考核合格率达到95%以上，骨干教师队伍得到充实。\n"
     "indicator: 产出指标 | 数量指标 | 暑期集中培训人次 | 各期集中培训签到的教师 | 不少于{a}人次 | "
     "中小学教师培训年度计划 | 各期签到人次之和\n"
     "indicator: 产出指标 | 数量指标 | 跟岗研修教师人数 | 到名校跟岗一个月以上的教师 | {b}人 | "
     "中小学教师培训年度计划 | 按研修结业名册统计\n"
     "indicator: 产出指标 | 质量指标 | 培训考核合格率 | 考核合格的教师占参训教师的比例 | 95%以上 | "
     "教师培训质量标准 | 合格人数÷参训人数×100%\n"
     "indicator: 产出指标 | 时效指标 | 集中培训完成时间 | 暑期各期培训全部结业的时间 | 2021年8月31日前 | "
     "中小学教师培训年度计划 | 以最后一期结业日期为准\n"
     "indicator: 产出指标 | 成本指标 | 教师培训总成本 | 授课、教材和食宿等全部支出 | ≤{cost}万元 | 项目预算 "
     "| 项目全部支出\n"
     "indicator: 效益指标 | 社会效益指标 | 骨干教师占比 | 取得骨干教师称号的教师占专任教师的比例 | ≥18% | "
     "上年教育事业统计数据 | 骨干教师人数÷专任教师人数×100%\n"
     "indicator: 满意度指标 | 服务对象满意度指标 | 参训教师满意度 | 对培训安排表示满意的教师占受访教师的比例 "
     "| ≥90% | 结业问卷 | 满意人数÷受访人数×100%\n",
     {900, 20, 0, 0},
     {2600, 60, 0, 0}},
    {"name: {place}河流水质监测\n"
     "purpose: 用于{place}主要河流断面采样、实验室检测和自动监测站运行，及时掌握水质变化。\n"
     "goal: 对{a}个河流断面开展水质监测，全年采集水样{b}份，编制水质监测报告{c}期。\n"
     "goal: 自动站数据有效率保持在90%以上，沿河居民用水安全得到保障。\n"
     "indicator: 产出指标 | 数量指标 | 监测断面个数 | 开展水质监测的河流断面 | {a}个 | 生态环境监测方案 | "
     "按点位清单统计\n"
     "indicator: 产出指标 | 数量指标 | 采集水样份数 | 送检并有结果的水样 | ≥{b}份 | 生态环境监测方案 | "
     "按检测报告统计\n"
     "indicator: 产出指标 | 数量指标 | 水质监测报告期数 | 按期报送的水质监测报告 | ≥{c}期 | 生态环境监测方案 "
     "| 按报送登记统计\n"
     "indicator: 产出指标 | 质量指标 | 自动站数据有效率 | 有效数据占应获取数据的比例 | 不低于90% | "
     "地表水自动监测技术规范 | 有效数据组数÷应获取组数×100%\n"
     "indicator: 产出指标 | 时效指标 | 监测报告出具时限 | 采样结束到出具报告的时间 | ≤10个工作日 | "
     "生态环境监测方案 | 按报告日期统计\n"
     "indicator: 产出指标 | 成本指标 | 水质监测总成本 | 采样、检测和运行的全部支出 | 不超过{cost}万元 | "
     "项目预算 | 项目全部支出\n"
     "indicator: 效益指标 | 生态效益指标 | 优良水质断面比例 | 达到Ⅲ类以上水质的断面占全部断面的比例 | ≥85% | "
     "地表水环境质量标准 | 优良断面数÷断面总数×100%\n"
     "indicator: 满意度指标 | 服务对象满意度指标 | 沿河居民满意度 | 对水环境表示满意的居民占受访居民的比例 | "
     "≥85% | 入户调查问卷 | 满意人数÷受访人数×100%\n",
     {12, 240, 6, 0},
     {48, 900, 18, 0}},
    {"name: {place}老旧小区改造\n"
     "purpose: 用于{place}老旧小区楼体保温、上下水更换和电梯加装，改善居住条件。\n"
     "goal: 改造老旧小区{a}个，加装电梯{b}部，更换上下水管道{c}米，惠及居民{d}户。\n"
     "indicator: 产出指标 | 数量指标 | 老旧小区改造个数 | 完工并移交的小区 | ≥{a}个 | 城镇老旧小区改造计划 | "
     "按移交证明统计\n"
     "indicator: 产出指标 | 数量指标 | 电梯加装部数 | 取得使用登记的电梯 | ≥{b}部 | 城镇老旧小区改造计划 | "
     "按使用登记证统计\n"
     "indicator: 产出指标 | 数量指标 | 上下水管道更换长度 | 更换并通水的管道 | ≥{c}米 | 施工图设计文件 | "
     "按监理签证统计\n"
     "indicator: 产出指标 | 质量指标 | 工程验收合格率 | 验收合格的单位工程占全部单位工程的比例 | 100% | "
     "建筑工程施工质量验收标准 | 合格工程数÷验收工程数×100%\n"
     "indicator: 产出指标 | 时效指标 | 改造工程完工时间 | 全部小区完工的时间 | 2021年11月30日前 | 施工合同 | "
     "以竣工验收日期为准\n"
     "indicator: 产出指标 | 成本指标 | 小区改造总成本 | 改造工程的全部支出 | ≤{cost}万元 | 项目预算 | "
     "项目全部支出\n"
     "indicator: 效益指标 | 社会效益指标 | 受益居民户数 | 改造小区内的居民家庭 | ≥{d}户 | 小区户籍台账 | "
     "按小区住户清册统计\n"
     "indicator: 满意度指标 | 服务对象满意度指标 | 小区居民满意度 | 对改造表示满意的居民占受访居民的比例 | "
     "88%以上 | 入户调查问卷 | 满意户数÷受访户数×100%\n",
     {3, 8, 1200, 700},
     {11, 36, 4800, 2600}},
    {"name: {place}科普大篷车巡展\n"
     "purpose: 用于{place}科普大篷车车载展品维护、巡展运输和科学实验课教具购置，把科普资源送到乡村学校。\n"
     "goal: 科普大篷车开展巡展{a}场，讲授科学实验课{b}课时，更新车载展品{c}件，观展师生达到{d}人次。\n"
     "indicator: 产出指标 | 数量指标 | 巡展场次 | 到乡镇学校和社区巡展的场次 | ≥{a}场 | 流动科普设施运行计划 "
     "| 按行车和签到记录统计\n"
     "indicator: 产出指标 | 数量指标 | 科学实验课课时 | 辅导员讲授的实验课 | 不少于{b}课时 | "
     "流动科普设施运行计划 | 按授课登记统计\n"
     "indicator: 产出指标 | 数量指标 | 车载展品更新件数 | 验收入库的新展品 | {c}件 | 展品更新方案 | "
     "按入库单统计\n"
     "indicator: 产出指标 | 质量指标 | 展品完好率 | 正常运行的展品占全部车载展品的比例 | ≥92% | "
     "科普展品维护规范 | 完好件数÷展品总件数×100%\n"
     "indicator: 产出指标 | 时效指标 | 展品更新完成时间 | 新展品全部上车的时间 | 2021年6月底前 | "
     "展品更新方案 | 以验收日期为准\n"
     "indicator: 产出指标 | 成本指标 | 巡展总成本 | 维护、运输和教具的全部支出 | ≤{cost}万元 | 项目预算 | "
     "项目全部支出\n"
     "indicator: 效益指标 | 社会效益指标 | 观展师生人次 | 巡展现场登记的师生 | ≥{d}人次 | 上年巡展统计数据 | "
     "按现场登记统计\n"
     "indicator: 满意度指标 | 服务对象满意度指标 | 学校师生满意度 | 对巡展表示满意的师生占受访师生的比例 | "
     "≥93% | 现场调查问卷 | 满意人数÷受访人数×100%\n",
     {30, 60, 5, 8000},
     {70, 160, 25, 26000}},
    {"name: {place}戏曲进乡村\n"
     "purpose: 用于{place}戏曲剧团下乡演出补贴、新编剧目排演和流动舞台车保养。\n"
     "goal: 组织下乡演出{a}场，排演新编剧目{b}部，观众不少于{d}人次。\n"
     "indicator: 产出指标 | 数量指标 | 下乡演出场次 | 在行政村完成的演出 | {a}场以上 | 戏曲进乡村实施方案 | "
     "按村级签章回执统计\n"
     "indicator: 产出指标 | 数量指标 | 新编剧目部数 | 首演的新编剧目 | {b}部 | 剧目创作计划 | "
     "按首演公告统计\n"
     "indicator: 产出指标 | 质量指标 | 演出达标率 | 时长和演员人数达标的演出占全部演出的比例 | ≥98% | "
     "政府购买演出服务合同 | 达标场次÷演出场次×100%\n"
     "indicator: 产出指标 | 时效指标 | 下乡演出完成时间 | 全部演出结束的时间 | 2021年12月20日前 | "
     "戏曲进乡村实施方案 | 以最后一场演出日期为准\n"
     "indicator: 产出指标 | 成本指标 | 戏曲下乡总成本 | 演出、排演和保养的全部支出 | ≤{cost}万元 | 项目预算 "
     "| 项目全部支出\n"
     "indicator: 效益指标 | 社会效益指标 | 观众人次 | 演出现场的观众 | 不少于{d}人次 | 上年演出统计数据 | "
     "按村级回执统计\n"
     "indicator: 满意度指标 | 服务对象满意度指标 | 村民满意度 | 对演出表示满意的村民占受访村民的比例 | ≥90% "
     "| 村民调查问卷 | 满意人数÷受访人数×100%\n",
     {80, 2, 0, 20000},
     {220, 6, 0, 66000}},
    {"name: {place}职业技能提升\n"
     "purpose: 用于{place}补贴性职业技能培训、创业培训和线下招聘会，帮助城乡劳动者就业。\n"
     "goal: 开展补贴性职业技能培训{a}人，创业培训{b}人，举办线下招聘会{c}场。\n"
     "goal: 培训后就业率不低于60%。\n"
     "indicator: 产出指标 | 数量指标 | 补贴性职业技能培训人数 | 结业并领取补贴的学员 | ≥{a}人 | "
     "职业技能提升行动方案 | 按实名制系统统计\n"
     "indicator: 产出指标 | 数量指标 | 创业培训人数 | 取得创业培训证书的学员 | ≥{b}人 | 职业技能提升行动方案 "
     "| 按实名制系统统计\n"
     "indicator: 产出指标 | 数量指标 | 线下招聘会场次 | 举办的线下招聘会 | ≥{c}场 | 公共就业服务专项活动通知 "
     "| 按活动备案统计\n"
     "indicator: 产出指标 | 质量指标 | 职业技能证书取得率 | 取得证书的学员占结业学员的比例 | ≥80% | "
     "职业技能提升行动方案 | 取证人数÷结业人数×100%\n"
     "indicator: 产出指标 | 时效指标 | 培训补贴发放时限 | 审核通过到补贴到账的时间 | 30日内 | "
     "职业培训补贴管理办法 | 按到账日期统计\n"
     "indicator: 产出指标 | 成本指标 | 技能提升总成本 | 培训和招聘活动的全部支出 | ≤{cost}万元 | 项目预算 | "
     "项目全部支出\n"
     "indicator: 效益指标 | 社会效益指标 | 培训后就业率 | 结业六个月内就业的学员占结业学员的比例 | ≥60% | "
     "上年就业统计数据 | 就业人数÷结业人数×100%\n"
     "indicator: 满意度指标 | 服务对象满意度指标 | 参训学员满意度 | 对培训表示满意的学员占受访学员的比例 | "
     "≥90% | 结业问卷 | 满意人数÷受访人数×100%\n",
     {800, 60, 6, 0},
     {2400, 240, 24, 0}},
    {"name: {place}森林防火\n"
     "purpose: 用于{place}林区防火隔离带开设、护林员巡护补助和防火视频监控点运行。\n"
     "goal: 开设防火隔离带{a}公里，落实{b}名护林员巡护，维护防火视频监控点{c}个。\n"
     "indicator: 产出指标 | 数量指标 | 防火隔离带长度 | 经验收的防火隔离带 | ≥{a}公里 | 森林防火规划 | "
     "按验收单统计\n"
     "indicator: 产出指标 | 数量指标 | 护林员人数 | 签订管护协议的护林员 | {b}人 | 森林管护协议 | "
     "按协议名册统计\n"
     "indicator: 产出指标 | 数量指标 | 视频监控点维护个数 | 全年在线的监控点 | ≥{c}个 | 设备运维合同 | "
     "按平台在线记录统计\n"
     "indicator: 产出指标 | 质量指标 | 监控设备在线率 | 在线时长占全年时长的比例 | ≥97% | 设备运维合同 | "
     "在线时长÷全年时长×100%\n"
     "indicator: 产出指标 | 时效指标 | 火情处置响应时间 | 接到火情报告到出动的时间 | ≤30分钟 | "
     "森林火灾应急预案 | 按值班记录统计\n"
     "indicator: 产出指标 | 成本指标 | 森林防火总成本 | 开设、巡护和运行的全部支出 | ≤{cost}万元 | 项目预算 "
     "| 项目全部支出\n"
     "indicator: 效益指标 | 生态效益指标 | 森林火灾受害率 | 受害森林面积占森林总面积的比例 | ≤0.5‰ | "
     "森林防火规划 | 受害森林面积÷森林总面积×1000‰\n"
     "indicator: 满意度指标 | 服务对象满意度指标 | 林区群众满意度 | 对防火工作表示满意的群众占受访群众的比例 "
     "| ≥90% | 入户调查问卷 | 满意人数÷受访人数×100%\n",
     {12, 30, 10, 0},
     {48, 110, 40, 0}},
    {"name: {place}全民健身活动\n"
     "purpose: 用于{place}群众赛事组织、健身器材更新和社会体育指导员培训，方便市民就近锻炼。\n"
     "goal: 举办群众赛事{a}场，更新健身器材{b}件，培训社会体育指导员{c}人。\n"
     "indicator: 产出指标 | 数量指标 | 群众赛事场次 | 对外公布并完成的赛事 | ≥{a}场 | 全民健身实施计划 | "
     "按秩序册统计\n"
     "indicator: 产出指标 | 数量指标 | 健身器材更新件数 | 安装并投入使用的器材 | ≥{b}件 | 健身设施更新方案 | "
     "按验收单统计\n"
     "indicator: 产出指标 | 数量指标 | 社会体育指导员培训人数 | 取得等级证书的指导员 | ≥{c}人 | "
     "全民健身实施计划 | 按发证名册统计\n"
     "indicator: 产出指标 | 质量指标 | 健身器材验收合格率 | 验收合格的器材占安装器材的比例 | =100% | "
     "室外健身器材安全通用要求 | 合格件数÷安装件数×100%\n"
     "indicator: 产出指标 | 时效指标 | 器材安装完成时间 | 全部器材交付使用的时间 | 2021年9月底前 | "
     "健身设施更新方案 | 以交付日期为准\n"
     "indicator: 产出指标 | 成本指标 | 健身活动总成本 | 赛事、器材和培训的全部支出 | ≤{cost}万元 | 项目预算 "
     "| 项目全部支出\n"
     "indicator: 效益指标 | 社会效益指标 | 经常参加锻炼人数比例 | 每周锻炼三次以上的居民占常住人口的比例 | "
     "≥38% | 上年体育统计数据 | 抽样调查人数比例\n"
     "indicator: 满意度指标 | 服务对象满意度指标 | 锻炼市民满意度 | "
     "对场地和赛事表示满意的市民占受访市民的比例 | ≥90% | 现场调查问卷 | 满意人数÷受访人数×100%\n",
     {10, 60, 80, 0},
     {36, 190, 240, 0}},
};

constexpr std::string_view places[] = {"示例市东湖区", "样例县", "示例市西山区", "示例市新城区",
                                       "样例县北镇"};

/// Numbers that are the same on every machine.
struct Random {
    std::mt19937 engine;

    unsigned between(unsigned least, unsigned most) {
        return least + static_cast<unsigned>(engine() % (most - least + 1));
    }
};

/// What a form calls its own: 2021 and 万元 are heb-2021's.
struct FormOf {
    int year = 2021;
    bool in_yuan = false;          ///< Amounts in 元.
    bool cost_is_level1 = false;   ///< 成本指标 beside 产出指标, not below it.
    bool in_three_columns = false; ///< Sign, value and unit of a target.
    bool with_weights = false;
    bool with_phases = false;
};

FormOf form_of(std::string_view id) {
    if (id == "heb-2022")
        return {.year = 2022};
    if (id == "heb-2020-open")
        return {.year = 2020, .in_three_columns = true};
    if (id == "gz-2024")
        return {.year = 2024, .in_yuan = true, .cost_is_level1 = true, .with_phases = true};
    if (id == "national-2021")
        return {.year = 2023, .cost_is_level1 = true, .with_weights = true};
    return {};
}

std::string filled(const Topic& topic, std::string_view place, const FormOf& form, Random& random) {
    std::string text = replace_all(topic.text, "{place}", place);
    for (std::size_t i = 0; i < topic.least.size(); ++i) {
        const unsigned number = random.between(topic.least[i], topic.most[i]);
        text = replace_all(text, std::string("{") + static_cast<char>('a' + i) + "}", std::to_string(number));
    }
    text = replace_all(text, "2021年", std::to_string(form.year) + "年");
    const unsigned whole = random.between(20, 99);
    const unsigned tenth = random.between(1, 9);
    const std::string wan = std::to_string(whole) + "." + std::to_string(tenth) + "0";
    const std::string yuan = std::to_string(whole * 10'000 + tenth * 1'000);
    text = replace_all(text, "{cost}万元", form.in_yuan ? yuan + "元" : wan + "万元");
    const std::string& amount = form.in_yuan ? yuan : wan;
    return text + "money_unit: " + (form.in_yuan ? "元" : "万元") + "\nbudget_total: " + amount +
           "\nbudget_fiscal: " + amount + "\n";
}

/// Chapters about the whole department: heb-2021 and heb-2022 state goals, heb-2020-open money and property
/// too.
constexpr std::string_view goal_chapters =
    "section: 一、总体绩效目标\n"
    "paragraph: 全年完成各项民生实事，重点项目按期完工率达到95%以上。\n"
    "section: 二、分项绩效目标\n"
    "subsection: （一）完善基础设施\n"
    "paragraph: 年度新建、改造类项目验收合格率达到100%。\n"
    "subsection: （二）提升公共服务\n"
    "paragraph: 服务类项目群众满意度平均达到90%以上。\n"
    "section: 三、工作保障措施\n"
    "paragraph: 成立预算绩效管理领导小组，按季度检查项目进度。\n";
constexpr std::string_view open_chapters =
    "section: 一、部门预算安排的总体情况\n"
    "paragraph: 2020年收入预算{income}万元，其中财政拨款{fiscal}万元，其他收入{other}万元。\n"
    "paragraph: 2020年支出预算{income}万元，其中基本支出{basic}万元，项目支出{projects}万元。"
    "基本支出包括人员经费{personnel}万元，日常公用支出{public}万元。\n"
    "paragraph: 2020年预算较2019年增加{more}万元，主要是项目支出增加{more}万元。\n"
    "section: 二、机关运行经费安排情况\n"
    "paragraph: 2020年机关运行经费共计安排{organ}万元，用于日常办公和维修。\n"
    "section: 三、财政拨款“三公”经费预算情况及增减变化原因\n"
    "paragraph: 2020年“三公”经费预算安排{three}万元，较上年无变化。其中：因公出国（境）费0元，较上年无变化；"
    "公务用车购置及运行费{vehicle}万元，较上年无变化；公务接待费{reception}万元，较上年无变化。\n"
    "section: 四、政府采购预算情况\n"
    "paragraph: 2020年安排政府采购预算{bought}万元，具体内容见下表。\n"
    "table: procurement\n"
    "row: 合计\namount: {bought}\ngeneral_budget: {bought}\n"
    "row: 示例局机关小计\namount: {bought_organ}\ngeneral_budget: {bought_organ}\n"
    "row: 日常公用经费\ngoods: 台式计算机\ncatalogue_code: A02010104\nitem_unit: 台\nquantity: {computers}\n"
    "price: 0.50\namount: {computers_cost}\ngeneral_budget: {computers_cost}\n"
    "row: 日常公用经费\ngoods: 复印机\ncatalogue_code: A020201\nitem_unit: 台\nquantity: 1\n"
    "price: 2.40\namount: 2.40\ngeneral_budget: 2.40\n"
    "row: 示例市服务中心小计\namount: 1.80\ngeneral_budget: 1.80\n"
    "row: 业务经费\ngoods: 办公桌\ncatalogue_code: A060205\nitem_unit: 张\nquantity: 15\n"
    "price: 0.12\namount: 1.80\ngeneral_budget: 1.80\n"
    "section: 五、国有资产情况\n"
    "paragraph: 2019年末固定资产金额为{assets}万元，详见下表。\n"
    "table: assets\n"
    "row: 资产总额\nquantity: ——\namount: {assets}\n"
    "row: 1、房屋（平方米）\nquantity: 3200\namount: 300.00\n"
    "row: 其中：办公用房（平方米）\nquantity: 2800\namount: 260.00\n"
    "row: 2、车辆（台、辆）\nquantity: 3\namount: {cars}\n"
    "row: 3、单价在20万元以上的设备\nquantity: 0\namount: 0\n"
    "row: 4、其他固定资产\nquantity: 120\namount: 30.00\n";

std::string in_hundredths(unsigned hundredths) {
    const std::string cents = std::to_string(100 + hundredths % 100).substr(1);
    return std::to_string(hundredths / 100) + "." + cents;
}

std::string filled_open_chapters(Random& random) {
    const unsigned personnel = random.between(20'000, 60'000), of_public = random.between(4'000, 9'000);
    const unsigned projects = random.between(10'000, 40'000), other = random.between(100, 900);
    const unsigned basic = personnel + of_public, income = basic + projects;
    const unsigned vehicle = random.between(200, 900), reception = random.between(20, 90);
    const unsigned computers = random.between(2, 12), cars = random.between(4'000, 9'000);
    const unsigned organ_bought = computers * 50 + 240;
    const std::pair<std::string_view, unsigned> amounts[] = {{"{income}", income},
                                                             {"{fiscal}", income - other},
                                                             {"{other}", other},
                                                             {"{basic}", basic},
                                                             {"{projects}", projects},
                                                             {"{personnel}", personnel},
                                                             {"{public}", of_public},
                                                             {"{more}", random.between(500, 4'000)},
                                                             {"{organ}", of_public - 1'000},
                                                             {"{three}", vehicle + reception},
                                                             {"{vehicle}", vehicle},
                                                             {"{reception}", reception},
                                                             {"{bought}", organ_bought + 180},
                                                             {"{bought_organ}", organ_bought},
                                                             {"{computers_cost}", computers * 50},
                                                             {"{assets}", 30'000 + cars + 3'000},
                                                             {"{cars}", cars}};
    std::string text = replace_all(open_chapters, "{computers}", std::to_string(computers));
    for (const auto& [key, amount] : amounts)
        text = replace_all(text, key, in_hundredths(amount));
    return text;
}

/// The department's own table: its money is the sum of what its projects cost.
std::string department(const Book& book, Random& random) {
    Decimal projects;
    for (const Project& project : book.projects)
        projects = projects + read_decimal(project.budget_total.text).value_or(Decimal{});
    const Decimal basic = Decimal::whole(random.between(2'000'000, 4'999'999));
    return "project: 示例市示例局\nkind: department\nmoney_unit: 元\n"
           "budget_fiscal:\nbudget_other:\npurpose:\n"
           "basic_expenditure: " +
           basic.to_string() + "\nproject_expenditure: " + projects.to_string() +
           "\nbudget_total: " + (basic + projects).to_string() +
           "\nduties: 负责全市民生项目的组织实施和监督检查。\n"
           "goal: 全年办理群众来信来电1200件，按期办结率达到95%以上。\n"
           "without: 产出指标\nwithout: 效益指标\nwithout: 满意度指标\n"
           "indicator: 产出指标 | 数量指标 | 群众来信来电办理件数 | | ≥1200件 | | 按热线系统统计\n"
           "indicator: 产出指标 | 质量指标 | 来信来电按期办结率 | | ≥95% | | 按期办结件数÷受理件数×100%\n"
           "indicator: 产出指标 | 时效指标 | 来信来电回复时限 | | ≤7个工作日 | | 按热线系统统计\n"
           "indicator: 产出指标 | 成本指标 | 公用经费控制率 | | ≤100% | | 实际支出÷预算数×100%\n"
           "indicator: 效益指标 | 社会效益指标 | 重复来信来电下降比例 | | ≥5% | | "
           "（上年件数－本年件数）÷上年件数×100%\n"
           "indicator: 满意度指标 | 服务对象满意度指标 | 来信来电群众满意度 | | ≥90% | | "
           "满意人数÷回访人数×100%\n";
}

/// A target as the columns for sign, value and unit have it.
void split_target(Indicator& row, std::string_view text) {
    const TargetValue target = read_target(text);
    if (target.kind != TargetKind::number || !target.after.empty()) {
        row.comparator.text = "文字描述";
        row.target.text.clear();
        row.target_unit.text = text;
        return;
    }
    const bool least = target.comparator == Comparator::at_least;
    row.comparator.text = least ? ">=" : target.comparator == Comparator::at_most ? "<=" : "=";
    row.target.text = target.number.to_string();
    row.target_unit.text = (target.multiplier > 1 ? "万" : "") + target.unit;
}

void put_into(const FormOf& form, Project& project, Book& book) {
    for (std::size_t i = 0; i < project.indicators.size(); ++i) {
        Indicator& row = project.indicators.edit(i);
        if (form.cost_is_level1 && row.level2.text == "成本指标") {
            row.level1.text = "成本指标";
            row.level2.text = "经济成本指标";
        }
        if (form.in_three_columns) {
            row.level1.text = replace_all(row.level1.text, "效益", "效果");
            split_target(row, row.target.text);
        }
        if (form.with_weights)
            row.weight.text = i == 0 ? std::to_string(90 - 10 * (project.indicators.size() - 1)) : "10";
    }
    if (!form.with_phases || project.kind == ProjectKind::department)
        return;
    const std::string year = std::to_string(form.year) + "年";
    project.period.text = year + "1月至" + year + "12月";
    for (const auto& [period, text] : {std::pair{"1月至6月", "制定方案，完成招标采购。"},
                                       std::pair{"7月至12月", "组织实施，开展验收和总结。"}}) {
        Phase phase;
        phase.id = book.new_row_id();
        phase.period.text = period;
        phase.text.text = text;
        project.phases.push_back(phase);
    }
}

std::string projects_in_words(unsigned seed, int projects, const FormOf& form, Random& random) {
    std::string text;
    for (int i = 0; i < projects; ++i) {
        const std::size_t number = static_cast<std::size_t>(i) + (seed - 1) * 5;
        const std::string_view place = places[(number / std::size(topics) + seed) % std::size(places)];
        if (i > 0)
            text += "project: 项目\n";
        text += "without: 产出指标\nwithout: 效益指标\nwithout: 满意度指标\n" +
                filled(topics[number % std::size(topics)], place, form, random);
    }
    return text;
}

std::string code_of(int year, std::size_t number) {
    const std::string digits = std::to_string(100'000'000'001 + number);
    return "990100" + std::to_string(year).substr(2) + "P" + digits;
}

Book read(std::string_view text) {
    auto book = check::read_example(text);
    return book ? std::move(*book) : Book{};
}

} // namespace

void put_target(Indicator& row, std::string_view text) {
    if (row.comparator.empty())
        row.target.text = text;
    else
        split_target(row, text);
}

Book sound_book(unsigned seed, int projects, std::string_view form_id) {
    Random random{std::mt19937(seed)};
    const FormOf form = form_of(form_id);
    std::string text =
        "template: " + std::string(form_id) + "\n" + projects_in_words(seed, projects, form, random);
    if (form_id == "gz-2024")
        text += department(read(text), random);
    if (form_id.starts_with("heb-202") && !form.in_three_columns)
        text += goal_chapters;
    if (form.in_three_columns)
        text += filled_open_chapters(random);
    Book result = read(text);
    result.year = form.year;
    for (std::size_t i = 0; i < result.projects.size(); ++i) {
        Project& project = result.projects.edit(i);
        project.code.text = form.in_three_columns || form.cost_is_level1 ? "" : code_of(form.year, i);
        project.caption.text = std::to_string(i + 1) + "." + project.name.text + "绩效目标表";
        put_into(form, project, result);
    }
    return result;
}

} // namespace sound_books
