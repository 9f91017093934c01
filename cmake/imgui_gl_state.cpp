// Stands for glGetIntegerv and glIsEnabled in Dear ImGui's renderer. It asks for the whole state before each
// frame, to put it back after it. A browser answers only when all that was drawn before is on the screen, so
// each frame waited for the one before it: without a graphics card most of the time of a frame. Nothing else
// draws on the canvas, so between frames the state is always the same: what the renderer leaves.
#include <GLES3/gl3.h>

extern "C" {

void imgui_glGetIntegerv(GLenum name, GLint* value) {
    switch (name) {
    case GL_ACTIVE_TEXTURE:
        *value = GL_TEXTURE0;
        break;
    case GL_BLEND_EQUATION_RGB:
    case GL_BLEND_EQUATION_ALPHA:
        *value = GL_FUNC_ADD;
        break;
    case GL_BLEND_SRC_RGB:
    case GL_BLEND_SRC_ALPHA:
        *value = GL_ONE;
        break;
    case GL_BLEND_DST_RGB:
    case GL_BLEND_DST_ALPHA:
    case GL_CURRENT_PROGRAM:
    case GL_TEXTURE_BINDING_2D:
    case GL_SAMPLER_BINDING:
    case GL_ARRAY_BUFFER_BINDING:
    case GL_VERTEX_ARRAY_BINDING:
        *value = 0;
        break;
    case GL_VIEWPORT: // Set before anything is drawn.
    case GL_SCISSOR_BOX:
        value[0] = value[1] = value[2] = value[3] = 0;
        break;
    default:
        glGetIntegerv(name, value); // Once, at the start.
    }
}

GLboolean imgui_glIsEnabled(GLenum) {
    return GL_FALSE;
}
}
