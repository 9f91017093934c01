#include "ui/line_break.h"

#include "base/utf8.h"

namespace jibiao::ui {
namespace {

constexpr std::u32string_view no_line_start = U"，。、；：？！）》〉」』】〕｝”’…—～％,.;:?!)]}>%·々›";
constexpr std::u32string_view no_line_end = U"（《〈「『【〔｛“‘([{<≥≤￥¥";

bool is_in(std::u32string_view set, char32_t c) {
    return set.find(c) != std::u32string_view::npos;
}

/// Characters that make a word with their neighbours: Latin letters, digits and what joins them.
bool is_word(char32_t c) {
    return c > ' ' && c < 0x2E80 && !is_blank(c) && !(c >= 0x2010 && c <= 0x206F) && !is_in(no_line_end, c);
}

bool may_break_between(char32_t before, char32_t after) {
    if (is_blank(after))
        return false; // Blanks hang at the end of the line.
    if (is_in(no_line_start, after) || is_in(no_line_end, before))
        return false;
    if (is_blank(before))
        return true;
    return !(is_word(before) && is_word(after));
}

/// The end of the piece that starts at `start` and cannot be broken.
std::size_t piece_end(std::string_view text, std::size_t start) {
    CodePoint last = code_point_at(text, start);
    std::size_t end = start + last.length;
    while (end < text.size()) {
        const CodePoint next = code_point_at(text, end);
        if (next.value == '\n' || may_break_between(last.value, next.value))
            break;
        last = next;
        end += next.length;
    }
    return end;
}

/// Width without the blanks at the end.
float visible_width(std::string_view piece, const Measure& measure) {
    while (!piece.empty() && piece.back() == ' ')
        piece.remove_suffix(1);
    return piece.empty() ? 0 : measure(piece);
}

class Breaker {
  public:
    Breaker(std::string_view text, float width, const Measure& measure)
        : text_(text), width_(width), measure_(measure) {}

    std::vector<std::string_view> run() {
        std::size_t at = 0;
        while (at < text_.size()) {
            if (text_[at] == '\n') {
                end_line(at);
                line_start_ = ++at;
                continue;
            }
            const std::size_t end = piece_end(text_, at);
            place(at, end);
            at = end;
        }
        end_line(text_.size());
        return std::move(lines_);
    }

  private:
    void end_line(std::size_t end) {
        lines_.push_back(text_.substr(line_start_, end - line_start_));
        line_start_ = end;
        used_ = 0;
    }

    void place(std::size_t start, std::size_t end) {
        const std::string_view piece = text_.substr(start, end - start);
        if (used_ > 0 && used_ + visible_width(piece, measure_) > width_)
            end_line(start);
        if (visible_width(piece, measure_) > width_)
            return place_by_character(start, end);
        used_ += measure_(piece);
    }

    /// A word wider than a line is cut wherever the line ends.
    void place_by_character(std::size_t start, std::size_t end) {
        for (std::size_t at = start; at < end;) {
            const CodePoint point = code_point_at(text_, at);
            const float width = measure_(text_.substr(at, point.length));
            if (used_ > 0 && used_ + width > width_)
                end_line(at);
            used_ += width;
            at += point.length;
        }
    }

    std::string_view text_;
    float width_;
    const Measure& measure_;
    std::vector<std::string_view> lines_;
    std::size_t line_start_ = 0;
    float used_ = 0;
};

} // namespace

std::vector<std::string_view> break_lines(std::string_view text, float width, const Measure& measure) {
    return Breaker(text, width, measure).run();
}

} // namespace jibiao::ui
