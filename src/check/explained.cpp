#include "check/explained.h"

#include "base/text.h"

namespace jibiao::check {
namespace {

// No text holds these. After the last part of a rule comes the next rule.
constexpr char rule_end = '\x1E';
constexpr char part_end = '\x1D';
constexpr char heading_end = '\x1F';

std::string_view in_words(Sureness sureness) {
    switch (sureness) {
    case Sureness::read:
        return "已读到原文或转载";
    case Sureness::seen:
        return "从已公开的表样和文本归纳";
    case Sureness::recalled:
        return "凭记忆，尚未核对原文";
    }
    return "";
}

std::string examples_of(const Explanation& explanation, bool firing) {
    std::string text;
    for (const Example& example : explanation.examples) {
        if (example.fires_at.empty() == firing)
            continue;
        text += text.empty() ? "" : "\n\n";
        text += example.book.empty() ? "（没有问题的项目）" : example.book;
        if (!example.after_fix.empty())
            text += "\n→ 修复后：" + std::string(example.after_fix);
    }
    return text;
}

} // namespace

std::vector<ExplainedPart> explained(const Rule& rule) {
    const Explanation& explanation = explanation_of(rule);
    return {
        {"为什么", std::string(explanation.why)},
        {"怎么改", std::string(explanation.how_to_mend)},
        {"依据", std::string(explanation.source) + "\n把握：" + std::string(in_words(explanation.sureness))},
        {"会报告的例子（其余部分没有问题）", examples_of(explanation, true)},
        {"不会报告的例子", examples_of(explanation, false)}};
}

bool is_explained(std::string_view text) {
    return text.find(rule_end) != std::string_view::npos;
}

std::string write_explained() {
    std::string all;
    for (const Rule* rule : rules()) {
        all.append(rule->id) += part_end;
        for (const ExplainedPart& part : explained(*rule))
            all += part.heading + heading_end + part.text + part_end;
        all += rule_end;
    }
    return all;
}

std::vector<ExplainedPart> read_explained(std::string_view all, std::string_view rule) {
    std::vector<ExplainedPart> parts;
    for (const std::string_view one : split(all, rule_end)) {
        const auto pieces = split(one, part_end);
        if (pieces.front() != rule)
            continue;
        for (const std::string_view piece : pieces) {
            const std::size_t end = piece.find(heading_end);
            if (end != std::string_view::npos)
                parts.push_back({std::string(piece.substr(0, end)), std::string(piece.substr(end + 1))});
        }
    }
    return parts;
}

} // namespace jibiao::check
