// SPDX-License-Identifier: MIT
#pragma once

#include "expressions/expression.hpp"
#include "expressions/tree.hpp"

#include <cmath>
#include <cstdint>

namespace merestone::expressions {

// Calculation with uncertain numbers. The results' bounds contain every result that operands within their bounds can
// give (operands are taken as independent); an unknown operand makes the result unknown.

/// Unknown now, but an operand is uncertain and another value of it would give a number (a divisor that is zero now).
[[nodiscard]] UncertainNumber unknownNumber() noexcept;
/// Unknown whatever the error and the missing data: a null.
[[nodiscard]] UncertainNumber nullNumber() noexcept;
/// For readers outside: any unknown has open bounds.
[[nodiscard]] UncertainNumber withOpenUnknown(const UncertainNumber& number) noexcept;
[[nodiscard]] inline bool isUnknown(const UncertainNumber& number) noexcept {
    return std::isnan(number.value);
}
/// Neither error nor missing data; not true of an unknown number.
[[nodiscard]] inline bool isExact(const UncertainNumber& number) noexcept {
    return number.low == number.high && number.certainLow == number.certainHigh;
}
[[nodiscard]] bool isNull(const UncertainNumber& number) noexcept;
/// Bounds that are NaN or on the wrong side of the value are widened so that they hold it.
[[nodiscard]] UncertainNumber withWidenedBounds(const UncertainNumber& number) noexcept;
/// The same, quick for the many numbers that are exact.
[[nodiscard]] inline UncertainNumber withSoundBounds(const UncertainNumber& number) noexcept {
    const bool sound = isExact(number) && number.low == number.value && number.certainLow == number.value;
    return sound ? number : withWidenedBounds(number);
}

[[nodiscard]] UncertainNumber sum(const UncertainNumber& a, const UncertainNumber& b) noexcept;
[[nodiscard]] UncertainNumber difference(const UncertainNumber& a, const UncertainNumber& b) noexcept;
[[nodiscard]] UncertainNumber product(const UncertainNumber& a, const UncertainNumber& b) noexcept;
/// Unknown for a divisor of zero; bounds without limit for a divisor that may be zero.
[[nodiscard]] UncertainNumber quotient(const UncertainNumber& a, const UncertainNumber& b) noexcept;
/// a * multiplier / divisor, both positive.
[[nodiscard]] UncertainNumber scaled(const UncertainNumber& a, double multiplier, double divisor) noexcept;
[[nodiscard]] UncertainNumber absolute(const UncertainNumber& a) noexcept;
[[nodiscard]] UncertainNumber least(const UncertainNumber& a, const UncertainNumber& b) noexcept;
[[nodiscard]] UncertainNumber greatest(const UncertainNumber& a, const UncertainNumber& b) noexcept;
/// `b` where `a` is unknown.
[[nodiscard]] UncertainNumber firstKnown(const UncertainNumber& a, const UncertainNumber& b) noexcept;

/// Which of yes and no are possible.
class Possible {
public:
    constexpr Possible(bool yes, bool no) noexcept : m_yes(yes), m_no(no) {}
    [[nodiscard]] constexpr bool yes() const noexcept { return m_yes; }
    [[nodiscard]] constexpr bool no() const noexcept { return m_no; }

private:
    bool m_yes;
    bool m_no;
};

/// The truth of a condition with what else it may be. An unknown one may be both.
struct Judgement {
    Truth truth = Truth::unknown;
    Possible withinError{true, true};
    Possible withMissing{true, true};

    static constexpr Judgement certain(bool holds) noexcept {
        return {holds ? Truth::yes : Truth::no, Possible(holds, !holds), Possible(holds, !holds)};
    }
    /// Neither error nor missing data can change it.
    [[nodiscard]] bool isCertain(Truth value) const noexcept;
};

/// IS NULL: a number without any bounds may be one that a zero divisor makes unknown.
[[nodiscard]] Judgement judgedUnknown(const UncertainNumber& number) noexcept;
[[nodiscard]] Judgement compared(const UncertainNumber& a, Comparator comparator, const UncertainNumber& b) noexcept;
[[nodiscard]] Judgement both(const Judgement& a, const Judgement& b) noexcept;
[[nodiscard]] Judgement either(const Judgement& a, const Judgement& b) noexcept;
[[nodiscard]] Judgement negated(const Judgement& a) noexcept;

} // namespace merestone::expressions
