#pragma once
#include "check/check.h"
#include "platform/later.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What is drawn of a whole book, as tables of exact numbers: each picture is one of them, and so is what
/// screen readers and paper get in its place.

namespace jibiao::app {

struct Knowledge;
struct State;

struct Picture {
    enum class Kind : std::uint8_t {
        curve, ///< A row is a line, its values percentages at one column each.
        bars,  ///< A row is a bar, its values the parts of it, one after the other.
    };
    struct Row {
        std::string name;
        FieldRef at;                                ///< Where its numbers stand.
        std::vector<std::string> texts;             ///< One for each column.
        std::vector<std::optional<Decimal>> values; ///< Nothing where there is no number to draw.
    };
    Kind kind = Kind::bars;
    std::string key;   ///< plan, funds, coverage, findings.
    std::string title; ///< With the unit: 资金（万元）.
    std::string first; ///< Head of the rows' names: 项目.
    std::vector<std::string> columns;
    std::vector<std::string> parts; ///< What each value of a bar is; "" where there is but one.
    std::vector<Row> rows;
    std::vector<std::string> notes; ///< What could not be drawn, and why.
    std::string nothing;            ///< What is said where there are no rows.
};

/// 支出计划, 资金, 指标覆盖, 问题.
[[gnu::noinline]] std::array<Picture, 4> pictures_of(const platform::Later&, const Book& book,
                                                     const Template& form, const check::Report& report);

/// State::pictures, after the document has changed.
[[gnu::noinline]] void renew_pictures(const platform::Later&, State& state, const Knowledge& knowledge);
/// The same for paper: a fragment of HTML with headings, drawings and tables (Platform::print).
std::string print_pictures(const platform::Later&, const std::array<Picture, 4>& pictures,
                           const std::string& title);

} // namespace jibiao::app
