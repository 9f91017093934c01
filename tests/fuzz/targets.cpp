#include "fuzz/targets.h"

#include "base/utf8.h"
#include "check/check.h"
#include "fuzz/budget.h"
#include "io/archive.h"
#include "io/baseline.h"
#include "io/embedded.h"
#include "io/open.h"
#include "io/template_json.h"
#include "io/text_import.h"
#include "model/patch.h"

#include <algorithm>
#include <utility>

namespace jibiao::fuzz {
namespace {

const Templates& known_templates() {
    static const Templates loaded = io::load_embedded_templates();
    return loaded;
}

const io::PreparedForms& prepared() {
    static const io::PreparedForms forms(known_templates());
    return forms;
}

const Profile& known_profile() {
    static const Profile loaded = io::load_embedded_profile("national");
    return loaded;
}

std::string_view known_text() {
    return io::embedded_asset("samples/heb-2021-shili.txt");
}

/// What an error owes its reader.
std::string complaint_about(const Error& error) {
    if (error.what.empty())
        return "an error without a message";
    if (error.what.find('\n') != std::string::npos)
        return "an error of several lines: " + error.what;
    if (error.what.size() > 1000)
        return "an error without end: " + error.what.substr(0, 1000);
    if (!is_valid_utf8(error.what))
        return "an error that is no UTF-8: " + error.what;
    return error.line < 0 ? "an error in line " + std::to_string(error.line) : std::string();
}

std::string complaint_about_check(const Book& book, const Template& form, const Profile& profile,
                                  std::size_t input_size) {
    const Budget budget(input_size);
    const check::Report report = check::run({book, form, profile, &known_templates().words()});
    if (auto spent = budget.exceeded("the check"); !spent.empty())
        return spent;
    const bool silent = std::ranges::any_of(
        report.findings, [](const check::Finding& finding) { return finding.message.empty(); });
    return silent ? "a finding without a message" : std::string();
}

std::string complaint_about_archives(const Book& book) {
    const auto json = io::read_json(io::write_json(book));
    if (!json || !(*json == book))
        return "the book is another one after JSON" + (json ? std::string() : ": " + json.error().what);
    const auto xml = io::read_xml(io::write_xml(book));
    if (!xml || !(*xml == book))
        return "the book is another one after XML" + (xml ? std::string() : ": " + xml.error().what);
    const auto binary = io::read_binary(io::write_binary(book));
    if (!binary || !(*binary == book))
        return "the book is another one after the binary form" +
               (binary ? std::string() : ": " + binary.error().what);
    return {};
}

/// What a reader makes of the bytes, and what it spent beyond its budget.
template <class Read>
auto measured(std::string_view bytes, Read&& read) {
    const Budget budget(bytes.size());
    auto result = read(bytes);
    return std::pair(std::move(result), budget.exceeded("the reader"));
}

/// Of a reader of books.
template <class Read>
std::string complaint_about_book(std::string_view bytes, Read&& read) {
    const auto [book, spent] = measured(bytes, read);
    if (!spent.empty())
        return spent;
    if (!book)
        return complaint_about(book.error());
    if (auto lost = complaint_about_archives(*book); !lost.empty())
        return lost;
    return complaint_about_check(*book, known_templates().get(book->template_id), known_profile(),
                                 bytes.size());
}

std::string try_text(std::string_view bytes) {
    return complaint_about_book(
        bytes, [](std::string_view text) { return io::open_book(text, "示例.txt", prepared()); });
}

std::string try_json(std::string_view bytes) {
    return complaint_about_book(bytes, io::read_json);
}

std::string try_xml(std::string_view bytes) {
    return complaint_about_book(bytes, io::read_xml);
}

std::string try_binary(std::string_view bytes) {
    return complaint_about_book(bytes, io::read_binary);
}

std::string try_patch(std::string_view bytes) {
    const auto [patch, spent] = measured(bytes, io::read_patch);
    if (!spent.empty())
        return spent;
    if (!patch)
        return complaint_about(patch.error());
    const std::string written = io::write_patch(*patch);
    const auto again = io::read_patch(written);
    if (!again || io::write_patch(*again) != written)
        return "the patch is another one after writing it";
    Book book;
    apply_patch(book, *patch);
    apply_patch(book, *patch);
    return {};
}

/// Of a reader of assets: what it read must do its work without harm, however little sense it makes.
template <class Read, class Use>
std::string complaint_about_asset(std::string_view bytes, Read&& read, Use&& use) {
    const auto [asset, spent] =
        measured(bytes, [&read](std::string_view text) { return read(text, "示例.json"); });
    if (!spent.empty())
        return spent;
    return asset ? use(*asset) : complaint_about(asset.error());
}

/// Imports and checks a sound text with them.
std::string complaint_about_templates(const Templates& templates, std::size_t input_size) {
    const auto book = io::import_text(known_text(), "示例.txt", templates);
    if (!book)
        return complaint_about(book.error());
    return complaint_about_check(*book, templates.get(book->template_id), known_profile(),
                                 input_size + known_text().size());
}

std::string try_template(std::string_view bytes) {
    return complaint_about_asset(bytes, io::read_template, [bytes](const Template& form) {
        return complaint_about_templates(Templates({form}, known_templates().words()), bytes.size());
    });
}

std::string try_reading(std::string_view bytes) {
    return complaint_about_asset(bytes, io::read_reading_words, [bytes](const ReadingWords& words) {
        return complaint_about_templates(Templates(known_templates().all(), words), bytes.size());
    });
}

std::string try_profile(std::string_view bytes) {
    static const auto book = io::import_text(known_text(), "示例.txt", prepared());
    return complaint_about_asset(bytes, io::read_profile, [bytes](const Profile& profile) {
        return complaint_about_check(*book, known_templates().get(book->template_id), profile,
                                     bytes.size() + known_text().size());
    });
}

std::string try_baseline(std::string_view bytes) {
    const auto [baseline, spent] = measured(bytes, io::read_baseline);
    if (!spent.empty())
        return spent;
    if (!baseline)
        return complaint_about(baseline.error());
    const auto again = io::read_baseline(io::write_baseline(*baseline));
    return again && *again == *baseline ? std::string() : "the baseline is another one after writing it";
}

constexpr Target all[] = {
    {"text", try_text},           {"json", try_json},         {"xml", try_xml},
    {"binary", try_binary, true}, {"patch", try_patch, true}, {"template", try_template},
    {"profile", try_profile},     {"reading", try_reading},   {"baseline", try_baseline},
};

} // namespace

std::span<const Target> targets() {
    return all;
}

const Target* find_target(std::string_view name) {
    const auto found = std::ranges::find(all, name, &Target::name);
    return found == std::end(all) ? nullptr : found;
}

} // namespace jibiao::fuzz
