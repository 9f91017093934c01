#pragma once
#include "model/book.h"
#include "model/field.h"
#include "model/patch.h"

#include <cereal/cereal.hpp>

/// What of each type is stored, and under which key: one description for all archives. Cells take the keys of
/// model/field.h. Keys are part of the file format.

namespace jibiao {

template <class Archive>
void serialize(Archive& archive, Cell& cell) {
    archive(cereal::make_nvp("text", cell.text), cereal::make_nvp("raw", cell.raw),
            cereal::make_nvp("line", cell.line), cereal::make_nvp("last_line", cell.last_line),
            cereal::make_nvp("origin", cell.origin));
}

/// A member that files always have, also with its default value: where it is missing, a file was changed.
template <class Value>
struct Always {
    const char* name;
    Value& value;
};
template <class Value>
Always<Value> always(const char* name, Value& value) {
    return {name, value};
}

/// Members that came with a later version of the format are not in files of an earlier one.
template <class Archive, class... Members>
void since(int version, Archive& archive, Members&&... members) {
    if (archive.version() >= version)
        archive(std::forward<Members>(members)...);
}

template <class Archive, class Row>
void serialize_cells(Archive& archive, Row& row, std::span<const CellField<Row>> cells) {
    for (const CellField<Row>& cell : cells) // Keys are literals, hence end with a 0.
        since(cell.since, archive, cereal::make_nvp(cell.key.data(), row.*cell.cell));
}

template <class Archive>
void serialize(Archive& archive, Indicator& indicator) {
    archive(cereal::make_nvp("id", indicator.id));
    serialize_cells(archive, indicator, indicator_cells());
}

template <class Archive>
void serialize(Archive& archive, PlanLine& line) {
    archive(cereal::make_nvp("id", line.id));
    serialize_cells(archive, line, plan_cells());
}

template <class Archive>
void serialize(Archive& archive, Phase& phase) {
    archive(cereal::make_nvp("id", phase.id));
    serialize_cells(archive, phase, phase_cells());
}

template <class Archive>
void serialize(Archive& archive, Goal& goal) {
    archive(cereal::make_nvp("id", goal.id), cereal::make_nvp("text", goal.text));
}

template <class Archive>
void serialize(Archive& archive, Project& project) {
    archive(cereal::make_nvp("id", project.id), cereal::make_nvp("kind", project.kind));
    since(2, archive, cereal::make_nvp("section", project.section));
    serialize_cells(archive, project, project_cells());
    archive(cereal::make_nvp("plan", project.plan), cereal::make_nvp("goals", project.goals),
            cereal::make_nvp("detail_goals", project.detail_goals),
            cereal::make_nvp("phases", project.phases), cereal::make_nvp("indicators", project.indicators));
}

template <class Archive>
void serialize(Archive& archive, Paragraph& paragraph) {
    archive(cereal::make_nvp("id", paragraph.id), cereal::make_nvp("text", paragraph.text),
            cereal::make_nvp("unplaced", paragraph.unplaced));
}

template <class Archive>
void serialize(Archive& archive, TableRow& row) {
    archive(cereal::make_nvp("id", row.id));
    serialize_cells(archive, row, table_row_cells());
}

template <class Archive>
void serialize(Archive& archive, Table& table) {
    archive(cereal::make_nvp("id", table.id), cereal::make_nvp("form", table.form));
    serialize_cells(archive, table, table_cells());
    archive(cereal::make_nvp("rows", table.rows));
}

template <class Archive>
void serialize(Archive& archive, Section& section) {
    archive(cereal::make_nvp("id", section.id), cereal::make_nvp("level", section.level),
            cereal::make_nvp("heading", section.heading), cereal::make_nvp("body", section.body));
    since(2, archive, cereal::make_nvp("tables", section.tables));
}

template <class Archive>
void serialize(Archive& archive, ContentsLine& line) {
    archive(cereal::make_nvp("id", line.id));
    serialize_cells(archive, line, contents_cells());
}

template <class Archive>
void serialize(Archive& archive, Note& note) {
    archive(cereal::make_nvp("line", note.line), cereal::make_nvp("text", note.text));
}

template <class Archive>
void serialize(Archive& archive, Suppression& suppression) {
    archive(cereal::make_nvp("rule", suppression.rule), cereal::make_nvp("row", suppression.at.row),
            cereal::make_nvp("field", suppression.at.field), cereal::make_nvp("text", suppression.text),
            cereal::make_nvp("message", suppression.message), cereal::make_nvp("reason", suppression.reason),
            cereal::make_nvp("date", suppression.date));
}

template <class Archive>
void serialize(Archive& archive, Comment& comment) {
    archive(cereal::make_nvp("row", comment.at.row), cereal::make_nvp("field", comment.at.field),
            cereal::make_nvp("kind", comment.kind), cereal::make_nvp("text", comment.text),
            cereal::make_nvp("author", comment.author), cereal::make_nvp("date", comment.date));
}

template <class Archive>
void serialize(Archive& archive, CheckRecord& record) {
    archive(cereal::make_nvp("profile", record.profile), cereal::make_nvp("rule_pack", record.rule_pack),
            cereal::make_nvp("as_of", record.as_of), cereal::make_nvp("phase", record.phase));
}

template <class Archive>
void serialize_begin(Archive& archive, BookHead& head) {
    archive(always("template", head.template_id), cereal::make_nvp("year", head.year),
            cereal::make_nvp("region", head.region));
    serialize_cells(archive, head, book_cells());
    archive(cereal::make_nvp("source", head.source_name));
    since(2, archive, cereal::make_nvp("contents", head.contents));
}

/// Behind the sections and projects of a book.
template <class Archive>
void serialize_end(Archive& archive, BookHead& head) {
    archive(cereal::make_nvp("notes", head.notes), always("last_row_id", head.last_row_id));
    since(3, archive, cereal::make_nvp("suppressions", head.suppressions),
          cereal::make_nvp("last_check", head.last_check));
    since(5, archive, cereal::make_nvp("comments", head.comments));
}

template <class Archive>
void serialize(Archive& archive, BookHead& head) {
    serialize_begin(archive, head);
    serialize_end(archive, head);
}

template <class Archive>
void serialize(Archive& archive, Book& book) {
    serialize_begin(archive, book);
    archive(cereal::make_nvp("sections", book.sections), cereal::make_nvp("projects", book.projects));
    serialize_end(archive, book);
}

template <class Archive>
void serialize(Archive& archive, ProjectPatch& patch) {
    archive(cereal::make_nvp("project", patch.project), cereal::make_nvp("indicators", patch.indicators));
}

template <class Archive>
void serialize(Archive& archive, Patch& patch) {
    archive(cereal::make_nvp("head", patch.head), cereal::make_nvp("sections", patch.sections),
            cereal::make_nvp("new_sections", patch.new_sections),
            cereal::make_nvp("projects", patch.projects),
            cereal::make_nvp("new_projects", patch.new_projects));
    since(6, archive, cereal::make_nvp("changed_projects", patch.changed_projects));
}

} // namespace jibiao
