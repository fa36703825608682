// SPDX-License-Identifier: MIT
#pragma once

#include "measures/measure.hpp"
#include "prose/phrase_finder.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace merestone {

/// A passage that a text measure counts.
struct TextFind {
    std::size_t first = 0;
    std::size_t last = 0;
    bool certain = true; ///< false: it may or may not count, nobody can look it up
};

/// What a text measure looks for. Const functions run on any thread.
class TextSearch {
public:
    TextSearch() = default;
    TextSearch(const TextSearch&) = delete;
    TextSearch& operator=(const TextSearch&) = delete;
    virtual ~TextSearch() = default;
    /// In the order of the text; nothing when it cannot be known for any text.
    [[nodiscard]] virtual std::optional<std::vector<TextFind>> find(const Prose& prose) const = 0;
    [[nodiscard]] virtual std::string method() const = 0;
};

/// The phrases behind an option: those of the list that it names (for `phrases` with those of `also`), or the phrases
/// of `except` themselves; an empty finder for "none". Throws Error(plan) when no pack has such a list.
[[nodiscard]] PhraseFinder phrasesOf(const MeasureRequest& request, const std::string& option);

/// `unknown_references`.
[[nodiscard]] std::unique_ptr<TextSearch> makeReferenceSearch(const MeasureRequest& request);

} // namespace merestone
