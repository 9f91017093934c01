#pragma once
#include "base/words.h"
#include "ui/frame.h"
#include "ui/widgets/widgets.h"

#include <functional>

/// Pieces of forms that several views draw. Each draws from `y` downwards and returns the y below it.

namespace jibiao::ui {

inline constexpr float label_width = 128;

/// A label and its field at the right of it; returns the height used. What the form offers can be chosen.
float draw_labelled(Frame& frame, FieldRef at, const Cell& cell, std::string_view label,
                    std::string accessible_name, const Rect& room, FieldLook look);
/// A label above its field, in `rect` of stacked_height().
void draw_stacked(Frame& frame, FieldRef at, const Cell& cell, const std::string& label, const Rect& rect,
                  FieldLook look);
float stacked_height(const Frame& frame, FieldRef at, const Cell& cell, float width, FieldLook look);

using CellOf = std::function<const Cell*(Field)>;
/// Single cells of a row: two a line where there is room, long ones alone.
float draw_fields(Frame& frame, const std::vector<Field>& fields, RowId row, const CellOf& cell_of,
                  ProjectKind kind, float x, float y, float width);

float draw_plan(Frame& frame, const Project& project, float x, float y, float width);

struct GoalList {
    const Rows<Goal>& goals;
    Field field;
    RowKind kind;
    const char* add_label; ///< Goes through tr(); "" for a list that the form does not ask for.
};
float draw_goals(Frame& frame, const Project& project, const GoalList& list, float x, float y, float width);
float draw_phases(Frame& frame, const Project& project, bool can_add, float x, float y, float width);

/// "复制表格": all rows of the grid `of` (app::CopyRows), whose accessible name is `name`.
void draw_copy_button(Frame& frame, FieldRef of, const std::string& name, float x, float y);

/// A card whose height is known after its contents: begin with the rectangle of the last frame.
class Card {
  public:
    /// `name` of its group in the semantics.
    Card(Frame& frame, std::string id, std::string name, float x, float y, float width);
    /// The contents end at `bottom`.
    float end(float bottom);

    static constexpr float padding = 16;

  private:
    Frame& frame_;
    std::string id_;
    float top_;
};

/// What is said above everything that the form has no place for.
inline constexpr const char* other_content_title = word("其他内容（本表样没有这些栏目）");

} // namespace jibiao::ui
