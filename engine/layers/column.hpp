// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

enum class ColumnType : std::uint8_t { integer, real, text, boolean, date };

/// One attribute of all features. Numbers and booleans are doubles with NaN for null (and for NaN and infinity in
/// the source: none of them can be compared). Text and dates (ISO 8601, "2031-03-31") are codes into a dictionary.
struct Column {
    static constexpr std::uint32_t kNull = std::numeric_limits<std::uint32_t>::max();

    std::string name;
    ColumnType type = ColumnType::text;
    std::vector<double> numbers;         ///< integer, real, boolean
    std::vector<std::uint32_t> codes;    ///< text, date
    std::vector<std::string> dictionary; ///< valid UTF-8

    [[nodiscard]] bool isText() const noexcept { return type == ColumnType::text || type == ColumnType::date; }
    [[nodiscard]] std::size_t size() const noexcept { return isText() ? codes.size() : numbers.size(); }
    [[nodiscard]] bool isNull(std::size_t row) const noexcept {
        return isText() ? codes[row] == kNull : std::isnan(numbers[row]);
    }
    /// Empty for null; numbers as they would be written ("12", "0.25").
    [[nodiscard]] std::string text(std::size_t row) const;
};

} // namespace merestone
