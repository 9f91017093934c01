#include "io/words_text.h"

#include "io/json_text.h"

namespace jibiao::io {

Result<Words> read_words(std::string_view json) {
    const Result<JsonText> text = JsonText::read(json);
    if (!text)
        return text.error();
    Words words;
    if (text->root().IsObject()) {
        for (const auto& [chinese, other] : text->root().GetObject()) {
            if (other.IsString())
                words.emplace(chinese.GetString(), other.GetString());
        }
    }
    if (words.empty())
        return Error{"服务器给的不是英文文字。请稍后再试。"};
    return words;
}

} // namespace jibiao::io
