#include "check/changes.h"

namespace jibiao::check {
namespace {

bool differ_in_details_only(const Project& a, const Project& b);

bool differ_in_details_only(const Indicator& a, const Indicator& b) {
    return a.id == b.id && a.level1 == b.level1 && a.level2 == b.level2 && a.name == b.name;
}

template <class Row>
bool differ_in_details_only(const Rows<Row>& a, const Rows<Row>& b) {
    if (a.size() != b.size())
        return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (!a.shares(i, b, i) && !differ_in_details_only(a[i], b[i]))
            return false;
    }
    return true;
}

bool differ_in_details_only(const Project& a, const Project& b) {
    Project other = a;
    other.indicators = b.indicators;
    return other == b && differ_in_details_only(a.indicators, b.indicators);
}

} // namespace

bool differ_in_details_only(const Book& a, const Book& b) {
    return static_cast<const BookHead&>(a) == static_cast<const BookHead&>(b) && a.sections == b.sections &&
           differ_in_details_only(a.projects, b.projects);
}

} // namespace jibiao::check
