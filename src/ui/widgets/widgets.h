#pragma once
#include "ui/frame.h"
#include "ui/theme.h"

#include <functional>
#include <optional>

/// The controls of the page. Each draws itself, leaves its node in the semantics mirror, and says what was
/// done to it.

namespace jibiao::ui {

enum class ButtonKind : std::uint8_t {
    plain,   ///< Outlined, on a card.
    primary, ///< Filled: the one thing to do here.
    quiet,   ///< Text only until hovered.
    on_bar,  ///< On the dark bar.
};

struct ButtonLook {
    ButtonKind kind = ButtonKind::plain;
    bool enabled = true;
    std::string accessible_name = {}; ///< Where the label alone would not say what it is for.
    std::string_view keys = {};       ///< That do the same, as aria-keyshortcuts has them.
    std::string hint = {};            ///< Drawn behind the label, small.
    std::optional<bool> pressed = {}; ///< Of a switch: whether it is on.
};

/// True when pressed, by whatever means.
bool button(Frame& frame, const std::string& id, const Rect& rect, std::string_view label,
            const ButtonLook& look = {});
/// Width that a button needs for its label, and for a hint behind it.
float button_width(const Frame& frame, std::string_view label, std::string_view hint = {});

/// A button that stays pressed.
struct ToggleLook {
    bool pressed = false;
    theme::Tint tint;                         ///< While it is pressed.
    std::optional<check::Severity> icon = {}; ///< Drawn before the label.
};
bool toggle_button(Frame& frame, const std::string& id, const Rect& rect, const std::string& label,
                   const ToggleLook& look);
float toggle_width(const Frame& frame, std::string_view label, const ToggleLook& look);

/// A heading that screen readers and tests can find.
void heading(Frame& frame, const std::string& id, float x, float y, float width, std::string_view text,
             int level, const TextLook& look);

/// Round, triangle or ring: severities differ in shape, not only in colour.
void severity_icon(Frame& frame, float x, float y, float size, check::Severity severity);

/// Places for controls, from the left, on as many lines as it takes.
class Flow {
  public:
    Flow(const Frame& frame, float x, float y, float width)
        : height_(frame.control_height()), left_(x), width_(width), x_(x), y_(y) {}
    Rect place(float width) {
        if (x_ > left_ && x_ + width > left_ + width_)
            x_ = left_, y_ += height_ + gap;
        x_ += width + gap;
        return {x_ - width - gap, y_, width, height_};
    }
    float below() const { return y_ + height_; }

  private:
    static constexpr float gap = 8;
    float height_, left_, width_, x_, y_;
};

/// A card's white background.
void card(Frame& frame, const Rect& rect);

// ---- lists of choices ----

struct ChoiceLook {
    std::string name;                                             ///< Accessible name.
    std::string value;                                            ///< What is chosen now; marked in the list.
    std::string label = {};                                       ///< Drawn before the value.
    bool on_bar = false;                                          ///< On the dark bar.
    bool arrow_only = false;                                      ///< Beside a field that shows the value.
    bool framed = true;                                           ///< Of an arrow: not in table cells.
    const std::vector<const check::Finding*>* findings = nullptr; ///< Of the cell that it chooses for.
};
/// Asked for only while the list is open.
using Options = std::function<std::vector<std::string>()>;

/// A button that opens a list. Returns the index of the option when one has been chosen.
std::optional<std::size_t> choice(Frame& frame, const std::string& id, const Rect& rect,
                                  const ChoiceLook& look, const Options& options);
/// Ids of comboboxes begin alike: choice/….
std::string choice_id(std::string_view of);
/// Opens the list of the combobox `id`, if it is drawn in the next frame; `return_to` gets the keyboard back.
void open_choices(ViewState& view, std::string id, std::string return_to);
void close_choices(ViewState& view);
/// The list that is open, above everything that was drawn before.
void draw_open_choice(Frame& frame);

struct FieldLook {
    bool multiline = false;   ///< Wraps.
    bool one_line = false;    ///< Wraps, but Enter goes on to the next field: cells of tables, names.
    bool takes_table = false; ///< A cell of a grid (templates/grid.h): a pasted table is laid over it.
    bool numeric = false;
    bool bold = false;
    bool required = false;
    bool framed = true; ///< False in table cells: the table draws the lines.
    bool dense = false; ///< Smaller text, closer to the edges; not with touch.
    std::string placeholder = {};
    bool stays = false;  ///< Enter leaves the keyboard where it is.
    bool offers = false; ///< Beside it (with touch, in tables: below it) is a button for the form's choices.
};

/// What it is called; the id of a rule that is not known here.
std::string_view rule_title(std::string_view id);
/// Of what the checker found: without a search.
std::string_view rule_title(const check::Finding& finding);
/// What is found, where it is known at which place: "错误：单位有误。…".
std::string in_words(const check::Finding& finding);
/// What findings make of a node: whether it is invalid, and why.
void describe(platform::Node& node, const std::vector<const check::Finding*>& findings);

/// Room that the button for the form's choices takes beside a field, or whether it takes it below.
float choices_width(const Frame& frame, const FieldLook& look);
bool choices_below(const Frame& frame, const FieldLook& look);

/// Height that the text needs in a field of this width, choices included; one line at least.
float field_height(const Frame& frame, std::string_view text, float width, const FieldLook& look = {});

/// A cell for which the form offers texts: its field and the button that opens them. Returns the index of the
/// one that was chosen.
std::optional<std::size_t> field_with_choices(Frame& frame, FieldRef at, const Cell& cell, const Rect& rect,
                                              const std::string& accessible_name, const FieldLook& look,
                                              const Options& options);

/// A cell that can be edited. On the web the machine's own element edits it, elsewhere ImGui. Findings at the
/// cell mark it and are its description.
void text_field(Frame& frame, FieldRef at, const Cell& cell, const Rect& rect,
                std::string_view accessible_name, const FieldLook& look = {});
/// Around the text that was found in a cell, and over the words. `inner` is where its lines stand.
[[gnu::noinline]] void mark_found(const platform::Later&, Frame& frame, std::string_view text,
                                  const Rect& rect, const Rect& inner, const TextLook& look);
/// A field for a text that is no cell's.
void plain_field(Frame& frame, const std::string& id, const std::string& text, const Rect& rect,
                 std::string_view accessible_name, const FieldLook& look = {});
/// Begins a text that is no cell's, with the keyboard in its field. What was written there before, and
/// neither done nor cancelled, is there again; else `text`.
void begin_draft(ViewState& view, std::string node, std::string text = {});
void begin_draft(Frame& frame, std::string node, std::string text = {});
/// It is done or cancelled; the keyboard goes to `next`.
void end_draft(ViewState& view, std::string next);
void end_draft(Frame& frame, std::string next);
/// The field for ViewState::draft.
void draft_field(Frame& frame, const Rect& rect, std::string_view accessible_name,
                 const FieldLook& look = {});

} // namespace jibiao::ui
