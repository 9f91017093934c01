#include "cli/report.h"

/// The table of report formats, in the order of the help.

namespace jibiao::cli {
namespace {

constexpr ReportFormat formats[] = {
    {"text", text_report}, {"json", json_report}, {"sarif", sarif_report},
    {"csv", csv_report},   {"html", html_report},
};

} // namespace

std::span<const ReportFormat> report_formats() {
    return formats;
}

} // namespace jibiao::cli
