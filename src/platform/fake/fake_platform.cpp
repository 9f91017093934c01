#include "platform/fake/fake_platform.h"

#include "platform/tab_order.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

namespace jibiao::platform {
namespace {

/// 12 of "b12"; 0 of others.
std::uint64_t number_of(std::string_view book) {
    std::uint64_t number = 0;
    if (book.starts_with('b'))
        std::from_chars(book.data() + 1, book.data() + book.size(), number);
    return number;
}

} // namespace

void FakePlatform::focus_by_user(std::string_view node) {
    if (focused_ == node)
        return;
    if (!focused_.empty())
        push(Blurred{focused_});
    focused_ = node;
    if (!focused_.empty())
        push(Focused{focused_});
}

void FakePlatform::enter_text(std::string_view node, std::string_view text) {
    focus_by_user(node);
    change_text(node, text);
    commit_text(node, text);
    focus_by_user("");
}

std::uint32_t FakePlatform::change_text(std::string_view node, std::string_view text, bool composing) {
    push(TextChanged{std::string(node), std::string(text), composing, ++text_revision_});
    return text_revision_;
}

std::uint32_t FakePlatform::commit_text(std::string_view node, std::string_view text) {
    push(TextCommitted{std::string(node), std::string(text), ++text_revision_});
    return text_revision_;
}

void FakePlatform::bring_later() {
    later_ = true;
    push(LaterLoaded{});
}

void FakePlatform::fetch_asset(std::string_view name) {
    ++asset_requests_;
    if (const auto found = assets_.find(name); found != assets_.end())
        push(AssetLoaded{found->first, found->second});
    else
        push(AssetFailed{std::string(name), "没有取到，请检查网络后再试"});
}

void FakePlatform::resize(Size size) {
    size_ = size;
    push(Resized{});
}

void FakePlatform::set_look(Look look) {
    look_ = look;
    push(Redraw{});
}

const Node* FakePlatform::find(std::string_view id) const {
    const auto found = std::ranges::find(tree_, id, &Node::id);
    return found == tree_.end() ? nullptr : &*found;
}

const Node* FakePlatform::find(Role role, std::string_view name) const {
    const auto found =
        std::ranges::find_if(tree_, [&](const Node& n) { return n.role == role && n.name == name; });
    return found == tree_.end() ? nullptr : &*found;
}

std::vector<Event> FakePlatform::poll() {
    return std::exchange(events_, {});
}

std::vector<Input> FakePlatform::poll_input() {
    return std::exchange(inputs_, {});
}

void FakePlatform::publish(const Tree& tree) {
    tree_ = tree;
    ++publications_;
    if (!focused_.empty() && !find(focused_))
        focus_by_user("");
}

void FakePlatform::focus(std::string_view node) {
    const Node* target = find(node);
    if ((target && takes_keyboard(*target)) || (node.empty() && !native_text_fields))
        focus_by_user(node);
}

FontMetrics FakePlatform::font_metrics(float size, bool) {
    return {.ascent = 0.88f * size, .descent = -0.12f * size};
}

Glyph FakePlatform::rasterize(char32_t code_point, float size, bool) {
    ++rasterized_;
    const float advance = code_point < 0x250 ? size / 2 : size;
    const bool visible = code_point > U' ' && code_point != U'\u3000';
    Glyph glyph{
        .found = true, .advance = advance, .left = 0, .top = 0, .width = 0, .height = 0, .pixels = {}};
    if (!visible)
        return glyph;
    glyph.width = static_cast<int>(std::floor(advance));
    glyph.height = static_cast<int>(std::floor(0.88f * size));
    glyph.top = -glyph.height;
    pixels_.assign(static_cast<std::size_t>(glyph.width * glyph.height), 255);
    glyph.colored = code_point >= U'\U0001F300' && code_point < U'\U0001FB00';
    if (glyph.colored) {
        constexpr std::uint8_t red[] = {255, 0, 0, 255};
        pixels_.resize(4 * pixels_.size());
        for (std::size_t i = 0; i < pixels_.size(); ++i)
            pixels_[i] = red[i % 4];
    }
    glyph.pixels = pixels_;
    return glyph;
}

void FakePlatform::paste_text() {
    if (clipboard_)
        push(TextPasted{*clipboard_});
    else
        push(PasteFailed{"剪贴板读不到"});
}

void FakePlatform::copy(std::string_view text, std::string_view html) {
    copied_ = {std::string(text), std::string(html)};
    clipboard_ = text;
    push(Copied{});
}

std::string FakePlatform::preference(std::string_view key) const {
    const auto found = preferences_.find(key);
    return found == preferences_.end() ? "" : found->second;
}

void FakePlatform::set_preference(std::string_view key, std::string_view value) {
    preferences_.insert_or_assign(std::string(key), std::string(value));
}

void FakePlatform::save_file(std::string_view name, std::string_view mime, std::string_view bytes) {
    saved_files_.push_back({std::string(name), std::string(mime), std::string(bytes)});
    push(FileSaved{std::string(name), std::exchange(cancels_save_, false)});
}

void FakePlatform::journal_append(std::string_view book, std::uint64_t revision, std::string_view entry) {
    if (journal_refuses())
        return;
    open_book_ = book;
    journal_[open_book_].entries[revision] = entry;
    push(JournalSaved{open_book_, revision});
}

void FakePlatform::journal_snapshot(std::string_view book, std::uint64_t revision,
                                    std::string_view snapshot) {
    if (journal_refuses())
        return;
    open_book_ = book;
    Stored& stored = journal_[open_book_];
    stored.snapshot_revision = revision;
    stored.snapshot = snapshot;
    stored.entries.clear();
    push(JournalSaved{open_book_, revision});
}

void FakePlatform::journal_meta(std::string_view book, std::string_view meta) {
    if (!journal_refuses())
        journal_[std::string(book)].meta = meta;
}

void FakePlatform::journal_list() {
    if (journal_refuses())
        return;
    BooksListed listed{.books = {}, .open = open_book_, .next = next_book_};
    for (const auto& [id, stored] : journal_) {
        listed.books.push_back({id, stored.meta});
        listed.next = std::max(listed.next, number_of(id) + 1);
    }
    next_book_ = listed.next;
    push(std::move(listed));
}

void FakePlatform::journal_delete(std::string_view book) {
    if (journal_refuses())
        return;
    next_book_ = std::max(next_book_, number_of(book) + 1);
    journal_.erase(std::string(book));
    if (open_book_ == book)
        open_book_.clear();
}

void FakePlatform::journal_load(std::string_view book) {
    if (journal_refuses(book))
        return;
    const Stored& stored = journal_[std::string(book)];
    JournalLoaded loaded{.book = std::string(book),
                         .snapshot = stored.snapshot,
                         .entries = {},
                         .revision = stored.snapshot_revision};
    for (const auto& [revision, entry] : stored.entries) {
        loaded.entries.push_back(entry);
        loaded.revision = revision;
    }
    push(std::move(loaded));
}

bool FakePlatform::journal_refuses(std::string_view book) {
    if (!journal_error_.empty())
        push(JournalFailed{journal_error_, std::string(book)});
    return !journal_error_.empty();
}

} // namespace jibiao::platform
