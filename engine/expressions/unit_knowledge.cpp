// SPDX-License-Identifier: MIT
#include "expressions/unit_knowledge.hpp"

#include "base/unit_table.hpp"

#include <cstdlib>
#include <string>
#include <utility>

namespace merestone::expressions {

namespace {

constexpr int kLargestExponent = 100;

using Kind = UnitKnowledge::Kind;

bool isPlain(const Unit& unit) {
    return unit.dimension == Dimension{} && unit.factor == 1.0;
}

/// Exponents of `a` plus `direction` times those of `b`.
std::optional<Dimension> combined(const Dimension& a, const Dimension& b, int direction) {
    bool sensible = true;
    const auto exponent = [&](int left, int right) {
        const int result = left + direction * right;
        sensible = sensible && std::abs(result) <= kLargestExponent;
        return static_cast<std::int8_t>(sensible ? result : 0);
    };
    const Dimension result{exponent(a.metres, b.metres), exponent(a.days, b.days), exponent(a.dwellings, b.dwellings),
                           exponent(a.people, b.people)};
    return sensible ? std::optional(result) : std::nullopt;
}

const NamedUnit* namedLike(const Dimension& dimension, double factor) {
    for (const NamedUnit& named : namedUnits()) {
        if (named.dimension == dimension && named.factor == factor) {
            return &named;
        }
    }
    return nullptr;
}

std::string singleOf(const std::string& symbol) {
    for (const NamedUnit& named : namedUnits()) {
        if (named.symbol == symbol) {
            return std::string(named.single);
        }
    }
    return symbol.find_first_of(" /*") == std::string::npos ? symbol : "(" + symbol + ")";
}

std::string symbolOf(const Dimension& dimension, double factor, const Unit& a, const Unit& b, bool quotient) {
    if (dimension == Dimension{} && factor == 1.0) {
        return {};
    }
    if (const NamedUnit* named = namedLike(dimension, factor)) {
        return std::string(named->symbol);
    }
    if (b.symbol.empty()) {
        return a.symbol;
    }
    if (quotient) {
        return a.symbol.empty() ? "per " + singleOf(b.symbol) : a.symbol + "/" + singleOf(b.symbol);
    }
    return a.symbol.empty() ? b.symbol : a.symbol + "*" + b.symbol;
}

/// A bare operand of a product stands for a plain count; so does a literal, except that 1 and -1 change nothing.
UnitKnowledge asFactor(const UnitKnowledge& operand) {
    if (operand.isKnown()) {
        return operand;
    }
    return {Kind::known, Unit{}, true, operand.kind == Kind::bare};
}

std::optional<UnitKnowledge> combine(const UnitKnowledge& a, const UnitKnowledge& b, bool quotient) {
    const UnitKnowledge left = asFactor(a);
    const UnitKnowledge right = asFactor(b);
    const auto dimension = combined(left.unit.dimension, right.unit.dimension, quotient ? -1 : 1);
    if (!dimension) {
        return std::nullopt;
    }
    UnitKnowledge result;
    result.kind = Kind::known;
    const double factor = quotient ? left.unit.factor / right.unit.factor : left.unit.factor * right.unit.factor;
    result.unit = Unit{*dimension, factor, symbolOf(*dimension, factor, left.unit, right.unit, quotient)};
    result.freeCounts = left.freeCounts || right.freeCounts;
    result.fromBare = left.fromBare || right.fromBare;
    return result;
}

} // namespace

UnitKnowledge knowledgeOf(const std::optional<Unit>& unit) {
    if (!unit) {
        return {Kind::bare, Unit{}, false, true};
    }
    return {Kind::known, *unit, isPlain(*unit), false};
}

bool compatible(const UnitKnowledge& a, const UnitKnowledge& b) noexcept {
    const Dimension& left = a.unit.dimension;
    const Dimension& right = b.unit.dimension;
    const bool counts = left.dwellings == right.dwellings && left.people == right.people;
    return left.metres == right.metres && left.days == right.days && (counts || a.freeCounts || b.freeCounts);
}

UnitKnowledge merged(const UnitKnowledge& a, const UnitKnowledge& b) {
    UnitKnowledge result = a;
    if (a.freeCounts && !b.freeCounts) {
        result.unit.dimension = b.unit.dimension; // 40 dwellings/ha say what the count in "count / area" is
        if (a.unit.factor == b.unit.factor) {
            result.unit.symbol = b.unit.symbol;
        }
    }
    result.freeCounts = a.freeCounts && b.freeCounts;
    result.fromBare = a.fromBare || b.fromBare;
    return result;
}

std::optional<UnitKnowledge> productOf(const UnitKnowledge& a, const UnitKnowledge& b) {
    if (a.kind == Kind::literal && !b.isKnown()) {
        return b;
    }
    if (b.kind == Kind::literal && !a.isKnown()) {
        return a;
    }
    return combine(a, b, false);
}

std::optional<UnitKnowledge> quotientOf(const UnitKnowledge& a, const UnitKnowledge& b) {
    if (b.kind == Kind::literal && !a.isKnown()) {
        return a;
    }
    return combine(a, b, true);
}

} // namespace merestone::expressions
