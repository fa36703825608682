// SPDX-License-Identifier: MIT
#include "expressions/uncertain.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace merestone::expressions {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

struct Interval {
    double low;
    double high;
};

constexpr Interval kWholeLine{-kInfinity, kInfinity};

Interval errorOf(const UncertainNumber& number) noexcept {
    return {number.low, number.high};
}

Interval missingOf(const UncertainNumber& number) noexcept {
    return {number.certainLow, number.certainHigh};
}

UncertainNumber assembled(double value, Interval error, Interval missing) noexcept {
    return {value, error.low, error.high, missing.low, missing.high};
}

UncertainNumber unknownFrom(const UncertainNumber& a, const UncertainNumber& b) noexcept {
    const bool always = isNull(a) || isNull(b) || (isExact(a) && isExact(b));
    return always ? nullNumber() : unknownNumber();
}

/// The value with the bounds that `bounds` gives for each of the two kinds. Exact operands stay exact.
template <typename Bounds>
UncertainNumber combined(const UncertainNumber& a, const UncertainNumber& b, double value, Bounds bounds) noexcept {
    if (std::isnan(value)) {
        return unknownFrom(a, b);
    }
    if (isExact(a) && isExact(b)) {
        return UncertainNumber::exact(value);
    }
    return assembled(value, bounds(errorOf(a), errorOf(b)), bounds(missingOf(a), missingOf(b)));
}

/// Infinity minus infinity says nothing, so the bound goes to its end of the line.
Interval widened(double low, double high) noexcept {
    return {std::isnan(low) ? -kInfinity : low, std::isnan(high) ? kInfinity : high};
}

/// Zero times a bound of infinity is zero: the bound itself is never reached.
double productOfBounds(double a, double b) noexcept {
    return a == 0.0 || b == 0.0 ? 0.0 : a * b;
}

Interval productOf(Interval a, Interval b) noexcept {
    const auto [low, high] = std::minmax({productOfBounds(a.low, b.low), productOfBounds(a.low, b.high),
                                          productOfBounds(a.high, b.low), productOfBounds(a.high, b.high)});
    return {low, high};
}

Interval quotientOf(Interval a, Interval b) noexcept {
    if (b.low <= 0.0 && b.high >= 0.0) {
        return kWholeLine;
    }
    const auto [low, high] = std::minmax({a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high});
    const bool undefined = std::isinf(b.low + b.high) && (std::isinf(a.low) || std::isinf(a.high));
    return undefined ? kWholeLine : Interval{low, high};
}

Interval absoluteOf(Interval a) noexcept {
    const double high = std::max(std::abs(a.low), std::abs(a.high));
    const double low = a.low <= 0.0 && a.high >= 0.0 ? 0.0 : std::min(std::abs(a.low), std::abs(a.high));
    return {low, high};
}

bool holds(double a, Comparator comparator, double b) noexcept {
    switch (comparator) {
    case Comparator::equal:
        return a == b;
    case Comparator::notEqual:
        return a != b;
    case Comparator::less:
        return a < b;
    case Comparator::lessOrEqual:
        return a <= b;
    case Comparator::greater:
        return a > b;
    case Comparator::greaterOrEqual:
        return a >= b;
    }
    return false;
}

Possible possible(Interval a, Comparator comparator, Interval b) noexcept {
    const bool mayBeEqual = a.low <= b.high && b.low <= a.high;
    const bool mustBeEqual = a.low == a.high && b.low == b.high && a.low == b.low;
    switch (comparator) {
    case Comparator::equal:
        return {mayBeEqual, !mustBeEqual};
    case Comparator::notEqual:
        return {!mustBeEqual, mayBeEqual};
    case Comparator::less:
        return {a.low < b.high, a.high >= b.low};
    case Comparator::lessOrEqual:
        return {a.low <= b.high, a.high > b.low};
    case Comparator::greater:
        return {a.high > b.low, a.low <= b.high};
    case Comparator::greaterOrEqual:
        return {a.high >= b.low, a.low < b.high};
    }
    return {true, true};
}

} // namespace

UncertainNumber unknownNumber() noexcept {
    return {std::numeric_limits<double>::quiet_NaN(), -kInfinity, kInfinity, -kInfinity, kInfinity};
}

UncertainNumber nullNumber() noexcept {
    return UncertainNumber::exact(std::numeric_limits<double>::quiet_NaN());
}

UncertainNumber withOpenUnknown(const UncertainNumber& number) noexcept {
    return isUnknown(number) ? unknownNumber() : number;
}

bool isNull(const UncertainNumber& number) noexcept {
    return std::isnan(number.value) && std::isnan(number.low);
}

UncertainNumber withWidenedBounds(const UncertainNumber& number) noexcept {
    if (isUnknown(number)) {
        return nullNumber();
    }
    const auto sound = [&](double low, double high) {
        const Interval interval = widened(low, high);
        return Interval{std::min(interval.low, number.value), std::max(interval.high, number.value)};
    };
    return assembled(number.value, sound(number.low, number.high), sound(number.certainLow, number.certainHigh));
}

UncertainNumber sum(const UncertainNumber& a, const UncertainNumber& b) noexcept {
    return combined(a, b, a.value + b.value,
                    [](Interval x, Interval y) { return widened(x.low + y.low, x.high + y.high); });
}

UncertainNumber difference(const UncertainNumber& a, const UncertainNumber& b) noexcept {
    return combined(a, b, a.value - b.value,
                    [](Interval x, Interval y) { return widened(x.low - y.high, x.high - y.low); });
}

UncertainNumber product(const UncertainNumber& a, const UncertainNumber& b) noexcept {
    return combined(a, b, a.value * b.value, productOf);
}

UncertainNumber quotient(const UncertainNumber& a, const UncertainNumber& b) noexcept {
    if (b.value == 0.0) {
        return unknownFrom(a, b);
    }
    return combined(a, b, a.value / b.value, quotientOf);
}

UncertainNumber scaled(const UncertainNumber& a, double multiplier, double divisor) noexcept {
    const auto convert = [&](double x) { return x * multiplier / divisor; };
    return {convert(a.value), convert(a.low), convert(a.high), convert(a.certainLow), convert(a.certainHigh)};
}

UncertainNumber absolute(const UncertainNumber& a) noexcept {
    return combined(a, a, std::abs(a.value), [](Interval x, Interval) { return absoluteOf(x); });
}

UncertainNumber least(const UncertainNumber& a, const UncertainNumber& b) noexcept {
    if (isUnknown(a) || isUnknown(b)) {
        return unknownFrom(a, b);
    }
    return combined(a, b, std::min(a.value, b.value), [](Interval x, Interval y) {
        return Interval{std::min(x.low, y.low), std::min(x.high, y.high)};
    });
}

UncertainNumber greatest(const UncertainNumber& a, const UncertainNumber& b) noexcept {
    if (isUnknown(a) || isUnknown(b)) {
        return unknownFrom(a, b);
    }
    return combined(a, b, std::max(a.value, b.value), [](Interval x, Interval y) {
        return Interval{std::max(x.low, y.low), std::max(x.high, y.high)};
    });
}

UncertainNumber firstKnown(const UncertainNumber& a, const UncertainNumber& b) noexcept {
    if (!isUnknown(a)) {
        return a;
    }
    if (isNull(a)) {
        return b;
    }
    return isUnknown(b) ? a : assembled(b.value, kWholeLine, kWholeLine);
}

bool Judgement::isCertain(Truth value) const noexcept {
    const bool other =
        value == Truth::yes ? withinError.no() || withMissing.no() : withinError.yes() || withMissing.yes();
    return truth == value && value != Truth::unknown && !other;
}

Judgement judgedUnknown(const UncertainNumber& number) noexcept {
    if (isNull(number)) {
        return Judgement::certain(true);
    }
    const bool now = isUnknown(number);
    const auto mayBe = [&](Interval bounds) { return now || (bounds.low == -kInfinity && bounds.high == kInfinity); };
    return {now ? Truth::yes : Truth::no, Possible(mayBe(errorOf(number)), true),
            Possible(mayBe(missingOf(number)), true)};
}

Judgement compared(const UncertainNumber& a, Comparator comparator, const UncertainNumber& b) noexcept {
    if (isUnknown(a) || isUnknown(b)) {
        return {};
    }
    const bool result = holds(a.value, comparator, b.value);
    if (isExact(a) && isExact(b)) {
        return Judgement::certain(result);
    }
    return {result ? Truth::yes : Truth::no, possible(errorOf(a), comparator, errorOf(b)),
            possible(missingOf(a), comparator, missingOf(b))};
}

Judgement both(const Judgement& a, const Judgement& b) noexcept {
    const auto join = [](Possible x, Possible y) { return Possible(x.yes() && y.yes(), x.no() || y.no()); };
    Truth truth = Truth::unknown;
    if (a.truth == Truth::no || b.truth == Truth::no) {
        truth = Truth::no;
    } else if (a.truth == Truth::yes && b.truth == Truth::yes) {
        truth = Truth::yes;
    }
    return {truth, join(a.withinError, b.withinError), join(a.withMissing, b.withMissing)};
}

Judgement either(const Judgement& a, const Judgement& b) noexcept {
    return negated(both(negated(a), negated(b)));
}

Judgement negated(const Judgement& a) noexcept {
    const auto turned = [](Possible x) { return Possible(x.no(), x.yes()); };
    Truth truth = Truth::unknown;
    if (a.truth != Truth::unknown) {
        truth = a.truth == Truth::yes ? Truth::no : Truth::yes;
    }
    return {truth, turned(a.withinError), turned(a.withMissing)};
}

} // namespace merestone::expressions
