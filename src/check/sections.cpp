#include "check/sections.h"

#include "base/text.h"
#include "check/check.h"
#include "model/ordinal.h"

#include <unordered_set>

namespace jibiao::check {
namespace {

void add_text(FieldRef at, const Cell& cell, std::vector<Text>& texts) {
    Text& text = texts.emplace_back(Text{at, &cell, Statement(fold(cell.text))});
    const std::string_view bare = without_ordinal(cell.text);
    if (bare.size() != cell.text.size())
        text.bare.emplace(fold(bare));
}

void add_texts(const Section& section, std::vector<Text>& texts) {
    for (const Paragraph& paragraph : section.body) {
        if (!paragraph.text.empty() && !paragraph.unplaced)
            add_text({Field::paragraph, paragraph.id}, paragraph.text, texts);
    }
}

constexpr std::size_t longest_title = 60; ///< Bytes.

/// A heading is short: a paragraph that names a chapter is none.
bool is_titled(const Section& section, const WordList& titles) {
    if (section.level == 0 || section.heading.empty())
        return false;
    return contains_any(fold(section.heading.text), titles);
}

std::vector<TextChapter> read_chapters(const Book& book, const WordList& titles) {
    std::vector<TextChapter> chapters;
    std::unordered_set<RowId> with_project;
    for (const Project& project : book.projects)
        with_project.insert(project.section);
    for (std::size_t i = 0; i < book.sections.size(); ++i) {
        const Section& section = book.sections[i];
        if (!is_titled(section, titles))
            continue;
        TextChapter chapter;
        chapter.section = &section;
        chapter.title = without_ordinal(section.heading.text);
        add_texts(section, chapter.texts);
        bool with_tables = with_project.contains(section.id);
        std::size_t next = i + 1;
        for (; next < book.sections.size() && book.sections[next].level > section.level; ++next) {
            const Section& below = book.sections[next];
            if (!below.heading.empty())
                add_text({Field::heading, below.id}, below.heading, chapter.texts);
            add_texts(below, chapter.texts);
            with_tables = with_tables || with_project.contains(below.id);
        }
        const std::string title = fold(chapter.title);
        std::erase_if(chapter.texts, [&](const Text& text) {
            const std::string& folded = text.without_ordinal().text();
            return folded == title || (folded.size() < longest_title && contains_any(folded, titles));
        });
        if (!chapter.texts.empty() && !with_tables)
            chapters.push_back(std::move(chapter));
    }
    return chapters;
}

} // namespace

const std::vector<TextChapter>& chapters_of(const Context& context, const Name& titles) {
    const WordList& words = context.profile.list(titles);
    const auto [entry, is_new] = context.facts.chapters.try_emplace(&words);
    if (is_new)
        entry->second = read_chapters(context.book, words);
    return entry->second;
}

} // namespace jibiao::check
