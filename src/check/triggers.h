#pragma once
#include "templates/template.h"

#include <cstdint>
#include <string_view>
#include <vector>

/// Spares the rules of cells the texts in which they cannot find anything: each text is read once, whatever
/// the number of rules and words.

namespace jibiao::check {

struct Rule;

/// Which rules of cells may find something in a text. A rule that has a line TRIGGERS(name) in rules.def says
/// in its file by which words of the cell, as they stand there:
///
///     void triggers(const Profile& profile, CellGate& gate) { gate.add(profile.placeholders); }
///
/// It is called where one of them may stand; the others are called always.
class CellGate {
  public:
    using Rules = std::uint32_t; ///< A bit each; one for all that have no triggers.

    explicit CellGate(const Profile& profile);

    Rules rules_for(std::string_view text) const;
    static Rules bit_of(const Rule& rule);

    void add(std::string_view word);
    void add(const WordList& words);
    void add(const WordTable& words);

  private:
    Rules now_ = 0; ///< Whose words are being added.
    /// By the first byte of words that begin with no ideograph, by the ideograph of those that go on with
    /// another letter, and by the first two. The last ones are hashed: a bit more in a few texts costs a
    /// call.
    std::vector<Rules> bytes_, letters_, pairs_;
};

} // namespace jibiao::check
