#pragma once
#include "base/result.h"
#include "io/prepared_forms.h"
#include "io/text_import.h"
#include "model/book.h"
#include "templates/template.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace jibiao::io {

/// A book from whatever a person has picked, told by its first bytes: our JSON, XML or binary
/// form, or a published text. Word, Excel, PDF and the like get an error that says what they are and what to
/// do. `template_id` as in import_text.
Result<Book> open_book(std::string_view bytes, std::string_view file_name, const Templates& templates,
                       std::string_view template_id = {});
/// The same for one of many files.
Result<Book> open_book(std::string_view bytes, std::string_view file_name, const PreparedForms& forms,
                       std::string_view template_id = {});

/// The same a piece at a time, for whoever shows how far it is. A text is taken apart in one piece, then read
/// in many; our own files are read in one.
class Opening {
  public:
    /// `templates` must outlive it.
    Opening(std::string bytes, std::string file_name, const Templates& templates);
    Opening(const Opening&) = delete; ///< The text is read where it stands.
    Opening& operator=(const Opening&) = delete;

    /// Reads the next piece; false when there is none left.
    bool go_on();
    /// How much has been read, 0 to 1.
    float share() const;
    /// The book or the error: once, when there is no piece left.
    Result<Book> take();

  private:
    std::string bytes_;
    std::string file_name_;
    PreparedForms forms_;
    std::optional<Result<Book>> whole_; ///< What is read in one piece.
    std::unique_ptr<TextReading> text_;
};

} // namespace jibiao::io
