#include "main/program.h"
#include "platform/web/web_platform.h"
#include "platform/web/web_window.h"
#include "ui/drawing.h"
#include "ui/theme.h"

#include <GLES3/gl3.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>

#include <utility>

namespace {

/// Everything lives as long as the page.
struct Page {
    std::unique_ptr<jibiao::platform::Platform> machine = jibiao::platform::make_web_platform();
    SDL_Window* window = nullptr;
    std::unique_ptr<jibiao::Program> program;
    bool first_frame_done = false;
    std::uint64_t drawn = 0; ///< hash_of_drawing() of what is on the canvas; 0 for nothing …
    double drawn_at = 0;     ///< … and when a frame had it last, in seconds().
};

double seconds() {
    return static_cast<double>(SDL_GetPerformanceCounter()) /
           static_cast<double>(SDL_GetPerformanceFrequency());
}

/// Longer ago, the canvas may have lost it: browsers take from pages that nobody sees.
constexpr double sure_to_be_there = 1;

void render(Page& page, ImU32 paper) {
    ImDrawData* data = ImGui::GetDrawData();
    const std::uint64_t drawing = jibiao::ui::hash_of_drawing(*data, paper);
    const double now = seconds();
    const bool is_fresh = now - std::exchange(page.drawn_at, now) < sure_to_be_there;
    const bool is_known = std::exchange(page.drawn, drawing) == drawing;
    if (is_fresh && is_known && !jibiao::ui::has_new_textures(*data))
        return; // The canvas keeps what it shows.
    glViewport(0, 0, static_cast<GLsizei>(data->DisplaySize.x), static_cast<GLsizei>(data->DisplaySize.y));
    const ImVec4 color = ImGui::ColorConvertU32ToFloat4(paper);
    glClearColor(color.x, color.y, color.z, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(data);
    SDL_GL_SwapWindow(page.window);
}

bool frame(Page& page) {
    SDL_Event event;
    while (SDL_PollEvent(&event)) {
    } // Its queue must not grow; what matters comes through the platform.
    ImGui_ImplOpenGL3_NewFrame();
    const bool changed = page.program->frame(seconds());
    render(page, jibiao::ui::theme::palette_of(page.machine->look()).page);
    if (!page.first_frame_done) {
        page.first_frame_done = true;
        page.machine->ready(jibiao::version);
        page.machine->load_later();
    }
    return changed;
}

} // namespace

int main() {
    static Page page;
    SDL_Init(SDL_INIT_VIDEO);
    page.window = jibiao::platform::make_web_window();
    if (!page.window)
        return 1; // web/main.js has checked for WebGL 2 and says so when it is missing.
    page.program = std::make_unique<jibiao::Program>(*page.machine);
    ImGui_ImplOpenGL3_Init("#version 300 es");
    // It makes them anew with the next frame.
    jibiao::platform::on_context_restored([] {
        ImGui_ImplOpenGL3_DestroyDeviceObjects();
        page.drawn = 0;
    });
    jibiao::platform::on_frame([] { return frame(page); });
    return 0;
}
