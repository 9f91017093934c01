#include "edit/sections.h"

#include <algorithm>

namespace jibiao::edit {
namespace {

/// A section's place in its count.
struct Numbered {
    Count count; ///< `first` is the section's own number.
    std::size_t section = 0;
};

std::vector<Numbered> numbered_sections(const Book& book) {
    std::vector<Numbered> all;
    std::vector<const Section*> above; // Of rising levels: the last one is the nearest with a smaller level.
    for (std::size_t i = 0; i < book.sections.size(); ++i) {
        const Section& section = book.sections[i];
        while (!above.empty() && above.back()->level >= section.level)
            above.pop_back();
        const Ordinal ordinal = read_ordinal(section.heading.text);
        if (ordinal.style != OrdinalStyle::none)
            all.push_back(
                {{above.empty() ? 0 : above.back()->id, section.level, ordinal.style, ordinal.number}, i});
        above.push_back(&section);
    }
    return all;
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
