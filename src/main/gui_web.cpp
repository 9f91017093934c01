#include "main/program.h"
#include "platform/web/web_platform.h"
#include "platform/web/web_window.h"
#include "ui/drawing.h"
#include "ui/theme.h"

#include <GLES3/gl3.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>

namespace {

/// Everything lives as long as the page.
struct Page {
    std::unique_ptr<jibiao::platform::Platform> machine = jibiao::platform::make_web_platform();
    SDL_Window* window = nullptr;
    std::unique_ptr<jibiao::Program> program;
    bool is_ready = false;
    jibiao::ui::Canvas canvas;
};

double seconds() {
    return static_cast<double>(SDL_GetPerformanceCounter()) /
           static_cast<double>(SDL_GetPerformanceFrequency());
}

void render(Page& page, ImU32 paper) {
    ImDrawData* data = ImGui::GetDrawData();
    const auto rects = page.canvas.update(*data, paper);
    if (rects.empty())
        return; // The canvas keeps what it shows.
    const auto height = static_cast<GLsizei>(data->DisplaySize.y);
    const ImVec4 color = ImGui::ColorConvertU32ToFloat4(paper);
    glClearColor(color.x, color.y, color.z, 1);
    glEnable(GL_SCISSOR_TEST);
    for (const auto& rect : rects) {
        glScissor(rect.x, height - rect.y - rect.h, rect.w, rect.h);
        glClear(GL_COLOR_BUFFER_BIT);
    }
    ImGui_ImplOpenGL3_NewFrame(); // Makes its shaders: late, as it waits until the graphics card has them.
    glDisable(GL_SCISSOR_TEST);   // As the renderer finds it (cmake/imgui_gl_answers.cpp).
    ImGui_ImplOpenGL3_RenderDrawData(data);
    SDL_GL_SwapWindow(page.window);
}

bool frame(Page& page) {
    SDL_Event event;
    while (SDL_PollEvent(&event)) {
    } // Its queue must not grow; what matters comes through the platform.
    const bool changed = page.program->frame(seconds());
    if (page.program->state().loading && !page.is_ready)
        return changed; // Until the books are there index.html shows that the page is opening.
    render(page, jibiao::ui::theme::palette_of(page.machine->look()).page);
    if (!page.is_ready) {
        page.is_ready = true;
        page.machine->ready(jibiao::version);
        page.machine->load_later();
    }
    return changed;
}

} // namespace

int main() {
    static Page page;
    page.program =
        std::make_unique<jibiao::Program>(*page.machine); // It asks for the books: the disk works meanwhile.
    SDL_Init(SDL_INIT_VIDEO);
    page.window = jibiao::platform::make_web_window();
    if (!page.window)
        return 1; // web/main.js has checked for WebGL 2 and says so when it is missing.
    ImGui_ImplOpenGL3_Init("#version 300 es");
    jibiao::platform::on_canvas_lost([] { page.canvas.forget(); });
    // It makes them anew with the next frame.
    jibiao::platform::on_context_restored([] { ImGui_ImplOpenGL3_DestroyDeviceObjects(); });
    jibiao::platform::on_frame([] { return frame(page); });
    return 0;
}
