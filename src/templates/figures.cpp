#include "templates/figures.h"

#include "base/text.h"
#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace jibiao {
namespace {

struct Amount {
    std::size_t begin = 0;
    std::size_t end = 0;
    Decimal yuan;
    Decimal step;
};

/// The next number with a unit of money behind it.
std::optional<Amount> next_amount(std::string_view text, std::size_t from) {
    constexpr std::array<std::pair<std::string_view, std::int64_t>, 4> units{
        {{"亿元", 100'000'000}, {"万元", 10'000}, {"千元", 1'000}, {"元", 1}}};
    constexpr std::string_view digits = "0123456789.,";
    for (std::size_t at = text.find_first_of("0123456789", from); at != std::string_view::npos;) {
        const std::size_t end = std::min(text.find_first_not_of(digits, at), text.size());
        const std::string_view behind = text.substr(end);
        const std::size_t blanks = behind.size() - trim(behind).size();
        for (const auto& [unit, factor] : units) {
            const bool here = behind.starts_with(unit) || trim(behind).starts_with(unit);
            const auto number = here ? read_decimal(text.substr(at, end - at)) : std::nullopt;
            if (!number)
                continue;
            std::int64_t last = 1'000'000;
            for (int i = 0; i < number->places(); ++i)
                last /= 10;
            const std::size_t gap = behind.starts_with(unit) ? 0 : blanks;
            return Amount{at, end + gap + unit.size(), number->times(factor),
                          Decimal::from_millionths(last).times(factor)};
        }
        at = text.find_first_of("0123456789", end);
    }
    return std::nullopt;
}

/// Where the last of `words` begins in `text`; npos if there is none. `end`: where it ends.
std::size_t last_of(std::string_view text, const std::vector<std::string>& words,
                    std::size_t* end = nullptr) {
    std::size_t best = std::string_view::npos;
    std::size_t best_end = 0;
    for (const std::string& word : words) {
        const std::size_t at = text.rfind(word);
        if (at == std::string_view::npos || word.empty())
            continue;
        if (best == std::string_view::npos || at + word.size() > best_end) {
            best = at;
            best_end = at + word.size();
        }
    }
    if (end)
        *end = best_end;
    return best;
}

} // namespace

const FigureForm* figure_named_in(std::string_view text, const Template& form) {
    const FigureForm* best = nullptr;
    std::size_t best_end = 0;
    std::size_t best_at = 0;
    for (const FigureForm& figure : form.figures) {
        std::size_t end = 0;
        const std::size_t at = last_of(text, figure.words, &end);
        if (at == std::string_view::npos || end < best_end || (end == best_end && at >= best_at))
            continue;
        best = &figure;
        best_end = end;
        best_at = at;
    }
    return best;
}

namespace {

constexpr std::size_t longest_reason = 1'200; ///< Bytes: a text without stops is no sentence.

/// What stands behind the last full stop or semicolon: …后车辆减少；公务接待费 3.2 万元 states no decrease.
std::string_view last_clause(std::string_view text) {
    std::size_t begin = 0;
    for (const std::string_view stop : {"。", "；", ";", "\n"}) {
        const std::size_t at = text.rfind(stop);
        if (at != std::string_view::npos)
            begin = std::max(begin, at + stop.size());
    }
    return text.substr(begin);
}

class FigureReader {
  public:
    FigureReader(std::string_view text, const Template& form, const ReadingWords& words)
        : text_(text), form_(form), words_(words) {}

    std::vector<Figure> read() {
        std::size_t from = 0;
        for (auto amount = next_amount(text_, 0); amount; amount = next_amount(text_, from)) {
            const std::string_view before = text_.substr(from, amount->begin - from);
            read_words(before);
            const std::string_view clause = last_clause(before);
            const std::size_t more = last_of(clause, words_.increase_words);
            const std::size_t less = last_of(clause, words_.decrease_words);
            if (more != std::string_view::npos || less != std::string_view::npos)
                add_change(before, *amount,
                           less != std::string_view::npos && (more == std::string_view::npos || less > more));
            else if (const FigureForm* named = figure_named_in(before, form_))
                add(*named, *amount);
            from = amount->end;
        }
        read_words(text_.substr(std::min(from, text_.size())));
        return std::move(figures_);
    }

  private:
    void add(const FigureForm& named, const Amount& amount) {
        Figure& figure = figures_.emplace_back();
        figure.key = named.key;
        figure.yuan = amount.yuan;
        figure.step = amount.step;
        figure.text = text_.substr(amount.begin, amount.end - amount.begin);
    }

    /// A change belongs to the figure that is named in front of it, else to the one before.
    void add_change(std::string_view before, const Amount& amount, bool less) {
        if (const FigureForm* named = figure_named_in(before, form_))
            figures_.emplace_back().key = named->key;
        if (figures_.empty() || figures_.back().change)
            return;
        figures_.back().change = less ? amount.yuan.times(-1) : amount.yuan;
        if (!figures_.back().step)
            figures_.back().step = amount.step;
    }

    /// What the words between two amounts say of the first of them: no change; the reason of a change.
    void read_words(std::string_view between) {
        if (figures_.empty())
            return;
        Figure& figure = figures_.back();
        if (!figure.change && last_of(between, words_.unchanged_words) != std::string_view::npos)
            figure.change = Decimal{};
        std::size_t begin = 0;
        if (!figure.reason.empty() || last_of(between, words_.reason_words, &begin) == std::string_view::npos)
            return;
        // The amounts by which the reason explains the change are part of it.
        std::string_view reason = between.substr(begin);
        reason = text_.substr(static_cast<std::size_t>(reason.data() - text_.data()));
        if (reason.size() > longest_reason)
            reason = reason.substr(0, reason.rfind("，", longest_reason));
        for (const std::string_view stop : {"。", "；", ";", "（", "(", "）", ")", "\n"})
            reason = reason.substr(0, reason.find(stop));
        figure.reason = trim(reason);
    }

    std::string_view text_;
    const Template& form_;
    const ReadingWords& words_;
    std::vector<Figure> figures_;
};

} // namespace

std::vector<Figure> read_figures(std::string_view text, const Template& form, const ReadingWords& words) {
    return form.figures.empty() ? std::vector<Figure>{} : FigureReader(text, form, words).read();
}

std::vector<Figure> read_figures(const Section& section, const Template& form, const ReadingWords& words) {
    std::vector<Figure> all;
    for (const Paragraph& paragraph : section.body) {
        for (Figure& figure : read_figures(paragraph.text.text, form, words)) {
            figure.at = {Field::paragraph, paragraph.id};
            all.push_back(std::move(figure));
        }
    }
    return all;
}

std::vector<Figure> read_figures(const Book& book, const Template& form, const ReadingWords& words) {
    std::vector<Figure> all;
    for (const Section& section : book.sections)
        std::ranges::move(read_figures(section, form, words), std::back_inserter(all));
    return all;
}

} // namespace jibiao
