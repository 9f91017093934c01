#include "edit/sections.h"

#include <algorithm>

namespace jibiao::edit {
namespace {

/// A section's place in its count.
struct Numbered {
    Count count; ///< `first` is the section's own number.
    std::size_t section = 0;
};

/// The nearest section before it with a smaller level.
RowId parent_of(const Book& book, std::size_t section) {
    for (std::size_t i = section; i-- > 0;) {
        if (book.sections[i].level < book.sections[section].level)
            return book.sections[i].id;
    }
    return 0;
}

std::vector<Numbered> numbered_sections(const Book& book) {
    std::vector<Numbered> all;
    for (std::size_t i = 0; i < book.sections.size(); ++i) {
        const Section& section = book.sections[i];
        const Ordinal ordinal = read_ordinal(section.heading.text);
        if (ordinal.style != OrdinalStyle::none)
            all.push_back({{parent_of(book, i), section.level, ordinal.style, ordinal.number}, i});
    }
    return all;
}

/// The number alone, as the style writes it: 三 of （三）, 3 of 3.
std::string bare_number(OrdinalStyle style, int number) {
    switch (style) {
    case OrdinalStyle::digits:
    case OrdinalStyle::bracketed_digits:
        return std::to_string(number);
    case OrdinalStyle::circled:
        return print_ordinal(style, number);
    default:
        break;
    }
    std::string text = print_ordinal(OrdinalStyle::chinese, number);
    text.resize(text.size() - std::string_view("、").size());
    return text;
}

/// `heading` with another number, written as the document writes them.
std::string with_number(std::string_view heading, int number) {
    const Ordinal now = read_ordinal(heading);
    std::string ordinal(heading.substr(0, now.length));
    const std::string old = bare_number(now.style, now.number);
    if (const std::size_t at = ordinal.find(old); at != std::string::npos)
        ordinal.replace(at, old.size(), bare_number(now.style, number));
    else
        ordinal = print_ordinal(now.style, number);
    return ordinal.append(heading.substr(now.length));
}

std::size_t behind(const Book& book, std::size_t section) {
    std::size_t next = section + 1;
    while (next < book.sections.size() && book.sections[next].level > book.sections[section].level)
        ++next;
    return next;
}

} // namespace

SectionNumbers section_numbers(const Book& book) {
    const std::vector<Numbered> all = numbered_sections(book);
    SectionNumbers counts;
    std::vector<int> lengths; // Of the counts in `counts`, as far as they are in sequence.
    std::vector<bool> in_order;
    for (const Numbered& one : all) {
        const auto found = std::find_if(counts.begin(), counts.end(),
                                        [&](const Count& count) { return count.same_count(one.count); });
        const auto index = static_cast<std::size_t>(found - counts.begin());
        if (found == counts.end()) {
            counts.push_back(one.count);
            lengths.push_back(1);
            in_order.push_back(true);
        } else {
            in_order[index] = in_order[index] && one.count.first == found->first + lengths[index];
            ++lengths[index];
        }
    }
    SectionNumbers sound;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (in_order[i])
            sound.push_back(counts[i]);
    }
    return sound;
}

void renumber(Book& book, const SectionNumbers& before) {
    if (before.empty())
        return;
    std::vector<int> next;
    for (const Count& count : before)
        next.push_back(count.first);
    for (const Numbered& one : numbered_sections(book)) {
        const auto found = std::find_if(before.begin(), before.end(),
                                        [&](const Count& count) { return count.same_count(one.count); });
        if (found == before.end())
            continue;
        const int number = next[static_cast<std::size_t>(found - before.begin())]++;
        if (number == one.count.first)
            continue;
        Cell& heading = book.sections.edit(one.section).heading;
        heading.text = with_number(heading.text, number);
        heading.raw.clear();
        heading.origin = Origin::typed;
    }
}

Edit insert_section(const Book& book, RowId after) {
    InsertRow row{RowKind::section};
    const auto place = book.sections.index_of(after);
    if (place) {
        const Section& section = book.sections[*place];
        const Ordinal ordinal = read_ordinal(section.heading.text);
        row.index = behind(book, *place);
        row.level = section.level;
        if (ordinal.style != OrdinalStyle::none)
            row.cells = {
                {Field::heading, with_number(std::string_view(section.heading.text).substr(0, ordinal.length),
                                             ordinal.number + 1)}};
    }
    return {"增加标题", {std::move(row)}};
}

} // namespace jibiao::edit
