// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

/// One step through a sentence.
struct PhraseStep {
    enum class Kind {
        word,     ///< one of these words, or one that begins so
        number,   ///< any number, in digits or as a word up to twenty
        year,     ///< a number from 1900 to 2199
        anyWord,  ///< any one word
        gap,      ///< up to kLongestGap words
        end,      ///< nothing more in the sentence
        reference ///< a word that is looked up: see PhraseMatch::reference
    };
    Kind kind = Kind::word;
    std::vector<std::string> words;    ///< lower case
    std::vector<std::string> prefixes; ///< lower case
};

inline constexpr std::size_t kLongestGap = 8;

/// A way in which a phrase can be written, step by step.
using PhraseSpelling = std::vector<PhraseStep>;

/// Every spelling of a phrase as people write it in a list:
/// `where (possible|practicable)` alternatives · `[very] high quality` may be left out · `develop*` any ending ·
/// `#` a number · `#year` · `_` any word · `...` up to eight words · `$` the end of the sentence · `@` a reference.
/// Case, hyphens and line ends do not matter. Throws Error(plan) with one line when it cannot be read; any text is
/// safe.
[[nodiscard]] std::vector<PhraseSpelling> phraseSpellings(std::string_view pattern);

} // namespace merestone
