// Answers Dear ImGui's renderer instead of OpenGL. A browser answers only when all that was asked before is
// done, the page's other pictures too: without a graphics card most of the time of a frame was waiting.
// - The state before each frame, to be put back after it: nothing else draws on the canvas, so between frames
//   it is always the same, what the renderer leaves.
// - The version, and whether its own two shaders are good: WebGL 2 is there, web/main.js has asked. A start
//   waited for half a second.
#include <GLES3/gl3.h>

extern "C" {

int jibiao_js_texture_size(); // web/bridge.library.js

const GLubyte* imgui_glGetString(GLenum name) {
    return reinterpret_cast<const GLubyte*>(name == GL_VERSION ? "OpenGL ES 3.0" : "");
}

void imgui_isGood(GLuint, GLenum what, GLint* value) {
    *value = what == GL_INFO_LOG_LENGTH ? 0 : GL_TRUE;
}

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
    case GL_VIEWPORT: // Set before anything is drawn.
    case GL_SCISSOR_BOX:
        value[0] = value[1] = value[2] = value[3] = 0;
        break;
    case GL_MAX_TEXTURE_SIZE:
        *value = jibiao_js_texture_size();
        break;
    case GL_MAJOR_VERSION:
        *value = 3;
        break;
    default: // Nothing is bound.
        *value = 0;
    }
}

GLboolean imgui_glIsEnabled(GLenum) {
    return GL_FALSE;
}
}
