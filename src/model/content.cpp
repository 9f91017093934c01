#include "model/content.h"

#include <vector>

namespace jibiao {
namespace {

struct Said {
    FieldRef at;
    std::string text;
};

/// Everything that a book says, in order; lists and attributes that are no cells are put into words.
std::vector<Said> all_of(const Book& book) {
    std::vector<Said> all;
    const auto count = [&all](Field list, RowId row, std::size_t size) {
        all.push_back({{list, row}, std::to_string(size)});
    };
    all.push_back({{}, book.template_id + " " + std::to_string(book.year) + " " + book.region});
    count(Field::contents_text, 0, book.contents.size());
    for (const Section& section : book.sections) {
        all.push_back({{Field::none, section.id}, std::to_string(section.level)});
        count(Field::paragraph, section.id, section.body.size());
        for (const Paragraph& paragraph : section.body)
            all.push_back({{Field::paragraph, paragraph.id}, paragraph.unplaced ? "unplaced" : "paragraph"});
        for (const Table& table : section.tables) {
            all.push_back({{Field::none, table.id}, table.form});
            count(Field::item_label, table.id, table.rows.size());
        }
    }
    for (const Project& project : book.projects) {
        const auto section = book.sections.index_of(project.section);
        all.push_back({{Field::none, project.id},
                       std::string(project.kind == ProjectKind::department ? "department" : "project") +
                           " below section " + (section ? std::to_string(*section) : "none")});
        count(Field::plan_percent, project.id, project.plan.size());
        count(Field::goal, project.id, project.goals.size());
        count(Field::detail_goal, project.id, project.detail_goals.size());
        count(Field::phase_text, project.id, project.phases.size());
        count(Field::indicators, project.id, project.indicators.size());
    }
    for_each_cell(book, [&all](FieldRef at, const Cell& cell) { all.push_back({at, cell.text}); });
    return all;
}

} // namespace

std::optional<ContentDifference> first_difference(const Book& a, const Book& b) {
    const std::vector<Said> first = all_of(a);
    const std::vector<Said> second = all_of(b);
    const auto words = [](const Said& said) {
        return std::string(field_key(said.at.field)) + "=" + said.text;
    };
    for (std::size_t i = 0; i < first.size() || i < second.size(); ++i) {
        if (i >= first.size())
            return ContentDifference{path_of(b, second[i].at), {}, words(second[i])};
        if (i >= second.size())
            return ContentDifference{path_of(a, first[i].at), words(first[i]), {}};
        if (first[i].at.field != second[i].at.field || first[i].text != second[i].text)
            return ContentDifference{path_of(a, first[i].at), words(first[i]), words(second[i])};
    }
    return std::nullopt;
}

} // namespace jibiao
