#pragma once
#include "model/field.h"
#include "model/patch.h"

#include <cereal/cereal.hpp>

#include <type_traits>

/// What a book consists of, said once for every archive in cereal's manner: `archive(field("name", value))`.
/// A text archive leaves out what is empty; a binary one writes everything in order.

namespace jibiao::io {

/// The words for Origin and ProjectKind in text archives.
std::string_view word_of(Origin origin);
std::string_view word_of(ProjectKind kind);
bool from_word(std::string_view word, Origin& origin);
bool from_word(std::string_view word, ProjectKind& kind);

} // namespace jibiao::io

namespace jibiao {

template <class Archive, class Value>
void keyed(Archive& archive, const char* key, Value& value) {
    archive(cereal::make_nvp(key, value));
}

template <class Archive>
void serialize(Archive& archive, Cell& cell) {
    keyed(archive, "text", cell.text);
    keyed(archive, "raw", cell.raw);
    keyed(archive, "line", cell.line);
    keyed(archive, "last_line", cell.last_line);
    keyed(archive, "origin", cell.origin);
}

template <class Archive, class Row>
void serialize_cells(Archive& archive, Row& row, std::span<const CellField<Row>> cells) {
    for (const auto& field : cells)
        keyed(archive, field.key.data(), row.*field.cell); // Keys are literals: they end with a NUL.
}

template <class Archive>
void serialize(Archive& archive, Indicator& row) {
    keyed(archive, "id", row.id);
    serialize_cells(archive, row, indicator_cells());
}

template <class Archive>
void serialize(Archive& archive, Goal& row) {
    keyed(archive, "id", row.id);
    keyed(archive, "text", row.text);
}

template <class Archive>
void serialize(Archive& archive, PlanLine& row) {
    keyed(archive, "id", row.id);
    serialize_cells(archive, row, plan_cells());
}

template <class Archive>
void serialize(Archive& archive, Phase& row) {
    keyed(archive, "id", row.id);
    serialize_cells(archive, row, phase_cells());
}

template <class Archive>
void serialize(Archive& archive, Project& row) {
    keyed(archive, "id", row.id);
    keyed(archive, "kind", row.kind);
    serialize_cells(archive, row, project_cells());
    keyed(archive, "plan", row.plan);
    keyed(archive, "goals", row.goals);
    keyed(archive, "detail_goals", row.detail_goals);
    keyed(archive, "phases", row.phases);
    keyed(archive, "indicators", row.indicators);
}

template <class Archive>
void serialize(Archive& archive, Paragraph& row) {
    keyed(archive, "id", row.id);
    keyed(archive, "text", row.text);
    keyed(archive, "unplaced", row.unplaced);
}

template <class Archive>
void serialize(Archive& archive, Section& row) {
    keyed(archive, "id", row.id);
    keyed(archive, "level", row.level);
    keyed(archive, "heading", row.heading);
    keyed(archive, "body", row.body);
}

template <class Archive>
void serialize(Archive& archive, Note& note) {
    keyed(archive, "line", note.line);
    keyed(archive, "text", note.text);
}

/// Book and BookHead have the same members here.
template <class Archive, class Head>
void serialize_head(Archive& archive, Head& head) {
    keyed(archive, "template", head.template_id);
    keyed(archive, "year", head.year);
    keyed(archive, "region", head.region);
    keyed(archive, "title", head.title);
    keyed(archive, "source", head.source_name);
    keyed(archive, "notes", head.notes);
    keyed(archive, "last_row_id", head.last_row_id);
}

template <class Archive>
void serialize(Archive& archive, BookHead& head) {
    serialize_head(archive, head);
}

template <class Archive>
void serialize(Archive& archive, Book& book) {
    serialize_head(archive, book);
    keyed(archive, "sections", book.sections);
    keyed(archive, "projects", book.projects);
}

template <class Archive>
void serialize(Archive& archive, Patch& patch) {
    keyed(archive, "head", patch.head);
    keyed(archive, "sections", patch.sections);
    keyed(archive, "new_sections", patch.new_sections);
    keyed(archive, "projects", patch.projects);
    keyed(archive, "new_projects", patch.new_projects);
}

} // namespace jibiao

namespace cereal {

/// cereal would write enums as numbers; each archive has functions of its own for them.
template <class Archive>
struct specialize<Archive, jibiao::Origin, specialization::non_member_load_save> {};
template <class Archive>
struct specialize<Archive, jibiao::ProjectKind, specialization::non_member_load_save> {};

} // namespace cereal
