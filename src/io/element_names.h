#pragma once
#include "model/book.h"

#include <string_view>

namespace jibiao::io {

// What XML calls the elements of a list. Part of the file format.

constexpr std::string_view element_name(const ContentsLine*) {
    return "contents_line";
}
constexpr std::string_view element_name(const Section*) {
    return "section";
}
constexpr std::string_view element_name(const Paragraph*) {
    return "paragraph";
}
constexpr std::string_view element_name(const Table*) {
    return "table";
}
constexpr std::string_view element_name(const TableRow*) {
    return "row";
}
constexpr std::string_view element_name(const Project*) {
    return "project";
}
constexpr std::string_view element_name(const PlanLine*) {
    return "plan_line";
}
constexpr std::string_view element_name(const Goal*) {
    return "goal";
}
constexpr std::string_view element_name(const Phase*) {
    return "phase";
}
constexpr std::string_view element_name(const Indicator*) {
    return "indicator";
}
constexpr std::string_view element_name(const Note*) {
    return "note";
}
constexpr std::string_view element_name(const Suppression*) {
    return "suppression";
}
constexpr std::string_view element_name(const Comment*) {
    return "comment";
}

} // namespace jibiao::io
