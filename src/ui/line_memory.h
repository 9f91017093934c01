#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jibiao::ui {

/// Where the lines of texts end: most texts of a frame were in the one before, and breaking their lines costs
/// more than all the rest of it. So many texts are kept, the oldest go first.
class LineMemory {
  public:
    struct Line {
        std::uint32_t start = 0, length = 0;
    };
    using Lines = std::vector<Line>;
    /// All that the lines depend on but the text.
    struct Shape {
        float width = 0, size = 0, scale = 0;
        bool bold = false;
        bool operator==(const Shape&) const = default;
    };

    /// Lines of `text` as `broken` has them (views into it), which is called if they are not known. They stay
    /// valid until the next call.
    template <class Broken>
    const Lines& lines(std::string_view text, const Shape& shape, Broken&& broken) {
        Entry& entry = entry_of(text, shape);
        if (entry.used == 0 || entry.text != text || entry.shape != shape)
            learn(entry, text, shape, broken());
        entry.used = ++clock_;
        return entry.lines;
    }
    /// Other fonts.
    void forget() { entries_.clear(); }

  private:
    struct Entry {
        std::string text;
        Shape shape;
        Lines lines;
        std::uint64_t used = 0; ///< 0: never.
    };
    /// Its own, or the one that it may take.
    Entry& entry_of(std::string_view text, const Shape& shape);
    static void learn(Entry& entry, std::string_view text, const Shape& shape,
                      const std::vector<std::string_view>& broken);

    std::vector<Entry> entries_; ///< A text has some next to each other to choose from.
    std::uint64_t clock_ = 0;
};

} // namespace jibiao::ui
