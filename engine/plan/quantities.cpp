// SPDX-License-Identifier: MIT
#include "plan/quantities.hpp"

#include "base/text.hpp"
#include "plan/plan_names.hpp"
#include "plan/scalars.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace merestone {

namespace {

struct NamedDimension {
    Dimension dimension;
    const char* name;
};

constexpr std::array kDimensions{
    NamedDimension{{0, 0, 0, 0}, "a plain number"},
    NamedDimension{{1, 0, 0, 0}, "a length"},
    NamedDimension{{2, 0, 0, 0}, "an area"},
    NamedDimension{{3, 0, 0, 0}, "a volume"},
    NamedDimension{{0, 1, 0, 0}, "a time"},
    NamedDimension{{0, 0, 1, 0}, "a number of dwellings"},
    NamedDimension{{0, 0, 0, 1}, "a number of people"},
    NamedDimension{{-2, 0, 1, 0}, "a number of dwellings per area"},
    NamedDimension{{-2, 0, 0, 1}, "a number of people per area"},
    NamedDimension{{2, 0, 0, -1}, "an area per person"},
    NamedDimension{{2, 0, -1, 0}, "an area per dwelling"},
    NamedDimension{{0, 0, 0, -1}, "a number per person"},
    NamedDimension{{0, 0, -1, 0}, "a number per dwelling"},
    NamedDimension{{-2, 0, 0, 0}, "a number per area"},
    NamedDimension{{0, 0, 1, -1}, "a number of dwellings per person"},
    NamedDimension{{0, 0, -1, 1}, "a number of people per dwelling"},
};

/// Length of the number at the front of `text`, 0 if there is none.
std::size_t numberLength(std::string_view text) noexcept {
    const std::size_t sign = !text.empty() && (text.front() == '+' || text.front() == '-') ? 1 : 0;
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data() + sign, text.data() + text.size(), value);
    return error == std::errc::invalid_argument ? 0 : static_cast<std::size_t>(end - text.data());
}

std::string_view withoutBlanks(std::string_view text) noexcept {
    const std::size_t begin = std::min(text.find_first_not_of(" \t"), text.size());
    const std::size_t end = text.find_last_not_of(" \t") + 1;
    return text.substr(begin, std::max(begin, end) - begin);
}

std::string unreadable(const std::string& text, const Unit& expected, const std::string& label) {
    const std::size_t number = numberLength(text);
    const std::string_view unit = withoutBlanks(std::string_view(text).substr(number));
    if (number > 0 && !unit.empty()) {
        return label + " has the unknown unit " + inQuotes(unit) + didYouMean(unit, unitNames());
    }
    const std::string example = "400" + (expected.symbol.empty() ? std::string() : " " + expected.symbol);
    return label + " must be " + dimensionName(expected.dimension) + " such as '" + example + "', not " +
           inQuotes(text);
}

} // namespace

std::string dimensionName(const Dimension& dimension) {
    for (const NamedDimension& named : kDimensions) {
        if (named.dimension == dimension) {
            return named.name;
        }
    }
    return "another kind of quantity";
}

Unit knownUnit(std::string_view symbol) {
    return symbol.empty() ? Unit{} : parseUnit(symbol).value_or(Unit{});
}

std::string whyNotIn(const Quantity& quantity, const Unit& expected, const std::string& label) {
    if (quantity.unit.symbol.empty() && !expected.symbol.empty()) { // also "10" for "10 %"
        return label + " needs a unit: write '" + shortest(quantity.value) + " " + expected.symbol + "'";
    }
    if (quantity.unit.dimension == expected.dimension) {
        return {};
    }
    const std::string wanted = dimensionName(expected.dimension);
    return label + " is in " + quantity.unit.symbol + ", " + dimensionName(quantity.unit.dimension) + ", but must be " +
           wanted + (expected.symbol.empty() ? "" : " (such as " + expected.symbol + ")");
}

std::string whyNoQuantity(const std::string& text, const Unit& expected, const std::string& label) {
    const std::optional<Quantity> quantity = parseQuantity(text);
    return quantity ? whyNotIn(*quantity, expected, label) : unreadable(text, expected, label);
}

std::optional<Quantity> readQuantity(const YamlNode& node, const Unit& expected, const std::string& label,
                                     Problems& problems) {
    const std::optional<std::string> text = readText(node, label, problems);
    if (!text) {
        return std::nullopt;
    }
    if (const std::string why = whyNoQuantity(*text, expected, label); !why.empty()) {
        problems.add(node, why);
        return std::nullopt;
    }
    return parseQuantity(*text);
}

std::optional<Unit> readUnit(const YamlNode& node, const std::string& label, Problems& problems) {
    const std::optional<std::string> text = readText(node, label, problems);
    if (!text) {
        return std::nullopt;
    }
    std::optional<Unit> unit = parseUnit(*text);
    if (!unit) {
        problems.add(node, label + " is the unknown unit " + inQuotes(*text) + didYouMean(*text, unitNames()));
    }
    return unit;
}

bool looksLikeQuantity(std::string_view text) noexcept {
    const std::size_t number = numberLength(text);
    const std::string_view rest = withoutBlanks(text.substr(number));
    if (number == 0 || rest.empty()) {
        return false;
    }
    const char c = rest.front();
    return c == '%' || c == '/' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

} // namespace merestone
