#include "ui/keyboard.h"

#include "app/commands.h"
#include "base/text.h"
#include "platform/tab_order.h"
#include "ui/widgets/field_editor.h"

#include <imgui_internal.h> // Whether presses wait in its queue.

#include <algorithm>
#include <deque>
#include <iterator>
#include <optional>
#include <utility>
#include <variant>

namespace jibiao::ui {
namespace {

using platform::Event;
using platform::Input;
using platform::KeyPressed;
using platform::Node;

/// "Control+Shift+Z", as app::Command has it.
std::string name_of(const KeyPressed& key) {
    std::string name;
    if (key.ctrl)
        name += "Control+";
    if (key.alt)
        name += "Alt+";
    if (key.shift)
        name += "Shift+";
    std::string_view code = key.code;
    for (const std::string_view prefix : {"Key", "Digit"})
        code.remove_prefix(code.starts_with(prefix) ? prefix.size() : 0);
    if (code == "Equal" || code == "NumpadAdd")
        code = "Plus";
    else if (code == "Minus" || code == "NumpadSubtract")
        code = "-";
    return name.append(code);
}

/// "" for none.
std::string_view command_of(const KeyPressed& key) {
    const std::string name = name_of(key);
    for (const app::Command& command : app::commands()) {
        const auto keys = split(command.keys, ' ');
        if (std::ranges::find(keys, name) != keys.end())
            return command.id;
    }
    return "";
}

bool is_enter(const KeyPressed& key) {
    return key.code == "Enter" || key.code == "NumpadEnter";
}

/// Down: 1, up: -1, other keys: 0.
int arrow(const KeyPressed& key) {
    if (key.code == "ArrowDown" || key.code == "ArrowRight")
        return 1;
    return key.code == "ArrowUp" || key.code == "ArrowLeft" ? -1 : 0;
}

class DesktopKeyboard final : public Keyboard {
  public:
    std::vector<Input> feed(std::span<const Input> inputs) override {
        waiting_.insert(waiting_.end(), inputs.begin(), inputs.end());
        std::vector<Input> others(passed_.begin(), passed_.end());
        passed_.clear();
        bool presses = has_presses_underway();
        while (!waiting_.empty()) {
            const Input& input = waiting_.front();
            const bool is_press = std::holds_alternative<platform::PointerButton>(input);
            if (is_key(input) ? presses : is_press && !keys_.empty())
                break;
            if (!is_key(input))
                others.push_back(input);
            else if (const auto* key = std::get_if<KeyPressed>(&input); !key || key->down)
                keys_.push_back(input);
            presses = presses || is_press;
            waiting_.pop_front();
        }
        return others;
    }

    std::vector<Event> take(const Event& event) override {
        if (std::holds_alternative<platform::Blurred>(event))
            editor_.leave();
        return editor_.take_events();
    }

    bool edit(Frame& frame, const EditedField& field) override {
        const Frame::Press press = frame.press(field.id, field.rect);
        const bool is_new = press.held && ImGui::IsMouseClicked(ImGuiMouseButton_Left);
        const bool has_focus = frame.has_focus(field.id);
        if (is_new) {
            was_field_pressed_ = true;
            editor_.press(frame, field);
            if (!has_focus)
                frame.machine.focus(field.id);
        }
        if (!has_focus)
            return false;
        is_editing_ = true;
        editor_.follow(field);
        if (press.held && !is_new && ImGui::IsMouseDragging(ImGuiMouseButton_Left))
            editor_.press(frame, field);
        const bool is_seen = frame.is_visible(field.rect);
        while (!waits_ && !keys_.empty() && editor_.take(frame, field, keys_.front())) {
            keys_.pop_front();
            waits_ = editor_.leads_on();
            if (!is_seen)
                frame.view.reveal = field.id;
        }
        return is_seen && editor_.draw(frame, field);
    }

    std::vector<Event> finish(Frame& frame) override {
        const platform::Tree& tree = frame.tree();
        const std::size_t here = platform::index_of(tree, frame.view.focused);
        if (here < tree.size()) {
            focused_ = place_ = frame.view.focused;
            order_.clear();
            for (const Node& node : tree)
                order_.push_back(node.id);
        } else if (frame.view.focused.empty() && !focused_.empty() &&
                   platform::index_of(tree, focused_) == tree.size()) {
            find_refuge(frame);
        }
        // The person turned to something else than text.
        const bool pressed = ImGui::IsMouseClicked(ImGuiMouseButton_Left);
        if (!std::exchange(was_field_pressed_, false) && pressed && is_editing_) {
            focused_.clear();
            frame.machine.focus("");
        }
        if (!std::exchange(is_editing_, false))
            frame.machine.show_caret("", {});
        const bool waited = std::exchange(waits_, editor_.leads_on());
        if (!keys_.empty() && !waited && !waits_) {
            // One in a frame: what follows it may be for another node.
            const Input input = std::move(keys_.front());
            keys_.pop_front();
            if (const auto* key = std::get_if<KeyPressed>(&input))
                press(frame, *key, here);
        }
        std::vector<Event> events = editor_.take_events();
        std::ranges::move(std::exchange(events_, {}), std::back_inserter(events));
        if (!events.empty() || has_pending_input())
            frame.machine.wake(2);
        return events;
    }

    bool has_pending_input() const override {
        return !waiting_.empty() || !keys_.empty() || !passed_.empty();
    }

  private:
    static bool is_key(const Input& input) {
        return std::holds_alternative<KeyPressed>(input) ||
               std::holds_alternative<platform::TextTyped>(input) ||
               std::holds_alternative<platform::Preedit>(input);
    }
    /// A press is spread over frames, and the focus that it moves comes with the next one.
    static bool has_presses_underway() { return ImGui::GetCurrentContext()->InputEventsQueue.Size > 0; }

    void press(Frame& frame, const KeyPressed& key, std::size_t here) {
        const platform::Tree& tree = frame.tree();
        const Node* node = here < tree.size() ? &tree[here] : nullptr;
        const std::string_view command = command_of(key);
        const bool is_plain = !key.ctrl && !key.alt && !key.shift;
        if (!command.empty()) {
            const auto action = app::action_of(command);
            if (action && editor_.is_active() &&
                (std::holds_alternative<app::SaveFile>(*action) ||
                 std::holds_alternative<app::ChangeRows>(*action)))
                editor_.commit();
            events_.push_back(platform::Command{std::string(command)});
        } else if (key.code == "Tab" && !key.ctrl && !key.alt) {
            focus(frame, platform::tab_stop(tree, platform::index_of(tree, place_), key.shift ? -1 : 1));
        } else if (!node) {
            passed_.push_back(key);
        } else if (node->role == Role::textbox) {
            const bool down = key.code == "ArrowDown";
            const bool leads_on = node->next || (down && !node->multiline);
            if ((is_enter(key) || down) && is_plain && leads_on)
                focus(frame, platform::following_field(tree, here, down));
        } else if (is_plain && platform::is_pressed_by_keys(*node) &&
                   (is_enter(key) || key.code == "Space")) {
            events_.push_back(platform::Activated{node->id});
        } else if (is_plain && arrow(key) && (node->role == Role::option || node->role == Role::tab)) {
            focus(frame, platform::sibling(tree, here, arrow(key)));
        } else if (is_plain && key.code == "ArrowDown" && node->role == Role::combobox) {
            events_.push_back(platform::Activated{node->id});
        } else {
            passed_.push_back(key);
        }
    }

    /// What had the keyboard has gone: it goes to what stood behind, else before.
    void find_refuge(Frame& frame) {
        const auto lost = std::ranges::find(order_, std::exchange(focused_, {}));
        const auto is_stop = [&frame](const std::string& id) {
            const std::size_t at = platform::index_of(frame.tree(), id);
            return at < frame.tree().size() && platform::is_tab_stop(frame.tree()[at]);
        };
        const auto behind = std::find_if(lost, order_.end(), is_stop);
        const auto before = std::find_if(std::reverse_iterator(lost), order_.rend(), is_stop);
        if (behind != order_.end())
            frame.machine.focus(*behind);
        else if (before != order_.rend())
            frame.machine.focus(*before);
    }
    static void focus(Frame& frame, std::size_t at) {
        if (at < frame.tree().size())
            frame.machine.focus(frame.tree()[at].id);
    }

    std::deque<Input> waiting_; ///< In order.
    std::deque<Input> keys_;    ///< For this frame.
    std::vector<KeyPressed> passed_;
    std::vector<Event> events_;
    FieldEditor editor_;
    bool waits_ = false;  ///< Keys wait: the one before leads to another cell, by way of the program.
    std::string focused_; ///< What has the keyboard, unless the person left it for nothing else.
    std::string place_;   ///< What had it last: Tab goes on from there.
    std::vector<std::string> order_;                      ///< Ids of the tree when `focused_` was there.
    bool was_field_pressed_ = false, is_editing_ = false; ///< In this frame.
};

} // namespace

std::unique_ptr<Keyboard> make_keyboard() {
    return std::make_unique<DesktopKeyboard>();
}

} // namespace jibiao::ui
