#pragma once
#include "ui/frame.h"

/// What dialogs show, in the second part of the program.

namespace jibiao::ui {

/// The one that is open.
[[gnu::noinline]] void draw_later_dialog(const platform::Later&, Frame& frame);

/// The library of indicators: a search, filters, and what is found.
[[gnu::noinline]] void draw_library(const platform::Later&, Frame& frame);
/// Language, colours, size.
void draw_settings(Frame& frame);
/// Versions, where the data lies, licences.
[[gnu::noinline]] void draw_about(const platform::Later&, Frame& frame);
/// The commands and their keys, and what else can be found by its name.
[[gnu::noinline]] void draw_shortcuts(const platform::Later&, Frame& frame);
/// What 全部修复 would change.
void draw_fix_preview(Frame& frame);
/// How far a large file has been read and checked (app::State::opening).
void draw_opening(Frame& frame);
/// What a pasted table would change (app::State::pasting).
void draw_paste_preview(Frame& frame);
/// Why a rule reports what it reports (ViewState::dialog_subject).
void draw_rule_page(Frame& frame);
/// The steps that undo and redo would take, to go back or on by several.
void draw_history(Frame& frame);

} // namespace jibiao::ui
