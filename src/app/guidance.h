#pragma once
#include "model/book.h"
#include "model/field_ref.h"
#include "platform/later.h"
#include "templates/template.h"

#include <string>
#include <string_view>
#include <vector>

/// What belongs into a field of a form. The words are data (assets/library/guidance.txt) that the page
/// fetches when they are asked for first; what the form itself says of the field is added here.

namespace jibiao::app {

inline constexpr std::string_view guidance_asset = "library/guidance.txt";

/// What has been fetched of it.
struct GuidanceText {
    std::string text;
    std::string failure; ///< Why there is none, in Chinese.
    bool is_coming = false;
};

/// A file that is none of ours is a failure, too.
[[gnu::noinline]] GuidanceText take_guidance(const platform::Later&, std::string bytes, std::string failure);

struct GuidancePart {
    std::string heading; ///< 用途, 示例, 常见错误, 依据; of the form: 本表样, 可选.
    std::string text;    ///< Lines.
    bool operator==(const GuidancePart&) const = default;
};

struct Guidance {
    std::string label; ///< Of the field, as the form prints it.
    std::vector<GuidancePart> parts;
    std::vector<std::string> rules; ///< Ids of those that look at this field …
    int rules_for_all = 0;          ///< … and how many look at every text.
};

/// What is said under a key: of a field ("goal"), or where it says it otherwise of a form, of one of its
/// tables about the department, or of the department's table ("gz-2024/goal", "assets/amount",
/// "department/goal"). Nothing if there is none.
[[gnu::noinline]] Guidance read_guidance(const platform::Later&, std::string_view text, std::string_view key);

/// Of a cell, with what its form says of it.
[[gnu::noinline]] Guidance guidance_for(const platform::Later&, std::string_view text, const Book& book,
                                        const Template& form, const Profile& profile, FieldRef at);

} // namespace jibiao::app
