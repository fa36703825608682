// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

/// Exponents of the kinds of thing that planning quantities count.
struct Dimension {
    std::int8_t metres = 0;
    std::int8_t days = 0;
    std::int8_t dwellings = 0;
    std::int8_t people = 0;

    friend bool operator==(const Dimension&, const Dimension&) = default;
};

/// A unit of measurement: `coherent value = value * factor` in metres, days, dwellings and people.
struct Unit {
    Dimension dimension;
    double factor = 1.0;
    std::string symbol; ///< as printed after a number: "m", "ha", "%", "dwellings/ha"; empty for a plain number
};

struct Quantity {
    double value = 0.0; ///< in `unit`, not in the coherent unit
    Unit unit;
};

/// The unit that `text` names ("m", "km", "m2", "ha", "km2", "%", "dwellings per hectare", "dwellings/ha", "dph",
/// "ha per 1000 people", "per 1000 people", "people", "dwellings", "homes", "days", "weeks", "months", "years" …),
/// or nothing if no unit is called that. A ratio `A per B` or `A/B` of known units is a unit too. Case and blanks do
/// not matter. Count words ("units", "bedrooms") are plain numbers; a month is 30.4375 days, a year 365.25.
[[nodiscard]] std::optional<Unit> parseUnit(std::string_view text);

/// "400 m" -> 400 metres. Nothing if the number or the unit cannot be read. "12" alone gives the plain unit.
[[nodiscard]] std::optional<Quantity> parseQuantity(std::string_view text);

/// Factor that turns a value in `from` into a value in `to`; the dimensions must be equal (precondition).
[[nodiscard]] double conversionFactor(const Unit& from, const Unit& to);

/// `value` in `from`, expressed in `to` (equal dimensions: precondition). Rounds once where the ratio is a whole
/// number, so that 7000 m2 is 0.7 ha exactly as written; prefer it to the factor. Infinity and NaN stay what they are.
[[nodiscard]] double convert(double value, const Unit& from, const Unit& to);

/// "400 m", "12.5 %", "3": number in the shortest form with at most `decimals` decimals, C locale, then the symbol
/// (in the singular after 1: "1 dwelling"). NaN is "unknown"; infinity is "infinite", without a unit.
[[nodiscard]] std::string formatQuantity(double value, const Unit& unit, int decimals = 2);

/// All unit names that parseUnit knows by themselves, for suggestions.
[[nodiscard]] const std::vector<std::string>& unitNames();

} // namespace merestone
