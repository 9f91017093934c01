#pragma once
#include "base/pinyin.h"
#include "base/words.h"
#include "edit/edit.h"
#include "platform/later.h"
#include "templates/library.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Indicators to choose from: the library's, which is fetched when it is opened first, and the office's own.

namespace jibiao::app {

inline constexpr std::string_view library_asset = "library/indicators.txt";
inline constexpr std::string_view pinyin_asset = "library/pinyin.txt";
/// Where the office's own indicators stand among the fields of the library.
inline constexpr const char* own_field = word("本单位");

/// What has been fetched of it.
struct Library {
    bool is_coming = false;
    std::string failure; ///< Why there are no entries, in Chinese.
    std::vector<LibraryEntry> entries;
    Pinyin pinyin; ///< Empty where readings could not be fetched: then it is found by Chinese only.
};

/// Indicators of the open book, each name once, which say more than the library does.
[[gnu::noinline]] std::vector<LibraryEntry> own_entries(const platform::Later&, const Book& book,
                                                        const Template& form, const Library& library);

struct LibrarySearch {
    std::string text;                            ///< As typed; blanks separate words, each must be found.
    std::string field;                           ///< Only of this one; "" for all.
    CategoryKind category = CategoryKind::none;  ///< Only of this one; none for all.
    CategoryKind favourite = CategoryKind::none; ///< Of equally good ones, this category's come first.
    bool operator==(const LibrarySearch&) const = default;
};
/// What is found, best first: by name (whole, beginning, within), then by field or category, then by
/// description and basis; among equals the favourite category, then the office's own. By pinyin and initials
/// too, in descriptions only from four letters on: fewer stand in every second one. They point into `library`
/// and `own`.
[[gnu::noinline]] std::vector<const LibraryEntry*> find_entries(const platform::Later&,
                                                                const Library& library,
                                                                const std::vector<LibraryEntry>& own,
                                                                const LibrarySearch& search);

/// The entry of this name; null if there is none.
[[gnu::noinline]] const LibraryEntry* entry_called(const platform::Later&, const Library& library,
                                                   std::string_view name);
/// What a target of the entry looks like, without its number: "≥ … 人次"; "" if nothing is
/// known of it.
[[gnu::noinline]] std::string target_hint(const platform::Later&, const LibraryEntry& entry);

/// An entry put into a project's table, as one undo step.
struct EntryEdit {
    edit::Edit edit;
    std::size_t row; ///< Where it stands afterwards.
};
/// Into row `row` if nothing but its category is filled, else into a new one below it; behind the last one if
/// there is no such row. Only into columns that the form has; the number of the target is the person's.
[[gnu::noinline]] EntryEdit use_entry(const platform::Later&, const Template& form, const Project& project,
                                      std::size_t row, const LibraryEntry& entry);

} // namespace jibiao::app
