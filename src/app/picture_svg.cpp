#include "app/picture_svg.h"

#include "base/text.h"
#include "base/utf8.h"
#include "io/html_text.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <map>
#include <utility>

namespace jibiao::app {
namespace {

// In units of the view box; a line of text is about 16 high.
constexpr double all_width = 680, name_width = 230, legend_height = 24;
constexpr double row_height = 22, bar_height = 14;
constexpr double plot_left = 44, plot_right = 40, plot_height = 220, plot_top = 12, below_plot = 26;
constexpr double most_percent = 200; // As on the screen.

using Attributes = std::initializer_list<std::pair<std::string_view, std::string>>;

std::string number(double value) {
    return std::to_string(std::lround(value));
}

std::string shape(std::string_view tag, Attributes attributes, std::string_view content = {}) {
    std::string svg = "<" + std::string(tag);
    for (const auto& [name, value] : attributes)
        svg.append(" ").append(name).append("=\"").append(value).append("\"");
    return svg + ">" + std::string(content) + "</" + std::string(tag) + ">";
}

std::string label(double x, double y, std::string_view text, std::string_view anchor = "start") {
    return shape("text", {{"x", number(x)}, {"y", number(y)}, {"text-anchor", std::string(anchor)}},
                 io::html_text(text));
}

std::string line(double x1, double y1, double x2, double y2) {
    return shape(
        "line",
        {{"x1", number(x1)}, {"y1", number(y1)}, {"x2", number(x2)}, {"y2", number(y2)}, {"stroke", "#bbb"}});
}

double drawn(Decimal value) {
    return std::max(0.0, static_cast<double>(value.millionths()) / 1e6);
}

std::string stripes_of(const Picture& picture) {
    return "stripes-" + picture.key;
}

/// Full, striped, empty.
std::string part_of_bar(const Picture& picture, std::size_t part, double x, double y, double width) {
    const std::string fills[] = {"#1d5fae", "url(#" + stripes_of(picture) + ")", "#fff"};
    return shape("rect", {{"x", number(x)},
                          {"y", number(y)},
                          {"width", number(std::max(width, 1.0))},
                          {"height", number(bar_height)},
                          {"fill", fills[std::min<std::size_t>(part, 2)]},
                          {"stroke", "#1d5fae"}});
}

std::string legend_of(const Picture& picture) {
    std::string svg;
    double x = name_width;
    for (std::size_t part = 0; picture.parts.size() > 1 && part < picture.parts.size(); ++part) {
        svg += part_of_bar(picture, part, x, 4, 24) + label(x + 30, 16, picture.parts[part]);
        x += 50 + 13 * static_cast<double>(count_code_points(picture.parts[part]));
    }
    return svg;
}

std::string bars_of(const Picture& picture, double most, double top) {
    std::string svg = legend_of(picture);
    for (std::size_t i = 0; i < picture.rows.size(); ++i) {
        const double y = top + static_cast<double>(i) * row_height;
        svg += label(name_width - 8, y + 12, shorten(picture.rows[i].name, 17), "end");
        double x = name_width;
        for (std::size_t part = 0; part < picture.rows[i].values.size(); ++part) {
            const double value = drawn(picture.rows[i].values[part].value_or(Decimal()));
            const double width = (all_width - name_width - 1) * value / most; // And the outline.
            svg += value > 0 ? part_of_bar(picture, part, x, y, width) : "";
            x += width;
        }
    }
    return svg;
}

/// Percentages over checkpoints.
struct Plot {
    std::size_t points = 1;
    double most = 100;

    double x(std::size_t point) const {
        const double step = points > 1 ? 1 / static_cast<double>(points - 1) : 0;
        return plot_left + (all_width - plot_left - plot_right) * static_cast<double>(point) * step;
    }
    double y(double percent) const { return plot_top + plot_height * (1 - std::min(percent, most) / most); }
};

std::string axes_of(const Picture& picture, const Plot& plot) {
    std::string svg;
    for (double percent = 0; percent <= plot.most; percent += 25)
        svg += line(plot_left, plot.y(percent), all_width - plot_right, plot.y(percent)) +
               label(plot_left - 6, plot.y(percent) + 4, number(percent) + "%", "end");
    for (std::size_t i = 0; i < picture.columns.size(); ++i)
        svg += label(plot.x(i), plot.y(0) + 18, picture.columns[i], "middle");
    return svg;
}

/// `ends`: by height, the numbers of the rows whose lines end there.
std::string curve_of(const Picture::Row& row, std::size_t index, const Plot& plot,
                     std::map<long, std::string>& ends) {
    static constexpr const char* dashes[] = {"none", "6 3", "2 3", "9 3 2 3"};
    std::string points, svg;
    double end = 0;
    for (std::size_t i = 0; i < row.values.size(); ++i) {
        if (!row.values[i])
            continue;
        end = plot.y(drawn(*row.values[i]));
        points += number(plot.x(i)) + "," + number(end) + " ";
        svg += shape("circle",
                     {{"cx", number(plot.x(i))}, {"cy", number(end)}, {"r", "3"}, {"fill", "#1d5fae"}});
    }
    if (points.empty())
        return "";
    std::string& rows = ends[std::lround(end)];
    rows += (rows.empty() ? "" : ", ") + std::to_string(index + 1);
    return svg + shape("polyline", {{"points", points},
                                    {"fill", "none"},
                                    {"stroke", "#1d5fae"},
                                    {"stroke-width", "2"},
                                    {"stroke-dasharray", dashes[index % std::size(dashes)]}});
}

std::string curves_of(const Picture& picture) {
    Plot plot{picture.columns.size()};
    for (const Picture::Row& row : picture.rows) {
        for (const auto& value : row.values)
            plot.most = std::clamp(value ? drawn(*value) : 0, plot.most, most_percent);
    }
    std::string svg = axes_of(picture, plot);
    std::map<long, std::string> ends;
    for (std::size_t i = 0; i < picture.rows.size(); ++i)
        svg += curve_of(picture.rows[i], i, plot, ends);
    for (const auto& [height, rows] : ends)
        svg += label(all_width - plot_right + 8, static_cast<double>(height) + 4, rows);
    return svg;
}

double longest_bar(const Picture& picture) {
    double most = 0;
    for (const Picture::Row& row : picture.rows) {
        double sum = 0;
        for (const auto& value : row.values)
            sum += value ? drawn(*value) : 0;
        most = std::max(most, sum);
    }
    return most;
}

} // namespace

std::string svg_of(const platform::Later&, const Picture& picture) {
    const bool curves = picture.kind == Picture::Kind::curve;
    const double most = curves ? 0 : longest_bar(picture);
    if (picture.rows.empty() || (!curves && most == 0))
        return "";
    const double top = picture.parts.size() > 1 ? legend_height : 4;
    const double height = curves ? plot_top + plot_height + below_plot
                                 : top + row_height * static_cast<double>(picture.rows.size());
    const std::string stripes = shape(
        "pattern",
        {{"id", stripes_of(picture)}, {"width", "5"}, {"height", "5"}, {"patternUnits", "userSpaceOnUse"}},
        shape("rect", {{"width", "2"}, {"height", "5"}, {"fill", "#1d5fae"}}));
    return shape("svg",
                 {{"viewBox", "0 0 " + number(all_width) + " " + number(height)},
                  {"aria-hidden", "true"},
                  {"font-size", "13"}},
                 stripes + (curves ? curves_of(picture) : bars_of(picture, most, top)));
}

} // namespace jibiao::app
