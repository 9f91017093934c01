#include "io/lost_ordinals.h"

#include "base/text.h"
#include "base/utf8.h"
#include "io/paragraphs.h"
#include "model/ordinal.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace jibiao::io {
namespace {

constexpr std::size_t longest_heading = 45; // Code points.
constexpr std::size_t shortest_heading = 4;
constexpr int most_restored = 200;    // Each moves all sections behind it.
constexpr int siblings_of_a_list = 3; // So many numbered headings make one more at their end likely.

Ordinal ordinal_of(const Section& section) {
    return read_ordinal(section.heading.text);
}

/// A paragraph that may be a heading without its number.
bool is_bare_heading(const Paragraph& paragraph) {
    const std::string& text = paragraph.text.text;
    if (paragraph.unplaced || text.size() > 4 * longest_heading || contains(text, "\n") ||
        ends_sentence(text))
        return false;
    const std::size_t length = count_code_points(text);
    return length >= shortest_heading && length <= longest_heading &&
           read_ordinal(text).style == OrdinalStyle::none;
}

/// The last paragraph of a section that may be such a heading and has its text below it.
std::optional<std::size_t> find_bare_heading(const Section& section) {
    for (std::size_t i = section.body.size(); i-- > 1;) {
        if (is_bare_heading(section.body[i - 1]) && !is_bare_heading(section.body[i]))
            return i - 1;
    }
    return std::nullopt;
}

/// The ordinal of `number`, written as that of a sibling: （三） → （四）, 3、 → 4、.
std::string ordinal_like(const Section& sibling, int number) {
    const Ordinal ordinal = ordinal_of(sibling);
    const std::string_view printed = std::string_view(sibling.heading.text).substr(0, ordinal.length);
    const auto digits = [&ordinal](int value) {
        const bool chinese =
            ordinal.style == OrdinalStyle::chinese || ordinal.style == OrdinalStyle::bracketed_chinese;
        std::string text = chinese ? print_ordinal(OrdinalStyle::chinese, value) : std::to_string(value);
        if (chinese)
            text.resize(text.rfind("、"));
        return text;
    };
    const std::string own = digits(ordinal.number);
    return contains(printed, own) ? replace_all(printed, own, digits(number))
                                  : print_ordinal(ordinal.style, number);
}

class Restorer {
  public:
    explicit Restorer(Book& book) : book_(book) {}

    void restore() {
        for (std::size_t i = 0; i < book_.sections.size() && restored_ < most_restored; ++i) {
            if (!restore_own(i) && !restore_first_child(i) && !restore_next(i))
                restore_last(i);
        }
    }

  private:
    /// Index of the next section of the same level below the same parent; none if it is the last.
    std::optional<std::size_t> next_sibling(std::size_t index) const;
    std::optional<std::size_t> previous_sibling(std::size_t index) const;
    bool restore_own(std::size_t index);
    bool restore_first_child(std::size_t index);
    bool restore_next(std::size_t index);
    bool restore_last(std::size_t index);
    void split(std::size_t index, std::size_t paragraph, std::size_t sibling, int number);
    void give_number(Cell& heading, std::size_t sibling, int number);

    Book& book_;
    int restored_ = 0;
};

std::optional<std::size_t> Restorer::next_sibling(std::size_t index) const {
    for (std::size_t i = index + 1; i < book_.sections.size(); ++i) {
        if (book_.sections[i].level <= book_.sections[index].level)
            return book_.sections[i].level == book_.sections[index].level ? std::optional(i) : std::nullopt;
    }
    return std::nullopt;
}

std::optional<std::size_t> Restorer::previous_sibling(std::size_t index) const {
    for (std::size_t i = index; i-- > 0;) {
        if (book_.sections[i].level <= book_.sections[index].level)
            return book_.sections[i].level == book_.sections[index].level ? std::optional(i) : std::nullopt;
    }
    return std::nullopt;
}

/// A heading that is known as such but has no number, between its neighbours' numbers.
bool Restorer::restore_own(std::size_t index) {
    const Section& section = book_.sections[index];
    if (section.heading.empty() || ordinal_of(section).style != OrdinalStyle::none)
        return false;
    const auto next = next_sibling(index);
    const auto previous = previous_sibling(index);
    if (!next)
        return false;
    const Ordinal after = ordinal_of(book_.sections[*next]);
    const Ordinal before = previous ? ordinal_of(book_.sections[*previous]) : Ordinal{after.style, 0, 0};
    if (after.style == OrdinalStyle::none || before.style != after.style || before.number + 2 != after.number)
        return false;
    give_number(book_.sections.edit(index).heading, *next, before.number + 1);
    return true;
}

/// The first child says 二.
bool Restorer::restore_first_child(std::size_t index) {
    const std::size_t child = index + 1;
    if (child >= book_.sections.size() || book_.sections[child].level <= book_.sections[index].level)
        return false;
    const auto paragraph = find_bare_heading(book_.sections[index]);
    if (!paragraph || ordinal_of(book_.sections[child]).number != 2)
        return false;
    split(index, *paragraph, child, 1);
    return true;
}

/// 三 follows 一.
bool Restorer::restore_next(std::size_t index) {
    const auto next = next_sibling(index);
    const Ordinal own = ordinal_of(book_.sections[index]);
    if (!next || own.style == OrdinalStyle::none)
        return false;
    const Ordinal after = ordinal_of(book_.sections[*next]);
    if (after.style != own.style || after.number != own.number + 2)
        return false;
    for (std::size_t i = *next; i-- > index;) {
        if (const auto paragraph = find_bare_heading(book_.sections[i])) {
            split(i, *paragraph, index, own.number + 1);
            return true;
        }
    }
    return false;
}

/// The last of a list, behind whose text one more heading with its text stands.
bool Restorer::restore_last(std::size_t index) {
    const Section& section = book_.sections[index];
    const Ordinal own = ordinal_of(section);
    const auto previous = previous_sibling(index);
    const bool leaf = index + 1 == book_.sections.size() || book_.sections[index + 1].level < section.level;
    if (!leaf || own.style == OrdinalStyle::none || own.number < siblings_of_a_list || !previous ||
        ordinal_of(book_.sections[*previous]).number + 1 != own.number)
        return false;
    const auto paragraph = find_bare_heading(section);
    if (!paragraph || *paragraph == 0 || *paragraph + 2 != section.body.size())
        return false;
    const bool whole = ends_sentence(section.body[*paragraph - 1].text.text) &&
                       ends_sentence(section.body[*paragraph + 1].text.text);
    if (!whole)
        return false;
    split(index, *paragraph, index, own.number + 1);
    return true;
}

/// Makes a section of the paragraph and what stands below it.
void Restorer::split(std::size_t index, std::size_t paragraph, std::size_t sibling, int number) {
    Section& above = book_.sections.edit(index);
    Section section;
    section.id = book_.new_row_id();
    section.level = book_.sections[sibling].level;
    section.heading = above.body[paragraph].text;
    give_number(section.heading, sibling, number);
    Rows<Paragraph> kept;
    for (std::size_t i = 0; i < above.body.size(); ++i) {
        if (i != paragraph)
            (i < paragraph ? kept : section.body).push_back_shared(above.body, i);
    }
    above.body = std::move(kept);
    section.tables = std::exchange(above.tables, {});
    for (std::size_t i = 0; i < book_.projects.size(); ++i) {
        if (book_.projects[i].section == above.id)
            book_.projects.edit(i).section = section.id;
    }
    book_.sections.insert(index + 1, std::move(section));
}

void Restorer::give_number(Cell& heading, std::size_t sibling, int number) {
    heading.text = ordinal_like(book_.sections[sibling], number) + heading.text;
    heading.origin = Origin::rebuilt;
    ++restored_;
    book_.notes.push_back(
        {heading.line, "标题丢了序号，已按前后标题补为“" + shorten(heading.text, 24) + "”，请核对。"});
}

} // namespace

void restore_lost_ordinals(Book& book) {
    Restorer(book).restore();
}

} // namespace jibiao::io
