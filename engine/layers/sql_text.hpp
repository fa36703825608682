// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace merestone {

/// A name as SQL writes it, quotation marks included.
[[nodiscard]] std::string sqlName(const std::string& name);

/// A text as SQL writes it, quotation marks included; a null character, which no server takes, becomes U+FFFD. Of
/// PostgreSQL this asks for standard_conforming_strings, its default since 9.1.
[[nodiscard]] std::string sqlText(const std::string& text);

} // namespace merestone
