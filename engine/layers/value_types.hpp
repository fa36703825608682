// SPDX-License-Identifier: MIT
#pragma once

#include "layers/column.hpp"

#include <string>
#include <string_view>

namespace merestone {

/// Finds the narrowest type that all texts of a column fit.
class ValueTypes {
public:
    void add(std::string_view text) noexcept;
    /// Text when there was no value, or none that fits another type.
    [[nodiscard]] ColumnType type() const noexcept;

private:
    bool m_any = false;
    bool m_integer = true;
    bool m_real = true;
    bool m_boolean = true;
    bool m_date = true;
};

/// "2031-03-31", with a time behind it or not.
[[nodiscard]] bool isDateOrTime(std::string_view text) noexcept;

/// An ISO date in the one spelling in which all formats are compared: midnight without a zone is left out
/// ("2031-03-31T00:00:00Z" is "2031-03-31"), a blank between date and time is a T, fractions are dropped when zero.
[[nodiscard]] std::string normalisedDate(std::string_view text);

/// "POINT (", "SRID=27700;POLYGON((" and the like.
[[nodiscard]] bool startsLikeWkt(std::string_view text);

} // namespace merestone
