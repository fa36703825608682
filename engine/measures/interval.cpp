// SPDX-License-Identifier: MIT
#include "measures/interval.hpp"

#include <algorithm>
#include <cmath>

namespace merestone {

namespace {

struct Interval {
    double low;
    double high;
};

/// Of two intervals of amounts that are never negative.
Interval divided(Interval a, Interval b) {
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    const double low = std::isinf(b.high) ? 0.0 : a.low / b.high;
    const double high = b.low > 0.0 ? a.high / b.low : kInfinity;
    return {std::isnan(low) ? 0.0 : low, std::isnan(high) ? kInfinity : high};
}

} // namespace

UncertainNumber quotient(const UncertainNumber& a, const UncertainNumber& b) {
    if (std::isnan(a.value) || std::isnan(b.value) || b.value == 0.0) {
        return UncertainNumber::exact(std::nan(""));
    }
    const double value = a.value / b.value;
    const Interval error = divided({a.low, a.high}, {b.low, b.high});
    const Interval missing = divided({a.certainLow, a.certainHigh}, {b.certainLow, b.certainHigh});
    return {value, std::min(value, error.low), std::max(value, error.high), std::min(value, missing.low),
            std::max(value, missing.high)};
}

UncertainNumber scaled(const UncertainNumber& a, double factor) {
    return {a.value * factor, a.low * factor, a.high * factor, a.certainLow * factor, a.certainHigh * factor};
}

UncertainNumber smaller(const UncertainNumber& a, const UncertainNumber& b) {
    return {std::min(a.value, b.value), std::min(a.low, b.low), std::min(a.high, b.high),
            std::min(a.certainLow, b.certainLow), std::min(a.certainHigh, b.certainHigh)};
}

UncertainNumber larger(const UncertainNumber& a, const UncertainNumber& b) {
    return {std::max(a.value, b.value), std::max(a.low, b.low), std::max(a.high, b.high),
            std::max(a.certainLow, b.certainLow), std::max(a.certainHigh, b.certainHigh)};
}

void appendTo(MeasureColumn& column, const UncertainNumber& number) {
    column.values.push_back(number.value);
    column.low.push_back(number.low);
    column.high.push_back(number.high);
    column.certainLow.push_back(number.certainLow);
    column.certainHigh.push_back(number.certainHigh);
}

} // namespace merestone
