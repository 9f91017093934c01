#include "platform/web/web_platform.h"

#include "platform/local_date.h"
#include "platform/tree_patch.h"

#include <emscripten.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

// Implemented in web/bridge.library.js. Text is a pointer and a length in bytes.
extern "C" {
void jibiao_js_publish(const std::uint8_t* patch, std::size_t size);
void jibiao_js_focus(const char* id, std::size_t size);
void jibiao_js_size(float* width_height_scale_coarse_and_insets);
void jibiao_js_look(float* dark_contrast_motion);
void jibiao_js_font_metrics(float size, int bold, float* ascent_descent);
void jibiao_js_rasterize(std::uint32_t code_point, float size, int bold,
                         float* advance_left_top_width_height_colored, std::uint8_t* pixels,
                         std::size_t capacity);
void jibiao_js_prepare(const char32_t* code_points, std::size_t count, float size, int bold);
void jibiao_js_open_file();
void jibiao_js_paste_text();
void jibiao_js_copy(const char* text, std::size_t text_size, const char* html, std::size_t html_size);
void jibiao_js_print(const char* html, std::size_t size);
void jibiao_js_save_file(const char* name, std::size_t name_size, const char* mime, std::size_t mime_size,
                         const char* bytes, std::size_t size);
void jibiao_js_journal_append(const char* book, std::size_t book_size, double revision, const char* entry,
                              std::size_t size);
void jibiao_js_journal_snapshot(const char* book, std::size_t book_size, double revision,
                                const char* snapshot, std::size_t size);
void jibiao_js_journal_meta(const char* book, std::size_t book_size, const char* meta, std::size_t size);
void jibiao_js_journal_list();
void jibiao_js_journal_load(const char* book, std::size_t size);
void jibiao_js_journal_delete(const char* book, std::size_t size);
std::size_t jibiao_js_preference(const char* key, std::size_t key_size, char* value, std::size_t capacity);
void jibiao_js_set_preference(const char* key, std::size_t key_size, const char* value, std::size_t size);
void jibiao_js_set_title(const char* title, std::size_t size);
void jibiao_js_wake(int frames);
void jibiao_js_wake_after(double seconds);
void jibiao_js_ready(const char* version, std::size_t size);
void jibiao_js_load_later();
void jibiao_js_fetch_asset(const char* name, std::size_t size);
}

namespace jibiao::platform {
namespace {

/// What JavaScript left for the program.
struct Mailbox {
    std::vector<Event> events;
    std::vector<Input> inputs;
    std::vector<char> buffer; ///< Strings of the event that is being delivered.
    std::function<bool()> frame;
    std::function<void()> canvas_lost;
    std::function<void()> context_restored;
    bool later = false; ///< The second file is there.
};

Mailbox& mailbox() {
    static Mailbox the_page;
    return the_page;
}

void say_canvas_is_lost() {
    if (mailbox().canvas_lost)
        mailbox().canvas_lost();
}

class WebPlatform final : public Platform {
  public:
    std::vector<Event> poll() override { return std::exchange(mailbox().events, {}); }
    std::vector<Input> poll_input() override { return std::exchange(mailbox().inputs, {}); }
    void wake(int frames) override { jibiao_js_wake(frames); }
    void wake_after(double seconds) override { jibiao_js_wake_after(seconds); }
    void ready(std::string_view version) override { jibiao_js_ready(version.data(), version.size()); }
    void load_later() override { jibiao_js_load_later(); }
    void fetch_asset(std::string_view name) override { jibiao_js_fetch_asset(name.data(), name.size()); }

    Size size() const override {
        float numbers[8];
        jibiao_js_size(numbers);
        return {.width = static_cast<int>(numbers[0]),
                .height = static_cast<int>(numbers[1]),
                .scale = numbers[2],
                .coarse_pointer = numbers[3] != 0,
                .insets = {numbers[4], numbers[5], numbers[6], numbers[7]}};
    }
    Look look() const override {
        float numbers[3];
        jibiao_js_look(numbers);
        return {.dark = numbers[0] != 0, .more_contrast = numbers[1] != 0, .reduced_motion = numbers[2] != 0};
    }

    bool has_native_text_fields() const override { return true; }
    /// Also when nothing changed: the fields then take over what was held back while a person typed.
    void publish(const Tree& tree) override {
        const auto& patch = patch_.next(tree);
        jibiao_js_publish(patch.data(), patch.size());
    }
    void focus(std::string_view node) override { jibiao_js_focus(node.data(), node.size()); }

    FontMetrics font_metrics(float size, bool bold) override {
        float numbers[2];
        jibiao_js_font_metrics(size, bold, numbers);
        return {.ascent = numbers[0], .descent = numbers[1]};
    }
    Glyph rasterize(char32_t code_point, float size, bool bold) override;
    void prepare(std::u32string_view code_points, float size, bool bold) override {
        jibiao_js_prepare(code_points.data(), code_points.size(), size, bold);
    }

    void open_file() override { jibiao_js_open_file(); }
    void paste_text() override { jibiao_js_paste_text(); }
    void copy(std::string_view text, std::string_view html) override {
        jibiao_js_copy(text.data(), text.size(), html.data(), html.size());
    }
    void print(std::string_view html) override { jibiao_js_print(html.data(), html.size()); }
    void save_file(std::string_view name, std::string_view mime, std::string_view bytes) override {
        jibiao_js_save_file(name.data(), name.size(), mime.data(), mime.size(), bytes.data(), bytes.size());
    }

    void journal_append(std::string_view book, std::uint64_t revision, std::string_view entry) override {
        jibiao_js_journal_append(book.data(), book.size(), static_cast<double>(revision), entry.data(),
                                 entry.size());
    }
    void journal_snapshot(std::string_view book, std::uint64_t revision, std::string_view snapshot) override {
        jibiao_js_journal_snapshot(book.data(), book.size(), static_cast<double>(revision), snapshot.data(),
                                   snapshot.size());
    }
    void journal_meta(std::string_view book, std::string_view meta) override {
        jibiao_js_journal_meta(book.data(), book.size(), meta.data(), meta.size());
    }
    void journal_list() override { jibiao_js_journal_list(); }
    void journal_load(std::string_view book) override { jibiao_js_journal_load(book.data(), book.size()); }
    void journal_delete(std::string_view book) override {
        jibiao_js_journal_delete(book.data(), book.size());
    }

    std::string today() const override { return local_date(); }

    std::string preference(std::string_view key) const override {
        std::string value(most_preference_bytes, '\0');
        value.resize(jibiao_js_preference(key.data(), key.size(), value.data(), value.size()));
        return value;
    }
    void set_preference(std::string_view key, std::string_view value) override {
        jibiao_js_set_preference(key.data(), key.size(), value.data(), value.size());
    }

    void set_title(std::string_view title) override { jibiao_js_set_title(title.data(), title.size()); }

  protected:
    bool has_later() const override { return mailbox().later; }

  private:
    TreePatch patch_;
    std::vector<std::uint8_t> pixels_;
};

Glyph WebPlatform::rasterize(char32_t code_point, float size, bool bold) {
    // No glyph of an ordinary font is more than three ems wide or two high; JavaScript cuts off what is.
    const auto em = static_cast<std::size_t>(std::ceil(size)) + 4;
    pixels_.resize(4 * 6 * em * em);
    float numbers[6];
    jibiao_js_rasterize(code_point, size, bold, numbers, pixels_.data(), pixels_.size());
    Glyph glyph{.found = true,
                .colored = numbers[5] != 0,
                .advance = numbers[0],
                .left = static_cast<int>(numbers[1]),
                .top = static_cast<int>(numbers[2]),
                .width = static_cast<int>(numbers[3]),
                .height = static_cast<int>(numbers[4]),
                .pixels = {}};
    const auto count = static_cast<std::size_t>(glyph.width * glyph.height);
    glyph.pixels = std::span(pixels_).first(glyph.colored ? 4 * count : count);
    return glyph;
}

/// Takes the length-prefixed strings of an event out of the buffer.
class Strings {
  public:
    explicit Strings(std::span<const char> bytes) : bytes_(bytes) {}

    bool at_end() const { return bytes_.empty(); }
    std::string next() {
        std::uint32_t size = 0;
        if (bytes_.size() < sizeof size)
            return {};
        std::memcpy(&size, bytes_.data(), sizeof size);
        bytes_ = bytes_.subspan(sizeof size);
        const auto text = bytes_.first(std::min<std::size_t>(size, bytes_.size()));
        bytes_ = bytes_.subspan(text.size());
        return {text.begin(), text.end()};
    }

  private:
    std::span<const char> bytes_;
};

/// As in web/program.js.
enum class EventKind {
    activated = 1,
    focused,
    blurred,
    text_changed,
    text_committed,
    cell_key,
    command,
    file_opened,
    file_failed,
    drag_hover,
    file_saved,
    file_save_failed,
    journal_saved,
    journal_failed,
    journal_loaded,
    resized,
    redraw,
    text_pasted,
    paste_failed,
    table_pasted,
    copied,
    copy_failed,
    scale_step,
    fonts_changed,
    context_restored,
    later_loaded,
    later_failed,
    books_listed,
    asset_loaded,
    asset_failed,
};
enum class InputKind { moved = 1, button, left, scroll, key };

JournalLoaded journal_loaded(Strings strings, std::uint64_t revision) {
    JournalLoaded loaded{
        .book = strings.next(), .snapshot = strings.next(), .entries = {}, .revision = revision};
    while (!strings.at_end())
        loaded.entries.push_back(strings.next());
    return loaded;
}

BooksListed books_listed(Strings strings, std::uint64_t next) {
    BooksListed listed{.books = {}, .open = strings.next(), .next = next};
    while (!strings.at_end())
        listed.books.push_back({strings.next(), strings.next()});
    return listed;
}

/// The cells row by row, `columns` to a row.
TablePasted table_pasted(Strings strings, std::size_t columns) {
    TablePasted pasted{.node = strings.next(), .rows = {}, .text = strings.next()};
    while (columns > 0 && !strings.at_end()) {
        auto& row = pasted.rows.emplace_back();
        while (row.size() < columns)
            row.push_back(strings.next());
    }
    return pasted;
}

Event make_event(EventKind kind, Strings strings, double number, std::uint32_t revision) {
    // Braces evaluate from left to right, so the strings come in the order in which they were written.
    switch (kind) {
    case EventKind::activated:
        return Activated{strings.next()};
    case EventKind::focused:
        return Focused{strings.next()};
    case EventKind::blurred:
        return Blurred{strings.next()};
    case EventKind::text_changed:
        return TextChanged{strings.next(), strings.next(), number != 0, revision};
    case EventKind::text_committed:
        return TextCommitted{strings.next(), strings.next(), revision};
    case EventKind::cell_key:
        return CellKey{strings.next(), strings.next()};
    case EventKind::command:
        return Command{strings.next()};
    case EventKind::file_opened:
        return FileOpened{strings.next(), strings.next()};
    case EventKind::file_failed:
        return FileFailed{strings.next(), strings.next()};
    case EventKind::drag_hover:
        return DragHover{number != 0};
    case EventKind::file_saved:
        return FileSaved{strings.next(), number != 0};
    case EventKind::file_save_failed:
        return FileSaveFailed{strings.next(), strings.next()};
    case EventKind::journal_saved:
        return JournalSaved{strings.next(), static_cast<std::uint64_t>(number)};
    case EventKind::journal_failed:
        return JournalFailed{strings.next(), strings.next()};
    case EventKind::journal_loaded:
        return journal_loaded(strings, static_cast<std::uint64_t>(number));
    case EventKind::resized:
        say_canvas_is_lost();
        return Resized{};
    case EventKind::text_pasted:
        return TextPasted{strings.next()};
    case EventKind::paste_failed:
        return PasteFailed{strings.next()};
    case EventKind::table_pasted:
        return table_pasted(strings, static_cast<std::size_t>(number));
    case EventKind::copied:
        return Copied{};
    case EventKind::copy_failed:
        return CopyFailed{strings.next()};
    case EventKind::scale_step:
        return ScaleStep{static_cast<int>(number)};
    case EventKind::fonts_changed:
        return FontsChanged{};
    case EventKind::context_restored:
        return ContextRestored{};
    case EventKind::later_loaded:
        mailbox().later = true;
        return LaterLoaded{};
    case EventKind::later_failed:
        return LaterFailed{strings.next()};
    case EventKind::books_listed:
        return books_listed(strings, static_cast<std::uint64_t>(number));
    case EventKind::asset_loaded:
        return AssetLoaded{strings.next(), strings.next()};
    case EventKind::asset_failed:
        return AssetFailed{strings.next(), strings.next()};
    case EventKind::redraw:
        break;
    }
    say_canvas_is_lost();
    return Redraw{};
}

Input make_input(InputKind kind, Strings strings, float a, float b, float c, float d) {
    switch (kind) {
    case InputKind::moved:
        return PointerMoved{a, b, c != 0};
    case InputKind::button:
        return PointerButton{static_cast<int>(a), b != 0, c != 0};
    case InputKind::left:
        break;
    case InputKind::scroll:
        return Scroll{a, b, c, d};
    case InputKind::key:
        return KeyPressed{strings.next(), a != 0, b != 0, c != 0, d != 0};
    }
    return PointerLeft{};
}

std::span<const char> take_buffer(std::size_t size) {
    return std::span<const char>(mailbox().buffer).first(std::min(size, mailbox().buffer.size()));
}

constexpr std::size_t kept_buffer = 1 << 20;

} // namespace

std::unique_ptr<Platform> make_web_platform() {
    return std::make_unique<WebPlatform>();
}

void on_frame(std::function<bool()> frame) {
    mailbox().frame = std::move(frame);
}

void on_canvas_lost(std::function<void()> lost) {
    mailbox().canvas_lost = std::move(lost);
}

void on_context_restored(std::function<void()> restored) {
    mailbox().context_restored = std::move(restored);
}

} // namespace jibiao::platform

// Called by web/program.js.
extern "C" {

EMSCRIPTEN_KEEPALIVE int jibiao_frame() {
    const auto& frame = jibiao::platform::mailbox().frame;
    return frame && frame();
}

/// Before anything is drawn with the new context.
EMSCRIPTEN_KEEPALIVE void jibiao_context_restored() {
    using namespace jibiao::platform;
    if (mailbox().context_restored)
        mailbox().context_restored();
    say_canvas_is_lost();
    mailbox().events.push_back(ContextRestored{});
}

/// Room for the strings of the next event.
EMSCRIPTEN_KEEPALIVE char* jibiao_buffer(std::size_t size) {
    auto& buffer = jibiao::platform::mailbox().buffer;
    if (buffer.size() < size)
        buffer.resize(size);
    return buffer.data();
}

/// `revision` is a text field's, else 0.
EMSCRIPTEN_KEEPALIVE void jibiao_event(int kind, std::size_t size, double number, std::uint32_t revision) {
    using namespace jibiao::platform;
    mailbox().events.push_back(
        make_event(static_cast<EventKind>(kind), Strings(take_buffer(size)), number, revision));
    if (mailbox().buffer.size() > kept_buffer)
        mailbox().buffer = {}; // A file went through.
}

EMSCRIPTEN_KEEPALIVE void jibiao_input(int kind, std::size_t size, float a, float b, float c, float d) {
    using namespace jibiao::platform;
    mailbox().inputs.push_back(
        make_input(static_cast<InputKind>(kind), Strings(take_buffer(size)), a, b, c, d));
}
}
