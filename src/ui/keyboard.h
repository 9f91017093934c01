#pragma once
#include "platform/platform.h"
#include "ui/frame.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace jibiao::ui {

/// A text field, for whoever edits it.
struct EditedField {
    const std::string& id;
    const std::string& value; ///< The program's text.
    Rect rect;                ///< Of the whole field; a press in it begins to edit.
    Rect text;                ///< Of its lines, within.
    TextLook look;
    bool wraps = false;
    bool holds_lines = false; ///< Enter makes one.
    bool is_cell = false;     ///< Of a grid: at rest as platform::CellKey says.
};

/// The keyboard of machines without text fields and elements of their own (desktop): edits text, presses
/// buttons, moves the focus and knows the commands, as web/text_field.js, keys.js and mirror.js do in a
/// browser, and tells the same events. Screen has it behind a pointer: the page in the browser names the one
/// that exists nowhere and so does not carry it.
class Keyboard {
  public:
    virtual ~Keyboard() = default;

    /// Takes what came since the last frame, in order; keys wait here until presses before them have had
    /// their effect, and presses for keys. Returns what is no key's, and keys that meant nothing else, to
    /// scroll.
    virtual std::vector<platform::Input> feed(std::span<const platform::Input> inputs) = 0;
    /// Call before an event has its effect. Returns what comes before it: a field that is left commits.
    virtual std::vector<platform::Event> take(const platform::Event& event) = 0;
    /// Call for each text field of a frame. True if it has drawn the field's text: it is the one that is
    /// edited.
    virtual bool edit(Frame& frame, const EditedField& field) = 0;
    /// Call when the frame's tree has been published. Returns what the keys did.
    virtual std::vector<platform::Event> finish(Frame& frame) = 0;
    /// Whether keys wait for the next frame.
    virtual bool has_pending_input() const = 0;
};

std::unique_ptr<Keyboard> make_keyboard();

} // namespace jibiao::ui
