#pragma once
#include "base/result.h"

#include <filesystem>
#include <span>

namespace jibiao::platform {

/// The command line of the window.
struct DesktopOptions {
    std::filesystem::path file;       ///< To be opened; empty for none.
    std::filesystem::path data;       ///< Folder of the journal; empty for the system's usual place.
    std::filesystem::path screenshot; ///< Where to write a picture of the first frame that has settled.
    std::filesystem::path script;     ///< With `screenshot`: what a person does before (script.h).
    int frames = 0;                   ///< With `screenshot`: the picture is of this frame; 0: as above.
    float scale = 1;                  ///< On top of the system's: SDL tells none under X11.
    bool help = false;
};

inline constexpr const char* desktop_usage = "用法：jibiao-desktop [文件] [--data 文件夹] [--scale 倍数] "
                                             "[--screenshot 图.bmp [--script 步骤.txt] [--frames 帧数]]";

/// `arguments` without the program's name.
Result<DesktopOptions> read_options(std::span<char* const> arguments);

} // namespace jibiao::platform
