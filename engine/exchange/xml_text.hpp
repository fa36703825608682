// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace merestone {

/// Text as XML content or attribute value: markup is escaped, and what XML 1.0 cannot hold becomes U+FFFD.
[[nodiscard]] std::string xmlText(std::string_view text);

/// The same for an attribute, whose line ends and tabs a reader would turn into blanks.
[[nodiscard]] std::string xmlAttribute(std::string_view text);

} // namespace merestone
