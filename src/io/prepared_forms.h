#pragma once
#include "io/category_names.h"
#include "io/form_words.h"
#include "templates/template.h"

#include <map>

namespace jibiao::io {

/// The forms, made ready for reading texts: whoever reads many texts prepares them once. Lives no longer than
/// the Templates it was made of; one thread at a time may read with it.
class PreparedForms {
  public:
    explicit PreparedForms(const Templates& templates) : templates_(templates), words_(templates) {}

    const Templates& templates() const { return templates_; }
    const FormWords& words() const { return words_; }
    const CategoryNames& categories(const Template& form) const {
        return categories_.try_emplace(&form, form, templates_).first->second;
    }

  private:
    const Templates& templates_;
    FormWords words_;
    mutable std::map<const Template*, CategoryNames> categories_;
};

} // namespace jibiao::io
