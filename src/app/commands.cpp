#include "app/commands.h"

#include "base/text.h"
#include "base/words.h"

#include <algorithm>
#include <cassert>

namespace jibiao::app {
namespace {

constexpr Command all_commands[] = {
    {"home", "回到首页", "Home page", "Alt+Home"},
    {"open", "打开文件", "Open file", "Control+O"},
    {"save", "导出文件", "Export file", "Control+S"},
    {"print", "打印", "Print", "Control+P"},
    {"copy", "复制表格", "Copy the table", "Control+C"},
    {"paste", "粘贴文本为新文件", "Paste text as a new file", "Control+V"},
    {"fill-down", "向下填充", "Fill down", "Control+D"},
    {"clear", "清除选中的格子", "Clear the selected cells", "Delete"},
    {"insert-above", "在上方插入一行", "Insert a row above", "Alt+Shift+Insert"},
    {"insert-below", "在下方插入一行", "Insert a row below", "Alt+Insert"},
    {"duplicate-rows", "复制成新的一行", "Duplicate the rows", "Control+Shift+D"},
    {"rows-up", "上移一行", "Move the rows up", "Alt+Shift+ArrowUp"},
    {"rows-down", "下移一行", "Move the rows down", "Alt+Shift+ArrowDown"},
    {"wider-column", "加宽这一列", "Wider column", "Alt+Shift+ArrowRight"},
    {"narrower-column", "收窄这一列", "Narrower column", "Alt+Shift+ArrowLeft"},
    {"remove-rows", "删除选中的行", "Remove the selected rows", "Alt+Delete"},
    {"library", "从指标库选用", "Choose from the library of indicators", "F4"},
    {"undo", "撤销", "Undo", "Control+Z"},
    {"redo", "重做", "Redo", "Control+Y Control+Shift+Z"},
    {"only-findings", "只看有问题的项目和行", "Only with findings", "Control+Shift+F8"},
    {"history", "修改记录", "History of changes", "Control+Shift+H"},
    {"next-finding", "下一处问题", "Next finding", "F8"},
    {"previous-finding", "上一处问题", "Previous finding", "Shift+F8"},
    {"fix-here", "修复这一格的问题", "Fix what is found here", "Alt+F8"},
    {"explain", "这一格的问题的说明", "About what is found here", "Shift+F1"},
    {"guidance", "填写说明", "What belongs into this field", "Control+F1"},
    {"find", "查找", "Find in the book", "Control+F"},
    {"next-match", "查找下一处", "Next match", "F3"},
    {"previous-match", "查找上一处", "Previous match", "Shift+F3"},
    {"confirm", "核对沿用上年的一处，到下一处", "Confirm a text of last year", "F9"},
    {"guide", "看一遍引导", "Guided tour", ""},
    {"comment", "批注这一格", "Comment on this cell", "Control+Alt+M"},
    {"compare", "与别的表或以前的内容比较", "Compare with another book or version", ""},
    {"pictures", "图表", "Pictures", ""},
    {"next-region", "到下一个区域", "Next region", "F6"},
    {"previous-region", "到上一个区域", "Previous region", "Shift+F6"},
    {"open-choices", "打开这一格的选项", "Open the choices", "Alt+ArrowDown"},
    {"larger", "放大界面", "Larger", "Control+Alt+Plus"},
    {"smaller", "缩小界面", "Smaller", "Control+Alt+-"},
    {"usual-size", "恢复界面大小", "Usual size", "Control+Alt+0"},
    {"escape", "关闭对话框或消息", "Close what is open", "Escape"},
    {"settings", "设置", "Settings", "Control+,"},
    {"about", "关于绩表", "About Jibiao", ""},
    {"shortcuts", "查找命令", "Find a command", "F1 Control+K"},
};

std::optional<RowChange> row_change(std::string_view id) {
    constexpr std::pair<std::string_view, RowChange> changes[] = {
        {"fill-down", RowChange::fill_down},       {"clear", RowChange::clear},
        {"insert-above", RowChange::insert_above}, {"insert-below", RowChange::insert_below},
        {"duplicate-rows", RowChange::duplicate},  {"rows-up", RowChange::move_up},
        {"rows-down", RowChange::move_down},       {"remove-rows", RowChange::remove},
    };
    const auto found = std::ranges::find(changes, id, &std::pair<std::string_view, RowChange>::first);
    return found == std::end(changes) ? std::nullopt : std::optional(found->second);
}

} // namespace

std::span<const Command> commands() {
    return all_commands;
}

const Command& command(std::string_view id) {
    const auto found = std::ranges::find(all_commands, id, &Command::id);
    assert(found != std::end(all_commands));
    return *found;
}

std::optional<Action> action_of(std::string_view id) {
    if (id == "home")
        return ShowHome{};
    if (id == "open")
        return OpenFile{};
    if (id == "save")
        return SaveFile{};
    if (id == "print")
        return Print{};
    if (id == "copy")
        return CopyRows{};
    if (id == "paste")
        return PasteText{};
    if (const auto change = row_change(id))
        return ChangeRows{*change};
    if (id == "library")
        return ShowLibrary{};
    if (id == "undo")
        return Undo{};
    if (id == "redo")
        return Redo{};
    if (id == "confirm")
        return Confirm{};
    if (id == "fix-here")
        return FixHere{};
    if (id == "explain")
        return OpenView{"rule"};
    if (id == "guide")
        return Guided{};
    if (id == "guidance")
        return OpenView{"guidance"};
    if (id == "find")
        return OpenView{"find"};
    if (id == "only-findings")
        return ToggleOnlyFindings{};
    if (id == "history")
        return OpenView{"history"};
    if (id == "settings" || id == "about")
        return OpenView{command(id).id};
    if (id == "comment")
        return BeginComment{};
    if (id == "compare")
        return CompareWith{};
    if (id == "pictures")
        return ShowPage{Page::pictures};
    if (id == "next-finding")
        return NextFinding{false};
    if (id == "previous-finding")
        return NextFinding{true};
    return std::nullopt;
}

bool is_possible(std::string_view id, const State& state) {
    if (id == "comment" || id == "compare" || id == "pictures" || id == "home" || id == "save" ||
        id == "print" || id == "copy")
        return state.has_book();
    if (row_change(id))
        return find_row(state.book(), state.selection.cursor.row).has_value();
    if (id == "library")
        return state.has_book() && state.page == Page::project;
    if (id == "undo")
        return state.has_book() && state.document.can_undo();
    if (id == "redo")
        return state.has_book() && state.document.can_redo();
    if (id == "history")
        return state.has_book() && (state.document.can_undo() || state.document.can_redo());
    if (id == "confirm")
        return state.has_book() && !state.carried.empty();
    if (id == "fix-here")
        return state.has_book() && state.finding_here(true);
    if (id == "explain")
        return state.has_book() && state.finding_here();
    if (id == "only-findings")
        return state.has_book();
    if (id == "guidance")
        return state.has_book() && state.page < Page::compare;
    if ((id == "next-finding" || id == "previous-finding") && state.page != Page::compare)
        return state.has_book() && !state.shown_findings().empty();
    return true;
}

std::string_view name_of(const Command& command) {
    return either(command.words, command.english);
}

std::string keys_in_words(std::string_view keys) {
    std::string text(keys);
    for (const auto& [from, to] : {std::pair("Control", "Ctrl"),
                                   {"ArrowUp", "↑"},
                                   {"ArrowDown", "↓"},
                                   {"ArrowLeft", "←"},
                                   {"ArrowRight", "→"},
                                   {"Escape", "Esc"},
                                   {"Plus", "+"}})
        text = replace_all(text, from, to);
    return replace_all(text, " ", tr(" 或 "));
}

std::string first_key(std::string_view keys) {
    return keys_in_words(keys.substr(0, keys.find(' ')));
}

} // namespace jibiao::app
