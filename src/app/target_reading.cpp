#include "app/target_reading.h"
#include "base/words.h"

namespace jibiao::app {
namespace {

std::string_view sense_of(const TargetValue& value) {
    switch (value.comparator) {
    case Comparator::at_least:
    case Comparator::more_than:
        return tr("越高越好");
    case Comparator::at_most:
    case Comparator::less_than:
        return tr("越低越好");
    case Comparator::about:
        return tr("上下差不多即可");
    case Comparator::equal:
        return tr("正好达到");
    case Comparator::none:
        break;
    }
    return tr("没有写 ≥、≤ 或 =，看不出高好还是低好");
}

} // namespace

std::string reading_of(const TargetValue& value) {
    switch (value.kind) {
    case TargetKind::blank:
        return "";
    case TargetKind::number:
        return print_target(value, {.blank_before_unit = true}).append(tr("，")).append(sense_of(value));
    case TargetKind::range:
        return std::string(tr("一个范围，在两个数之间"));
    case TargetKind::month:
        return std::string(tr("月份，或几个月"));
    case TargetKind::date:
        return std::string(tr("日期，到那时完成"));
    case TargetKind::period:
        return std::string(tr("一段时间，在其间完成"));
    case TargetKind::qualitative:
        break;
    }
    return value.grade.empty() ? std::string(tr("文字目标，没有数可以比"))
                               : with_colon(tr("等级"), value.grade);
}

} // namespace jibiao::app
