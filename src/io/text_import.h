#pragma once
#include "base/result.h"
#include "io/prepared_forms.h"
#include "model/book.h"
#include "templates/template.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace jibiao::io {

class TextImport;

/// Reads a published performance target text, as converters make it of .doc and .pdf files, into a book. The
/// form is recognised unless `template_id` names it. Every cell keeps its raw text and line; what has no
/// place in the model is kept as unplaced paragraphs, and the book's notes say so. Errors: no text, an
/// encoding that is neither UTF-8, UTF-16 nor GB 18030, blank, too large (64 MB, 1 MB a line, 1,000,000
/// cells, 10,000 tables), or no performance target table and no section of one.
Result<Book> import_text(std::string_view bytes, std::string_view file_name, const Templates& templates,
                         std::string_view template_id = {});
/// The same for one of many texts.
Result<Book> import_text(std::string_view bytes, std::string_view file_name, const PreparedForms& forms,
                         std::string_view template_id = {});

/// The same, a piece at a time. `bytes` and `forms` must outlive it, and nobody else may read with `forms`
/// meanwhile.
class TextReading {
  public:
    TextReading(std::string_view bytes, std::string_view file_name, const PreparedForms& forms,
                std::string_view template_id = {});
    ~TextReading();

    /// Reads the next piece; false when there is none left.
    bool go_on();
    /// How much has been read, 0 to 1.
    float share() const;
    /// The book or the error: once, when there is no piece left.
    Result<Book> take();

  private:
    std::optional<Error> begin();
    void finish();

    std::string_view bytes_;
    std::string file_name_;
    const PreparedForms& forms_;
    std::string template_id_;
    BookHead found_;                     ///< What the text as a whole says: form, year, region, notes.
    std::unique_ptr<TextImport> import_; ///< Null before the first piece.
    Result<Book> result_ = Error{};
    bool is_done_ = false;
};

} // namespace jibiao::io
