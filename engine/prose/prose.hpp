// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace merestone {

/// A word, a number or one of the signs '%' and '£', with the place where it stands in Prose::text().
struct ProseToken {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::uint32_t sentence = 0;
};

/// English text taken apart into words and sentences, to look for phrases in it. Any bytes are safe: what is no UTF-8
/// becomes a blank. Typographic signs become plain ones (quotes, dashes, blanks, ligatures, "m²"), bullets begin a new
/// sentence, and a number parts from the unit behind it ("400m"). Immutable, for any thread.
class Prose {
public:
    explicit Prose(std::string_view bytes);

    /// The text with plain signs, as it may be quoted.
    [[nodiscard]] const std::string& text() const noexcept { return m_text; }
    [[nodiscard]] const std::vector<ProseToken>& tokens() const noexcept { return m_tokens; }
    /// In ASCII lower case.
    [[nodiscard]] std::string_view word(std::size_t token) const noexcept;
    /// First token of a sentence and the one behind its last.
    [[nodiscard]] std::pair<std::size_t, std::size_t> sentence(std::uint32_t number) const noexcept;
    /// The word with what hangs on to it, as references are written: "BH-1a", "2.4", "HO2(1)"; at most 64 bytes behind
    /// the word.
    [[nodiscard]] std::string reference(std::size_t token) const;

    /// Text that comes in pages has a form feed behind each.
    [[nodiscard]] bool hasPages() const noexcept { return !m_pageEnds.empty(); }
    /// From 1.
    [[nodiscard]] std::size_t page(std::size_t offset) const noexcept;
    /// Some words from `first` to before `last` and around them, on one line, "…" where the sentence goes on; never
    /// more than a few hundred bytes.
    [[nodiscard]] std::string quote(std::size_t first, std::size_t last) const;

private:
    std::string m_text;
    std::string m_lower;
    std::vector<ProseToken> m_tokens;
    std::vector<std::size_t> m_sentences; ///< first token of each
    std::vector<std::size_t> m_pageEnds;
};

} // namespace merestone
