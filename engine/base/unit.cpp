// SPDX-License-Identifier: MIT
#include "base/unit.hpp"

#include "base/text.hpp"
#include "base/unit_table.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace merestone {

namespace {

constexpr std::size_t kLongestUnit = 100;

/// Numerator or denominator of a unit: "1000 people" is 1000 times people.
struct Term {
    Unit unit;
    double count = 1.0;
    std::string single; ///< the symbol as it stands behind "per"
};

void replaceAll(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

/// Lower case, ASCII powers and blanks, single blanks, none at the ends.
std::string normalised(std::string_view text) {
    std::string plain = lowered(text);
    replaceAll(plain, "\u00B2", "2");
    replaceAll(plain, "\u00B3", "3");
    replaceAll(plain, "\u00A0", " ");
    replaceAll(plain, "\u2009", " ");
    replaceAll(plain, "\u202F", " ");
    std::string result;
    for (const char c : plain) {
        const bool blank = c == ' ' || c == '\t';
        if (!blank) {
            result += c;
        } else if (!result.empty() && result.back() != ' ') {
            result += ' ';
        }
    }
    if (!result.empty() && result.back() == ' ') {
        result.pop_back();
    }
    return result;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') {
        text.remove_prefix(1);
    }
    while (!text.empty() && text.back() == ' ') {
        text.remove_suffix(1);
    }
    return text;
}

const NamedUnit* findNamed(std::string_view name) {
    for (const NamedUnit& unit : namedUnits()) {
        if (name == unit.symbol || std::find(unit.names.begin(), unit.names.end(), name) != unit.names.end()) {
            return &unit;
        }
    }
    return nullptr;
}

/// Takes "1000 " or "1,000 " off the front of a term; 1 when there is no number, nothing when it makes no sense.
std::optional<double> takeCount(std::string_view& term) {
    std::string digits;
    std::size_t length = 0;
    while (length < term.size() && ((term[length] >= '0' && term[length] <= '9') || term[length] == ',')) {
        if (term[length] != ',') {
            digits += term[length];
        }
        ++length;
    }
    if (length == 0) {
        return 1.0;
    }
    double count = 0.0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), count);
    if (error != std::errc() || !(count > 0.0) || count > 1e9) {
        return std::nullopt;
    }
    term = trimmed(term.substr(length));
    return count;
}

/// A known name, with a whole number before it. No name at all is a plain number.
std::optional<Term> parseTerm(std::string_view text) {
    std::string_view name = trimmed(text);
    const std::optional<double> count = takeCount(name);
    if (!count) {
        return std::nullopt;
    }
    if (name.empty()) {
        return Term{Unit{}, *count, {}};
    }
    const NamedUnit* named = findNamed(name);
    if (named == nullptr) {
        return std::nullopt;
    }
    return Term{Unit{named->dimension, named->factor, std::string(named->symbol)}, *count, std::string(named->single)};
}

/// Where the last "/" or " per " stands and how long it is.
struct Split {
    std::size_t at = std::string_view::npos;
    std::size_t length = 0;
};

Split lastRatio(std::string_view text) {
    Split result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool startsWord = i == 0 || text[i - 1] == ' ';
        if (text[i] == '/') {
            result = {i, 1};
        } else if (startsWord && text.substr(i, 4) == "per ") {
            result = {i, 4};
        }
    }
    return result;
}

Dimension ratioOf(const Dimension& above, const Dimension& below) {
    const auto minus = [](int a, int b) { return static_cast<std::int8_t>(a - b); };
    return {minus(above.metres, below.metres), minus(above.days, below.days), minus(above.dwellings, below.dwellings),
            minus(above.people, below.people)};
}

std::string ratioSymbol(const std::string& above, const Term& below) {
    const bool counted = below.count != 1.0;
    const std::string name = counted ? below.unit.symbol : below.single;
    const std::string denominator = !counted       ? name
                                    : name.empty() ? shortest(below.count)
                                                   : shortest(below.count) + " " + name;
    if (denominator.empty()) {
        return above;
    }
    if (above.empty()) {
        return "per " + denominator;
    }
    return above + (counted ? " per " : "/") + denominator;
}

std::optional<Unit> parseNormalised(std::string_view text, int depth) {
    if (const NamedUnit* named = findNamed(text)) {
        return Unit{named->dimension, named->factor, std::string(named->symbol)};
    }
    const Split split = lastRatio(text);
    if (split.at == std::string_view::npos || depth == 0) {
        return std::nullopt;
    }
    const std::string_view aboveText = trimmed(text.substr(0, split.at));
    const std::string_view belowText = trimmed(text.substr(split.at + split.length));
    std::optional<Unit> above = Unit{};
    if (!aboveText.empty() && aboveText != "1") {
        above = parseNormalised(aboveText, depth - 1);
    } else if (aboveText.empty() && text[split.at] == '/') {
        return std::nullopt;
    }
    const std::optional<Term> below = parseTerm(belowText);
    if (!above || !below || belowText.empty()) {
        return std::nullopt;
    }
    return Unit{ratioOf(above->dimension, below->unit.dimension), above->factor / (below->unit.factor * below->count),
                ratioSymbol(above->symbol, *below)};
}

std::string_view singleForm(const std::string& symbol) {
    for (const NamedUnit& unit : namedUnits()) {
        if (unit.symbol == symbol) {
            return unit.single;
        }
    }
    return symbol;
}

} // namespace

std::optional<Unit> parseUnit(std::string_view text) {
    if (text.size() > kLongestUnit) {
        return std::nullopt;
    }
    const std::string plain = normalised(text);
    return plain.empty() ? std::nullopt : parseNormalised(plain, 3);
}

std::optional<Quantity> parseQuantity(std::string_view text) {
    if (text.size() > kLongestUnit) {
        return std::nullopt;
    }
    const std::string plain = normalised(text);
    const char* const end = plain.data() + plain.size();
    const char* begin = plain.data();
    if (begin != end && *begin == '+') {
        ++begin;
        if (begin != end && *begin == '-') {
            return std::nullopt;
        }
    }
    double value = 0.0;
    const auto [rest, error] = std::from_chars(begin, end, value);
    if (error != std::errc() || !std::isfinite(value)) {
        return std::nullopt;
    }
    const std::string_view name = trimmed({rest, static_cast<std::size_t>(end - rest)});
    if (name.empty()) {
        return Quantity{value, Unit{}};
    }
    const std::string unitName = (name.front() == '/' ? "1" : "") + std::string(name); // "40/ha"
    if (const std::optional<Unit> unit = parseUnit(unitName)) {
        return Quantity{value, *unit};
    }
    return std::nullopt;
}

double conversionFactor(const Unit& from, const Unit& to) {
    return from.factor / to.factor;
}

double convert(double value, const Unit& from, const Unit& to) {
    if (from.factor == to.factor) {
        return value;
    }
    // Whole ratios on the side that keeps them whole: 7000 m2 / 10000 is 0.7 ha, 7000 * 0.0001 is not.
    return from.factor > to.factor ? value * (from.factor / to.factor) : value / (to.factor / from.factor);
}

std::string formatQuantity(double value, const Unit& unit, int decimals) {
    if (std::isnan(value)) {
        return "unknown";
    }
    if (std::isinf(value)) {
        return value > 0.0 ? "infinite" : "minus infinite";
    }
    std::string number = rounded(value, decimals);
    if (unit.symbol.empty()) {
        return number;
    }
    return number + " " + (number == "1" ? std::string(singleForm(unit.symbol)) : unit.symbol);
}

const std::vector<std::string>& unitNames() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> result;
        for (const NamedUnit& unit : namedUnits()) {
            result.insert(result.end(), unit.names.begin(), unit.names.end());
        }
        return result;
    }();
    return names;
}

} // namespace merestone
