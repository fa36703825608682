// SPDX-License-Identifier: MIT
#pragma once

#include "prose/phrase_pattern.hpp"
#include "prose/prose.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

/// Where a phrase stands in a text.
struct PhraseMatch {
    std::size_t first = 0;                ///< token
    std::size_t last = 0;                 ///< token behind it
    std::size_t phrase = 0;               ///< which of the finder's
    std::size_t skipped = 0;              ///< words that a '...' jumped over
    std::optional<std::size_t> reference; ///< token at the '@' of the phrase
};

/// Looks for many phrases at once. A phrase never runs beyond its sentence; of those that begin at one word the one
/// that jumps over the fewest words counts, then the longest, and matches do not overlap. The time is bounded for any
/// text. Immutable, for any thread.
class PhraseFinder {
public:
    PhraseFinder() = default;
    /// Throws Error(plan) for a phrase that cannot be read (see phraseSpellings).
    /// Where one of `exceptions` stands, nothing is found: "neighbourhood development plan" is no "development plan".
    explicit PhraseFinder(const std::vector<std::string>& phrases, const std::vector<std::string>& exceptions = {});

    [[nodiscard]] std::vector<PhraseMatch> find(const Prose& prose) const {
        return find(prose, 0, prose.tokens().size());
    }
    /// Only those that begin at a token from `begin` on and before `end`.
    [[nodiscard]] std::vector<PhraseMatch> find(const Prose& prose, std::size_t begin, std::size_t end) const;
    [[nodiscard]] bool empty() const noexcept { return m_spellings.empty(); }

private:
    struct Spelling {
        PhraseSpelling steps;
        std::size_t phrase = 0;
    };
    [[nodiscard]] std::optional<PhraseMatch> at(const Prose& prose, std::size_t token) const;
    void tryAll(const std::vector<std::size_t>& spellings, const Prose& prose, std::size_t token,
                std::optional<PhraseMatch>& best) const;

    std::vector<Spelling> m_spellings;
    std::map<std::string, std::vector<std::size_t>, std::less<>> m_byFirstWord;
    void add(const std::string& phrase, std::size_t number);

    std::vector<std::size_t> m_others;
};

/// The value of a number in digits ("1,000.5") or of a word up to twenty; nothing else is one.
[[nodiscard]] std::optional<double> numberValue(std::string_view word) noexcept;

} // namespace merestone
