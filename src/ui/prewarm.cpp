#include "ui/prewarm.h"

#include "base/utf8.h"
#include "ui/theme.h"

#include <cmath>
#include <utility>
#include <vector>

namespace jibiao::ui {
namespace {

class Characters {
  public:
    void add(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            const CodePoint one = code_point_at(text, at);
            at += one.length;
            if (one.value > U' ' && one.value < seen_.size() && !seen_[one.value]) {
                seen_[one.value] = true;
                all_ += one.value;
            }
        }
    }
    const std::u32string& all() const { return all_; }

  private:
    std::vector<bool> seen_ = std::vector<bool>(0x20000);
    std::u32string all_;
};

Characters of_form(const Frame& frame) {
    Characters labels;
    for (const auto* of_kind : {&frame.form.labels, &frame.form.department_labels}) {
        for (const auto& [key, label] : *of_kind)
            labels.add(label);
    }
    for (const TableForm& table : frame.form.tables) {
        for (const TableColumn& column : table.columns)
            labels.add(column.label), labels.add(column.group);
    }
    for (const std::string& checkpoint : frame.form.plan_checkpoints)
        labels.add(checkpoint);
    return labels;
}

Characters of_book(const Frame& frame) {
    Characters texts;
    for_each_cell(frame.state.book(), [&texts](FieldRef, const Cell& cell) { texts.add(cell.text); });
    for (const Level1& level1 : frame.form.levels) {
        texts.add(level1.name);
        for (const Level2& level2 : level1.children)
            texts.add(level2.name);
    }
    return texts;
}

Characters of_headings(const Frame& frame) {
    Characters headings;
    for (const Section& section : frame.state.book().sections)
        headings.add(section.heading.text);
    return headings;
}

void prepare(const Frame& frame, const Characters& characters, ImFont* font, bool bold, float css_size) {
    const float size = std::round(css_size * frame.scale);
    ImFontBaked* drawn = font->GetFontBaked(size);
    std::u32string missing;
    for (const char32_t c : characters.all()) {
        if (!drawn->IsGlyphLoaded(c))
            missing += c;
    }
    if (!missing.empty())
        frame.machine.prepare(missing, size, bold);
}

} // namespace

void prewarm(const Frame& frame, const Fonts& fonts, std::string& done_for) {
    std::string key =
        std::to_string(frame.state.document.generation()) + " " + frame.form.id + " " +
        std::to_string(std::lround(1000 * frame.scale)); // Of a float, it would bring 4 kB of printf.
    if (!frame.state.has_book() || frame.state.checking || done_for == key)
        return;
    done_for = std::move(key);
    const Characters labels = of_form(frame);
    Characters texts = of_book(frame);
    prepare(frame, of_headings(frame), fonts.bold, true, theme::text_size);
    prepare(frame, labels, fonts.regular, false, theme::small_size);
    prepare(frame, labels, fonts.bold, true, theme::small_size);
    if (!frame.coarse)
        prepare(frame, texts, fonts.regular, false, theme::dense_size);
    for (const check::Finding& finding : frame.state.report.findings)
        texts.add(finding.message);
    prepare(frame, texts, fonts.regular, false, theme::text_size);
}

} // namespace jibiao::ui
