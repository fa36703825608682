// SPDX-License-Identifier: MIT
#include "layers/value_types.hpp"

#include "base/text.hpp"
#include "layers/column_builder.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace merestone {

namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// A number that would lose something by being one: "007", "+44…", more digits than a double holds.
bool isCode(std::string_view text) {
    if (!text.empty() && text.front() == '+') {
        return true;
    }
    if (!text.empty() && text.front() == '-') {
        text.remove_prefix(1);
    }
    if (text.size() > 1 && text[0] == '0' && isDigit(text[1])) {
        return true;
    }
    constexpr std::size_t kSafeDigits = 15;
    return text.size() > kSafeDigits && std::all_of(text.begin(), text.end(), isDigit);
}

} // namespace

void ValueTypes::add(std::string_view text) noexcept {
    m_any = true;
    const auto isNumberChar = [](char c) {
        return isDigit(c) || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E' || c == ' ';
    };
    double value = 0.0;
    const bool number = m_real && std::all_of(text.begin(), text.end(), isNumberChar) && !isCode(text) &&
                        parseNumber(text, value) && std::isfinite(value);
    m_real = number;
    m_integer = m_integer && number && text.find_first_of(".eE") == std::string_view::npos;
    m_boolean =
        m_boolean && (text.size() == 4 || text.size() == 5) && (lowered(text) == "true" || lowered(text) == "false");
    m_date = m_date && isDateOrTime(text);
}

ColumnType ValueTypes::type() const noexcept {
    if (!m_any) {
        return ColumnType::text;
    }
    if (m_integer) {
        return ColumnType::integer;
    }
    if (m_real) {
        return ColumnType::real;
    }
    if (m_boolean) {
        return ColumnType::boolean;
    }
    return m_date ? ColumnType::date : ColumnType::text;
}

bool isDateOrTime(std::string_view text) noexcept {
    constexpr std::string_view kPattern = "dddd-dd-dd";
    if (text.size() < kPattern.size()) {
        return false;
    }
    for (std::size_t i = 0; i < kPattern.size(); ++i) {
        if (kPattern[i] == 'd' ? !isDigit(text[i]) : text[i] != '-') {
            return false;
        }
    }
    if (text.size() == kPattern.size()) {
        return true;
    }
    const char separator = text[kPattern.size()];
    return (separator == 'T' || separator == ' ') && text.size() >= 16 && isDigit(text[11]) && text[13] == ':';
}

std::string normalisedDate(std::string_view text) {
    constexpr std::size_t kDate = 10;
    constexpr std::size_t kSeconds = 19;
    std::string result(text);
    if (!isDateOrTime(text) || text.size() == kDate) {
        return result;
    }
    result[kDate] = 'T';
    if (result.size() > kSeconds && result[kSeconds] == '.') {
        const std::size_t end = result.find_first_not_of('0', kSeconds + 1);
        if (end == std::string::npos || !isDigit(result[end])) {
            result.erase(kSeconds, end == std::string::npos ? std::string::npos : end - kSeconds);
        }
    }
    const std::string time = result.substr(kDate + 1);
    if (time == "00:00:00" || time == "00:00:00Z" || time == "00:00") {
        result.resize(kDate);
    }
    return result;
}

bool startsLikeWkt(std::string_view text) {
    constexpr std::array<std::string_view, 8> kTypes = {
        "POINT", "LINESTRING", "POLYGON", "MULTI", "GEOMETRYCOLLECTION", "CURVE", "COMPOUNDCURVE", "CIRCULARSTRING"};
    if (lowered(text.substr(0, 5)) == "srid=") {
        const std::size_t end = text.find(';');
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    const std::size_t start = text.find_first_not_of(" \t\r\n");
    text.remove_prefix(start == std::string_view::npos ? text.size() : start);
    return std::any_of(kTypes.begin(), kTypes.end(),
                       [&](std::string_view type) { return lowered(text.substr(0, type.size())) == lowered(type); });
}

} // namespace merestone
