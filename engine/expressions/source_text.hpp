// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.hpp"
#include "expressions/tree.hpp"

#include <cstddef>
#include <string>

namespace merestone::expressions {

/// The text of an expression and where it stands; words every error about it in the same way.
class SourceText {
public:
    /// `what` is "condition" or "formula". Throws Error(plan) when the text is empty, too long, not UTF-8 or holds
    /// control characters.
    SourceText(const char* what, const std::string& text, const Place& place);

    [[nodiscard]] const std::string& text() const noexcept { return m_text; }
    [[nodiscard]] const char* what() const noexcept { return m_what; }
    /// Throws Error(plan): place, the text, the column (in characters, from 1) of byte `position`, then `message`.
    [[noreturn]] void fail(std::size_t position, const std::string& message) const;

private:
    const char* m_what;
    const std::string& m_text;
    const Place& m_place;
};

constexpr std::size_t kLongestExpression = 65536;
constexpr std::size_t kDeepestExpression = 200;

} // namespace merestone::expressions
