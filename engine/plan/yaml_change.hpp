// SPDX-License-Identifier: MIT
#pragma once

#include "plan/yaml_document.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace merestone {

/// A stretch of a text, in bytes.
struct TextSpan {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The byte at which a place (line and column from 1, columns in characters) stands.
[[nodiscard]] std::size_t offsetOf(const std::string& text, int line, int column);

/// A scalar on one line, its quotes included; nothing when it is written over several lines.
[[nodiscard]] std::optional<TextSpan> scalarSpan(const std::string& text, const YamlNode& scalar);

/// A value as a scalar on one line: plain where that says the same, else in double quotes.
[[nodiscard]] std::string asScalar(const std::string& value, bool quoted);

/// Whether two values are the same, wherever they stand and however they are quoted.
[[nodiscard]] bool sameYaml(const YamlNode& a, const YamlNode& b);

} // namespace merestone
