#pragma once
#include "io/tree_writer.h"

#include <string>
#include <vector>

namespace jibiao::io {

/// JSON with a key a line and compact objects in one line, so that two versions of a file can be compared.
class JsonSyntax final : public TreeSyntax {
  public:
    void begin_object(bool compact) override { begin('{', compact); }
    void end_object() override { end('}'); }
    void begin_list() override { begin('[', false); }
    void end_list() override { end(']'); }
    void key(std::string_view name) override;
    void element(std::string_view) override { separate(); }
    void text(std::string_view value) override;
    void word(std::string_view value) override { out_ += value; }

    std::string take() { return std::move(out_); }

  private:
    struct Level {
        bool in_one_line;
        bool empty = true;
    };
    void begin(char bracket, bool in_one_line);
    void end(char bracket);
    void separate();

    std::string out_;
    std::vector<Level> levels_;
};

} // namespace jibiao::io
