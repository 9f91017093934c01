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

template <class Archive, class Row>
void serialize_cells(Archive& archive, Row& row, std::span<const CellField<Row>> cells) {
    for (const CellField<Row>& cell : cells)
        archive(cereal::make_nvp(cell.key.data(), row.*cell.cell)); // Keys are literals, hence end with a 0.
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
void serialize(Archive& archive, Section& section) {
    archive(cereal::make_nvp("id", section.id), cereal::make_nvp("level", section.level),
            cereal::make_nvp("heading", section.heading), cereal::make_nvp("body", section.body));
}

template <class Archive>
void serialize(Archive& archive, Note& note) {
    archive(cereal::make_nvp("line", note.line), cereal::make_nvp("text", note.text));
}

template <class Archive>
void serialize(Archive& archive, Book& book) {
    archive(cereal::make_nvp("template", book.template_id), cereal::make_nvp("year", book.year),
            cereal::make_nvp("region", book.region), cereal::make_nvp("title", book.title),
            cereal::make_nvp("source", book.source_name), cereal::make_nvp("sections", book.sections),
            cereal::make_nvp("projects", book.projects), cereal::make_nvp("notes", book.notes),
            cereal::make_nvp("last_row_id", book.last_row_id));
}

template <class Archive>
void serialize(Archive& archive, BookHead& head) {
    archive(cereal::make_nvp("template", head.template_id), cereal::make_nvp("year", head.year),
            cereal::make_nvp("region", head.region), cereal::make_nvp("title", head.title),
            cereal::make_nvp("source", head.source_name), cereal::make_nvp("notes", head.notes),
            cereal::make_nvp("last_row_id", head.last_row_id));
}

template <class Archive>
void serialize(Archive& archive, Patch& patch) {
    archive(cereal::make_nvp("head", patch.head), cereal::make_nvp("sections", patch.sections),
            cereal::make_nvp("new_sections", patch.new_sections),
            cereal::make_nvp("projects", patch.projects),
            cereal::make_nvp("new_projects", patch.new_projects));
}

} // namespace jibiao
