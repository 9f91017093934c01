#pragma once
#include "io/form_words.h"
#include "io/source_text.h"
#include "templates/template.h"

#include <string>
#include <vector>

namespace jibiao::io {

/// Which form a text is, before it is read.
struct Recognition {
    std::string template_id;
    int year = 0;       ///< 0 if the text does not say.
    std::string region; ///< "" if the text has no project code.
};

/// The form whose fields the text has, of forms with the same fields the one of its year.
Recognition recognise(const std::vector<SourceBlock>& blocks, const Templates& templates,
                      const FormWords& words);

} // namespace jibiao::io
